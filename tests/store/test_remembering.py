"""What is remembered between openings saves time and decides nothing."""

import random

import pytest

from newsreader.errors import WriteError
from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import act
from newsreader.store import adding
from newsreader.store.texts import remembering
from newsreader.store.texts.remembering import Basis, Memory
from newsreader.store.texts.wording import Wording

WORDS = [
    "Smoke rose",
    "Boats left",
    "Police came",
    "Nobody was hurt",
    "The quay is shut",
    "Rain fell.",
]


def wording(count):
    return Wording(((0, 1),) * count, ("a",) * count, "a", ((0, None),) * count)


def test_an_article_is_loaded_once():
    memory, asked = Memory(), []
    for _ in range(3):
        memory.wording("a", lambda each: (asked.append(each), wording(2))[1])
    assert asked == ["a"]


def test_what_is_missing_is_asked_for_again():
    memory = Memory()
    assert memory.wording("a", lambda _: None) is None
    assert memory.wording("a", lambda _: wording(1)) is not None


def test_what_was_used_long_ago_is_forgotten_first(monkeypatch):
    monkeypatch.setattr(remembering, "MAX_STATEMENTS", 5)
    memory, asked = Memory(), []

    def load(each):
        asked.append(each)
        return wording(2)

    for each in "abac":  # a, b; a again; c makes six statements
        memory.wording(each, load)
    assert asked == ["a", "b", "c"]
    memory.wording("a", load)
    memory.wording("b", load)
    assert asked == ["a", "b", "c", "b"]


def test_one_that_is_too_long_is_not_kept(monkeypatch):
    monkeypatch.setattr(remembering, "MAX_STATEMENTS", 5)
    memory = Memory()
    assert memory.wording("a", lambda _: wording(6)) is not None
    assert memory.wording("a", lambda _: None) is None


def test_places_belong_to_their_basis(monkeypatch):
    monkeypatch.setattr(remembering, "MAX_BASES", 2)
    memory = Memory()
    one, other, third = (Basis(each, (each,), ()) for each in "abc")
    memory.places(one)["a", 0, 1, "a"] = None
    assert memory.places(other) == {}
    assert memory.places(one)
    memory.places(third)
    assert memory.places(one)  # the other one went


@pytest.mark.parametrize("seed", range(6))
def test_a_library_that_remembers_says_what_a_fresh_one_says(tmp_path, seed):
    chance, file, path = random.Random(seed), tmp_path / "story.txt", tmp_path / "desk.library"
    words = [*WORDS]
    with Library(path, editor="ana") as desk:
        for _ in range(8):
            file.write_text("\n\n".join(["The quay", *(f"{each}." for each in words)]))
            list(desk.add(file))
            opened = desk.open(1)
            for statement in opened.analysis.split.statements:
                if chance.random() < 0.5:
                    label = chance.choice(list(Label))
                    desk.record(
                        opened, [act(opened, statement.n, EventKind.TAG, "ana", label=label)]
                    )
            at = chance.randrange(len(words))
            words[at] = chance.choice(WORDS) + chance.choice(["", " late", " again"])
            words.insert(chance.randrange(len(words)), chance.choice(WORDS))
            with Library(path, editor="ana") as fresh:
                for n in range(1, desk.find("1").revisions + 1):
                    one, other = desk.open(1, revision=n).book, fresh.open(1, revision=n).book
                    assert list(one.slots()) == list(other.slots())
                    assert not fresh.check(deep=True).problems


def test_what_could_not_be_written_is_forgotten(tmp_path, monkeypatch):
    file = tmp_path / "story.txt"
    file.write_text("The quay\n\nSmoke rose.")
    with Library(tmp_path / "desk.library", editor="ana") as desk:
        list(desk.add(file))
        opened = desk.open(1)
        desk.record(opened, [act(opened, 2, EventKind.TAG, "ana", label=Label.CONFIRMED)])
        file.write_text("The quay\n\nSmoke rose again.")

        def fail(*_):
            raise WriteError("the disk is full")

        monkeypatch.setattr(adding.projection, "rebuild", fail)
        desk._keeper.memory.places(Basis("", (), ()))
        with pytest.raises(WriteError):
            list(desk.add(file))
        assert desk._keeper.memory._wordings == {}
        assert desk._keeper.memory._places == {}


def test_events_that_were_appended_are_added_to_what_is_remembered(tmp_path):
    file, path = tmp_path / "story.txt", tmp_path / "desk.library"
    file.write_text("The quay\n\nSmoke rose. Boats left.")
    with Library(path, editor="ana") as desk, Library(path, editor="ben") as other:
        list(desk.add(file))
        for library in (desk, other, desk):
            opened = library.open(1)
            library.record(opened, [act(opened, 2, EventKind.NOTE, library.editor, note="seen")])
        one, two = desk.open(1).book, other.open(1).book
        assert [each.id for each in one.events] == [each.id for each in two.events]
        assert len(one.events) == 3
