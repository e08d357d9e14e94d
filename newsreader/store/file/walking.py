"""Going through the rows of a table, around those that cannot be read.

A page of the file that is broken makes every row on it unreadable, and every query that comes
across it fails. So the rows are asked for one by one where that happens, by their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from newsreader.store.file.database import Connection
from newsreader.store.file.translating import DamagedError

PAGE = 64
"""Numbers that are asked for at a time."""

_SMALLEST = 64
"""Bytes of a row of these tables at least."""

_HIGHEST = {
    "article": ("SELECT max(id) FROM article", "SELECT max(article) FROM revision"),
    "story": (
        "SELECT max(id) FROM story",
        "SELECT max(story) FROM revision",
        "SELECT max(id) FROM story INDEXED BY story_newest",
    ),
    "event": ("SELECT max(rowid) FROM event", "SELECT count(*) FROM event"),
}


class Readable(Protocol):
    """A library, or what is left of one."""

    @property
    def path(self) -> Path:
        """Its file."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection to it; what cannot be read is a :class:`DamagedError`."""


class Unreadable(NamedTuple):
    """Rows of a table that cannot be read, or of which nothing is known."""

    first: int
    last: int

    def __str__(self) -> str:
        """``7`` or ``7 to 12``."""
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


def walk(library: Readable, table: str) -> Iterator[int | Unreadable]:
    """The numbers of a table's rows in their order, and what lies between and cannot be read.

    Args:
        library: the library.
        table: ``article``, ``story`` or ``event``.

    Raises:
        LibraryError: the library is locked; never that it is damaged.
    """
    after, limit = 0, PAGE
    while True:
        page = _numbers(library, table, after, limit)
        if page is None and limit > 1:
            limit = 1  # up to what cannot be read
            continue
        if page is None:
            found = _beyond(library, table, after)
            yield Unreadable(after + 1, found - 1)
            page = _numbers(library, table, found - 1, 1)
            after = found - 1
            if page is None:
                return  # nothing can be read from here on
        yield from page
        if len(page) < limit:
            return
        after, limit = page[-1], min(PAGE, limit * 2)


def _numbers(library: Readable, table: str, after: int, limit: int) -> list[int] | None:
    """The next numbers; None where they cannot be read."""
    key = "rowid" if table == "event" else "id"
    try:
        with library.reading() as connection:
            rows = connection.execute(
                f"SELECT {key} FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT ?", (after, limit)
            ).fetchall()
    except DamagedError:
        return None
    return [int(row[0]) for row in rows]


def _beyond(library: Readable, table: str, after: int) -> int:
    """The first number after ``after`` from which rows can be read again.

    One more than the last number that is known where none can.
    """
    last = max(highest(library, table), after + 1)
    for number in range(after + 2, last + 1):
        if _numbers(library, table, number - 1, 1) is not None:
            return number
    return last + 1


def highest(library: Readable, table: str) -> int:
    """The highest number that any part of the file still knows of; 0 for none.

    What is broken may say any number; there are no more rows than there is room for.
    """
    best = 0
    for question in _HIGHEST[table]:
        try:
            with library.reading() as connection:
                best = max(best, connection.execute(question).fetchone()[0] or 0)
        except DamagedError:
            continue
    return min(best, library.path.stat().st_size // _SMALLEST)
