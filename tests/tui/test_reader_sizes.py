"""How the reader shares out the screen, from one cell to 300 columns; what a key draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import MouseScrollDown, MouseScrollUp

from newsreader.model.event import EventKind, Label
from newsreader.tui.reader.arranging import widths
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.row_painter import MEASURE, Measures
from newsreader.tui.reader.title_bar import TitleBar
from newsreader.tui.reader.updates_pane import UpdatesPane


def lines(widget):
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def line_with(app, words):
    return next(line for line in lines(app.screen.query_one(ArticleView)) if words in line)


@given(st.integers(1, 400))
def test_the_text_is_never_wider_than_what_is_comfortable(width):
    measures = Measures.of(width)
    assert 1 <= measures.text <= MEASURE
    assert measures.margin >= 0
    assert measures.whole <= width


@pytest.mark.parametrize("width", [80, 110, 120, 132, 160, 200, 300])
def test_the_text_has_its_measure_wherever_the_panes_are_shown(width):
    updates, panel = widths(width, updates=width >= 110, panel=width >= 110)
    text = Measures.of(width - updates - panel).text
    assert text >= 60 or width < 120
    assert text == MEASURE or width < 140


def test_wider_screens_give_the_panes_more():
    both = [widths(columns, updates=True, panel=True) for columns in (120, 160, 200, 300)]
    assert both == sorted(both)
    assert widths(200, updates=False, panel=False) == (0, 0)
    assert widths(120, updates=False, panel=True)[1] > both[0][1]


async def test_signs_as_far_as_there_is_room(desk, reader_app):
    session = desk.session
    session.go(4)
    session.advance = False
    session.tag(Label.SPECULATIVE)
    session.note("ask the union")
    body = desk.opened.book.history(4)[0].event.body
    desk.event(EventKind.TAG, "ana", {**body, "label": "opinion"})
    session.go(1)
    app = reader_app(desk)
    words = "Nobody"
    async with app.run_test(size=(300, 60)) as pilot:
        assert line_with(app, words).lstrip().startswith("Soa•▒ Nobody has said")
        for width, start in ((80, " So•▒ Nobody"), (40, " So Nobody"), (16, " SNobody")):
            await pilot.resize_terminal(width, 60)
            await pilot.pause()
            assert line_with(app, words).startswith(start)


async def test_the_shape_runs_beside_all_rows_of_a_statement(desk, reader_app):
    desk.session.go(3)
    desk.session.tag(Label.CONFIRMED)
    app = reader_app(desk)
    async with app.run_test(size=(80, 40)):
        shown = lines(app.screen.query_one(ArticleView))
        at = next(i for i, line in enumerate(shown) if line.startswith(" C  ▓ The warehouse"))
        assert shown[at + 1].startswith("    ▓ ")


async def test_the_heading_of_the_update_stays_at_the_top_with_ones_place(
    desk_of, long, reader_app
):
    desk = desk_of(long(300))
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        top = lines(app.screen.query_one(ArticleView))[0]
        assert top.strip().startswith("UPDATE")
        assert top.endswith("/6 · 0/50 tagged")
        await pilot.press("c")
        assert lines(app.screen.query_one(ArticleView))[0].endswith("· 1/50 tagged")
        await pilot.resize_terminal(44, 24)
        await pilot.pause()
        assert lines(app.screen.query_one(ArticleView))[0].endswith("1/50")


async def test_a_wide_list_of_updates_shows_how_each_begins(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(200, 50)):
        shown = lines(app.screen.query_one(UpdatesPane))
        assert "U2 5:40 PM ET" in shown[2]
        assert "Police confirmed late on" in shown[3]
        assert "eve" in lines(app.screen.query_one(TitleBar))[0]
        assert "r1" in lines(app.screen.query_one(TitleBar))[0]
        assert "5 Jan 2022" in lines(app.screen.query_one(TitleBar))[0]


async def test_many_updates_take_a_line_each_and_the_current_one_is_in_sight(
    desk_of, long, reader_app
):
    desk = desk_of(long(2_000))
    app = reader_app(desk)
    async with app.run_test(size=(120, 24)) as pilot:
        pane = app.screen.query_one(UpdatesPane)
        assert len([line for line in lines(pane) if "/50" in line]) == 20
        for _ in range(30):
            await pilot.press("]")
            assert any("▸" in line for line in lines(pane))
        await pilot.press("G")
        assert any("▸ U40" in line for line in lines(pane))
        await pilot.click(UpdatesPane, offset=(4, 2))
        assert desk.session.update == 20


async def test_the_wheel_moves_the_list_of_updates_only(desk_of, long, reader_app):
    desk = desk_of(long(2_000))
    app = reader_app(desk)
    async with app.run_test(size=(120, 24)) as pilot:
        pane = app.screen.query_one(UpdatesPane)
        await pilot.press("j")
        for kind, delta in ((MouseScrollDown, 1), (MouseScrollDown, 1), (MouseScrollUp, -1)):
            pane.post_message(kind(pane, 5, 5, 0, delta, 0, False, False, False))
        await pilot.pause()
        assert "U2" in lines(pane)[2]
        assert desk.session.n == 2


async def test_few_rows_leave_the_text_and_the_keys(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(40, 7)) as pilot:
        assert not app.screen.query_one(TitleBar).display
        assert app.screen.query_one(ArticleView).size == (40, 6)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.screen.query_one(TitleBar).display


async def test_a_key_draws_only_the_rows_that_it_changes(desk, reader_app, monkeypatch):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j")
        view, drawn = app.screen.query_one(ArticleView), []
        render = view.render_line
        monkeypatch.setattr(view, "render_line", lambda y: drawn.append(y) or render(y))
        await pilot.press("c")
        own = [y for y, line in enumerate(lines(view)) if line[1:2] == "C" or "▶" in line]
        drawn.clear()
        await pilot.press("k")
        assert own
        assert 0 < len(drawn) <= 5
