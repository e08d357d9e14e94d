import sqlite3
from contextlib import closing

import pytest

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.store import checking


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
        "stories": 1, "revisions": 2, "articles": 2, "statements": 6, "events": 3, "tags": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM article WHERE id = 1", "refers to a missing article"),
        ("DELETE FROM revision WHERE n = 1", "story 1: its revisions"),
        ("DELETE FROM event WHERE seq = 2", "events: 2 of device"),
    ],
)
def test_gaps_are_seen_without_deep(desk, statement, told):
    spoil(desk, "PRAGMA foreign_keys=OFF", "DROP TRIGGER event_is_never_deleted", statement)
    assert told in problems(desk, deep=False)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE article SET text = text || '!' WHERE id = 2", "article 2: the text is not"),
        ("UPDATE statement SET end = 900 WHERE article = 1 AND n = 3", "article 1: a statement"),
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
