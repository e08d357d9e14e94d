"""RSS 0.9x, 1.0 (RDF) and 2.0, and Atom 0.3 and 1.0, to stories.

The full content of an entry comes before its summary. Entries are looked for at any depth, since
broken feeds put them in odd places; an entry inside another one is part of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsreader.language.stated_dates import stated_moment
from newsreader.model.article import Article
from newsreader.reading.feeds.bodies import NOTHING, Body, body_of, plain_words, title_of
from newsreader.reading.feeds.entry import Entry, Feed, joined
from newsreader.reading.feeds.names import fields, prefixed
from newsreader.reading.feeds.stories import articles, most
from newsreader.reading.raw import Raw
from newsreader.reading.stated import is_page, is_web_address
from newsreader.reading.xml.tree import Document, attribute, name, namespace, text_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_Fields = dict[str, list["Element"]]

_ENTRIES = frozenset({"item", "entry"})
_BODIES = ("content:encoded", "content", "fullitem", "xhtml:body", "body", "xhtml:div")
_SUMMARIES = ("description", "summary", "itunes:summary", "dc:description")
_TITLES = ("title", "dc:title", "itunes:title", "media:title")
_PUBLISHED = (
    "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created",
    "created", "date",
)  # fmt: skip
_UPDATED = ("updated", "modified", "dcterms:modified", "dc:date")
_AUTHORS = ("author", "dc:creator", "dc:author", "itunes:author")
_MAILED = re.compile(
    r"\S{1,200}@\S{1,200}\s{0,5}\(([^()]{1,200})\)|([^<>]{1,200}?)\s{0,5}<\S{1,200}@\S{1,200}>"
)
_MOST_CAPTIONS = 50
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of an RSS or Atom feed.

    Raises:
        SourceError: it has no entries, or none with words.
    """
    root = document.root
    home = namespace(root) if name(root).lower() == "feed" else ""
    atom = name(root).lower() == "feed"
    feed = _feed(raw, root, home)
    elements, told = most(list(_entries(root, home)))
    entries = [_entry(each, feed, home, atom=atom) for each in elements]
    return articles(raw, "atom" if atom else "rss", feed, entries, (*document.warnings, *told))


def _entries(root: Element, home: str) -> Iterator[Element]:
    """The entries of a feed, outermost only."""
    for element in root.iter("*"):
        if prefixed(element, home) in _ENTRIES:
            above = element.iterancestors("*")
            if not any(name(each).lower() in _ENTRIES for each in above):
                yield element


def _feed(raw: Raw, root: Element, home: str) -> Feed:
    """What the feed says of itself."""
    channel = next(
        (each for each in root.iterchildren("*") if name(each).lower() == "channel"), root
    )
    own = fields(channel, home)
    base = _base(channel)
    itself = next(
        (
            attribute(link, "href")
            for link in own.get("link", ())
            if attribute(link, "rel") == "self"
        ),
        "",
    )
    page = joined(base, _link(own, ""))
    address = next((each for each in (joined(base, itself), page) if is_web_address(each)), raw.uri)
    authors = own.get("author", []) if name(root).lower() == "feed" else []
    return Feed(
        address=address,
        base=base
        or next((each for each in (page, joined(base, itself)) if is_web_address(each)), ""),
        byline=_people(authors),
        language=_language(channel, own) or _language(root, {}),
    )


def _base(element: Element) -> str:
    """The address that relative ones in an element are joined with; "" if none is stated."""
    stated = [
        found
        for each in (element, *element.iterancestors("*"))
        if (found := each.get("{http://www.w3.org/XML/1998/namespace}base"))
    ]
    base = ""
    for each in reversed(stated):
        base = joined(base, each.strip())
    return base


def _entry(element: Element, feed: Feed, home: str, *, atom: bool) -> Entry:
    own = fields(element, home)
    base = joined(feed.base, _base(element)) if _base(element) else feed.base
    id_ = _words(own, "guid", "id", "dc:identifier") or attribute(element, "about")
    link = joined(base, _link(own, id_ if _is_permalink(own) else ""))
    return Entry(
        id=joined(base, id_) if atom and id_[:1] == "/" else id_,
        link=link if is_web_address(link) else "",
        title=next((said for each in _TITLES for said in _said(own, each, atom=atom)), ""),
        byline=_people([each for key in _AUTHORS for each in own.get(key, ())]),
        language=_language(element, own),
        base=link if is_page(link) and not _base(element) else base,
        published=_moment(own, _PUBLISHED),
        updated=_moment(own, _UPDATED),
        body=_body(own, atom=atom),
        captions=_captions(element, home),
    )


def _said(own: _Fields, key: str, *, atom: bool) -> Iterator[str]:
    """The titles under one name that have words."""
    for element in own.get(key, ()):
        said = title_of(element, typed=atom and key == "title")
        if said:
            yield said


def _words(own: _Fields, *keys: str) -> str:
    return next((said for key in keys for each in own.get(key, ()) if (said := words_of(each))), "")


def _is_permalink(own: _Fields) -> bool:
    return not any(
        attribute(each, "isPermaLink").lower() == "false" for each in own.get("guid", ())
    )


def _link(own: _Fields, permalink: str) -> str:
    """The address of the page: RSS has it as text, Atom as an attribute; else the permalink."""
    links = own.get("link", [])
    typed = [each for each in links if attribute(each, "href")]
    for wanted in ("text/html", "application/xhtml+xml", ""):
        for each in typed:
            kind = attribute(each, "type")
            if attribute(each, "rel").lower() in {"", "alternate"} and (
                not kind or not wanted or kind == wanted
            ):
                return attribute(each, "href")
    said = next((words for each in links if (words := words_of(each))), "")
    return said or permalink


def _moment(own: _Fields, keys: Sequence[str]) -> str | None:
    for key in keys:
        for each in own.get(key, ()):
            if found := stated_moment(words_of(each)):
                return found
    return None


def _body(own: _Fields, *, atom: bool) -> Body:
    """The full content, else the summary, else nothing."""
    for key in (*_BODIES, *_SUMMARIES):
        for each in own.get(key, ()):
            typed = key in {"content", "summary"} and (atom or bool(attribute(each, "type")))
            body = body_of(each, typed=typed)
            if not body.blank:
                return body
    return NOTHING


def _captions(element: Element, home: str) -> tuple[str, ...]:
    """What is said of the pictures of an entry, each once."""
    named = (each for each in element.iter("*") if str(each.tag).endswith("description"))
    inner = [each for each in named if prefixed(each, home) == "media:description"]
    said = (plain_words(text_of(each)) for each in inner[:_MOST_CAPTIONS])
    return tuple(dict.fromkeys(words for words in said if words))


def _people(elements: Sequence[Element]) -> str:
    """The names of the authors, without their addresses, each once."""
    names: list[str] = []
    for element in elements[:20]:
        named = [words_of(each) for each in element.iterchildren("*") if name(each) == "name"]
        said = next((each for each in named if each), "" if len(element) else words_of(element))
        found = _MAILED.fullmatch(said)
        said = (found[1] or found[2]).strip(' "') if found else said
        if said and "://" not in said and not ("@" in said and " " not in said):
            names.append((said[3:] if said[:3].lower() == "by " else said)[:200])
    return ", ".join(dict.fromkeys(names))


def _language(element: Element, own: _Fields) -> str:
    stated = element.get("{http://www.w3.org/XML/1998/namespace}lang") or _words(
        own, "language", "dc:language"
    )
    found = stated.strip().replace("_", "-")
    return found if _LANGUAGE.fullmatch(found) else ""
