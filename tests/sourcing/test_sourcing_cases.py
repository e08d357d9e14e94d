"""Who says it, read from fixtures: title, the words, and under them every attribution found.

A line of the expected is ``origin <- relay | kind | cue | content``, ``?`` for an unknown origin.
In the articles the number of the statement stands before it; 1 is the title.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import Attribution
from newsreader.sourcing import attribute
from newsreader.sourcing.kinds import kind_of
from newsreader.sourcing.statements import attributions_of
from newsreader.splitting import split

FIXTURES = Path(__file__).parent / "fixtures"
_STRETCH = re.compile(r"[^\n]+")


def shown(text: str, each: Attribution) -> str:
    """An attribution as the fixtures write it."""
    chain = f"{each.origin or '?'} <- {each.relay}" if each.relay else each.origin or "?"
    kind = kind_of(each.origin) if each.origin else "-"
    assert each.cue_span is None or text[slice(*each.cue_span)] == each.cue
    return f"  {chain} | {kind} | {each.cue} | {text[slice(*each.content_span)]}"


def built(text: str) -> Article:
    """An article: the first line is the title, every line is a block."""
    blocks = [
        Block(m.start(), m.end(), BlockKind.PARAGRAPH if m.start() else BlockKind.HEADING)
        for m in _STRETCH.finditer(text)
    ]
    title = (blocks[0].start, blocks[0].end)
    return Article("s.txt", "text", "s", text, tuple(blocks), text[slice(*title)], title)


def cases(name: str) -> list:
    parts = (FIXTURES / name).read_text(encoding="utf-8").split("## ")[1:]
    read = []
    for part in parts:
        title, _, rest = part.partition("\n")
        lines = rest.rstrip().split("\n")
        words = [line for line in lines if not line.startswith("  ")]
        expected = [line for line in lines if line.startswith("  ")]
        read.append(pytest.param(title, "\n".join(words).strip(), expected, id=title))
    return read


@pytest.mark.parametrize(("title", "text", "expected"), cases("statements.txt"))
def test_who_says_a_statement(title, text, expected):
    found = attributions_of(text, headline=title.startswith("headline"))
    assert [shown(text, each) for each in found] == expected


@pytest.mark.parametrize(("title", "text", "expected"), cases("articles.txt"))
def test_who_says_what_in_an_article(title, text, expected):
    article = built(text)
    found = split(article)
    lines = [
        f"  {statement.n}{shown(text, each)[1:]}"
        for statement, own in zip(found.statements, attribute(article, found), strict=True)
        for each in own
    ]
    assert lines == expected


def test_there_are_enough_chains():
    assert len(cases("statements.txt")) + len(cases("articles.txt")) >= 90
