"""What the line at the bottom says beside what was done: the key that helps on, and until when."""

from newsreader.config import Config
from newsreader.library import Library
from newsreader.tui.app import NewsreaderApp
from newsreader.tui.widgets.footer import KeyBar


def said(app):
    return app.screen.query_one(KeyBar).render_line(0).text


async def test_the_last_tag_tells_the_key_that_finds_what_is_open(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "c")
        assert "still open, n finds them" in said(app)


async def test_hints_name_the_keys_in_force(tmp_path):
    (tmp_path / "depot.txt").write_text("The Depot Fire\n\nSix were hurt, and two died.\n")
    keys = {"reader.undo": ("Z",), "reader.next": ("]",), "reader.next-update": ("n",)}
    with Library(tmp_path / "desk.library", editor="ana") as library:
        list(library.add(tmp_path / "depot.txt"))
        app = NewsreaderApp(library, story=1, config=Config(keys=keys))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("G", "c")
            assert "still open, ] finds them" in said(app)
            await pilot.press("|", "enter")
            assert "cut in two" in said(app)


async def test_what_was_said_is_over_when_something_else_was_shown(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "c")
        assert "still open" in said(app)
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "still open" not in said(app)
        assert "c confirmed" in said(app)


async def test_a_search_tells_the_way_back(desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", "t", "h", "e", "enter")
        assert "· the · Esc goes back" in said(app)
