"""Pages of the stories that a filter asks for, each in one query, by key and never by OFFSET.

Every order has an index, so that a page of the plain list costs the same however long the list
is; conditions are looked at story by story along it, except words, which the search index finds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsreader.model.filter import Condition, Count, Days, Filter, Sort
from newsreader.model.story import Story
from newsreader.store import search, stories
from newsreader.store.looking import CHANGED, LOOK, WAITING
from newsreader.store.ready import storable

_TAGGED = "(coalesce(p.confirmed, 0) + coalesce(p.speculative, 0) + coalesce(p.opinion, 0))"
_OPEN = f"(s.statements - {_TAGGED})"
_ANY_TAG = "EXISTS (SELECT 1 FROM tag t WHERE t.story = s.id AND {})"
_TURNED = {
    "stale": "p.stale > 0",
    "gone": "p.left_behind > 0",
    "changed": CHANGED,
    "waiting": WAITING,
}
"""What became of a story since its editor was in it: asked for as a state, or as what it has."""
_STATES = {
    "untagged": f"{_TAGGED} = 0",
    "progress": f"{_TAGGED} > 0 AND {_OPEN} > 0",
    "done": f"s.statements > 0 AND {_OPEN} <= 0",
    "mine": _ANY_TAG.format("t.editor = :editor"),
    "removed": "s.removed IS NOT NULL",
    **_TURNED,
}
_HAVING = {
    "note": _ANY_TAG.format("t.note IS NOT NULL"),
    "evidence": _ANY_TAG.format("t.evidence IS NOT NULL"),
    "news": "s.changed_at > (SELECT max(t.at) FROM tag t WHERE t.story = s.id "
    "AND t.editor = :editor)",
    "left-behind": "p.left_behind > 0",
    **_TURNED,
}
_TIMES = {"date": "s.published", "added": "s.added_at"}


class _Order(NamedTuple):
    """How a list is put in order: by what, and what that is of a story already shown."""

    by: str
    key: Callable[[Story], Any]
    down: bool = True


_ORDERS = {
    Sort.CHANGED: _Order("s.changed_at", lambda story: story.changed_at),
    Sort.PUBLISHED: _Order("coalesce(s.published, '')", lambda story: story.published or ""),
    Sort.ADDED: _Order("s.added_at", lambda story: story.added_at),
    Sort.TITLE: _Order("s.title COLLATE NOCASE", lambda story: story.title, down=False),
    Sort.OPEN: _Order(_OPEN, lambda story: story.progress.open),
}


class _Query:
    """The parts of a query, and the values bound in it."""

    def __init__(self, editor: str, limit: int) -> None:
        self.values: dict[str, Any] = {"editor": editor, "limit": limit}

    def bind(self, value: object) -> str:
        """The place of ``value`` in the SQL."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def condition(self, each: Condition) -> str:
        """A condition as SQL; what is not known of a story does not hold of it."""
        said = self._said(each.key, each.value)
        return f"NOT coalesce({said}, 0)" if each.negated else said

    def _said(self, key: str, value: str | Count | Days) -> str:
        if isinstance(value, Count):
            return f"({_OPEN} {value.compare} {self.bind(value.number)})"
        if isinstance(value, Days):
            return self._days(_TIMES[key], value)
        if key in {"word", "phrase"}:
            found = search.match([value], goes_on=False)
            within = f"SELECT rowid FROM search WHERE search MATCH {self.bind(found)}"
            return f"(s.newest IN ({within}))" if found is not None else "0"
        if key == "source":
            return rf"(s.source LIKE {self.bind(_like(value))} ESCAPE '\')"
        if key == "by":
            by = self.bind(storable(value))
            return "(" + _ANY_TAG.format(f"t.editor = {by}") + ")"
        return "(" + self._named(key, value) + ")"

    def _named(self, key: str, value: str) -> str:
        """What one of the known words stands for."""
        if key == "is":
            return _STATES[value]
        if key == "label":
            return f"{_OPEN} > 0" if value == "none" else f"p.{value} > 0"
        return _HAVING.get(value) or _ANY_TAG.format(f"t.label = {self.bind(value)}")

    def _days(self, time: str, span: Days) -> str:
        parts = [f"{time} IS NOT NULL"]
        parts += [f"{time} >= {self.bind(span.first)}"] if span.first else []
        parts += [f"{time} < {self.bind(span.past)}"] if span.past else []
        return "(" + " AND ".join(parts) + ")"

    def after(self, order: _Order, before: Story, key: object) -> str:
        """Those that come after the story ``before``."""
        op, at, id_ = "<" if order.down else ">", self.bind(key), self.bind(before.id)
        return f"{order.by} {op}= {at} AND ({order.by} {op} {at} OR s.id {op} {id_})"


