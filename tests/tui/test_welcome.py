"""The guidance of a first run: once, in nobody's way, with the keys in force."""

import pytest

from newsreader.config import Config
from newsreader.config.first_run import NAME, is_first_run, remember_first_run
from newsreader.tui.pages.welcome import Welcome


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "new" / "config.toml"))
    return tmp_path / "new"


def text_of(app):
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )


async def test_six_lines_until_a_key_that_also_acts(folder, desk, reader_app):
    assert is_first_run()
    app = reader_app(desk, welcome=True, config=Config(keys={"reader.confirmed": ("f9",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = [line for line in text_of(app).split("\n") if line.startswith("  ")]
        assert "New here?" in text_of(app)
        assert any(line.startswith("  F9 s o   confirmed, speculative") for line in lines)
        assert "? keys" in text_of(app)  # the line of keys is still there
        await pilot.press("f9")
        await pilot.pause()
        assert not app.screen.query(Welcome)
        assert desk.session.progress().confirmed == 1
    assert not is_first_run()
    assert (folder / NAME).exists()


async def test_a_digit_ends_it_too_and_a_click(folder, desk, reader_app):
    app = reader_app(desk, welcome=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert not app.screen.query(Welcome)
    app = reader_app(desk, welcome=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(Welcome)
        await pilot.press("j")
        assert not app.screen.query(Welcome)


@pytest.mark.parametrize("size", [(39, 40), (80, 17), (1, 1)])
async def test_where_there_is_no_room_it_is_not_shown(folder, desk, reader_app, size):
    app = reader_app(desk, welcome=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert not app.screen.query(Welcome)


async def test_where_it_cannot_be_remembered_it_is_not_shown(folder, desk, reader_app):
    folder.write_text("a file in the folder's place")
    assert not remember_first_run()
    app = reader_app(desk, welcome=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query(Welcome)
        await pilot.press("c")
        assert desk.session.progress().confirmed == 1


async def test_nobody_else_sees_it(folder, desk, reader_app):
    app = reader_app(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query(Welcome)
    assert not folder.exists()
