"""The table of formats: one row says what a format is called, who reads it, how it is known.

A new format is one module with a ``parse``, one row here, one fixture. What must stay true: this
module imports no parser, and rows are tried in their order, so the more particular shape stands
first.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from newsreader.errors import UsageError
from newsreader.reading.cms.signs import ANS, BBC, GUARDIAN, LIVE_BLOG, REDDIT, SCHEMA_ORG
from newsreader.reading.wire.signs import NINJS_SHAPES, is_wire_text


class Family(Enum):
    """What a format is written in: what its ``parse(raw, content)`` is given beside the bytes."""

    TEXT = "text"  # a clean.Decoded
    XML = "XML"  # an xml.tree.Document, from the one hardened parser
    JSON = "JSON"  # a json.lenient.Document, from the one lenient parser


class Format(NamedTuple):
    """One row of the table."""

    name: str
    module: str
    """Has ``parse(raw, content) -> list[Article]``; imported when first needed."""
    family: Family = Family.TEXT
    suffixes: tuple[str, ...] = ()
    """Of file names, in lower case: what folders take, and what decides between kinds of text."""
    roots: tuple[str, ...] = ()
    """XML and HTML: names of the root element in lower case, without prefix."""
    shapes: tuple[str, ...] = ()
    """JSON: see :mod:`newsreader.reading.json.shapes`; one of them must fit."""
    begins: Callable[[str], bool] | None = None
    """Text: whether the first 4,096 code points tell the format, whatever the name is."""


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format("text", "newsreader.reading.text_article", suffixes=(".txt", ".text")),
        Format("markdown", "newsreader.reading.markdown", suffixes=(".md", ".markdown")),
        Format(
            "html",
            "newsreader.reading.html.page",
            suffixes=(".html", ".htm", ".xhtml"),
            roots=("html",),
        ),
        Format("mail", "newsreader.reading.mail.page", suffixes=(".eml",)),
        Format("guardian", "newsreader.reading.cms.guardian", Family.JSON, shapes=GUARDIAN),
        Format("liveblog", "newsreader.reading.cms.sourcefabric", Family.JSON, shapes=LIVE_BLOG),
        Format("ans", "newsreader.reading.cms.arc", Family.JSON, shapes=ANS),
        Format("bbc", "newsreader.reading.cms.bbc", Family.JSON, shapes=BBC),
        Format("reddit", "newsreader.reading.cms.reddit", Family.JSON, shapes=REDDIT),
        Format(
            "rss",
            "newsreader.reading.feeds.syndicated",
            Family.XML,
            suffixes=(".rss", ".rdf"),
            roots=("rss", "rdf", "channel"),
        ),
        Format(
            "atom",
            "newsreader.reading.feeds.syndicated",
            Family.XML,
            suffixes=(".atom",),
            roots=("feed",),
        ),
        Format(
            "json-feed",
            "newsreader.reading.feeds.json_feed",
            Family.JSON,
            shapes=(
                "version=https://jsonfeed.org/version/ items",
                "items feed_url title",
                "items.[].id items.[].content_html",
                "items.[].id items.[].content_text",
            ),
        ),
        Format(
            "opml",
            "newsreader.reading.feeds.opml",
            Family.XML,
            suffixes=(".opml",),
            roots=("opml",),
        ),
        Format(
            "newsml-g2",
            "newsreader.reading.wire.newsml_g2",
            Family.XML,
            roots=(
                "newsmessage",
                "newsitem",
                "packageitem",
                "contentset",
                "knowledgeitem",
                "conceptitem",
                "planningitem",
            ),
        ),
        Format("newsml", "newsreader.reading.wire.newsml", Family.XML, roots=("newsml",)),
        Format("nitf", "newsreader.reading.wire.nitf", Family.XML, (".nitf",), ("nitf",)),
        Format(
            "wire",
            "newsreader.reading.wire.dispatch",
            suffixes=(".tst", ".anpa"),
            begins=is_wire_text,
        ),
        Format("schema.org", "newsreader.reading.cms.schema_org", Family.JSON, shapes=SCHEMA_ORG),
        Format(
            "ninjs",
            "newsreader.reading.wire.ninjs",
            Family.JSON,
            suffixes=(".ninjs",),
            shapes=NINJS_SHAPES,
        ),
    )
}
"""All formats by their names, in the order in which they are tried."""

FAMILY_SUFFIXES: dict[str, Family] = {
    ".xml": Family.XML,
    ".json": Family.JSON,
    ".jsonl": Family.JSON,
    ".ndjson": Family.JSON,
    ".jsonld": Family.JSON,
}
"""Suffixes that many formats of a family share."""

SUFFIXES: frozenset[str] = frozenset(FAMILY_SUFFIXES).union(
    *(row.suffixes for row in FORMATS.values())
)
"""All suffixes of which folders take the files."""


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}", f"one of: {', '.join(FORMATS)}")
    return FORMATS[name]
