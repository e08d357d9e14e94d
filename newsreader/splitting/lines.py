"""The lines of an article's blocks: where a marker or a stamp can stand.

A paragraph of a text file may hold several lines, and live pages put markers on lines of their
own inside it. Lines end at LF only: that is the one line break of a canonical text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.model.article import Article, BlockKind

_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block without the white space around it; never empty."""

    block: int
    kind: BlockKind
    start: int
    end: int
    first: bool  # in its block
    last: bool


def read_lines(article: Article) -> tuple[Line, ...]:
    """The lines of all blocks but rules; the title's are left out."""
    return tuple(_lines(article))


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` ends in a mark that closes a sentence or opens a list."""
    return _FINAL.search(text[max(start, end - 8) : end].rstrip()) is not None


def _lines(article: Article) -> Iterator[Line]:
    title = article.title_span or (0, 0)
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.RULE:
            continue
        spans = list(_spans(article.text, block.start, block.end))
        for number, (start, end) in enumerate(spans):
            if title[0] < end and start < title[1]:
                continue
            yield Line(index, block.kind, start, end, number == 0, number == len(spans) - 1)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The tight spans of the lines in ``text[start:end]`` that hold something."""
    at = start
    for piece in text[start:end].split("\n"):
        low = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        stripped = len(piece.strip())
        if stripped:
            yield low, low + stripped
