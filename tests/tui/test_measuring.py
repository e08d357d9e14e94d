"""Cells are counted without Rich for most text, and as Rich counts them for all."""

import sys

from hypothesis import given
from hypothesis import strategies as st
from rich import cells

from newsreader.tui.plain.measuring import _SINGLE, cell_len, graphemes, set_cell_size

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("ab é—“✓▶火👩\u200d\ufe0f\u0301")))


def test_each_character_that_is_measured_here_takes_one_cell():
    single = filter(_SINGLE.fullmatch, map(chr, range(sys.maxunicode + 1)))
    assert not [char for char in single if cells.get_character_cell_size(char) != 1]


@given(TEXTS, st.integers(0, 12))
def test_widths_are_those_that_textual_draws_by(text, total):
    assert cell_len(text) == cells.cell_len(text)
    assert set_cell_size(text, total) == cells.set_cell_size(text, total)
    assert list(graphemes(text)) == cells.split_graphemes(text)[0]
