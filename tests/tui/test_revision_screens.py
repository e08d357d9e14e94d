"""The history of a statement, and two revisions side by side: what they say, where they lead."""

import pytest

from newsreader.errors import LibraryError
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.reader import diff_screen
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.widgets.choosing import ChoosingPage
from tests.revised_story import AT_LEAST, LORRIES, NINE, NOW, REVISIONS, SIX, desk, put, tag


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        yield opened


def app_on(library):
    return NewsreaderApp(library, story=1, now=lambda: NOW)


def page(app):
    return app.screen.query_one(ChoosingPage)


def text_of(app):
    strips = page(app).render_lines(page(app).outer_size.region)
    return "\n".join(strip.text.rstrip() for strip in strips)


def words(app):
    session = app.screen.session
    return session.words(session.n)


async def at(pilot, text):
    """Go to the statement with these words in the text shown."""
    session = pilot.app.screen.session
    session.go(next(n for n in range(1, 9) if session.words(n) == text))


async def test_the_history_of_a_statement(library):
    tag(library, AT_LEAST, editor="ben")
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await at(pilot, AT_LEAST)
        await pilot.press("h")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "HISTORY OF STATEMENT 4" in shown
        assert "3 wordings in 4 revisions" in shown
        assert "▶ r4" in shown
        assert "shown" in shown
        assert "[-Nine-] {+At least nine+}" in shown or "[-Nine-]{+At least nine+}" in shown
        assert "ben → S" in shown
        assert shown.index("r4") < shown.index("r2–3") < shown.index("r1 ")
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert pilot.app.screen.session.opened.revision.n == 1
        assert words(pilot.app) == SIX
        await pilot.press("h")
        await pilot.pause()
        assert "▶ r1" in text_of(pilot.app)
        await pilot.press("k", "enter")
        await pilot.pause()
        assert pilot.app.screen.session.opened.revision.n == 3
        assert words(pilot.app) == NINE
        await pilot.press("r")
        await pilot.pause()
        assert words(pilot.app) == AT_LEAST


async def test_what_is_gone_cannot_be_chosen(library):
    async with app_on(library).run_test(size=(100, 40)) as pilot:
        pilot.app.screen.session.visit(3, 6)
        await pilot.press("h")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "not in the text" in shown
        assert "▶ r3" in shown
        assert "you → S" in shown
        await pilot.press("k", "g", "h")
        await pilot.pause()
        assert pilot.app.screen.query(ArticleView)
        assert words(pilot.app) == LORRIES


async def test_what_changed_between_revisions(library):
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        await pilot.press("D")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "REVISION 3 → 4 of 4" in shown
        assert "1 changed · 1 new · 1 gone · 4 the same" in shown
        (row,) = [row for row in shown.split("\n") if "{+At least nine+}" in row]
        assert "[-Nine-]" in row.split("│")[0]
        assert "{+At" in row.split("│")[1]
        await pilot.press("left")
        assert "REVISION 2 → 3 of 4" in text_of(pilot.app)
        await pilot.press("[")
        assert "REVISION 1 → 3 of 4" in text_of(pilot.app)
        await pilot.press("[")
        assert "there is no older revision" in text_of(pilot.app)
        await pilot.press("}", "}")
        assert "there is no newer revision" in text_of(pilot.app)
        await pilot.press("]", "]", "]")
        assert "REVISION 3 → 4 of 4" in text_of(pilot.app)
        assert "the older revision stays before the newer one" in text_of(pilot.app)
        await pilot.press("h", "{", "l", "D")
        assert pilot.app.screen.query(ArticleView)


async def test_below_each_other_where_it_is_narrow(library):
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await pilot.press("D")
        await pilot.pause()
        shown = text_of(pilot.app)
        assert "│" not in shown
        assert "[-Nine-]" in shown
        assert "-Witnesses saw two lorries" in shown
        assert "{+The east quay" in shown
        assert "the same" in shown
        assert "Trains to the harbour" not in shown
        await pilot.press("=")
        assert "Trains to the harbour" in text_of(pilot.app)


