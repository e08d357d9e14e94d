"""WARC: what a crawler kept, each response, resource and text made of one an article.

What must stay true: a length that lies stops nothing and reads no further than the file; one
record is in memory at a time. The moment of the record is when the page was fetched, and its
address the identity of the story.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from newsreader.errors import SkippedError, SourceError
from newsreader.reading.detect import refusal
from newsreader.reading.limits import MAX_BYTES, MAX_HEAD, MAX_MEMBERS
from newsreader.reading.media import PAGES, is_read, page_name
from newsreader.reading.packs.heads import Fields, media_type, parameter, read_head
from newsreader.reading.packs.opened import Budget, Opened, held
from newsreader.reading.packs.payload import Body, Meter, dechunked, decoded
from newsreader.reading.raw import Raw

_VERSION = re.compile(rb"WARC/\d\.\d")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_CARRYING = frozenset({"response", "resource", "conversion"})
_CUT = "the record is cut short; what came is read"
_SKIP = 65_536
_DIGITS = 19


class _Record(NamedTuple):
    """One record: its fields, its block, and whether that is all of it."""

    number: int
    fields: Fields
    block: bytes
    whole: bool

    @property
    def kind(self) -> str:
        return self.fields.get("warc-type", "").strip().lower()

    @property
    def target(self) -> str:
        return self.fields.get("warc-target-uri", "").strip("<> ")


def members(opened: Opened, budget: Budget) -> Iterator[Opened | SourceError]:
    """The pages in a WARC file, in its order; one line for what is not read."""
    others: Counter[str] = Counter()
    read = 0
    for record in _records(opened):
        if isinstance(record, SourceError):
            read += 1
            yield record
            continue
        if record.kind not in _CARRYING:
            continue
        try:
            found = _page(opened, record, budget)
        except SourceError as error:
            read += 1
            yield error
            continue
        if isinstance(found, str):
            others[found] += 1
            continue
        read += 1
        yield found
    told = ", ".join(f"{count} {what}" for what, count in others.most_common(4))
    if not read:
        yield SourceError(opened.source, "no pages in this WARC file", told or None)
    elif others:
        yield SkippedError(opened.source, "other records skipped", told)


def _records(opened: Opened) -> Iterator[_Record | SourceError]:
    """The records one after the other, as far as the file goes."""
    stream = opened.stream
    for number in range(1, MAX_MEMBERS + 2):
        if not _to_version(stream):
            return
        if number > MAX_MEMBERS:
            problem = f"more than {MAX_MEMBERS:,} records, the most that are read"
            yield SourceError(opened.source, problem)
            return
        fields, ended = read_head(stream)
        length = _length(fields)
        wanted = fields.get("warc-type", "").strip().lower() in _CARRYING
        if not ended or length is None:
            if wanted:
                yield SourceError(_named(opened, number, fields), "a record without a length")
            continue
        most = MAX_BYTES + MAX_HEAD
        block = stream.read(min(length, most + 1)) if wanted else b""
        if len(block) > most:
            problem = f"larger than {MAX_BYTES // 1_000_000} MB, the most that is read"
            yield SourceError(_named(opened, number, fields), problem)
        elif wanted:
            yield _Record(number, fields, block, whole=len(block) == length)
        _skip(stream, length - len(block))


def _to_version(stream: io.BufferedReader) -> bool:
    """Go behind the next line that begins a record; whether there is one."""
    while line := stream.readline(MAX_HEAD):
        if _VERSION.match(line):
            return True
    return False


def _length(fields: Fields) -> int | None:
    text = fields.get("content-length", "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else None


def _skip(stream: io.BufferedReader, count: int) -> None:
    """Go on by ``count`` bytes, or to the end."""
    while count > 0 and (data := stream.read(min(count, _SKIP))):
        count -= len(data)


def _named(opened: Opened, number: int, fields: Fields) -> str:
    """What errors call a record: by its address, else by its number."""
    return f"{opened.source}:{fields.get('warc-target-uri', '').strip('<> ') or number}"


def _page(opened: Opened, record: _Record, budget: Budget) -> Opened | str:
    """The page in a record; what it is instead, where it is none of ours."""
    source = _named(opened, record.number, record.fields)
    declared, body = record.fields.get("content-type"), Body(record.block)
    if record.block.startswith(b"HTTP/"):
        stream = held(record.block)
        status = _STATUS.match(stream.readline(MAX_HEAD))
        if status is None or not status[1].startswith(b"2"):
            return f"with status {status[1].decode() if status else 'unknown'}"
        fields, _ = read_head(stream)
        declared = fields.get("content-type", "text/html")
        if is_read(media_type(declared)):
            body = _body(fields, stream.read(), Meter(source, budget.take))
    kind = media_type(declared)
    name = page_name(record.target, kind)
    raw = Raw(source, record.target, name, body.data)
    if not is_read(kind) or (kind not in PAGES and refusal(raw) is not None):
        return kind
    cut = () if record.whole else (_CUT,)
    return Opened(
        source=source,
        uri=record.target or f"{opened.uri}!/{record.number}",
        name=name,
        stream=held(body.data),
        key=f"{opened.uri}!/{record.number}",
        charset=parameter(declared, "charset"),
        fetched=moment(record.fields.get("warc-date", "")) or opened.fetched,
        warnings=[*opened.warnings, *body.warnings, *cut],
    )


def _body(fields: Fields, data: bytes, meter: Meter) -> Body:
    """The body of a response without its codings."""
    chunked = Body(data)
    if "chunked" in fields.get("transfer-encoding", "").lower():
        chunked = dechunked(data)
    body = decoded(chunked.data, fields.get("content-encoding"), meter)
    return Body(body.data, (*chunked.warnings, *body.warnings))


def moment(text: str) -> datetime | None:
    """A moment of ISO 8601 with its zone; None for what is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
