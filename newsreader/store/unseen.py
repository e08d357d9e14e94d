"""What of a story an editor has not seen yet: a convenience, as places are, and never an event.

Kept when a story is left, as statements of the revision shown then.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from newsreader.store.looking import looked


class Unseen(NamedTuple):
    """What was left unseen of a revision."""

    revision: int  # 0 where nothing is known
    was: dict[int, str]  # by the splitter's numbers; "" for a new statement, else what it said


def unseen(connection: sqlite3.Connection, story: int, editor: str) -> Unseen:
    """What the editor left unseen in the story; nothing of it is trusted to be whole."""
    row = connection.execute(
        "SELECT revision, statements FROM unseen WHERE story = ? AND editor = ?", (story, editor)
    ).fetchone()
    if row is None:
        return Unseen(looked(connection, story, editor), {})
    try:
        found = {int(n): str(was) for n, was in json.loads(row[1]).items()}
    except (ValueError, AttributeError):
        found = {}
    return Unseen(row[0], found)


def keep(
    connection: sqlite3.Connection, story: int, editor: str, revision: int, was: Mapping[int, str]
) -> None:
    """Remember what the editor left unseen; within the caller's write transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO unseen VALUES (?, ?, ?, ?)",
        (story, editor, revision, json.dumps({str(n): text for n, text in was.items()})),
    )
