"""Tags whose words change under them, from the first revision to the last."""

import json
import sqlite3
from contextlib import closing

import pytest

from newsreader.cli import run
from newsreader.errors import LibraryError, UnknownStoryError
from newsreader.library import Library
from newsreader.library.revisions import difference, quiet_edits
from newsreader.model.event import AnchorState, EventKind, Label
from newsreader.session import Session, act

ROOF, SIX, NINE = "The roof fell in.", "Six people were hurt.", "Nine people were hurt."
STALE = AnchorState.STALE


@pytest.fixture
def desk(tmp_path):
    with Library(tmp_path / "desk.library", editor="ana") as library:
        yield library


def put(library, *words, times=()):
    path = library.path.parent / "depot.txt"
    path.write_text("\n\n".join(["The Depot Fire", *words]) + "\n")
    (done,) = library.add(path)
    return done


def on(library, opened, words, kind=EventKind.TAG, **more):
    statements = opened.analysis.split.statements
    (n,) = (each.n for each in statements if opened.analysis.words(each) == words)
    if kind is EventKind.TAG:
        more.setdefault("label", Label.SPECULATIVE)
    library.record(opened, [act(opened, n, kind, library.editor, **more)])


def standing(library, editor="ana"):
    """Words, label and state of each tag that is shown, and what was said with it."""
    opened = library.open(1)
    return [
        (opened.analysis.words(each), tag.label and tag.label.value, tag.state.value, tag.note)
        for each in opened.analysis.split.statements
        for tag in opened.book.tags(each.n)
        if tag.editor == editor
    ]


@pytest.fixture
def changed(desk):
    """A tag with a note on words that changed since."""
    put(desk, ROOF, SIX)
    on(desk, desk.open(1), SIX, note="one source")
    put(desk, ROOF, NINE)
    return desk


def test_a_changed_statement_is_stale_and_open_again(changed):
    assert standing(changed) == [(NINE, "speculative", "stale", "one source")]
    story = changed.find(1)
    assert (story.stale, story.left_behind, story.progress.tagged) == (1, 0, 0)
    assert [each.id for each in changed.stories()] == [1]
    opened = changed.open(1)
    assert opened.book.stale("ana") == (3,)
    assert opened.book.gone() == ()
    assert changed.check(deep=True).ok
    assert [row.state for row in changed.tags()] == ["stale"]


def test_a_new_label_counts_for_the_new_words_and_keeps_the_note(changed):
    on(changed, changed.open(1), NINE, label=Label.CONFIRMED)
    assert standing(changed) == [(NINE, "confirmed", "current", "one source")]
    assert changed.find(1).stale == 0
    assert changed.check(deep=True).ok


def test_clearing_takes_the_stale_tag_away(changed):
    on(changed, changed.open(1), NINE, EventKind.CLEAR)
    assert standing(changed) == []
    assert changed.check(deep=True).ok


def test_a_note_alone_leaves_it_stale(changed):
    on(changed, changed.open(1), NINE, EventKind.NOTE, note="asked the clinic")
    assert standing(changed) == [(NINE, "speculative", "stale", "asked the clinic")]


def test_old_words_bring_back_what_was_said_of_them(changed):
    on(changed, changed.open(1), NINE, label=Label.CONFIRMED)
    put(changed, ROOF, SIX)
    assert standing(changed) == [(SIX, "speculative", "current", "one source")]
    put(changed, ROOF, "No rain fell.", NINE)
    assert standing(changed) == [(NINE, "confirmed", "current", "one source")]
    assert changed.check(deep=True).ok


def test_what_was_cleared_on_old_words_does_not_hide_a_later_tag(changed):
    on(changed, changed.open(1, revision=1), SIX, EventKind.CLEAR)
    on(changed, changed.open(1), NINE, label=Label.OPINION)
    put(changed, ROOF, SIX)
    assert standing(changed) == [(SIX, "opinion", "stale", None)]


def test_a_tag_follows_its_statement_through_several_changes(changed):
    put(changed, ROOF, "Nine people were hurt in the yard.")
    put(changed, ROOF, "Nine people and a dog were hurt in the yard.")
    (found,) = standing(changed)
    assert found[0].endswith("in the yard.")
    assert found[2] == "stale"
    put(changed, "It rained.", "The mayor spoke.")
    (gone,) = changed.open(1).book.gone()
    assert (gone.exact, gone.last_revision) == (SIX, 1)
    assert changed.check(deep=True).ok


def test_an_older_revision_is_shown_with_the_tags_of_its_words(changed):
    on(changed, changed.open(1), NINE, label=Label.CONFIRMED)
    old = changed.open(1, revision=1)
    (tag,) = old.book.tags(3)
    assert (tag.label, tag.state) == (Label.SPECULATIVE, AnchorState.CURRENT)


def test_a_statement_that_is_cut_since_takes_no_stale_tag(changed):
    opened = changed.open(1)
    changed.record(opened, [act(opened, 3, EventKind.CUT, "ana")._replace(at=12)])
    assert standing(changed) == []
    assert [tag.exact for tag in changed.open(1).book.gone()] == [SIX]
    assert changed.check(deep=True).ok


