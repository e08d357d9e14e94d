"""Several statements at once: the selection, counts, paragraphs, notes; one action, one undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.event import EventKind, Label
from newsreader.session import Session, act
from tests.session.test_session import Log, story


def paragraphs():
    """Seven statements in three paragraphs, the last two in an update."""
    opened = story(["One.", "Two.", "Three."], ["Four.", "Five.", "Six.", "Seven."])
    split = opened.analysis.split
    blocks = (0, 0, 0, 1, 1, 2, 2)
    statements = tuple(
        each._replace(block=block) for each, block in zip(split.statements, blocks, strict=True)
    )
    opened.analysis = opened.analysis._replace(split=split._replace(statements=statements))
    return opened


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def opened():
    return paragraphs()


@pytest.fixture
def session(opened, log):
    return Session(opened, "eve", log)


def theirs(session, log, n, **draft):
    """Another editor acts on a statement."""
    event = log.event(act(session.opened, n, editor="ana", **draft))
    session.opened.book.apply(event)


def labels(session):
    """A letter for each statement."""
    owns = (session.standing(n).own for n in range(1, len(session.statements) + 1))
    return "".join(own.label[0] if own is not None and own.label else "." for own in owns)


def test_the_selection_follows_the_cursor(session):
    assert session.chosen() == (1,)
    session.go(4)
    assert not session.selection
    assert session.select()
    assert session.chosen() == (4,)
    session.move(2)
    assert session.chosen() == (4, 5, 6)
    session.go(2)
    assert session.chosen() == (2, 3, 4)
    assert session.unselect()
    assert not session.unselect()
    assert session.chosen() == (2,)


def test_a_count_chooses_as_far_as_there_is_anything(session):
    session.go(6)
    assert session.chosen(5) == (6, 7)
    assert session.chosen(0) == (6,)


def test_nothing_to_choose(log):
    session = Session(story([]), "eve", log)
    assert session.chosen() == ()
    assert not session.select()
    assert session.tag(Label.OPINION, 3).message == "no statement here"
    assert session.note("a").message == "no statement here"


def test_a_selection_is_tagged_as_one_and_undone_as_one(session):
    session.go(2)
    session.select()
    session.move(2)
    outcome = session.tag(Label.SPECULATIVE)
    assert outcome.message == "speculative on 3 statements"
    assert outcome.changed == (2, 3, 4)
    assert (labels(session), session.n, session.chosen()) == (".sss...", 5, (5,))
    assert session.undo().message == "undone on 3 statements"
    assert (labels(session), session.n) == (".......", 2)
    session.redo()
    assert labels(session) == ".sss..."


def test_a_count_tags_as_one(session):
    session.tag(Label.CONFIRMED, 4)
    assert (labels(session), session.n) == ("cccc...", 5)
    session.repeat()
    assert (labels(session), session.n) == ("ccccccc", 7)
    session.undo()
    assert labels(session) == "cccc..."
    session.go(1)
    session.repeat(2)
    assert session.n == 3
    session.tag(Label.OPINION)
    session.repeat()
    assert labels(session) == "ccoo..."


def test_what_has_the_label_gets_no_event(session, log):
    session.tag(Label.CONFIRMED)
    session.go(1)
    assert session.tag(Label.CONFIRMED, 2).changed == (2,)
    session.go(1)
    assert session.tag(Label.CONFIRMED, 2).message == "already confirmed"
    assert session.n == 3


def test_others_tags_are_untouched(session, log):
    session.tag(Label.CONFIRMED)
    theirs(session, log, 1, kind=EventKind.TAG, label=Label.OPINION)
    session.go(1)
    session.clear(3)
    assert labels(session) == "......."
    assert [tag.editor for tag in session.standing(1).others] == ["ana"]


def test_a_selection_is_cleared_as_one(session):
    session.tag(Label.CONFIRMED, 3)
    session.select()
    session.go(2)
    assert session.clear().message == "cleared on 2 statements"
    assert (labels(session), session.n, len(session.selection)) == ("c......", 2, 0)
    session.undo()
    assert labels(session) == "ccc...."
    session.go(5)
    session.select()
    assert session.clear().message == "no tag of yours here"
    assert session.selection


def test_a_note_on_several(session):
    session.go(2)
    session.note("call them")
    session.select()
    session.move(2)
    assert session.left(EventKind.NOTE) == ""
    assert session.note("").message == "nothing changed"
    assert session.standing(2).own.note == "call them"
    assert session.note("ask the harbour").message == "note saved on 3 statements"
    assert not session.selection
    assert {session.standing(n).own.note for n in (2, 3, 4)} == {"ask the harbour"}
    assert session.n == 4
    session.undo()
    assert session.standing(2).own.note == "call them"
    assert session.evidence("a ledger").message == "evidence saved"


def test_what_is_not_saved_waits_as_one(session, log):
    log.broken = True
    outcome = session.tag(Label.OPINION, 3)
    assert not outcome.saved
    assert [session.standing(n).unsaved for n in (1, 3)] == [Label.OPINION] * 2
    assert len(session.unsaved) == 1
    log.broken = False
    session.retry()
    assert labels(session) == "ooo...."
    session.undo()
    assert labels(session) == "......."


def test_moving_on_to_the_next_open_statement(opened, log):
    session = Session(opened, "eve", log, advance="open")
    session.go(3)
    session.tag(Label.CONFIRMED, 2)
    session.go(2)
    session.tag(Label.OPINION)
    assert session.n == 5
    session.go(7)
    session.tag(Label.OPINION)
    assert session.n == 7


def test_staying(opened, log):
    session = Session(opened, "eve", log, advance=False)
    session.go(2)
    session.tag(Label.OPINION, 3)
    assert session.n == 2
    session.select()
    session.go(4)
    session.tag(Label.CONFIRMED)
    assert (session.n, len(session.selection)) == (4, 0)


def test_paragraphs(session):
    assert session.move_paragraph(1)
    assert session.n == 4
    session.move(1)
    assert session.move_paragraph(-1)
    assert session.n == 4
    assert session.move_paragraph(9)
    assert session.n == 6
    assert not session.move_paragraph(1)
    assert session.move_paragraph(-2)
    assert session.n == 1
    assert not session.move_paragraph(-1)


def test_notes_of_anyone(session, log):
    session.go(2)
    session.note("mine")
    session.go(6)
    session.evidence("a ledger")
    theirs(session, log, 2, kind=EventKind.NOTE, note="theirs")
    session.go(2)
    session.note("")
    session.go(1)
    assert session.move_note(1)
    assert session.n == 2
    assert session.move_note(5)
    assert session.n == 6
    assert not session.move_note(1)
    assert session.move_note(-1)
    assert not session.move_note(-1)
    assert session.n == 2


steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["move", "move_update", "move_paragraph", "move_match"]),
                  st.integers(-9, 9).filter(bool)),
        st.tuples(st.sampled_from(["move_open", "move_note"]), st.integers(-9, 9).filter(bool)),
        st.tuples(st.just("go"), st.integers(-3, 30)),
        st.tuples(st.sampled_from(["tag", "clear"]), st.integers(0, 9)),
        st.tuples(st.sampled_from(["select", "unselect", "undo", "redo"]), st.none()),
    ),
    max_size=30,
)  # fmt: skip


@given(steps)
def test_the_cursor_is_always_on_a_statement_and_the_selection_holds_it(steps):
    session = Session(paragraphs(), "eve", Log())
    session.search("e")
    for name, number in steps:
        before = session.n
        if name == "tag":
            session.tag(Label.OPINION, number)
        elif number is None:
            getattr(session, name)()
        else:
            moved = getattr(session, name)(number)
            assert moved == (session.n != before) or name in {"clear", "move_match"}
        assert 1 <= session.n <= 7
        assert session.n in session.chosen()
        assert not session.selection or session.n in {session.selection[0], session.selection[-1]}
