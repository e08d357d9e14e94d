"""Proving a library whole: its structure, and with ``deep`` every row, hash, seal and tag.

Reads only, page by page: memory does not grow with the library.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import Any

from newsreader.model.article import text_hash
from newsreader.model.story import Story
from newsreader.store import articles, events, expecting, looking, projection, stories
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Connection, Database
from newsreader.store.listing import all_stories
from newsreader.store.ready import title_of
from newsreader.store.search_checking import search_problems
from newsreader.store.translating import UNSOUND, DamagedError
from newsreader.store.validating import mismatch

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
_MISCOUNTED = (
    "SELECT s.id FROM story s "
    'WHERE (s.updates <> (SELECT count(*) FROM "update" WHERE article = s.newest) '
    "AND NOT EXISTS (SELECT 1 FROM event WHERE story = s.uri "
    "AND kind IN ('retime', 'split', 'merge'))) "
    "OR (s.statements <> (SELECT count(*) FROM statement WHERE article = s.newest) "
    "AND NOT EXISTS (SELECT 1 FROM event WHERE story = s.uri AND kind IN ('cut', 'join')))"
)
"""(Cut or joined statements and corrected sections are counted by ``_fold``.)"""
_TEXTS = "SELECT id, hash, text, published FROM article WHERE id > ? ORDER BY id LIMIT ?"
_TIMES = (
    "SELECT s.added_at, s.changed_at, (SELECT json_group_array(read_at) FROM revision "
    "WHERE story = s.id) FROM story s WHERE s.id = ?"
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
    with database.reading() as connection:
        schema = expecting.schema(connection)
    checks = [expecting.schema_problems(schema), _structure(database)]
    if expecting.tables(expecting.expected_schema()) <= expecting.tables(schema):
        checks.append(_rows(database))
        if deep:
            checks += [
                _parts(database),
                _articles(database),
                _stories(database),
                search_problems(database),
            ]
            checks += [_seals(database), _folds(database, keeper)]
    told = chain.from_iterable(_told(check) for check in checks)
    problems = tuple(islice(told, MAX_PROBLEMS))
    with database.reading() as connection:
        counts = {
            name: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for name, table in _COUNTED.items()
            if ("table", table) in schema
        }
    return CheckReport(not problems, problems, counts)


def _told(problems: Iterator[str]) -> Iterator[str]:
    """The problems; what is too broken to be read on is one of them."""
    try:
        yield from problems
    except DamagedError as error:
        yield error.message


def _structure(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
    yield from (f"structure: {problem}" for (problem,) in found if problem != "ok")


def _rows(database: Database) -> Iterator[str]:
    """What must hold between the rows, as far as SQL can say it."""
    with database.reading() as connection:
        names = list(expecting.name_problems(connection))
        strays = connection.execute("PRAGMA foreign_key_check").fetchmany(MAX_PROBLEMS)
        gaps = connection.execute(_GAPS).fetchall()
        lost = connection.execute(_LOST_REVISIONS).fetchmany(MAX_PROBLEMS)
        wrong = connection.execute(_MISCOUNTED).fetchmany(MAX_PROBLEMS)
    yield from names
    yield from (f"{table}: row {row} refers to a missing {to}" for table, row, to, _ in strays)
    for device, first, last, count in gaps:
        yield f"events: {count} of device {device}, numbered {first} to {last}"
    yield from (f"story {story}: its revisions are not all there" for (story,) in lost)
    yield from (f"story {story}: its updates or statements are not all there" for (story,) in wrong)


def _articles(database: Database) -> Iterator[str]:
    after = 0
    while True:
        with database.reading() as connection:
            rows = connection.execute(_TEXTS, (after, ARTICLES)).fetchall()
            found = [
                f"article {row[0]}: {each}" for row in rows for each in _article(connection, row)
            ]
        if not rows:
            return
        yield from found
        after = rows[-1][0]


def _article(connection: Connection, row: tuple[int, str, str, str | None]) -> Iterator[str]:
    """What is wrong with one article."""
    _, hash_, text, published = row
    if text_hash(text) != hash_:
        yield "the text is not what its hash says"
    if published is not None and not _is_time(published):
        yield "when it was published is no time"
    try:
        analysis = articles.load(connection, hash_, uri="", source="")
    except UNSOUND as error:
        yield str(error)
        return
    yield from mismatch(analysis)


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _stories(database: Database) -> Iterator[str]:
    for story in all_stories(database):
        with database.reading() as connection:
            found = list(_story(connection, story))
        yield from (f"story {story.id}: {problem}" for problem in found)


def _parts(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        found = list(islice(expecting.part_problems(connection), MAX_PROBLEMS))
    yield from found


def _story(connection: Connection, story: Story) -> Iterator[str]:
    """How a story's row differs from its newest article."""
    added, changed, read = connection.execute(_TIMES, (story.id,)).fetchone()
    if not all(_is_time(each) for each in (added, changed, *json.loads(read))):
        yield "when it was added or changed is no time"
    hash_ = stories.newest(connection, story.id)
    try:
        analysis = articles.load(connection, hash_, uri=story.uri, source=story.source)
    except UNSOUND:
        return  # told of the article
    if story.title != title_of(analysis):
        yield "its title is not that of its newest revision"
    if story.published != analysis.article.published:
        yield "when it was published is not what its newest revision says"


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
    if not _is_time(event.at):
        yield f"event {event.id}: when it happened is no time"
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
        except DamagedError as error:
            return f"its tags cannot be placed: {error.message}"
        cutting, sections = book.shape
        if cutting is not None and len(cutting.spans) != story.statements:
            return f"{story.statements} statements counted, {len(cutting.spans)} as it is cut"
        if sections is not None and len(sections.updates) != story.updates:
            return f"{story.updates} updates counted, {len(sections.updates)} as corrected"
        revisions = stories.revisions(connection, story.id)
        if looking.counted(connection, story.id) != looking.told(book.events, revisions):
            return "what its revisions brought is not what the events say"
        return projection.differs(connection, story.id, book)
