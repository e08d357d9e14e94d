"""A library's connection, and the only two ways to use it: reading and writing.

One connection belongs to the thread that opened it; another thread opens its own. Transactions
are short. Writing is ``BEGIN IMMEDIATE`` … ``COMMIT`` with ``synchronous=FULL``: when the block
is left without an error, what was written is on the disk; when it is left with one, nothing is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsreader.errors import WriteError
from newsreader.store.file.opening import BUSY_SECONDS, open_connection, refuse_newer
from newsreader.store.file.translating import broken, damaged, is_busy, translated
from newsreader.store.file.waiting import patiently

__all__ = ["Connection", "Database"]

Connection = sqlite3.Connection
"""For those who hand a connection on but know nothing of SQLite."""


class Database:
    """One library file, opened and checked."""

    def __init__(self, path: Path, *, patience: float, make_folder: bool = False) -> None:
        """Open the library at ``path``, make it when there is none.

        Args:
            path: the file; links are followed.
            patience: seconds that a write waits for other programs.
            make_folder: make a missing folder (for the default place).

        Raises:
            LibraryError: it cannot be opened; nothing was changed.
        """
        self.path = _absolute(path)
        self.patience = patience
        opened = open_connection(self.path, make_folder=make_folder)
        self.connection, self.readonly, self.damage = opened
        self.connection.execute("PRAGMA busy_timeout=0")  # waiting is _insist's business
        self._device: str | None = None
        self._version: int | None = None  # SQLite's own count of others' writes

    @property
    def device(self) -> str:
        """The name of this file among the devices of the log; asked for within a transaction.

        It never changes while a file is open: only a copy gets another.
        """
        if self._device is None:
            row = self.connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()
            if row is None:
                raise broken("the id of the device is missing")
            self._device = str(row[0])
        return self._device

    def changed(self) -> bool:
        """Whether another connection wrote to the file since this was asked last.

        Never waits: while another one is writing, it did not yet.

        Raises:
            LibraryError: the library is damaged.
        """
        version = self._version
        with translated(self.path, writing=False):
            try:
                version = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.OperationalError as error:
                if not is_busy(error):
                    raise
        before, self._version = self._version, version
        return before not in {None, version}

    def close(self) -> None:
        """Close the connection; harmless when it is closed."""
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A short transaction that sees one state of the library.

        Raises:
            LibraryError: the library is damaged or locked for too long.
        """
        connection = self.connection
        with translated(self.path, writing=False):
            nested = connection.in_transaction
            if nested:  # part of a greater one
                yield connection
                return
            connection.execute("BEGIN")
            try:
                self._insist("SELECT 1 FROM meta", BUSY_SECONDS)  # takes the lock, for all reads
                yield connection
            finally:
                if connection.in_transaction:
                    _end_reading(connection)

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[sqlite3.Connection]:
        """A transaction that is durable when the block is left, and never was when it failed.

        Args:
            patience: seconds to wait for other programs; None for the library's own.

        Raises:
            WriteError: it could not be written: disk full, read-only, locked for too long.
            LibraryError: the library is damaged, or a newer program upgraded it meanwhile.
        """
        if self.damage:
            raise damaged(self.path, self.damage)
        if self.readonly:
            raise WriteError(
                f"{self.path}: the library is read-only", "check the rights of file and folder"
            )
        connection = self.connection
        patience = self.patience if patience is None else patience
        with translated(self.path, writing=True):
            self._insist("BEGIN IMMEDIATE", patience)
            try:
                # A newer program may have upgraded the file while it was open here.
                refuse_newer(self.path, connection.execute("PRAGMA user_version").fetchone()[0])
                yield connection
                self._insist("COMMIT", patience)
            except BaseException:
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                raise

    def _insist(self, statement: str, patience: float) -> None:
        """Execute, as soon as others let us."""
        patiently(lambda: self.connection.execute(statement).fetchone(), patience)


def _end_reading(connection: sqlite3.Connection) -> None:
    """End a transaction that wrote nothing; what was damaged in it is no reason to stay in it."""
    try:
        connection.execute("COMMIT")
    except sqlite3.DatabaseError:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def _absolute(path: Path) -> Path:
    """The path with links followed; as it is where that cannot be done."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
        return path.absolute()
