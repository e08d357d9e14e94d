"""What a key paints at once is what Textual would draw: nothing missed, nothing misplaced."""

import random

import pytest
from rich.segment import Segment
from textual.strip import Strip

from newsreader.tui.app import NewsreaderApp
from newsreader.tui.widgets import painting
from newsreader.tui.widgets.painting import RowsUpdate

KEYS = ["j", "k", "c", "s", "o", "u", "x", "n", "]", "[", "space", "b", "g", "G", "."]


class Canvas:
    """The terminal's cells, as far as updates were written to it."""

    def __init__(self, app):
        self.app = app
        self.painted = 0
        self.others = 0
        self.lines = {}
        self.take_all()

    def take_all(self):
        self.lines = dict(enumerate(self.app.screen._compositor.render_strips()))

    def display(self, _screen, update):
        """Stands in for the app's own: takes the rows as a terminal would."""
        if not isinstance(update, RowsUpdate):
            self.others += 1
            return
        self.painted += 1
        for x, y, strip in update._rows:
            old = self.lines[y]
            rest = x + strip.cell_length
            self.lines[y] = Strip.join([old.crop(0, x), strip, old.crop(rest, old.cell_length)])


def cells(strip):
    """A strip cell by cell, so that how it is cut into segments does not matter."""
    return [(char, style) for text, style, _ in Segment.simplify(strip) for char in text]


@pytest.fixture
def canvas(monkeypatch):
    """Makes an app paint onto a canvas instead of leaving all to Textual."""

    def begin(app):
        monkeypatch.setattr(NewsreaderApp, "is_headless", False)
        monkeypatch.setattr(painting, "FRAME", -1)
        canvas = Canvas(app)
        monkeypatch.setattr(app, "_display", canvas.display)
        return canvas

    return begin


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 12), (34, 9)])
async def test_what_is_painted_is_what_stands_there(desk, reader_app, canvas, size):
    chance = random.Random(size[0])
    app = reader_app(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()  # the first layout
        terminal = canvas(app)
        for key in chance.choices(KEYS, k=40):
            before = terminal.painted
            await pilot.press(
                {"[": "left_square_bracket", "]": "right_square_bracket"}.get(key, key)
            )
            now = dict(enumerate(app.screen._compositor.render_strips()))
            wrong = [y for y, strip in now.items() if cells(strip) != cells(terminal.lines[y])]
            assert not wrong, (key, terminal.painted - before, wrong)
        assert terminal.painted > 20
        assert not terminal.others


async def test_a_new_layout_is_left_to_textual(desk, reader_app, canvas):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        terminal = canvas(app)
        await pilot.press("p")
        assert terminal.painted == 0


async def test_keys_that_come_fast_are_drawn_by_textual(desk, reader_app, canvas, monkeypatch):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        terminal = canvas(app)
        monkeypatch.setattr(painting, "FRAME", 1e9)
        app.screen._painted_at = painting.time.monotonic()
        await pilot.press("j")
        assert terminal.painted == 0


async def test_a_screen_on_top_is_left_to_textual(desk, reader_app, canvas):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        terminal = canvas(app)
        await pilot.press("question_mark")
        assert terminal.painted == 0
