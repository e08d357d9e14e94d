"""Cutting and joining on the screen: a small mode in which nothing else fires."""

import pytest
from textual.events import Paste

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.row_painter import split_parts
from newsreader.tui.widgets.footer import KeyBar

TEXT = """The Depot Fire

(update2:01eastern):

Six were hurt, and two died. Police came late.

> The port is shut, said nobody, and the harbour master was not to be found anywhere at all today.
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "depot.md").write_text(TEXT)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(tmp_path / "depot.md"))
        yield opened


def lines(app, kind=ArticleView):
    widget = app.screen.query_one(kind)
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def text(app):
    return "\n".join(lines(app))


def words(app):
    session = app.screen.session
    return [session.words(each.n) for each in session.statements]


async def test_a_cut_is_placed_by_word_and_made(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "|")
        assert "Six were hurt,│and two died." in text(app)
        assert "Enter cuts" in lines(app, KeyBar)[0]
        await pilot.press("left")
        assert "Six were│hurt, and two died." in text(app)
        await pilot.press("h", "l", "right", "right")
        assert "hurt, and│two died." in text(app)
        await pilot.press("home")
        assert "Six│were" in text(app)
        await pilot.press("end", "tab")
        assert "hurt,│and" in text(app)
        await pilot.press("enter")
        assert words(app)[1:3] == ["Six were hurt,", "and two died."]
        assert "▶·    Six were hurt," in text(app)
        assert "│" not in text(app).split("Police")[0]
        assert "cut in two" in lines(app, KeyBar)[0]
        await pilot.press("c", "s", "u", "u", "u")
        assert words(app)[1] == "Six were hurt, and two died."
        assert "▶·    Six were hurt, and two died." in text(app)


async def test_nothing_else_fires_while_a_cut_is_placed(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "|")
        before = text(app)
        keys = ["c", "s", "o", "x", "u", "j", "k", "n", "q", "?", ":", "/", "m", "space", "r", "Q"]
        await pilot.press(*keys, "&", "|", "ctrl+p", "f1")
        app.post_message(Paste("c"))
        await pilot.pause()
        await pilot.click(ArticleView, offset=(10, 1))
        assert text(app) == before
        assert app.screen.session.n == 2
        await pilot.press("escape")
        assert "│and" not in text(app)
        assert library.check().counts["events"] == 0
        await pilot.press("c")
        assert app.screen.session.standing(2).own.label is Label.CONFIRMED


async def test_joining(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "&")
        assert words(app)[1] == "Six were hurt, and two died. Police came late."
        assert "joined" in lines(app, KeyBar)[0]
        await pilot.press("&")
        assert "nothing follows" in lines(app, KeyBar)[0]
        await pilot.press("u")
        assert words(app)[2] == "Police came late."
        assert "undone: join" in lines(app, KeyBar)[0]


async def test_one_word_is_not_cut(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("|", "home", "enter", "|")
        assert "one word" in lines(app, KeyBar)[0]
        await pilot.press("c")
        assert app.screen.session.standing(1).own is not None


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120])
async def test_the_cut_is_seen_wherever_the_line_breaks(library, width):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.press("G", "|", "home")
        session = app.screen.session
        widest = max(len(line) for line in lines(app))
        plain = text(app).count("│")
        places = 0
        while True:
            assert text(app).count("│") == plain
            assert max(len(line) for line in lines(app)) <= max(widest, width)
            places += 1
            if not session.cutter.move(1):
                break
            await pilot.press("left", "right")
        assert places == len(words(app)[-1].split()) - 1


async def test_what_another_editor_cuts_is_told_and_taken(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("j", "j")
        with Library(library.path, editor="ben") as other:
            session = Session(other.open(1), "ben", other.record)
            session.go(2)
            session.cut(15)
        await pilot.press("r")
        assert "statements or updates changed · r to take" in lines(app, KeyBar)[0]
        assert len(words(app)) == 4
        await pilot.press("r")
        assert words(app)[1:3] == ["Six were hurt,", "and two died."]
        assert "Police came late." in next(line for line in lines(app, ArticleView) if "▶" in line)


async def test_left_behind_says_that_it_was_cut(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "c", "k", "|", "enter")
        app.screen.action_left_behind()
        await pilot.pause()
        shown = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in app.screen._compositor.render_strips()
        )
        assert "cut or joined since" in shown


def test_parts_before_and_after_a_place():
    parts = [("one", "ab"), ("two", ""), ("three", "cd")]
    assert split_parts(parts, 2) == ([("one", "ab")], [("one", ""), ("two", ""), ("three", "cd")])
    assert split_parts(parts, 3) == (
        [("one", "ab"), ("two", ""), ("three", "c")],
        [("three", "d")],
    )
    assert split_parts(parts, 9) == (parts, [("three", "")])
