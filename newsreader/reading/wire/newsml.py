"""NewsML 1, the XML that NewsML-G2 followed: items made of components, each with its own lines.

Each component with a headline of its own is an article, of all the texts in it; those that are
pictures or their captions are left out. The lines of an outer component hold for those inside.

What must stay true: the identity is that of the item without its revision, so that the next
revision is the same story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsreader.model.article import Article
from newsreader.reading.composing import Composition
from newsreader.reading.limits import MAX_RENDITIONS
from newsreader.reading.sources import Raw
from newsreader.reading.stated import alike, key
from newsreader.reading.wire.item import Item, all_of, dated
from newsreader.reading.wire.newsml_g2 import put_data
from newsreader.reading.wire.nitf import body_of, put_body, put_dateline
from newsreader.reading.xml.tree import (
    Document,
    as_html,
    attribute,
    each,
    every,
    first,
    text_of,
    words_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PICTURES = re.compile(
    r"photo|picture|image|graphic|caption|video|audio|thumbnail|quicklook|preview", re.IGNORECASE
)
_NOTES = re.compile(r"note|advis|instruct|editor", re.IGNORECASE)
_REVISION = re.compile(r":\d{1,9}[A-Z]?$")
_COMPARED = 300  # code points by which two headlines are compared
_DEEPEST = 40  # components inside of components


class Part(NamedTuple):
    """One article of an item: the news item, the components around its texts, the texts."""

    item: Element
    components: tuple[Element, ...]  # the outermost first, up to the one with the headline
    texts: list[tuple[Element, ...]]  # each in one rendition or several
    number: int  # in its item


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a NewsML 1 document, one for each text in its items."""
    items = list(every(document.root, "NewsItem")) or [document.root]
    parts = [part for item in items for part in _parts(item)]

    def read(own: Raw, part: Part) -> Article | None:
        return _article(own, part, document.warnings)

    return all_of(raw, parts, read, "no text in this NewsML document")


def _parts(item: Element) -> Iterator[Part]:
    """The articles of an item; an item that is taken back needs no text."""
    outer = reversed(list(each(item, "NewsComponent")))
    stack: list[tuple[Element, ...]] = [(component,) for component in outer]
    found: dict[Element, Part] = {}
    chosen: set[Element] = set()  # whose components say the same, one of which was taken
    while stack:
        around = stack.pop()
        if _PICTURES.search(attribute(first(around[-1], "Role"), "FormalName")):
            continue
        tried = islice(each(around[-1], "ContentItem"), MAX_RENDITIONS)
        text = tuple(content for content in tried if _is_text(content))
        same = around[-2] if around[1:] and _are_equivalent(around[-2]) else None
        if text and same not in chosen:
            own = _with_headline(around)
            part = found.setdefault(own[-1], Part(item, own, [], len(found)))
            part.texts.append(text)
            chosen.update(() if same is None else (same,))
        if len(around) < _DEEPEST:
            inner = list(each(around[-1], "NewsComponent"))
            stack += [(*around, component) for component in reversed(inner)]
    yield from found.values() or [Part(item, tuple(each(item, "NewsComponent"))[:1], [], 0)]


def _with_headline(around: tuple[Element, ...]) -> tuple[Element, ...]:
    """The components up to the innermost that has a headline; the outermost alone if none has."""
    lengths = range(len(around), 1, -1)
    headed = (n for n in lengths if words_of(first(around[n - 1], "NewsLines", "HeadLine")))
    return around[: next(headed, 1)]


def _are_equivalent(component: Element) -> bool:
    """Whether the components of a component all say the same, in other languages or formats."""
    return attribute(component, "EquivalentsList").lower() == "yes"


def _is_text(content: Element) -> bool:
    """Whether a content item holds text of its own."""
    kind = attribute(first(content, "MediaType"), "FormalName").lower()
    return kind in {"", "text", "complextext", "html"} and bool(words_of(_data(content)))


def _data(content: Element) -> Element | None:
    """The data of a content item, through the encodings around them."""
    data = next(every(content, "DataContent"), None)
    encoding = first(content, "Encoding")
    return None if encoding is not None and attribute(encoding, "Notation") else data


