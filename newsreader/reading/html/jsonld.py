"""What a page says of its article in JSON-LD: one NewsArticle, LiveBlogPosting or the like.

Real blocks are dirty (comment guards, raw control characters, commas too many, several documents)
and come in every shape: a list, an object, a ``@graph``, an update alone instead of a list. They
lie, too: what is read here is a claim, checked against the page by whoever uses it.

What must stay true: nothing here raises, whatever the block holds; walks do not recurse.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreader.language.dates import moment
from newsreader.reading.limits import MAX_DATA, MAX_ENTRIES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GUARD = re.compile(r"\s*+(?:/\*|//)?\s*+(?:<!--|<!\[CDATA\[)\s*+(?:\*/|//)?\s*+")
_COMMA = re.compile(r",(?=\s*+[}\]])")
_ARTICLE = re.compile(r"(?:\w{0,20}Article|LiveBlogPosting|BlogPosting|Report)$")
_MOST = 100_000  # values that are looked at


class Posting(NamedTuple):
    """One update as the data state it."""

    time: str | None
    headline: str
    body: str


class Data(NamedTuple):
    """What the data state of the article; None and nothing for what they do not."""

    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""
    updates: tuple[Posting, ...] = ()


def find_data(root: Element) -> Data:
    """What the page's data blocks state of its article; the first with updates, else the first."""
    first: Data | None = None
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _articles(lenient(script.text or "")):
            data = _data(node)
            if data.updates:
                return data
            first = first or data
    return first or Data()


def lenient(source: str) -> Any:  # noqa: ANN401  (whatever the JSON holds)
    """The value of a JSON text as real pages have it; None if it cannot be read."""
    guard = _GUARD.match(source)
    source = source[guard.end() :] if guard else source.strip()
    if not source or len(source) > MAX_DATA:
        return None
    decoder = json.JSONDecoder(strict=False)
    for text in (source, _COMMA.sub("", source)):
        try:
            return decoder.raw_decode(text.lstrip())[0]
        except (ValueError, RecursionError):
            continue
    return None


def _articles(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a kind that we know, outermost first."""
    waiting = [value]
    for _ in range(_MOST):
        if not waiting:
            return
        node = waiting.pop(0) if len(waiting) < 1000 else waiting.pop()
        if isinstance(node, list):
            waiting += node[:_MOST]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                yield node
            waiting += [each for each in node.values() if isinstance(each, dict | list)]


def _data(node: dict[str, Any]) -> Data:
    stated = node.get("liveBlogUpdate")
    updates = stated if isinstance(stated, list) else [stated]
    return Data(
        headline=_string(node.get("headline")) or _string(node.get("name")) or None,
        byline=_names(node.get("author")) or None,
        published=_time(node.get("datePublished")) or _time(node.get("dateCreated")),
        language=_name(node.get("inLanguage")) or None,
        url=_url(node),
        body=_body(node),
        updates=tuple(_posting(each) for each in updates[:MAX_ENTRIES] if isinstance(each, dict)),
    )


def _posting(node: dict[str, Any]) -> Posting:
    time = _time(node.get("datePublished")) or _time(node.get("dateModified"))
    return Posting(time, _string(node.get("headline")), _body(node))


def _body(node: dict[str, Any]) -> str:
    """The body as markup; one that was escaped twice is unescaped once."""
    body = node.get("articleBody") or node.get("description")
    body = body if isinstance(body, str) else ""
    return html.unescape(body) if "<" not in body and "&" in body else body


def _time(value: object) -> str | None:
    return moment(value) if isinstance(value, str) else None


def _string(value: object) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _name(value: object) -> str:
    """A string, or the name of an object."""
    return _string(value.get("name") if isinstance(value, dict) else value)


def _names(value: object) -> str:
    """The names of one or several authors."""
    several = value if isinstance(value, list) else [value]
    names = [name for each in several[:20] if (name := _name(each)) and "://" not in name]
    return ", ".join(dict.fromkeys(names))


def _url(node: dict[str, Any]) -> str | None:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return None
