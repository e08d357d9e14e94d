"""A post speaks for its account: its statements are attributed to who the credit names."""

from __future__ import annotations

from newsreader.model.article import Article, Post, Span
from newsreader.model.statement import Attribution, Statement


def account_of(article: Article, statement: Statement) -> Attribution | None:
    """The account that posted the statement, where it stands in a post."""
    post = article.blocks[statement.block].post
    name = (post.author or post.handle) if post else None
    if post is None or name is None:
        return None
    return Attribution(
        origin=name,
        origin_span=_span_of(article.text, name, post),
        content_span=(statement.start, statement.end),
        quoted=True,  # the words of a post are its own
        named=True,
    )


def _span_of(text: str, name: str, post: Post) -> Span | None:
    """Where the credit writes the name, or None when it does not write it so."""
    start, end = post.credit
    at = text.find(name, start, end)
    return None if at < 0 else (at, at + len(name))
