"""What SQLite says when something fails, as our own errors with their exit status.

Every ``sqlite3.Error`` that a file, a disk or another program can cause passes through
:func:`translate`, so that nobody ever sees a traceback for it. Misuse of the API (a closed
connection, a wrong thread) is a bug and stays what it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsreader.errors import LibraryError, NewsreaderError, WriteError

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_DAMAGED = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_ERROR,  # our SQL is tested: a missing table or column is damage
        sqlite3.SQLITE_SCHEMA,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    }
)
_WRITING = {
    sqlite3.SQLITE_FULL: ("the disk is full", "nothing was saved; make room and try again"),
    sqlite3.SQLITE_READONLY: ("the library is read-only", "check the rights of file and folder"),
    sqlite3.SQLITE_CANTOPEN: (
        "the library's folder cannot be written to",
        "check the rights of the folder",
    ),
    sqlite3.SQLITE_PERM: ("no rights to write to the library", None),
    sqlite3.SQLITE_IOERR: ("the disk refused the write", "nothing was saved"),
    sqlite3.SQLITE_TOOBIG: ("one text is too large to be stored", None),
    sqlite3.SQLITE_NOMEM: ("out of memory", "nothing was saved"),
}


class DamagedError(LibraryError):
    """What is in the file cannot be what we wrote."""


UNSOUND = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What broken rows do to the code that reads them."""

DAMAGED_HINT = (
    "left as it is; newsreader restore lists backups, check --repair-to FILE saves what can be"
)


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program holds the lock that was asked for."""
    return _primary(error) in _BUSY


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not what SQLite wrote."""
    return _primary(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_unreadable(error: sqlite3.Error) -> bool:
    """Whether a row could not be read, or is none of ours; others may be whole."""
    return _primary(error) is None or is_damage(error)


def is_refused_write(error: sqlite3.Error) -> bool:
    """Whether it is the disk or the rights that refused what was to be written."""
    return _primary(error) in _WRITING


def translate(error: sqlite3.Error, path: Path, *, writing: bool) -> NewsreaderError | None:
    """The expected error that ``error`` stands for, or None when it is a bug.

    Args:
        error: what SQLite raised.
        path: the library, for the message.
        writing: whether something was being written; decides between the exit statuses 3 and 4.
    """
    if isinstance(error, sqlite3.ProgrammingError):
        return None
    code = _primary(error)
    if code in _BUSY:
        problem = "the library is locked by another program"
        kind = WriteError if writing else LibraryError
        return kind(f"{path}: {problem}", "close the other program, then try again")
    if writing and code in _WRITING:
        return _refused(error, code, path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryError(f"{path}: the library cannot be opened", "check the rights")
    if code is None or code in _DAMAGED:
        return damaged(path, str(error))
    return LibraryError(f"{path}: the library cannot be read: {error}")


def _refused(error: sqlite3.Error, code: int, path: Path) -> NewsreaderError:
    """Why something could not be written."""
    if not path.exists():
        return WriteError(f"{path}: the file is gone", "nothing was saved; put it back")
    if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_DBMOVED:
        return replaced(path)
    problem, hint = _WRITING[code]
    return WriteError(f"{path}: {problem}", hint)


def damaged(path: Path, what: str) -> DamagedError:
    """The refusal of a file that is broken."""
    return DamagedError(f"{path}: the library is damaged: {what}", DAMAGED_HINT)


def replaced(path: Path) -> LibraryError:
    """The refusal to go on with a file that is not the one that was opened."""
    return LibraryError(
        f"{path}: the library was replaced by another program", "leave and open it again"
    )


def broken(what: str) -> sqlite3.DatabaseError:
    """Rows that cannot be ours, or are not there: :func:`translated` tells it as damage."""
    return sqlite3.DatabaseError(what)


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Turns what broken rows do to the code that reads them into :class:`LibraryError`."""
    try:
        yield
    except UNSOUND as error:
        raise damaged(path, f"a row cannot be understood ({error})") from error


@contextmanager
def translated(path: Path, *, writing: bool) -> Iterator[None]:
    """Turns the ``sqlite3`` errors of its body into ours."""
    try:
        yield
    except sqlite3.Error as error:
        ours = translate(error, path, writing=writing)
        if ours is None:
            raise
        raise ours from error
    except UnicodeDecodeError as error:  # SQLite's message quotes a broken schema
        raise damaged(path, "its schema is not text") from error


def _primary(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code; None where Python itself raised (undecodable text)."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
