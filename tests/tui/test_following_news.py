"""What is followed, in the program: news waits, failures stand beside the story, nothing moves."""

import threading

import pytest

from newsreader.config import Config
from newsreader.library import Library
from newsreader.library.watching.followed import while_open
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader.title_bar import TitleBar
from newsreader.tui.stories.heading import Heading
from newsreader.tui.stories.story_list import StoryList
from tests.tui.test_list_screen import bar

QUIET = Config(follow=False)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "l.library", editor="ana") as opened:
        (tmp_path / "desk").mkdir()
        for name in "ab":
            write(tmp_path, name, f"Words of {name}. Others follow.")
            list(opened.add(tmp_path / "desk" / f"{name}.txt"))
        yield opened


@pytest.fixture
def other(library):
    with library.again() as opened:
        yield opened


def write(tmp_path, name, words):
    (tmp_path / "desk" / f"{name}.txt").write_text(f"Headline {name}\n\n{words}\n")


def revise(other, tmp_path, name, words):
    write(tmp_path, name, words)
    assert [each.status for each in other.add(tmp_path / "desk" / f"{name}.txt")] == ["revised"]


def fail(other, tmp_path, name, problem):
    path = str(tmp_path / "desk" / f"{name}.txt")
    other.follow(path)
    [row] = (row for row in other.followed() if row.source == path)
    other.found(row, {path: problem})


def lines(app, kind):
    widget = app.screen.query_one(kind)
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def screen(library, story=None, config=QUIET):
    app = NewsreaderApp(library, story=story, config=config)
    library.changed()  # from here on
    return app, app.run_test(size=(120, 30))


async def test_in_the_list_news_waits_until_it_is_taken(library, other, tmp_path):
    app, running = screen(library)
    async with running as pilot:
        await pilot.pause()
        before = lines(app, StoryList)
        revise(other, tmp_path, "a", "Words of a. Others followed.")
        app.notice()
        await pilot.pause()
        assert "1 new or changed · r to take" in lines(app, Heading)[0]
        assert lines(app, StoryList) == before
        await pilot.press("r")
        assert "new or changed" not in lines(app, Heading)[0]
        assert "Headline a" in lines(app, StoryList)[0]
        assert app.screen.stories.story.id == 2  # the cursor stayed with its story
        app.notice()
        assert "new or changed" not in lines(app, Heading)[0]


async def test_in_the_list_of_some_stories_news_is_counted_all_the_same(library, other, tmp_path):
    app, running = screen(library)
    async with running as pilot:
        await pilot.press("S")
        revise(other, tmp_path, "a", "Words of a. Others followed.")
        app.notice()
        await pilot.pause()
        assert "1 new or changed" in lines(app, Heading)[0]


async def test_in_the_reader_a_revision_is_told_at_once(library, other, tmp_path):
    app, running = screen(library, 1)
    async with running as pilot:
        await pilot.press("j")
        revise(other, tmp_path, "a", "New. Words of a. Others follow.")
        assert app.screen.session.newer() == 0
        app.notice()
        await pilot.pause()
        assert app.screen.session.newer() == 1
        assert app.screen.session.n == 2
        await pilot.press("r")
        assert app.screen.session.n == 3


async def test_a_failure_stands_beside_its_story_in_the_list(library, other, tmp_path):
    app, running = screen(library)
    async with running as pilot:
        fail(other, tmp_path, "a", "empty file")
        app.notice()
        await pilot.pause()
        first, second = lines(app, StoryList)[:2]
        assert ("✗" in first, "✗" in second) == (False, True)
        await pilot.press("j")
        assert "✗ since " in bar(app)
        assert ": empty file" in bar(app)
        await pilot.press("k")
        assert "✗" not in bar(app)
        fail(other, tmp_path, "a", "")
        app.notice()
        await pilot.pause()
        assert "✗" not in "".join(lines(app, StoryList))


@pytest.mark.parametrize(("width", "said"), [(120, "✗ not read since"), (80, "✗")])
async def test_a_failure_stands_beside_its_story_in_the_reader(
    library, other, tmp_path, width, said
):
    fail(other, tmp_path, "a", "no such file or directory")
    app = NewsreaderApp(library, story=1, config=QUIET)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert said in lines(app, TitleBar)[0]
        assert "no such file or directory" in bar(app)
        await pilot.press("j")
        assert "no such file" not in bar(app)
        await pilot.press("r")
        assert "no such file or directory" in bar(app)
        library.changed()
        fail(other, tmp_path, "a", "")
        app.notice()
        await pilot.pause()
        assert "✗" not in lines(app, TitleBar)[0]
        assert "no such file" not in bar(app)


async def test_one_key_follows_and_follows_no_more(library, tmp_path):
    path = str(tmp_path / "desk" / "b.txt")
    app, running = screen(library)
    async with running as pilot:
        await pilot.press("R")
        assert f"followed from now on: {path}" in bar(app)
        assert [row.source for row in library.followed()] == [path]
        await pilot.press("l")
        await pilot.pause()
        await pilot.press("R")
        assert f"followed no more: {path}" in bar(app)
        assert library.followed() == []


async def test_a_folder_is_not_let_go_with_one_of_its_stories(library, tmp_path):
    library.follow(tmp_path / "desk")
    app, running = screen(library)
    async with running as pilot:
        await pilot.press("R")
        assert "followed with its folder" in bar(app)
        assert len(library.followed()) == 1


async def test_standard_input_gives_but_once(library, monkeypatch):
    monkeypatch.setattr(library, "origin", lambda story: None)
    app, running = screen(library)
    async with running as pilot:
        await pilot.press("R")
        assert "standard input, which cannot be followed" in bar(app)


async def test_what_is_followed_is_looked_at_while_the_program_is_open(
    library, tmp_path, monkeypatch
):
    looked = threading.Event()

    class Looking:
        def __init__(self, library, every, *, beside, errands):
            assert (every, beside) == (60, ())
            self.errands = errands

        def step(self, patience):
            looked.set()
            self.errands.back(patience)
            yield from ()

    monkeypatch.setattr("newsreader.library.watching.follower.Follower", Looking)
    library.follow(tmp_path / "desk")
    app, running = screen(library, config=Config(follow_every=60))
    async with running:
        app.follow()
        following = app.following
        assert following.running
        assert looked.wait(10)
        app.follow()
        assert app.following is following
    app.lost()
    assert not following.running


async def test_nothing_is_looked_at_where_nothing_is_followed(library, other, tmp_path):
    app, running = screen(library, config=Config())
    async with running:
        app.follow()
        assert app.following is None
        other.follow(tmp_path / "desk")
        app.notice()  # another program began to
        assert app.following is not None
    app.lost()


async def test_what_the_program_was_started_with_is_looked_at(library, tmp_path):
    app, running = screen(library, config=Config())
    app.beside = while_open([str(tmp_path / "desk")])
    async with running:
        app.follow()
        assert app.following is not None
    app.lost()
    assert library.followed() == []
