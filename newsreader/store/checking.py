"""Proving a library whole: its structure, and with ``deep`` every hash, seal and tag.

Reads only; works through the library row by row, so memory does not grow with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from newsreader.errors import LibraryError
from newsreader.model.article import text_hash
from newsreader.store import events, projection, stories
from newsreader.store.books import Bookkeeper

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
_STRAY_SPANS = (
    "SELECT a.id FROM (SELECT article, min(start) AS low, max(end) AS high, "
    "min(end - start) AS least FROM statement GROUP BY article) s "
    "JOIN article a ON a.id = s.article "
    "WHERE s.low < 0 OR s.least <= 0 OR s.high > length(a.text)"
)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found."""

    ok: bool
    problems: tuple[str, ...]  # one plain line each
    counts: Mapping[str, int]


def check(connection: sqlite3.Connection, keeper: Bookkeeper, *, deep: bool) -> CheckReport:
    """Check the library.

    Args:
        connection: with a transaction open, so that all is of one moment.
        keeper: of the library's books.
        deep: also re-hash articles and events, verify the chains and fold all events anew.
    """
    checks = [_structure(connection)]
    if deep:
        checks += [_hashes(connection), _seals(connection), _folds(connection, keeper)]
    problems = tuple(islice(chain.from_iterable(checks), MAX_PROBLEMS))
    counts = {
        name: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for name, table in _COUNTED.items()
    }
    return CheckReport(not problems, problems, counts)


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (problem,) in connection.execute("PRAGMA integrity_check"):
        if problem != "ok":
            yield f"structure: {problem}"
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table}: row {row} refers to a missing {parent}"
    for device, first, last, count in connection.execute(_GAPS):
        yield f"events: {count} of device {device}, numbered {first} to {last}"
    for (story,) in connection.execute(_LOST_REVISIONS):
        yield f"story {story}: its revisions are not all there"


def _hashes(connection: sqlite3.Connection) -> Iterator[str]:
    for id_, hash_, text in connection.execute("SELECT id, hash, text FROM article"):
        if text_hash(text) != hash_:
            yield f"article {id_}: the text is not what its hash says"
    for (id_,) in connection.execute(_STRAY_SPANS):
        yield f"article {id_}: a statement lies outside the text"


def _seals(connection: sqlite3.Connection) -> Iterator[str]:
    last: dict[str, str] = {}
    for row in events.everything(connection):
        try:
            event = events.from_row(row)
        except (ValueError, LookupError):
            yield f"event {row[0]}: cannot be understood"
            continue
        if event.prev != last.get(event.device, ""):
            yield f"event {event.id}: does not follow the one before it"
        if event.hash != events.seal(event) or event.body.get("story") != row[-1]:
            yield f"event {event.id}: is not what its hash says"
        last[event.device] = event.hash


def _folds(connection: sqlite3.Connection, keeper: Bookkeeper) -> Iterator[str]:
    after = 0
    while page := stories.page_by_id(connection, "", after, 128):
        for story in page:
            try:
                book, _ = keeper.newest(story.uri, story.id)
            except LibraryError:
                yield f"story {story.id}: its events cannot be understood"
                continue
            problem = projection.differs(connection, story.id, story.statements, book)
            if problem:
                yield f"story {story.id}: {problem}"
        after = page[-1].id
