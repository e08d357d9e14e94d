"""The panel: where it stands, what does not fit, and the notes that are typed in it."""

import pytest

from newsreader.model.event import Label
from newsreader.tui.reader.panel import Panel
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.prompt import Prompt


def lines(widget):
    """A widget as it stands on the screen."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def shown(app):
    """Which panels are shown."""
    return {panel.id for panel in app.screen.query(Panel) if panel.display}


def panel(app):
    """The panel that is shown, as text."""
    return "\n".join("\n".join(lines(each)) for each in app.screen.query(Panel) if each.display)


def bottom(app):
    prompts = list(app.screen.query(Prompt))
    return lines(prompts[0] if prompts else app.screen.query_one(KeyBar))[0]


async def test_the_panel_moves_below_and_beside(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("P")
        assert shown(app) == {"panel-below"}
        await pilot.press("P")
        assert shown(app) == {"panel-beside"}
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shown(app) == {"panel-below"}
        await pilot.press("P")
        assert "no room" in bottom(app)
        await pilot.resize_terminal(100, 24)
        await pilot.pause()
        assert shown(app) == {"panel-beside"}
        await pilot.press("p", "p")
        assert shown(app) == {"panel-beside"}
        await pilot.resize_terminal(100, 7)
        await pilot.pause()
        await pilot.press("P")
        assert "no room" in bottom(app)


async def test_below_the_tags_stand_beside_the_sources(desk, reader_app):
    desk.session.go(3)
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        row = next(row for row in lines(app.screen.query_one("#panel-below")) if "STATEMENT" in row)
        assert "│ SAYS WHO" in row
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        rows = lines(app.screen.query_one("#panel-below"))
        assert any(row.startswith("SAYS WHO") for row in rows)


async def test_what_does_not_fit_is_told_and_scrolled_to(desk, reader_app):
    desk.session.advance = False
    for label in (*Label, *Label):
        desk.session.tag(label)
    app = reader_app(desk)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert panel(app).endswith("more >")
        await pilot.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        assert panel(app).endswith("back <")
        assert "→ C" in panel(app)
        await pilot.press("ctrl+e")
        assert "this is all of the panel" in bottom(app)
        await pilot.press("ctrl+y")
        assert panel(app).endswith("more > · back <")
        await pilot.press("j")
        assert "STATEMENT 2" in panel(app)
        assert "more" not in panel(app)


async def test_a_note_is_typed_where_it_stands(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "k", "m", *"one", "alt+enter", *"two", "up", "X")
        await pilot.pause()
        assert "note:\n│ ┃ oneX\n│ ┃ two" in panel(app)
        assert "Enter saves · Alt+Enter begins a new line" in bottom(app)
        assert desk.session.standing(1).own.note is None
        await pilot.press("down", "end", "Y", "enter")
        assert desk.session.standing(1).own.note == "oneX\ntwoY"
        assert "note oneX\n│   twoY" in panel(app)
        await pilot.press("e", *"http", "enter")
        assert "evidence http" in panel(app)


async def test_what_is_typed_survives_every_window(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", *"half a ")
        for size in ((80, 24), (40, 10), (1, 1), (300, 90), (60, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert bottom(app) == "note half a"
        await pilot.press(*"no", "up", "down")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "┃ half a no" in panel(app)
        await pilot.press("te", "enter")
        assert desk.session.standing(1).own.note == "half a no"


async def test_what_is_given_up_comes_back(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", *"kept", "enter", "m", *"XY", "escape")
        assert desk.session.standing(1).own.note == "kept"
        assert "note not changed" in bottom(app)
        assert "note kept\n" in panel(app)
        await pilot.press("j", "m")
        assert "┃ keptXY" not in panel(app)
        await pilot.press("escape", "k", "m", "enter")
        assert desk.session.standing(1).own.note == "keptXY"


async def test_a_long_note_keeps_its_cursor_in_sight(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("p", "m")
        for i in range(9):
            await pilot.press("alt+enter", str(i))
        await pilot.pause()
        assert "┃ 8" in panel(app)
        for _ in range(9):
            await pilot.press("up")
        assert "note:" in panel(app)


@pytest.mark.parametrize("size", [(1, 1), (3, 9), (20, 8), (60, 8), (97, 9)])
async def test_typing_in_the_smallest_windows(desk, reader_app, size):
    app = reader_app(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("p", "m", "a", "up", "b", "alt+enter", "enter", "P", ">", "<")
        assert {"a", "b"} <= set(desk.session.standing(1).own.note)


async def test_who_is_not_named_is_marked(desk, reader_app):
    desk.session.go(8)
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)):
        assert "? the source is not named" in panel(app)
