"""Which format an input has: told by its content first, by its name second.

What must stay true: what we cannot read is refused by name before anything tries to decode it,
so bytes of an image or an archive never reach a screen as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsreader.errors import SourceError
from newsreader.reading.clean import decode, wide_charset

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""File name suffix (lower case) to the name of the format."""

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
_LATER: dict[str, tuple[str, bytes]] = {
    ".json": ("JSON", b"{["),
    ".jsonl": ("JSON", b"{["),
    ".xml": ("XML", b"<"),
    ".rss": ("XML", b"<"),
    ".atom": ("XML", b"<"),
}
_MAIL_SUFFIXES = frozenset({".eml", ".mbox"})
_MAIL_SEEN = 65_536  # bytes in which the header of a mail must end
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):(?:\s|$)")
_MBOX = re.compile(rb"From \S+ ")  # the line that an mbox puts before each mail
_MAIL_ONLY = frozenset({b"received", b"mime-version", b"message-id"})
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Control bytes that no text has, and the bytes that Windows-1252 leaves undefined.
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_MAIL = "mail is not supported yet"
_HTML = frozenset({"!doctype", "html", "head", "body"})
_MARKUP = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?P<name>!doctype\s+html|html|head|body|rss|feed|nitf|newsitem|newsml)\b[^<>]{0,2000}>",
    re.IGNORECASE | re.DOTALL,
)


def detect(data: bytes, name: str, source: str) -> str:
    """The name of the format of ``data``: ``text``, ``markdown`` or ``html``.

    Args:
        data: the whole input.
        name: its file name, "" where it has none.
        source: what the user called it, for the error.

    Raises:
        SourceError: the content is something else, named as far as it can be told.
    """
    problem = refusal(data) or _named_otherwise(data, suffix(name))
    if problem is not None:
        raise SourceError(source, problem, "plain text, Markdown and HTML are read")
    if _root(data) in _HTML:
        return "html"
    found = SUFFIXES.get(suffix(name), "text")
    return "text" if found == "html" and not _begins_with_tag(data) else found


def _named_otherwise(data: bytes, end: str) -> str | None:
    """Refuse what its name and how it begins agree to be one of the formats to come."""
    if end in _MAIL_SUFFIXES:
        line = next(_head_lines(data), b"")
        return _MAIL if _FIELD.match(line) or _MBOX.match(line) else None
    first = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    name = _LATER.get(end, ("", b""))
    return f"{name[0]} is not supported yet" if first and first in name[1] else None


def suffix(name: str) -> str:
    """The suffix of a file name in lower case, with its dot; "" for none."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def refusal(data: bytes) -> str | None:
    """Why ``data`` is not read, as one plain phrase; None when it looks like a text we read."""
    return not_text(data) or _markup(data) or _mail(data)


def not_text(data: bytes) -> str | None:
    """Why ``data`` is no text at all, whatever format somebody says it has; None if it is."""
    for magic, name in _MAGIC:
        if data.startswith(magic) and not _is_prose(magic, data):
            return f"{name} is not supported"
    for offset, magic, name in _INNER:
        if data[offset : offset + len(magic)] == magic and b"\0" in data[:512]:
            return f"{name} is not supported"
    if data.startswith(_WIDE_BOMS) or wide_charset(data) is not None:
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


def _markup(data: bytes) -> str | None:
    """Refuse what obviously is a feed; other angle brackets are only text, or a page."""
    return None if _root(data) in {None, *_HTML} else "XML news feeds are not supported yet"


def _root(data: bytes) -> str | None:
    """The name of the element that a page or a feed begins with, None for what is neither."""
    head = data[:4096]
    wide = head.startswith(_WIDE_BOMS) or wide_charset(data) is not None
    seen = (
        decode(data).text[:4096] if wide else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    )
    found = _MARKUP.match(seen)
    return found["name"].lower().split()[0] if found else None


def _begins_with_tag(data: bytes) -> bool:
    """Whether the first sign that is no white space opens a tag."""
    return decode(data[:4096]).text.lstrip()[:1] == "<"


def _mail(data: bytes) -> str | None:
    """Refuse a mail: header fields up to a blank line, among them one that only mails have.

    An article may begin with "From: ..." and "Date: ..."; nobody writes a Message-ID above one.
    """
    names: list[bytes] = []
    for number, line in enumerate(_head_lines(data)):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field:
            names.append(field[1].lower())
        elif not (names and line[:1] in b" \t") and (number or not _MBOX.match(line)):
            return None
    return None if len(names) < 2 or _MAIL_ONLY.isdisjoint(names) else _MAIL


def _head_lines(data: bytes) -> Iterator[bytes]:
    """The lines with which ``data`` begins, blank ones before the first left out."""
    head = data[:_MAIL_SEEN].removeprefix(b"\xef\xbb\xbf").lstrip()
    yield from head.splitlines()
