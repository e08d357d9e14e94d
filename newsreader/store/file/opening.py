"""Opening a library: first look, then refuse or go on, and only then write.

A file is a library of ours when it is a regular file with SQLite's header, our
``application_id`` and a ``user_version`` that is not newer than ours. Everything else is
refused with one plain line and stays byte-identical: the first look is through a connection
that takes no lock and cannot write. A library whose structure is damaged is opened for reading
what is left, and never written to.

A new library is made under another name and linked into place when it is complete, so that no
crash and no second program ever sees half of one.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import LibraryError
from newsreader.store.file.journal import journal_mode
from newsreader.store.file.publishing import beside, publish
from newsreader.store.file.stamps import new_id
from newsreader.store.file.translating import damaged, is_damage, translated
from newsreader.store.file.waiting import patiently

APPLICATION_ID = 0x6E777264
"""``nwrd``: says in the file's header that it is ours."""

SCHEMA_VERSION = 13
"""``user_version`` of a library that this program writes."""

BUSY_SECONDS = 10.0
"""How long opening and reading wait for another program's lock."""

_MOMENT = 0.02  # seconds that one of the steps of opening waits before all of them begin anew

PAGE_SIZE = 2048
"""Articles are rows of some kilobytes: small pages waste less around them (a fifth of the file)
and make less to journal at a key press."""

CHECKED_BYTES = 4 * 1024 * 1024
"""Up to this size the structure of the whole file is checked at every opening."""


class Opened(NamedTuple):
    """A library's connection, and what can be done with it."""

    connection: sqlite3.Connection
    readonly: bool  # for want of rights
    damage: str = ""  # what is wrong with the structure: nothing may be written then


def open_connection(path: Path, *, make_folder: bool = False) -> Opened:
    """Open the library at ``path``; make it when there is none.

    Args:
        path: an absolute path.
        make_folder: make the folder, for its owner alone, when it is missing.

    Raises:
        LibraryError: it cannot be opened; nothing was changed.
    """
    if _size(path) is None:
        _make(path, make_folder=make_folder)
    with translated(path, writing=False):
        size = _size(path)
        if size is None:
            raise LibraryError(f"{path}: the library cannot be opened: no such file")
        if size:
            version = _look(path)
            refuse_newer(path, version)
        return patiently(lambda: _connect(path), BUSY_SECONDS)


def _size(path: Path) -> int | None:
    """The size of the regular file in bytes, None when there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise LibraryError(f"{path}: the library cannot be opened: {_why(error)}") from error
    if stat.S_ISDIR(status.st_mode):
        raise LibraryError(f"{path}: a folder, not a library", "name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise LibraryError(f"{path}: not a regular file", "a library is one file")
    return status.st_size


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _look(path: Path) -> int:
    """The schema's version, read without a lock and without the power to write."""
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        # Without a lock the file may be longer or shorter than its header says, because another
        # program is just writing; so the look must not mind (that is what this switch does).
        connection.execute("PRAGMA writable_schema=ON")
        return _identity(connection, path)


def _identity(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version, if the file is ours at all."""
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            ours = False
        else:
            raise
    if not ours:
        raise LibraryError(
            f"{path}: not a newsreader library", "name another file; this one was left as it is"
        )
    return version


def refuse_newer(path: Path, version: int) -> None:
    """Stop before a file with a schema that this program does not know.

    Raises:
        LibraryError: ``version`` is newer than ours.
    """
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"{path}: made by a newer newsreader (schema {version}, known here: {SCHEMA_VERSION})",
            "upgrade newsreader; the file was left as it is",
        )


def _connect(path: Path) -> Opened:
    """The connection that the program works with, checked and configured."""
    readonly = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    mode = "ro" if readonly else "rw"
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_MOMENT
    )
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        damage = _settle(connection, path, readonly=readonly)
        if damage:
            connection.execute("PRAGMA query_only=ON")
        else:
            _configure(connection, path)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, readonly, damage)


def _settle(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> str:
    """Check the file as it is under a lock, and bring its schema up to date.

    Returns:
        What is wrong with its structure, "" for nothing.
    """
    size = _size(path)
    if size == 0:  # a file that was made empty for us
        create(connection)
        return ""
    damage = ""
    try:
        version = _identity(connection, path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        connection.execute("PRAGMA writable_schema=ON")  # reads what is there of a shorter file
        version, damage = _identity(connection, path), "the end of the file is missing"
    refuse_newer(path, version)
    damage = damage or _structure_problem(connection, path)
    if damage and (version < SCHEMA_VERSION or not _can_be_read(connection)):
        raise damaged(path, damage)
    if version < SCHEMA_VERSION:
        if readonly:
            raise LibraryError(
                f"{path}: made by an older newsreader, and read-only", "open it once with rights"
            )
        _upgrade(connection)
    return damage


def _structure_problem(connection: sqlite3.Connection, path: Path) -> str:
    """What is cut off or broken, "" for nothing: of a small file all, of a large one the outline.

    Raises:
        sqlite3.DatabaseError: the schema cannot be read, and so nothing can.
    """
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    page_size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    on_disk = path.stat().st_size
    wal = path.with_name(path.name + "-wal")
    if pages * page_size > on_disk and not wal.exists():
        return "the end of the file is missing"
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if on_disk > CHECKED_BYTES:
        return ""
    try:
        problem = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return str(error)
    return "" if problem == "ok" else problem.rsplit("\n", maxsplit=1)[-1]


def _can_be_read(connection: sqlite3.Connection) -> bool:
    """Whether enough is left of a damaged library to look at it."""
    try:
        for table in ("meta", "story", "event"):
            connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
            raise
        return False
    return True


def _configure(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute(f"PRAGMA journal_mode={journal_mode(path)}").fetchone()
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",  # so that REPLACE cannot slip past the events' triggers
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _make(path: Path, *, make_folder: bool) -> None:
    """Make a new library beside ``path`` and put it into place; losing a race is no harm."""
    if not path.parent.is_dir():
        if not make_folder:
            raise LibraryError(f"{path}: there is no folder {path.parent}", "make it first")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{path.parent}: cannot be made: {_why(error)}") from error
    with beside(path) as draft:
        try:
            with (
                translated(path, writing=False),
                closing(sqlite3.connect(draft, isolation_level=None)) as connection,
            ):
                create(connection)
            publish(draft, path)
        except FileExistsError:
            return
        except OSError as error:
            raise LibraryError(f"{path}: a library cannot be made here: {_why(error)}") from error


def create(connection: sqlite3.Connection) -> None:
    """The newest schema in an empty file, and the library's own names."""
    connection.execute(f"PRAGMA page_size={PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    _upgrade(connection)


def _upgrade(connection: sqlite3.Connection) -> None:
    """Run the migrations that are missing, all or none of them."""
    from newsreader.store.schema import migrations  # noqa: PLC0415  (slow to import, seldom needed)

    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(connection)
        for key in ("library", "device"):
            connection.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (key, new_id()))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
