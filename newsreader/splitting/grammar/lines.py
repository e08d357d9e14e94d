"""The lines of an article's blocks: where a marker or a stamp can stand.

A paragraph of a text file may hold several lines, and live pages put markers on lines of their
own inside it. Lines end at LF only: that is the one line break of a canonical text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsreader.model.article import Article, BlockKind, Span
from newsreader.model.spans import lines, tight
from newsreader.splitting.grammar.matching import Folded, fold

_NAME = re.compile(
    r"(?:By\s)?(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,20}\s){1,3}[^\W\d_a-zß-öø-ÿ][\w'’-]{1,20}\s*"
)
_HEADER = re.compile(r"date \d{4}-\d\d(?:-\d\d)?[ \t]+(?=\S)")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Line(NamedTuple):
    """One line of a block without the white space around it; never empty."""

    block: int
    kind: BlockKind
    start: int
    end: int
    first: bool  # in its block
    last: bool
    head: Folded  # its first words, as markers and notes are matched on


def read_lines(article: Article) -> tuple[Line, ...]:
    """The lines of all blocks but rules; the title's are left out."""
    return tuple(_lines(article))


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends in a mark that closes a sentence or opens a list."""
    return _FINAL.search(text[max(start, end - 8) : end].rstrip()) is not None


def is_name(text: str, line: Line) -> bool:
    """Whether a line is a name and nothing else, as of who wrote what follows."""
    return _NAME.fullmatch(text, line.start, line.end) is not None


def _lines(article: Article) -> Iterator[Line]:
    text = article.text
    title = article.title_span or (0, 0)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.RULE:
            continue
        spans = _spans(text, block.start, block.end)
        if block.start < title[1]:
            spans = [span for span in spans if not (title[0] < span[1] and span[0] < title[1])]
        for number, (start, end) in enumerate(spans):
            head = fold(text, start, end)
            yield Line(index, block.kind, start, end, number == 0, number == len(spans) - 1, head)


def _below_header(text: str, start: int, end: int) -> Span:
    """A line without the header of a text corpus at its head, which dates it and says no more."""
    header = _HEADER.match(text, start, end) if text.startswith("date ", start) else None
    return (header.end(), end) if header else (start, end)


def _spans(text: str, start: int, end: int) -> list[Span]:
    """The lines of a block that say something, tight."""
    if text.find("\n", start, end) < 0:
        span = _below_header(text, *tight(text, start, end))
        return [span] if span[0] < span[1] else []
    tightened = (_below_header(text, *tight(text, *line)) for line in lines(text, start, end))
    return [span for span in tightened if span[0] < span[1]]
