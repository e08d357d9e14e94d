"""What is no text at all, and told so by name before anything tries to decode it.

What must stay true: bytes of an image or an archive never reach a screen as text.
"""

from __future__ import annotations

from newsreader.reading.clean import decode, wide_charset

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip (also Word, EPUB and the like)"),
    (b"PK\x05\x06", "zip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7-zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF program"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"wOFF", "font"),
    (b"WARC/", "WARC"),
)
_INNER: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WEBP", "WebP"),
    (8, b"WAVE", "WAV"),
    (4, b"ftyp", "MP4"),
    (257, b"ustar", "tar"),
)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of texts whose bytes are mostly none of text."""

# Control bytes that no text has, and the bytes that Windows-1252 leaves undefined.
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"


def not_text(data: bytes) -> str | None:
    """Why ``data`` is no text at all, whatever format somebody says it has; None if it is."""
    for magic, name in _MAGIC:
        if data.startswith(magic) and not _is_prose(magic, data):
            return f"{name} is not supported"
    for offset, magic, name in _INNER:
        if data[offset : offset + len(magic)] == magic and b"\0" in data[:512]:
            return f"{name} is not supported"
    if data.startswith(WIDE_MARKS) or wide_charset(data) is not None:
        data = decode(data).text.encode("utf-8", errors="replace")
    return _binary(data)


def _is_prose(magic: bytes, data: bytes) -> bool:
    """A text may begin with letters that are also magic ("BZh...", "ID3"): then no byte is odd."""
    head = data[:512]
    return magic.isalnum() and head.translate(None, _CONTROLS) == head


def _binary(data: bytes) -> str | None:
    """Refuse when more than a tenth of the bytes are control bytes."""
    odd = _CONTROLS
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        odd += _UNDEFINED
    share = len(data) - len(data.translate(None, odd))
    return "binary data, not text" if share * 10 > len(data) else None
