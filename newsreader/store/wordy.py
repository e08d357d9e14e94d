"""Stories that have words: by the search index where it tells them at once, else by their texts.

The index streams those that have whole words, the newest first. What only begins a word it gathers
first, from all of the library: so the newest texts are looked at, and only where few of them have
such words, which are few in the index then, too, is it asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from newsreader.model.filter import Condition, Filter, Sort
from newsreader.model.story import ALL_OF_IT, Spot, Story, Stretch
from newsreader.store import search, stories
from newsreader.store.conditions import Values
from newsreader.store.spotting import Spotter
from newsreader.store.stretching import Wanted, merged, walk
from newsreader.store.ways import ORDERS, Way, among, by_recency, together

TEXTS = 600
"""Texts that are looked at for a stretch."""
_AT_ONCE = 150
MANY = 40
"""Of so many texts, those with the words from which on the index would gather too much."""
FEW = 2_000
"""Stories with the words that are put in another order at once."""

Row = Sequence[Any]

Candidates = Callable[[Spot | None], tuple[list[Row], Spot | None]]
"""Gives rows of stories from after a spot, and where they end; None where there are no more."""

Ways = Callable[[sqlite3.Connection, Filter, Values], list[Way]]
"""Where to look for what is wanted, not counting words."""


class _Read(NamedTuple):
    """What looking at texts came to."""

    stretch: Stretch
    hits: int  # texts with the words, of stories wanted or not


class _Search(NamedTuple):
    """A search: what of a library, for whom, and which way round."""

    connection: sqlite3.Connection
    values: Values
    words: tuple[Condition, ...]
    conditions: tuple[str, ...]
    spot: Spot | None
    limit: int
    back: bool

    def turned(self, way: Way) -> Way:
        return way.turned() if self.back else way


def match(words: Sequence[Condition]) -> str | None:
    """The words as one query; a last one without quotes may go on."""
    return search.match([str(each.value) for each in words], goes_on=_goes_on(words))


def _goes_on(words: Sequence[Condition]) -> bool:
    return words[-1].key == "word"


def stretch(  # noqa: PLR0913  -- as of filtered.stretch
    connection: sqlite3.Connection,
    wanted: Filter,
    asked: tuple[str, ...],
    values: Values,
    spot: Spot | None,
    limit: int,
    *,
    back: bool,
    looks: int,
    ways: Ways,
) -> Stretch:
    """Some of the stories that have the words, from after ``spot``; as of ``filtered.stretch``."""
    found = match(wanted.words)
    if found is None:
        return Stretch([], None)
    it = _Search(connection, values, wanted.words, asked, spot, limit, back)
    if (wanted.sort or Sort.CHANGED) is not Sort.CHANGED:
        return _in_another_order(it, wanted, found, ways)
    if _goes_on(wanted.words):
        read = _by_texts(it, _candidates(it))
        if read.hits >= MANY or read.stretch.ends is None or len(read.stretch.stories) >= limit:
            return read.stretch
    return _by_index(it, found, looks)


def _candidates(it: _Search) -> Candidates:
    """Stories that may have the words, the newest first."""
    whole = [str(each.value) for each in it.words[:-1]]
    known = search.match(whole, goes_on=False)
    return _along(it, by_recency()) if known is None else _having(it, known)


def _along(it: _Search, way: Way) -> Candidates:
    """The stories on a way."""

    def candidates(spot: Spot | None) -> tuple[list[Row], Spot | None]:
        rows = _texts(it, way, spot, _AT_ONCE)
        return rows, (rows[-1][-4], rows[-1][0]) if len(rows) == _AT_ONCE else None

    return candidates


def _having(it: _Search, known: str) -> Candidates:
    """The stories that the index has for whole words."""

    def candidates(spot: Spot | None) -> tuple[list[Row], Spot | None]:
        articles = _articles(it, known, spot, _AT_ONCE)
        rows = _texts(it, among(articles), spot, ALL_OF_IT)
        return rows, _past(it, articles)

    return candidates


def _past(it: _Search, articles: Sequence[int]) -> Spot | None:
    """The spot after all stories of some articles; None where the index has no more of them."""
    return (articles[-1], ALL_OF_IT if it.back else -1) if len(articles) == _AT_ONCE else None


def _by_index(it: _Search, found: str, looks: int) -> Stretch:
    """The stories that the index has for a query."""
    got: list[Story] = []
    spot, looked = it.spot, 0
    while True:
        articles = _articles(it, found, spot, _AT_ONCE)
        way = it.turned(among(articles))
        part = walk(
            it.connection, way, it.values, Wanted(it.conditions, it.limit - len(got), None), spot
        )
        got += part.stories
        looked += len(articles)
        spot = part.ends or _past(it, articles)
        if spot is None or len(got) >= it.limit or looked >= looks:
            return Stretch(got, spot)


def _articles(it: _Search, found: str, spot: Spot | None, limit: int) -> list[int]:
    """Articles that the index has for a query, from that of a spot on, the last one first."""
    way, op = ("ASC", ">=") if it.back else ("DESC", "<=")
    after = "" if spot is None else f"AND rowid {op} {spot[0]}"
    rows = it.connection.execute(
        f"SELECT rowid FROM search WHERE search MATCH ? {after} ORDER BY rowid {way} LIMIT {limit}",
        (found,),
    )
    return [row[0] for row in rows]


def _in_another_order(it: _Search, wanted: Filter, found: str, ways: Ways) -> Stretch:
    """Those with the words in another order: gathered where they are few, else read on the way."""
    order = ORDERS[wanted.sort or Sort.CHANGED]
    if not _goes_on(it.words) or _few_begin(it):
        articles = _articles(it._replace(back=False), found, None, FEW + 1)
        if len(articles) <= FEW:
            way = among(articles)._replace(by=order.by, down=order.down)
            asked = Wanted(it.conditions, it.limit, None)
            return walk(it.connection, it.turned(way), it.values, asked, it.spot)
    parts = [
        _by_texts(it, _along(it, way)).stretch
        for way in ways(it.connection, wanted, it.values)
    ]
    return parts[0] if len(parts) == 1 else merged(parts, order, it.limit, back=it.back)


def _few_begin(it: _Search) -> bool:
    """Whether few of the newest texts have the words."""
    newest = it._replace(conditions=(), spot=None, limit=TEXTS, back=False)
    return _by_texts(newest, _candidates(it)).hits < MANY


def _by_texts(it: _Search, candidates: Candidates) -> _Read:
    """The candidates with the words, of so many as are looked at."""
    phrases = search.terms([str(each.value) for each in it.words])
    spotter = Spotter(phrases, goes_on=_goes_on(it.words))
    found: list[Row] = []
    spot, hits = it.spot, 0
    for _ in range(TEXTS // _AT_ONCE):
        rows, spot = candidates(spot)
        for row in rows:
            *_, fits, title, text = row
            if not spotter.spots(title, text):
                continue
            hits += 1
            found += [row] if fits else []
            if len(found) >= it.limit:
                return _Read(_stretch(found, (row[-4], row[0])), hits)
        if spot is None:
            break
    return _Read(_stretch(found, spot), hits)


def _stretch(rows: Sequence[Row], ends: Spot | None) -> Stretch:
    return Stretch([stories.story_of(row) for row in rows], ends)


def _texts(it: _Search, way: Way, spot: Spot | None, limit: int) -> list[Row]:
    """Rows of the stories on a way: the key, whether they are wanted, their titles and texts."""
    way = it.turned(way)
    fits = f"coalesce({together([*it.conditions, *way.of_story])}, 0)"
    columns = f"{stories.COLUMNS}, {way.by}, {fits}, a.title, a.text"
    tables = f"{way.rows} CROSS JOIN article a ON a.id = s.newest"
    found: list[Row] = []
    for part in way.between(spot, None, it.values):
        where = together([*way.within, *part])
        found += it.connection.execute(
            f"SELECT {columns} FROM {tables} WHERE {where} {way.order} LIMIT {limit - len(found)}",
            it.values.bound,
        ).fetchall()
        if len(found) >= limit:
            break
    return found
