"""The overview: opened by its key, scrolled, switched, closed; and what it says."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.overview.screen import OverviewScreen

NOW = datetime(2022, 1, 5, 22, 54, tzinfo=UTC)
TEXT = """{} on the Quay

Update (5:40 p.m. ET): It is out. Nobody was hurt.

Update (3:15 p.m. ET): It still burns. The road is closed.

* * *

A shed is burning. The cause is not known.
"""


@pytest.fixture
def library(tmp_path):
    ticks = itertools.count()
    opened = Library(
        tmp_path / "desk.library",
        editor="ana",
        clock=lambda: NOW - timedelta(seconds=600 - 4 * next(ticks)),
    )
    for name in ("Fire", "Smoke"):
        path = tmp_path / f"{name}.txt"
        path.write_text(TEXT.format(name), encoding="utf-8")
        list(opened.add(path))
    yield opened
    opened.close()


def app_on(library, story=None):
    return NewsreaderApp(library, story=story, now=lambda: NOW)


def shown(app):
    """What the overview says, row by row."""
    page = app.screen._figures
    strips = page.render_lines(page.outer_size.region)
    return [strip.text.strip() for strip in strips]


async def counted(app, pilot):
    await app.workers.wait_for_complete()
    await pilot.pause()
    return "\n".join(shown(app))


async def test_of_the_story_and_back(library) -> None:
    app = app_on(library, 1)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("c", "s", "o", "%")
        said = await counted(app, pilot)
        assert said.startswith("\nFire on the Quay")
        assert "3 tagged" in said
        assert "BY UPDATE" in said
        assert "% all stories" in said
        await pilot.press("escape")
        assert not isinstance(app.screen, OverviewScreen)
        assert app.screen.session.n == 4


async def test_switches_between_the_story_and_all(library) -> None:
    app = app_on(library, 1)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("%", "%")
        assert "2 stories" in await counted(app, pilot)
        await pilot.press("%")
        assert "Fire on the Quay" in await counted(app, pilot)


async def test_of_all_stories_from_the_list(library) -> None:
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("%")
        said = await counted(app, pilot)
        assert "2 stories" in said
        assert "MOST OPEN" in said
        await pilot.press("q")
        assert not isinstance(app.screen, OverviewScreen)


async def test_an_empty_library_has_an_overview(tmp_path) -> None:
    with Library(tmp_path / "empty.library", editor="ana") as empty:
        app = app_on(empty)
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.press("%")
            assert "0 stories" in await counted(app, pilot)
            await pilot.press("%")  # there is no story to show instead
            assert "0 stories" in await counted(app, pilot)


async def test_scrolls_by_keys_and_wheel_and_stops_at_the_ends(library) -> None:
    app = app_on(library, 1)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press("c", "%")
        top = await counted(app, pilot)
        await pilot.press("G")
        bottom = "\n".join(shown(app))
        assert "acts undone" in bottom or "act undone" in bottom
        assert "more" not in bottom
        await pilot.press("g")
        assert "\n".join(shown(app)) == top
        await pilot._post_mouse_events([MouseScrollDown])
        assert "\n".join(shown(app)) != top
        await pilot._post_mouse_events([MouseScrollUp])
        assert "\n".join(shown(app)) == top


async def test_what_goes_wrong_is_told_on_the_page(library, monkeypatch) -> None:
    app = app_on(library, 1)
    async with app.run_test(size=(80, 24)) as pilot:

        def broken(*_, **__):
            raise LibraryError("the library is damaged")
            yield

        monkeypatch.setattr(library, "stats", broken)
        await pilot.press("%")
        assert "the library is damaged" in await counted(app, pilot)
        await pilot.press("%")
        assert "the library is damaged" in await counted(app, pilot)


async def test_counting_serves_keys_in_between(library, monkeypatch) -> None:
    monkeypatch.setattr("newsreader.tui.overview.screen._SLICE", -1.0)
    app = app_on(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("%")
        assert "2 stories" in await counted(app, pilot)
        await pilot.press("%", "%", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, OverviewScreen)


@pytest.mark.parametrize("size", [(1, 1), (2, 40), (6, 3), (40, 10), (200, 50), (300, 100)])
async def test_every_size(library, size) -> None:
    app = app_on(library, 1)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c", "%")
        await counted(app, pilot)
        await pilot.resize_terminal(30, 6)
        await pilot.press("G")
        await pilot.resize_terminal(*size)
        await pilot.press("%")
        await counted(app, pilot)


@pytest.mark.parametrize(("size", "theme"), [((120, 40), "dark"), ((80, 24), "light")])
def test_how_it_looks(library, snap_compare, size, theme) -> None:
    app = app_on(library, 1)

    async def open_it(pilot):
        await pilot.press(*("T" if theme == "light" else ""))
        await pilot.press("c", "s", "n", "o", "m", "h", "i", "enter", "c", "u", "%")
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=open_it)
