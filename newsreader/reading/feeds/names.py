"""Elements of feeds by names that mean one thing: ``dc:creator`` whatever its prefix was.

Feeds declare their namespaces wrongly or not at all. So a known namespace becomes the usual prefix,
an undeclared prefix counts as itself, as does a usual one that was declared wrongly; any other
namespace is kept apart, since its ``title`` is some other title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.reading.xml.tree import name, namespace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OWN = (
    "http://www.w3.org/2005/atom", "http://purl.org/atom/ns", "http://purl.org/rss/1.0",
    "http://purl.org/net/rss1.1", "http://my.netscape.com/rdf/simple/0.9", "atom", "rss",
    "http://channel.netscape.com/rdf/simple/0.9", "http://my.netscape.com/publish/formats/rss-0.91",
    "http://backend.userland.com/rss", "http://blogs.law.harvard.edu/tech/rss", "atom10", "a10",
    "http://cyber.law.harvard.edu/rss", "http://cyber.harvard.edu/rss", "rss10",
)  # fmt: skip
_OTHERS = {
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}
_PREFIXES = frozenset(_OTHERS.values())
_VERSIONED = ("http://backend.userland.com/rss", "http://purl.org/atom/ns")


def prefixed(element: Element, home: str) -> str:
    """The name of an element in lower case: bare if it is a feed's own, else with its usual prefix.

    Args:
        element: any element of a feed.
        home: the namespace of the feed's root: whatever it is, it is the feed's own.
    """
    space = namespace(element)
    own = name(element).lower()
    if not space or space == home:
        return own
    key = space.rstrip("/#").lower()
    if key in _OWN or key.startswith(_VERSIONED):
        return own
    if key not in _OTHERS and element.prefix in _PREFIXES:
        key = str(element.prefix)
    return f"{_OTHERS.get(key, key)}:{own}"


def fields(element: Element, home: str) -> dict[str, list[Element]]:
    """The children of an element by their names (see :func:`prefixed`), in order."""
    found: dict[str, list[Element]] = {}
    for child in element.iterchildren("*"):
        found.setdefault(prefixed(child, home), []).append(child)
    return found
