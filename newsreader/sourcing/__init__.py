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
        A tuple as long as ``split.statements``; empty inside where nobody is named. In a post
        its account comes first.
    """
    return tuple(_of(article, statement) for statement in split.statements)


def _of(article: Article, statement: Statement) -> tuple[Attribution, ...]:
    found = (
        account_of(article, statement),
        find_cue(article.text, statement.start, statement.end),
    )
    return tuple(attribution for attribution in found if attribution is not None)
