"""A consistent copy of a library while others go on writing.

SQLite's backup copies some pages at a time and begins anew when another program writes between;
after a few such beginnings the rest is copied in one go, which makes writers wait. The copy gets
its name only when it is complete and on the disk.

The copy is another device: what is recorded in it from now on has its own sequence, so that
original and copy can go on side by side and be merged.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from newsreader.errors import WriteError
from newsreader.store.file.publishing import beside, publish
from newsreader.store.file.stamps import new_id
from newsreader.store.file.translating import broken, is_refused_write, translated

PAGES = 512
"""Pages that are copied at a time: a millisecond or two, in which nobody else can write."""

RESTARTS = 8
"""How often other programs' writes may make us begin anew."""


class DisturbedError(WriteError):
    """Others write too often to copy in pieces."""


def backup(
    connection: sqlite3.Connection,
    path: Path,
    target: str | os.PathLike[str],
    *,
    patient: bool = False,
) -> None:
    """Copy the library to a new file.

    Args:
        connection: of the library, without a transaction open.
        path: of the library, for messages.
        target: the copy's name; must not exist.
        patient: whether to give up, rather than to let writers wait, while they write often.

    Raises:
        WriteError: there is a file of that name, or the copy cannot be written.
        LibraryError: the library cannot be read.
    """
    copy = Path(target).absolute()
    try:
        _make(connection, path, copy, patient=patient)
    except FileExistsError as error:
        raise WriteError(f"{copy}: exists already, left as it is", "name a new file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise WriteError(f"{copy}: cannot be written: {why}") from error


def _make(connection: sqlite3.Connection, path: Path, copy: Path, *, patient: bool) -> None:
    """Make the copy under another name, then give it its own."""
    if copy.exists():  # found out before all the work
        raise FileExistsError(copy)
    with beside(copy) as draft:
        with translated(path, writing=False):
            _copy(connection, draft, patient=patient)
        publish(draft, copy)


def _copy(connection: sqlite3.Connection, draft: Path, *, patient: bool) -> None:
    """Fill ``draft``, and look whether it is whole.

    Raises:
        DisturbedError: others write too often.
        OSError: the draft cannot be written.
        sqlite3.Error: the library cannot be read.
    """
    try:
        try:
            _fill(connection, draft, PAGES)
        except DisturbedError:
            if patient:
                raise
            _fill(connection, draft, -1)
    except sqlite3.Error as error:
        if is_refused_write(error):  # the library is only read: it is the draft that was refused
            raise OSError(errno.EIO, str(error)) from error
        raise


def _fill(connection: sqlite3.Connection, draft: Path, pages: int) -> None:
    left: list[int] = []

    def watch(_status: int, remaining: int, _total: int) -> None:
        restarts = sum(now >= before for before, now in pairwise(left))
        left.append(remaining)
        if restarts > RESTARTS:
            raise DisturbedError("no backup: others write too often", "try again later")

    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        connection.backup(copy, pages=pages, progress=watch, sleep=0.005)
        copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        problem = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise broken(f"a copy of it is not whole: {problem}")
        copy.execute("UPDATE meta SET value = ? WHERE key = 'device'", (new_id(),))
