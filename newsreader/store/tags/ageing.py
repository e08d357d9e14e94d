"""Speculative tags that nobody looked at for long, found by an index of their age."""

from __future__ import annotations

import sqlite3

from newsreader.model.aged import Aged
from newsreader.model.event import AnchorState

_AGED = (
    "SELECT t.story, s.title, t.editor, t.at, t.exact, t.state, t.event, t.n "
    "FROM tag t CROSS JOIN story s ON s.id = t.story "
    "WHERE t.label = 'speculative' AND t.at <= :before AND t.state <> 'gone' "
    "AND s.removed IS NULL {} ORDER BY t.at, t.story, t.editor LIMIT :limit"
)


def aged(
    connection: sqlite3.Connection,
    before: str,
    limit: int,
    story: int | None = None,
    editor: str | None = None,
) -> list[Aged]:
    """Speculative tags put before a moment on words that still have a place, the oldest first.

    Args:
        connection: within a transaction.
        before: UTC, ISO 8601.
        limit: how many at most.
        story: only those of this story; None for all that lists show.
        editor: only those of this editor; None for everybody's.
    """
    only = "" if story is None else "AND t.story = :story"
    only += "" if editor is None else " AND t.editor = :editor"
    values = {"before": before, "limit": limit, "story": story, "editor": editor}
    rows = connection.execute(_AGED.format(only), values).fetchall()
    return [
        Aged(story_, title, who, at, exact, AnchorState(state), event, n)
        for story_, title, who, at, exact, state, event, n in rows
    ]
