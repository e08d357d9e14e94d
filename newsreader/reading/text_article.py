"""Plain text to an article: head, blocks and posts put together.

What must stay true: the article's text is the decoded file, only made canonical, so offsets
are those of the file.
"""

from __future__ import annotations

from newsreader.model.article import Article
from newsreader.reading.clean import Decoded, canonical
from newsreader.reading.header import parse_text
from newsreader.reading.posts import find_posts
from newsreader.reading.raw import Raw, printable


def parse(raw: Raw, decoded: Decoded) -> list[Article]:
    """The one article of a plain text."""
    text = canonical(decoded.text)
    head = parse_text(text)
    span = head.title_span
    article = Article(
        source=printable(raw.source),
        format="text",
        uri=raw.uri,
        text=text,
        blocks=tuple(find_posts(text, head.blocks)),
        title=text[slice(*span)] if span else None,
        title_span=span,
        byline=head.byline,
        published=head.published,
        warnings=(*decoded.warnings, *head.warnings),
    )
    return [article]
