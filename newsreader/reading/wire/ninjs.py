"""ninjs, IPTC's JSON for news, in the spellings of its versions 1, 2 and 3 and of who sends it.

Version 1 writes ``body_xhtml`` and ``versioncreated``, version 2 ``bodies[].contenttype``,
version 3 ``versionCreated`` and ``contentType``; Superdesk writes ``guid`` and ``body_html``, media
services wrap the items. Keys are looked up without regard to case.

What must stay true: nothing here raises but a :class:`~newsreader.errors.SourceError`, whatever
the types of the fields; nothing that is only linked is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.model.note import NoteKind
from newsreader.reading.clean import Decoded
from newsreader.reading.composing import Composition
from newsreader.reading.json import fields
from newsreader.reading.json.lenient import Document
from newsreader.reading.limits import MAX_RENDITIONS
from newsreader.reading.sources import Raw
from newsreader.reading.stated import key
from newsreader.reading.wire.item import Item, all_of, dated
from newsreader.reading.wire.newsml_g2 import put_data
from newsreader.reading.wire.nitf import body_of, nitf_as_html, put_body
from newsreader.reading.xml.tree import every, parse_document

_LISTS = ("item", "items", "_items", "newsitems", "results", "docs")
_WRAPPERS = ("data", "item", "newsitem")
_DEEPEST = 6  # wrappers around an item
_BODIES = (
    ("body_xhtml", "html"),
    ("body_html", "html"),
    ("body_nitf", "nitf"),
    ("body_text", "text"),
)
_SUMMARIES = ("description_text", "description_xhtml", "description_html", "abstract", "summary")
_TEXTS = frozenset(
    {"", "text", "composite", "article", "story", "advisory", "component", "event", "planning"}
)
_EVENT_DAYS = tuple(
    f"eventdetails.dates.{stated}StartDate" for stated in ("estimated", "expected", "confirmed")
)
_BEGINNING = 5_000  # code points of a body in which its summary is looked for
_TAGS = re.compile(r"<[^<>]*+>")
_KICKER = re.compile(r'<div class="dat">.*?</div>', re.DOTALL)  # section and source, of TT


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a ninjs item, of a list of them or of a service's answer."""
    items = [part for item in _items(document.value) for part in _parts(item)]

    def read(own: Raw, value: dict[str, Any]) -> Article | None:
        return _article(own, value, document.warnings)

    return all_of(raw, items, read, _without_text(items))


