"""The rows on the screen: the cursor is among them, and nothing jumps."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import MouseScrollDown, MouseScrollUp

from newsreader.model.event import Label
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.layout import Layout, Spot
from newsreader.tui.reader.viewport import Viewport
from tests.tui.conftest import depot_fire, long_story

STORIES = {"fire": depot_fire(), "long": long_story(60)}
LAYOUTS = {
    (name, width): Layout(analysis, width)
    for name, analysis in STORIES.items()
    for width in (1, 9, 30, 74)
}


def seen(port):
    """The statements of which something is on the screen."""
    return {row.n for row in port.rows() if row.n}


def at(port):
    """The row that the current statement begins in."""
    return next(y for y, row in enumerate(port.rows()) if row.n == port.n)


moves = st.lists(
    st.one_of(
        st.tuples(st.just("follow"), st.integers(1, 17)),
        st.tuples(st.just("page"), st.sampled_from([-3, -1, 1, 2])),
        st.tuples(st.just("scroll"), st.sampled_from([-40, -3, 3, 40])),
        st.tuples(st.just("fit"), st.tuples(st.sampled_from([1, 9, 30, 74]), st.integers(1, 100))),
    ),
    max_size=25,
)


@pytest.mark.parametrize("name", STORIES)
@given(moves=moves, height=st.integers(1, 60), n=st.integers(1, 17))
def test_the_cursor_never_leaves_the_screen(name, moves, height, n):
    last = len(STORIES[name].split.statements)
    port = Viewport(LAYOUTS[name, 30], height, n)
    assert port.n == n
    for what, how in moves:
        if what == "fit":
            port.fit(LAYOUTS[name, how[0]], how[1], port.n)
        elif what == "page":
            assert port.page(how, last) == port.n
        elif what == "scroll":
            assert port.scroll(how) == port.n
        else:
            port.follow(how)
            assert port.n == how
        assert port.n in seen(port)


@given(
    st.integers(1, 61),
    st.lists(st.tuples(st.sampled_from([9, 30, 74]), st.integers(1, 90)), max_size=9),
    st.integers(5, 60),
)
def test_a_window_that_gets_its_size_back_shows_what_it_showed(n, sizes, height):
    port = Viewport(LAYOUTS["long", 30], height, 1)
    port.follow(n)
    rows = port.rows()
    for width, other in sizes:
        port.fit(LAYOUTS["long", width], other, n)
    port.fit(LAYOUTS["long", 30], height, n)
    assert port.rows() == rows


def test_the_text_stands_still_while_the_cursor_moves_within_it():
    port = Viewport(LAYOUTS["long", 74], 30, 1)
    moved = [n for n in range(1, 60) if port.follow(n)]
    assert 3 <= len(moved) <= 12
    port = Viewport(LAYOUTS["long", 74], 30, 30)
    tops = set()
    for by in (1, -1, 1, -1):
        port.follow(30 + by)
        tops.add(port.top)
    assert len(tops) == 1


def test_the_wheel_takes_the_cursor_along_only_when_it_would_leave():
    port = Viewport(LAYOUTS["long", 74], 20, 20)
    row = at(port)
    assert port.scroll(3) == 20
    assert at(port) == row - 3
    n = port.scroll(30)
    assert n > 20
    top = port.top
    port.follow(n)
    port.follow(n + 1)
    assert port.top == top  # the next key goes on from what is seen
    assert port.scroll(-30, drag=False) == n + 1
    assert n + 1 not in seen(port)
    port.follow(n)
    assert n in seen(port)
    back = port.scroll(-30)
    assert back < n
    top = port.top
    port.follow(back - 1)
    assert port.top == top


def test_pages_reach_both_ends_and_every_statement():
    port = Viewport(LAYOUTS["long", 74], 12, 1)
    met = set()
    for by in (1, -1):
        for _ in range(80):
            met |= seen(port)
            port.page(by, 61)
        assert port.n == (61 if by > 0 else 1)
    assert met == set(range(1, 62))


def test_a_statement_that_is_longer_than_the_screen_is_read_by_pages(made):
    made.block("paragraph", "word " * 200 + "end.|Next.")
    analysis = made.analysis()
    port = Viewport(Layout(analysis, 20), 8, 1)
    tops = [port.top]
    while port.n == 1:
        port.page(1, 2)
        tops.append(port.top)
    assert len(tops) > 5
    assert tops == sorted(tops)


def test_an_article_without_statements_is_scrolled(made):
    for i in range(20):
        made.plain("byline", f"By Reader {i}")
    port = Viewport(Layout(made.analysis(), 20), 5, 0)
    assert port.scroll(3) == 0
    assert port.top > Spot(0, 0)
    port.follow(0)
    port.fit(Layout(made.analysis(), 10), 3, 0)
    assert len(port.rows()) == 3


# -- on the screen ---------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Nothing moves by itself."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


def lines(app):
    view = app.screen.query_one(ArticleView)
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def current(app):
    """The row of the marker, and what stands in it."""
    return next(((y, line) for y, line in enumerate(lines(app)) if "▶" in line), None)


def wheel(app, by):
    view = app.screen.query_one(ArticleView)
    kind = MouseScrollDown if by > 0 else MouseScrollUp
    view.post_message(kind(view, 5, 5, 0, by, 0, False, False, False))


async def test_the_wheel_takes_the_cursor_along(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 16)) as pilot:
        for _ in range(3):
            wheel(app, 1)
        await pilot.pause()
        assert desk.session.n > 1
        here, text = current(app), lines(app)
        await pilot.press("j")
        assert current(app)[0] > here[0]
        assert [line[2:] for line in lines(app)] == [line[2:] for line in text]
        for _ in range(9):
            wheel(app, -1)
        await pilot.pause()
        assert any("The Depot Fire: What We Know" in line for line in lines(app))
        assert current(app)


async def test_the_wheel_while_a_note_is_typed_leaves_the_cursor(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("2", "j", "m")
        for _ in range(9):
            wheel(app, 1)
        await pilot.pause()
        assert current(app) is None
        await pilot.press("o", "k", "enter")
        await pilot.pause()
        assert desk.session.n == 3
        assert desk.session.standing(3).own.note == "ok"
        assert current(app)


async def test_a_label_that_waits_is_put_before_the_wheel_turns(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("2")
        for _ in range(9):
            wheel(app, 1)
        await pilot.pause()
        assert desk.session.standing(1).own.label is Label.SPECULATIVE


async def test_panes_come_and_go_and_the_statement_keeps_its_row(desk_of, long, reader_app):
    desk = desk_of(long(200))
    app = reader_app(desk)
    for size in ((80, 30), (140, 40)):
        async with app.run_test(size=size) as pilot:
            await pilot.press("9", "0", "G", "j", "j")
            before = lines(app)
            row = current(app)[0]
            for key in ("p", "p", "t", "t"):
                await pilot.press(key)
                await pilot.pause()
                assert current(app)[0] == row
            assert lines(app) == before
        desk = desk_of(long(200))
        app = reader_app(desk)


async def test_a_storm_of_resizes_with_keys_in_between(desk_of, long, reader_app):
    desk = desk_of(long(200))
    session = desk.session
    app = reader_app(desk)
    dice = random.Random(20220105)
    keys = ["j", "k", "space", "b", "]", "left_square_bracket", "p", "t", "c", "v", "escape", "u"]
    async with app.run_test(size=(80, 24)) as pilot:
        for i in range(300):
            size = (
                dice.choice([1, 2, 7, 24, 40, 59, 80, 111, 300]),
                dice.choice([1, 2, 5, 8, 24, 100]),
            )
            n, held = session.n, session.selection
            await pilot.resize_terminal(*size)
            assert (session.n, session.selection) == (n, held)
            if i % 3 == 0:
                await pilot.press(dice.choice(keys))
                if size > (30, 7):
                    assert current(app)
        n = session.n
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert session.n == n
        assert current(app)
