"""Correcting updates on the screen: a time is shown as it is read before it counts."""

import pytest

from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.prompt import Prompt

TEXT = """---
title: The Depot Fire
date: 2022-01-05
---

(update2:01eastern):

Six were hurt, and two died. Police came.

The port is shut.

(update3:15eastern):

The port is open.
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


async def test_a_time_is_typed_seen_and_set(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("j", "E")
        assert "as 14:01 ET · 2:01 pm · unknown" in lines(app, Prompt)[0]
        await pilot.press(*"9:30 x")
        assert "not understood: x" in lines(app, Prompt)[0]
        await pilot.press("enter")  # asks again, with what was typed
        assert "9:30 x" in lines(app, Prompt)[0]
        assert "not understood" in lines(app, Prompt)[0]
        await pilot.press("backspace", *"am UTC")
        assert "= 09:30 UTC · 09:30Z · 5 Jan 2022" in lines(app, Prompt)[0]
        await pilot.press("enter")
        assert "time of the update set" in lines(app, KeyBar)[0]
        assert "UPDATE · 09:30 UTC" in text(app)
        assert app.screen.session.n == 2
        await pilot.press("E", "enter")
        assert "UPDATE · 09:30 UTC" in text(app)
        await pilot.press("E", *"unknown", "escape", "E", *"unknown")
        assert "= unknown" in lines(app, Prompt)[0]
        await pilot.press("enter")
        assert "UPDATE · 2:01 · day unknown" in text(app)  # as its marker says
        await pilot.press("u", "u")
        assert "UPDATE · 2:01 PM* ET · 19:01Z" in text(app)
        assert library.check(deep=True).ok


async def test_an_update_begins_and_is_merged(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "j", "H")
        assert "inside its paragraph" in lines(app, KeyBar)[0]
        await pilot.press("j", "H")
        assert text(app).count("━━ UPDATE") == 3
        assert "begins here" in lines(app, KeyBar)[0]
        await pilot.press("E", *"5 pm", "enter")
        assert "UPDATE · 5:00 PM ET · 22:00Z" in text(app)
        await pilot.press("J")
        assert text(app).count("━━ UPDATE") == 2
        await pilot.press("u", "u", "u")
        assert "undone: a new update" in lines(app, KeyBar)[0]
        assert text(app).count("━━ UPDATE") == 2
        await pilot.press("k", "J")
        assert "no update any more" in lines(app, KeyBar)[0]
        assert "(update2:01eastern):" in text(app)
        await pilot.press("E", *"9 pm")
        assert not app.screen.typed


async def test_a_zone_that_is_not_known_is_told(library):
    app = NewsreaderApp(library, story=1)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "J", "H", "J", "G", "J", "H", "E", *"5 Jan 2022 9 pm")
        assert "zone unknown" in lines(app, Prompt)[0] or "ET" in lines(app, Prompt)[0]
