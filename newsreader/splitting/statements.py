"""Statements: what of each block is left to tag, cut into the units that are tagged.

Every span is tight, lies inside one block and one section, and leaves nothing outside but white
space, markers, rules, credits, bylines and stamps. A title or heading is one statement whatever
stands in it; all else is cut by the sentence rules.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsreader.characters import says_something
from newsreader.language.credits import find_all_credits, may_hold_credits
from newsreader.model.article import Article, Block, BlockKind, Span
from newsreader.model.spans import tight
from newsreader.model.statement import Statement, StatementKind, Update
from newsreader.splitting.sentences import Cutter

KINDS = {
    BlockKind.HEADING: StatementKind.HEADING,
    BlockKind.PARAGRAPH: StatementKind.SENTENCE,
    BlockKind.QUOTATION: StatementKind.SENTENCE,
    BlockKind.NOTE: StatementKind.SENTENCE,  # corrections and the like; stamps are taken out
    BlockKind.POST: StatementKind.POST,
    BlockKind.LIST_ITEM: StatementKind.LIST_ITEM,
    BlockKind.CAPTION: StatementKind.CAPTION,
}
"""The blocks that carry statements, and what the statements in them are."""

_Part = tuple[int, int, StatementKind]


def find_statements(
    article: Article, outside: Iterable[Span], updates: Sequence[Update]
) -> tuple[Statement, ...]:
    """All statements of ``article``, numbered from 1 in reading order.

    Args:
        article: the article.
        outside: spans that belong to no statement (markers, stamps); post credits are added here.
        updates: the sections; no statement crosses the edge of one.
    """
    text = article.text
    credited = may_hold_credits(text)
    cutter = Cutter(text)
    holes = _merged([*outside, *_credits(text, article.blocks, credited=credited)])
    starts = [update.start for update in updates]
    edges = sorted({*starts, *(update.end for update in updates)})
    found: list[Statement] = []
    for index, block in enumerate(article.blocks):
        for start, end, kind in _parts(article, block, holes, edges):
            for low, high in _units(text, cutter, (start, end), kind, credited=credited):
                section = _holder(updates, starts, low) if starts else None
                if kind is StatementKind.HEADLINE:
                    section = None
                found.append(Statement(len(found) + 1, low, high, kind, section, index))
    return tuple(found)


def _credits(text: str, blocks: Iterable[Block], *, credited: bool) -> Iterator[Span]:
    """The credits of posts: as reading found them, or where a paragraph still has one."""
    for block in blocks:
        if block.post is not None:
            yield block.post.credit
        elif credited and block.kind is not BlockKind.HEADING:
            for credit in find_all_credits(text, block.start, block.end):
                yield credit.start, credit.end


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap joined, empty ones dropped."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _parts(
    article: Article, block: Block, holes: Sequence[Span], edges: Sequence[int]
) -> Iterable[_Part]:
    """The parts of a block that carry statements: outside the holes, cut at the edges."""
    kind = KINDS.get(block.kind)
    if kind is None:
        return ()
    if not holes and not edges and (article.title_span or (0, 0))[1] <= block.start:
        return ((block.start, block.end, kind),)  # as most are
    return _divided(article, block, kind, holes, edges)


def _divided(
    article: Article,
    block: Block,
    kind: StatementKind,
    holes: Sequence[Span],
    edges: Sequence[int],
) -> Iterator[_Part]:
    """The parts of a block that something may lie in."""
    at = block.start
    first = bisect_right(holes, (block.start, block.start))
    if first and holes[first - 1][1] > block.start:
        first -= 1
    for low, high in _until(holes, first, block.end):
        yield from _pieces(article, at, max(at, low), kind, edges)
        at = max(at, high)
    if at < block.end:
        yield from _pieces(article, at, block.end, kind, edges)


def _until(holes: Sequence[Span], first: int, end: int) -> Iterator[Span]:
    """The holes from number ``first`` on that begin before ``end``."""
    for number in range(first, len(holes)):
        if holes[number][0] >= end:
            return
        yield holes[number]


def _pieces(
    article: Article, start: int, end: int, kind: StatementKind, edges: Sequence[int]
) -> Iterator[_Part]:
    """``[start, end)`` cut at the edges of sections and at the title's."""
    title = article.title_span or (0, 0)
    if not edges and title[1] <= start:
        yield start, end, kind
        return
    cuts = list(edges[bisect_right(edges, start) : bisect_left(edges, end)])
    cuts += [at for at in title if start < at < end]
    bounds = [start, *sorted(cuts), end]
    for low, high in pairwise(bounds):
        headline = title[0] <= low and high <= title[1]
        yield low, high, StatementKind.HEADLINE if headline else kind


def _units(
    text: str, cutter: Cutter, span: Span, kind: StatementKind, *, credited: bool
) -> Iterable[Span]:
    """The statements of one part of a text that is ``credited`` if it may hold credits."""
    start, end = tight(text, *span)
    if credited and kind not in (StatementKind.HEADLINE, StatementKind.HEADING):
        start, end = _without_credit(text, start, end)
    if not says_something(text[start:end]):
        return ()
    if kind in (StatementKind.HEADLINE, StatementKind.HEADING):
        return ((start, end),)
    if kind is StatementKind.POST and text.find("\n\n", start, end) >= 0:
        return [unit for each in _stretches(text, start, end) for unit in cutter.cut(*each)]
    return cutter.cut(start, end)


def _without_credit(text: str, start: int, end: int) -> Span:
    """A part without the credit that ends it only now that what followed was taken out."""
    if may_hold_credits(text, start, end):
        for credit in find_all_credits(text, start, end):
            if credit.end == end:
                return tight(text, start, credit.start)
    return start, end


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs of a post, of which one block may have several."""
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        if (stretch := tight(text, start, stop))[0] < stretch[1]:
            yield stretch
        start = stop + 2


def _holder(updates: Sequence[Update], starts: Sequence[int], at: int) -> int | None:
    """The index of the update that holds position ``at``."""
    index = bisect_right(starts, at) - 1
    return index if index >= 0 and at < updates[index].end else None
