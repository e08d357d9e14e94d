"""News in the reader: counted while it waits, marked until it was seen, listed on a key."""

import pytest

from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader.since_screen import SinceScreen

FIRST = "The Quay\n\nSix boats sank.\n\nNobody was hurt.\n\nIt was raining hard.\n"
SECOND = FIRST.replace("Six", "Nine").replace("It was", "The fire is out.\n\nIt was")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "quay.txt"


@pytest.fixture
def library(tmp_path, path):
    path.write_text(FIRST)
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(path))
        yield opened


def text_of(app):
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


async def taken(pilot, library, path):
    """The second revision on the screen, with what it brought."""
    path.write_text(SECOND)
    list(library.add(path))
    await pilot.press("r")
    while pilot.app.screen.session.news is None:
        await pilot.pause()
    await pilot.pause()
    if pilot.app.size.width > 100:
        assert "1 new · 1 changed · r to take" in text_of(pilot.app)
    assert "Nine" not in text_of(pilot.app)
    await pilot.press("r")


@pytest.mark.parametrize("size", [(120, 30), (60, 20), (30, 10), (20, 6), (12, 4), (1, 1)])
async def test_it_is_marked_until_it_was_seen(library, path, size):
    async with NewsreaderApp(library, story=1).run_test(size=size) as pilot:
        await pilot.press("G")
        await taken(pilot, library, path)
        session = pilot.app.screen.session
        assert session.words(session.n) == "It was raining hard."
        assert list(session.unseen()) == [2, 4]
        if size == (120, 30):
            shown = text_of(pilot.app)
            assert "revision 2: 1 new · 1 changed" in shown
            assert "+2 unseen" in shown
            assert "~·    Nine boats sank." in shown
            assert "+·    The fire is out." in shown
        await pilot.press("asterisk")
        assert isinstance(pilot.app.screen, SinceScreen)
        if size == (120, 30):
            assert "[-Six-]{+Nine+}" in text_of(pilot.app)
        await pilot.press("k", "j", "space", "b", "k", "enter")
        assert session.n == 2
        if size == (120, 30):
            shown = text_of(pilot.app)
            assert "~ changed since you looked" in shown
            assert "[-Six-]{+Nine+} boats sank." in shown
            await pilot.press("d")
            assert "[-Six-]" not in text_of(pilot.app)
        await pilot.press("j")
        assert list(session.unseen()) == [4]
        await pilot.press("asterisk", "x")
        assert session.unseen() == {}
        await pilot.press("asterisk")
        assert not isinstance(pilot.app.screen, SinceScreen)


async def test_it_is_told_when_the_story_is_opened_again(library, path):
    async with NewsreaderApp(library, story=1).run_test(size=(120, 30)) as pilot:
        await pilot.press("j")
        pilot.app.lost()  # as at the end of the program
    path.write_text(SECOND)
    list(library.add(path))
    for keys in ((), ("g", "space")):
        async with NewsreaderApp(library, story=1).run_test(size=(120, 30)) as pilot:
            while pilot.app.screen.session.wanted() is not None:
                await pilot.pause()
            await pilot.pause()
            assert "+2 unseen" in text_of(pilot.app)
            if not keys:
                assert "since you looked: 1 new · 1 changed · * lists them" in text_of(pilot.app)
            await pilot.press(*keys)
            pilot.app.lost()
    async with NewsreaderApp(library, story=1).run_test(size=(120, 30)) as pilot:
        assert "unseen" not in text_of(pilot.app)


async def test_what_cannot_be_compared_is_a_newer_revision_all_the_same(library, path, monkeypatch):
    monkeypatch.setattr("newsreader.library.since.beside", lambda _, ask, done: done(None))
    path.write_text(FIRST)
    async with NewsreaderApp(library, story=1).run_test(size=(120, 30)) as pilot:
        path.write_text(SECOND)
        list(library.add(path))
        await pilot.press("r")
        await pilot.pause()
        assert "1 newer revision · r to take" in text_of(pilot.app)