async def test_from_a_change_to_its_statement(library):
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        await pilot.press("D", "enter")
        await pilot.pause()
        assert words(pilot.app) == AT_LEAST
        await pilot.press("D", "left", "left", "j", "enter")  # from the first to the second
        await pilot.pause()
        assert words(pilot.app) == AT_LEAST
        assert pilot.app.screen.session.opened.revision.n == 4
        await pilot.press("D", "j", "enter")  # what the third had and the fourth has not
        await pilot.pause()
        assert words(pilot.app) == LORRIES
        assert pilot.app.screen.session.opened.revision.n == 3
        await pilot.press("D")
        await pilot.pause()
        assert "REVISION 2 → 3" in text_of(pilot.app)


async def test_one_revision_has_nothing_to_compare(tmp_path):
    with desk(tmp_path / "one.library", revisions=REVISIONS[:1]) as library:
        async with app_on(library).run_test(size=(80, 24)) as pilot:
            await pilot.press("D")
            await pilot.pause()
            assert pilot.app.screen.query(ArticleView)
            await pilot.press("h")
            await pilot.pause()
            assert "1 wording in 1 revision" in text_of(pilot.app)


async def test_moved_statements_and_those_that_stayed(tmp_path):
    orders = [("One is here.", SIX, "Three is there."), (SIX, "One is here.", "Three is there.")]
    with desk(tmp_path / "moved.library", revisions=REVISIONS[:1]) as library:
        for blocks in orders:
            put(library, *blocks, name="moved.txt")
        put(library, *orders[1], "\n", name="moved.txt")
        async with NewsreaderApp(library, story=2, now=lambda: NOW).run_test() as pilot:
            await pilot.press("D")
            await pilot.pause()
            assert "Every statement stayed as it was." in text_of(pilot.app)
            assert "… 4 the same" not in text_of(pilot.app)
            await pilot.press("left")
            assert " > from " in text_of(pilot.app)


async def compared(pilot):
    """The page when what is compared beside is there."""
    while pilot.app.screen._asked is not None:
        await pilot.pause()
    await pilot.pause()
    return text_of(pilot.app)


async def test_revisions_far_apart_are_compared_beside(library, monkeypatch):
    monkeypatch.setattr(diff_screen, "NEAR", 1)
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        await pilot.press("D", "[", "[")
        assert "REVISION 1 → 4 of 4" in await compared(pilot)
        await pilot.press("left_square_bracket", "]", "]")
        assert "REVISION 3 → 4 of 4" in await compared(pilot)
        monkeypatch.setattr("newsreader.library.listing.Listing.versions", _fail)
        await pilot.press("[")
        assert "these revisions cannot be compared" in await compared(pilot)
        await pilot.press("[")
        screen = pilot.app.screen
        await pilot.press("escape")
        while screen._asked is not None:
            await pilot.pause()
        assert pilot.app.screen.query(ArticleView)


def _fail(*_, **__):
    raise LibraryError("the library is damaged")


async def test_what_cannot_be_compared_is_told(library, monkeypatch):
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await pilot.press("D")
        await pilot.pause()
        monkeypatch.setattr("newsreader.library.listing.Listing.versions", _fail)
        await pilot.press("left")
        assert "the library is damaged" in text_of(pilot.app)
        assert "REVISION 3 → 4" in text_of(pilot.app)


@pytest.mark.parametrize("size", [(40, 10), (3, 3), (1, 1), (300, 90)])
@pytest.mark.parametrize("key", ["h", "D"])
async def test_every_size(library, size, key):
    async with app_on(library).run_test(size=size) as pilot:
        await pilot.press("G", key, "j", "space", "G", "b", "g", "k")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.query(ArticleView)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
@pytest.mark.parametrize("keys", [["n", "h"], ["D", "left", "j"]], ids=["history", "revisions"])
def test_how_it_looks(library, snap_compare, size, keys):
    tag(library, AT_LEAST, editor="ben")
    assert snap_compare(app_on(library), terminal_size=size, press=keys)


async def test_the_panel_leads_to_the_history(library):
    async with app_on(library).run_test(size=(120, 40)) as pilot:
        await at(pilot, AT_LEAST)
        await pilot.press("j")
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        shown = "\n".join("".join(part.text for part in strip) for strip in strips)
        assert "HISTORY · h: over 4 revisions" in shown
        assert "r1 you → S" in shown
