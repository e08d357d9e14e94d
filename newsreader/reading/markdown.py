"""Markdown to an article: the canonical text is the *rendered* text, as a reader sees it.

What must stay true: nothing that was written disappears; the title, wherever it was stated, is
part of the text.
"""

from __future__ import annotations

from newsreader.model.article import Article, Block, BlockKind
from newsreader.reading.clean import Decoded, canonical
from newsreader.reading.front_matter import FrontMatter, front_matter
from newsreader.reading.head_lines import is_marker
from newsreader.reading.header import Head, mark_head
from newsreader.reading.posts import find_posts
from newsreader.reading.raw import Raw, printable
from newsreader.reading.rendering import render


def parse(raw: Raw, decoded: Decoded) -> list[Article]:
    """The one article of a Markdown text."""
    source = canonical(decoded.text)
    stated = front_matter(source)
    page = render(source[stated.end :], stated.title)
    head = Head(blocks=page.blocks, published=stated.published, byline=stated.byline)
    text = page.text
    _entitle(text, head, stated)
    mark_head(text, head)
    span = head.title_span
    article = Article(
        source=printable(raw.source),
        format="markdown",
        uri=stated.uri or raw.uri,
        text=text,
        blocks=tuple(find_posts(text, head.blocks, page.links)),
        title=text[slice(*span)] if span else None,
        title_span=span,
        byline=head.byline,
        published=head.published,
        language=stated.language,
        links=tuple(page.links),
        warnings=(*decoded.warnings, *stated.warnings, *page.warnings),
    )
    return [article]


def _entitle(text: str, head: Head, stated: FrontMatter) -> None:
    """The title: what the front matter says, the first heading of level 1, a heading on top."""
    headings = [b for b in head.blocks if b.kind is BlockKind.HEADING]
    top = [b for b in head.blocks[:1] if b.kind is BlockKind.HEADING]
    first = [b for b in headings if b.level == 1][:1]
    for block in top if stated.title else first or top:
        if stated.title or not is_marker(text[block.start : block.end]):
            head.title_span = (block.start, block.end)
            at = head.blocks.index(block)
            head.blocks[at] = Block(block.start, block.end, BlockKind.HEADING, 1)