def _like(text: str) -> str:
    """A pattern for LIKE that finds ``text`` anywhere."""
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return f"%{storable(text)}%"


class _Part(NamedTuple):
    """Some of all stories, in the order of a list."""

    rows: str
    order: _Order
    conditions: tuple[str, ...] = ()


# The most open first: an index knows the order of those that the editor has not begun, and those
# that are begun are few.
_NOT_BEGUN = _Part(
    stories.FROM, _Order("s.statements", _ORDERS[Sort.OPEN].key), ("p.story IS NULL",)
)
_BEGUN = _Part(
    f"progress p CROSS JOIN story s ON s.id = p.story {LOOK}",
    _ORDERS[Sort.OPEN],
    ("p.editor = :editor",),
)


def page(
    connection: sqlite3.Connection, editor: str, wanted: Filter, before: Story | None, limit: int
) -> list[Story]:
    """Up to ``limit`` of the stories that are wanted, from after ``before``.

    Where words are searched for, the last change comes first by the order of the articles' rows,
    so that the index gives a page at once, however common the words are: that is the same but for
    a story that went back to an older text.
    """
    found: list[Story] = []
    for part in _parts(connection, wanted):
        query = _Query(editor, limit)
        rows = connection.execute(sql(query, part, wanted, before), query.values)
        found += [stories.story_of(row) for row in rows.fetchall()]
    if wanted.sort is Sort.OPEN:
        found.sort(key=lambda story: (story.progress.open, story.id), reverse=True)
    return found[:limit]


def _parts(connection: sqlite3.Connection, wanted: Filter) -> tuple[_Part, ...]:
    """Where to look for what is wanted; nowhere when nothing can be found."""
    order = _ORDERS[wanted.sort or Sort.CHANGED]
    if not wanted.words:
        is_open = wanted.sort is Sort.OPEN
        return (_NOT_BEGUN, _BEGUN) if is_open else (_Part(stories.FROM, order),)
    if _match(wanted.words) is None:
        return ()
    if order is _ORDERS[Sort.CHANGED]:
        order = _Order("f.rowid", lambda story: stories.article_at(connection, story))
    rows = f"search f CROSS JOIN story s ON s.newest = f.rowid {stories.PROGRESS}"
    return (_Part(rows, order),)


def sql(query: _Query, part: _Part, wanted: Filter, before: Story | None) -> str:
    """The query of a page of some part; its values are bound in ``query``."""
    order, words = part.order, wanted.words
    conditions = [*part.conditions]
    if Condition("is", "removed") not in wanted.conditions:
        conditions.append("s.removed IS NULL")
    conditions += [query.condition(each) for each in wanted.conditions if each not in words]
    if words:
        conditions.append(f"f.search MATCH {query.bind(_match(words))}")
    if before is not None:
        conditions.append(query.after(order, before, order.key(before)))
    way = "DESC" if order.down else "ASC"
    return (
        f"SELECT {stories.COLUMNS} FROM {part.rows} WHERE {' AND '.join(conditions) or '1'} "
        f"ORDER BY {order.by} {way}, s.id {way} LIMIT :limit"
    )


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
    match = _match(words)
    if match is None:
        return {}
    found = connection.execute(
        f"SELECT s.id, snippet(search, 1, ?, ?, '…', ?) FROM search f CROSS JOIN story s "
        f"ON s.newest = f.rowid WHERE f.search MATCH ? AND f.rowid IN "
        f"(SELECT newest FROM story WHERE id IN ({', '.join('?' * len(wanted))})) "
        f"AND s.id IN ({', '.join('?' * len(wanted))})",
        (search.HIT_START, search.HIT_END, length, match, *wanted, *wanted),
    )
    return dict(found.fetchall())


def _match(words: Sequence[Condition]) -> str | None:
    """The words as one query; a last one without quotes may go on."""
    return search.match([str(each.value) for each in words], goes_on=words[-1].key == "word")
