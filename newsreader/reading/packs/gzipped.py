"""gzip: one file, however many members it was written in.

What must stay true: what came before a cut or a damage is read, and said; a member that follows
the first is part of the same file, as in a WARC that is packed record by record.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import cast

from newsreader.errors import SourceError
from newsreader.reading.packs.names import inner_name
from newsreader.reading.packs.opened import Budget, Opened, buffered

_CHUNK = 65_536
_MAGIC = b"\x1f\x8b"
_GZIP = 31  # zlib's word for "with the head and the sum of gzip"


def members(opened: Opened, budget: Budget) -> Iterator[Opened]:
    """The one file in a gzip file."""
    stream = buffered(Inflated(opened, budget))
    yield opened.inside(inner_name(opened.name), stream)


class Inflated(io.RawIOBase):
    """What is in a gzip stream."""

    def __init__(self, opened: Opened, budget: Budget) -> None:
        super().__init__()
        self._opened = opened
        self._budget = budget
        self._inflater = zlib.decompressobj(_GZIP)
        self._packed = b""
        self._came = 0
        self._over = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill ``buffer``; returns how many bytes, 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        data = b""
        while not data and not self._over:
            data = self._next(len(view))
        self._came += len(data)
        self._budget.take(len(data), self._opened.source)
        view[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        """Some bytes more, none where a member ends or nothing is left."""
        if self._inflater.eof:
            self._next_member()
            return b""
        packed = self._packed or self._opened.stream.read1(_CHUNK)
        try:
            data = self._inflater.decompress(packed, most)
        except zlib.error as error:
            return self._stop("damaged", error)
        self._packed = self._inflater.unconsumed_tail
        if not packed and not data:
            return self._stop("cut short")
        return data

    def _next_member(self) -> None:
        """Begin the member that follows, if one does; zeros that fill a block are none."""
        rest = self._inflater.unused_data
        while len(rest) < len(_MAGIC) and (more := self._opened.stream.read1(_CHUNK)):
            rest += more
        if rest.startswith(_MAGIC):
            self._packed = rest
            self._inflater = zlib.decompressobj(_GZIP)
            return
        self._over = True
        if rest.strip(b"\0"):
            self._opened.warnings.append("something stands after the gzip data; it is not read")

    def _stop(self, how: str, cause: Exception | None = None) -> bytes:
        """End here, with a word; with an error where nothing came at all."""
        self._over = True
        if not self._came:
            raise SourceError(self._opened.source, f"gzip, {how}") from cause
        self._opened.warnings.append(f"the gzip data are {how}; what came before is read")
        return b""
