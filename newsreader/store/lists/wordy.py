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
from newsreader.store.lists.around import Asked, rows
from newsreader.store.lists.conditions import Values
from newsreader.store.lists.spotting import Spotter
from newsreader.store.lists.stretching import Piece, Wanted, merged, walk
from newsreader.store.lists.ways import ORDERS, Way, among, by_recency, together

TEXTS = 300
"""Texts that are looked at for a stretch."""
_AT_ONCE = 100
MANY = 20
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


class Search(NamedTuple):
    """A search: in what, for whom, for which words, which part of what is found."""

    connection: sqlite3.Connection  # within a transaction
    values: Values  # of the conditions
    words: tuple[Condition, ...]
    conditions: tuple[str, ...]  # what else is asked of the stories
    piece: Piece


def match(words: Sequence[Condition]) -> str | None:
    """The words as one query; a last one without quotes may go on."""
    return search.match([str(each.value) for each in words], goes_on=_goes_on(words))


def _goes_on(words: Sequence[Condition]) -> bool:
    return words[-1].key == "word"


def stretch(it: Search, wanted: Filter, ways: Ways) -> Stretch:
    """Some of the stories that have the words.

    Args:
        it: the search.
        wanted: all that is wanted, words among it.
        ways: tells where to look in other orders than that in which articles came.
    """
    found = match(it.words)
    if found is None:
        return Stretch([], None)
    if (wanted.sort or Sort.CHANGED) is not Sort.CHANGED:
        return _in_another_order(it, wanted, found, ways)
    if _goes_on(it.words):
        read = _by_texts(it, _candidates(it))
        whole = len(read.stretch.stories) >= it.piece.limit or read.stretch.ends is None
        if read.hits >= MANY or whole:
            return read.stretch
    return _by_index(it, found)


def _candidates(it: Search) -> Candidates:
    """Stories that may have the words, the newest first."""
    whole = [str(each.value) for each in it.words[:-1]]
    known = search.match(whole, goes_on=False)
    return _along(it, by_recency()) if known is None else _having(it, known)


def _along(it: Search, way: Way) -> Candidates:
    """The stories on a way."""

    def candidates(spot: Spot | None) -> tuple[list[Row], Spot | None]:
        rows = _texts(it, way, spot, _AT_ONCE)
        return rows, (rows[-1][-4], rows[-1][0]) if len(rows) == _AT_ONCE else None

    return candidates


def _having(it: Search, known: str) -> Candidates:
    """The stories that the index has for whole words."""

    def candidates(spot: Spot | None) -> tuple[list[Row], Spot | None]:
        articles = _articles(it, known, spot, _AT_ONCE)
        rows = _texts(it, among(articles), spot, ALL_OF_IT)
        return rows, _past(it, articles)

    return candidates


def _past(it: Search, articles: Sequence[int]) -> Spot | None:
    """The spot after all stories of some articles; None where the index has no more of them."""
    return (articles[-1], ALL_OF_IT if it.piece.back else -1) if len(articles) == _AT_ONCE else None


def _by_index(it: Search, found: str) -> Stretch:
    """The stories that the index has for a query."""
    got: list[Story] = []
    spot, looked = it.piece.spot, 0
    while True:
        articles = _articles(it, found, spot, _AT_ONCE)
        way = it.piece.turned(among(articles))
        asked = Wanted(it.conditions, it.piece.limit - len(got), None)
        part = walk(it.connection, way, it.values, asked, spot)
        got += part.stories
        looked += len(articles)
        spot = part.ends or _past(it, articles)
        if spot is None or len(got) >= it.piece.limit or looked >= it.piece.looks:
            return Stretch(got, spot)


def _articles(it: Search, found: str, spot: Spot | None, limit: int) -> list[int]:
    """Articles that the index has for a query, from that of a spot on, the last one first."""
    way, op = ("ASC", ">=") if it.piece.back else ("DESC", "<=")
    after = "" if spot is None else f"AND rowid {op} {spot[0]}"
    rows = it.connection.execute(
        f"SELECT rowid FROM search WHERE search MATCH ? {after} ORDER BY rowid {way} LIMIT {limit}",
        (found,),
    )
    return [row[0] for row in rows]


def _in_another_order(it: Search, wanted: Filter, found: str, ways: Ways) -> Stretch:
    """Those with the words in another order: gathered where they are few, else read on the way."""
    order = ORDERS[wanted.sort or Sort.CHANGED]
    if not _goes_on(it.words) or _few_begin(it):
        articles = _articles(it._replace(piece=Piece(None, FEW)), found, None, FEW + 1)
        if len(articles) <= FEW:
            way = among(articles)._replace(by=order.by, down=order.down)
            asked = Wanted(it.conditions, it.piece.limit, None)
            return walk(it.connection, it.piece.turned(way), it.values, asked, it.piece.spot)
    parts = [
        _by_texts(it, _along(it, way)).stretch for way in ways(it.connection, wanted, it.values)
    ]
    return parts[0] if len(parts) == 1 else merged(parts, order, it.piece)


def _few_begin(it: Search) -> bool:
    """Whether few of the newest texts have the words."""
    newest = it._replace(conditions=(), piece=Piece(None, TEXTS))
    return _by_texts(newest, _candidates(it)).hits < MANY


def _by_texts(it: Search, candidates: Candidates) -> _Read:
    """The candidates with the words, of so many as are looked at."""
    phrases = search.terms([str(each.value) for each in it.words])
    spotter = Spotter(phrases, goes_on=_goes_on(it.words))
    found: list[Row] = []
    spot, hits = it.piece.spot, 0
    for _ in range(TEXTS // _AT_ONCE):
        rows, spot = candidates(spot)
        for row in rows:
            *_, fits, title, text = row
            if not spotter.spots(title, text):
                continue
            hits += 1
            found += [row] if fits else []
            if len(found) >= it.piece.limit:
                return _Read(_stretch(found, (row[-4], row[0])), hits)
        if spot is None:
            break
    return _Read(_stretch(found, spot), hits)


def _stretch(rows: Sequence[Row], ends: Spot | None) -> Stretch:
    return Stretch([stories.story_of(row) for row in rows], ends)


def _texts(it: Search, way: Way, spot: Spot | None, limit: int) -> list[Row]:
    """Rows of the stories on a way: the key, whether they are wanted, their titles and texts."""
    way = it.piece.turned(way)
    fits = f"coalesce({together([*it.conditions, *way.of_story])}, 0)"
    columns = f"{stories.COLUMNS}, {way.by}, {fits}, a.title, a.text"
    tables = f"{way.rows} CROSS JOIN article a ON a.id = s.newest"
    found: list[Row] = []
    for part in way.between(spot, None, it.values):
        asked = Asked(columns, tables, part, (), limit - len(found))
        found += rows(it.connection, way, it.values, asked, tuple)
        if len(found) >= limit:
            break
    return found
