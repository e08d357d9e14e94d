import sqlite3
from contextlib import closing

import pytest

from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.model.event import Draft, EventKind, Label
from newsreader.store import checking
from newsreader.store.proving import search_checking


@pytest.fixture
def desk(library, article, act, path):
    """A library in use, closed; what is broken in it must be noticed."""
    library.add_analysis(article("urn:a", ["One.", "Two.", "Three."]))
    opened = library.open(1)
    library.record(opened, [act(opened, n) for n in (1, 2)])
    library.record(opened, [act(opened, 3, Label.OPINION, editor="ben")])
    library.add_analysis(article("urn:a", ["One.", "Three.", "Four."]))
    library.close()
    return path


def problems(path, *, deep=True):
    with Library(path) as library:
        report = library.check(deep=deep)
    assert report.ok is (not report.problems)
    assert all("\n" not in problem for problem in report.problems)
    return " | ".join(report.problems)


def spoil(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_library(desk):
    with Library(desk) as library:
        report = library.check(deep=True)
    assert report.ok
    assert report.counts == {
        "stories": 1, "revisions": 2, "articles": 2, "statements": 6, "events": 4, "tags": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM article WHERE id = 1", "refers to a missing article"),
        ("DELETE FROM revision WHERE n = 1", "story 1: its revisions"),
        ("DELETE FROM event WHERE seq = 2", "events: 3 of device"),
    ],
)
def test_gaps_are_seen_without_deep(desk, statement, told):
    spoil(desk, "PRAGMA foreign_keys=OFF", "DROP TRIGGER event_is_never_deleted", statement)
    assert told in problems(desk, deep=False)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE article SET text = text || '!' WHERE id = 2", "article 2: the text is not"),
        (
            "UPDATE statement SET end = 900 WHERE article = 1 AND n = 3",
            "article 1: statement 3 lies",
        ),
        ("UPDATE event SET at = '2021-01-01' WHERE seq = 1", "is not what its hash says"),
        ("UPDATE event SET editor = 'eve' WHERE seq = 3", "is not what its hash says"),
        ("UPDATE event SET story = 'urn:b' WHERE seq = 3", "is not what its hash says"),
        ("UPDATE event SET prev = '' WHERE seq = 2", "does not follow"),
        ("UPDATE event SET body = '[' WHERE seq = 2", "cannot be understood"),
        ("UPDATE tag SET label = 'opinion' WHERE n = 1", "story 1: 3 tags kept"),
        ("DELETE FROM tag WHERE n = 1", "story 1: 2 tags kept, 3 by the events"),
        ("UPDATE progress SET confirmed = 7", "the progress of ana"),
        ("UPDATE progress SET left_behind = 7 WHERE editor = 'ana'", "the progress of ana"),
        ("DELETE FROM progress WHERE editor = 'ben'", "progress is missing"),
    ],
)
def test_deep_sees_what_was_tampered_with(desk, statement, told):
    spoil(desk, "DROP TRIGGER event_is_never_changed", statement)
    assert told in problems(desk)


def test_not_every_problem_of_very_many_is_told(desk, monkeypatch):
    monkeypatch.setattr(checking, "MAX_PROBLEMS", 2)
    spoil(desk, "DROP TRIGGER event_is_never_changed", "UPDATE event SET prev = 'x'")
    assert problems(desk).count("|") == 1


