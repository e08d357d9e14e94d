"""The schema of every version that was ever released stays as it was, and can be upgraded."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsreader.library import Library
from newsreader.model.validators import Validators
from newsreader.store import fetched
from newsreader.store.file import opening

FIXTURES = Path(__file__).parent / "fixtures"


def schema(path):
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' "
            "ESCAPE '\\' AND name NOT LIKE '%\\_sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
        return [" ".join(sql.split()) for (sql,) in rows]


def as_it_was(version):
    text = (FIXTURES / f"schema_{version}.sql").read_text(encoding="utf-8")
    return [" ".join(sql.split()) for sql in text.strip().split("\n\n")]


def test_there_is_a_fixture_for_every_version():
    known = {int(path.stem.removeprefix("schema_")) for path in FIXTURES.glob("schema_*.sql")}
    assert known == set(range(1, opening.SCHEMA_VERSION + 1))


def test_a_new_library_has_the_newest_schema(path):
    with Library(path):
        pass
    assert schema(path) == as_it_was(opening.SCHEMA_VERSION)


@pytest.mark.parametrize("version", range(1, opening.SCHEMA_VERSION + 1))
def test_a_library_of_any_version_is_opened_with_all_that_is_in_it(version, path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / f"library_{version}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
    with Library(path, editor="ana") as library:
        report = library.check(deep=True)
        assert report.ok, report.problems
        assert report.counts == {
            "stories": 2, "revisions": 3, "articles": 3, "statements": 8, "events": 5, "tags": 3,
        }  # fmt: skip
        assert [story.uri for story in library.stories("smoke")] == ["urn:desk:depot"]
        assert [(row.label, row.state) for row in library.tags()] == [
            ("opinion", "gone"),
            ("confirmed", "current"),
            ("speculative", "current"),
        ]
    assert schema(path) == as_it_was(opening.SCHEMA_VERSION)


def test_a_library_made_before_pages_were_fetched_keeps_what_servers_give(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / "library_3.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        connection.execute("PRAGMA user_version=3")
    given = Validators("https://desk.example/ferry", '"8"', "")
    with Library(path, editor="ana") as library, library._database.writing() as connection:
        fetched.keep(connection, "https://desk.example/ferry", given)
        assert fetched.validators(connection, "https://desk.example/ferry") == given
        fetched.keep(connection, "https://desk.example/ferry", None)
        assert fetched.validators(connection, "https://desk.example/ferry") is None


def test_a_library_made_before_places_were_kept_keeps_them(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / "library_2.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        connection.execute("PRAGMA user_version=2")
    with Library(path, editor="ana") as library:
        opened = library.open("urn:desk:ferry")
        assert library.place(opened) == 1
        assert library.keep_place(opened, 2)
    with Library(path, editor="ana") as library:
        assert library.place(library.open("urn:desk:ferry")) == 2


def test_what_revisions_brought_is_counted_for_older_libraries(path):
    story = path.with_name("depot.txt")
    with Library(path, editor="ana") as library:
        for words in ("Six were hurt.", "Nine were hurt.\n\nTrains stand still.", "Six were hurt."):
            story.write_text(f"The Depot Fire\n\n{words}\n", encoding="utf-8")
            assert [added.error for added in library.add(story)] == [None]
        library.keep_place(library.open(1, revision=2), 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "DROP TABLE look; DROP TABLE news; DROP INDEX tag_speculative;"
            "DELETE FROM _sqlite_migrations WHERE name IN ('looks_and_news', 'seals_and_twins');"
            "ALTER TABLE article DROP COLUMN seal; ALTER TABLE revision DROP COLUMN seal;"
            "DROP INDEX place_twin; DROP INDEX unseen_twin; DROP INDEX fetched_twin;"
            "DROP INDEX followed_twin; DROP INDEX trouble_twin; DROP INDEX meta_twin;"
            "PRAGMA user_version=5;"
        )
    with Library(path, editor="ana") as library:
        assert library.check(deep=True).ok
        found = library.find(1)
        assert (found.looked, found.news) == (2, 1)


def test_a_library_made_before_anything_was_followed_follows(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / "library_6.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        connection.execute("PRAGMA user_version=6")
    with Library(path, editor="ana") as library:
        assert library.follow("https://desk.example/ferry")
        assert [row.host for row in library.followed()] == ["desk.example"]
        assert library.story_troubles() == {}
