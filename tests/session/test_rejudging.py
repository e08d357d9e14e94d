"""The queue of tags whose words changed: led through by one key each, and back at the end."""

import pytest

from newsreader.errors import WriteError
from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session

WORDS = [
    "The roof fell in.",
    "Six people were hurt.",
    "The quay was closed on Monday.",
    "Two boats sank.",
    "It was raining hard.",
    "Nobody owned the cargo.",
]


def text(words):
    return "The Depot Fire\n\n" + "\n\n".join(words) + "\n"


def changed(words):
    """Statements 3, 4 and 5 with other words."""
    swaps = {"Six": "Nine", "Monday": "Tuesday", "Two": "Three"}
    for old, new in swaps.items():
        words = [each.replace(old, new) for each in words]
    return words


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "depot.txt"
    path.write_text(text(WORDS))
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(path))
        session = Session(opened.open(1), "ana", opened.record)
        for _ in range(6):
            session.tag(Label.SPECULATIVE)
        path.write_text(text(changed(WORDS)))
        list(opened.add(path))
        yield opened


@pytest.fixture
def session(library):
    """Three tags on changed words (3, 4, 5); 7 is open; the editor is reading there."""
    made = Session(library.open(1), "ana", library.record)
    made.go(7)
    return made


def labels(session):
    found = (session.opened.book.own(n, "ana") for n in range(1, 8))
    return "".join("-" if tag is None else "!" if not tag.stands else "S" for tag in found)


def test_one_key_for_each_and_back(session):
    assert session.stale() == (3, 4, 5)
    assert session.move_next(1)
    assert session.n == 3
    assert session.reaffirm().message == "the same again"
    assert session.n == 4
    assert session.tag(Label.CONFIRMED).saved
    assert session.n == 5
    outcome = session.reaffirm()
    assert outcome.done
    assert "no changed words" in outcome.message
    assert session.n == 7
    assert session.stale() == ()
    assert labels(session) == "SSSSSS-"


def test_undo_opens_it_again(session):
    session.move_next(1)
    session.reaffirm()
    session.reaffirm()
    assert session.undo().saved
    assert session.n == 4
    assert session.stale() == (4, 5)
    assert session.redo().saved
    assert session.stale() == (5,)


def test_put_off_comes_last(session):
    session.move_next(1)
    assert session.put_off()
    assert session.n == 4
    session.reaffirm()
    assert session.n == 5
    session.reaffirm()
    assert session.n == 3
    assert not session.put_off()
    assert session.n == 3
    session.reaffirm()
    assert session.n == 7


def test_put_off_is_out_of_the_way_until_all_else_is_done(session):
    session.move_next(1)
    for there in (4, 5, 3):
        assert session.put_off()
        assert session.n == there
    assert session.move_next(1)
    assert session.n == 7
    session.tag(Label.OPINION)
    assert session.move_next(1)
    assert session.n == 3
    session.go(1)
    assert session.move_next(-1)
    assert session.n == 5


def test_round_the_end_and_backwards(session):
    session.go(4)
    assert session.move_next(1)
    assert session.n == 5
    assert session.move_next(1)
    assert session.n == 3
    assert session.move_next(-1)
    assert session.n == 5
    assert session.move_next(-2)
    assert session.n == 3
    assert session.move_next(99)
    assert session.n == 5


def test_who_walks_there_goes_on_as_always(session):
    session.go(3)
    session.reaffirm()
    assert session.n == 4
    session.reaffirm()
    assert session.n == 5
    session.move(-4)
    session.tag(Label.SPECULATIVE)
    assert session.n == 2


def test_where_tagging_does_not_move_on_it_stays(library):
    session = Session(library.open(1), "ana", library.record, advance=False)
    session.move_next(1)
    session.reaffirm()
    assert session.n == 3


def test_several_at_once_are_one_action(session):
    session.go(2)
    session.select()
    session.go(6)
    outcome = session.reaffirm()
    assert outcome.message == "the same again on 3 statements"
    assert session.stale() == ()
    assert session.undo().saved
    assert session.stale() == (3, 4, 5)


def test_what_could_not_be_saved_is_not_told_as_done(library):
    def fails(*_):
        raise WriteError("disk full")

    session = Session(library.open(1), "ana", fails)
    session.go(7)
    session.move_next(1)
    outcome = session.reaffirm()
    assert not outcome.saved
    assert not outcome.done
    assert session.unsaved


def test_nothing_is_put_off_where_nothing_changed(session):
    session.go(1)
    assert not session.put_off()
    assert session.n == 1
    assert session.tagged_on(session.opened.book.own(1, "ana")) == ""


def test_which_words_came_and_what_was_tagged(session):
    session.go(3)
    ((start, end),) = session.came
    assert session.opened.analysis.article.text[start:end] == "Nine"
    assert session.tagged_on(session.stale_tag(3)) == "r1"
    session.go(1)
    assert session.came == ()


def test_another_revision_ends_being_led(session, library, tmp_path):
    session.move_next(1)
    session.take(library.open(1))
    assert session.n == 3
    session.reaffirm()
    assert session.n == 4
