"""What is followed, and what of it cannot be read.

What must stay true: who looks at an address has said so in the library before, so that several
programs together ask no more often than one. A trouble is there from the look that found it until
the first look that does not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from newsreader.model.followed import Followed, Trouble
from newsreader.store.texts.ready import storable

_COLUMNS = "source, named, format, host, every, since, looked_at, due_at, held_until, failures"
_TROUBLE = (
    "t.source, t.followed, t.problem, t.since, coalesce(f.due_at, '') FROM trouble t "
    "LEFT JOIN followed f ON f.source = t.followed"
)
_OF_STORIES = " UNION ".join(
    f"SELECT o.story, t.source, t.followed, t.problem, t.since, coalesce(f.due_at, '') "
    f"FROM trouble t JOIN source o ON {which} LEFT JOIN followed f ON f.source = t.followed"
    for which in (
        "o.uri = t.uri",
        "o.uri > t.uri || '!/' AND o.uri < t.uri || '!0'",  # what is in a pack
        "t.uri LIKE 'file:%' AND o.uri > t.uri || '/' AND o.uri < t.uri || '0'",  # in a folder
    )
)


def follow(connection: sqlite3.Connection, wanted: Followed) -> bool:
    """Follow a source, within a write transaction; what is known of one that is followed stays.

    Returns:
        Whether it was not followed before.
    """
    new = connection.execute(
        f"INSERT INTO followed ({_COLUMNS}) VALUES ({', '.join('?' * len(wanted))}) "
        "ON CONFLICT DO NOTHING",
        [storable(each) if isinstance(each, str) else each for each in wanted],
    ).rowcount
    if not new:
        connection.execute(
            "UPDATE followed SET named = ?, format = ?, every = coalesce(?, every) "
            "WHERE source = ?",
            (
                storable(wanted.named), storable(wanted.format), wanted.every,
                storable(wanted.source),
            ),
        )  # fmt: skip
    return bool(new)


def unfollow(connection: sqlite3.Connection, source: str) -> bool:
    """Follow a source no more, within a write transaction; whether it was followed."""
    connection.execute("DELETE FROM trouble WHERE followed = ?", (storable(source),))
    deleted = connection.execute("DELETE FROM followed WHERE source = ?", (storable(source),))
    return deleted.rowcount > 0


def followed(connection: sqlite3.Connection) -> list[Followed]:
    """All that is followed, what was begun first in front."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM followed ORDER BY since, source")
    return [Followed(*row) for row in rows]


def take(connection: sqlite3.Connection, each: Followed, now: str, until: str) -> None:
    """Say that an address is being looked at, until when others should leave it alone."""
    connection.execute(
        "UPDATE followed SET looked_at = ?, due_at = ? WHERE source = ?",
        (now, until, each.source),
    )


def settle(connection: sqlite3.Connection, source: str, failures: int, due_at: str) -> None:
    """Say how often an address failed now, and when it is to be asked next."""
    connection.execute(
        "UPDATE followed SET failures = ?, due_at = ? WHERE source = ?",
        (failures, due_at, storable(source)),
    )


def hold(connection: sqlite3.Connection, host: str, until: str) -> None:
    """Leave a host alone, as it asked for."""
    connection.execute(
        "UPDATE followed SET held_until = max(held_until, :until), due_at = max(due_at, :until) "
        "WHERE host = :host",
        {"until": until, "host": host},
    )


def trouble(
    connection: sqlite3.Connection, of: str, inputs: Iterable[tuple[str, str]], now: str
) -> None:
    """Say what could not be read, of some inputs that were looked at.

    Args:
        connection: with a write transaction open.
        of: the followed source.
        inputs: paths or addresses, each with what is wrong; "" for nothing.
        now: the time.
    """
    known = (
        "INSERT INTO trouble SELECT :source, source, :uri, :problem, :now FROM followed "
        "WHERE source = :of "  # it may be followed no more
        "ON CONFLICT DO UPDATE SET problem = excluded.problem, followed = excluded.followed"
    )
    for source, problem in inputs:
        values = {
            "of": storable(of), "source": storable(source), "uri": storable(identity(source)),
            "problem": storable(problem), "now": now,
        }  # fmt: skip
        if problem:
            connection.execute(known, values)
        else:
            connection.execute("DELETE FROM trouble WHERE source = :source", values)


def identity(source: str) -> str:
    """What a source is known by among those that gave something: an address, or a file's URI."""
    return source if "://" in source else Path(source).absolute().as_uri()


def troubles(connection: sqlite3.Connection) -> list[Trouble]:
    """All that is followed and cannot be read, what failed first in front."""
    rows = connection.execute(f"SELECT {_TROUBLE} ORDER BY t.since, t.source")
    return [Trouble(*row) for row in rows]


def story_troubles(connection: sqlite3.Connection) -> dict[int, Trouble]:
    """By the number of a story what it would have its next revision from and cannot be read."""
    return {row[0]: Trouble(*row[1:]) for row in connection.execute(_OF_STORIES)}


def sources_of(connection: sqlite3.Connection, story: int) -> list[tuple[str, str, str]]:
    """What a story came from: URI, the identity and the format that the user stated."""
    rows = connection.execute(
        "SELECT uri, named, format FROM source WHERE story = ? ORDER BY uri", (story,)
    )
    return [(str(uri), str(named), str(format_)) for uri, named, format_ in rows]
