"""Adding goes on in the background: the list fills, keys are obeyed, leaving asks first."""

import threading

import pytest

from newsreader.library import Library
from newsreader.library.accession.background import Background
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.stories.heading import Heading
from tests.tui.test_list_screen import bar, settled


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "l.db", editor="ana") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "files"
    made.mkdir()
    for n in range(30):
        (made / f"{n:02}.txt").write_text(f"Headline {n:02}\n\nShed {n} was empty.\n")
    return made


class Held(Background):
    """Adds four articles, then waits until it is let go."""

    def __init__(self, *args):
        super().__init__(*args)
        self.go = threading.Event()
        self.held = threading.Event()

    def _take(self, added):
        super()._take(added)
        if self.done == 4:
            self.held.set()
            self.go.wait(60)


def shown(app):
    """The titles of the stories that are known."""
    feed = app.screen.stories.feed
    return [feed[n].title for n in range(feed.known)]


def heading(app):
    return app.screen.query_one(Heading).adding


async def until(pilot, holds):
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError(bar(pilot.app))


async def test_the_list_opens_at_once_and_fills(library, folder):
    app = NewsreaderApp(library)
    app.adding = adding = Held(library, [str(folder)])
    async with app.run_test(size=(100, 14)) as pilot:
        await until(pilot, lambda: len(shown(app)) == 4)
        await until(pilot, lambda: heading(app) == "adding 4")
        await pilot.press("A")
        assert "still adding" in bar(app)
        await pilot.press("enter", "c", "q")  # a story is read and tagged meanwhile
        assert library.find(4).progress.confirmed == 1
        adding.go.set()
        await settled(pilot)
        assert (heading(app), adding.counts["added"]) == ("", 30)
        assert "30 added" in bar(app)
    assert library.check(deep=True).ok


@pytest.mark.parametrize(("key", "at"), [(None, "Headline 29"), ("j", "Headline 02")])
async def test_in_a_list_that_fills_one_is_at_the_top_until_one_goes_on(library, folder, key, at):
    app = NewsreaderApp(library)
    app.adding = adding = Held(library, [str(folder)])
    async with app.run_test(size=(100, 14)) as pilot:
        await until(pilot, lambda: len(shown(app)) == 4)
        if key is not None:
            await pilot.press(key)
        adding.go.set()
        await settled(pilot)
        assert app.screen.stories.story.title == at
        assert (app.screen.stories.cursor == 0) is (key is None)


async def test_leaving_tells_that_it_goes_on_and_stops_it(library, folder):
    app = NewsreaderApp(library)
    app.adding = adding = Held(library, [str(folder)])
    async with app.run_test(size=(100, 14)) as pilot:
        await until(pilot, adding.held.is_set)
        await pilot.press("Q")
        assert "adding 4 · Q again stops it" in bar(app)
        await pilot.press("j", "Q")
        assert app.return_code is None
        await pilot.press("Q")
        assert app.return_code == 0
    adding.stopped = True
    adding.go.set()
    assert app.lost() == []
    assert adding.done == 4
    assert library.check(deep=True).ok


async def test_a_list_that_is_full_is_not_moved(library, folder, tmp_path):
    for n in range(12):
        path = tmp_path / f"old{n}.txt"
        path.write_text(f"Old {n}\n\nWords {n}.\n")
        list(library.add(path))
    app = NewsreaderApp(library)
    app.adding = adding = Held(library, [str(folder)])
    async with app.run_test(size=(100, 10)) as pilot:
        before = shown(app)
        await until(pilot, lambda: heading(app) == "adding 4")
        assert shown(app) == before
        await pilot.press("j", "r")
        adding.go.set()
        await settled(pilot)
        assert len(list(library.stories())) == 42
