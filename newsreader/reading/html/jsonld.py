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
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from newsreader.language.dates import moment
from newsreader.language.stated_dates import stated_moment
from newsreader.reading.limits import MAX_DATA, MAX_ENTRIES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_GUARD = re.compile(r"\s*+(?:(?:/\*|//|<!--|-->|><!--|<!\[CDATA\[|>|\*/)\s*+){0,12}")
_COMMA = re.compile(r",(?=\s*+[}\]])")
_ARTICLE = re.compile(r"(?:\w{0,20}Article|LiveBlogPosting|BlogPosting|Report)$")
_PREFIX = re.compile(r"^(?:schema:|https?://schema\.org/)")
_MOST = 100_000  # values that are looked at
_AUTHORS = 20
_SHARED = 2  # updates with one headline, of which more have it from the article
_ESCAPED = 2  # times that a body may have been escaped once too often
_OBJECT = re.compile(r"(?<![0-9a-fA-F])([0-9a-fA-F]{8})[0-9a-fA-F]{16}\Z")
_NAME_SEEN = 60  # code points at the end of a name
_LIVE = timedelta(days=30)
_DAY = 10  # code points of a date without a time
_DIGITS = 14  # of a number that may be a time

Node = dict[str, Any]
"""One object of the data."""


class Posting(NamedTuple):
    """One update as the data state it."""

    time: str | None
    headline: str
    body: str
    byline: str = ""
    made: str | None = None  # when its record was made, by its name in the publisher's database
    name: str = ""  # by which pages mark what they show of it


class Data(NamedTuple):
    """What the data state of the article; None and nothing for what they do not."""

    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""
    updates: tuple[Posting, ...] = ()
    corrections: tuple[str, ...] = ()
    held: str | None = None  # when the event is that the page tells of


def find_data(root: Element) -> Data:
    """What the page's data blocks state of its article; the first with updates, else the first."""
    first: Data | None = None
    held: str | None = None
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        value = lenient(script.text or "")
        named = _named(value)
        for node in _articles(value):
            data = _data(node, named)
            if data.updates:
                return data
            first = first or data
        held = held or _held(value)
    return (first or Data())._replace(held=held)


def _held(value: object) -> str | None:
    """When an event is, if the data are of one: a match that is told live."""
    for node in _objects(value):
        if any(
            isinstance(kind, str) and kind.endswith("Event") for kind in _listed(node.get("@type"))
        ):
            return _time(node.get("startDate"))
    return None


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


def find_all(value: object) -> tuple[Data, ...]:
    """What a JSON value states of every article in it that is no part of another one."""
    named = _named(value)
    referred = {
        name
        for node in _articles(value)
        for each in _listed(node.get("liveBlogUpdate"))
        if (name := _name_of(each))
    }
    return tuple(
        _data(node, named)
        for node in _articles(value, outermost=True)
        if _name_of(node) not in referred
    )


def _articles(value: object, *, outermost: bool = False) -> Iterator[Node]:
    """The objects of a kind that we know, the outer ones first.

    Args:
        value: any JSON value.
        outermost: whether those that are part of another one are passed over.
    """
    for node in _objects(value, into_articles=not outermost):
        if _is_article(node):
            yield node


def _objects(value: object, *, into_articles: bool = True) -> Iterator[Node]:
    """All objects in a value, level by level, with the plain names of their properties."""
    waiting = deque([value])
    for _ in range(_MOST):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting += node[:_MOST]
        elif isinstance(node, dict):
            plain = _plain(node)
            yield plain
            if into_articles or not _is_article(plain):
                waiting += [each for each in plain.values() if isinstance(each, dict | list)]


def _plain(node: Node) -> Node:
    """An object whose properties have no prefix: ``schema:headline`` is ``headline``."""
    if not any(":" in key for key in node):
        return node
    return {_PREFIX.sub("", key): value for key, value in node.items()}


def _is_article(node: Node) -> bool:
    kinds = _listed(node.get("@type"))
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds)


def _named(value: object) -> dict[str, Node]:
    """The objects that others refer to by their name, with more in them than that."""
    found: dict[str, Node] = {}
    for node in _objects(value):
        name = _name_of(node)
        if name and len(node) > 1:
            found.setdefault(name, node)
    return found


