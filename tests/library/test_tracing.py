"""A statement through the revisions: where it stood, which words it had, who said what."""

import pytest

from newsreader.library.revisions import difference
from newsreader.library.tracing import Tracer
from newsreader.model.event import EventKind, Label
from newsreader.session import Session
from tests.revised_story import (
    AT_LEAST,
    CARGO,
    CAUSE,
    LORRIES,
    NINE,
    QUAY,
    SEEN,
    SIX,
    TRUCKS,
    desk,
    number,
    put,
    tag,
)


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        yield opened


def history(library, words, revision=None):
    opened = library.open(1, revision=revision)
    return Tracer(opened).stretches(library, number(opened, words))


def spans(stretches):
    return [(each.first, each.last, each.words) for each in stretches]


def labels(stretch):
    return [(act.event.editor, act.event.body.get("label"), act.active) for act in stretch.acts]


def test_words_and_tags_over_the_revisions(library):
    tag(library, AT_LEAST, Label.SPECULATIVE, editor="ben")
    found = history(library, AT_LEAST)
    assert spans(found) == [(1, 1, SIX), (2, 3, NINE), (4, 4, AT_LEAST)]
    assert [each.numbers for each in found] == [(2,), (3, 4), (4,)]
    assert labels(found[0]) == [("ana", "confirmed", True)]
    assert labels(found[1]) == []
    assert labels(found[2]) == [("ben", "speculative", True)]
    assert found[0].change is None
    assert [str(each) for each in found[1].change.alarms] == ["number", "verb"]
    assert [str(each) for each in found[2].change.alarms] == ["number"]
    assert found[0].read_at < found[1].read_at < found[2].read_at


def test_the_same_from_an_older_revision(library):
    assert spans(history(library, NINE, 2)) == spans(history(library, AT_LEAST))
    found = history(library, LORRIES, 3)
    assert spans(found) == [(1, 1, TRUCKS), (2, 2, SEEN), (3, 3, LORRIES), (4, 4, None)]
    assert labels(found[0]) == [("ana", "speculative", True)]
    assert found[3].numbers == ()
    assert found[3].change is None


def test_words_that_went_and_came_back(library):
    found = history(library, QUAY)
    assert spans(found) == [(1, 2, QUAY), (3, 3, None), (4, 4, QUAY)]
    assert found[2].change is None


def test_what_was_undone_is_told_as_such(library):
    opened = library.open(1)
    session = Session(opened, "ana", library.record)
    session.go(number(opened, CAUSE))
    session.tag(Label.OPINION)
    session.undo()
    (found,) = history(library, CAUSE)
    assert labels(found) == [("ana", "speculative", True), ("ana", "opinion", False)]


def test_a_statement_that_is_new(library):
    assert spans(history(library, CARGO)) == [(3, 4, CARGO)]


def test_a_story_of_one_revision(tmp_path):
    with desk(tmp_path / "one.library", revisions=[("It burns.", SIX, CAUSE, TRUCKS)]) as library:
        assert spans(history(library, SIX)) == [(1, 1, SIX)]
        opened = library.open(1)
        assert Tracer(opened).shown(1, 2) == 2
        assert Tracer(opened).shown(1, 99) is None


def test_half_a_statement_has_the_history_of_the_whole(library):
    opened = library.open(1)
    n = number(opened, AT_LEAST)
    session = Session(opened, "ana", library.record)
    session.go(n)
    session.cut(AT_LEAST.index("at the depot"))
    again = library.open(1)
    statements = again.analysis.split.statements
    assert again.analysis.words(statements[n]).startswith("at the depot")
    found = Tracer(again).stretches(library, n + 1)
    assert spans(found) == [(1, 1, SIX), (2, 3, NINE), (4, 4, AT_LEAST)]
    session.go(n + 1)
    session.tag(Label.OPINION)
    found = Tracer(session.opened).stretches(library, n + 1)
    assert ("ana", "opinion", True) in labels(found[2])


def test_where_a_statement_of_another_revision_stands(library):
    opened = library.open(1)
    tracer = Tracer(opened)
    assert tracer.shown(1, 2) == number(opened, AT_LEAST)
    assert tracer.shown(4, 4) == 4
    assert tracer.shown(3, 6) is None  # the lorries went
    assert tracer.shown(9, 1) is None


def test_revisions_without_links_are_told_by_themselves(library):
    opened = library.open(1)
    opened.book.events[:] = [
        each for each in opened.book.events if each.kind is not EventKind.CARRY
    ]
    n = number(opened, AT_LEAST)
    assert spans(Tracer(opened).stretches(library, n)) == [(4, 4, AT_LEAST)]


def test_what_is_gone_stands_where_it_stood(library):
    found = difference(library, "1", 2, 3)
    told = [(each.state, each.text or each.was) for each in found.in_place()]
    assert told.index(("gone", QUAY)) == told.index(("current", CAUSE)) + 1
    assert sorted(map(str, found.in_place())) == sorted(map(str, found.told))


def test_what_is_gone_from_the_top_stands_there(library):
    put(library, "Quite another text.", name="other.txt")
    path = library.path.parent / "other.txt"
    path.write_text("Other words. It is all new.\n", encoding="utf-8")
    list(library.add(path))
    states = [each.state for each in difference(library, "2").in_place()]
    assert states[0] == "gone"


def test_the_words_of_one_statement(library):
    (_, words) = library.statement(library.open(1).revision.hash, 4)
    assert words == AT_LEAST
    assert library.statement("0" * 64, 1) is None


def test_an_act_that_is_unknown_has_no_state(library):
    assert library.open(1).book.act("nothing") is None
