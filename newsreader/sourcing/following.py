"""A colon that introduces what follows gives the block below it its source.

*RT has published the following statement:* and then a paragraph in quotation marks, a quotation,
a list. What must stay true: only the next block, or those that go on with the same quotation or
list; never across an update; a post keeps its account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import Attribution, Split, Statement
from newsreader.sourcing.introducing import publisher
from newsreader.sourcing.kinds import is_named
from newsreader.sourcing.words import read_words

_OPENING = ('"', "“", "„", "«", "'", "‘", "''", "``")
_CLOSING = ('"', "”", "“", "»", "''")


def follow(
    article: Article, split: Split, found: Sequence[tuple[Attribution, ...]]
) -> list[tuple[Attribution, ...]]:
    """The attributions with those of the blocks that a colon introduces."""
    given = list(found)
    statements = split.statements
    for at, statement in enumerate(statements[:-1]):
        if article.text[statement.end - 1] != ":" or statements[at + 1].block == statement.block:
            continue
        source = _introducing(article, statement, given[at])
        if source is None:
            continue
        for below in _introduced(article, statements, at):
            given[below] = _passed_on(statements[below], given[below], source)
    return given


def _introducing(
    article: Article, statement: Statement, own: Sequence[Attribution]
) -> Attribution | None:
    """Who says what follows the statement: its own last speaker, or who publishes something."""
    if article.blocks[statement.block].post is not None:
        return None
    spoken = [each for each in own if each.origin is not None]
    if spoken:
        return spoken[-1]
    words = read_words(article.text[statement.start : statement.end])
    head = publisher(words)
    if head is None:
        return None
    span = statement.start + words.start[head.first], statement.start + words.end[head.last]
    who = article.text[slice(*span)].removesuffix("’s").removesuffix("'s")
    span = span[0], span[0] + len(who)
    colon = statement.end - 1, statement.end
    return Attribution(who, span, cue=":", cue_span=colon, named=is_named(who))


def _introduced(article: Article, statements: Sequence[Statement], at: int) -> Iterator[int]:
    """The statements of the block behind ``at``, and of those that go on with it."""
    update = statements[at].update
    before: Block | None = None
    index = -1
    for below in range(at + 1, len(statements)):
        each = statements[below]
        block = article.blocks[each.block]
        if each.update != update or block.post is not None:
            return
        if each.block != index:
            if before is not None and not _goes_on(article.text, before, block):
                return
            before, index = block, each.block
        yield below


def _goes_on(text: str, before: Block, block: Block) -> bool:
    """Whether a block belongs to what the block before it began."""
    if block.kind is before.kind and block.kind in {BlockKind.QUOTATION, BlockKind.LIST_ITEM}:
        return True
    open_still = text.startswith(_OPENING, before.start) and not text[
        before.start : before.end
    ].rstrip(" \t\n.").endswith(_CLOSING)
    return open_still and text.startswith(_OPENING, block.start)


def _passed_on(
    statement: Statement, own: tuple[Attribution, ...], source: Attribution
) -> tuple[Attribution, ...]:
    """The source of the block for a statement of it; whom that names is passed on by it."""
    whole = source._replace(content_span=(statement.start, statement.end), quoted=True)
    through = tuple(
        each
        if each.relay is not None or each.origin in {None, source.origin}
        else each._replace(relay=source.origin, relay_span=source.origin_span)
        for each in own
    )
    return (whole, *through)
