"""What an editor has not seen: kept without ever being in the way."""

import sqlite3
from contextlib import closing
from threading import Event

import pytest

from newsreader.errors import UnknownStoryError
from newsreader.library import Library
from newsreader.library.since import beside, since


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "quay.txt"
    path.write_text("The Quay\n\nSix boats sank.\n")
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(path))
        yield opened


def test_it_is_kept(library):
    story = library.open(1)
    assert library.unseen(story) == (0, {})
    assert library.keep_unseen(story, {2: "Five boats sank."})
    assert library.keep_unseen(story, {2: "Five boats sank."})
    assert library.unseen(story) == (1, {2: "Five boats sank."})


def test_what_cannot_be_written_is_no_error(library, tmp_path):
    story = library.open(1)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not library.keep_unseen(story, {1: ""})
        other.execute("ROLLBACK")


@pytest.mark.parametrize("damage", ["[]", "no json", '{"x": 1}'])
def test_damage_is_nothing_unseen(library, damage):
    story = library.open(1)
    library.keep_unseen(story, {1: ""})
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE unseen SET statements = ?", (damage,))
    assert library.unseen(story) == (1, {})


def asked(library, ask):
    answers, ready = [], Event()

    def done(answer):
        answers.append(answer)
        ready.set()

    beside(library, ask, done)
    assert ready.wait(30)
    return answers[0]


def test_an_answer_comes_from_a_thread_of_its_own(library, tmp_path):
    path = tmp_path / "quay.txt"
    path.write_text("The Quay\n\nNine boats sank.\n\nIt rained.\n")
    list(library.add(path))
    found = asked(library, lambda own: since(own, 1, 1, 2))
    assert found.told() == "1 new · 1 changed"
    assert found.fresh == {2: "Six boats sank.", 3: ""}
    assert found.carried({1: "", 7: ""}) == {1: "", 2: "Six boats sank.", 3: ""}


def test_where_there_is_no_answer_none_comes(library):
    assert asked(library, lambda own: since(own, 1, 1, 9)) is None
    with pytest.raises(UnknownStoryError):
        since(library, 7, 1, 2)
