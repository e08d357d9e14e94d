"""NewsML-G2, IPTC's present XML for news: an item, or a message with several and packages of them.

A package only lists other items: beside items with text it is passed over, alone it is no
article. The body is the first of the content set's parts that has words: XHTML before NITF before
plain text.

What must stay true: nothing that is only linked is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.model.article import Article
from newsreader.reading.composing import Composition
from newsreader.reading.html.markup import without
from newsreader.reading.limits import MAX_RENDITIONS
from newsreader.reading.sources import Raw
from newsreader.reading.stated import alike
from newsreader.reading.wire.item import Item, all_of, dated
from newsreader.reading.wire.lines import is_laid_out, put_lines
from newsreader.reading.wire.nitf import body_of, put_body, read_body_head
from newsreader.reading.xml.tree import (
    Document,
    as_html,
    attribute,
    each,
    every,
    first,
    name,
    text_of,
    words_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ITEMS = frozenset({
    "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem",
})  # fmt: skip
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_MARKUP = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|section|article|html|body)\b[^<>]*>", re.IGNORECASE
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_PARAGRAPHS = re.compile(r"<(?:p|br|li)\b", re.IGNORECASE)
_TEXTS = ("text", "application/xhtml", "application/html")
_HEADER_DATA = ("ul", "ol", "time", "p", "div")
_ROLES_OF_NOTEPADS = ("notepad", "closingline")


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a NewsML-G2 item or message, one for each item that has text."""
    root = document.root
    items = [root] if name(root) in _ITEMS or name(root) == "contentSet" else list(_items(root))

    def read(own: Raw, item: Element) -> Article | None:
        return _article(own, item, document.warnings)

    return all_of(raw, items, read, _without_text(items))


def _items(message: Element) -> Iterator[Element]:
    """The items of a message, in order."""
    for item_set in every(message, "itemSet"):
        yield from (item for item in item_set if name(item) in _ITEMS)


def _without_text(items: list[Element]) -> str:
    """What to say of items none of which has text."""
    kinds = {name(item) for item in items}
    if not items:
        return "no item in this news message"
    if kinds == {"packageItem"}:
        return "a news package: it only lists other items"
    if len(items) > 1:
        return f"no text in any of the {len(items)} items of this news message"
    classes = {attribute(first(item, "itemMeta", "itemClass"), "qcode") for item in items}
    said = ", ".join(sorted(each.rpartition(":")[2] for each in classes if each))
    return f"no text in this news item{f' ({said})' if said else ''}"


def _article(raw: Raw, root: Element, warnings: tuple[str, ...]) -> Article | None:
    if name(root) not in {"newsItem", "contentSet"}:
        return None
    item = Item(uri=attribute(root, "guid") or None, version=attribute(root, "version") or None)
    item.language = attribute(first(root, "contentMeta", "language"), "tag") or attribute(
        root, "lang"
    )
    _read_item_meta(first(root, "itemMeta"), item)
    _read_content_meta(first(root, "contentMeta"), item)
    content = root if name(root) == "contentSet" else first(root, "contentSet")
    parts = [] if content is None else sorted(content, key=_rank)[:MAX_RENDITIONS]
    for part in parts:
        for nitf in every(part, "nitf"):
            _read_nitf(nitf, item)

    def put(made: Composition) -> None:
        before = len(made.page.text)
        for part in parts:
            _put(made, part, item)
            made.flow.flush()
            if len(made.page.text) > before:
                return

    stated = attribute(first(root, "itemMeta", "itemClass"), "qcode")
    alone = stated.rpartition(":")[2] == "text" and content is None
    return item.article(raw, "newsml-g2", put, alone=alone, warnings=warnings)


def _read_item_meta(meta: Element | None, item: Item) -> None:
    """Fill in what is stated of this version: when, whether it may be published, notes."""
    if meta is None:
        return
    item.published = dated(
        words_of(first(meta, "versionCreated")), words_of(first(meta, "firstCreated"))
    )
    status = first(meta, "pubStatus")
    item.status = (
        attribute(status, "qcode") or attribute(status, "uri") or attribute(status, "literal")
    )
    embargo = words_of(first(meta, "embargoed"))
    item.embargoed = dated(embargo) or embargo or None
    item.title = words_of(first(meta, "title")) or None
    for signal in each(meta, "signal"):
        item.signal(attribute(signal, "qcode") or attribute(signal, "uri") or words_of(signal))
    for note in each(meta, "edNote"):
        if not attribute(note, "role").endswith(_ROLES_OF_NOTEPADS):
            item.editors(words_of(note))


def _read_content_meta(meta: Element | None, item: Item) -> None:
    """Fill in what is stated of the content: headlines, slug, byline."""
    if meta is None:
        return
    item.slug = words_of(first(meta, "slugline")) or None
    for headline in each(meta, "headline"):
        said = words_of(headline)
        if not attribute(headline, "role") or attribute(headline, "role").lower().endswith("main"):
            item.title = said or item.title
        elif "sub" in attribute(headline, "role").lower() and said:
            item.decks.append(said)
    item.bylines = [said for by in each(meta, "by") if (said := words_of(by))]
    people = [words_of(first(each_, "name")) for each_ in each(meta, "creator")]
    item.author = next((person for person in people if _NAME.fullmatch(person)), None)
    if item.published is None:
        item.published = dated(
            *(words_of(first(meta, stated)) for stated in ("contentModified", "contentCreated"))
        )


def _read_nitf(nitf: Element, item: Item) -> None:
    """Fill in what only the NITF inside of the item states."""
    stated = Item(title=item.title)
    read_body_head(nitf, stated)
    item.title = item.title or stated.title
    item.bylines = item.bylines or stated.bylines
    item.decks = list(dict.fromkeys((*item.decks, *stated.decks)))


def _rank(part: Element) -> int:
    """In which order the parts of a content set are tried."""
    kind = attribute(part, "contenttype").lower()
    if name(part) == "inlineXML":
        return 0 if "html" in kind else 1
    return 2 if name(part) == "inlineData" else 3


def _put(made: Composition, part: Element, item: Item) -> None:
    """Put one part of a content set on the page."""
    if name(part) == "inlineData":
        put_data(made, text_of(part), attribute(part, "contenttype"))
    elif name(part) == "inlineXML":
        nitf = next(every(part, "nitf"), None)
        put_body(made, body_of(nitf) if nitf is not None else _html(part, item.title))


def put_data(made: Composition, text: str, content_type: str) -> None:
    """Put a body on the page that is a string, markup or plain.

    Args:
        made: where to.
        text: the body.
        content_type: as stated; what the text looks like counts for more.
    """
    if content_type and not content_type.lower().startswith(_TEXTS):
        return
    bare = _TAGS.sub("", text)
    if not _MARKUP.search(text):
        put_lines(made, text)
    elif len(_PARAGRAPHS.findall(text)) < 2 and is_laid_out(bare):
        put_lines(made, bare)
    else:
        made.markup(text)


def _html(part: Element, title: str | None) -> Element | None:
    """The XHTML in a part of a content set, without the data that some repeat above the text."""
    html = as_html(part)
    body = next(html.iter("body"), html)
    body.tag, body.tail = "div", None
    for header in list(body.iter("header")):
        repeated = any(alike(words_of(h), title or "") for h in header.iter("h1", "h2"))
        for element in [e for e in header if repeated and e.tag in _HEADER_DATA]:
            without(element)
    return body
