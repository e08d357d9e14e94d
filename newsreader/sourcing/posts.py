"""A post speaks for its account: its statements are attributed to who the credit names."""

from __future__ import annotations

from newsreader.model.article import Article, Post, Span
from newsreader.model.statement import Attribution, Split, Statement

Attributions = tuple[Attribution, ...]


def attribute(article: Article, split: Split) -> tuple[Attributions, ...]:
    """The attributions of every statement, one tuple each, in the order of the statements.

    Args:
        article: the article.
        split: what splitting found in that article.

    Returns:
        A tuple as long as ``split.statements``; empty inside where nobody is named.
    """
    return tuple(_of_post(article, statement) for statement in split.statements)


def _of_post(article: Article, statement: Statement) -> Attributions:
    """The account that posted the statement, where it stands in a post."""
    post = article.blocks[statement.block].post
    name = (post.author or post.handle) if post else None
    if post is None or name is None:
        return ()
    return (
        Attribution(
            origin=name,
            origin_span=_span_of(article.text, name, post),
            content_span=(statement.start, statement.end),
            named=True,
        ),
    )


def _span_of(text: str, name: str, post: Post) -> Span | None:
    """Where the credit writes the name, or None when it does not write it so."""
    start, end = post.credit
    at = text.find(name, start, end)
    return None if at < 0 else (at, at + len(name))
