"""Proving a library whole: its structure and counters; with ``deep`` every hash, seal and tag.

Reads only, page by page: memory does not grow with the library. What cannot be read is told and
passed over, so that all else is looked at, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from newsreader.store.file.database import Connection, Database
from newsreader.store.file.translating import UNSOUND, DamagedError
from newsreader.store.proving import deep_checking, expecting
from newsreader.store.proving.search_checking import search_problems
from newsreader.store.tags.books import Bookkeeper

MAX_PROBLEMS = 100
"""Problems that are told; a badly damaged library has no end of them."""

_COUNTED = {
    "stories": "story", "revisions": "revision", "articles": "article",
    "statements": "statement", "events": "event", "tags": "tag",
}  # fmt: skip
_GAPS = (
    "SELECT device, min(seq), max(seq), count(*) FROM "
    "(SELECT device, seq FROM event UNION ALL SELECT device, seq FROM lost) GROUP BY device "
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
"""(Cut or joined statements and corrected sections are counted by ``deep_checking``.)"""
_STRAY_EVENTS = (
    "SELECT DISTINCT e.story FROM event e "
    "WHERE NOT EXISTS (SELECT 1 FROM story WHERE uri = e.story)"
)
_LOST_END = (
    "SELECT p.story, p.editor FROM progress p JOIN story s ON s.id = p.story "
    "WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = p.last AND e.story = s.uri)"
)
_TREE = re.compile(r"(?:Tree (\d+)|On tree page (\d+))")


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
    keeper.memory.forget()  # what is on the disk is checked
    with database.reading() as connection:
        schema = expecting.schema(connection)
    checks = [iter((database.damage,) if database.damage else ())]
    checks += [expecting.schema_problems(schema), _structure(database)]
    if expecting.tables(expecting.expected_schema()) <= expecting.tables(schema):
        checks += _rows(database)
        if deep:
            checks += [*deep_checking.checks(database, keeper), search_problems(database)]
    told = dict.fromkeys(chain.from_iterable(_told(check) for check in checks))
    problems = tuple(islice(told, MAX_PROBLEMS))
    return CheckReport(not problems, problems, _counts(database, schema))


def _counts(database: Database, schema: expecting.Schema) -> dict[str, int]:
    """How many rows there are of what matters; without those that cannot be counted."""
    counts = {}
    for name, table in _COUNTED.items():
        try:
            with database.reading() as connection:
                if ("table", table) in schema:
                    question = f"SELECT count(*) FROM {table}"
                    counts[name] = int(connection.execute(question).fetchone()[0])
        except DamagedError:
            continue
    return counts


def _told(problems: Iterator[str]) -> Iterator[str]:
    """The problems; what is too broken to be read on is one of them."""
    try:
        yield from problems
    except DamagedError as error:
        yield error.message
    except UNSOUND as error:
        yield f"a row cannot be understood: {error}"


def _lazily(database: Database, asked: Callable[[Connection], Iterable[str]]) -> Iterator[str]:
    """What is asked of a connection, when it is asked for."""
    with database.reading() as connection:
        found = list(asked(connection))
    yield from found


def _structure(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        if found == [("ok",)]:
            return
        roots = dict(connection.execute("SELECT rootpage, name FROM sqlite_schema").fetchall())
    lines = chain.from_iterable(str(problem).split("\n") for (problem,) in found)
    yield from (f"structure: {_placed(line, roots)}" for line in lines if not line.startswith("*"))


def _placed(problem: str, roots: Mapping[int, str]) -> str:
    """What SQLite says, with the name of the table or index that it speaks of by a number."""
    found = _TREE.search(problem)
    name = roots.get(int(found[1] or found[2])) if found else None
    return f"{name}: {problem}" if name else problem


def _rows(database: Database) -> list[Iterator[str]]:
    """What must hold between the rows, as far as SQL can say it; each by itself."""

    def ask(question: str) -> list[tuple[object, ...]]:
        with database.reading() as connection:
            return connection.execute(question).fetchmany(MAX_PROBLEMS)

    def found(question: str, told: str) -> Iterator[str]:
        for row in ask(question):
            yield told.format(*row)

    return [
        _lazily(database, expecting.name_problems),
        _lazily(database, expecting.step_problems),
        (
            f"{table}: row {row} refers to a missing {to}" if row is not None
            else f"{table}: a row refers to a missing {to}"
            for table, row, to, _ in chain.from_iterable(map(ask, ("PRAGMA foreign_key_check",)))
        ),
        found(_GAPS, "events: {3} of device {0}, numbered {1} to {2}"),
        found(_STRAY_EVENTS, "events of {0}: the story is missing"),
        found(_LOST_END, "story {0}: an event is missing that was there for {1}'s progress"),
        found(_LOST_REVISIONS, "story {0}: its revisions are not all there"),
        found(_MISCOUNTED, "story {0}: its updates or statements are not all there"),
    ]  # fmt: skip
