"""Which stories a filter finds, kept beside them: so that finding costs the same in any library.

A shelf is a kind of story and, where it depends on one, the editor: ``done`` of ana's, ``note`` of
anybody's. On it the stories stand in the order of the list, by when they changed. Only stories that
somebody opened or tagged stand on any.

What must stay true: what stands there is what progress, looks and news say, written in the same
transaction (``check --deep`` compares).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

Standing = tuple[str, str, str]
"""Kind, editor ("" for anybody), and when the story changed."""

ANYBODY = ""

_PROGRESS = (
    "SELECT editor, confirmed, speculative, opinion, left_behind, stale, tags, notes, evidence, "
    "said_confirmed, said_speculative, said_opinion FROM progress WHERE story = ?"
)
_WAITING = (
    "SELECT l.editor, EXISTS (SELECT 1 FROM news w WHERE w.story = l.story "
    "AND w.revision > l.revision AND w.fresh + w.changed + w.gone > 0) "
    "FROM look l WHERE l.story = ?1 AND l.revision < ?2"
)
_LABELS = ("confirmed", "speculative", "opinion")


def shelve(connection: sqlite3.Connection, story: int) -> None:
    """Put a story where it belongs now; within the caller's write transaction."""
    kept, now = standing(connection, story), set(due(connection, story))
    if kept == now:
        return
    connection.executemany(
        "DELETE FROM shelf WHERE kind = ? AND editor = ? AND changed_at = ? AND story = ?",
        [(*each, story) for each in kept - now],
    )
    connection.executemany(
        "INSERT INTO shelf VALUES (?, ?, ?, ?)", [(*each, story) for each in now - kept]
    )


def standing(connection: sqlite3.Connection, story: int) -> set[Standing]:
    """Where a story stands."""
    rows = connection.execute(
        "SELECT kind, editor, changed_at FROM shelf WHERE story = ?", (story,)
    )
    return set(rows.fetchall())


def due(connection: sqlite3.Connection, story: int) -> Iterator[Standing]:
    """Where a story must stand."""
    row = connection.execute(
        "SELECT changed_at, statements, revisions, removed FROM story WHERE id = ?", (story,)
    ).fetchone()
    if row is None:
        return
    changed, statements, revisions, removed = row
    if removed is not None:
        yield "removed", ANYBODY, changed
    anybody: set[str] = set()
    for editor, *counts in connection.execute(_PROGRESS, (story,)).fetchall():
        own, said = kinds(statements, counts)
        yield from ((kind, editor, changed) for kind in own)
        anybody |= said
    yield from ((kind, ANYBODY, changed) for kind in anybody)
    for editor, other_words in connection.execute(_WAITING, (story, revisions)).fetchall():
        yield "waiting", editor, changed
        if other_words:
            yield "changed", editor, changed


def kinds(statements: int, counts: Sequence[int]) -> tuple[set[str], set[str]]:
    """The shelves that an editor's progress in a story means: the editor's own, and anybody's.

    Args:
        statements: of the story.
        counts: the progress, in the order of its table.
    """
    tagged, (left_behind, stale, tags) = sum(counts[:3]), counts[3:6]
    own = {label for label, count in zip(_LABELS, counts, strict=False) if count}
    own |= {"progress"} if 0 < tagged < statements else set()
    own |= {"done"} if 0 < statements <= tagged else set()
    own |= {"gone"} if left_behind else set()
    own |= {"stale"} if stale else set()
    own |= {"mine"} if tags else set()
    said = zip(("note", "evidence", *_LABELS), counts[6:], strict=True)
    return own, {kind for kind, count in said if count}