def test_the_tags_of_two_never_become_one(desk):
    put(desk, ROOF, SIX, "Six people were hurt in the yard.")
    for words in (SIX, "Six people were hurt in the yard."):
        on(desk, desk.open(1), words)
    put(desk, ROOF, "Nine people were hurt in the yard.")
    assert [(each[0], each[2]) for each in standing(desk)] == [
        ("Nine people were hurt in the yard.", "stale")
    ]
    assert [tag.exact for tag in desk.open(1).book.gone()] == [SIX]


def test_the_event_says_which_rules_found_it(changed):
    (event,) = [e for e in changed.open(1).book.events if e.kind is EventKind.CARRY]
    assert event.body["reviser"]
    assert event.body["stale"] == [[3, 3, SIX, True]]
    assert changed.open(1).book.undoable("ana") != (event.id,)


def test_without_the_event_exact_words_are_all_that_counts(changed, tmp_path):
    """As in a library that an older program added the revision to."""
    with closing(sqlite3.connect(changed.path)) as connection, connection:
        connection.execute("DROP TRIGGER event_is_never_deleted")
        connection.execute("DELETE FROM event WHERE kind = 'carry'")
    put(changed, ROOF, "Nine people were hurt in the yard.")
    assert standing(changed) == []
    on(changed, changed.open(1, revision=2), NINE, label=Label.OPINION)
    assert [each[1:3] for each in standing(changed)] == [("opinion", "stale")]


def test_a_damaged_event_is_told_plainly(changed):
    with closing(sqlite3.connect(changed.path)) as connection, connection:
        connection.execute("DROP TRIGGER event_is_never_changed")
        connection.execute(
            "UPDATE event SET body = json_set(body, '$.current', json('[[1, 1, 99]]')) "
            "WHERE kind = 'carry'"
        )
    with Library(changed.path, editor="eve") as other, pytest.raises(LibraryError):
        other.open(1)
    assert not changed.check(deep=True).ok


def test_the_session_reaffirms_and_goes_to_what_changed(changed):
    opened = changed.open(1)
    session = Session(opened, "ana", changed.record)
    assert session.reaffirm().message == "no tag of yours here is on other words"
    assert session.move_open(2)
    assert session.n == 3
    assert session.change(3, SIX).alarms == ("number",)
    assert session.reaffirm().saved
    assert standing(changed) == [(NINE, "speculative", "current", "one source")]


def test_two_revisions_beside_each_other(changed):
    put(changed, NINE, ROOF, "It rained.")
    found = difference(changed, "1")
    assert (found.old, found.new) == (2, 3)
    assert found.counts() == {"current": 2, "moved": 1, "stale": 0, "new": 1, "gone": 0}
    (stale,) = [each for each in difference(changed, "1", 1).told if each.state == "stale"]
    assert (stale.was, stale.text, stale.comparison.alarms) == (SIX, NINE, ("number",))
    back = difference(changed, "1", 3, 1)
    assert (back.old, back.new, back.counts()["gone"]) == (3, 1, 1)
    with pytest.raises(UnknownStoryError):
        difference(changed, "1", 1, 9)
    assert [(each.kind, each.was) for each in quiet_edits(changed, changed.find(1))] == [
        ("changed", SIX)
    ]


def told(capsys, *words):
    status = run([str(each) for each in words])
    return status, capsys.readouterr().out


def test_the_command_line(changed, capsys, monkeypatch):
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(changed.path))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    put(changed, NINE)
    shape = json.loads(told(capsys, "show", 1, "--json")[1])
    (tag,) = shape["statements"][1]["tags"]
    assert (tag["state"], tag["was"], tag["alarms"]) == ("stale", SIX, ["number"])
    assert tag["diff"] == [["-", "Six"], ["+", "Nine"], ["=", " people were hurt."]]
    assert "number: [-Six-]{+Nine+} people were hurt." in told(capsys, "show", 1)[1]
    assert "1 stale" in told(capsys, "list", "has:stale")[1]
    whole = json.loads(told(capsys, "diff", 1, 1, 3, "--json")[1])
    assert [(each["state"], each["old"], each["new"]) for each in whole["statements"]] == [
        ("current", 1, 1), ("stale", 3, 2), ("gone", 2, None),
    ]  # fmt: skip
    assert "1 current · 1 stale · 1 gone" in told(capsys, "diff", 1, 1)[1]
    assert told(capsys, "diff", 1, 1, 2, 3)[0] == 2
    lines = [json.loads(each) for each in told(capsys, "ledger", "--json")[1].splitlines()]
    assert [(each["kind"], each["was"], each["now"]) for each in lines] == [
        ("changed", SIX, NINE), ("vanished", ROOF, None),
    ]  # fmt: skip
    assert "vanished after revision 2 (since 1)" in told(capsys, "ledger", 1)[1]


def test_the_cursor_stays_on_a_statement_whose_words_changed(desk):
    put(desk, ROOF, SIX, "It rained.")
    opened = desk.open(1)
    session = Session(opened, "ana", desk.record, reopen=lambda: desk.open(1))
    session.go(3)
    put(desk, "First the sirens.", ROOF, "A wall gave way.", NINE, "It rained.")
    desk.refresh(opened)
    session.take_newer()
    assert session.words(session.n) == NINE
