"""The place is kept by words: over restarts, newer revisions and cuts, and never in the way."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsreader.library import Library

TEXT = (
    "Smoke rose over the quay.\n\nNobody was hurt.\n\nPolice are looking.\n\nThe ferry is late.\n"
)


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "fire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def where(tmp_path):
    return tmp_path / "desk.library"


@pytest.fixture
def library(where, source):
    with Library(where, editor="eve", clock=lambda: datetime.now(UTC)) as opened:
        list(opened.add(source))
        yield opened


def words(opened, n):
    statement = opened.analysis.split.statements[n - 1]
    return opened.analysis.article.text[statement.start : statement.end]


def test_a_story_never_opened_begins_at_its_beginning(library):
    assert library.place(library.open(1)) == 1


def test_the_place_is_there_tomorrow_for_each_editor(library, where):
    assert library.keep_place(library.open(1), 3)
    with Library(where, editor="ana") as other:
        assert other.place(other.open(1)) == 1
        assert other.keep_place(other.open(1), 2)
    with Library(where, editor="eve") as again:
        assert again.place(again.open(1)) == 3


def test_the_same_place_again_writes_nothing(library):
    opened = library.open(1)
    library.keep_place(opened, 2)
    before = library._database.connection.total_changes
    assert library.keep_place(opened, 2)
    assert library._database.connection.total_changes == before


@pytest.mark.parametrize(
    ("newer", "at"),
    [
        ("More to come.\n\n" + TEXT, "Police are looking."),
        (TEXT.replace("Police are looking.", "Police found it."), "Nobody was hurt."),
        ("Something else.\n\nAnd more.\n", "Something else."),
    ],
    ids=["moved", "its words changed", "nothing is left"],
)
def test_in_a_newer_revision_the_words_count(library, source, newer, at):
    opened = library.open(1)
    n = next(n for n in range(1, 5) if words(opened, n) == "Police are looking.")
    library.keep_place(opened, n)
    source.write_text(newer, encoding="utf-8")
    list(library.add(source))
    opened = library.open(1)
    assert opened.revision.n == 2
    assert words(opened, library.place(opened)) == at


def test_a_place_on_an_article_that_is_not_there_is_the_beginning(library):
    opened = library.open(1)
    library.keep_place(opened, 3)
    with library._database.writing() as connection:
        connection.execute("UPDATE place SET article = 'gone'")
    assert library.place(opened) == 1


def test_an_article_without_that_statement_keeps_nothing(library):
    opened = library.open(1)
    assert not library.keep_place(opened, 0)
    assert not library.keep_place(opened, 99)


def test_a_locked_library_is_not_waited_for(library, where):
    opened = library.open(1)
    with closing(sqlite3.connect(where, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not library.keep_place(opened, 2)
        other.execute("ROLLBACK")
    assert library.place(opened) == 1


def test_a_library_that_cannot_be_written_is_no_error(library, monkeypatch):
    opened = library.open(1)
    monkeypatch.setattr(library._database, "readonly", True)
    assert not library.keep_place(opened, 2)


def test_places_do_not_trouble_the_check(library):
    library.keep_place(library.open(1), 2)
    report = library.check(deep=True)
    assert report.ok, report.problems
