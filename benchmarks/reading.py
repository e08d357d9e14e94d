"""How well the main text of pages is found, beside the extractors that are installed, in one run.

    python -m benchmarks.reading PAGES GOLD [--show]
    python -m benchmarks.reading --own

PAGES is a folder of ``NAME.html``, GOLD one of ``NAME.txt``: the text that a reader would keep,
without title, byline, dates and captions, as plain text. Of our articles the same is left out, by
the kinds of their blocks. Texts are compared by runs of four words: F1 is that of precision and
recall over all pages, each page of one weight; *exact* is the share of pages whose words are the
gold's, no more and no less. ``--show`` lists what is missing or too much in ours; ``--own`` takes
the articles of ``tests/reading/outlets.py``.

The peers are trafilatura, of ``pip install "newsreader[bench]"``, and readability-lxml,
which is installed after it by its name (asked for both at once, older pips stop); what of them is
not installed is left out. All get the bytes of the page. A page is timed thrice in each,
in processor time, and counts with its best.
"""

from __future__ import annotations

import argparse
import importlib
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import SourceError
from newsreader.model.article import BlockKind
from newsreader.reading import Raw, parse
from newsreader.reading.composing import Composition

RUN = 4  # words that are compared as one
ROUNDS = 3
_WORD = re.compile(r"\w+")
_BESIDE = {BlockKind.BYLINE, BlockKind.NOTE, BlockKind.RULE, BlockKind.CAPTION}

Extract = Callable[[bytes], str]


class Case(NamedTuple):
    """One page with its gold."""

    name: str
    page: bytes
    gold: str


class Figures(NamedTuple):
    """How well one extractor met the gold."""

    precision: float
    recall: float
    exact: float
    milliseconds: float  # a page, the median

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def ours(page: bytes) -> str:
    """The main text as newsreader reads it."""
    try:
        [article] = parse(Raw("page.html", "file:///page.html", "page.html", page), format="html")
    except SourceError:
        return ""
    return "\n".join(
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind not in _BESIDE and (block.start, block.end) != article.title_span
    )


def peers() -> dict[str, Extract]:
    """The extractors that are installed, by their names."""
    found: dict[str, Extract] = {}
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        pass
    else:
        found["trafilatura"] = lambda page: trafilatura.extract(page, include_comments=False) or ""
        found["trafilatura, precision"] = lambda page: (
            trafilatura.extract(page, include_comments=False, favor_precision=True) or ""
        )
    try:
        readability = importlib.import_module("readability")
    except ImportError:
        return found

    def summary(page: bytes) -> str:
        composed = Composition()
        composed.markup(readability.Document(page).summary())
        composed.flow.flush()
        return composed.page.text

    return {**found, "readability-lxml": summary}


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words in a text, with how often each is there."""
    words = _WORD.findall(text.lower())
    if len(words) < RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[at:] for at in range(RUN)), strict=False))


def judged(found: str, gold: str) -> tuple[float, float, float]:
    """What is right, too much and missing in a text, as shares that add up to one."""
    mine, given = runs(found), runs(gold)
    right = (mine & given).total()
    surplus, missing = mine.total() - right, given.total() - right
    whole = max(right + surplus + missing, 1)
    return right / whole, surplus / whole, missing / whole


def measured(extract: Extract, cases: Sequence[Case]) -> Figures:
    """The figures of one extractor over all pages."""
    right = surplus = missing = 0.0
    exact = 0
    took = []
    for case in cases:
        best = float("inf")
        text = ""
        for _ in range(ROUNDS):
            begun = time.process_time()
            text = extract(case.page)
            best = min(best, time.process_time() - begun)
        took.append(best * 1000)
        shares = judged(text, case.gold)
        right, surplus, missing = right + shares[0], surplus + shares[1], missing + shares[2]
        exact += _WORD.findall(text.lower()) == _WORD.findall(case.gold.lower())
    return Figures(
        right / max(right + surplus, 1e-9),
        right / max(right + missing, 1e-9),
        exact / len(cases),
        statistics.median(took),
    )


def given(pages: Path, golds: Path) -> list[Case]:
    """The pages of a folder that have a gold."""
    return [
        Case(gold.stem, page.read_bytes(), gold.read_text())
        for gold in sorted(golds.glob("*.txt"))
        if (page := pages / f"{gold.stem}.html").exists()
    ]


def own() -> list[Case]:
    """The articles of our own tests."""
    outlets = importlib.import_module("tests.reading.outlets")
    return [
        Case(each.name, each.page.encode(), "\n".join(each.kept))
        for each in (*outlets.ARTICLES, *outlets.MORE_ARTICLES)
    ]


def show(case: Case) -> None:
    """Print the lines of a page's gold that ours lacks, and those of ours that it has not."""
    _, surplus, missing = judged(ours(case.page), case.gold)
    print(f"\n{case.name}: {surplus:.1%} too much, {missing:.1%} missing")
    lines = [_lines(text) for text in (case.gold, ours(case.page))]
    for sign, own, other in (("-", *lines), ("+", *reversed(lines))):
        for words, line in own.items():
            if words not in other:
                print(f"  {sign} {line[:150]}")


def _lines(text: str) -> dict[str, str]:
    """The lines of a text by their words."""
    return {" ".join(_WORD.findall(line.lower())): line for line in text.split("\n") if line}


def main() -> None:
    """Read the pages with all extractors, and print the table."""
    arguments = argparse.ArgumentParser(description="The main text of pages, beside peers.")
    arguments.add_argument("pages", type=Path, nargs="?", help="a folder of NAME.html")
    arguments.add_argument("gold", type=Path, nargs="?", help="a folder of NAME.txt")
    arguments.add_argument("--own", action="store_true", help="the pages of our own tests")
    arguments.add_argument("--show", action="store_true", help="list what ours has wrong")
    options = arguments.parse_args()
    cases = []
    if options.own:
        cases = own()
    elif options.pages is not None and options.gold is not None:
        cases = given(options.pages, options.gold)
    if not cases:
        arguments.error("no page with a gold")
    if options.show:
        for case in cases:
            show(case)
    print(f"{len(cases)} pages\n\n| extractor | F1 | precision | recall | exact | ms a page |")
    print("|---|---|---|---|---|---|")
    for name, extract in {"newsreader": ours, **peers()}.items():
        figures = measured(extract, cases)
        print(
            f"| {name} | {figures.f1:.3f} | {figures.precision:.3f} | {figures.recall:.3f} "
            f"| {figures.exact:.0%} | {figures.milliseconds:.1f} |"
        )


if __name__ == "__main__":
    main()
