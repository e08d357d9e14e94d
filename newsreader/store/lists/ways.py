"""Ways through the stories: what is walked along, in which order, and which part of it at a time.

A way goes along an index, so that the next rows cost the same wherever they lie. Where a filter
lets few of them through, it is gone some rows at a time: where such a slice ends is asked of the
index alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsreader.model.filter import Sort
from newsreader.model.story import Spot, Story
from newsreader.store import stories
from newsreader.store.lists.conditions import OPEN, PUBLISHED, Shelf, Values
from newsreader.store.looking import LOOK


class Order(NamedTuple):
    """How a list is put in order: by what, and what that is of a story already shown."""

    by: str
    key: Callable[[Story], Any]
    down: bool = True


ORDERS = {
    Sort.CHANGED: Order("s.changed_at", lambda story: story.changed_at),
    Sort.PUBLISHED: Order(PUBLISHED, lambda story: story.published or ""),
    Sort.ADDED: Order("s.added_at", lambda story: story.added_at),
    Sort.TITLE: Order("s.title COLLATE NOCASE", lambda story: story.title, down=False),
    Sort.OPEN: Order(OPEN, lambda story: story.progress.open),
}


class Way(NamedTuple):
    """What is walked along."""

    rows: str  # tables, with the story ``s`` and what the editor made of it
    walked: str  # the first of them, which has the order
    by: str  # the order's key there
    id: str  # the story's number there
    within: tuple[str, ...]  # what tells its rows there
    down: bool = True
    of_story: tuple[str, ...] = ()  # what else must hold of the story, as part of the way

    def turned(self) -> Way:
        """The same from the end."""
        return self._replace(down=not self.down)

    def between(self, first: Spot | None, last: Spot | None, values: Values) -> list[list[str]]:
        """What is true of what comes after one spot, up to and with another one: part by part.

        In each part the index is entered where it begins and left where it ends, however many
        stories have the same key.
        """
        on, up_to = ("<", ">=") if self.down else (">", "<=")
        begins, ends = ([], [])
        if first is not None:
            key, begins = values.bind(first[0]), [f"{self.id} {on} {values.bind(first[1])}"]
        if last is not None:
            until, ends = values.bind(last[0]), [f"{self.id} {up_to} {values.bind(last[1])}"]
        if first is not None and last is not None and first[0] == last[0]:
            return [[f"{self.by} = {key}", *begins, *ends]]
        parts = [[f"{self.by} = {key}", *begins]] if first is not None else []
        inner = [f"{self.by} {on} {key}"] if first is not None else []
        inner += [f"{self.by} {up_to[0]} {until}"] if last is not None else []
        parts.append(inner)
        return [*parts, [f"{self.by} = {until}", *ends]] if last is not None else parts

    @property
    def order(self) -> str:
        """The ORDER BY of the rows."""
        way = "DESC" if self.down else "ASC"
        return f"ORDER BY {self.by} {way}, {self.id} {way}"


def by_order(order: Order, *, removed: bool) -> Way:
    """Along the index of one of the orders; of all stories where those removed are asked for."""
    within = () if removed else ("s.removed IS NULL",)
    return Way(stories.FROM, "story s", order.by, "s.id", within, order.down)


def by_shelf(shelf: Shelf, values: Values) -> Way:
    """Along a shelf, in its order."""
    within = f"h.kind = {values.bind(shelf.kind)}", f"h.editor = {values.bind(shelf.editor)}"
    rows = f"shelf h CROSS JOIN story s ON s.id = h.story {stories.PROGRESS}"
    return Way(rows, "shelf h", "h.changed_at", "h.story", within)


def by_recency() -> Way:
    """From the article that came last: the order in which words are looked for."""
    story = "story s INDEXED BY story_newest"
    return Way(f"{story} {stories.PROGRESS}", story, "s.newest", "s.id", ())


def among(articles: Sequence[int]) -> Way:
    """Stories whose newest article is one of some, in the order in which words are looked for."""
    within = f"s.newest IN ({', '.join(map(str, articles))})"
    return by_recency()._replace(within=(within,))


def begun(values: Values) -> Way:
    """Stories that the editor began, by how much of them is open."""
    rows = f"progress p INDEXED BY progress_open CROSS JOIN story s ON s.id = p.story {LOOK}"
    of = f"p.editor = {values.bind(values.bound['editor'])}"
    return Way(rows, "progress p", "p.open", "p.story", (of,))


def not_begun(*, removed: bool) -> Way:
    """Stories that the editor has not begun, by how much of them is open: all that they have."""
    way = by_order(ORDERS[Sort.OPEN], removed=removed)
    return way._replace(by="s.statements", of_story=("p.story IS NULL",))


def slice_end(
    connection: sqlite3.Connection, way: Way, values: Values, spot: Spot | None, rows: int
) -> Spot | None:
    """Where so many rows of a way from ``spot`` end; None where there are fewer."""
    for part in way.between(spot, None, values):
        source = f"FROM {way.walked} WHERE {together([*way.within, *part])}"
        found = connection.execute(
            f"SELECT {way.by}, {way.id} {source} {way.order} LIMIT 1 OFFSET {rows - 1}",
            values.bound,
        ).fetchone()
        if found is not None:
            return found[0], found[1]
        rows -= few(connection, source.removeprefix("FROM "), values, rows) or 0
    return None


def few(connection: sqlite3.Connection, source: str, values: Values, most: int) -> int | None:
    """How many rows there are, looked at up to ``most``; None where there are more."""
    count = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT {most + 1})", values.bound
    ).fetchone()[0]
    return None if count > most else int(count)


def together(conditions: Sequence[str]) -> str:
    """All of some conditions."""
    return " AND ".join(conditions) or "1"
