"""Copying from the reader, and the links of a statement."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.model.article import BlockKind
from newsreader.model.event import Label
from newsreader.tui.reader.links_screen import LinksPage
from newsreader.tui.tty import browser
from newsreader.tui.widgets.footer import KeyBar


def lines(widget):
    """A widget as it stands on the screen."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def text_of(app, kind):
    return "\n".join(lines(app.screen.query_one(kind)))


async def test_a_statement_is_copied_with_its_source(desk, reader_app):
    desk.session.go(3)
    desk.session.advance = False
    desk.session.tag(Label.SPECULATIVE)
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        assert app.clipboard.startswith("The warehouse had been flagged twice")
        for said in ("— the dockers' union ← Reuters, paraphrased · speculative (eve)",
                     "UPDATE 2: 5:40 p.m. ET (2022-01-05 17:40-05:00, 22:40Z)",
                     "The Depot Fire: What We Know"):  # fmt: skip
            assert said in app.clipboard
        assert "copied statement 3 with its source as text" in text_of(app, KeyBar)
        await pilot.press("Y")
        assert app.clipboard.startswith("> The warehouse")
        assert "as Markdown" in text_of(app, KeyBar)


async def test_what_is_selected_or_counted_is_copied(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "v", "j", "y")
        assert "copied 2 statements with their source as text" in text_of(app, KeyBar)
        assert "Police confirmed" in app.clipboard
        assert "The warehouse" in app.clipboard
        await pilot.press("escape", "4", "Y")
        assert "copied 4 statements" in text_of(app, KeyBar)
        assert "> Nobody has said" in app.clipboard


async def test_what_no_clipboard_takes_is_not_copied(desk_of, made, reader_app):
    made.block(BlockKind.PARAGRAPH, "é" * 40_000)
    app = reader_app(desk_of(made.analysis()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        assert not app.clipboard
        assert "too much" in text_of(app, KeyBar)


@pytest.fixture
def linked(desk_of, made, reader_app):
    long = "https://long.example/" + "a" * 1500
    made.block(
        BlockKind.PARAGRAPH,
        f"See https://one.example/a, https://b\u0430nk.example {long} now.|Nothing here.",
    )
    made.block(BlockKind.POST, "Words", credit="— N (@n) May 1, 2022", post=("N", "n", "", "x:y"))
    return reader_app(desk_of(made.analysis()))


async def test_links_are_shown_whole_and_opened_by_a_key(linked, monkeypatch):
    opened = []
    monkeypatch.setattr(browser, "open_address", lambda url: opened.append(url) or "")
    async with linked.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        page = text_of(linked, LinksPage)
        assert "LINKS 3" in page
        assert "  https://one.example/a\n" in page
        assert "mixes cyrillic and latin letters" in page
        assert opened == []
        await pilot.press("enter")
        assert opened == ["https://one.example/a"]
        assert "handed to your browser" in text_of(linked, LinksPage)
        await pilot.press("j", "j", "y")
        assert linked.clipboard.startswith("https://long.example/aaa")
        assert "address copied" in text_of(linked, LinksPage)
        await pilot.press("k", "k", "k", "l")
        assert linked.screen.query("ArticleView")


async def test_an_address_that_no_clipboard_takes_is_not_copied(desk_of, made, reader_app):
    made.block(BlockKind.PARAGRAPH, "See https://long.example/" + "a" * 80_000)
    app = reader_app(desk_of(made.analysis()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "y")
        assert not app.clipboard
        assert "too much" in text_of(app, LinksPage)


async def test_an_address_that_is_not_wholly_seen_is_not_opened(linked, monkeypatch):
    opened = []
    monkeypatch.setattr(browser, "open_address", lambda url: opened.append(url) or "")
    async with linked.run_test(size=(60, 12)) as pilot:
        await pilot.press("l", "j", "j", "o")
        assert opened == []
        await pilot.press(*"jjjjjjjjjjjjjjjjjjjjjjjjjjjjjj")
        assert "not opened: scroll" in text_of(linked, LinksPage)
        await pilot.press(*"k" * 40, "enter")
        assert opened == ["https://one.example/a"]


async def test_other_schemes_are_shown_and_never_opened(linked, monkeypatch):
    opened = []
    monkeypatch.setattr(browser, "open_address", lambda url: opened.append(url) or "")
    async with linked.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "l")
        assert "no link in this statement" in text_of(linked, KeyBar)
        await pilot.press("j", "l", "enter")
        assert "not opened" in text_of(linked, LinksPage)
        assert opened == []


async def test_served_in_a_browser_that_browser_opens_it(linked, monkeypatch):
    opened = []
    monkeypatch.setattr(type(linked), "is_web", True)
    monkeypatch.setattr(type(linked), "open_url", lambda _, url, **__: opened.append(url))
    async with linked.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "enter")
        assert opened == ["https://one.example/a"]


@pytest.mark.parametrize(
    ("platform", "environment", "found"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"SSH_CONNECTION": "x", "BROWSER": "helper"}, True),
        ("darwin", {}, True),
        ("darwin", {"SSH_TTY": "x"}, False),
    ],
)
def test_whether_there_is_a_browser(monkeypatch, platform, environment, found):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert browser.has_browser() is found


def test_an_address_is_one_argument_and_the_browser_has_no_terminal(monkeypatch):
    started = []
    monkeypatch.setenv("BROWSER", "helper")
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **more: started.append((args, more)))
    assert not browser.open_address("https://example.org/$(id)")
    ((command,), more) = started[0]
    assert command[0] == sys.executable
    assert command[-1] == "https://example.org/$(id)"
    assert more["stdin"] == more["stdout"] == more["stderr"] == subprocess.DEVNULL
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: Path("/no/such").stat())
    assert "no browser could be started" in browser.open_address("https://example.org")
    monkeypatch.delenv("BROWSER")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert browser.open_address("https://example.org").startswith("no browser here")
