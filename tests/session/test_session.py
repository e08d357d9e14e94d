"""What one editor does in one story, without a screen and without a disk."""

from collections.abc import Sequence
from itertools import count
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import UsageError, WriteError
from newsreader.library import OpenedStory
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import AnchorState, Draft, Event, EventKind, Label, Place
from newsreader.model.statement import (
    Analysis,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.model.story import Progress, Revision, Story
from newsreader.session import Outcome, Session, act
from newsreader.store.recording import OpenBook
from newsreader.store.tags.folding import TagBook


def story(*sections: Sequence[str]) -> OpenedStory:
    """A story whose first section stands before the first update."""
    text, blocks, updates, statements = "", [], [], []
    for index, section in enumerate(sections):
        first = len(text)
        for words in section:
            n, start = len(statements) + 1, len(text)
            text += words + "\n\n"
            end = start + len(words)
            blocks.append(Block(start, end, BlockKind.PARAGRAPH))
            within = index - 1 if index else None
            statements.append(
                Statement(n, start, end, StatementKind.SENTENCE, within, len(blocks) - 1)
            )
        if index:
            updates.append(Update(first, len(text), UpdateKind.UPDATE))
    article = Article("a.txt", "text", "file:///a.txt", text, tuple(blocks))
    split = Split(tuple(updates), tuple(statements), (), Order.NEWEST_FIRST)
    by_span = {(each.start, each.end): each.n for each in statements}
    revision = Revision(1, article.hash, "2026-01-01T00:00:00.000Z", "a.txt")

    def place(_: str, start: int, end: int, __: str) -> Place:
        n = by_span.get((start, end))
        return Place(n, AnchorState.CURRENT if n else AnchorState.GONE)

    book = TagBook(place)
    analysis = Analysis(article, split, ((),) * len(statements))
    return OpenedStory(
        story=Story(1, article.uri, "A", "a.txt", None, "", "", 1, len(updates), len(statements)),
        revision=revision,
        analysis=analysis,
        base=analysis,
        kept=cast("OpenBook", SimpleNamespace(book=book, revisions=(revision,), recut=False)),
    )


def newer_story(*sections: Sequence[str]) -> OpenedStory:
    """Another text of the same story, as its second revision."""
    opened = story(*sections)
    second = opened.revision._replace(n=2)
    opened.revision = second
    knows_of(opened, 2)
    return opened


def knows_of(opened: OpenedStory, count: int) -> None:
    """Let the book know of so many revisions."""
    opened.kept.revisions = (opened.revision,) * count


class Log:
    """Records as the library does, but in memory; can be made to fail."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.broken = False
        self._seq = count(1)

    def __call__(self, opened: OpenedStory, drafts: Sequence[Draft]) -> Sequence[Event]:
        if self.broken:
            raise WriteError("disk full")
        made = [self.event(draft) for draft in drafts]
        for event in made:
            self.events.append(event)
            opened.book.apply(event)
        return made

    def event(self, draft: Draft) -> Event:
        seq = next(self._seq)
        return Event(
            f"e{seq}", "d", seq, "", "", f"{seq:06}", draft.editor, draft.kind, "t", draft.body()
        )


WORDS = (["Title"], ["One a.", "One b.", "One c."], ["Two a.", "Two b."])


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def session(log: Log) -> Session:
    return Session(story(*WORDS), "ana", log)


def labels(session: Session) -> str:
    """One letter a statement."""
    owns = (session.standing(each.n).own for each in session.statements)
    return "".join(own.label.value[0] if own and own.label else "-" for own in owns)


class TestMoving:
    def test_by_statement_stops_at_the_ends(self, session: Session) -> None:
        assert not session.move(-1)
        assert session.move(2)
        assert session.n == 3
        assert session.move(99)
        assert session.n == 6
        assert not session.move(1)

    def test_by_update(self, session: Session) -> None:
        seen = []
        while session.move_update(1):
            seen.append(session.n)
        assert seen == [2, 5]
        session.go(6)
        back = []
        while session.move_update(-1):
            back.append(session.n)
        assert back == [5, 2, 1]

    def test_to_the_open_ones(self, session: Session) -> None:
        session.go(2)
        session.tag(Label.CONFIRMED)
        session.tag(Label.CONFIRMED)
        session.go(1)
        assert session.move_open(1)
        assert session.n == 4
        assert session.move_open(-1)
        assert session.n == 1
        assert not session.move_open(-1)

    def test_a_note_leaves_a_statement_open(self, session: Session) -> None:
        session.go(2)
        session.note("ask the desk")
        session.go(1)
        session.move_open(1)
        assert session.n == 2

    def test_in_an_article_without_statements(self, log: Log) -> None:
        session = Session(story([]), "ana", log)
        assert session.n == 0
        assert session.statement is None
        assert session.update is None
        assert not session.move(1)
        assert not session.move_update(1)
        assert not session.move_open(1)
        assert session.tag(Label.OPINION).message == "no statement here"
        assert session.clear().message == "no tag of yours here"
        assert log.events == []


class TestTagging:
    def test_saves_and_moves_on(self, session: Session, log: Log) -> None:
        outcome = session.tag(Label.SPECULATIVE)
        assert outcome.saved
        assert outcome.changed == (1,)
        assert session.n == 2
        assert labels(session) == "s-----"
        assert log.events[0].body["exact"] == "Title"

    def test_stays_when_set_so(self, log: Log) -> None:
        session = Session(story(*WORDS), "ana", log, advance=False)
        session.tag(Label.OPINION)
        assert session.n == 1

    def test_repeat(self, session: Session) -> None:
        assert session.repeat().message == "nothing to repeat yet"
        session.tag(Label.OPINION)
        session.repeat()
        assert labels(session) == "oo----"

    def test_clear_takes_note_and_evidence_too(self, session: Session) -> None:
        session.note("n")
        session.evidence("e")
        session.tag(Label.CONFIRMED)
        session.go(1)
        own = session.standing(1).own
        assert own is not None
        assert (own.note, own.evidence) == ("n", "e")
        assert session.clear().message == "cleared label, note and evidence"
        assert session.standing(1).own is None
        assert session.clear().message == "no tag of yours here"
        session.undo()
        own = session.standing(1).own
        assert own is not None
        assert (own.label, own.note, own.evidence) == (Label.CONFIRMED, "n", "e")

    @pytest.mark.parametrize(
        ("keys", "told"),
        [("c", "label"), ("m", "note"), ("cm", "label and note"), ("me", "note and evidence")],
    )
    def test_clear_says_what_it_took(self, log: Log, keys: str, told: str) -> None:
        session = Session(story(*WORDS), "ana", log, advance=False)
        for key in keys:
            press(session, key)
        assert session.clear().message == f"cleared {told}"

    def test_the_last_statement_says_what_is_left(self, session: Session) -> None:
        session.go(6)
        assert session.tag(Label.CONFIRMED).message == "5 still open"
        session.go(1)
        messages = [session.tag(Label.OPINION).message for _ in range(6)]
        assert messages == ["opinion"] * 5 + ["all 6 tagged"]
        assert session.tag(Label.OPINION).message == "all 6 tagged"

    def test_the_same_label_again_makes_no_event(self, session: Session, log: Log) -> None:
        session.tag(Label.CONFIRMED)
        session.go(1)
        assert session.tag(Label.CONFIRMED) == Outcome("already confirmed")
        assert session.n == 2
        assert session.repeat() == Outcome("confirmed", changed=(2,))
        session.go(1)
        session.tag(Label.OPINION)
        assert [event.body["label"] for event in log.events] == [
            "confirmed", "confirmed", "opinion",
        ]  # fmt: skip

    def test_the_same_label_again_confirms_what_has_moved(
        self, session: Session, log: Log, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        draft = act(session.opened, 1, EventKind.TAG, "ana", label=Label.OPINION)
        session.opened.book.apply(log.event(draft))
        own = session.opened.book.own(1, "ana")
        assert own is not None
        moved = own._replace(state=AnchorState.MOVED)
        monkeypatch.setattr(session.opened.book, "own", lambda *_: moved)
        assert session.tag(Label.OPINION).message == "opinion"
        assert len(log.events) == 1

    def test_an_empty_note_takes_it_away(self, session: Session) -> None:
        session.note("n")
        assert session.note("").message == "note removed"
        assert session.standing(1).own is None

    def test_another_editor_is_never_overwritten(self, session: Session, log: Log) -> None:
        other = Session(session.opened, "bo", log)
        other.tag(Label.CONFIRMED)
        session.tag(Label.OPINION)
        standing = session.standing(1)
        assert standing.own is not None
        assert standing.own.label is Label.OPINION
        assert [tag.label for tag in standing.others] == [Label.CONFIRMED]
        session.undo()
        assert [tag.label for tag in session.standing(1).others] == [Label.CONFIRMED]
        assert session.undo().message == "nothing to undo"

    def test_progress(self, session: Session) -> None:
        for label in (Label.CONFIRMED, Label.CONFIRMED, Label.OPINION, Label.SPECULATIVE):
            session.tag(label)
        assert session.progress() == Progress(6, confirmed=2, speculative=1, opinion=1)
        assert session.progress(0) == Progress(3, confirmed=1, speculative=1, opinion=1)
        assert session.progress(1) == Progress(2)
        assert session.progress().open == 2

    def test_history_shows_what_was_undone(self, session: Session) -> None:
        session.tag(Label.CONFIRMED)
        session.undo()
        session.tag(Label.OPINION)
        assert [act.active for act in session.history(1)] == [False, True]


class TestUndo:
    def test_goes_back_to_where_it_was_done(self, session: Session) -> None:
        session.tag(Label.CONFIRMED)
        session.go(6)
        assert session.undo().message == "undone: confirmed on 1"
        assert session.n == 1
        assert labels(session) == "------"
        assert session.redo().message == "redone: confirmed on 1"
        assert labels(session) == "c-----"

    def test_says_what_and_where(self, session: Session, log: Log) -> None:
        session.note("ask")
        session.clear()
        assert session.undo().message == "undone: clear on 1"
        assert session.undo().message == "undone: note on 1"
        group = [
            act(session.opened, n, EventKind.TAG, "ana", label=Label.OPINION)._replace(group="g")
            for n in (2, 3, 4)
        ]
        log(session.opened, group)
        assert session.undo().message == "undone on 3 statements"
        assert session.redo().message == "redone on 3 statements"

    def test_of_words_left_behind_is_told_as_such(self, session: Session, log: Log) -> None:
        draft = act(session.opened, 1, EventKind.TAG, "ana", label=Label.OPINION)
        event = log.event(draft)
        session.opened.book.apply(event._replace(body={**event.body, "start": 900, "end": 905}))
        assert session.undo().message == "undone, on words left behind"

    def test_survives_a_restart(self, session: Session, log: Log) -> None:
        for _ in range(3):
            session.tag(Label.CONFIRMED)
        session.undo()
        again = story(*WORDS)
        for event in log.events:
            again.book.apply(event)
        later = Session(again, "ana", log)
        assert labels(later) == "cc----"
        later.undo()
        later.redo()
        later.redo()
        assert labels(later) == "ccc---"
        for _ in range(3):
            later.undo()
        assert later.undo().message == "nothing to undo"

    def test_acting_anew_forgets_what_could_be_redone(self, session: Session) -> None:
        session.tag(Label.CONFIRMED)
        session.undo()
        session.tag(Label.OPINION)
        assert session.redo().message == "nothing to redo"

    @given(st.lists(st.sampled_from("csoxmure"), max_size=30))
    def test_undoing_everything_leaves_nothing(self, keys: str) -> None:
        session = Session(story(*WORDS), "ana", Log())
        for key in keys:
            press(session, key)
        before = [session.standing(each.n) for each in session.statements]
        undone = 0
        while session.undo().message != "nothing to undo":
            undone += 1
        assert labels(session) == "------"
        for _ in range(undone):
            session.redo()
        assert [session.standing(each.n) for each in session.statements] == before


def press(session: Session, key: str) -> None:
    """What the reader's keys do."""
    acts = {
        "c": lambda: session.tag(Label.CONFIRMED),
        "s": lambda: session.tag(Label.SPECULATIVE),
        "o": lambda: session.tag(Label.OPINION),
        "x": session.clear,
        "m": lambda: session.note("note"),
        "e": lambda: session.evidence("evidence"),
        "u": session.undo,
        "r": session.redo,
    }
    acts[key]()


class TestNotSaved:
    def test_is_kept_shown_and_tried_again_in_order(self, session: Session, log: Log) -> None:
        log.broken = True
        outcome = session.tag(Label.CONFIRMED)
        assert not outcome.saved
        assert outcome.message == "NOT SAVED: disk full"
        assert session.standing(1).own is None
        assert session.standing(1).unsaved is Label.CONFIRMED
        assert session.standing(2).unsaved is None
        session.tag(Label.OPINION)
        assert len(session.unsaved) == 2
        log.broken = False
        outcome = session.retry()
        assert outcome.saved
        assert outcome.changed == (1, 2)
        assert [event.body["label"] for event in log.events] == ["confirmed", "opinion"]
        assert session.standing(1).unsaved is None
        assert session.retry().message == "everything is saved"

    def test_undo_drops_it(self, session: Session, log: Log) -> None:
        log.broken = True
        session.tag(Label.CONFIRMED)
        assert session.undo().changed == (1,)
        log.broken = False
        assert session.retry().message == "everything is saved"
        assert log.events == []

    def test_the_next_act_takes_it_along(self, session: Session, log: Log) -> None:
        log.broken = True
        session.tag(Label.CONFIRMED)
        log.broken = False
        session.tag(Label.OPINION)
        assert labels(session) == "co----"

    def test_a_note_that_waits_does_not_hide_a_label_that_waits(
        self, session: Session, log: Log
    ) -> None:
        log.broken = True
        session.tag(Label.CONFIRMED)
        session.go(1)
        session.note("ask the desk")
        session.evidence("the log")
        assert session.standing(1).unsaved is Label.CONFIRMED
        session.go(2)
        session.note("only a note")
        assert session.standing(2).unsaved is None
        assert not session.standing(2).unsaved_clear

    def test_a_clear_that_waits_is_shown(self, session: Session, log: Log) -> None:
        session.tag(Label.CONFIRMED)
        session.go(1)
        log.broken = True
        session.clear()
        assert session.standing(1).unsaved is None
        assert session.standing(1).unsaved_clear
        session.tag(Label.OPINION)
        assert session.standing(1).unsaved is Label.OPINION
        assert not session.standing(1).unsaved_clear

    def test_a_label_that_waits_can_be_cleared(self, session: Session, log: Log) -> None:
        log.broken = True
        session.tag(Label.CONFIRMED)
        session.go(1)
        assert not session.tag(Label.CONFIRMED).saved
        session.go(1)
        assert not session.clear().saved
        log.broken = False
        session.retry()
        assert session.standing(1).own is None

    def test_nothing_is_redone_behind_what_waits(self, session: Session, log: Log) -> None:
        session.tag(Label.CONFIRMED)
        session.undo()
        log.broken = True
        session.go(3)
        session.tag(Label.OPINION)
        outcome = session.redo()
        assert not outcome.saved
        assert "NOT SAVED" in outcome.message
        assert len(session.unsaved) == 1


class TestNothingChanged:
    def test_the_same_text_again_makes_no_event(self, session: Session, log: Log) -> None:
        assert session.note("").message == "nothing changed"
        assert session.evidence("").message == "nothing changed"
        session.note("ask")
        session.evidence("log")
        assert session.note("ask") == Outcome("nothing changed")
        assert session.evidence("log") == Outcome("nothing changed")
        assert len(log.events) == 2

    def test_what_waits_is_not_what_is_there(self, session: Session, log: Log) -> None:
        session.note("ask")
        log.broken = True
        session.note("other")
        assert not session.note("ask").saved
        log.broken = False
        session.retry()
        own = session.standing(1).own
        assert own is not None
        assert own.note == "ask"


class TestOthers:
    def test_what_others_did_meanwhile_is_drawn_too(self, session: Session, log: Log) -> None:
        other = Session(session.opened, "bo", Log())
        session.opened.book.take_touched()
        draft = act(session.opened, 5, EventKind.TAG, other.editor, label=Label.OPINION)
        theirs = log.event(draft)

        def record(opened: OpenedStory, drafts: Sequence[Draft]) -> Sequence[Event]:
            opened.book.apply(theirs)  # as the library does with what others appended
            return log(opened, drafts)

        outcome = Session(session.opened, "ana", record).tag(Label.CONFIRMED)
        assert outcome.changed == (1, 5)

    def test_only_ones_own_tags_are_left_behind(self, log: Log) -> None:
        opened = story(*WORDS)
        for editor in ("ana", "bo"):
            draft = act(opened, 1, EventKind.TAG, editor, label=Label.OPINION)
            event = log.event(draft)
            opened.book.apply(event._replace(body={**event.body, "start": 900, "end": 905}))
        session = Session(opened, "ana", log)
        assert [tag.editor for tag in session.left_behind()] == ["ana"]


class TestNewer:
    def test_without_a_way_to_open_it_there_is_none(self, session: Session) -> None:
        assert session.newer() == 0
        assert session.take_newer().message == "no newer revision"

    def test_the_cursor_stays_with_its_words(self, log: Log) -> None:
        opened, later = story(*WORDS), newer_story(["Title"], ["Zero.", "One a.", "One c."])
        session = Session(opened, "ana", log, reopen=lambda: later)
        assert session.newer() == 0
        knows_of(opened, 2)
        assert session.newer() == 1
        session.search("one")
        session.go(4)
        assert session.take_newer().message == "revision 2"
        assert session.words(session.n) == "One c."
        assert session.matching() == (3, 4)
        assert session.newer() == 0

    def test_it_goes_to_the_nearest_words_before_that_are_still_there(self, log: Log) -> None:
        session = Session(story(*WORDS), "ana", log)
        session.go(3)
        session.take(newer_story(["Title"], ["One a.", "New."]))
        assert session.words(session.n) == "One a."
        session.take(newer_story(["All new."]))
        assert session.n == 1
        session.take(newer_story([]))
        assert session.n == 0

    def test_what_waits_is_kept_on_its_words(self, log: Log) -> None:
        session = Session(story(*WORDS), "ana", log)
        log.broken = True
        session.go(2)
        session.tag(Label.CONFIRMED)  # One a.
        session.tag(Label.OPINION)  # One b., which will be gone
        session.take(newer_story(["Title", "New."], ["One a."]))
        assert [session.standing(n).unsaved for n in (1, 2, 3)] == [None, None, Label.CONFIRMED]
        session.go(2)
        session.tag(Label.SPECULATIVE)
        session.take(newer_story(["New."], ["One a."]))
        assert [session.standing(n).unsaved for n in (1, 2)] == [Label.SPECULATIVE, Label.CONFIRMED]
        assert len(session.unsaved) == 3


class TestActing:
    @pytest.mark.parametrize(
        ("kind", "more"),
        [
            (EventKind.CLEAR, {"note": "n"}),
            (EventKind.CLEAR, {"evidence": ""}),
            (EventKind.CLEAR, {"label": Label.OPINION}),
            (EventKind.TAG, {}),
            (EventKind.NOTE, {}),
            (EventKind.NOTE, {"note": "n", "evidence": "e"}),
            (EventKind.EVIDENCE, {"note": "n"}),
        ],
    )
    def test_what_does_not_belong_together_is_refused(
        self, kind: EventKind, more: dict[str, Any]
    ) -> None:
        with pytest.raises(UsageError):
            act(story(*WORDS), 1, kind, "ana", **more)

    @pytest.mark.parametrize("n", [0, -1, 7])
    def test_a_statement_that_is_not_there_is_refused(self, n: int) -> None:
        with pytest.raises(UsageError, match=f"no statement {n}"):
            act(story(*WORDS), n, EventKind.CLEAR, "ana")

    def test_a_tag_may_bring_note_and_evidence(self) -> None:
        draft = act(
            story(*WORDS), 2, EventKind.TAG, "ana", label=Label.OPINION, note="n", evidence="e"
        )
        assert (draft.note, draft.evidence, draft.label) == ("n", "e", Label.OPINION)
        assert draft.anchor is not None
        assert draft.anchor.exact == "One a."
        assert draft.group


class TestSearching:
    def test_a_newer_revision_is_searched_again(self, log: Log) -> None:
        opened, later = story(*WORDS), newer_story(["Title"], ["Zero.", "One a.", "One c."])
        session = Session(opened, "ana", log, reopen=lambda: later)
        assert session.search("one") == 3
        session.take(later)
        assert session.search("zero") == 1
        assert session.search("") == 0


def test_what_is_asked_of_a_statement(session: Session) -> None:
    assert session.words(2) == "One a."
    assert session.attributions(2) == ()
    assert session.first_of(1) == 5
    assert session.first_of(7) is None
    assert session.left_behind() == ()
    session.go(2)
    assert session.update == 0
