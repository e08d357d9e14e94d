"""Writing a library anew from what is left of another: rows put in as they were, the rest derived.

What must stay true: events go in verbatim, in the order of their clock, and which are missing is
noted; tags, progress, counts and the search index are made from events and articles, never copied.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from newsreader.model.event import Event
from newsreader.store import articles, events, looking, search, stories
from newsreader.store.file.stamps import new_id
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts import sealing
from newsreader.store.texts.ready import Ready, storable

_SAVED = (
    "CREATE TEMP TABLE saved (id TEXT PRIMARY KEY, device, seq, prev, hash, hlc, editor, kind, at, "
    "body, story)"
)
_COLUMNS = "id, device, seq, prev, hash, hlc, editor, kind, at, body, story"


class Shown(NamedTuple):
    """A revision as it is to be written."""

    article: int  # its row in the new library
    ready: Ready
    read_at: str
    source: str


def put_article(connection: sqlite3.Connection, ready: Ready) -> int:
    """Store an article, unless its text is stored; returns its row."""
    return articles.save(connection, ready)


def put_story(
    connection: sqlite3.Connection, id_: int, uri: str, added_at: str, revisions: Sequence[Shown]
) -> None:
    """Store a story with the revisions that are left, at least one, numbered from 1."""
    newest = revisions[-1]
    told = newest.ready.told
    read = [each.read_at for each in revisions]
    connection.execute(
        "INSERT INTO story (id, uri, title, source, published, added_at, changed_at, revisions, "
        "newest, updates, statements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id_, uri, told.title, newest.source, told.published, read[0] or added_at, read[-1],
            len(revisions), newest.article, *articles.size(connection, newest.article),
        ),
    )  # fmt: skip
    for n, each in enumerate(revisions, 1):
        seal = sealing.of_revision(uri, n, each.ready.hash, each.read_at, each.source)
        row = (id_, n, each.article, each.read_at, each.source, seal)
        connection.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)", row)


def begin_log(connection: sqlite3.Connection) -> None:
    """Be ready to take events in any order."""
    connection.execute(_SAVED)


def put_event(connection: sqlite3.Connection, event: Event) -> None:
    """Take an event."""
    row = (
        event.id, event.device, event.seq, event.prev, event.hash, event.hlc, event.editor,
        event.kind.value, event.at, events.canonical(event.body), event.body["story"],
    )  # fmt: skip
    connection.execute(f"INSERT OR IGNORE INTO saved VALUES ({', '.join('?' * 11)})", row)


def stray(connection: sqlite3.Connection) -> list[str]:
    """The URIs of the stories of which there are events and nothing else."""
    rows = connection.execute(
        "SELECT DISTINCT story FROM saved WHERE story NOT IN (SELECT uri FROM story)"
    )
    return [str(row[0]) for row in rows]


def events_of(connection: sqlite3.Connection, uri: str) -> list[Event]:
    """The events of a story that were taken."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM saved WHERE story = ? ORDER BY hlc", (uri,)
    ).fetchall()
    return [events.from_row(row) for row in rows]


def end_log(connection: sqlite3.Connection, known: Iterable[tuple[str, int]]) -> int:
    """Put the events in, in their order, and note which are missing.

    Args:
        connection: with a write transaction open.
        known: of each device the number of the last event that there was.

    Returns:
        How many are missing.
    """
    connection.execute(
        f"INSERT INTO event ({_COLUMNS}) SELECT {_COLUMNS} FROM saved ORDER BY hlc, device, seq"
    )
    last = dict(connection.execute("SELECT device, max(seq) FROM event GROUP BY device").fetchall())
    for device, seq in known:
        last[device] = max(seq, last.get(device, 0))
    for device, seq in last.items():
        connection.execute(
            "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?2)"
            "INSERT INTO lost SELECT ?1, n FROM number WHERE NOT EXISTS "
            "(SELECT 1 FROM event WHERE device = ?1 AND seq = n)",
            (device, seq),
        )
    connection.execute("DROP TABLE saved")
    return int(connection.execute("SELECT count(*) FROM lost").fetchone()[0])


def derive(connection: sqlite3.Connection, keeper: Bookkeeper, story: int) -> None:
    """Make the tags, progress, counts and words of a story from its events and articles."""
    uri, newest = connection.execute(
        "SELECT uri, newest FROM story WHERE id = ?", (story,)
    ).fetchone()
    book, last = keeper.newest(uri, story)
    if last:
        projection.rebuild(connection, story, book)
        stories.count(connection, story, book.shape)
        projection.keep_removal(connection, story, book.removals.last)
        found = looking.told(book.events, stories.revisions(connection, story))
        for revision, news in found.items():
            looking.count(connection, uri, revision, news)
    if not connection.execute(
        "SELECT 1 FROM story WHERE newest = ? AND id < ? LIMIT 1", (newest, story)
    ).fetchone():
        search.enter(connection, newest)


def put_row(connection: sqlite3.Connection, table: str, row: Sequence[Any]) -> bool:
    """Put a row of a small table in; whether it could be: it may refer to what is lost."""
    values = [storable(each) if isinstance(each, str) else each for each in row]
    try:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    except sqlite3.Error:
        return False
    return True


def name(connection: sqlite3.Connection, library: str | None) -> None:
    """Give the library its name back; it is another device from now on, as a copy is."""
    if library is not None:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'library'", (library,))
    connection.execute("UPDATE meta SET value = ? WHERE key = 'device'", (new_id(),))
