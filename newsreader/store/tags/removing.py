"""Stories that were removed from the lists: which was last, and bringing one back by new words."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import NamedTuple

from newsreader.model.event import Draft, Event, EventKind
from newsreader.store import events
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper

_LAST = (
    "SELECT s.id, e.body FROM story s JOIN event e ON e.id = s.removed "
    "WHERE s.removed IS NOT NULL AND e.editor = ? ORDER BY e.rowid DESC"
)


class Adder(NamedTuple):
    """Who added new words, and when; with its zone."""

    editor: str
    moment: datetime


def last_removed(connection: sqlite3.Connection, editor: str) -> list[int]:
    """The numbers of the stories that the editor's last removal took off the lists.

    Several when they went with one key press; none when nothing is left to bring back.
    """
    found: list[int] = []
    group: str | None = None
    for story, body in connection.execute(_LAST, (editor,)):
        its = json.loads(body).get("group")
        if found and (its is None or its != group):
            break
        found.append(story)
        group = its
    return found


def revive(
    connection: sqlite3.Connection, keeper: Bookkeeper, story: int, device: str, by: Adder
) -> tuple[Event, ...]:
    """Bring a story back because a new revision of it was added.

    Args:
        connection: with a write transaction open.
        keeper: of the library's books.
        story: the story's number.
        device: the library's own.
        by: who added it, and when.

    Returns:
        The undoing of its removal; nothing when it was not removed.
    """
    row = connection.execute("SELECT uri, removed FROM story WHERE id = ?", (story,)).fetchone()
    if row is None or row[1] is None:
        return ()
    book, _ = keeper.newest(row[0], story)
    undoing = Draft(EventKind.UNDO, by.editor, row[0], events=book.removals.in_force)
    recorded, _ = events.append(connection, events.tail(connection, device), [undoing], by.moment)
    projection.keep_removal(connection, story, None)
    return recorded
