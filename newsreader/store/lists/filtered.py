"""Stretches of the stories that a filter asks for, by key: no library makes one dearer.

Where the stories wanted stand on a shelf, or the order's index has nearly all of them, or words are
looked for in the order in which articles came, a stretch is read from where it begins. Where they
are few, they are gathered and put in order. Else the way of the order is gone, some rows at a time;
who asked may look on from where that ended, or do something else first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from newsreader.model.filter import Condition, Days, Filter, Sort
from newsreader.model.story import Spot, Story, Stretch
from newsreader.store import search, stories
from newsreader.store.file.translating import is_unreadable
from newsreader.store.lists import conditions, wordy
from newsreader.store.lists.conditions import Shelf, Values
from newsreader.store.lists.stretching import Piece, Wanted, merged, walk
from newsreader.store.lists.ways import (
    ORDERS,
    Way,
    begun,
    by_order,
    by_shelf,
    few,
    not_begun,
    together,
)

FEW = 2_000
"""Stories that are gathered and put in order at once."""

_REMOVED = Condition("is", "removed")


def stretch(connection: sqlite3.Connection, editor: str, wanted: Filter, piece: Piece) -> Stretch:
    """Some of the stories that are wanted.

    Where words are searched for, the last change comes first by the order of the articles' rows,
    so that the index gives a page at once, however common the words are: that is the same but for
    a story that went back to an older text.

    Args:
        connection: within a transaction.
        editor: whose progress counts.
        wanted: which stories, in which order.
        piece: which part of them.
    """
    values = Values(editor)
    asked = Wanted(_asked(wanted, values), piece.limit, piece.looks)
    if wanted.words:
        search_ = wordy.Search(connection, values, wanted.words, asked.conditions, piece)
        return wordy.stretch(search_, wanted, _ways)
    gathered = _gathering(connection, wanted, values)
    if gathered is not None:
        order = ORDERS[wanted.sort or Sort.CHANGED]
        way = piece.turned(Way(gathered[0], "", order.by, "s.id", gathered[1], order.down))
        try:
            return walk(connection, way, values, asked._replace(looks=None), piece.spot)
        except sqlite3.DatabaseError as error:
            if not is_unreadable(error):
                raise  # else the way of the order goes around what is damaged
    parts = [
        walk(connection, piece.turned(way), values, asked, piece.spot)
        for way in _ways(connection, wanted, values)
    ]
    if len(parts) == 1:
        return parts[0]
    return merged(parts, ORDERS[Sort.OPEN], piece)


def _asked(wanted: Filter, values: Values) -> tuple[str, ...]:
    """All that is asked of a story but words, as SQL."""
    said = [] if _REMOVED in wanted.conditions else ["s.removed IS NULL"]
    said += [conditions.sql(each, values) for each in wanted.conditions if each not in wanted.words]
    return tuple(said)


def _ways(connection: sqlite3.Connection, wanted: Filter, values: Values) -> list[Way]:
    """Where to look for what is wanted, not counting words."""
    sort = wanted.sort or Sort.CHANGED
    removed = _REMOVED in wanted.conditions
    if sort is Sort.OPEN:
        return [not_begun(removed=removed), begun(values)]
    if sort is Sort.CHANGED and (shelf := _shelf(connection, wanted, values)) is not None:
        return [by_shelf(shelf, values)]
    return [by_order(ORDERS[sort], removed=removed)]


def _shelf(connection: sqlite3.Connection, wanted: Filter, values: Values) -> Shelf | None:
    """The shelf with the fewest stories, of those that have all that are wanted."""
    shelves = _shelves(wanted, values)
    if len(shelves) < 2:
        return shelves[0] if shelves else None
    counts = {each: few(connection, _on(each, values), values, FEW) for each in shelves}
    return min(shelves, key=lambda each: FEW + 1 if (n := counts[each]) is None else n)


def _shelves(wanted: Filter, values: Values) -> list[Shelf]:
    editor = str(values.bound["editor"])
    found = (conditions.shelf(each, editor) for each in wanted.conditions)
    return [each for each in found if each is not None]


def _on(shelf: Shelf, values: Values) -> str:
    return f"shelf h WHERE {together(by_shelf(shelf, values).within)}"


def _gathering(
    connection: sqlite3.Connection, wanted: Filter, values: Values
) -> tuple[str, tuple[str, ...]] | None:
    """Tables and conditions that give few stories, all that are wanted among them."""
    in_order = (wanted.sort or Sort.CHANGED) is Sort.CHANGED
    for shelf in () if in_order else _shelves(wanted, values):
        if few(connection, _on(shelf, values), values, FEW) is not None:
            way = by_shelf(shelf, values)
            return way.rows, way.within
    if in_order and _shelves(wanted, values):
        return None
    for key, index in (("date", "story_published"), ("added", "story_added")):
        span = _span(wanted, key)
        if span is None or _REMOVED in wanted.conditions:
            continue
        days = "s.removed IS NULL", conditions.days(key, span, values)
        story = f"story s INDEXED BY {index}"
        if few(connection, f"{story} WHERE {together(days)}", values, FEW) is not None:
            return f"{story} {stories.PROGRESS}", days
    return None


def _span(wanted: Filter, key: str) -> Days | None:
    """The days that all conditions of a kind leave; None where there are none."""
    spans = [
        each.value
        for each in wanted.conditions
        if each.key == key and isinstance(each.value, Days) and not each.negated
    ]
    if not spans:
        return None
    pasts = [each.past for each in spans if each.past]
    return Days(max(each.first for each in spans), min(pasts, default=""))


def spot_of(connection: sqlite3.Connection, wanted: Filter, story: Story) -> Spot:
    """Where a story stands in a list."""
    sort = wanted.sort or Sort.CHANGED
    if wanted.words and sort is Sort.CHANGED:
        return stories.article_at(connection, story), story.id
    return ORDERS[sort].key(story), story.id


def contexts(
    connection: sqlite3.Connection, wanted: Sequence[int], words: Sequence[Condition], length: int
) -> dict[int, str]:
    """Where the words stand in the newest texts of some stories.

    Args:
        connection: within a transaction.
        wanted: numbers of stories.
        words: what was searched for.
        length: words of text around them.

    Returns:
        For each story that has the words in its text some of it, the hits between
        :data:`search.HIT_START` and :data:`search.HIT_END`.
    """
    match = wordy.match(words)
    if match is None:
        return {}
    try:
        return search.snippets(_texts(connection, wanted), match, length)
    except sqlite3.DatabaseError as error:
        if not is_unreadable(error):
            raise
    return search.snippets(_readable_texts(connection, wanted), match, length)


def _texts(connection: sqlite3.Connection, wanted: Sequence[int]) -> list[tuple[int, str, str]]:
    """Numbers, titles and newest texts of some stories."""
    return connection.execute(
        "SELECT s.id, a.title, a.text FROM story s JOIN article a ON a.id = s.newest "
        f"WHERE s.id IN ({', '.join('?' * len(wanted))})",
        wanted,
    ).fetchall()


def _readable_texts(
    connection: sqlite3.Connection, wanted: Sequence[int]
) -> Iterator[tuple[int, str, str]]:
    """Likewise, without those that cannot be read."""
    for story in wanted:
        try:
            yield from _texts(connection, (story,))
        except sqlite3.DatabaseError as error:
            if not is_unreadable(error):
                raise
