"""Which revision of a story an editor had before their eyes last, and what came to it since.

A look is a convenience like a place, never an event: it is kept when a story is left, and with the
first thing that an editor does in it. What each revision brought is counted once, from the event
that links it to the one before (``store/tags/carry_over.py``), so that a list tells what is new
without comparing anything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsreader.model.carryover import Carryover
from newsreader.model.event import Event
from newsreader.model.story import Revision
from newsreader.store.shelving import shelve
from newsreader.store.tags.linking import steps_kept

LOOK = "LEFT JOIN look l ON l.story = s.id AND l.editor = :editor"
"""Joins a story ``s`` with the editor's look."""

_SINCE = "FROM news w WHERE w.story = s.id AND w.revision > l.revision"
NEWS = f"CASE WHEN l.revision < s.revisions THEN (SELECT sum(w.fresh + w.changed) {_SINCE}) END"
"""How many statements are new or have other words since the look; NULL or 0 for none."""
WAITING = "l.revision < s.revisions"
"""Whether a revision came since the look."""
CHANGED = f"({WAITING} AND EXISTS (SELECT 1 {_SINCE} AND w.fresh + w.changed + w.gone > 0))"
"""Whether a revision came since that has other statements, or fewer."""


class News(NamedTuple):
    """What a revision did to the statements of the one before, counted."""

    fresh: int
    changed: int
    gone: int

    @classmethod
    def of(cls, carryover: Carryover) -> News:
        """The counts of a carry-over."""
        return cls(len(carryover.new), len(carryover.stale), len(carryover.gone))


def look(connection: sqlite3.Connection, story: int, editor: str, revision: int) -> None:
    """Remember that the editor has that revision before their eyes; never an older one.

    Args:
        connection: with a write transaction open.
        story: the story's number.
        editor: who looks.
        revision: the number of what is shown.
    """
    connection.execute(
        "INSERT INTO look VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
        "SET revision = max(revision, excluded.revision)",
        (story, editor, revision),
    )
    shelve(connection, story)


def looked(connection: sqlite3.Connection, story: int, editor: str) -> int:
    """The newest revision that the editor had before their eyes; 0 for none."""
    row = connection.execute(
        "SELECT revision FROM look WHERE story = ? AND editor = ?", (story, editor)
    ).fetchone()
    return int(row[0]) if row else 0


def count(connection: sqlite3.Connection, uri: str, revision: int, news: News) -> None:
    """Keep what a revision of the story ``uri`` brought; within the write transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO news SELECT id, ?, ?, ?, ? FROM story WHERE uri = ?",
        (revision, *news, uri),
    )


def counted(connection: sqlite3.Connection, story: int) -> dict[int, News]:
    """What each revision of a story brought, by its number, as it is kept."""
    rows = connection.execute(
        "SELECT revision, fresh, changed, gone FROM news WHERE story = ?", (story,)
    ).fetchall()
    return {row[0]: News(*row[1:]) for row in rows}


def told(found: Iterable[Event], revisions: Sequence[Revision]) -> dict[int, News]:
    """What each revision brought as the story's events say."""
    bodies = dict(enumerate(steps_kept(found, revisions), start=2))
    return {n: News.of(Carryover.of_body(body)) for n, body in bodies.items() if body is not None}
