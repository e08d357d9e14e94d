"""What a library of ours must have besides its rows: the schema, and its own names.

The schema is compared with that of a library made anew in memory, so that there is no second
list of tables to keep in step.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from newsreader.store.file.opening import create

_NAMES = ("device", "library")
_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

_HALVES = {
    "article": ("title",),
    '"update"': ("marker", "headline"),
    "attribution": ("origin", "relay", "cue", "content"),
}
_UNNUMBERED = (
    "SELECT article FROM note GROUP BY article HAVING min(n) <> 0 OR max(n) <> count(*) - 1 "
    "UNION SELECT article FROM attribution GROUP BY article, statement "
    "HAVING min(n) <> 0 OR max(n) <> count(*) - 1 OR min(quoted) < 0 OR max(quoted) > 1 "
    "OR min(named) < 0 OR max(named) > 1"
)

Schema = dict[tuple[str, str], str]
"""``(type, name)`` → its SQL, of all that is ours or that somebody added."""


def schema(connection: sqlite3.Connection) -> Schema:
    """The schema, but for what SQLite itself adds and words in its own way."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema")
    return {
        (kind, name): "" if name.startswith("search_") else " ".join((sql or "").split())
        for kind, name, sql in rows
        if not name.startswith("sqlite_")
    }


def expected_schema() -> Schema:
    """The schema of a library made by this program."""
    return _expected()[0]


@cache
def _expected() -> tuple[Schema, frozenset[str]]:
    """The schema of a new library, and the steps that led to it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        create(fresh)
        return schema(fresh), frozenset(_steps(fresh))


def _steps(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT coalesce(migration_set, '?') || '.' || coalesce(name, '?') FROM _sqlite_migrations"
    )
    return [str(row[0]) for row in rows]


def step_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Which steps of the schema are not noted as taken, or noted and none of ours."""
    found, expected = _steps(connection), _expected()[1]
    for step in sorted(expected ^ set(found)):
        yield f"_sqlite_migrations: {step} is {'missing' if step in expected else 'none of ours'}"


def schema_problems(found: Schema) -> Iterator[str]:
    """How a schema is not as it must be, a line for each part."""
    expected = expected_schema()
    for part in sorted(expected.keys() | found.keys()):
        problem = _problem(found.get(part), expected.get(part))
        if problem:
            yield f"schema: {' '.join(part)} {problem}"


def _problem(found: str | None, expected: str | None) -> str | None:
    if found is None:
        return "is missing"
    if expected is None:
        return "is none of ours"
    return None if found == expected else "was changed"


def tables(found: Schema) -> set[str]:
    """The names of the tables in a schema."""
    return {name for kind, name in found if kind == "table"}


def part_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Halves of spans, and notes and attributions that are not numbered one after the other."""
    for table, parts in _HALVES.items():
        for part in parts:
            half = f"SELECT 1 FROM {table} WHERE ({part}_start IS NULL) <> ({part}_end IS NULL)"
            if connection.execute(f"{half} LIMIT 1").fetchone():
                yield f"{table}: half of a {part}'s span is missing"
    for (article,) in connection.execute(_UNNUMBERED):
        yield f"article {article}: a note or an attribution is missing, or is none"


def name_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the names that the library has for itself."""
    names = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    for key in _NAMES:
        if not _UUID7.fullmatch(names.pop(key, "")):
            yield f"meta: the id of the {key} is missing or is none"
    yield from (f"meta: {key!r} is none of ours" for key in names)


def count_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the number of stories that is kept is theirs."""
    count = connection.execute("SELECT count(*) FROM story WHERE removed IS NULL").fetchone()[0]
    if connection.execute("SELECT name, n FROM counted").fetchall() != [("stories", count)]:
        yield "counted: not the number of stories that lists show"
