"""JSON Feed 1.0 and 1.1 to stories."""

from __future__ import annotations

from typing import Any

from newsreader.errors import SourceError
from newsreader.language.stated_dates import stated_moment
from newsreader.model.article import Article
from newsreader.reading.feeds.bodies import NOTHING, Body, once_less, plain_words
from newsreader.reading.feeds.entry import Entry, Feed, joined
from newsreader.reading.feeds.stories import articles, most
from newsreader.reading.json.fields import body, listed, names, objects, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.raw import Raw
from newsreader.reading.stated import is_page, is_web_address


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a JSON Feed.

    Raises:
        SourceError: it has no entries, or none with words.
    """
    value = document.value
    if not isinstance(value, dict):
        raise SourceError(raw.source, "this JSON is no feed")
    addresses = (words(value, "feed_url"), words(value, "home_page_url"))
    feed = Feed(
        address=next((each for each in addresses if each), raw.uri),
        base=addresses[1] or addresses[0],
        byline=_people(value),
        language=words(value, "language"),
    )
    items, told = most(objects(value, "items"))
    entries = [_entry(each, feed) for each in items]
    return articles(raw, "json-feed", feed, entries, (*document.warnings, *told))


def _entry(item: dict[str, Any], feed: Feed) -> Entry:
    link = joined(feed.base, words(item, "url") or words(item, "external_url"))
    return Entry(
        id=words(item, "id"),
        link=link if is_web_address(link) else "",
        title=plain_words(words(item, "title")),
        byline=_people(item),
        language=words(item, "language"),
        base=link if is_page(link) else "",
        published=stated_moment(words(item, "date_published")),
        updated=stated_moment(words(item, "date_modified")),
        body=_body(item),
    )


def _body(item: dict[str, Any]) -> Body:
    """The full content as HTML, as text, else the summary."""
    for key in ("content_html", "content_text", "summary"):
        found = Body(once_less(body(item, key)), markup=key == "content_html")
        if not found.blank:
            return found
    return NOTHING


def _people(value: dict[str, Any]) -> str:
    return names(listed(value, "authors", "author"), "name")
