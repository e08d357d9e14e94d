from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.event import AnchorState, Event, EventKind, Label, Place
from newsreader.store.tags.folding import Slot, TagBook

URI = "urn:desk:depot"


def place(article, start, end, exact):
    """Statement ``start // 10 + 1``; those of the article "old" are gone."""
    if article == "old":
        return Place(None, AnchorState.GONE, last_revision=1, last_n=start // 10 + 1)
    return Place(start // 10 + 1, AnchorState.CURRENT)


def event(seq, kind=EventKind.TAG, n=1, label=Label.CONFIRMED, *, editor="ana", **body):
    if kind in {EventKind.UNDO, EventKind.REDO}:
        content = {"story": URI, **body}
    else:
        start = (n - 1) * 10
        content = {"story": URI, "article": "new", "start": start, "end": start + 5}
        content |= {"exact": f"Words {n}", "prefix": "", "suffix": ""}
        if kind is EventKind.TAG:
            content["label"] = label.value
        content |= body
    return Event(
        id=f"e{seq}", device="d", seq=seq, prev="", hash="", hlc=f"{seq:06d}", editor=editor,
        kind=kind, at=f"2022-01-05T12:00:{seq % 60:02d}.000Z", body=content,
    )  # fmt: skip


def undo(seq, *ids, redo=False, editor="ana"):
    kind = EventKind.REDO if redo else EventKind.UNDO
    return event(seq, kind, events=list(ids), editor=editor)


def state(book):
    return dict(book.slots()), {editor: book.undoable(editor) for editor in ("ana", "ben")}


def test_a_tag_and_a_second_thought():
    book = TagBook(place, [event(1), event(2, label=Label.OPINION)])
    assert book.own(1, "ana").label is Label.OPINION
    assert book.own(1, "ana").event == "e2"
    assert book.progress("ana", 5).opinion == 1
    assert book.progress("ana", 5).open == 4
    assert [act.event.id for act in book.history(1)] == ["e1", "e2"]


def test_another_editors_tag_is_never_overwritten():
    book = TagBook(place, [event(1), event(2, label=Label.OPINION, editor="ben")])
    assert [(tag.editor, tag.label) for tag in book.tags(1)] == [
        ("ana", Label.CONFIRMED),
        ("ben", Label.OPINION),
    ]
    assert book.own(1, "cleo") is None


def test_clearing_takes_everything_away():
    acts = [event(1, note="one origin"), event(2, EventKind.CLEAR)]
    book = TagBook(place, acts)
    assert book.tags(1) == ()
    book.apply(undo(3, "e2"))
    assert book.own(1, "ana").note == "one origin"


def test_notes_and_evidence_stand_without_a_label():
    acts = [
        event(1, EventKind.NOTE, note="ask the port"),
        event(2, EventKind.EVIDENCE, evidence="https://example.org/log"),
    ]
    book = TagBook(place, acts)
    tag = book.own(1, "ana")
    assert (tag.label, tag.note, tag.evidence) == (None, "ask the port", "https://example.org/log")
    book.apply(event(3, EventKind.NOTE, note=""))
    book.apply(event(4, EventKind.EVIDENCE, evidence=""))
    assert book.own(1, "ana") is None
    assert book.progress("ana", 3).tagged == 0


def test_a_note_on_a_tag_keeps_the_tags_event():
    book = TagBook(place, [event(1), event(2, EventKind.NOTE, note="seen")])
    assert (book.own(1, "ana").event, book.own(1, "ana").note) == ("e1", "seen")


def test_words_that_are_gone_are_left_behind_in_their_own_slot():
    gone = event(1, article="old")
    book = TagBook(place, [gone, event(2)])
    assert [(tag.n, tag.last_revision) for tag in book.gone()] == [(None, 1)]
    assert book.own(1, "ana").event == "e2"
    assert book.progress("ana", 2).tagged == 1
    assert book.tag_in(Slot("ana", None, "1:1")).state is AnchorState.GONE


def test_words_that_no_revision_has_are_known_by_themselves():
    nowhere = TagBook(lambda *_: Place(None, AnchorState.GONE), [event(1), event(2, n=2)])
    assert {slot.gone for slot, _ in nowhere.slots()} == {"Words 1", "Words 2"}


def test_undo_and_redo_walk_back_and_forth():
    book = TagBook(place, [event(1), event(2, n=2)])
    assert book.undoable("ana") == ("e2",)
    assert book.apply(undo(3, "e2")) == (Slot("ana", 2),)
    assert book.undoable("ana") == ("e1",)
    assert book.redoable("ana") == ("e2",)
    book.apply(undo(4, "e1"))
    assert not list(book.slots())
    assert book.undoable("ana") == ()
    book.apply(undo(5, "e1", redo=True))
    assert book.own(1, "ana").label is Label.CONFIRMED
    book.apply(event(6, n=3))
    assert book.redoable("ana") == ()


def test_what_one_key_press_did_is_undone_as_one():
    book = TagBook(place, [event(n, n=n, group="g1") for n in (1, 2, 3)])
    assert book.undoable("ana") == ("e1", "e2", "e3")
    book.apply(undo(4, "e1", "e2", "e3"))
    assert not list(book.slots())


def test_undoing_what_is_not_there_changes_nothing():
    book = TagBook(place, [event(1)])
    assert book.apply(undo(2, "elsewhere")) == ()
    assert book.own(1, "ana").label is Label.CONFIRMED


def test_undoing_twice_the_same_leaves_nothing_to_redo_twice():
    """The same editor undoes the same act in two programs."""
    book = TagBook(place, [event(1), event(2, n=2), undo(3, "e2")])
    assert book.apply(undo(4, "e2")) == ()
    assert book.undoable("ana") == ("e1",)
    book.apply(undo(5, "e2", redo=True))
    assert book.redoable("ana") == ()
    assert book.apply(undo(6, "e2", redo=True)) == ()
    assert book.own(2, "ana").label is Label.CONFIRMED


def test_a_redo_that_came_too_late_changes_nothing():
    book = TagBook(place, [event(1), undo(2, "e1"), event(3, label=Label.OPINION)])
    assert book.apply(undo(4, "e1", redo=True)) == ()
    assert [act.active for act in book.history(1)] == [False, True]


def test_what_is_left_behind_is_counted_by_editor():
    acts = [event(1, article="old"), event(2, n=2, article="old"), event(3, editor="ben")]
    book = TagBook(place, acts)
    assert (book.count_gone("ana"), book.count_gone("ben")) == (2, 0)
    assert len(book.gone("ana")) == 2
    assert book.gone("ben") == ()
    book.apply(undo(4, "e2"))
    assert book.count_gone("ana") == len(book.gone()) == 1
    book.forget(["e4"])
    assert book.count_gone("ana") == 2


def test_what_was_touched_is_told_once():
    book = TagBook(place, [event(1)])
    assert book.take_touched() == ()
    book.apply(event(2, n=3))
    book.apply(event(3, n=2, editor="ben"))
    book.apply(event(4, n=9, article="old"))
    assert book.take_touched() == (3, 2)
    assert book.take_touched() == ()
    later = TagBook(place, [event(1), event(2, n=3), event(5, n=4)])
    book.apply(event(6, n=1))
    later.follow(book)
    assert set(later.take_touched()) == {1, 2, 4}


def test_numbers_and_ranges():
    book = TagBook(place, [event(1), event(2, n=4), event(3, n=9, article="old")])
    assert book.numbers(["e1", "e2", "e3", "nothing"]) == (1, 4)
    assert book.progress("ana", 3, range(1, 4)).confirmed == 1


EDITORS = st.sampled_from(["ana", "ben"])
ACTS = st.lists(
    st.tuples(
        st.sampled_from([*EventKind]),
        st.integers(1, 4),
        st.sampled_from([*Label]),
        EDITORS,
        st.sampled_from(["new", "old"]),
        st.sampled_from([None, "g1", "g2"]),
    ),
    max_size=25,
)


def history(acts):
    """A history as an editor makes it: undo and redo name what the book offers."""
    book, made = TagBook(place), []
    for seq, (kind, n, label, editor, article, group) in enumerate(acts, 1):
        more = {} if group is None else {"group": group}
        if kind in {EventKind.UNDO, EventKind.REDO}:
            redo = kind is EventKind.REDO
            ids = book.redoable(editor) if redo else book.undoable(editor)
            if not ids:
                continue
            made.append(undo(seq, *ids, redo=redo, editor=editor))
        else:
            if kind is EventKind.NOTE:
                more["note"] = f"note {seq}"
            if kind is EventKind.EVIDENCE:
                more["evidence"] = ""
            if kind is EventKind.KEEP:
                more |= {"of": made[-1].id if made else "nobody", "rule": "looks"}
            made.append(event(seq, kind, n, label, editor=editor, article=article, **more))
        book.apply(made[-1])
    return book, made


@given(ACTS)
def test_applying_one_by_one_is_folding_all(acts):
    book, made = history(acts)
    folded = TagBook(place, made)
    assert state(book) == state(folded)
    for editor in ("ana", "ben"):
        assert book.progress(editor, 9) == folded.progress(editor, 9)
        labels = [tag.label for slot, tag in book.slots() if slot.editor == editor and slot.n]
        assert book.progress(editor, 9).tagged == sum(label is not None for label in labels)


@given(ACTS)
def test_undo_then_redo_is_as_if_nothing_had_been(acts):
    book, _ = history(acts)
    for editor in ("ana", "ben"):
        ids = book.undoable(editor)
        if ids:
            before = state(book)
            book.apply(undo(900, *ids, editor=editor))
            book.apply(undo(901, *ids, redo=True, editor=editor))
            assert state(book) == before


@given(ACTS, st.integers(0, 25))
def test_forgetting_is_as_if_never_applied(acts, count):
    book, made = history(acts)
    kept, dropped = made[:count], made[count:]
    book.forget(each.id for each in dropped)
    assert state(book) == state(TagBook(place, kept))
