"""Cutting and joining in a session over a library: what is current, what is told, what is kept."""

import pytest

from newsreader.errors import UsageError, WriteError
from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.session.cutting import cut_act, join_act

TEXT = """The Depot Fire

(update2:01eastern):

Six were hurt, and two died. Police came late. Nobody knows why.

The port is shut.
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "depot.txt").write_text(TEXT)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(tmp_path / "depot.txt"))
        yield opened


class Writing:
    """Records, or fails when told so."""

    def __init__(self, library):
        self.library, self.failing = library, False

    def __call__(self, opened, drafts):
        if self.failing:
            raise WriteError("the disk is full")
        return self.library.record(opened, drafts)


@pytest.fixture
def writing(library):
    return Writing(library)


@pytest.fixture
def session(library, writing):
    made = Session(library.open(1), "ana", writing, reopen=lambda: library.open(1))
    made.go(2)
    return made


def words(session):
    return [session.words(each.n) for each in session.statements]


WHOLE = [
    "The Depot Fire", "Six were hurt, and two died.", "Police came late.", "Nobody knows why.",
    "The port is shut.",
]  # fmt: skip


def test_the_story_as_it_is_read(session):
    assert words(session) == WHOLE


def test_after_a_cut_the_first_part_is_current(session, library):
    assert session.begin_cut() is None
    session.cutter.move(1)
    session.cutter.move(-1)
    outcome = session.cut_there()
    assert (outcome.saved, outcome.recut) == (True, True)
    assert outcome.message in {"cut in two", "joined with the next"}
    assert (session.n, session.words(2), session.words(3)) == (
        2, "Six were hurt,", "and two died.",
    )  # fmt: skip
    assert session.cutter is None
    assert session.progress().total == 6
    assert len(session.within(0)) == 5
    assert words(Session(library.open(1), "ben", library.record)) == words(session)
    assert [act.event.kind.value for act in session.history(2)] == ["cut"]
    assert session.history(4) == ()


def test_undo_and_redo_go_where_it_was(session):
    session.cut(15)
    session.go(6)
    outcome = session.undo()
    assert (outcome.message, outcome.recut, session.n) == ("undone: cut", True, 2)
    assert words(session) == WHOLE
    session.go(5)
    assert session.redo().message == "redone: cut"
    assert (session.n, session.words(3)) == (2, "and two died.")
    session.go(3)
    session.join()
    session.go(1)
    assert session.undo().message == "undone: join"
    assert session.n == 3


def test_what_was_tagged_whole_comes_back_with_undo(session):
    session.advance = False
    session.tag(Label.CONFIRMED)
    session.cut(15)
    assert session.standing(2).own is None
    assert len(session.left_behind()) == 1
    session.undo()
    assert session.standing(2).own.label is Label.CONFIRMED
    assert session.left_behind() == ()
    session.undo()
    assert session.undo().message == "nothing to undo"


def test_joining(session):
    outcome = session.join()
    assert (outcome.saved, session.n) == (True, 2)
    assert session.words(2) == "Six were hurt, and two died. Police came late."
    session.join()
    refused = session.join()
    assert not refused.recut
    assert refused.message == "nothing follows statement 2 in its paragraph"
    session.go(99)
    assert "nothing follows" in session.join().message


def test_what_cannot_be_cut(session):
    session.go(1)
    session.cut(4)
    session.join()
    session.go(1)
    session.cut(4)  # "The"
    refused = session.begin_cut()
    assert refused.message == "one word cannot be cut"
    assert session.cutter is None
    assert session.cut_there().message == "no cut is being placed"
    for at in (0, -1, 3, 900):
        assert "cannot be cut" in session.cut(at).message


def test_the_cut_that_is_left(session):
    session.begin_cut()
    session.end_cut()
    assert session.cutter is None
    assert words(session) == WHOLE


def test_acts_name_what_is_wrong(session):
    opened = session.opened
    for wrong in (lambda: cut_act(opened, 9, 3, "ana"), lambda: join_act(opened, 0, "ana")):
        with pytest.raises(UsageError, match="no statement"):
            wrong()
    with pytest.raises(UsageError, match="in its paragraph"):
        join_act(opened, 5, "ana")
    draft = cut_act(opened, 2, 14, "ana")  # on the blank: the second part begins after it
    assert draft.at == 15


def test_what_is_no_statement_between_two_keeps_them_apart(session):
    opened = session.opened
    first, _, third = opened.analysis.split.statements[1:4]
    apart = (opened.analysis.split.statements[0], first, third._replace(n=3))
    split = opened.analysis.split._replace(statements=apart)
    opened.analysis = opened.analysis._replace(split=split)
    with pytest.raises(UsageError, match="no statement stands between 2 and 3"):
        join_act(opened, 2, "ana")


def test_another_editors_cut_waits_until_it_is_taken(session, library):
    other = Session(library.open(1), "ben", library.record)
    other.go(2)
    other.cut(15)
    assert not session.recut()
    session.go(4)
    library.refresh(session.opened)
    assert session.recut()
    assert (session.n, words(session)) == (4, WHOLE)
    outcome = session.take_newer()
    assert outcome.message == "statements and updates as they are now"
    assert (session.n, session.words(session.n)) == (5, "Nobody knows why.")
    assert not session.recut()
    assert session.take_newer().message == "no newer revision"
    assert session.undo().message == "nothing to undo"


def test_one_who_stands_on_what_was_cut_stays_at_its_place(session, library):
    other = Session(library.open(1), "ben", library.record)
    other.go(2)
    other.cut(15)
    library.refresh(session.opened)
    session.take_newer()
    assert (session.n, session.words(2)) == (2, "Six were hurt,")


def test_a_cut_that_another_editor_made_first(session, library):
    other = Session(library.open(1), "ben", library.record)
    other.go(2)
    other.cut(8)
    outcome = session.cut(15)
    assert outcome.saved
    assert outcome.message == "another editor cut or joined this just before you"
    assert session.words(2) == "Six were"
    other = Session(library.open(1), "ben", library.record)
    other.go(4)
    other.cut(7)
    session.go(4)
    assert session.join().message == "another editor cut or joined this just before you"
    assert library.check(deep=True).ok


def test_a_cut_that_could_not_be_written_waits(session, writing, library):
    writing.failing = True
    outcome = session.cut(15)
    assert (outcome.saved, outcome.recut) == (False, False)
    assert words(session) == WHOLE
    session.tag(Label.OPINION)  # meant is the whole
    assert session.standing(2).unsaved is Label.OPINION
    writing.failing = False
    outcome = session.retry()
    assert (outcome.saved, outcome.recut) == (True, True)
    assert session.words(2) == "Six were hurt,"
    assert session.standing(2).own is None
    assert [tag.exact for tag in session.left_behind()] == [WHOLE[1]]
    assert library.check(deep=True).ok


def test_an_act_that_waits_on_a_cut_statement_is_shown_on_none(session, writing, library):
    other = Session(library.open(1), "ben", library.record)
    writing.failing = True
    session.tag(Label.OPINION)
    other.go(2)
    other.cut(15)
    library.refresh(session.opened)
    session.take_newer()
    assert all(session.standing(each.n).unsaved is None for each in session.statements)
    writing.failing = False
    assert session.retry().saved
    assert len(session.left_behind()) == 1


def test_with_a_newer_revision_both_are_taken(session, library, tmp_path):
    other = Session(library.open(1), "ben", library.record)
    other.go(2)
    other.cut(15)
    (tmp_path / "depot.txt").write_text(TEXT.replace("Police came late", "Police came"))
    list(library.add(tmp_path / "depot.txt"))
    library.refresh(session.opened)
    assert (session.newer(), session.recut()) == (1, True)
    assert session.take_newer().message == "revision 2"
    assert words(session)[1:4] == ["Six were hurt,", "and two died.", "Police came."]
