"""Going along a way: the stories on it that are wanted, and where looking ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from newsreader.model.story import ALL_OF_IT, Spot, Stretch
from newsreader.store import stories
from newsreader.store.lists.conditions import Values
from newsreader.store.lists.ways import Order, Way, slice_end, together

_FIRST, _NEXT = 500, 2_000
"""Rows of the first slice, which most often has all that is asked for, and of those after it."""


class Piece(NamedTuple):
    """Which part of a list."""

    spot: Spot | None  # it begins after that; None for the first
    limit: int  # how many stories at most
    back: bool = False  # from the end, the last first
    looks: int = ALL_OF_IT  # rows that are looked at; with fewer stories there may be more

    def turned(self, way: Way) -> Way:
        """The way, gone in that direction."""
        return way.turned() if self.back else way


class Wanted(NamedTuple):
    """What is asked of the stories on a way, and how much of it is looked at."""

    conditions: tuple[str, ...]
    limit: int
    looks: int | None  # None: they are few, and all looked at in one


def walk(
    connection: sqlite3.Connection, way: Way, values: Values, wanted: Wanted, spot: Spot | None
) -> Stretch:
    """The stories on a way from after ``spot`` that are wanted."""
    conditions = [each for each in wanted.conditions if each not in way.within]
    conditions += way.of_story
    if wanted.looks is None or not conditions:
        whole = queries(way, values, (spot, None), conditions)
        return _stretch(_rows(connection, whole, values, wanted.limit), wanted.limit, None)
    found: list[Sequence[Any]] = []
    looked, slice_ = 0, _FIRST
    while True:
        end = slice_end(connection, way, values, spot, slice_)
        asked = queries(way, values, (spot, end), conditions)
        found += _rows(connection, asked, values, wanted.limit - len(found))
        looked, slice_ = looked + slice_, _NEXT
        if end is None or len(found) >= wanted.limit or looked >= wanted.looks:
            return _stretch(found, wanted.limit, end)
        spot = end


def _stretch(rows: Sequence[Sequence[Any]], limit: int, end: Spot | None) -> Stretch:
    """The stories, and where to look on: after the last one where there are as many as asked."""
    full = len(rows) >= limit
    ends = (rows[-1][-1], rows[-1][0]) if full and rows else end
    return Stretch([stories.story_of(row) for row in rows], ends)


def _rows(
    connection: sqlite3.Connection, asked: Sequence[str], values: Values, limit: int
) -> list[Sequence[Any]]:
    """Rows of stories that some queries give one after the other, the way's key at their ends."""
    found: list[Sequence[Any]] = []
    for query in asked:
        rows = connection.execute(f"{query} LIMIT {limit - len(found)}", values.bound)
        found += rows.fetchall()
        if len(found) >= limit:
            break
    return found


def queries(
    way: Way,
    values: Values,
    between: tuple[Spot | None, Spot | None],
    conditions: Sequence[str],
) -> list[str]:
    """The queries that give a part of a way, one after the other, without their LIMIT.

    Args:
        way: which.
        values: grow by what is bound in them.
        between: after which spot, and up to and with which one.
        conditions: what is asked of its stories.
    """
    return [
        f"SELECT {stories.COLUMNS}, {way.by} FROM {way.rows} "
        f"WHERE {together([*way.within, *part, *conditions])} {way.order}"
        for part in way.between(*between, values)
    ]


def merged(parts: Sequence[Stretch], order: Order, piece: Piece) -> Stretch:
    """Stretches of the same list as one, as far as all of them were looked through."""
    down = order.down != piece.back
    ends = [each.ends for each in parts if each.ends is not None]
    end = (max if down else min)(ends) if ends else None
    found = sorted(
        (story for each in parts for story in each.stories),
        key=lambda story: (order.key(story), story.id),
        reverse=down,
    )
    if end is not None:
        found = [each for each in found if _reached((order.key(each), each.id), end, down=down)]
    if len(found) > piece.limit:
        found = found[: piece.limit]
        end = order.key(found[-1]), found[-1].id
    return Stretch(found, end)


def _reached(spot: Spot, end: Spot, *, down: bool) -> bool:
    return spot >= end if down else spot <= end
