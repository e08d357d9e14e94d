"""Text folded for matching, with the way back to the text as published.

Markers are matched on a folded copy of the head of a line: every kind of space is a plain
space, and what has no width (soft hyphens, joiners, bidi marks) is gone. Offsets always lead
back to the original, which is never changed. Only a bounded head is folded, so a line of
megabytes costs no more than a short one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsreader.characters import SPACES, UNSEEN, folds, pattern
from newsreader.model.article import Span

HEAD = 240
"""Code points of a line that are looked at for a marker."""

_FOLDABLE = re.compile(pattern(SPACES, UNSEEN))


class Folded(NamedTuple):
    """The folded head of a line; ``whole`` says that it is the line to its end."""

    text: str
    start: int
    whole: bool
    offsets: tuple[int, ...] | None = None  # None: nothing was dropped

    def span(self, start: int, end: int) -> Span:
        """The place in the original of ``text[start:end]`` (a span that is not empty)."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, start: int, end: int) -> Folded:
    """The head of ``text[start:end]``, folded."""
    stop = min(end, start + HEAD)
    head = text[start:stop]
    if head.isascii() and "\t" not in head:
        return Folded(head, start, stop == end)
    if not _FOLDABLE.search(head):
        return Folded(head, start, stop == end)
    known = folds()
    kept = [(at, known.get(ord(char), char)) for at, char in enumerate(head, start)]
    offsets = tuple(at for at, char in kept if char is not None)
    return Folded("".join(char for _, char in kept if char), start, stop == end, offsets)
