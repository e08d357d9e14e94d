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
from newsreader.splitting.sentences.layout import forced_starts
from newsreader.splitting.sentences.rules import ends
from newsreader.splitting.sentences.stops import find_stops, stop_at

__all__ = ["cut", "regions", "split_statements"]

_STRETCH = 2000  # code points beyond a line that are searched for signs of a post along with it


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
    spans: list[Span] = []
    low = 0
    for high in (*forced_starts(block), len(block)):
        _cut_piece(block[low:high], start + low, spans)
        low = high
    return spans


def _cut_piece(piece: str, offset: int, spans: list[Span]) -> None:
    """Add the statements of a piece that layout does not divide to ``spans``."""
    last = len(piece.rstrip())
    begin = len(piece) - len(piece.lstrip())
    for match in find_stops(piece):
        stop = stop_at(piece, begin, match)
        if stop.next < last and ends(stop):
            spans.append((offset + begin, offset + stop.at + len(stop.marks)))
            begin = stop.next
    if begin < last:
        spans.append((offset + begin, offset + last))


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
    for line in lines(text):
        if line[1] > judged:
            judged = line[1] + _STRETCH
            credited = may_hold_credits(text, line[0], judged)
        for low, high in regions(text, *line) if credited else (line,):
            spans += cut(text, low, high)
    return spans
