"""The newer steps of the schema, listed with all others in ``migrations.py``.

As there: a step is never edited once it has landed.
"""

from __future__ import annotations

import contextlib
import json
from typing import Any

from sqlite_utils import Database


def run(db: Database, *statements: str) -> None:
    """Execute one by one: ``executescript`` would commit the transaction."""
    for statement in statements:
        db.execute(statement)


def looks_and_news(db: Database) -> None:
    """What came to a story since an editor looked, and an order for tags that wait for long.

    Looks are taken from where editors were, and from what they tagged; news from the links.
    """
    run(
        db,
        """
        CREATE TABLE look (
            story INTEGER NOT NULL REFERENCES story(id),
            editor TEXT NOT NULL,
            revision INTEGER NOT NULL,
            PRIMARY KEY (story, editor)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE news (
            story INTEGER NOT NULL REFERENCES story(id),
            revision INTEGER NOT NULL,
            fresh INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            gone INTEGER NOT NULL,
            PRIMARY KEY (story, revision)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX tag_speculative ON tag(at, story, editor) WHERE label = 'speculative'",
        """
        INSERT INTO look
        SELECT t.story, t.editor, max(r.n)
        FROM (
            SELECT story, editor, article FROM tag UNION SELECT story, editor, article FROM place
        ) t
        JOIN article a ON a.hash = t.article
        JOIN revision r ON r.story = t.story AND r.article = a.id
        GROUP BY t.story, t.editor
        """,
    )
    for story, body in db.execute("SELECT story, body FROM event WHERE kind = 'carry'").fetchall():
        with contextlib.suppress(ValueError, LookupError, TypeError):  # damaged: nothing is counted
            _count_news(db, story, json.loads(body))


def _count_news(db: Database, story: str, body: dict[str, Any]) -> None:
    """Keep the counts of one carry-over, for each revision that it led to."""
    kept = sum(length for _, _, length in body["current"])
    known = kept + len(body["moved"]) + len(body["stale"]) + len(body["back"])
    counts = body["size"] - known, len(body["stale"]), len(body["gone"])
    db.execute(
        "INSERT OR REPLACE INTO news SELECT r.story, r.n, ?, ?, ? FROM revision r "
        "JOIN story s ON s.id = r.story JOIN article a ON a.id = r.article "
        "JOIN revision q ON q.story = r.story AND q.n = r.n - 1 "
        "JOIN article b ON b.id = q.article WHERE s.uri = ? AND a.hash = ? AND b.hash = ?",
        (*counts, story, body["article"], body["before"]),
    )


def followed_sources(db: Database) -> None:
    """What is followed, and what of it cannot be read."""
    run(
        db,
        """
        CREATE TABLE followed (
            source TEXT NOT NULL PRIMARY KEY,
            named TEXT NOT NULL,
            format TEXT NOT NULL,
            host TEXT NOT NULL,
            every INTEGER,
            since TEXT NOT NULL,
            looked_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            held_until TEXT NOT NULL,
            failures INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE trouble (
            source TEXT NOT NULL PRIMARY KEY,
            followed TEXT NOT NULL REFERENCES followed(source),
            uri TEXT NOT NULL,
            problem TEXT NOT NULL,
            since TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    )


def unseen_statements(db: Database) -> None:
    """What each editor has not seen yet of each story, and of which revision."""
    run(
        db,
        """
        CREATE TABLE unseen (
            story INTEGER NOT NULL REFERENCES story(id),
            editor TEXT NOT NULL,
            revision INTEGER NOT NULL,
            statements TEXT NOT NULL,
            PRIMARY KEY (story, editor)
        ) STRICT, WITHOUT ROWID
        """,
    )


def sources_left_open(db: Database) -> None:
    """Whether it was looked for who says the statements of an article."""
    run(db, "ALTER TABLE article ADD COLUMN sourced INTEGER NOT NULL DEFAULT 1")


def seals_and_twins(db: Database) -> None:
    """Seals on articles and revisions; of each small table that nothing else proves, a twin.

    A twin is an index over all columns: SQLite's own check compares it with the rows.
    """
    run(
        db,
        "ALTER TABLE article ADD COLUMN seal BLOB",
        "ALTER TABLE revision ADD COLUMN seal BLOB",
        "CREATE INDEX place_twin ON place(story, editor, article, start, end)",
        "CREATE INDEX look_twin ON look(story, editor, revision)",
        "CREATE INDEX unseen_twin ON unseen(story, editor, revision, statements)",
        "CREATE INDEX fetched_twin ON fetched(asked, address, etag, modified)",
        "CREATE INDEX followed_twin ON followed(source, named, format, host, every, since, "
        "looked_at, due_at, held_until, failures)",
        "CREATE INDEX trouble_twin ON trouble(source, followed, uri, problem, since)",
        "CREATE INDEX meta_twin ON meta(key, value)",
    )


def lost_events(db: Database) -> None:
    """Which events a repair could not save: gaps in a device's sequence that are known."""
    run(
        db,
        """
        CREATE TABLE lost (
            device TEXT NOT NULL,
            seq INTEGER NOT NULL,
            PRIMARY KEY (device, seq)
        ) STRICT, WITHOUT ROWID
        """,
    )


def last_events(db: Database) -> None:
    """Which event was a story's last when an editor's progress was counted: to miss it by."""
    run(
        db,
        "ALTER TABLE progress ADD COLUMN last TEXT NOT NULL DEFAULT ''",
        """
        UPDATE progress SET last = coalesce((
            SELECT e.id FROM event e JOIN story s ON s.uri = e.story
            WHERE s.id = progress.story ORDER BY e.rowid DESC LIMIT 1
        ), '')
        """,
    )
