"""Proving a library whole: its structure, and with ``deep`` every hash, seal and tag.

Reads only, page by page: memory does not grow with the library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from newsreader.errors import LibraryError
from newsreader.model.article import text_hash
from newsreader.model.story import Story
from newsreader.store import events, projection
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Database
from newsreader.store.listing import all_stories

MAX_PROBLEMS = 100
"""Problems that are told; a badly damaged library has no end of them."""

_COUNTED = {
    "stories": "story", "revisions": "revision", "articles": "article",
    "statements": "statement", "events": "event", "tags": "tag",
}  # fmt: skip
_GAPS = (
    "SELECT device, min(seq), max(seq), count(*) FROM event GROUP BY device "
    "HAVING min(seq) <> 1 OR max(seq) <> count(*)"
)
_LOST_REVISIONS = (
    "SELECT s.id FROM story s WHERE s.revisions <> (SELECT count(*) FROM revision r "
    "WHERE r.story = s.id) OR s.newest IS NOT (SELECT article FROM revision r "
    "WHERE r.story = s.id AND r.n = s.revisions)"
)
_TEXTS = (
    "SELECT id, hash, text, (SELECT min(start) FROM statement WHERE article = a.id), "
    "(SELECT max(end) FROM statement WHERE article = a.id), "
    "(SELECT min(end - start) FROM statement WHERE article = a.id) "
    "FROM article a WHERE id > ? ORDER BY id LIMIT ?"
)
ARTICLES, EVENTS = 8, 512
"""How many are read in one transaction."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found."""

    ok: bool
    problems: tuple[str, ...]  # one plain line each
    counts: Mapping[str, int]


def check(database: Database, keeper: Bookkeeper, *, deep: bool) -> CheckReport:
    """Check the library, in short transactions, so that others can go on writing.

    (But for the structure: SQLite checks it in one go, and writers wait.)

    Args:
        database: the library.
        keeper: of its books.
        deep: also re-hash articles and events, verify the chains and fold all events anew.
    """
    checks = [_structure(database)]
    if deep:
        checks += [_hashes(database), _seals(database), _folds(database, keeper)]
    problems = tuple(islice(chain.from_iterable(checks), MAX_PROBLEMS))
    with database.reading() as connection:
        counts = {
            name: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for name, table in _COUNTED.items()
        }
    return CheckReport(not problems, problems, counts)


def _structure(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        strays = connection.execute("PRAGMA foreign_key_check").fetchmany(MAX_PROBLEMS)
        gaps = connection.execute(_GAPS).fetchall()
        lost = connection.execute(_LOST_REVISIONS).fetchmany(MAX_PROBLEMS)
    yield from (f"structure: {problem}" for (problem,) in found if problem != "ok")
    yield from (f"{table}: row {row} refers to a missing {to}" for table, row, to, _ in strays)
    for device, first, last, count in gaps:
        yield f"events: {count} of device {device}, numbered {first} to {last}"
    yield from (f"story {story}: its revisions are not all there" for (story,) in lost)


def _hashes(database: Database) -> Iterator[str]:
    after = 0
    while True:
        with database.reading() as connection:
            rows = connection.execute(_TEXTS, (after, ARTICLES)).fetchall()
        if not rows:
            return
        for id_, hash_, text, first, last, least in rows:
            if text_hash(text) != hash_:
                yield f"article {id_}: the text is not what its hash says"
            if least is not None and (first < 0 or least <= 0 or last > len(text)):
                yield f"article {id_}: a statement lies outside the text"
        after = rows[-1][0]


def _seals(database: Database) -> Iterator[str]:
    last: dict[str, str] = {}
    at: tuple[str, int] = ("", 0)
    while True:
        with database.reading() as connection:
            rows = events.page(connection, at, EVENTS)
        if not rows:
            return
        for row in rows:
            yield from _seal(row, last)
        at = rows[-1][1:3]


def _seal(row: tuple[Any, ...], last: dict[str, str]) -> Iterator[str]:
    """What is wrong with one row of the log; ``last`` holds each device's last hash."""
    try:
        event = events.from_row(row)
    except (ValueError, LookupError):
        yield f"event {row[0]}: cannot be understood"
        return
    if event.prev != last.get(event.device, ""):
        yield f"event {event.id}: does not follow the one before it"
    if event.hash != events.seal(event) or event.body.get("story") != row[-1]:
        yield f"event {event.id}: is not what its hash says"
    last[event.device] = event.hash


def _folds(database: Database, keeper: Bookkeeper) -> Iterator[str]:
    for story in all_stories(database):
        problem = _fold(database, keeper, story)
        if problem:
            yield f"story {story.id}: {problem}"


def _fold(database: Database, keeper: Bookkeeper, story: Story) -> str | None:
    """How the story's kept tags differ from what its events say."""
    with database.reading() as connection:
        try:
            book, _ = keeper.newest(story.uri, story.id)
        except LibraryError:
            return "its events cannot be understood"
        return projection.differs(connection, story.id, book)
