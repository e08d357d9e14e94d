"""A consistent copy of a library while others go on writing.

SQLite's backup copies some pages at a time and begins anew when another program writes between;
after a few such beginnings the rest is copied in one go, which makes writers wait. The copy gets
its name only when it is complete and on the disk.

The copy is another device: what is recorded in it from now on has its own sequence, so that
original and copy can go on side by side and be merged.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from newsreader.errors import WriteError
from newsreader.store.publishing import beside, publish
from newsreader.store.stamps import new_id
from newsreader.store.translating import translated

PAGES = 1024
"""Pages that are copied at a time: some milliseconds, in which nobody else can write."""

RESTARTS = 8
"""How often other programs' writes may make us begin anew."""


class _DisturbedError(Exception):
    """Others write too often to copy in pieces."""


def backup(connection: sqlite3.Connection, path: Path, target: str | os.PathLike[str]) -> None:
    """Copy the library to a new file.

    Args:
        connection: of the library, without a transaction open.
        path: of the library, for messages.
        target: the copy's name; must not exist.

    Raises:
        WriteError: there is a file of that name, or the copy cannot be written.
        LibraryError: the library cannot be read.
    """
    copy = Path(target).absolute()
    if copy.exists():
        raise WriteError(f"{copy}: exists already, left as it is", "name a new file")
    try:
        with beside(copy) as draft:
            with translated(path, writing=True):
                _copy(connection, draft)
            publish(draft, copy)
    except FileExistsError as error:
        raise WriteError(f"{copy}: exists already, left as it is", "name a new file") from error
    except OSError as error:
        raise WriteError(f"{copy}: cannot be written: {error.strerror}") from error


def _copy(connection: sqlite3.Connection, draft: Path) -> None:
    try:
        _fill(connection, draft, PAGES)
    except _DisturbedError:
        _fill(connection, draft, -1)


def _fill(connection: sqlite3.Connection, draft: Path, pages: int) -> None:
    left: list[int] = []

    def watch(_status: int, remaining: int, _total: int) -> None:
        restarts = sum(now > before for before, now in pairwise(left))
        left.append(remaining)
        if restarts > RESTARTS:
            raise _DisturbedError

    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        connection.backup(copy, pages=pages, progress=watch, sleep=0.005)
        copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        copy.execute("UPDATE meta SET value = ? WHERE key = 'device'", (new_id(),))
