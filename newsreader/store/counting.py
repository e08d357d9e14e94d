"""What statistics are counted from: a story's sections, its kept tags, and what was done in it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsreader.model.event import Act, Tag
from newsreader.model.statement import Update
from newsreader.model.story import Story
from newsreader.store import articles, events, stories
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.undoing import steps_among
from newsreader.store.texts.shaping import Shape
from newsreader.store.texts.wording import Wording


class Countable(NamedTuple):
    """All of a story that is counted, of one moment."""

    updates: tuple[Update, ...]  # of the newest revision
    places: tuple[int | None, ...]  # for each of its statements, the index of its update
    tags: Sequence[Tag]  # of all editors, placed on it
    acts: Sequence[Act]  # all that was ever done, and whether it still counts


def countable(connection: sqlite3.Connection, keeper: Bookkeeper, story: Story) -> Countable:
    """What there is to count of a story.

    Raises:
        ValueError, LookupError, sqlite3.DatabaseError: the library is damaged.
    """
    newest = stories.newest(connection, story.id)
    id_, wording = articles.article_id(connection, newest), articles.wording(connection, newest)
    if id_ is None or wording is None:
        raise LookupError(f"no article {newest}")
    done, _ = events.of_story(connection, story.uri)
    shape = keeper.shape(newest, done)
    sections = shape.sections
    return Countable(
        articles.updates(connection, id_) if sections is None else sections.updates,
        _places(wording, shape),
        projection.tags(connection, story.id),
        steps_among(done),
    )


def _places(wording: Wording, shape: Shape) -> tuple[int | None, ...]:
    """The update of each statement; of one that an editor cut or joined, where it begins."""
    cutting, sections = shape
    if sections is not None:
        spans = wording.spans if cutting is None else cutting.spans
        return tuple(sections.index_at(start) for start, _ in spans)
    if cutting is None:
        return tuple(update for _, update in wording.homes)
    end = len(wording.text)
    homes = (bisect_right(wording.spans, (start, end)) - 1 for start, _ in cutting.spans)
    return tuple(wording.homes[home][1] for home in homes)
