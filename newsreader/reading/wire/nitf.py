"""NITF, IPTC's markup of one piece of news: fields of its head, and its body as HTML.

Also inside of NewsML: :func:`body_of` and :func:`read_body_head` know the body alone.

What must stay true: all that the body says is kept, but pictures themselves and their data.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsreader.model.article import Article
from newsreader.model.note import NoteKind
from newsreader.reading.composing import Composition
from newsreader.reading.html.markup import without
from newsreader.reading.sources import Raw
from newsreader.reading.stated import alike, key
from newsreader.reading.wire.item import Item, all_of, dated
from newsreader.reading.wire.lines import is_laid_out, put_lines
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

_HTML = {
    "block": "div", "bq": "blockquote", "hl1": "h2", "hl2": "h2", "media": "figure",
    "media-caption": "figcaption", "nitf-table": "table", "credit": "p",
    "tagline": "p", "note": "p", "fn": "p", "abstract": "p",
}  # fmt: skip
_DATA = frozenset({
    "media-reference", "media-metadata", "media-producer", "media-object", "nitf-table-metadata",
    "custom-table",
})  # fmt: skip
_PARTS = ("p", "br", "li", "tr", "h2", "h3", "blockquote")
_SLUGS = frozenset({"anpa-keyword", "slug", "slugline", "ntbstikkord"})
_TAKE = "anpa-takekey"  # which lead or take it is
_COMPARED = 300  # code points by which two headlines are compared
_OPEN_DATELINE = re.compile(r"[-–—]\s*$")


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a NITF file: one, or as many as there are roots in it."""
    nitf = document.root

    def read(own: Raw, root: Element) -> Article | None:
        return _article(own, root, document.warnings)

    return all_of(raw, [nitf], read, "no text in this NITF file")


def _article(raw: Raw, nitf: Element, warnings: tuple[str, ...]) -> Article | None:
    item = Item()
    _read_head(nitf, item)
    read_body_head(nitf, item)
    body = body_of(nitf)
    return item.article(
        raw, "nitf", lambda made: put_body(made, body), alone=True, warnings=warnings
    )


def _read_head(nitf: Element, item: Item) -> None:
    """Fill in what the head states: identity, version, status, date, notes."""
    head = first(nitf, "head")
    data = first(head, "docdata")
    shared = first(data, "du-key")
    item.version = attribute(shared, "version") or None
    stated = attribute(first(data, "doc-id"), "id-string")
    item.uri = (attribute(shared, "key") if item.version else stated) or stated or None
    item.status = attribute(data, "management-status") or None
    item.language = attribute(nitf, "baselang") or attribute(nitf, "lang") or None
    item.title = words_of(first(head, "title")) or None
    item.published = dated(
        attribute(first(data, "date.issue"), "norm"),
        attribute(first(head, "pubdata"), "date.publication"),
    )
    if "embargo" in (item.status or "").lower():
        item.embargoed = dated(attribute(first(data, "date.release"), "norm"))
    for meta in each(head, "meta") if head is not None else ():
        if attribute(meta, "name").lower() in _SLUGS:
            item.slug = item.slug or attribute(meta, "content") or None
        elif attribute(meta, "name").lower() == _TAKE:
            item.note(attribute(meta, "content"), NoteKind.ADVISORY)
    if item.slug is None and attribute(shared, "key") != item.uri:
        item.slug = attribute(shared, "key") or None
    for message in each(data, "ed-msg") if data is not None else ():
        item.editors(attribute(message, "info"))
        item.signal(attribute(message, "msg-type"))
    for correction in each(data, "correction") if data is not None else ():
        item.note(attribute(correction, "info") or "Corrects.", NoteKind.CORRECTION)


def read_body_head(nitf: Element, item: Item) -> None:
    """Fill in what stands above the body: headlines, byline, notes, what is stated of the day."""
    head = first(nitf, "body", "body.head")
    if head is None:
        return
    for hedline in each(head, "hedline", "headline"):
        _headlines(hedline, item)
    said = [line for byline in each(head, "byline") for line in _byline(byline)]
    item.bylines = list(dict.fromkeys((*item.bylines, *said)))
    for note in each(head, "note"):
        item.editors(words_of(note))
    if item.published is None:
        item.published = dated(attribute(first(head, "dateline", "story.date"), "norm"))


def _headlines(hedline: Element, item: Item) -> None:
    """The headline, and those below it that say something else."""
    main = _line(first(hedline, "hl1"))
    item.title = main or item.title
    for second in each(hedline, "hl2"):
        said = _line(second)
        if said and not alike(said[:_COMPARED], main[:_COMPARED]):
            item.decks.append(said)


def _line(headline: Element | None) -> str:
    """The words of a headline; a line break in it is a space."""
    if headline is None or first(headline, "br") is None:
        return words_of(headline)
    return " ".join(" ".join(str(piece) for piece in headline.itertext()).split())


def _byline(byline: Element) -> list[str]:
    """The names, and below them what their bearers are."""
    titles = [words_of(title) for title in every(byline, "byttl")]
    said = words_of(byline)
    for title in titles:
        said = said.removesuffix(title).rstrip(" ,") if title else said
    return [line for line in (said, *titles) if line]


def body_of(nitf: Element) -> Element | None:
    """The body of a NITF tree as a tree of HTML, None where it has none."""
    content = first(nitf, "body", "body.content")
    if content is None:
        content = next(every(nitf, "body.content"), None)
    return None if content is None else nitf_as_html(content, nitf)


def nitf_as_html(content: Element, nitf: Element) -> Element:
    """A part of a NITF tree as HTML; the abstract above it, where it is not said twice."""
    made = as_html(content)
    for element in list(made.iter("*")):
        if element.tag in _DATA:
            without(element)
            continue
        if element.tag == "credit" and words_of(element):
            element.text = f"— {(element.text or '').lstrip()}"
        element.tag = _HTML.get(str(element.tag), element.tag)
    made.tag = "div"
    head = first(nitf, "body", "body.head")
    put_dateline(made, words_of(first(head, "dateline")))
    _put_summary(made, words_of(first(head, "abstract")))
    return made


def put_dateline(body: Element, words: str) -> None:
    """Put a dateline that is meant to stand in the text before the first paragraph's words.

    Args:
        body: a tree of HTML.
        words: the dateline; one that is only a place or a date is data, and left out.
    """
    paragraph = next((p for p in body.iter("p") if (p.text or "").strip() or len(p)), None)
    if paragraph is None or not _OPEN_DATELINE.search(words) or not key(words):
        return
    if not key(text_of(paragraph)[: 4 * len(words) + 200]).startswith(key(words)[:12]):
        paragraph.text = f"{words} {(paragraph.text or '').lstrip()}"


def _put_summary(body: Element, words: str) -> None:
    """Put a summary above a body that does not say the same anyway."""
    told = key(words)
    if told and told[:60] not in key(text_of(body)[: 4 * len(words) + 2000]):
        made = body.makeelement("p", {})
        made.text, made.tail = words, body.text
        body.text = None
        body.insert(0, made)


def put_body(made: Composition, body: Element | None) -> None:
    """Put a body on the page, laid out as HTML or, in a single paragraph, as the wire does."""
    if body is None:
        return
    text = text_of(body)
    parts = (e for e in body.iter(*_PARTS) if (e.text or "").strip() or len(e) or e.tag == "br")
    if len(list(islice(parts, 2))) < 2 and is_laid_out(text):
        put_lines(made, text)
    else:
        made.element(body)
