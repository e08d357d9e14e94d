"""Something opened for reading, and how much may come out of it."""

from __future__ import annotations

import io
from datetime import datetime
from typing import BinaryIO, Protocol, cast

from newsreader.errors import SourceError
from newsreader.reading.limits import MAX_RATIO, MIN_UNPACKED


class Opened:
    """A stream of bytes with what is known of it: what :class:`Raw` knows, before it is read.

    ``warnings`` grow while the stream is read.
    """

    def __init__(  # noqa: PLR0913, PLR0917  -- as many as Raw has
        self,
        source: str,
        uri: str,
        name: str,
        stream: io.BufferedReader,
        key: str = "",
        charset: str | None = None,
        fetched: datetime | None = None,
        warnings: list[str] | None = None,
    ) -> None:
        """As :class:`Raw`, with the stream in the place of its bytes."""
        self.source, self.uri, self.name = source, uri, name
        self.stream = stream
        self.key, self.charset, self.fetched = key, charset, fetched
        self.warnings: list[str] = [] if warnings is None else warnings

    def inside(self, name: str, stream: io.BufferedReader) -> Opened:
        """The one thing that is packed in this; what is wrong with either is said of both."""
        return Opened(
            self.source, self.uri, name, stream, self.key, self.charset, self.fetched, self.warnings
        )

    def peek(self, size: int) -> bytes:
        """Up to ``size`` bytes from the beginning, which stay there to be read."""
        return self.stream.peek(size)[:size]


class Budget:
    """How many bytes may come out of one source, all packs in it taken together.

    What is said is that packed text is not made smaller a hundredfold, so what grows that much
    was made to fill a memory or a day.
    """

    def __init__(self, packed: int) -> None:
        """A budget for ``packed`` bytes that were named."""
        self._left = max(MIN_UNPACKED, packed * MAX_RATIO)

    @property
    def spent(self) -> bool:
        """Whether nothing more may come out."""
        return self._left < 0

    def take(self, count: int, source: str) -> None:
        """Note that ``count`` bytes came out of ``source``.

        Raises:
            SourceError: that is more than may.
        """
        self._left -= count
        if self.spent:
            raise SourceError(
                source, f"unpacks to more than {MAX_RATIO} times its size, the most that is read"
            )


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Metered(io.RawIOBase):
    """A stream whose every byte is taken from a budget."""

    def __init__(self, stream: _Readable, budget: Budget, source: str) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self.source = source

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """Fill ``buffer``; returns how many bytes, 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        data = self._stream.read(len(view))
        self._budget.take(len(data), self.source)
        view[: len(data)] = data
        return len(data)


def buffered(stream: io.RawIOBase | BinaryIO) -> io.BufferedReader:
    """``stream`` with a look ahead."""
    return io.BufferedReader(cast("io.RawIOBase", stream), 65_536)


def held(data: bytes) -> io.BufferedReader:
    """Bytes in memory as a stream."""
    return buffered(io.BytesIO(data))
