"""Tags, progress and removals kept beside the events: lists and exports need not fold.

Written in the same transaction as the events, always equal to what folding gives
(``check --deep`` proves it), on each story's newest revision.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from newsreader.model.event import AnchorState, Label, Tag
from newsreader.store.folding import Slot, TagBook

_TAG = (
    "story, editor, n, gone, label, event, at, note, evidence, state, exact, article, start, end, "
    "last_revision"
)
_PUT = f"INSERT OR REPLACE INTO tag ({_TAG}) VALUES ({', '.join('?' * 15)})"
_PROGRESS = "INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?)"


def rebuild(connection: sqlite3.Connection, story: int, book: TagBook) -> None:
    """Write the story's tags and progress anew from its book."""
    connection.execute("DELETE FROM tag WHERE story = ?", (story,))
    connection.execute("DELETE FROM progress WHERE story = ?", (story,))
    slots = [slot for slot, _ in book.slots()]
    update(connection, story, book, slots)


def update(
    connection: sqlite3.Connection, story: int, book: TagBook, slots: Iterable[Slot]
) -> None:
    """Write what changed: the tags in ``slots``, and their editors' progress.

    Args:
        connection: with a write transaction open.
        story: the story's number.
        book: the story's tags, placed on its newest revision.
        slots: those whose tag may have changed.
    """
    touched = list(dict.fromkeys(slots))
    for slot in touched:
        _write(connection, story, slot, book.tag_in(slot))
    for editor in dict.fromkeys(slot.editor for slot in touched):
        connection.execute(_PROGRESS, (story, editor, *_counts(book, editor)))


def keep_removal(connection: sqlite3.Connection, story: int, removal: str | None) -> None:
    """Write whether the story is off the lists: by which event, None when it is not."""
    connection.execute("UPDATE story SET removed = ? WHERE id = ?", (removal, story))


def _write(connection: sqlite3.Connection, story: int, slot: Slot, tag: Tag | None) -> None:
    if tag is None:
        connection.execute(
            "DELETE FROM tag WHERE story = ? AND editor = ? AND n = ? AND gone = ?",
            (story, slot.editor, slot.n or 0, slot.gone),
        )
        return
    connection.execute(_PUT, _row(story, slot, tag))


def _row(story: int, slot: Slot, tag: Tag) -> tuple[Any, ...]:
    return (
        story, slot.editor, slot.n or 0, slot.gone, tag.label.value if tag.label else None,
        tag.event, tag.at, tag.note, tag.evidence, tag.state.value, tag.exact, tag.article,
        tag.start, tag.end, tag.last_revision,
    )  # fmt: skip


def _counts(book: TagBook, editor: str) -> tuple[int, int, int, int, int]:
    """The editor's labels, left-behind and stale tags, counted."""
    labels = book.progress(editor, 0)
    gone, stale = book.count_gone(editor), len(book.stale(editor))
    return labels.confirmed, labels.speculative, labels.opinion, gone, stale


def tags(connection: sqlite3.Connection, story: int) -> list[Tag]:
    """The story's tags as they are kept, by statement, those left behind first."""
    rows = connection.execute(
        "SELECT editor, label, event, at, note, evidence, state, n, exact, article, start, end, "
        "last_revision FROM tag WHERE story = ? ORDER BY n, at, editor, gone",
        (story,),
    ).fetchall()
    return [_tag(row) for row in rows]


def _tag(row: tuple[Any, ...]) -> Tag:
    return Tag(
        editor=row[0],
        label=Label(row[1]) if row[1] else None,
        event=row[2],
        at=row[3],
        note=row[4],
        evidence=row[5],
        state=AnchorState(row[6]),
        n=row[7] or None,
        exact=row[8],
        article=row[9],
        start=row[10],
        end=row[11],
        last_revision=row[12],
    )


def differs(connection: sqlite3.Connection, story: int, book: TagBook) -> str | None:
    """What of the kept tags and progress is not what the book says, None when all agrees."""
    kept = {(slot.editor, slot.n or 0, slot.gone) for slot, _ in book.slots()}
    rows = connection.execute(f"SELECT {_TAG} FROM tag WHERE story = ?", (story,)).fetchall()
    if sorted(rows, key=repr) != sorted((_row(story, *each) for each in book.slots()), key=repr):
        return f"{len(rows)} tags kept, {len(kept)} by the events, or they differ"
    counts = connection.execute(
        "SELECT editor, confirmed, speculative, opinion, left_behind, stale FROM progress "
        "WHERE story = ?",
        (story,),
    ).fetchall()
    for editor, *kept_counts in counts:
        if _counts(book, editor) != tuple(kept_counts):
            return f"the progress of {editor} is not what the events say"
    if {tag.editor for _, tag in book.slots()} - {row[0] for row in counts}:
        return "an editor's progress is missing"
    removed = connection.execute("SELECT removed FROM story WHERE id = ?", (story,)).fetchone()[0]
    if removed != book.removals.last:
        return "whether it is deleted is not what the events say"
    return None
