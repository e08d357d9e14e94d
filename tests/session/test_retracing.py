"""Older revisions in a session: shown, gone back from, and statements found again."""

from functools import partial

import pytest

from newsreader.errors import UnknownStoryError
from newsreader.model.event import Label
from newsreader.session import Session
from tests.revised_story import AT_LEAST, CAUSE, LORRIES, NINE, SIX, desk, number


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        yield opened


@pytest.fixture
def session(library):
    reopen = partial(library.open, 1)
    return Session(reopen(), "ana", library.record, reopen=reopen)


def here(session):
    return session.words(session.n)


def test_an_older_revision_is_read_with_its_tags(session):
    session.go(number(session.opened, AT_LEAST))
    outcome = session.read(1)
    assert outcome.message == "revision 1 of 4"
    assert here(session) == SIX
    own = session.standing(session.n).own
    assert (own.label, own.stands) == (Label.CONFIRMED, True)
    assert session.newer() == 3
    session.take_newer()
    assert here(session) == AT_LEAST
    assert not session.newer()


def test_the_revision_that_is_shown_stays(session):
    opened = session.opened
    assert session.read(4).message == "revision 4 of 4"
    assert session.opened is opened
    with pytest.raises(UnknownStoryError):
        session.read(9)
    assert session.opened is opened


def test_without_a_library_nothing_is_shown(session, library):
    alone = Session(library.open(1), "ana", library.record)
    assert alone.read(1).message == "no other revision can be shown"
    assert alone.visit(1, 2).message == "no other revision can be shown"
    assert alone.opened.revision.n == 4


def test_a_statement_is_gone_to_where_it_stands_now(session):
    assert not session.retrace(1, 2).message
    assert (session.opened.revision.n, here(session)) == (4, AT_LEAST)


def test_what_went_is_shown_where_it_was(session):
    outcome = session.retrace(3, 6)
    assert outcome.message == "revision 3 of 4: gone in revision 4"
    assert (session.opened.revision.n, here(session)) == (3, LORRIES)


def test_a_revision_is_visited_at_a_statement(session):
    session.visit(2, 3)
    assert (session.opened.revision.n, here(session)) == (2, NINE)
    session.visit(1, 99)
    assert session.opened.revision.n == 1


def test_what_is_tagged_in_an_older_revision_is_said_of_its_words(session, library):
    session.visit(3, 6)
    session.tag(Label.OPINION)
    assert library.open(1).book.count_gone("ana") == 2  # and the trucks
    session.visit(2, 3)
    session.tag(Label.OPINION)
    assert session.standing(3).own.stands
    assert library.check(deep=True).ok


def test_an_act_is_found_by_itself(session):
    session.read(2)
    own = session.opened.book.own(number(session.opened, CAUSE), "ana")
    session.go(1)
    session.go_to_act(own.event, 99)
    assert here(session) == CAUSE
    session.go_to_act("unknown", 2)
    assert session.n == 2


def test_what_is_unseen_waits_while_older_revisions_are_read(session):
    session.left_off(4, {4: NINE, 6: ""})
    session.visit(1, 2)
    assert not session.unseen()
    assert not session.count_unseen
    assert session.to_keep() is None
    assert session.wanted() == (1, 4)  # what waits, not what changed backwards
    session.go(4)
    session.go(2)
    session.take_newer()
    assert session.unseen() == {4: NINE, 6: ""}
    assert session.wanted() is None
