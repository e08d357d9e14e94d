"""The ledger and the list of old speculative tags: over all stories, over one."""

import pytest

from newsreader.config import Config
from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.library.ledger import Sort
from newsreader.model.event import Label
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.pages import ledger_screen
from newsreader.tui.pages.ageing_screen import AgeingScreen
from newsreader.tui.pages.ledger_screen import LedgerScreen
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.stories.story_list import StoryList
from newsreader.tui.widgets.choosing import ChoosingPage
from tests.revised_story import AT_LEAST, CAUSE, LORRIES, NOW, desk, put, tag


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        put(opened, "It may rain.", name="rain.txt")
        yield opened


def app_on(library, story=None, limit="24h"):
    config = Config(speculative_limit=limit)
    return NewsreaderApp(library, story=story, now=lambda: NOW, config=config)


def page(app):
    return app.screen.query_one(ChoosingPage)


def text_of(app):
    strips = page(app).render_lines(page(app).outer_size.region)
    return "\n".join(strip.text.rstrip() for strip in strips)


def words(app):
    session = app.screen.session
    return session.words(session.n)


async def gathered(pilot):
    """The ledger when all is there."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, LedgerScreen)
    screen._gathering._thread.join()
    screen._look()
    await pilot.pause()
    return text_of(pilot.app)


@pytest.mark.parametrize("story", [None, 1])
async def test_the_ledger(library, story):
    async with app_on(library, story).run_test(size=(80, 40)) as pilot:
        await pilot.press("V")
        shown = await gathered(pilot)
        assert "LEDGER 6" in shown
        assert "4 changed · 2 vanished" in shown
        assert "The Depot Fire: What We Know" in shown
        assert "▶ vanished after r3" in shown
        assert "vanished after r2, since r1 · back in r4" in shown
        assert "[-Nine-]" in shown
        await pilot.press("f")
        assert "only changed" in text_of(pilot.app)
        await pilot.press("f")
        assert "0 changed · 2 vanished · only vanished" in text_of(pilot.app)
        await pilot.press(*"fff", "/", *"quay", "enter")
        await pilot.pause()
        assert "LEDGER 1" in text_of(pilot.app)
        assert "with “quay”" in text_of(pilot.app)
        await pilot.press("/", *"x")
        assert "Nothing changed" in text_of(pilot.app)
        await pilot.press("escape")
        assert "LEDGER 6" in text_of(pilot.app)
        await pilot.press("V")
        await pilot.pause()
        assert pilot.app.screen.query(ArticleView if story else StoryList)


@pytest.mark.parametrize("story", [None, 1])
async def test_from_the_ledger_to_the_statement(library, story):
    async with app_on(library, story).run_test(size=(80, 40)) as pilot:
        await pilot.press("V")
        await gathered(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert words(pilot.app) == AT_LEAST
        assert pilot.app.screen.session.opened.revision.n == 4
        await pilot.press("V")
        await gathered(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert words(pilot.app) == LORRIES
        assert pilot.app.screen.session.opened.revision.n == 3


async def test_the_ledger_is_written_to_a_file(library, tmp_path):
    target = tmp_path / "quiet.jsonl"
    async with app_on(library).run_test(size=(200, 40)) as pilot:
        await pilot.press("V")
        await gathered(pilot)
        await pilot.press("f", "f", "X")
        pilot.app.screen.take_paste(str(target))
        await pilot.press("enter")
        assert "2 edits written" in text_of(pilot.app)
        assert len(target.read_text("utf-8").splitlines()) == 2
        await pilot.press("f", "X")
        pilot.app.screen.take_paste(str(target))
        await pilot.press("enter", *"n", "enter")
        assert "not exported" in text_of(pilot.app)
        await pilot.press("X")
        pilot.app.screen.take_paste(str(target))
        await pilot.press("enter", *"yes", "enter")
        assert "1 edit written" in text_of(pilot.app)
        await pilot.press("X", *"x.xml", "enter")
        assert "no export format" in text_of(pilot.app)
        await pilot.press("X", "escape", "/", *"zzz", "enter", "X")
        assert "nothing to export" in text_of(pilot.app)


async def test_while_it_is_gathered(library, monkeypatch):
    monkeypatch.setattr(ledger_screen, "MOST", 2)
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        await pilot.press("V")
        await gathered(pilot)
        assert "… 4 more: / finds them" in text_of(pilot.app)
        gathering = pilot.app.screen._gathering
        gathering.running = True
        pilot.app.screen._look()
        await pilot.press("X")
        assert "still looking" in text_of(pilot.app)
        gathering.found.append(gathering.found[0])
        pilot.app.screen._look()
        assert "looking … 2 stories" in text_of(pilot.app)
        assert "LEDGER 7" in text_of(pilot.app)
        gathering.running, gathering.wrong = False, "the library is damaged"
        pilot.app.screen._look()
        assert "the library is damaged" in text_of(pilot.app)


async def test_no_quiet_edit_at_all(tmp_path):
    with desk(tmp_path / "one.library", revisions=[("It burns.", *_PLAIN)]) as library:
        async with app_on(library).run_test(size=(80, 24)) as pilot:
            await pilot.press("V")
            assert "Nothing changed without a new update header." in await gathered(pilot)
            await pilot.press("j", "space", "enter")
            await pilot.pause()
            assert pilot.app.screen.query(StoryList)


_PLAIN = (
    "Six people were hurt in the blast at the depot, the ministry said.",
    CAUSE,
    "Witnesses reportedly saw two trucks leave the yard shortly before the fire broke out.",
)


def test_the_kinds_of_edits_go_round():
    assert len({*Sort}) == 5


async def test_old_speculative_tags_of_all_stories(library):
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "SPECULATIVE 1" in shown
        assert "everybody's · not looked at for more than 24 h" in shown
        assert "▶ S you ·" in shown
        assert CAUSE in shown
        await pilot.press("enter")
        await pilot.pause()
        assert words(pilot.app) == CAUSE
        await pilot.press("q", "O", "=")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AgeingScreen)
        (again,) = library.aged(NOW, 9)
        assert library.open(1).book.own(again.n, "ana").label is Label.SPECULATIVE


async def test_old_speculative_tags_of_a_story(library):
    tag(library, AT_LEAST, editor="ben")
    put(library, "UPDATE 1: 3:15 p.m. ET", AT_LEAST, "The cause is not yet known.")
    async with app_on(library, 1, "30m").run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "SPECULATIVE 2" in shown
        assert "30 min" in shown
        assert "! words changed  S you" in shown
        await pilot.press("=")
        assert "its words changed: Enter goes there" in text_of(pilot.app)
        await pilot.press("j", "=")
        assert "it is ben's: Enter goes there" in text_of(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert words(pilot.app) == AT_LEAST
        await pilot.press("s", "O", "m")
        await pilot.pause()
        assert "only yours" in text_of(pilot.app)
        assert "ben" not in text_of(pilot.app)


async def test_looked_at_in_the_story(library):
    async with app_on(library, 1, "2d").run_test(size=(120, 40)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        assert "more than 2 days" in text_of(pilot.app)
        await pilot.press("=")
        assert "still speculative" in text_of(pilot.app)
        await pilot.press("O", "u")
        await pilot.pause()
        await pilot.press("O")
        await pilot.pause()
        assert "SPECULATIVE 1" in text_of(pilot.app)


async def test_nothing_is_old(library):
    async with app_on(library, limit="99d").run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        assert "Nothing has been speculative for so long." in text_of(pilot.app)
        await pilot.press("=", "enter")
        await pilot.pause()
        assert pilot.app.screen.query(StoryList)


async def test_what_cannot_be_put_again_is_told(library, monkeypatch):
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()

        def fail(*_, **__):
            raise LibraryError("the library is damaged")

        monkeypatch.setattr(Library, "open", fail)
        await pilot.press("=")
        assert "the library is damaged" in text_of(pilot.app)


@pytest.mark.parametrize("size", [(40, 10), (3, 3), (1, 1), (300, 90)])
@pytest.mark.parametrize("key", ["V", "O"])
@pytest.mark.parametrize("story", [None, 1])
async def test_every_size(library, size, key, story):
    async with app_on(library, story, "1m").run_test(size=size) as pilot:
        await pilot.press(key, "j", "space", "G", "b", "g", "k")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query(ArticleView if story else StoryList)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
@pytest.mark.parametrize("key", ["V", "O"], ids=["ledger", "ageing"])
def test_how_it_looks(library, snap_compare, size, key):
    tag(library, AT_LEAST, editor="ben")

    async def open_it(pilot):
        await pilot.press(key)
        if key == "V":
            await gathered(pilot)

    app = app_on(library, limit="1m")
    assert snap_compare(app, terminal_size=size, run_before=open_it)
