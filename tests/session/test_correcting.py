"""Correcting updates in a session: the cursor stays, nothing is told that did not come about."""

import pytest

from newsreader.errors import UsageError, WriteError
from newsreader.library import Library
from newsreader.session import Session
from newsreader.session.sectioning import retime_act, typed_update

TEXT = """The Depot Fire

(update2:01eastern):

Six were hurt, and two died. Police came.

The port is shut.

(update3:15eastern):

The port is open.
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "depot.txt").write_text(TEXT)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(tmp_path / "depot.txt"))
        yield opened


def opened_by(library, editor="ana"):
    opened = library.open(1)
    return Session(opened, editor, library.record, reopen=lambda: library.open(1))


@pytest.fixture
def session(library):
    made = opened_by(library)
    made.go(3)
    return made


def places(session):
    return [each.update for each in session.statements]


def test_the_time_of_the_update_is_set(session):
    assert session.typed_time("soon") == "no time: soon"
    assert "which day" in session.typed_time("2:05 pm")
    outcome = session.retime("5 Jan 2022 2:05 pm ET")
    assert outcome.saved
    assert outcome.recut
    assert "time of the update set" in outcome.message
    update = session.updates[0]
    assert (update.time.isoformat(), update.assumed) == ("2022-01-05T14:05:00-05:00", ())
    assert session.n == 3
    assert session.retime("2:05 pm ET").message == "nothing changed"
    assert session.typed_time("2:01").time.isoformat() == "2022-01-05T14:01:00-05:00"
    session.go(5)  # the day and the zone are those of the nearest update
    assert session.typed_time("3:15 pm").time.isoformat() == "2022-01-05T15:15:00-05:00"
    assert session.retime("unknown").message == "time told as unknown"  # its zone was known
    assert session.retime("unknown").message == "nothing changed"
    session.go(3)
    assert "unknown" in session.retime("unknown").message
    assert session.undo().message == "undone: time of the update"
    assert session.redo().message == "redone: time of the update"


def test_a_new_update_and_merging(session):
    assert "inside its paragraph" in session.begin_update().message
    session.go(4)
    assert "begins here" in session.begin_update().message
    assert places(session) == [None, 0, 0, 1, 2]
    assert "already" in session.begin_update().message
    session.go(2)
    assert session.undo().message == "undone: a new update"
    assert session.n == 4
    session.redo()
    assert "update before" in session.merge_update().message
    session.go(2)
    assert "no update any more" in session.merge_update().message
    assert places(session) == [None, None, None, None, 0]
    assert "no update" in session.merge_update().message
    assert "no update" in session.retime("2 pm").message
    assert session.typed_time("2 pm") == "this statement stands in no update"
    assert "begins here" in session.begin_update().message
    assert places(session) == [None, 0, 0, 0, 1]
    assert session.undo().message == "undone: a new update"
    assert session.undo().message == "undone: merged updates"


def test_another_editor_was_first(library, session):
    other = opened_by(library, "ben")
    other.go(2)
    other.merge_update()
    assert session.retime("5 Jan 2022 2:05 pm").message.startswith("another editor")
    assert places(session)[2] is None
    late = opened_by(library)
    late.go(5)
    other.go(5)
    assert other.retime("5 Jan 2022 9 pm UTC").saved
    assert "merged" in other.merge_update().message or "no update" in other.merge_update().message
    assert late.retime("5 Jan 2022 8 pm UTC").message.startswith("another editor")


def test_news_of_another_editors_correction_is_taken_when_asked(library, session):
    other = opened_by(library, "ben")
    other.go(4)
    other.begin_update()
    library.refresh(session.opened)
    assert session.recut()
    assert places(session) == [None, 0, 0, 0, 1]
    session.take_newer()
    assert places(session) == [None, 0, 0, 1, 2]
    assert session.n == 3


def test_what_cannot_be_written_waits(library):
    failing = True

    def record(opened, drafts):
        if failing:
            raise WriteError("the disk is full")
        return library.record(opened, drafts)

    session = Session(library.open(1), "ana", record)
    session.go(2)
    assert not session.retime("5 Jan 2022 2:05 pm ET").saved
    failing = False
    session.retry()
    assert session.updates[0].time.isoformat() == "2022-01-05T14:05:00-05:00"


def test_a_story_without_a_statement(library):
    opened = library.open(1)
    analysis = opened.analysis
    opened.analysis = analysis._replace(
        split=analysis.split._replace(statements=()), attributions=()
    )
    session = Session(opened, "ana", library.record)
    assert session.begin_update().message == "no statement here"
    made = typed_update(opened, 0, "5 Jan 2022 2 pm")
    opened.analysis = opened.analysis._replace(
        split=opened.analysis.split._replace(updates=(bare(made),))
    )
    with pytest.raises(UsageError, match="no statement in update 1"):
        retime_act(opened, 0, made, "ana")


def bare(update):
    return update._replace(marker=None, marker_span=None)
