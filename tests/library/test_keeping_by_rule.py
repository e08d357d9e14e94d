"""Where the desk wants it, a tag is kept on words of which only the looks changed; each is told."""

import pytest

from newsreader.config import Config
from newsreader.library import Library
from newsreader.model.event import AnchorState, EventKind, Label
from newsreader.session import Session

FIRST = (
    'The Quay\n\n"Six boats sank," said the office.\n\nIt was recieved with calm.\n\nTwo died.\n'
)
LOOKS = FIRST.replace('"Six boats sank,"', "“Six boats sank,”").replace("recieved", "received")
MEANING = LOOKS.replace("Six", "Nine")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "quay.txt"


def opened(tmp_path, *, keeps=True):
    return Library(tmp_path / "desk.library", editor="ana", config=Config(carry_cosmetic=keeps))


@pytest.fixture
def library(tmp_path, path):
    with opened(tmp_path) as made:
        put(made, path, FIRST)
        session = Session(made.open(1), "ana", made.record)
        session.go(2)
        session.note("by telephone")
        for label in (Label.SPECULATIVE, Label.CONFIRMED, Label.OPINION):
            session.tag(label)
        yield made


def put(library, path, text):
    path.write_text(text)
    (added,) = library.add(path)
    return added


def standing(library):
    found = sorted(library.open(1).book.slots(), key=lambda each: each[1].start)
    return [(tag.exact[:12], tag.label.value, tag.state.value) for _, tag in found]


def kept(library):
    return [each for each in library.open(1).book.events if each.kind is EventKind.KEEP]


def test_kept_on_the_new_words_and_told(library, path):
    added = put(library, path, LOOKS)
    assert added.carried == {"current": 3, "moved": 0, "stale": 0, "gone": 0}
    assert standing(library) == [
        ("“Six boats s", "speculative", "current"),
        ("It was recei", "confirmed", "current"),
        ("Two died.", "opinion", "current"),
    ]
    events = kept(library)
    assert [each.body["rule"] for each in events] == ["cosmetic", "cosmetic"]
    assert {each.body["version"] for each in events} == {"1"}
    text = library.open(1).analysis.article.text
    assert all(text[each.body["start"] : each.body["end"]] == each.body["exact"] for each in events)
    assert library.check(deep=True).ok
    session = Session(library.open(1), "ana", library.record)
    assert session.stale() == ()
    assert session.opened.book.own(2, "ana").note == "by telephone"
    assert session.progress().tagged == 3


def test_another_meaning_asks_as_ever(library, path):
    put(library, path, MEANING)
    assert [each[2] for each in standing(library)] == ["stale", "current", "current"]
    assert len(kept(library)) == 1
    assert library.check(deep=True).ok


def test_small_steps_never_add_up_to_another_meaning(library, path):
    put(library, path, LOOKS)
    put(library, path, MEANING)
    assert standing(library)[0] == ('"Six boats s', "speculative", "stale")
    put(library, path, FIRST)
    assert [each[2] for each in standing(library)] == ["current"] * 3
    assert library.check(deep=True).ok


def test_switched_off_every_change_asks(tmp_path, path, library):
    with opened(tmp_path, keeps=False) as other:
        put(other, path, LOOKS)
        assert [each[2] for each in standing(other)] == ["stale", "stale", "current"]
        assert kept(other) == []


def test_it_goes_with_its_tag(library, path):
    put(library, path, LOOKS)
    session = Session(library.open(1), "ana", library.record)
    session.undo()  # the opinion
    session.undo()  # what was kept by rule
    assert session.opened.book.own(3, "ana") is None
    session.redo()
    assert session.opened.book.own(3, "ana").state is AnchorState.CURRENT
    session.go(3)
    session.tag(Label.OPINION)
    assert session.opened.book.own(3, "ana").label is Label.OPINION
    session.go(3)
    session.clear()
    assert session.opened.book.own(3, "ana") is None
    assert library.check(deep=True).ok


def test_on_the_old_revision_the_tags_stand_as_they_stood(library, path):
    put(library, path, LOOKS)
    old = library.open(1, revision=1)
    assert [tag.state.value for _, tag in old.book.slots()] == ["current"] * 3
    assert old.book.gone() == ()


def test_whoever_adds_the_tags_of_all_are_kept_and_nobody_is_said_to_have_done_it(
    tmp_path, library, path
):
    with Library(
        tmp_path / "desk.library", editor="bo", config=Config(carry_cosmetic=True)
    ) as other:
        put(other, path, LOOKS)
        assert other.open(1).book.own(2, "ana").stands
        assert other.open(1).book.own(2, "bo") is None
        (counted,) = other.stats()
        assert "'bo'" not in repr(counted)


def test_a_cut_statement_is_kept_as_it_is_cut(library, path):
    text = FIRST.replace("Two died.", "Two died, the office said; the roof of the hall fell in.")
    put(library, path, text)
    session = Session(library.open(1), "ana", library.record)
    session.go(4)
    session.cut(len("Two died, the office said;"))
    session.tag(Label.CONFIRMED)
    put(library, path, text.replace("recieved", "received"))
    assert library.check(deep=True).ok
    assert [each[2] for each in standing(library)][:2] == ["current", "current"]
