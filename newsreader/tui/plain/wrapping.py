"""Text broken into rows by what it takes on the screen; pure, without Textual.

Width is counted in terminal cells, never in characters: East Asian characters and emoji take
two, combining marks none, and a grapheme is never cut. The text must have been made visible
(:mod:`newsreader.visible`) before, so that what is measured is what is drawn.

Plain ASCII, nearly all of the news, takes a path of its own that only counts characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.tui.plain.measuring import cell_len, graphemes

_WORD = re.compile(r"[^ \t\n]+")
# Closing marks of East Asian writing never begin a line.
_CLOSING = frozenset("、。，．，！？：；）」』】〉》〕｝’”…")


class Wrapped(NamedTuple):
    """One row of wrapped text.

    ``text`` shows the characters of ``spans`` joined by one space each; within a span every
    character shown stands for the one at the same place in the source.
    """

    text: str
    spans: tuple[Span, ...]
    cells: int


class _Word(NamedTuple):
    start: int  # in the text being wrapped
    end: int
    cells: int
    glued: bool  # follows the word before it without a space


def wrap(shown: str, offset: int, width: int, *, indent: int = 0) -> Iterator[Wrapped]:
    """Break text into rows.

    Args:
        shown: the visible text; white space of any kind and length is where it may break.
        offset: where ``shown`` begins in the article's text (the spans count from there).
        width: cells a row may take; a single grapheme wider than that still gets its row.
        indent: cells the first row has fewer (a lead that only the first row has); where the
            first word does not fit beside the lead, the first row is empty.

    Yields:
        The rows, none for text without a visible character.
    """
    row: list[_Word] = []
    room = max(1, width - indent)
    used = 0
    for word in _words(shown, width):
        gap = 0 if word.glued or not row else 1
        if used + gap + word.cells > room and (row or room < width):
            yield _row(shown, offset, row, used)
            row, used, gap, room = [], 0, 0, width
        row.append(word)
        used += gap + word.cells
    if row:
        yield _row(shown, offset, row, used)


def _words(shown: str, width: int) -> Iterator[_Word]:
    """The smallest parts that rows are made of, each no wider than ``width`` where possible."""
    ascii_only = shown.isascii()
    for match in _WORD.finditer(shown):
        start, end = match.span()
        if ascii_only or match[0].isascii():
            yield from _cut_ascii(start, end, width)
            continue
        cells = cell_len(match[0])
        if cells == len(match[0]) and cells <= width:
            yield _Word(start, end, cells, glued=False)
        else:
            yield from _cut_graphemes(match[0], start, width)


def _cut_ascii(start: int, end: int, width: int) -> Iterator[_Word]:
    for at in range(start, end, width):
        stop = min(at + width, end)
        yield _Word(at, stop, stop - at, glued=at > start)


def _cut_graphemes(word: str, start: int, width: int) -> Iterator[_Word]:
    """A word with characters of other widths, cut where it may break.

    It may break on both sides of a wide character (but not before a closing mark), and anywhere
    between graphemes when it is wider than a row.
    """
    begin, cells, breakable = 0, 0, False
    for first, last, counted in graphemes(word):
        size = max(counted, cell_len(word[first:last]))  # a joiner that joins nothing hides none
        wide = size > 1 and word[first] not in _CLOSING
        after_wide = breakable and word[first] not in _CLOSING
        if first > begin and (wide or after_wide or cells + size > width):
            yield _Word(start + begin, start + first, cells, glued=begin > 0)
            begin, cells = first, 0
        cells += size
        breakable = size > 1
    yield _Word(start + begin, start + len(word), cells, glued=begin > 0)


def _row(shown: str, offset: int, words: list[_Word], cells: int) -> Wrapped:
    """The words as one row; single blanks between them are part of the span, longer ones not."""
    spans: list[Span] = []
    for word in words:
        if spans and word.start - spans[-1][1] <= 1:
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    text = " ".join(shown[start:end] for start, end in spans)
    if not text.isprintable():
        text = text.replace("\n", " ").replace("\t", " ")
    placed = tuple((start + offset, end + offset) for start, end in spans)
    return Wrapped(text, placed, cells if text.isascii() else cell_len(text))
