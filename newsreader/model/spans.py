"""Spans of a text that every stage counts in the same way: lines, and what is tight."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.model.article import Span


def span_of(start: int | None, end: int | None) -> Span | None:
    """The span between two offsets that are kept apart; None where one of them is missing."""
    return None if start is None or end is None else (start, end)


def ends_of(span: Span | None) -> tuple[int | None, int | None]:
    """The offsets of a span, to be kept apart; the reverse of :func:`span_of`."""
    return (None, None) if span is None else span


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The lines of ``text[start:end]`` without their LF; only LF ends a line.

    No empty line stands after a last LF.
    """
    stop = len(text) if end is None else end
    while start < stop:
        cut = text.find("\n", start, stop)
        cut = stop if cut < 0 else cut
        yield start, cut
        start = cut + 1


def tight(text: str, start: int, end: int) -> Span:
    """``[start, end)`` without the white space at its ends; ``(start, start)`` if all of it is."""
    if start < end <= len(text) and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end  # as most are
    words = text[start:end]
    bare = words.strip()
    start += (len(words) - len(words.lstrip())) if bare else 0
    return start, start + len(bare)


def halves(text: str, span: Span, at: int) -> tuple[Span, Span] | None:
    """The two parts of a statement cut ``at`` code points after its start, each tight.

    None where there would be nothing in one of them.
    """
    start, end = span
    if not 0 < at < end - start:
        return None
    first, second = tight(text, start, start + at), tight(text, start + at, end)
    return (first, second) if first[0] < first[1] and second[0] < second[1] else None


def joinable(text: str, first: Span, second: Span) -> bool:
    """Whether nothing but white space stands between two statements."""
    return not text[first[1] : second[0]].strip()
