"""zip: the readable files in it, by name.

What must stay true: nothing is written to the disk, so no name can lead anywhere; a name that
tries is refused all the same, for it is no honest archive's. As in a folder, what is none of ours
is passed over, hidden names and links are left out, and the rest is told in one line.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import quote

from newsreader.errors import SkippedError, SourceError
from newsreader.reading.detect import refusal
from newsreader.reading.limits import MAX_BYTES, MAX_DIRECTORY, MAX_MEMBERS
from newsreader.reading.packs.names import is_ours
from newsreader.reading.packs.opened import Budget, Metered, Opened, buffered
from newsreader.reading.raw import Raw

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
_DOCUMENTS = {
    "[Content_Types].xml": "Microsoft Office",
    "META-INF/container.xml": "EPUB",
    "META-INF/manifest.xml": "OpenDocument",
    "META-INF/MANIFEST.MF": "Java archive",
}
"""Files by which a zip is known to be another thing."""

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_TOLD_THERE = 0xFFFF_FFFF  # what stands in the first where the second has the number
_END_SEEN = 70_000  # bytes at the end in which the directory's place is told
_ENCRYPTED = 0x1
SEEN = 4096
"""Bytes by which a file without a suffix is judged."""


class _File(Metered):
    """A file in the archive; its damage is told as one."""

    def readinto(self, buffer: object, /) -> int:
        """Fill ``buffer``; returns how many bytes, 0 at the end."""
        try:
            return super().readinto(buffer)
        except _DAMAGE as error:
            raise SourceError(self.source, "damaged", str(error).lower() or None) from error


def members(opened: Opened, budget: Budget) -> Iterator[Opened | SourceError]:
    """The files in a zip file that are read."""
    stream = _seekable(opened)
    _bounded(stream, opened.source)
    try:
        archive = zipfile.ZipFile(stream)
    except (*_DAMAGE, OverflowError) as error:
        raise SourceError(opened.source, "zip, damaged or cut short") from error
    with archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            problem = f"more than {MAX_MEMBERS:,} files, the most that are read"
            raise SourceError(opened.source, problem)
        for name, document in _DOCUMENTS.items():
            if name in archive.NameToInfo:
                raise SourceError(opened.source, f"{document} is not supported")
        yield from _files(opened, archive, infos, budget)


def _files(
    opened: Opened, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], budget: Budget
) -> Iterator[Opened | SourceError]:
    """The files that are ours, by name; one line for the others."""
    skipped: list[str] = []
    read = 0
    for info in sorted(infos, key=lambda each: each.filename):
        name = info.filename
        parts = _parts(name)
        # Not info.is_dir(): that fails for a file without a name.
        if name.endswith("/") or any(p.startswith(".") and p not in {".", ".."} for p in parts):
            continue
        if parts[0] == "__MACOSX":
            continue
        ours = is_ours(parts[-1])
        item = None if ours is False else _file(opened, archive, info, budget)
        if item is None or (ours is None and isinstance(item, Opened) and _is_other(item)):
            skipped.append(name)
            continue
        read += 1
        yield item
    count = f"{len(skipped)} other file{'' if len(skipped) == 1 else 's'} skipped"
    if not read:
        hint = f"{count}, such as {skipped[0]}" if skipped else None
        yield SourceError(opened.source, "no articles in this zip file", hint)
    elif skipped:
        yield SkippedError(opened.source, count, f"such as {skipped[0]}")


def _file(
    opened: Opened, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
) -> Opened | SourceError:
    """One file, opened."""
    source = f"{opened.source}:{info.filename}"
    refused = _refused(info, source)
    if refused is not None:
        return refused
    try:
        stream = archive.open(info)
    except (*_DAMAGE, OSError, RuntimeError) as error:
        return SourceError(source, "cannot be unpacked", str(error).lower())
    return Opened(
        source=source,
        uri=f"{opened.uri}!/{quote(info.filename, errors='replace')}",
        name=_parts(info.filename)[-1],
        stream=buffered(_File(stream, budget, source)),
        fetched=opened.fetched,
    )


def _parts(name: str) -> list[str]:
    """The folders that a name is in, and its own last; some archives are made on Windows."""
    return name.replace("\\", "/").split("/")


def _refused(info: zipfile.ZipInfo, source: str) -> SourceError | None:
    """Why a file is not opened, None where nothing speaks against it."""
    parts = _parts(info.filename)
    if ".." in parts or not parts[0] or parts[0].endswith(":"):
        return SourceError(source, "its name leads out of the zip file, not read")
    if stat.S_ISLNK(info.external_attr >> 16):
        return SkippedError(source, "a link, not followed")
    if info.flag_bits & _ENCRYPTED:
        return SourceError(source, "encrypted")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        # bzip2 and LZMA come out of zipfile in lumps that no budget bounds
        return SourceError(source, "packed in a way that is not read", "stored and deflated are")
    if info.file_size > MAX_BYTES:
        problem = f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read"
        return SourceError(source, problem)
    return None


def _is_other(item: Opened) -> bool:
    """Whether a file without a suffix is none of ours."""
    try:
        head = item.peek(SEEN)
    except (SourceError, OSError):
        return False  # reading it will say what is wrong
    return refusal(Raw(item.source, item.uri, item.name, head)) is not None


def _seekable(opened: Opened) -> io.BufferedReader:
    """The archive as a stream in which one can go back."""
    if opened.stream.seekable():
        return opened.stream
    data = opened.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        problem = f"a zip file in a pack, larger than {MAX_BYTES // 1_000_000} MB"
        raise SourceError(opened.source, problem)
    return buffered(io.BytesIO(data))


def _bounded(stream: io.BufferedReader, source: str) -> None:
    """Refuse a directory so long that listing it alone would take too long."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SEEN))
    tail = stream.read()
    stream.seek(0)
    at, large = tail.rfind(_END), tail.rfind(_END_64)
    told = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if told == _TOLD_THERE and large >= 0:
        told = int.from_bytes(tail[large + 40 : large + 48], "little")
    if told > MAX_DIRECTORY:
        problem = f"a list of files of more than {MAX_DIRECTORY // 1_000_000} MB"
        raise SourceError(source, problem, "the most that is read")
