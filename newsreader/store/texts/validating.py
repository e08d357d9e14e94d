"""What must hold of an article before it is shown: its indexes and spans lead somewhere.

A library may have been written to by anybody. Whoever shows an article follows its indexes
without looking, so they are looked at once, when it is loaded: one pass, a millisecond for 5,000
statements. :func:`mismatch` asks more, for ``check --deep``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsreader.language.speech import PRONOUNS
from newsreader.model.article import Article, Block, Link, Span
from newsreader.model.statement import Analysis, Attribution, Note, Split, Statement, Update


def validate(analysis: Analysis) -> None:
    """Refuse an article whose parts point outside of it.

    Raises:
        ValueError: an index or a span leads nowhere.
        TypeError: something is not of its kind at all.
    """
    article, split = analysis.article, analysis.split
    length = len(article.text)
    _statements(split.statements, len(split.updates), len(article.blocks), length)
    for span in _spans(analysis):
        if span is not None and not 0 <= span[0] <= span[1] <= length:
            raise ValueError(f"the span {span[0]} to {span[1]} lies outside the text")
    words = (*article.warnings, *(link.url for link in article.links))
    if not all(isinstance(each, str) for each in words):
        raise ValueError("a warning or a link is no text")


def _statements(statements: Iterable[Statement], updates: int, blocks: int, length: int) -> None:
    """Numbered without a gap, in the order of the text, in a block and an update that are there."""
    before = 0
    for n, each in enumerate(statements, 1):
        if each.n != n:
            raise ValueError(f"statement {n} is missing")
        if not before <= each.start < each.end <= length:
            raise ValueError(f"statement {n} lies outside the text")
        if each.update is not None and not 0 <= each.update < updates:
            raise ValueError(f"statement {n} is in no update")
        if not 0 <= each.block < blocks:
            raise ValueError(f"statement {n} is in no block")
        before = each.end


def _spans(analysis: Analysis) -> list[Span | None]:
    """All spans but those of statements and of who says them, which SQLite has looked over.

    A list, for generators would take twice as long.
    """
    article, split = analysis.article, analysis.split
    parts: list[Block | Link | Update | Note]
    parts = [*article.blocks, *article.links, *split.updates, *split.notes]
    spans: list[Span | None] = [(part.start, part.end) for part in parts]
    spans += [block.post.credit for block in article.blocks if block.post is not None]
    for update in split.updates:
        spans += (update.marker_span, update.headline_span)
    return [article.title_span, *spans]


def _said(each: Attribution) -> tuple[Span | None, ...]:
    return each.origin_span, each.relay_span, each.cue_span, each.content_span


def mismatch(analysis: Analysis) -> Iterator[str]:
    """What of an article that :func:`validate` lets pass does not fit together, a line each."""
    article = analysis.article
    if _differs(article, article.title, article.title_span):
        yield "the title is not what the text says"
    for said in chain.from_iterable(analysis.attributions):
        named = zip((said.origin, said.relay, said.cue), _said(said), strict=False)
        if any(
            _differs(article, words, span) and not _pronoun(article, span) for words, span in named
        ):
            yield "who says a statement is not what the text says"
    for n, update in enumerate(analysis.split.updates):
        if _differs(article, update.marker, update.marker_span) or (
            update.marker is not None and update.marker_span is None
        ):
            yield f"update {n}: the marker is not what the text says"
        if _differs(article, update.headline, update.headline_span):
            yield f"update {n}: the headline is not what the text says"
    yield from _misplaced(article, analysis.split)


def _pronoun(article: Article, span: Span | None) -> bool:
    """Whether a source is written as a pronoun, and known by the name that it stands for."""
    return span is not None and article.text[slice(*span)].lower() in PRONOUNS


def _misplaced(article: Article, split: Split) -> Iterator[str]:
    """The statements that are not where they are said to be."""
    starts = [update.start for update in split.updates]
    for each in split.statements:
        block = article.blocks[each.block]
        if not block.start <= each.start < each.end <= block.end:
            yield f"statement {each.n} is not in its block"
        if each.update is None and _within(each, split.updates, starts):
            yield f"statement {each.n} is in an update, and not said to be"
        section = split.updates[each.update] if each.update is not None else None
        if section is not None and not section.start <= each.start < each.end <= section.end:
            yield f"statement {each.n} is not in its update"


def _within(each: Statement, updates: Sequence[Update], starts: Sequence[int]) -> bool:
    """Whether a statement stands in one of the updates, which are in the order of the text."""
    at = bisect_right(starts, each.start) - 1
    return at >= 0 and each.start < updates[at].end


def _differs(article: Article, words: str | None, span: Span | None) -> bool:
    return span is not None and article.text[span[0] : span[1]] != words
