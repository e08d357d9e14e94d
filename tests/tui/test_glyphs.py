"""Plain glyphs: when, and that all that the program draws itself is then ASCII, cell for cell."""

import locale

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from newsreader.config import Config
from newsreader.tui.plain.glyphs import _DRAWN, plain
from newsreader.tui.widgets.plain_glyphs import PlainGlyphs


def drawn(*texts):
    return [each.text for each in PlainGlyphs().apply([*map(Segment, texts)], Color(0, 0, 0))]


@pytest.mark.parametrize(
    ("setting", "environment", "coding", "expected"),
    [
        ("plain", {"LANG": "de_DE.UTF-8"}, "utf-8", True),
        ("full", {"TERM": "linux", "LC_ALL": "C"}, "ascii", False),
        ("auto", {"TERM": "xterm", "LANG": "de_DE.UTF-8"}, "ascii", False),
        ("auto", {"TERM": "xterm", "LC_ALL": "C", "LANG": "de_DE.utf8"}, "ascii", True),
        ("auto", {"TERM": "xterm"}, "UTF-8", False),
        ("auto", {"TERM": "xterm", "LANG": "de_DE.ISO-8859-1"}, "ISO-8859-1", True),
        ("auto", {"TERM": "linux", "LANG": "de_DE.UTF-8"}, "utf-8", True),
        ("auto", {"TERM": "vt100", "LANG": "de_DE.UTF-8"}, "utf-8", True),
    ],
)
def test_when_it_is_plain(monkeypatch, setting, environment, coding, expected):
    monkeypatch.setattr(locale, "getencoding", lambda: coding)
    assert plain(setting, environment) is expected


def test_signs_become_ascii_and_letters_stay():
    assert drawn("▓▓▒░····", "▶ · │", "Ça va… l·l", "┌─┐", "saved ✓") == [
        "##=-....", "> . |", "Ça va… l·l", "+-+", "saved *",
    ]  # fmt: skip


@given(st.text(st.sampled_from("aé…·" + "".join(_DRAWN.values()))))
def test_nothing_moves(text):
    (shown,) = drawn(text)
    assert len(shown) == len(text)
    assert cell_len(shown) == cell_len(text)
    assert [c for c in shown if c in "aé"] == [c for c in text if c in "aé"]


async def test_a_whole_screen_has_no_sign_of_its_own_left(desk, reader_app):
    app = reader_app(desk, config=Config(glyphs="plain"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "s", "o")
        strips = app.screen._compositor.render_strips()
        shown = "".join(segment.text for strip in strips for segment in strip)
    left = {char for char in shown if not char.isascii()}
    text = set(desk.session.opened.analysis.article.text)
    assert left - text <= set("·…–")  # between words, where they are no signs
    assert {"#", "+", ">"} <= set(shown)