def _items(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The items in a value, through whatever is wrapped around them."""
    if isinstance(value, list):
        for each in value:
            yield from _items(each, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        inner = _wrapped(value)
        if inner is None:
            yield _folded(value)
        else:
            yield from _items(inner, depth + 1)


def _parts(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An item, and where it only holds others together, those of them that have a text."""
    yield item
    if next(_bodies(item), None) is None:
        associated = item.get("associations")
        for each in _listed(associated):
            part = _folded(each) if isinstance(each, dict) else {}
            if fields.words(part, "type").lower() in _TEXTS and next(_bodies(part), None):
                yield part


def _listed(associated: object) -> list[object]:
    """Associated items: named ones in version 1, a list from version 2 on."""
    if isinstance(associated, dict):
        return list(associated.values())
    return associated if isinstance(associated, list) else []


def _wrapped(value: dict[str, Any]) -> object:
    """What a value is wrapped around, None if it is an item itself."""
    if _is_item(value):
        return None
    for name in (*_LISTS, *_WRAPPERS):
        inner = value.get(name)
        if isinstance(inner, dict) or (isinstance(inner, list) and inner):
            return inner
    return None


def _is_item(value: dict[str, Any]) -> bool:
    return any(name in value for name in ("uri", "guid"))


def _folded(value: dict[str, Any]) -> dict[str, Any]:
    """An item with its keys in small letters."""
    return {name.lower(): field for name, field in value.items()}


def _without_text(items: list[dict[str, Any]]) -> str:
    """What to say of items none of which has text."""
    kinds = sorted({kind for item in items if (kind := fields.words(item, "type"))})
    said = f" ({', '.join(kinds[:3])})" if kinds else ""
    linked = any(item.get("renditions") for item in items)
    return f"no text in this ninjs item{said}{', it only links to it' if linked else ''}"


def _article(raw: Raw, value: dict[str, Any], warnings: tuple[str, ...]) -> Article | None:
    item = _stated(value)
    bodies = list(_bodies(value))
    summary = _summary(value)

    def put(made: Composition) -> None:
        _put(made, bodies, summary, raw)

    kind = fields.words(value, "type").lower()
    if kind not in _TEXTS and not item.taken_back and not bodies:
        return None
    linked = value.get("renditions") or value.get("associations")
    alone = kind in {"", "text"} and not linked  # an alert
    return item.article(raw, "ninjs", put, alone=alone, warnings=warnings)


def _stated(value: dict[str, Any]) -> Item:
    """What the fields of an item state."""
    item = Item(
        uri=_identity(value),
        version=fields.words(value, "version", "_current_version") or None,
        status=fields.words(value, "pubstatus") or None,
        title=_role(value, "headlines", "main")
        or _plain(fields.words(value, "headline", "title", "name"))
        or None,
        slug=_plain(fields.words(value, "slugline", "slug")) or None,
        language=fields.words(value, "language") or None,
        published=dated(
            *(
                fields.words(value, name)
                for name in ("versioncreated", "firstpublished", "contentcreated", "firstcreated")
            )
        ),
    )
    embargo = fields.words(value, "embargoed")
    item.embargoed = (dated(embargo) or embargo or None) if embargo.lower() != "false" else None
    by = fields.words(value, "byline", "by")
    item.bylines = [by] if by else []
    item.author = fields.names(fields.listed(value, "authors"), "name") or None
    for deck in _decks(value, item.title or ""):
        item.decks.append(deck)
    for signal in fields.listed(value, "signals"):
        item.signal(
            signal if isinstance(signal, str) else fields.words(signal, "literal", "uri", "name")
        )
    day = fields.words(value, "eventdetails.dates.startDate", *_EVENT_DAYS)
    item.note(f"Event: {day}" if day else "", NoteKind.ADVISORY)
    for note in fields.listed(value, "ednotes") or [fields.body(value, "ednote")]:
        item.editors(_plain(note if isinstance(note, str) else fields.body(note, "value")))
    return item


def _identity(value: dict[str, Any]) -> str | None:
    """The identity of an item: without what an address carries of the one who asked for it."""
    stated = fields.words(value, "uri", "guid")
    own = fields.words(value, "altids.itemid")
    bare, asked, _ = stated.partition("?")
    return (bare if asked and own and own in bare else stated) or None


def _role(value: dict[str, Any], path: str, role: str) -> str:
    """The value of the entry with a role, else of the first one; headlines and the like."""
    entries = [entry for entry in fields.objects(value, path) if fields.words(entry, "value")]
    fitting = [entry for entry in entries if fields.words(entry, "role").lower() in {role, ""}]
    return next((_plain(fields.body(entry, "value")) for entry in (*fitting, *entries)), "")


def _decks(value: dict[str, Any], title: str) -> Iterator[str]:
    """The headlines below the headline."""
    for entry in fields.objects(value, "headlines"):
        said = _plain(fields.body(entry, "value"))
        if "sub" in fields.words(entry, "role").lower() and key(said) != key(title):
            yield said


def _bodies(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The bodies of an item and what they are written in, the best first."""
    found = [(fields.body(value, name), kind) for name, kind in _BODIES if fields.body(value, name)]
    for entry in fields.objects(value, "bodies"):
        folded = _folded(entry)
        kind = f"{fields.words(folded, 'contenttype')} {fields.words(folded, 'role')}".lower()
        found.append((fields.body(folded, "value"), kind))
    yield from sorted((each for each in found if each[0].strip()), key=_rank)[:MAX_RENDITIONS]


def _rank(body: tuple[str, str]) -> int:
    kind = body[1]
    if "nitf" in kind or "xml" in kind.replace("xhtml", ""):
        return 2
    return 0 if "html" in kind else 1


def _summary(value: dict[str, Any]) -> str:
    """What an item says of itself in short."""
    stated = fields.body(value, *_SUMMARIES)
    if stated:
        return stated
    entries = fields.objects(value, "descriptions")
    for entry in entries:
        if "caption" not in fields.words(entry, "role").lower() and (
            said := fields.body(entry, "value")
        ):
            return said
    return ""


def _put(made: Composition, bodies: list[tuple[str, str]], summary: str, raw: Raw) -> None:
    """Put the first body that has words on the page, the summary above it."""
    start = len(made.page.blocks)
    told, most = key(_plain(summary)), 4 * len(summary) + _BEGINNING
    if told and not any(told[:60] in key(_plain(body[:most])) for body, _ in bodies):
        put_data(made, summary, "text")
        start = len(made.page.blocks) if bodies else -1
    for body, kind in bodies:
        if "nitf" in kind:
            _put_nitf(made, body, raw)
        else:
            put_data(made, _without_title(body, made.title), "text")
        made.flow.flush()
        if len(made.page.blocks) > start:
            return


def _put_nitf(made: Composition, body: str, raw: Raw) -> None:
    """Put a body that is a string of NITF on the page, as far as it can be read."""
    try:
        root = parse_document(Decoded(body, "utf-8"), raw.source).root
    except SourceError:
        return
    nitf = next(every(root, "nitf"), root)
    tree = body_of(nitf)
    put_body(made, tree if tree is not None else nitf_as_html(nitf, nitf))


def _without_title(body: str, title: str) -> str:
    """A body without what stands in fields: a first line that repeats the title, a kicker."""
    body = _KICKER.sub("", body, count=1)
    first, _, rest = body.lstrip().partition("\n")
    return rest if title and key(first) == key(title) and rest.strip() else body


def _plain(said: str) -> str:
    """Words without markup, as one line; entities are the characters they stand for."""
    bare = _TAGS.sub(" ", said) if "<" in said else said
    return " ".join((unescape(bare) if "&" in bare else bare).split())
