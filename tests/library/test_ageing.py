"""Speculative tags that grew old, over the library and in one story."""

from datetime import timedelta

import pytest

from newsreader.config.kinds import Duration, WrongValueError, duration
from newsreader.library.removing import remove
from newsreader.model.event import AnchorState, Label
from newsreader.session import Session
from newsreader.store.tags.ageing import _AGED
from tests.revised_story import AT_LEAST, CAUSE, NOW, desk, number, put, tag


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        yield opened


def found(library, hours=0, **more):
    aged = library.aged(NOW - timedelta(hours=hours), 10, **more)
    return [(each.editor, each.exact, each.state.value, each.n) for each in aged]


def test_the_oldest_come_first_and_what_is_gone_is_not_there(library):
    tag(library, AT_LEAST, editor="ben")
    assert found(library) == [("ana", CAUSE, "current", 5), ("ben", AT_LEAST, "current", 4)]
    assert found(library, hours=55) == [("ana", CAUSE, "current", 5)]
    assert not found(library, hours=90)
    assert found(library, mine=True) == [("ana", CAUSE, "current", 5)]


def test_words_that_changed_are_there_all_the_same(library):
    put(library, "UPDATE 1: 3:15 p.m. ET", AT_LEAST, "The cause is not yet known.")
    assert found(library) == [("ana", CAUSE, AnchorState.STALE.value, 3)]


def test_what_is_resolved_or_deleted_is_not_there(library):
    tag(library, CAUSE, Label.CONFIRMED)
    assert not found(library)
    tag(library, CAUSE)
    assert found(library, story=1)
    assert not found(library, story=2)
    remove(library, [library.find(1)])
    assert not found(library)


def test_not_more_than_are_wanted(library):
    tag(library, AT_LEAST)
    assert len(library.aged(NOW, 1)) == 1


def test_the_index_is_used(library):
    values = {"before": "", "limit": 1, "story": None, "editor": None}
    with library._database.reading() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {_AGED.format('')}", values).fetchall()
    assert any("tag_speculative" in row[3] for row in plan)
    assert not any("TEMP B-TREE" in row[3] for row in plan)


def test_looked_at_and_speculative_still(library):
    opened = library.open(1)
    session = Session(opened, "ana", library.record)
    (aged,) = library.aged(NOW, 10)
    outcome = session.still(aged.event, aged.n)
    assert (outcome.message, outcome.changed) == ("still speculative", (number(opened, CAUSE),))
    (again,) = library.aged(NOW, 10)
    assert again.at > aged.at
    assert session.standing(again.n).own.note == "one origin"
    session.undo()
    assert library.aged(NOW, 10) == [aged]
    assert library.check(deep=True).ok


@pytest.mark.parametrize(
    ("written", "hours"), [("24h", 24), ("90m", 1.5), ("3d", 72), ("1m", 1 / 60)]
)
def test_durations(written, hours):
    assert Duration().check(written) == written
    assert duration(written) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "wrong", ["", "24", "h", "0h", "-1h", "1.5h", "24 h", "1w", "٣h", 24, None]
)
def test_what_is_no_duration(wrong):
    with pytest.raises(WrongValueError):
        Duration().check(wrong)
