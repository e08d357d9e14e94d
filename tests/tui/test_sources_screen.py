"""The sources of a story: the page over the text, and the line in the panel."""

import pytest

from newsreader.library import analyse
from newsreader.reading import read
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.panel import Panel
from newsreader.tui.reader.sources_screen import SourcesPage

STORY = """Pier 4 in Karlov collapses

KARLOV (Reuters) - Pier 4 in Karlov collapsed on Monday, the harbour ministry said.

Interfax, citing the harbour ministry, reported that pier 4 in Karlov had collapsed.

“It was loud,” said Tom Varga, a crane driver. “Then it was dark.” He said the lamps failed.

It rained.
"""


def analysed(tmp_path, text):
    path = tmp_path / "story.txt"
    path.write_text(text)
    (article,) = read(path)
    return analyse(article)


@pytest.fixture
def story(desk_of, tmp_path):
    return desk_of(analysed(tmp_path, STORY))


def page(app):
    return app.screen.query_one(SourcesPage)


def lines(widget):
    """A widget as it stands on the screen."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


async def test_the_sources_with_their_statements(story, reader_app):
    app = reader_app(story)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "I")
        await pilot.pause()
        shown = [line.strip() for line in lines(page(app))]
        assert "! 2 mentions, 1 origin: harbour ministry through Reuters, Interfax · 2, 3" in shown
        assert "Tom Varga · 3" in shown
        assert "harbour ministry ← Reuters, Interfax · collective · 2" in shown
        assert "Reuters · 0 · passes on 1" in shown
        assert any(line.startswith("▶    2 KARLOV") for line in shown)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.screen.query(ArticleView)
        assert story.session.n == 3


async def test_it_closes_where_it_was_opened(story, reader_app):
    app = reader_app(story)
    async with app.run_test(size=(60, 8)) as pilot:
        for key in ("I", "q", "escape"):
            await pilot.press("I", "G", "space", "b", "g", "k", key)
            await pilot.pause()
            assert app.screen.query(ArticleView)
            assert story.session.n == 1


async def test_nobody_speaks(desk_of, tmp_path, reader_app):
    app = reader_app(desk_of(analysed(tmp_path, "Rain\n\nIt rained.\n")))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("I", "j")
        await pilot.pause()
        assert "no source recognised" in "\n".join(lines(page(app)))
        await pilot.press("enter")
        assert app.screen.query(ArticleView)


@pytest.mark.parametrize("size", [(40, 10), (3, 3), (1, 1), (300, 90)])
async def test_every_size(story, reader_app, size):
    app = reader_app(story)
    async with app.run_test(size=size) as pilot:
        await pilot.press("I", "j", "G", "b")
        await pilot.pause()
        await pilot.press("escape")
        assert app.screen.query(ArticleView)


def panel(app):
    """The panel that is shown, on one line."""
    shown = [each for each in app.screen.query(Panel) if each.display]
    return " ".join(" ".join(" ".join(lines(each)) for each in shown).split())


async def test_the_panel_counts_mentions_and_origins(story, reader_app):
    app = reader_app(story)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        assert "2 mentions, 1 origin !" in panel(app)
        await pilot.press("j", "j", "j")
        await pilot.pause()
        assert "Tom Varga goes on" in panel(app)
