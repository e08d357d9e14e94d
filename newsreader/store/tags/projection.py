"""Tags, progress and removals kept beside the events: lists and exports need not fold.

Written in the same transaction as the events, always equal to what folding gives
(``check --deep`` proves it), on each story's newest revision.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from newsreader.model.event import AnchorState, Label, Tag
from newsreader.store.shelving import due, kinds, shelve, standing
from newsreader.store.tags.folding import Slot, TagBook

_TAG = (
    "story, editor, n, gone, label, event, at, note, evidence, state, exact, article, start, end, "
    "last_revision"
)
_PUT = f"INSERT OR REPLACE INTO tag ({_TAG}) VALUES ({', '.join('?' * 15)})"
_COUNTS = "confirmed, speculative, opinion, left_behind, stale"
_SUMS = "tags, notes, evidence, said_confirmed, said_speculative, said_opinion"
_PROGRESS = (
    f"INSERT OR REPLACE INTO progress (story, editor, {_COUNTS}, {_SUMS}, open, last) "
    f"VALUES ({', '.join('?' * 15)})"
)
_WAS = (
    "SELECT t.n, t.label, t.note, t.evidence, s.statements, "
    + ", ".join(f"coalesce(p.{each}, 0)" for each in f"{_COUNTS}, {_SUMS}".split(", "))
    + " FROM story s LEFT JOIN progress p ON p.story = s.id AND p.editor = ?2 "
    "LEFT JOIN tag t ON t.story = s.id AND t.editor = ?2 AND t.n = ?3 AND t.gone = ?4 "
    "WHERE s.id = ?1"
)

Sums = tuple[int, int, int, int, int, int]
"""What an editor left on a story: tags, those with a note, with evidence, with each label."""


_NOTHING: Sums = (0, 0, 0, 0, 0, 0)
_LABELS = (Label.CONFIRMED, Label.SPECULATIVE, Label.OPINION)


def rebuild(connection: sqlite3.Connection, story: int, book: TagBook) -> None:
    """Write the story's tags and progress anew from its book."""
    connection.execute("DELETE FROM tag WHERE story = ?", (story,))
    connection.execute("DELETE FROM progress WHERE story = ?", (story,))
    slots = [slot for slot, _ in book.slots()]
    update(connection, story, book, slots)
    shelve(connection, story)  # an editor may have no tag any more


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
    kept: dict[str, _Progress] = {}
    for slot in dict.fromkeys(slots):
        tag = book.tag_in(slot)
        before, progress = _before(connection, story, slot)
        progress = kept.setdefault(slot.editor, progress)
        _write(connection, story, slot, tag)
        more = zip(progress.sums, _sums(tag), before, strict=True)
        sums = cast("Sums", tuple(sum_ + new - old for sum_, new, old in more))
        kept[slot.editor] = progress._replace(sums=sums)
    moved = [_keep(connection, story, book, *each) for each in kept.items()]
    if any(moved):
        shelve(connection, story)


class _Progress(NamedTuple):
    """An editor's progress in a story before something was done."""

    statements: int  # of the story
    shelves: tuple[set[str], set[str]]
    sums: Sums  # and, slot by slot, after it


def _before(connection: sqlite3.Connection, story: int, slot: Slot) -> tuple[Sums, _Progress]:
    """What the kept tag in a slot counts for, and its editor's progress."""
    row = connection.execute(_WAS, (story, slot.editor, slot.n or 0, slot.gone)).fetchone()
    was = _NOTHING if row[0] is None else _counting(*row[1:4])
    return was, _Progress(row[4], kinds(row[4], row[5:]), row[10:])


def _keep(
    connection: sqlite3.Connection, story: int, book: TagBook, editor: str, progress: _Progress
) -> bool:
    """Write an editor's progress; whether filters find the story elsewhere now.

    With it goes the story's last event: a log that lost its end, and all that the lost events did
    to the tags, would look whole. The row is written at every key press anyway.
    """
    counts = *_counts(book, editor), *progress.sums
    open_ = progress.statements - sum(counts[:3])
    last = book.events[-1].id
    connection.execute(_PROGRESS, (story, editor, *counts, open_, last))
    return kinds(progress.statements, counts) != progress.shelves


def _sums(tag: Tag | None) -> Sums:
    """What a tag counts for."""
    if tag is None:
        return _NOTHING
    return _counting(tag.label.value if tag.label else None, tag.note, tag.evidence)


def _counting(label: str | None, note: str | None, evidence: str | None) -> Sums:
    confirmed, speculative, opinion = (int(label == each.value) for each in _LABELS)
    return 1, int(note is not None), int(evidence is not None), confirmed, speculative, opinion


def keep_removal(connection: sqlite3.Connection, story: int, removal: str | None) -> None:
    """Write whether the story is off the lists: by which event, None when it is not."""
    connection.execute("UPDATE story SET removed = ? WHERE id = ?", (removal, story))
    shelve(connection, story)


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
        f"SELECT editor, {_COUNTS}, {_SUMS} FROM progress WHERE story = ?", (story,)
    ).fetchall()
    for editor, *kept_counts in counts:
        said = [_sums(tag) for slot, tag in book.slots() if slot.editor == editor]
        sums = tuple(map(sum, zip(*said, strict=True))) if said else _NOTHING
        if (*_counts(book, editor), *sums) != tuple(kept_counts):
            return f"the progress of {editor} is not what the events say"
    if {tag.editor for _, tag in book.slots()} - {row[0] for row in counts}:
        return "an editor's progress is missing"
    return _story_differs(connection, story, book)


def _story_differs(connection: sqlite3.Connection, story: int, book: TagBook) -> str | None:
    """Likewise, of the story itself and of where filters find it."""
    removed = connection.execute("SELECT removed FROM story WHERE id = ?", (story,)).fetchone()[0]
    if removed != book.removals.last:
        return "whether it is deleted is not what the events say"
    open_ = "(SELECT statements FROM story WHERE id = story) - confirmed - speculative - opinion"
    wrong = f"SELECT 1 FROM progress WHERE story = ? AND open <> {open_}"
    if connection.execute(wrong, (story,)).fetchone():
        return "how much is open is not what the events say"
    if standing(connection, story) != set(due(connection, story)):
        return "where filters find it is not what its progress says"
    return None
