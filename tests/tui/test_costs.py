"""What things cost, in counts that are the same on every machine: speed itself is for benchmarks.

Each bound stands a little above what is counted today; who must raise one says why.
"""

import subprocess
import sys
from contextlib import contextmanager

import pytest
from textual._compositor import Compositor
from textual.widget import Widget

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.store.tags.folding import TagBook
from newsreader.tui.app import NewsreaderApp

SIZES = (50, 1000)
TAGS = 30
MODULES = {"list": 376, "reader": 396}
"""Those of ours, Textual's and Rich's that are loaded for the first screen."""


@pytest.fixture
def desk(tmp_path):
    """Makes a library with a story of that many statements and thirty tags in it."""
    made = []

    def make(count):
        library = Library(tmp_path / f"{count}.library", editor="ana")
        made.append(library)
        source = tmp_path / f"{count}.txt"
        lines = (f"Witness {n} said the east quay was closed at noon." for n in range(count - 1))
        source.write_text("\n\n".join(["Depot Fire: What We Know", *lines]))
        list(library.add(source))
        session = Session(library.open(1), "ana", library.record)
        for _ in range(TAGS):
            session.tag(Label.SPECULATIVE)
        return library

    yield make
    for library in made:
        library.close()


@contextmanager
def asked(library):
    """What SQLite is asked meanwhile."""
    statements = []
    connection = library._database.connection
    connection.set_trace_callback(statements.append)
    yield statements
    connection.set_trace_callback(None)


@contextmanager
def calls(monkeypatch, owner, name, count=lambda *_: 1):
    """How often a method is called meanwhile, or what ``count`` makes of its arguments."""
    counted = []
    real = getattr(owner, name)

    def counting(*arguments, **named):
        counted.append(count(*arguments, **named))
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, counting)
        yield counted


def test_a_tag_asks_as_little_of_a_long_story(desk):
    costs = []
    for size in SIZES:
        library = desk(size)
        session = Session(library.open(1), "ana", library.record)
        session.go(TAGS + 5)
        session.tag(Label.CONFIRMED)
        with asked(library) as statements:
            session.tag(Label.CONFIRMED)
        assert sum(each == "COMMIT" for each in statements) == 1
        costs.append(len(statements))
    assert costs[0] == costs[1]
    assert costs[0] <= 20


def test_opening_folds_each_event_once(desk, monkeypatch):
    library = desk(SIZES[0])
    with calls(monkeypatch, TagBook, "_take") as taken, asked(library) as statements:
        library.open(1)
    assert len(taken) <= TAGS
    assert len(statements) <= 24


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_draws_what_it_changed(desk, monkeypatch, size):
    library = desk(size)
    app = NewsreaderApp(library, story=library.find(1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "j")
        with (
            calls(monkeypatch, Compositor, "reflow") as laid_out,
            calls(monkeypatch, Widget, "render_lines", lambda _, crop: crop.height) as lines,
            monkeypatch.context() as patch,
        ):
            patch.setattr(NewsreaderApp, "is_headless", False)  # painted as on a terminal
            await pilot.press("j")
            moved = sum(lines)
            await pilot.press("c")
        assert not laid_out
        assert moved <= 8
        assert sum(lines) <= 24


@pytest.mark.parametrize("screen", MODULES)
def test_the_first_screen_loads_no_more_than_it_did(desk, screen):
    library = desk(SIZES[0])
    story = "library.find(1)" if screen == "reader" else "None"
    script = f"""
import asyncio, sys
import newsreader.cli.main
from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp

async def show():
    library = Library({str(library.path)!r})
    async with NewsreaderApp(library, story={story}).run_test():
        print(sum(each.startswith(("newsreader", "textual", "rich")) for each in sys.modules))

asyncio.run(show())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) <= MODULES[screen]
