"""The line under a story that was found: safe, within its width, with the hit in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.library.listing import HIT_END, HIT_START
from newsreader.tui.stories.context import context
from newsreader.tui.stories.story_row import columns, heads


def hit(text):
    return text.replace("<", HIT_START).replace(">", HIT_END)


def said(piece, width, title=""):
    return [(look, text) for look, text in context(hit(piece), title, width)[1:] if text]


def test_the_hits_are_marked():
    assert said("The <ferry> was\n late", 80) == [
        ("dim", "The "), ("match", "ferry"), ("dim", " was late"),
    ]  # fmt: skip


def test_the_title_is_not_said_again():
    assert said("The <ferry>\n\nIt was <late>", 80, "The ferry") == [
        ("dim", "It was "), ("match", "late"),
    ]  # fmt: skip
    assert said("The <ferry>", 80, "The ferry")[1] == ("match", "ferry")


def test_a_far_hit_is_in_sight():
    parts = said("word " * 30 + "<ferry> was late", 40)
    assert ("match", "ferry") in parts
    assert parts[0][1].startswith("…")


@given(st.text(max_size=120) | st.text("ab <>\x1b\n東", max_size=80), st.integers(0, 60))
def test_it_is_one_safe_line_within_its_width(piece, width):
    parts = context(hit(piece), "ab", width)
    text = "".join(part for _, part in parts)
    assert cell_len(text) <= max(width, 0) or not text.strip()
    assert text.isprintable() or not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in text)


@pytest.mark.parametrize("width", range(1, 200, 7))
def test_heads_stand_above_their_columns(width):
    said = "".join(text for _, text in heads(width))
    assert len(said) <= max(width, 4)
    assert ("tagged" in said) == bool(columns(width).tagged)
    assert ("source" in said) == bool(columns(width).source)