def test_search_and_indexes_are_part_of_the_structure(desk):
    spoil(
        desk,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '(newest)', '(id)') "
        "WHERE name = 'story_newest'",
    )
    assert "structure" in problems(desk, deep=False)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DROP TABLE note", "schema: table note is missing"),
        ("DROP INDEX story_newest", "schema: index story_newest is missing"),
        ("DROP TRIGGER event_is_never_changed", "schema: trigger event_is_never_changed is miss"),
        ("CREATE TABLE mine (a)", "schema: table mine is none of ours"),
        ("CREATE TRIGGER mine AFTER INSERT ON tag BEGIN SELECT 1; END", "trigger mine is none"),
        ("ALTER TABLE note ADD COLUMN x TEXT", "schema: table note was changed"),
        ("DELETE FROM meta", "the id of the device is missing"),
        ("UPDATE meta SET value = 'x' WHERE key = 'library'", "the id of the library is missing"),
        ("INSERT INTO meta VALUES ('mine', 'x')", "'mine' is none of ours"),
        ("UPDATE story SET statements = 7", "its updates or statements are not all there"),
        ("UPDATE story SET updates = 7", "its updates or statements are not all there"),
        ("UPDATE story SET revisions = 7", "its revisions are not all there"),
    ],
)
def test_schema_names_and_counters_are_seen_without_deep(desk, statement, told):
    spoil(desk, statement)
    assert told in problems(desk, deep=False)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE story SET title = 'Another.'", "story 1: its title"),
        ("UPDATE story SET published = '2020-01-01'", "story 1: when it was published"),
        ("UPDATE story SET added_at = 'then'", "story 1: when it was added"),
        ("UPDATE revision SET read_at = 'then' WHERE n = 1", "story 1: when it was added"),
        ("UPDATE article SET published = 'soon' WHERE id = 1", "article 1: when it was published"),
        ("UPDATE article SET title = 'x', title_start = 0, title_end = 4", "article 1: the title"),
        ("UPDATE statement SET block = 0 WHERE n = 2", "statement 2 is not in its block"),
        ("INSERT INTO search(search) VALUES ('delete-all')", "search: the index has not"),
        ("DELETE FROM search_docsize", "article 2: the search index is not in accord"),
        (
            (
                "INSERT INTO search(rowid, title, text) SELECT id, title, text FROM article "
                "WHERE id = 1"
            ),
            "article 1: the search index is not in accord",
        ),
    ],
)
def test_deep_sees_what_an_editor_would_see(desk, statement, told):
    spoil(desk, statement)
    assert told in problems(desk)


def test_other_words_of_the_same_number_in_the_index_are_seen(desk):
    spoil(
        desk,
        "INSERT INTO search(search, rowid, title, text) "
        "SELECT 'delete', id, title, text FROM article WHERE id = 2",
        "INSERT INTO search(rowid, title, text) VALUES (2, NULL, 'One. Three. Five.')",
    )
    assert "search: the index has not the words" in problems(desk)


def test_a_library_that_can_only_be_read_is_checked_too(desk):
    desk.chmod(0o444)
    connection = sqlite3.connect(f"{desk.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with Library(desk) as library:
        library._database.connection.close()
        library._database.connection = connection
        assert not list(search_checking.search_problems(library._database))


def test_a_clock_that_cannot_be_understood_is_told_as_damage(desk, act):
    spoil(desk, "DROP TRIGGER event_is_never_changed", "UPDATE event SET hlc = 'x'")
    with Library(desk) as library:
        opened = library.open(1)
        with pytest.raises(LibraryError, match="clock"):
            library.record(opened, [act(opened, 1)])


def test_an_article_that_came_back_keeps_its_first_reading(path, article):
    """What the list calls a story is what opening it shows."""
    with Library(path) as library:
        library.add_analysis(article("urn:a", ["One.", "Two."]))
        again = article("urn:b", ["One.", "Two."])
        titled = again._replace(article=again.article._replace(title="By another name"))
        library.add_analysis(titled)
        assert library.find(2).title == "One."
        assert library.check(deep=True).ok


def test_a_log_that_lost_its_end_is_seen(library, article, act, path):
    """An undo and its redo change no tag: only that they were the last tells that they were."""
    library.add_analysis(article("urn:a", ["One.", "Two.", "Three."]))
    opened = library.open(1)
    library.record(opened, [act(opened, 1)])
    for kind, ids in (("undo", opened.book.undoable), ("redo", opened.book.redoable)):
        draft = Draft(EventKind(kind), "ana", "urn:a", events=ids("ana"))
        library.record(opened, [draft])
    library.close()
    assert problems(path) == ""
    spoil(
        path,
        "DROP TRIGGER event_is_never_deleted",
        "DELETE FROM event WHERE seq > 1",
        "CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event "
        "BEGIN SELECT RAISE(ABORT, 'events are only ever appended'); END",
    )
    assert "story 1: an event is missing" in problems(path, deep=False)
