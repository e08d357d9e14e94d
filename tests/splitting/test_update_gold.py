"""Whole documents as they reach the desk, read and cut, against sections that people marked.

One file a document in ``gold/``: title, input, expected. The invented texts have the shapes of
real pages; those whose name begins with "no" only look like live pages.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.update_gold import compare, read_gold
from newsreader import read, split

FILES = sorted((Path(__file__).parent / "gold").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sections_times_and_order_are_those_of_the_gold(path, tmp_path):
    tally = compare([read_gold(path, tmp_path)])
    assert tally.errors == []


def test_there_is_enough_to_measure_by():
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_update_put_on_top_changes_no_statement_below(path, tmp_path):
    article = read_gold(path, tmp_path).article
    marked = [update for update in split(article).updates if update.marker_span]
    at = marked[0].start if marked else (article.title_span or (0, 0))[1]
    marker = marked[0].marker if marked else "UPDATE:"
    source = tmp_path / f"later{Path(article.source).suffix}"
    top = f"\n\n{marker} The rest is quiet, she said.\n\n"
    source.write_text(article.text[:at] + top + article.text[at:], encoding="utf-8")
    assert _words_below(read(source)[0], at + len(top)) == _words_below(article, at)


def _words_below(article, at):
    return [article.text[s.start : s.end] for s in split(article).statements if s.start >= at]
