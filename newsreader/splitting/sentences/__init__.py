"""Cutting a block of text into statements: the sentence-like units that an editor tags.

The way of a block: :mod:`layout` says where a statement begins whatever the words are (bullets,
item numbers, emoji); :mod:`stops` finds the places where a sentence might end; :mod:`rules`
decides at each. Own rules, standard library only. What must stay true: spans are tight, ordered
and disjoint, only white space lies outside of them, a block is cut by itself alone, and the time
is linear in its length.
"""

from __future__ import annotations

from newsreader.language.credits import find_all_credits, may_hold_credits
from newsreader.model.article import Span
from newsreader.model.spans import lines
from newsreader.splitting.sentences.layout import forced_starts, signs_in
from newsreader.splitting.sentences.rules import ends, ends_plainly
from newsreader.splitting.sentences.stops import LOOK, find_stops, stop_at

__all__ = ["Cutter", "cut", "regions", "split_statements"]

_STRETCH = 2000  # code points beyond a line that are searched for signs of a post along with it


class Cutter:
    """Cuts blocks of one text; what all of it can tell is asked once."""

    def __init__(self, text: str) -> None:
        """Be ready to cut blocks of ``text``, whatever it is."""
        self._text = text
        self._signs = signs_in(text)

    def cut(self, start: int, end: int) -> list[Span]:
        """The statements of the block ``[start, end)`` of the text, as of :func:`cut`."""
        block = self._text[start:end]
        spans: list[Span] = []
        forced = forced_starts(block, self._signs)
        if not forced:
            _cut_piece(block, start, spans)
            return spans
        low = 0
        for high in (*forced, len(block)):
            _cut_piece(block[low:high], start + low, spans)
            low = high
        return spans


def cut(text: str, start: int, end: int) -> list[Span]:
    """The tight, ordered, non-overlapping spans of the statements in ``text[start:end]``.

    Args:
        text: any text.
        start: first code point of the block.
        end: one past its last.

    Returns:
        Spans in code points of ``text``; only white space lies outside of them.
    """
    block = text[start:end]
    return [(start + low, start + high) for low, high in Cutter(block).cut(0, len(block))]


def _cut_piece(piece: str, offset: int, spans: list[Span]) -> None:
    """Add the statements of a piece that layout does not divide to ``spans``."""
    last = len(piece.rstrip())
    begin = len(piece) - len(piece.lstrip())
    bracketed = "(" in piece or "[" in piece
    for match in find_stops(piece):
        at, after = match.span()
        if after >= last:
            break  # what ends there ends with the piece
        end = at + 1
        near = bracketed and _brackets(piece, max(begin, at - LOOK), at)
        if near or not ends_plainly(piece, begin, at, after):
            stop = stop_at(piece, begin, match)
            end, after = at + len(stop.marks), stop.next
            if after >= last or not ends(stop):
                continue
        spans.append((offset + begin, offset + end))
        begin = after
    if begin < last:
        spans.append((offset + begin, offset + last))


def _brackets(piece: str, start: int, end: int) -> bool:
    """Whether a bracket opens in ``piece[start:end]``."""
    return piece.find("(", start, end) >= 0 or piece.find("[", start, end) >= 0


def regions(text: str, start: int, end: int) -> list[Span]:
    """The parts of the block ``text[start:end]`` that hold statements: all but post credits.

    Args:
        text: any text.
        start: first code point of the block.
        end: one past its last.

    Returns:
        Ordered, disjoint spans in code points, not tight, perhaps empty.
    """
    parts: list[Span] = []
    low = start
    for credit in find_all_credits(text, start, end):
        parts.append((low, credit.start))
        low = credit.end
    parts.append((low, end))
    return parts


def split_statements(text: str) -> list[Span]:
    """Cut one text into statements: a block ends at every LF; no article-level decisions.

    Args:
        text: any text.

    Returns:
        Tight, ordered, non-overlapping spans in code points; white space and the credits of
        embedded posts lie outside of them.
    """
    spans: list[Span] = []
    judged, credited = 0, False
    cutter = Cutter(text)
    for line in lines(text):
        if line[1] > judged:
            judged = line[1] + _STRETCH
            credited = may_hold_credits(text, line[0], judged)
        for low, high in regions(text, *line) if credited else (line,):
            spans += cutter.cut(low, high)
    return spans
