"""The guidelines beside the text or over it."""

import pytest

from newsreader.config import Config
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.guidelines_screen import GuidelinesPage
from newsreader.tui.widgets.footer import KeyBar


def lines(widget):
    """A widget as it stands on the screen."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def page(app):
    return app.screen.query_one(GuidelinesPage)


async def test_they_stand_beside_the_text_and_the_story_stays(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(150, 30)) as pilot:
        await pilot.press("j", "i")
        await pilot.pause()
        assert lines(page(app))[0] == "│ What the labels mean here"
        assert page(app).region.x == 107  # where the text ends
        first = lines(page(app))
        await pilot.press("j", "space")
        assert lines(page(app)) != first
        assert desk.session.n == 2
        await pilot.press("G")
        assert "it said then what was known then." in " ".join(lines(page(app))).replace("│ ", "")
        await pilot.press("g")
        assert lines(page(app)) == first
        await pilot.press("c")
        assert desk.session.standing(2).own is None
        await pilot.press("i", "c")
        assert app.screen.query(ArticleView)
        assert desk.session.standing(2).own is not None


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (3, 3), (1, 1), (109, 5), (300, 90)])
async def test_every_size(desk, reader_app, size):
    app = reader_app(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("i", "j", "G", "b")
        await pilot.pause()
        assert page(app).region.width == (max(size[0], 3) if size[0] < 110 else 76)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert page(app).region.width == 34  # as the panel, and the mark
        await pilot.press("escape")
        assert app.screen.query(ArticleView)


@pytest.mark.parametrize("width", [110, 120, 150, 200, 250])
@pytest.mark.parametrize("keys", ["", "t", "p", "tp"])
async def test_no_word_of_the_text_is_covered(desk, reader_app, width, keys):
    app = reader_app(desk)
    async with app.run_test(size=(width, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        view = app.screen.query_one(ArticleView)
        longest = max(len(row.rstrip(" ▕▐█│┃")) for row in lines(view) if "━" not in row)
        ends = view.region.x + longest
        await pilot.press("i")
        await pilot.pause()
        assert page(app).region.x >= ends or page(app).region.width == 33


async def test_ones_own_may_be_hostile_or_missing(desk, reader_app, tmp_path):
    own = tmp_path / "own.md"
    own.write_bytes(b"# Ours [/] \x1b]0;x\x07\n\n* * *\n\n- [@click=app.quit]go[/] \x9b31m\n")
    app = reader_app(desk)
    app.config = Config(guidelines=str(own))
    async with app.run_test(size=(250, 24)) as pilot:
        await pilot.press("i")
        text = "\n".join(lines(page(app)))
        assert "Ours [/] ␛]0;x␇" in text
        assert "[@click=app.quit]go[/]" in text
        assert not set(text) & {"\x1b", "\x07", "\x9b"}
        await pilot.press("q")
        own.unlink()
        await pilot.press("i")
        assert "no such file" in lines(app.screen.query_one(KeyBar))[0]