def _name_of(value: object) -> str:
    """The name by which an object is referred to; "" where it has none."""
    name = value.get("@id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""


def _listed(value: object) -> list[Any]:
    """A value as a list, whether it is one or not."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _data(node: Node, named: dict[str, Node] | None = None) -> Data:
    named = named or {}
    headline = _string(node.get("headline")) or _string(node.get("name"))
    updates = [_resolved(each, named) for each in _listed(node.get("liveBlogUpdate"))[:MAX_ENTRIES]]
    return Data(
        headline=headline or None,
        byline=_names(node.get("author"), named) or None,
        published=_time(node.get("datePublished")) or _time(node.get("dateCreated")),
        language=_name(node.get("inLanguage")) or None,
        url=_url(node),
        body=_body(node),
        updates=_own_headlines(
            headline, [_posting(_plain(each), named) for each in updates if isinstance(each, dict)]
        ),
        corrections=tuple(_corrections(node)),
    )


def _resolved(value: object, named: dict[str, Node]) -> object:
    """What a mere reference refers to; anything else as it is."""
    if isinstance(value, dict) and len(value) == 1:
        return named.get(_name_of(value), value)
    return value


def _posting(node: Node, named: dict[str, Node]) -> Posting:
    times = (_time(node.get(name)) for name in ("datePublished", "dateCreated", "dateModified"))
    time = next((each for each in times if each and len(each) > _DAY), None)
    headline = _string(node.get("headline")) or _string(node.get("name"))
    byline = _names(node.get("author"), named)
    name = _name_of(node)
    return Posting(time, headline, _body(node), byline, _made(name, time), name)


def _made(name: str, stated: str | None) -> str | None:
    """When a record was made that has a MongoDB ObjectId in its name: its first digits say it.

    None if it was not made in the days before the time that is stated of it: no ObjectId then.
    """
    found = _OBJECT.search(name[-_NAME_SEEN:])
    if found is None or stated is None:
        return None
    made = datetime.fromtimestamp(int(found[1], 16), UTC)
    before = _aware(stated) - made
    return made.isoformat() if timedelta(0) <= before <= _LIVE else None


def _aware(time: str) -> datetime:
    """A stated time; one without a zone is taken for universal time, to compare only."""
    moment_of = datetime.fromisoformat(time)
    return moment_of if moment_of.tzinfo else moment_of.replace(tzinfo=UTC)


def _own_headlines(title: str, postings: list[Posting]) -> tuple[Posting, ...]:
    """The updates, without headlines that are the whole article's."""
    said = {each.headline for each in postings}
    shared = said if len(said) == 1 and len(postings) > _SHARED else {title}
    return tuple(
        each._replace(headline="") if each.headline in shared and each.body else each
        for each in postings
    )


def _corrections(node: Node) -> Iterator[str]:
    """What the article states to have been corrected, in words."""
    for each in _listed(node.get("correction"))[:_AUTHORS]:
        said = each
        if isinstance(each, dict):
            said = each.get("text") or each.get("description") or each.get("name")
        words = _string(said)
        if words and "://" not in words:
            yield words


def _body(node: Node) -> str:
    """The body as markup; one that was escaped twice is unescaped."""
    body = _text(node.get("articleBody")) or _text(node.get("text"))
    body = body or _text(node.get("description"))
    for _ in range(_ESCAPED):
        if "<" in body or "&" not in body:
            break
        body = html.unescape(body)
    return body


def _text(value: object) -> str:
    """A string, as such, as the first of several or with its language beside it."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else ""


def _time(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = str(value).partition(".")[0]
        return stated_moment(digits) if len(digits) <= _DIGITS else None
    return moment(_text(value)) or stated_moment(_text(value))


def _string(value: object) -> str:
    return " ".join(html.unescape(_text(value)).split())


def _name(value: object) -> str:
    """A string, or the name of an object."""
    named = isinstance(value, dict) and "@value" not in value
    return _string(_plain(value).get("name") if named and isinstance(value, dict) else value)


def _names(value: object, named: dict[str, Node]) -> str:
    """The names of one or several authors."""
    authors = [_resolved(each, named) for each in _listed(value)[:_AUTHORS]]
    names = [name for each in authors if (name := _name(each)) and "://" not in name]
    return ", ".join(dict.fromkeys(names))


def _url(node: Node) -> str | None:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return None
