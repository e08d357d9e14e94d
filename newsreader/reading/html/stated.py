"""What a page states of its article outside of the text: title, byline, date, language, address.

In this order: JSON-LD, microdata, meta tags, the page's own headings. A canonical address is the
story's identity, unless it is only the site's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.language.dates import moment
from newsreader.language.stated_dates import stated_moment
from newsreader.reading.html.jsonld import Data
from newsreader.reading.html.markup import words
from newsreader.reading.stated import Stated, alike, is_page

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "date", "dc.date", "pubdate",
    "parsely-pub-date", "sailthru.date", "publishdate", "dcterms.created",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_TITLE = ("og:title", "twitter:title", "headline", "dc.title")
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_LONGEST = 2000  # code points of an address
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def find_stated(root: Element, data: Data) -> Stated:
    """What the page states of its article.

    Args:
        root: the whole page, before anything was taken out of it.
        data: what its JSON-LD says.
    """
    meta = _meta(root)
    byline = data.byline or _itemprop(root, "author") or _first(meta, _AUTHOR)
    published = data.published or _published(root, meta) or data.held
    return Stated(
        title=_title(root, data, meta),
        byline=_plain(byline),
        published=published,
        language=_language(root, data, meta),
        uri=_uri(root, data, meta),
    )


def _meta(root: Element) -> dict[str, str]:
    """The page's meta tags, the first of each name."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), " ".join(content[:_LONGEST].split()))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _itemprop(root: Element, name: str) -> str | None:
    """The words of the first element with that microdata property."""
    for element in root.iter("span", "a", "div", "p", "address"):
        if element.get("itemprop") == name:
            said = words(element)
            return said if 0 < len(said) < 120 else None
    return None


def _published(root: Element, meta: dict[str, str]) -> str | None:
    for name in _PUBLISHED:
        if name in meta and (found := moment(meta[name]) or stated_moment(meta[name])):
            return found
    for element in root.iter("time"):
        told = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        said = (element.get("datetime") or words(element)) if told else ""
        if said and (found := moment(said) or stated_moment(said)):
            return found
    return None


def _plain(byline: str | None) -> str | None:
    """A byline without its "By"; an address is none."""
    if byline is None or "://" in byline:
        return None
    bare = byline[3:] if byline[:3].lower() == "by " else byline
    return bare.strip()[:200] or None


def _title(root: Element, data: Data, meta: dict[str, str]) -> str | None:
    """The title: the heading that what is stated begins with, else what is stated."""
    named = [words(element) for element in root.iter("title")][:1]
    stated = data.headline or _first(meta, _TITLE) or (_SITE.sub("", named[0]) if named else "")
    headings = [said for element in root.iter("h1") if (said := words(element))][:20]
    for heading in headings:
        if not stated or alike(heading, stated) or (named and alike(heading, named[0])):
            return heading
    return stated or (headings[0] if headings else None)


def _language(root: Element, data: Data, meta: dict[str, str]) -> str | None:
    for value in (root.get("lang"), root.get("xml:lang"), data.language, meta.get("og:locale")):
        if value and _TAG.fullmatch(value.strip()):
            return value.strip().replace("_", "-")
    return None


def _uri(root: Element, data: Data, meta: dict[str, str]) -> str | None:
    """The canonical address, if it is that of a page and not of a whole site."""
    stated = [
        e.get("href") for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"
    ]
    for value in (*stated, meta.get("og:url"), data.url):
        if value and is_page(value.strip()):
            return value.strip()
    return None
