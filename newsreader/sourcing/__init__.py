"""Who says a statement: attributions, found by rules that would rather miss than invent."""

from __future__ import annotations

from newsreader.model.article import Article
from newsreader.model.statement import Attribution, Split, Statement
from newsreader.sourcing.cues import find_cue
from newsreader.sourcing.posts import account_of

__all__ = ["attribute"]


def attribute(article: Article, split: Split) -> tuple[tuple[Attribution, ...], ...]:
    """The attributions of every statement, one tuple each, in the order of the statements.

    Args:
        article: the article.
        split: what splitting found in that article.

    Returns:
        A tuple as long as ``split.statements``; empty inside where nobody is named. A
        post speaks for its account and for nobody else.
    """
    return tuple(_of(article, statement) for statement in split.statements)


def _of(article: Article, statement: Statement) -> tuple[Attribution, ...]:
    if article.blocks[statement.block].post is not None:
        found = account_of(article, statement)
    else:
        found = find_cue(article.text, statement.start, statement.end)
    return () if found is None else (found,)
