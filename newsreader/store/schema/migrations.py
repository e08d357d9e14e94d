"""The schema, as the list of steps that led to it.

Each migration is a small named function that is never edited once it has landed: a library of
any age is brought up to date by running those it has not seen. Imported only to create or
upgrade a library, because sqlite-utils takes a tenth of a second to import.

Tables are STRICT. Statements, the most numerous rows, are small: WITHOUT ROWID, integers for
kinds (``store/articles.py`` has the codes).
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from newsreader.store.schema import newer_steps, shelf_steps
from newsreader.store.schema.newer_steps import run

migrations = Migrations("newsreader")


def apply(connection: sqlite3.Connection, *, stop_before: str | None = None) -> None:
    """Bring the schema up to date, within the caller's write transaction."""
    database = Database(connection, execute_plugins=False)
    migrations.apply(database, stop_before=stop_before)


@migrations()
def articles(db: Database) -> None:
    """What was read."""
    run(
        db,
        """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            format TEXT NOT NULL,
            title TEXT,
            title_start INTEGER,
            title_end INTEGER,
            byline TEXT,
            published TEXT,
            language TEXT,
            "order" TEXT NOT NULL,
            splitter TEXT NOT NULL,
            warnings TEXT NOT NULL,
            blocks TEXT NOT NULL,
            links TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT
        """,
    )


