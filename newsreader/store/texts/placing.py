"""Where an editor was in a story, so that it is opened there again: a convenience, never an event.

A place is kept as the words that it was at (the article and the span of the statement), because
statements are numbered anew when a text is revised or cut.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.store.texts.carrying import Aligning
from newsreader.store.texts.wording import Wording


class KeptPlace(NamedTuple):
    """The statement that an editor was at."""

    article: str  # hash of the article
    start: int
    end: int


def place(connection: sqlite3.Connection, story: int, editor: str) -> KeptPlace | None:
    """Where the editor was in the story; None when nothing is known."""
    row = connection.execute(
        "SELECT article, start, end FROM place WHERE story = ? AND editor = ?", (story, editor)
    ).fetchone()
    return None if row is None else KeptPlace(*row)


def keep(connection: sqlite3.Connection, story: int, editor: str, kept: KeptPlace) -> None:
    """Remember where the editor is in the story; within the caller's write transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)", (story, editor, *kept)
    )


def carried(kept: KeptPlace, old: Wording, new: Wording, aligning: Aligning) -> Span | None:
    """Where the words of a place stand in another article, or the nearest before them that do.

    Args:
        kept: the place.
        old: the wording of its article.
        new: that of the other one.
        aligning: how two revisions are aligned.

    Returns:
        A statement's span; None when nothing up to the place is there any more.
    """
    before = bisect_right(old.spans, kept.start, key=lambda span: span[0])
    places = aligning(old.version, new.version)[:before]
    n = next((each.n for each in reversed(places) if each.n is not None), None)
    return None if n is None else new.spans[n - 1]
