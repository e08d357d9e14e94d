"""What came to a story since an editor had it before their eyes."""

import json

import pytest

from newsreader.cli import run
from newsreader.filtering import parse
from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import act
from newsreader.store import looking

ROOF, SIX, NINE = "The roof fell in.", "Six people were hurt.", "Nine people were hurt."


@pytest.fixture
def desk(tmp_path):
    with Library(tmp_path / "desk.library", editor="ana") as library:
        yield library


def put(library, *words, name="depot.txt"):
    path = library.path.parent / name
    path.write_text("\n\n".join(["The Depot Fire", *words]) + "\n")
    (done,) = library.add(path)
    return done


def on(library, opened, words):
    statements = opened.analysis.split.statements
    (n,) = (each.n for each in statements if opened.analysis.words(each) == words)
    kind, label = EventKind.TAG, Label.SPECULATIVE
    library.record(opened, [act(opened, n, kind, library.editor, label=label)])


def found(library, line):
    return [story.id for story in library.stories(parse(line))]


def test_a_story_that_was_never_opened_waits_for_nobody(desk):
    put(desk, ROOF)
    put(desk, ROOF, SIX)
    story = desk.find(1)
    assert (story.looked, story.news, story.waiting) == (0, 0, False)
    assert not found(desk, "is:waiting")
    assert not found(desk, "has:changed")


def test_who_tags_has_looked(desk):
    put(desk, ROOF, SIX)
    on(desk, desk.open(1), SIX)
    assert desk.find(1).looked == 1
    put(desk, ROOF, NINE, "Trains stand still.")
    story = desk.find(1)
    assert (story.looked, story.news, story.waiting) == (1, 2, True)
    for line in ("is:waiting", "has:waiting", "is:changed", "has:changed", "is:stale", "has:stale"):
        assert found(desk, line) == [1]
        assert not found(desk, f"-{line}")
    assert not found(desk, "is:gone")


def test_who_reads_on_has_looked(desk):
    put(desk, ROOF, SIX)
    desk.keep_place(desk.open(1), 1)
    put(desk, ROOF)
    assert (desk.find(1).news, desk.find(1).waiting) == (0, True)
    assert found(desk, "is:changed") == [1]  # something went
    desk.keep_place(desk.open(1), 1)
    assert not desk.find(1).waiting
    assert not found(desk, "is:waiting")


def test_the_same_place_in_a_newer_revision_is_a_look_too(desk):
    put(desk, ROOF, SIX)
    first = desk.open(1)
    desk.keep_place(first, 1)
    put(desk, ROOF, NINE)
    put(desk, ROOF, SIX)
    desk.keep_place(desk.open(1), 1)
    assert desk.find(1).looked == 3
    desk.keep_place(first, 2)  # a window that was left open
    assert desk.find(1).looked == 3


def test_each_editor_looks_for_themselves(desk):
    put(desk, ROOF, SIX)
    on(desk, desk.open(1), SIX)
    with Library(desk.path, editor="ben") as other:
        put(desk, ROOF, NINE)
        assert not found(other, "is:waiting")
        opened = other.open(1)
        on(other, opened, NINE)
        assert other.find(1).looked == 2
    assert found(desk, "is:waiting") == [1]


def test_words_that_are_gone(desk):
    put(desk, ROOF, SIX)
    on(desk, desk.open(1), SIX)
    put(desk, ROOF)
    assert found(desk, "is:gone") == found(desk, "has:gone") == [1]
    assert not found(desk, "is:stale")


@pytest.mark.parametrize("sort", ["changed", "published", "added", "title", "open"])
def test_in_every_order_and_with_words(desk, sort):
    put(desk, ROOF, SIX)
    put(desk, "Quite another one.", name="other.txt")
    on(desk, desk.open(1), SIX)
    put(desk, ROOF, NINE)
    assert found(desk, f"is:waiting sort:{sort}") == [1]
    assert found(desk, f"roof is:waiting sort:{sort}") == [1]


def test_what_revisions_brought_is_proved(desk):
    put(desk, ROOF, SIX)
    put(desk, ROOF, NINE, "Trains stand still.")
    put(desk, NINE)
    with desk._database.reading() as connection:
        kept = looking.counted(connection, 1)
    assert kept == {2: (1, 1, 0), 3: (0, 0, 2)}
    assert desk.check(deep=True).ok
    with desk._database.writing() as connection:
        connection.execute("UPDATE news SET fresh = 7")
    assert desk.check(deep=True).problems == (
        "story 1: what its revisions brought is not what the events say",
    )


def test_the_command_line_tells(desk, capsys):
    put(desk, ROOF, SIX)
    on(desk, desk.open(1), SIX)
    put(desk, ROOF, NINE)
    options = ["--library", str(desk.path), "--editor", "ana"]
    assert run([*options, "list", "is:waiting"]) == 0
    assert "1 newer revision: 1 new or changed" in capsys.readouterr().out
    assert run([*options, "list", "--json", "has:changed"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert (shape["seen_revision"], shape["news"], shape["stale"]) == (1, 1, 1)
    assert run([*options, "list", "is:gone"]) == 0
    assert not capsys.readouterr().out