@migrations()
def updates_and_notes(db: Database) -> None:
    """What splitting found in an article: its sections, and what it says about itself."""
    run(
        db,
        """
        CREATE TABLE "update" (
            article INTEGER NOT NULL REFERENCES article(id),
            n INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            kind TEXT NOT NULL,
            marker TEXT,
            marker_start INTEGER,
            marker_end INTEGER,
            number INTEGER,
            time TEXT,
            zone TEXT,
            assumed TEXT NOT NULL,
            headline TEXT,
            headline_start INTEGER,
            headline_end INTEGER,
            PRIMARY KEY (article, n)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE note (
            article INTEGER NOT NULL REFERENCES article(id),
            n INTEGER NOT NULL,
            kind TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            PRIMARY KEY (article, n)
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def statements(db: Database) -> None:
    """The statements of an article, and who says them."""
    run(
        db,
        """
        CREATE TABLE statement (
            article INTEGER NOT NULL REFERENCES article(id),
            n INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            "update" INTEGER,
            block INTEGER NOT NULL,
            PRIMARY KEY (article, n)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE attribution (
            article INTEGER NOT NULL,
            statement INTEGER NOT NULL,
            n INTEGER NOT NULL,
            origin TEXT,
            origin_start INTEGER,
            origin_end INTEGER,
            relay TEXT,
            relay_start INTEGER,
            relay_end INTEGER,
            cue TEXT,
            cue_start INTEGER,
            cue_end INTEGER,
            content_start INTEGER,
            content_end INTEGER,
            quoted INTEGER NOT NULL,
            named INTEGER NOT NULL,
            PRIMARY KEY (article, statement, n),
            FOREIGN KEY (article, statement) REFERENCES statement(article, n)
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def stories(db: Database) -> None:
    """What is followed: stories, their revisions, and the bytes each source gave last."""
    run(
        db,
        """
        CREATE TABLE story (
            id INTEGER PRIMARY KEY,
            uri TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            published TEXT,
            added_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            revisions INTEGER NOT NULL,
            newest INTEGER NOT NULL REFERENCES article(id),
            updates INTEGER NOT NULL,
            statements INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX story_changed ON story(changed_at, id)",
        "CREATE INDEX story_newest ON story(newest)",
        """
        CREATE TABLE revision (
            story INTEGER NOT NULL REFERENCES story(id),
            n INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES article(id),
            read_at TEXT NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (story, n)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE source (
            uri TEXT NOT NULL,
            named TEXT NOT NULL,
            format TEXT NOT NULL,
            story INTEGER NOT NULL REFERENCES story(id),
            digest TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES article(id),
            PRIMARY KEY (uri, named, format, story)
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def events(db: Database) -> None:
    """What editors did, append-only.

    ``event.story`` repeats ``story`` of the body for the index. It is no generated column,
    because SQLite before 3.41 refuses JSON functions in a schema that is not trusted.
    """
    run(
        db,
        """
        CREATE TABLE event (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            device TEXT NOT NULL,
            seq INTEGER NOT NULL,
            prev TEXT NOT NULL,
            hash TEXT NOT NULL,
            hlc TEXT NOT NULL,
            editor TEXT NOT NULL,
            kind TEXT NOT NULL,
            at TEXT NOT NULL,
            body TEXT NOT NULL,
            story TEXT NOT NULL,
            UNIQUE (device, seq)
        ) STRICT
        """,
        "CREATE INDEX event_story ON event(story)",
        """
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END
        """,
        """
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END
        """,
    )


@migrations()
def tags(db: Database) -> None:
    """What the events add up to, kept beside them."""
    run(
        db,
        """
        CREATE TABLE tag (
            story INTEGER NOT NULL REFERENCES story(id),
            editor TEXT NOT NULL,
            n INTEGER NOT NULL,
            gone TEXT NOT NULL,
            label TEXT,
            event TEXT NOT NULL,
            at TEXT NOT NULL,
            note TEXT,
            evidence TEXT,
            state TEXT NOT NULL,
            exact TEXT NOT NULL,
            article TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            last_revision INTEGER NOT NULL,
            PRIMARY KEY (story, editor, n, gone)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE progress (
            story INTEGER NOT NULL REFERENCES story(id),
            editor TEXT NOT NULL,
            confirmed INTEGER NOT NULL,
            speculative INTEGER NOT NULL,
            opinion INTEGER NOT NULL,
            left_behind INTEGER NOT NULL,
            PRIMARY KEY (story, editor)
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def search_and_meta(db: Database) -> None:
    """Full-text search over the newest revisions, and what the library knows of itself."""
    run(
        db,
        """
        CREATE VIRTUAL TABLE search USING fts5(
            title, text, content='article', content_rowid='id',
            tokenize='unicode61 remove_diacritics 2'
        )
        """,
        """
        CREATE TABLE meta (
            key TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def removals_and_orders(db: Database) -> None:
    """Which stories are off the lists, and an index for each order that lists can have."""
    run(
        db,
        "ALTER TABLE story ADD COLUMN removed TEXT REFERENCES event(id)",
        "DROP INDEX story_changed",
        "CREATE INDEX story_changed ON story(removed, changed_at, id)",
        "CREATE INDEX story_added ON story(removed, added_at, id)",
        "CREATE INDEX story_published ON story(removed, coalesce(published, ''), id)",
        "CREATE INDEX story_title ON story(removed, title COLLATE NOCASE, id)",
        "CREATE INDEX story_statements ON story(removed, statements, id)",
    )


@migrations()
def places(db: Database) -> None:
    """Where each editor was in each story, by the words: the article and the statement's span."""
    run(
        db,
        """
        CREATE TABLE place (
            story INTEGER NOT NULL REFERENCES story(id),
            editor TEXT NOT NULL,
            article TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            PRIMARY KEY (story, editor)
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def fetched_pages(db: Database) -> None:
    """What a server gave with a page, by the address that was asked for: for asking again."""
    run(
        db,
        """
        CREATE TABLE fetched (
            asked TEXT NOT NULL PRIMARY KEY,
            address TEXT NOT NULL,
            etag TEXT NOT NULL,
            modified TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    )


@migrations()
def stale_tags(db: Database) -> None:
    """How many of an editor's tags wait to be looked at again, because the words changed.

    From here on the log may say which statement of one revision is which of the next.
    """
    run(db, "ALTER TABLE progress ADD COLUMN stale INTEGER NOT NULL DEFAULT 0")


_NEWER = (
    newer_steps.looks_and_news,
    newer_steps.followed_sources,
    newer_steps.unseen_statements,
    newer_steps.sources_left_open,
    newer_steps.seals_and_twins,
    newer_steps.lost_events,
    shelf_steps.shelves_and_counts,
    newer_steps.last_events,
)
for step in _NEWER:
    migrations()(step)
