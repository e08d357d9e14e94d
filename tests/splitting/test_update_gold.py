"""Whole documents as they reach the desk, read and cut, against sections that people marked.

One file a document in ``gold/``: title, input, expected. The invented texts have the shapes of
real pages; those whose name begins with "no" only look like live pages.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.update_gold import compare, read_gold

FILES = sorted((Path(__file__).parent / "gold").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sections_times_and_order_are_those_of_the_gold(path, tmp_path):
    tally = compare([read_gold(path, tmp_path)])
    assert tally.errors == []


def test_there_is_enough_to_measure_by():
    assert len(FILES) >= 60
