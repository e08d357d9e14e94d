"""Cutting a block of text into statements: the sentence-like units that an editor tags."""

from __future__ import annotations

from itertools import pairwise

from newsreader.model.article import Span
from newsreader.splitting.sentences.credits import credits as credits_of
from newsreader.splitting.sentences.rules import ends
from newsreader.splitting.sentences.stops import stop_at, stops

__all__ = ["cut", "regions", "split_statements"]


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
    edges = [0]
    begin = 0
    for match in stops(block):
        stop = stop_at(block, begin, match)
        if ends(stop):
            begin = stop.next
            edges.append(begin)
    edges.append(len(block))
    spans: list[Span] = []
    for low, high in pairwise(edges):
        words = block[low:high]
        tight = words.strip()
        if tight:
            lead = low + len(words) - len(words.lstrip())
            spans.append((start + lead, start + lead + len(tight)))
    return spans


def regions(text: str, start: int, end: int) -> list[Span]:
    """The parts of the block ``text[start:end]`` that hold statements: all but post credits."""
    parts: list[Span] = []
    low = start
    for credit_start, credit_end in credits_of(text[start:end]):
        parts.append((low, start + credit_start))
        low = start + credit_end
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
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        for low, high in regions(text, start, end):
            spans.extend(cut(text, low, high))
        start = end + 1
    return spans
