"""A story that is open while other programs add revisions to it and act on them."""

import pytest

from newsreader.errors import UnknownStoryError, UsageError
from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import Session, act

OLD = "The Depot Fire\n\nTwelve people were treated.\n\nNobody knows why.\n"
NEW = "The Depot Fire\n\nThirteen people were treated.\n\nSmoke rose.\n\nNobody knows why.\n"


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "depot.txt"
    path.write_text(OLD)
    with Library(tmp_path / "desk.library", editor="ana") as library:
        list(library.add(path))
        yield library


def revise(desk, text=NEW):
    path = desk.path.parent / "depot.txt"
    path.write_text(text)
    with Library(desk.path, editor="ben") as other:
        list(other.add(path))


def tag(library, opened, words, label=Label.CONFIRMED):
    (n,) = (s.n for s in opened.analysis.split.statements if words in opened.analysis.words(s))
    draft = act(opened, n, EventKind.TAG, library.editor, label=label)
    return library.record(opened, [draft])[0]


def by_ben(desk, *words):
    with Library(desk.path, editor="ben") as other:
        opened = other.open(1)
        for each in words:
            tag(other, opened, each)


def test_a_refresh_tells_of_a_newer_revision_and_leaves_the_text(desk):
    opened = desk.open(1)
    assert opened.newer == 0
    assert not desk.refresh(opened)
    revise(desk)
    assert desk.refresh(opened)
    assert opened.newer == 1
    assert "Twelve" in opened.analysis.article.text
    assert not desk.refresh(opened)


def test_an_act_brings_it_along(desk):
    opened = desk.open(1)
    revise(desk)
    by_ben(desk, "Nobody", "Smoke")
    tag(desk, opened, "Twelve")
    assert opened.newer == 1
    assert set(opened.book.take_touched()) == {2, 3}
    assert desk.check(deep=True).ok
    tag(desk, opened, "Nobody")
    by_ben(desk, "Thirteen")
    tag(desk, opened, "The Depot Fire")
    assert desk.check(deep=True).ok
    assert {(row.editor, row.state, row.text) for row in desk.tags()} == {
        ("ana", "stale", "Twelve people were treated."),
        ("ana", "current", "Nobody knows why."),
        ("ana", "current", "The Depot Fire"),
        ("ben", "current", "Thirteen people were treated."),
        ("ben", "current", "Nobody knows why."),
        ("ben", "current", "Smoke rose."),
    }


def test_what_others_tagged_on_the_newer_one_is_told_apart(desk):
    opened = desk.open(1)
    revise(desk)
    by_ben(desk, "Thirteen", "Smoke")
    assert desk.refresh(opened)
    assert {(tag.exact, tag.last_revision) for tag in opened.book.gone("ben")} == {
        ("Thirteen people were treated.", 2),
        ("Smoke rose.", 2),
    }


def test_an_act_that_failed_changes_nothing(desk, monkeypatch):
    opened = desk.open(1)
    revise(desk)
    by_ben(desk, "Nobody")

    def fail(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newsreader.store.tags.projection.update", fail)
        with pytest.raises(KeyboardInterrupt):
            tag(desk, opened, "Twelve")
    assert opened.newer == 0
    assert opened.book.tags(2) == opened.book.tags(3) == ()
    tag(desk, opened, "Twelve")
    assert opened.newer == 1
    assert [each.editor for each in opened.book.tags(3)] == ["ben"]
    with monkeypatch.context() as patch:
        patch.setattr("newsreader.store.tags.projection.update", fail)
        with pytest.raises(KeyboardInterrupt):
            tag(desk, opened, "Nobody")
    tag(desk, opened, "Nobody", Label.OPINION)
    assert desk.check(deep=True).ok


def test_the_editor_takes_it(desk):
    opened = desk.open(1)
    session = Session(opened, "ana", desk.record, reopen=lambda: desk.open(1))
    session.go(3)
    session.tag(Label.OPINION)
    revise(desk)
    desk.refresh(opened)
    assert session.newer() == 1
    assert session.take_newer().message == "revision 2"
    assert session.words(session.n) == "Nobody knows why."
    own = session.standing(session.n).own
    assert own is not None
    assert own.label is Label.OPINION
    assert session.newer() == 0


def test_an_older_revision_counts_the_newer_ones(desk):
    revise(desk)
    revise(desk, "All new.\n")
    old = desk.open(1, revision=1)
    assert old.newer == 2
    tag(desk, old, "Nobody")
    assert desk.check(deep=True).ok


@pytest.mark.parametrize("name", ["\udcff", "\ud800x"])
def test_names_that_are_no_text(desk, tmp_path, name):
    with Library(desk.path, editor=name) as other:
        opened = other.open(1)
        tag(other, opened, "Nobody")
        assert opened.book.own(3, other.editor) is not None
        with pytest.raises(UnknownStoryError):
            other.find(name)
        (tmp_path / "empty.md").write_text("---\n---\n***\n")
        for path in (tmp_path / "empty.md", tmp_path / "depot.txt"):
            assert [each.uri for each in other.add(path, as_uri=f"{name}{path.name}")] != []
        assert other.check(deep=True).ok


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_a_blank_identity_is_wrong_usage(desk, blank):
    with pytest.raises(UsageError, match="blank"):
        list(desk.add(desk.path.parent / "depot.txt", as_uri=blank))