def _article(raw: Raw, part: Part, warnings: tuple[str, ...]) -> Article | None:
    item = Item()
    _read_management(part.item, item)
    for component in part.components:
        _read_lines(first(component, "NewsLines"), item)
        language = attribute(first(component, "DescriptiveMetadata", "Language"), "FormalName")
        item.language = language or item.language
    if part.number and item.uri:
        item.uri = f"{item.uri}#{part.number + 1}"
    dateline = next(
        (
            said
            for c in reversed(part.components)
            if (said := words_of(first(c, "NewsLines", "DateLine")))
        ),
        "",
    )

    def put(made: Composition) -> None:
        before = dateline
        for text in part.texts:
            if len(part.texts) > 1 and key(words_of(_data(text[0]))) == key(made.title):
                continue  # the title as a component of its own
            _put_first(made, text, before)
            before = ""

    return item.article(raw, "newsml", put, warnings=warnings)


def _read_management(element: Element, item: Item) -> None:
    """Fill in identity, revision, status and dates."""
    identifier = first(element, "Identification", "NewsIdentifier")
    item.version = words_of(first(identifier, "RevisionId")) or None
    item.uri = _identity(identifier)
    item.slug = words_of(first(element, "Identification", "NameLabel")) or None
    item.language = attribute(element, "lang") or None
    management = first(element, "NewsManagement")
    item.status = attribute(first(management, "Status"), "FormalName") or None
    item.published = dated(
        words_of(first(management, "ThisRevisionCreated")),
        words_of(first(management, "FirstCreated")),
    )
    if (item.status or "").lower().startswith("embargo"):
        item.embargoed = dated(words_of(first(management, "StatusWillChange", "DateAndTime")))
    for instruction in each(management, "Instruction") if management is not None else ():
        item.signal(attribute(instruction, "FormalName"))
        item.editors(words_of(instruction))


def _identity(identifier: Element | None) -> str | None:
    """The identity of an item in all its revisions."""
    public = words_of(first(identifier, "PublicIdentifier"))
    if public:
        return _REVISION.sub("", public)
    named = [words_of(first(identifier, n)) for n in ("ProviderId", "DateId", "NewsItemId")]
    return f"urn:newsml:{':'.join(named)}" if named[2] else None


def _read_lines(lines: Element | None, item: Item) -> None:
    """Fill in the news lines of a component; an inner one's count for more."""
    if lines is None:
        return
    headlines = [said for h in each(lines, "HeadLine") if (said := words_of(h))]
    item.title = headlines[0] if headlines else item.title
    seconds = [said for h in each(lines, "SubHeadLine") if (said := words_of(h))]
    item.decks = [
        said for said in seconds if not alike(said[:300], (item.title or "")[:300])
    ] or item.decks
    item.bylines = [said for by in each(lines, "ByLine") if (said := words_of(by))] or item.bylines
    item.slug = words_of(first(lines, "SlugLine")) or item.slug
    for line in each(lines, "NewsLine"):
        if _NOTES.search(attribute(first(line, "NewsLineType"), "FormalName")):
            for text in each(line, "NewsLineText"):
                item.editors(words_of(text))


def _put_first(made: Composition, text: tuple[Element, ...], dateline: str) -> None:
    """Put the first rendition of a text that has words on the page."""
    before = len(made.page.blocks)
    for content in text:
        _put(made, content, dateline)
        made.flow.flush()
        if len(made.page.blocks) > before:
            return


def _put(made: Composition, content: Element, dateline: str) -> None:
    """Put the text of a content item on the page."""
    data = _data(content)
    if data is None:
        return
    nitf = next(every(data, "nitf"), None)
    if nitf is not None:
        body = body_of(nitf)
    elif len(data):
        body = as_html(data)
        body = next(body.iter("body"), body)
        body.tag, body.tail = "div", None
    else:
        put_data(made, text_of(data), "text")
        return
    if body is not None:
        put_dateline(body, dateline)
    put_body(made, body)
