"""Filters and searches go around what cannot be read, and show all else in its order."""

import sqlite3
from contextlib import closing

import pytest

from newsreader.filtering import parse
from newsreader.library import Library
from newsreader.store.file import opening

STORIES = 120


@pytest.fixture
def desk(path, article, act, monkeypatch):
    monkeypatch.setattr(opening, "CHECKED_BYTES", 0)  # as a large library is opened
    with Library(path, editor="ana") as library:
        for n in range(1, STORIES + 1):
            words = [f"Ferry number {n} left the harbour.", f"Nobody counted to {n}.", "x" * 3000]
            library.add_analysis(article(f"urn:desk:{n}", words))
            if n % 3 == 0:
                library.record(opened := library.open(n), [act(opened, 1)])
    return path


def page_of(path, table, row):
    """The leaf page of a table on which a row stands, from 0, and the size of a page."""
    data = path.read_bytes()
    size = int.from_bytes(data[16:18])
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()[0]
    page = root - 1
    while True:
        start = page * size + (100 if page == 0 else 0)
        if data[start] == 13:
            return page, size
        cells = int.from_bytes(data[start + 3 : start + 5])
        child = int.from_bytes(data[start + 8 : start + 12])
        for i in range(cells):
            at = page * size + int.from_bytes(data[start + 12 + 2 * i : start + 14 + 2 * i])
            key, more = 0, at + 4
            while True:
                key = key << 7 | data[more] & 127
                more += 1
                if data[more - 1] < 128:
                    break
            if row <= key:
                child = int.from_bytes(data[at : at + 4])
                break
        page = child - 1


def break_page(path, table, row):
    page, size = page_of(path, table, row)
    data = bytearray(path.read_bytes())
    data[page * size : page * size + 8] = b"\xff" * 8
    path.write_bytes(data)


def found(path, line):
    with Library(path, editor="ana") as library:
        wanted = parse(line)
        return [story.id for story in library.stories(wanted)]


LINES = [
    "is:untagged",
    "is:done",
    "is:mine",
    "is:progress",
    "label:confirmed",
    "sort:published",
    "sort:added",
    "sort:title",
    "sort:open",
    "is:mine sort:title",
    "added:2000..2090",
    "harbour ",
    "harb",
    '"left the harbour"',
    "harbour sort:title",
    "harb sort:open",
    "harbour is:mine",
]


@pytest.mark.parametrize("line", LINES)
def test_a_broken_page_of_stories_hides_only_them(desk, line):
    before = found(desk, line)
    break_page(desk, "story", 60)
    with Library(desk, editor="ana") as library:
        lost = {story.id for story in library.stories() if story.damaged}
    assert 60 in lost
    assert len(lost) < 30
    assert found(desk, line) == [each for each in before if each not in lost]


@pytest.mark.parametrize("line", LINES)
def test_a_broken_page_of_articles_hides_only_those_stories(desk, line):
    before = found(desk, line)
    break_page(desk, "article", 60)
    after = found(desk, line)
    assert [each for each in before if each in after] == after
    assert len(before) - len(after) < 30


def test_where_words_stand_is_told_of_those_that_can_be_read(desk):
    wanted = parse("harbour")
    with Library(desk, editor="ana") as library:
        stories = list(library.stories(wanted))
    break_page(desk, "article", 60)
    with Library(desk, editor="ana") as library:
        told = library.contexts(stories, wanted, 8)
    assert 60 not in told
    assert len(told) > STORIES - 30
    assert "harbour" in told[1]
