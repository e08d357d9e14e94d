"""Stories that are taken off the lists, and come back: as events, with all their tags."""

import pytest

from newsreader.library import Library
from newsreader.library.removing import remove, restore, restore_last
from newsreader.model.event import EventKind, Label
from newsreader.session import Session
from newsreader.store import events

TEXT = "{0} at the harbour\n\nThe crane stood still. Nobody knows why.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("Fire", "Fog", "Flood"):
        (tmp_path / f"{name.lower()}.txt").write_text(TEXT.format(name), encoding="utf-8")
    return tmp_path


@pytest.fixture
def library(tmp_path, folder):
    with Library(tmp_path / "desk.library", editor="ana") as library:
        for name in ("fire", "fog", "flood"):
            list(library.add(folder / f"{name}.txt"))
        yield library


def titles(library, text=""):
    return sorted(story.title.split()[0] for story in library.stories(text))


def test_a_removed_story_is_in_no_list_and_keeps_its_tags(library):
    opened = library.open(1)
    Session(opened, "ana", library.record).tag(Label.OPINION)
    remove(library, [library.find(1)])
    assert titles(library) == titles(library, "crane") == ["Flood", "Fog"]
    assert library.find(1).removed is not None
    assert library.find(1).progress.opinion == 1
    assert [row.label for row in library.tags([library.find(1)])] == ["opinion"]
    assert list(library.tags()) == []
    assert library.check(deep=True).ok
    assert [story.id for story in restore_last(library)] == [1]
    assert titles(library) == ["Fire", "Flood", "Fog"]
    assert library.open(1).book.own(1, "ana").label is Label.OPINION
    assert library.check(deep=True).ok


def test_what_went_together_comes_back_together(library):
    remove(library, [library.find(1)])
    remove(library, [library.find(2), library.find(3)])
    assert titles(library) == []
    assert sorted(story.id for story in restore_last(library)) == [2, 3]
    assert [story.id for story in restore_last(library)] == [1]
    assert restore_last(library) == []


def test_each_editor_undoes_the_own_removal_but_may_restore_any(library):
    remove(library, [library.find(1)])
    library.editor = "ben"
    remove(library, [library.find(2)])
    assert library.last_removed() == [2]
    assert [story.id for story in restore(library, [1, 3])] == [1]
    assert library.last_removed() == [2]
    assert library.check(deep=True).ok


def test_a_story_that_is_removed_is_not_removed_again(library):
    remove(library, [library.find(1)])
    before = library.find(1).removed
    remove(library, [library.find(1)])
    assert library.find(1).removed == before


def test_two_removals_at_once_are_both_undone(library):
    one, other = library.open(1), library.open(1)
    with_library = (library, one), (library, other)
    for number, (each, opened) in enumerate(with_library):
        uri = opened.story.uri
        each.record(opened, [events.Draft(EventKind.REMOVE, f"editor {number}", uri)])
    assert len(library.open(1).book.removals.in_force) == 2
    assert library.find(1).removed == library.open(1).book.removals.last
    restore(library, [1])
    assert library.find(1).removed is None
    assert library.check(deep=True).ok


def test_undo_in_the_reader_passes_over_removals(library):
    session = Session(library.open(1), "ana", library.record)
    session.tag(Label.OPINION)
    remove(library, [library.find(1)])
    library.refresh(session.opened)
    session.undo()
    assert session.standing(1).own is None
    assert library.find(1).removed is not None


def test_new_words_bring_a_removed_story_back(library, folder):
    remove(library, [library.find(1)])
    (same,) = library.add(folder / "fire.txt")
    assert (same.status, library.find(1).removed is None) == ("unchanged", False)
    (folder / "fire.txt").write_text(TEXT.format("Fire") + "It is out.\n", encoding="utf-8")
    (again,) = library.add(folder / "fire.txt")
    assert (again.status, again.story) == ("revised", 1)
    assert titles(library, "crane") == ["Fire", "Flood", "Fog"]
    assert library.open(1).book.removals.in_force == ()
    assert library.check(deep=True).ok


def test_a_removal_that_was_tampered_with_is_found(library):
    remove(library, [library.find(1)])
    library._database.connection.execute("UPDATE story SET removed = NULL")
    report = library.check(deep=True)
    assert report.problems == ("story 1: whether it is deleted is not what the events say",)


def test_a_failed_removal_changes_nothing(library, monkeypatch):
    opened = library.open(1)
    monkeypatch.setattr(library._database, "readonly", True)
    with pytest.raises(Exception, match="read-only"):
        library.record(opened, [events.Draft(EventKind.REMOVE, "ana", opened.story.uri)])
    assert opened.book.removals.in_force == ()
