"""Going along a way: the stories on it that are wanted, and where looking ended."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from newsreader.model.story import ALL_OF_IT, Spot, Story, Stretch
from newsreader.store import stories
from newsreader.store.lists.around import Asked, rows
from newsreader.store.lists.conditions import Values
from newsreader.store.lists.ways import Order, Way, slice_end

_FIRST, _NEXT = 500, 2_000
"""Rows of the first slice, which most often has all that is asked for, and of those after it."""


_Found = tuple[Story, Any]
"""A story, and the way's key of it."""

_Part = tuple[tuple[Spot | None, Spot | None], Sequence[str], int]
"""Between which spots, what is asked of the stories there, and how many of them at most."""


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
        whole = _found(connection, way, values, ((spot, None), conditions, wanted.limit))
        return _stretch(whole, wanted.limit, None)
    found: list[_Found] = []
    looked, slice_ = 0, _FIRST
    while True:
        end = slice_end(connection, way, values, spot, slice_)
        part = (spot, end), conditions, wanted.limit - len(found)
        found += _found(connection, way, values, part)
        looked, slice_ = looked + slice_, _NEXT
        if end is None or len(found) >= wanted.limit or looked >= wanted.looks:
            return _stretch(found, wanted.limit, end)
        spot = end


def _stretch(found: Sequence[_Found], limit: int, end: Spot | None) -> Stretch:
    """The stories, and where to look on: after the last one where there are as many as asked."""
    full = len(found) >= limit
    ends = (found[-1][1], found[-1][0].id) if full and found else end
    return Stretch([story for story, _ in found], ends)


def _found(connection: sqlite3.Connection, way: Way, values: Values, part: _Part) -> list[_Found]:
    """The stories on a part of a way that are wanted."""
    between, conditions, limit = part
    columns = f"{stories.COLUMNS}, {way.by}"
    found: list[_Found] = []
    for stretch in way.between(*between, values):
        asked = Asked(columns, way.rows, stretch, conditions, limit - len(found))
        found += rows(connection, way, values, asked, lambda row: (stories.story_of(row), row[-1]))
        if len(found) >= limit:
            break
    return found


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
