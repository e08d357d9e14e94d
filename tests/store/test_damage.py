"""Rows that somebody else spoiled are told as damage, whoever meets them."""

import sqlite3
from contextlib import closing

import pytest

from newsreader.errors import LibraryError
from newsreader.library import Library, analyse
from newsreader.model.article import Article
from newsreader.reading import read
from newsreader.store.texts.validating import mismatch, validate

STORY = """# Storm Diary

## 6.10pm

Police said that twelve people were moved from the quay.

The harbour office said that no ferry was late.

## 5.30pm

> The roof went first.

Nobody has said who owned the cargo.
"""

SPOILED = [
    'UPDATE statement SET "update" = 77 WHERE n = 3',
    'UPDATE statement SET "update" = -1 WHERE n = 3',
    "UPDATE statement SET block = 77 WHERE n = 3",
    "UPDATE statement SET block = -1 WHERE n = 3",
    "UPDATE statement SET kind = 77 WHERE n = 3",
    "UPDATE statement SET kind = -1 WHERE n = 3",
    "UPDATE statement SET end = 9000 WHERE n = 3",
    "UPDATE statement SET start = 0 WHERE n = 3",
    "DELETE FROM statement WHERE n = 2",
    'DELETE FROM "update"',
    'DELETE FROM "update" WHERE n = 0',
    "UPDATE \"update\" SET time = 'noon' WHERE n = 0",
    "UPDATE \"update\" SET time = '' WHERE n = 0",
    "UPDATE \"update\" SET kind = 'x' WHERE n = 0",
    'UPDATE "update" SET end = 9000 WHERE n = 0',
    "UPDATE attribution SET origin_start = -3, origin_end = 4",
    "UPDATE attribution SET statement = 0 WHERE statement = 3",
    "UPDATE attribution SET statement = 900 WHERE statement = 3",
    "INSERT INTO note VALUES (1, 77, 'stamp', 5, 2)",
    "INSERT INTO note VALUES (1, 77, 'x', 0, 2)",
    "UPDATE article SET \"order\" = 'x'",
    "UPDATE article SET blocks = '[[0'",
    "UPDATE article SET blocks = '[[0, 5, -1]]'",
    "UPDATE article SET blocks = '[[\"0\", 5]]'",
    "UPDATE article SET links = '[[0, 9000, \"u\"]]'",
    "UPDATE article SET links = '[[0, 1, 2]]'",
    "UPDATE article SET links = replace(hex(zeroblob(50000)), '00', '[')",
    "UPDATE article SET warnings = '[1]'",
    "UPDATE article SET title_end = 9000",
    "DELETE FROM article",
    "DELETE FROM revision",
]


@pytest.fixture
def stored(tmp_path):
    """A library with one story, from a file."""
    source = tmp_path / "storm.md"
    source.write_text(STORY)
    with Library(tmp_path / "desk.library", editor="ana") as library:
        (added,) = library.add(source)
        assert added.updates == 2
    return tmp_path / "desk.library", source


def spoil(path, statement):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        assert connection.execute(statement).rowcount > 0


@pytest.mark.parametrize("statement", SPOILED)
def test_a_spoiled_article_is_not_opened_and_is_found(stored, statement):
    path, _ = stored
    spoil(path, statement)
    with Library(path, editor="ana") as library:
        with pytest.raises(LibraryError, match="damaged"):
            library.open(1)
        assert len(list(library.stories())) == 1
        list(library.tags())
        assert not library.check(deep=True).ok


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE statement SET "update" = NULL WHERE n = 3',
        'UPDATE "update" SET marker_start = NULL WHERE n = 0',
        'UPDATE "update" SET marker_start = NULL, marker_end = NULL WHERE n = 0',
        "UPDATE \"update\" SET marker = '7pm' WHERE n = 0",
        "UPDATE attribution SET origin = 'nobody'",
        "UPDATE attribution SET n = 7",
        "UPDATE attribution SET quoted = 7",
        "INSERT INTO note VALUES (1, 77, 'stamp', 0, 2)",
    ],
)
def test_what_can_be_opened_and_is_not_what_was_stored_is_found(stored, statement):
    path, _ = stored
    spoil(path, statement)
    with Library(path, editor="ana") as library:
        assert not library.check(deep=True).ok


@pytest.mark.parametrize("statement", ["DELETE FROM article", "DELETE FROM revision"])
def test_nothing_is_added_to_a_story_without_its_articles(stored, statement):
    path, source = stored
    spoil(path, statement)
    source.write_text(STORY + "\nMore.\n")
    with Library(path, editor="ana") as library, pytest.raises(LibraryError, match="damaged"):
        list(library.add(source))


def test_a_library_without_names_is_not_written_to(stored):
    path, _ = stored
    spoil(path, "DELETE FROM meta")
    with Library(path, editor="ana") as library:
        with pytest.raises(LibraryError, match="damaged"):
            library.open(1)
        assert not library.check().ok


def test_what_the_pipeline_makes_is_sound(tmp_path):
    (tmp_path / "storm.md").write_text(STORY)
    (article,) = read(tmp_path / "storm.md")
    assert isinstance(article, Article)
    analysis = analyse(article)
    validate(analysis)
    assert list(mismatch(analysis)) == []
