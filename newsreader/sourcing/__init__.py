"""Who says a statement: attributions, found by rules that would rather miss than invent.

Who shows a story needs the small half only (who speaks, which kind of source); the rules are loaded
when something is attributed.
"""

from __future__ import annotations

from newsreader.model.article import Article
from newsreader.model.statement import Attribution, Split

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
    from newsreader.sourcing.articles import attribute_all  # noqa: PLC0415  (at use)

    return attribute_all(article, split)
