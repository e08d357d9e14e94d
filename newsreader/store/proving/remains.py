"""What is left of a damaged library, read from a copy of it, around what cannot be read.

What must stay true: the library itself is only read, as bytes; whatever SQLite does to look at it,
rolling back what a crash left among it, is done to the copy.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from newsreader.errors import LibraryError, WriteError
from newsreader.model.event import Event
from newsreader.model.statement import Analysis
from newsreader.store import articles, events
from newsreader.store.file.opening import SCHEMA_VERSION, refuse_newer
from newsreader.store.file.publishing import beside
from newsreader.store.file.translating import UNSOUND, damaged, translated
from newsreader.store.file.walking import Unreadable, walk
from newsreader.store.proving.mending import mended_event, mended_text
from newsreader.store.schema import migrations

_MAGIC = b"SQLite format 3\0"
_EVENT = "id, device, seq, prev, hash, hlc, editor, kind, at, body"
Row = tuple[Any, ...]


class Left(NamedTuple):
    """What is left of an article."""

    analysis: Analysis | None  # None where its text alone is left
    text: str
    whole: bool  # whether the text is what its hash says
    splitter: str


class Remains:
    """A copy of a damaged library, to be read row by row."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path  # of the library, for messages and its size

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection; what it cannot read is a :class:`DamagedError`."""
        with translated(self.path, writing=False):
            yield self.connection

    def ask(self, question: str, values: Row = ()) -> list[Row]:
        """The rows that can be read from the beginning on; [] where not one can."""
        rows: list[Row] = []
        try:
            for row in self.connection.execute(question, values):
                rows.append(row)  # noqa: PERF402  -- those before an error are kept
        except sqlite3.Error:
            return rows
        return rows

    def all_of(self, table: str, key: str) -> list[Row]:
        """The rows of a small table, from both ends up to what cannot be read."""
        down = ", ".join(f"{each} DESC" for each in key.split(", "))
        found = dict.fromkeys(self.ask(f"SELECT * FROM {table} ORDER BY {key}"))
        found.update(dict.fromkeys(self.ask(f"SELECT * FROM {table} ORDER BY {down}")))
        return [*found]

    def stories(self) -> Iterator[tuple[int, Row]]:
        """Each story's number with URI, source and when it was added; "" for what is not known."""
        for id_ in walk(self, "story"):
            if isinstance(id_, Unreadable):
                for number in range(id_.first, id_.last + 1):
                    yield from self._by_index(number)
                continue
            rows = self.ask("SELECT uri, source, added_at FROM story WHERE id = ?", (id_,))
            if rows and all(isinstance(each, str) for each in rows[0]):
                yield id_, rows[0]
            else:
                yield from self._by_index(id_)

    def _by_index(self, id_: int) -> Iterator[tuple[int, Row]]:
        """A story whose row is lost, where another part of the file still has its URI."""
        if rows := self.ask("SELECT uri FROM story WHERE +id = ? AND uri > ''", (id_,)):
            yield id_, (rows[0][0], "", "")
        elif self.ask("SELECT 1 FROM revision WHERE story = ? LIMIT 1", (id_,)):
            yield id_, ("", "", "")

    def revisions(self, story: int) -> list[Row]:
        """Number, article's row, time and source of each of a story's revisions."""
        return self.ask(
            "SELECT n, article, read_at, source FROM revision WHERE story = ? ORDER BY n", (story,)
        )

    def article(self, id_: int) -> Left | None:
        """The article in that row; None where not even its text can be read."""
        try:
            row = self.connection.execute(
                "SELECT hash, splitter, CAST(text AS BLOB) FROM article WHERE id = ?", (id_,)
            ).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[2], bytes):
            return None
        hash_, splitter = str(row[0]), str(row[1])
        text, whole = mended_text(row[2], hash_)
        if not whole:
            return Left(None, text, whole, splitter)
        try:
            if text.encode("utf-8") != row[2]:  # this is a copy
                put_right = "UPDATE article SET text = ? WHERE id = ?"
                self.connection.execute(put_right, (text, id_))
            analysis = articles.load(self.connection, hash_, uri="", source="")
        except (sqlite3.Error, *UNSOUND):
            analysis = None
        return Left(analysis, text, whole, splitter)

    def events(self) -> Iterator[tuple[int, Event | str]]:
        """The log in its order: each row with its event, or why there is none, in words."""
        for row in walk(self, "event"):
            numbers = (row,) if isinstance(row, int) else range(row.first, row.last + 1)
            for number in numbers:
                if (found := self._event(number)) is not None:
                    yield number, found

    def _event(self, number: int) -> Event | str | None:
        """The event in a row of the log; None where there was none."""
        try:
            row = self.connection.execute(
                f"SELECT {_EVENT} FROM event WHERE rowid = ?", (number,)
            ).fetchone()
            if row is None:
                return None
            event = events.from_row(row)
            if event.hash == events.seal(event):
                return event
        except sqlite3.Error as error:
            return f"cannot be read ({error})"
        except UNSOUND:
            pass
        return mended_event(row) or "is not what its hash says"


@contextmanager
def remains(path: Path, near: Path) -> Iterator[Remains]:
    """What is left of the library at ``path``.

    Args:
        path: the library; only read.
        near: a file in whose folder there is room for a copy.

    Raises:
        LibraryError: nothing of it can be read.
        WriteError: there is no room.
    """
    with beside(near) as copy:
        try:
            for ending in ("", "-journal", "-wal"):
                if (part := path.with_name(path.name + ending)).is_file():
                    shutil.copyfile(part, copy.with_name(copy.name + ending))
            _mend_header(copy)
        except OSError as error:
            raise WriteError(f"{near}: cannot be written: {error.strerror}") from error
        connection = sqlite3.connect(copy, isolation_level=None)
        try:
            with translated(path, writing=False):
                _bring_up(connection, path)
            yield Remains(connection, path)
        finally:
            connection.close()


def _mend_header(copy: Path) -> None:
    """Put in the first bytes of a database where they are not there."""
    with copy.open("r+b") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            file.seek(0)
            file.write(_MAGIC)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Read what is there as it is, of the newest schema."""
    connection.execute("PRAGMA writable_schema=ON")  # reads what is there of a shorter file
    connection.execute("PRAGMA trusted_schema=OFF")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    refuse_newer(path, version)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    if not {"article", "event", "story", "revision"} <= tables:
        raise damaged(path, "its tables cannot be found")
    if version < SCHEMA_VERSION:
        connection.execute("PRAGMA writable_schema=OFF")
        try:
            connection.execute("BEGIN IMMEDIATE")
            migrations.apply(connection)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            message = f"{path}: made by an older newsreader, and too damaged to be brought up"
            raise LibraryError(message, str(error)) from error
