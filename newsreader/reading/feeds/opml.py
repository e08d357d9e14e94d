"""A list of feeds (OPML) to one article that names them; nothing is fetched.

A folder is a heading, a feed an item with its name and, if it is another, its address as a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.language.stated_dates import stated_moment
from newsreader.model.article import Article, BlockKind
from newsreader.reading.composing import Composition
from newsreader.reading.limits import MAX_ENTRIES
from newsreader.reading.raw import Raw
from newsreader.reading.stated import Stated
from newsreader.reading.xml.tree import Document, attribute, every, first, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def parse(raw: Raw, document: Document) -> list[Article]:
    """The one article that lists the feeds.

    Raises:
        SourceError: no feed is in it.
    """
    head = first(document.root, "head")
    title = words_of(first(head, "title")) or "Feeds"
    made = Composition(title)
    listed = 0
    for outline in every(document.root, "outline"):
        listed += _put(made, outline)
        if listed == MAX_ENTRIES:
            break
    if not listed:
        raise SourceError(raw.source, "no feeds in this list")
    stated = Stated(
        title=title,
        byline=words_of(first(head, "ownerName")) or None,
        published=stated_moment(words_of(first(head, "dateCreated")))
        or stated_moment(words_of(first(head, "dateModified"))),
    )
    return [made.article(raw, "opml", stated, document.warnings)]


def _put(made: Composition, outline: Element) -> bool:
    """Put one line of the list into the article; whether it names a feed."""
    words = attribute(outline, "title") or attribute(outline, "text")
    address = attribute(outline, "xmlUrl") or attribute(outline, "url")
    if not address:
        made.heading(words, 3)
        return False
    said = f"{words} — {address}" if words and words != address else address
    made.paragraph(said, BlockKind.LIST_ITEM, address=address)
    return True
