"""A page added from inside the program: fetched beside the keys, never in their way."""

import threading

import pytest

from newsreader.config import Config
from newsreader.errors import LibraryError
from newsreader.library import Library, worker
from tests.reading.servers import answer, serving
from tests.tui.test_list_screen import app_on, bar, settled, text_of

PAGE = "<!doctype html><h1>Ferry aground</h1><p>" + "All forty passengers are safe. " * 20


@pytest.fixture
def library(tmp_path):
    config = Config(fetch_networks=("127.0.0.1",))
    with Library(tmp_path / "p.library", editor="ana", config=config) as opened:
        for name in ("one", "two"):
            (tmp_path / f"{name}.txt").write_text(f"Headline {name}\n\nWords of {name}.\n")
            list(opened.add(tmp_path / f"{name}.txt"))
        yield opened


async def until(pilot, said):
    for _ in range(500):
        await pilot.pause(0.01)
        if said in bar(pilot.app):
            return
    raise AssertionError(bar(pilot.app))


async def test_a_page_is_fetched_while_keys_are_acted_on(library):
    wait = threading.Event()

    def slowly(client):
        wait.wait(10)
        client.sendall(answer(PAGE))

    with serving(slowly) as server:
        async with app_on(library).run_test(size=(120, 20)) as pilot:
            screen = pilot.app.screen
            before = screen.stories.story.title
            screen._begin(f"{server.address}/ferry")
            assert "fetching http://127.0.0.1" in bar(pilot.app)
            screen.action_add()
            assert "still adding" in bar(pilot.app)
            await pilot.press("j")
            assert screen.stories.story.title != before
            moved_to = screen.stories.story.title
            wait.set()
            await until(pilot, "1 added")
            assert "Ferry aground" in text_of(pilot.app)
            assert screen.stories.story.title == moved_to


async def test_who_waits_is_led_to_the_story(library):
    with serving(answer(PAGE)) as server:
        async with app_on(library).run_test(size=(120, 20)) as pilot:
            pilot.app.screen._begin(f"{server.address}/ferry")
            await until(pilot, "1 added")
            assert pilot.app.screen.stories.story.title == "Ferry aground"


async def test_what_cannot_be_fetched_is_told(library, monkeypatch):
    async with app_on(library).run_test(size=(120, 20)) as pilot:
        pilot.app.screen._begin("ftp://a.example/x")
        await until(pilot, "ftp: is not fetched")

        def fail(*_, **__):
            raise LibraryError("the library is damaged")

        monkeypatch.setattr(Library, "loader", fail)
        pilot.app.screen._begin("http://a.example/x")
        await settled(pilot)
        assert "the library is damaged" in bar(pilot.app)


async def test_a_page_that_comes_when_the_program_was_left_is_for_nobody(library, monkeypatch):
    monkeypatch.setattr(worker, "_SOON", 0.01)
    wait = threading.Event()

    def slowly(client):
        wait.wait(10)
        client.sendall(answer(PAGE))

    with serving(slowly) as server:
        async with app_on(library).run_test(size=(120, 20)) as pilot:
            screen = pilot.app.screen
            screen._begin(f"{server.address}/ferry")
        adding = pilot.app.adding
        assert pilot.app.lost() == []
        wait.set()
        adding._thread.join(10)
    assert len(list(library.stories())) == 2
