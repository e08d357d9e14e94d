"""Embedded social posts as content systems send them: a piece of markup, and what is known of it.

What must stay true: the words of a post are never those of the article: they become a post, or
where nobody is named, a quotation.
"""

from __future__ import annotations

from newsreader.model.article import Block, BlockKind, Post
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import Known, as_post


def put_embed(composition: Composition, markup: str, known: Known) -> None:
    """Put an embedded post into the article.

    Args:
        composition: the article.
        markup: the post's words, as markup or plain text.
        known: what the source states of it.
    """
    page = composition.page
    composition.flow.flush()
    first = len(page.blocks)
    quoted = "<blockquote" in markup
    composition.markup(markup if quoted or not markup else f"<blockquote>{markup}</blockquote>")
    if not any(block.kind is BlockKind.POST for block in page.blocks[first:]):
        as_post(page, first, known)
        return
    for number, block in enumerate(page.blocks[first:], start=first):
        if block.post is not None:
            post = _completed(block.post, known)
            page.blocks[number] = Block(block.start, block.end, block.kind, block.level, post)


def _completed(post: Post, known: Known) -> Post:
    """What a post's own markup says, and where it says nothing, what is known beside."""
    return post._replace(
        author=post.author or known.author or None,
        date=post.date or known.date[:10] or None,
        url=post.url or known.url or None,
    )
