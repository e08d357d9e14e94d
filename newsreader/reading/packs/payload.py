"""The body of an HTTP message: its transfer coding and its content codings taken off.

What must stay true: a message that lies about its codings is read as it is; what comes out is
bounded.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from newsreader.errors import SourceError
from newsreader.reading.limits import MAX_BYTES

_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\n]{0,1000})?\r?\n")
_WRAPPED = (("gzip", 31), ("zlib", 15), ("raw", -15))
_PLAIN = frozenset({"", "identity", "none", "utf-8", "utf8"})  # the last two are seen in the wild
CODINGS = frozenset({"gzip", "x-gzip", "deflate"})
"""The content codings that are taken off."""


class Body(NamedTuple):
    """A body without its codings, and what a reader should know of it."""

    data: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter:
    """Is told how many bytes came out; raises when that are too many."""

    source: str
    take: Callable[[int, str], None]


def dechunked(data: bytes) -> Body:
    """A body that says it is sent in chunks; as it is where it is not."""
    parts: list[bytes] = []
    at = 0
    while size := _SIZE.match(data, at):
        length = int(size[1], 16)
        if not length:
            return Body(b"".join(parts))
        parts.append(data[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if data[at : at + 2] == b"\r\n" else int(data[at : at + 1] == b"\n")
    if not parts:
        return Body(data)
    return Body(b"".join(parts), ("the page was cut short on its way",))


def decoded(data: bytes, coding: str | None, meter: Meter) -> Body:
    """A body without its content codings.

    Args:
        data: the body.
        coding: the field ``Content-Encoding``.
        meter: is told what comes out.

    Raises:
        SourceError: a coding that is not read, or more than may come out.
    """
    warnings: tuple[str, ...] = ()
    names = [name.strip().lower() for name in (coding or "").split(",")]
    for name in reversed(names[:3]):
        if name in _PLAIN:
            continue
        if name not in CODINGS:
            raise SourceError(meter.source, f"packed with {name[:20]}, which is not read")
        body = _inflated(data, meter)
        data, warnings = body.data, (*warnings, *body.warnings)
    return Body(data, warnings)


def _inflated(data: bytes, meter: Meter) -> Body:
    """gzip, zlib or raw deflate, whatever it was called; as it is where it is none of them."""
    for _, window in _WRAPPED:
        inflater = zlib.decompressobj(window)
        try:
            out = inflater.decompress(data, MAX_BYTES + 1)
        except zlib.error:
            out = _before_damage(data, window)
            if not out:
                continue
            meter.take(len(out), meter.source)
            return Body(out, ("the page is damaged; what came before is read",))
        meter.take(len(out), meter.source)
        if len(out) > MAX_BYTES:
            problem = f"unpacks to more than {MAX_BYTES // 1_000_000} MB, the most that is read"
            raise SourceError(meter.source, problem)
        cut = () if inflater.eof else ("the page was cut short on its way",)
        return Body(out, cut)
    return Body(data)


def _before_damage(data: bytes, window: int) -> bytes:
    """What can be inflated before the data go wrong; nothing where that is right at the start."""
    inflater = zlib.decompressobj(window)
    out: list[bytes] = []
    length = 0
    try:
        for at in range(0, len(data), 1024):
            out.append(inflater.decompress(data[at : at + 1024], MAX_BYTES + 1 - length))
            length += len(out[-1])
            if length > MAX_BYTES:
                break
    except zlib.error:
        pass
    return b"".join(out)
