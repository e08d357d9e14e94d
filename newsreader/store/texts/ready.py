"""An article as the rows that will store it: plain values, made wherever there is time for it.

What must stay true: nothing here asks the library anything, so that it can be done in another
process and before a transaction begins.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from newsreader.model.article import Block, BlockKind
from newsreader.model.spans import ends_of
from newsreader.model.statement import Analysis, Split, StatementKind
from newsreader.store.texts import saying, sealing

Row = tuple[Any, ...]

STATEMENT_KINDS = (  # the code is the index: append only
    StatementKind.SENTENCE,
    StatementKind.HEADLINE,
    StatementKind.HEADING,
    StatementKind.POST,
    StatementKind.LIST_ITEM,
    StatementKind.CAPTION,
)
BLOCK_KINDS = (  # likewise
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.QUOTATION,
    BlockKind.POST,
    BlockKind.LIST_ITEM,
    BlockKind.CAPTION,
    BlockKind.RULE,
    BlockKind.NOTE,
    BlockKind.BYLINE,
)
_BLOCK_CODES = {kind: code for code, kind in enumerate(BLOCK_KINDS)}
_STATEMENT_CODES = {kind: code for code, kind in enumerate(STATEMENT_KINDS)}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TITLE_LENGTH = 80
_TEXT = -2  # where the text is in an article's row


class Told(NamedTuple):
    """What lists tell of a story: of its newest revision."""

    uri: str
    title: str
    source: str
    published: str | None


class Ready(NamedTuple):
    """An article with all that was found in it, to be stored."""

    told: Told
    hash: str
    format: str
    row: Row  # of the article, without its hash
    updates: list[Row]
    statements: list[Row]
    attributions: list[Row]
    notes: list[Row]
    seal: bytes  # of all that

    @property
    def published(self) -> str | None:
        """When it was published, as far as stated."""
        return self.told.published

    @property
    def text(self) -> str:
        """The article's."""
        return str(self.row[_TEXT])


def ready(analysis: Analysis, splitter: str) -> Ready:
    """Make the rows of an article.

    Args:
        analysis: the article.
        splitter: which version of the splitter cut it.
    """
    article, split = analysis.article, analysis.split
    row = _article_row(analysis, splitter)
    found = (
        list(_update_rows(split)),
        _statement_rows(split),
        list(saying.rows(analysis)),
        [(n, each.kind.value, each.start, each.end) for n, each in enumerate(split.notes)],
    )
    seal = sealing.of_article(article.hash, (*row[:_TEXT], *row[_TEXT + 1 :]), found)
    return Ready(told(analysis), article.hash, article.format, row, *found, seal)


def told(analysis: Analysis) -> Told:
    """What lists tell of a story whose newest revision is this."""
    article = analysis.article
    return Told(
        storable(article.uri), title_of(analysis), storable(article.source), article.published
    )


def storable(text: str) -> str:
    """``text`` without lone surrogates (file names that are not UTF-8), which no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def title_of(analysis: Analysis) -> str:
    """What a list calls the story: its title, else its first words, else its URI."""
    article = analysis.article
    if article.title and article.title.strip():
        return article.title
    if analysis.split.statements:
        words = " ".join(analysis.words(analysis.split.statements[0]).split())
        return words if len(words) <= _TITLE_LENGTH else words[: _TITLE_LENGTH - 1] + "…"
    return storable(article.uri)


def _json(values: Sequence[object]) -> str:
    return _ENCODER.encode(values) if values else "[]"


def _article_row(analysis: Analysis, splitter: str) -> Row:
    article = analysis.article
    return (
        article.format,
        article.title,
        *ends_of(article.title_span),
        article.byline,
        article.published,
        article.language,
        analysis.split.order.value,
        splitter,
        _json(article.warnings),
        _json([_block_row(block) for block in article.blocks]),
        _json([[link.start, link.end, link.url] for link in article.links]),
        article.text,
        int(analysis.sourced),
    )


def _block_row(block: Block) -> list[Any]:
    """``[start, end]`` of a plain paragraph; kind, level and post where there is more to say."""
    row: list[Any] = [block.start, block.end]
    if block.kind is not BlockKind.PARAGRAPH or block.level or block.post is not None:
        row.append(_BLOCK_CODES[block.kind])
    if block.level or block.post is not None:
        row.append(block.level)
    if block.post is not None:
        post = block.post
        row.append([post.author, post.handle, post.date, post.url, *post.credit])
    return row


def _update_rows(split: Split) -> Iterable[Row]:
    for n, update in enumerate(split.updates):
        yield (
            n,
            update.start,
            update.end,
            update.kind.value,
            update.marker,
            *ends_of(update.marker_span),
            update.number,
            update.time.isoformat() if update.time else None,
            update.zone,
            " ".join(update.assumed),
            update.headline,
            *ends_of(update.headline_span),
        )


def _statement_rows(split: Split) -> list[Row]:
    return [
        (each.n, each.start, each.end, _STATEMENT_CODES[each.kind], each.update, each.block)
        for each in split.statements
    ]
