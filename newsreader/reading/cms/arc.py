"""Arc XP's story format (ANS): one story, or a list of them as its interfaces answer.

A story is a flat list of elements, each text a piece of markup. Corrections stand among them or
beside them. A story whose elements are stories themselves is a live page: each is an update.

What must stay true: corrections and the editor's note are told as notes, each once; references to
what is not in the file are passed over; the walk does not recurse.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.model.note import NoteKind
from newsreader.reading.cms.embeds import put_embed
from newsreader.reading.composing import Composition
from newsreader.reading.html.embedded import Known
from newsreader.reading.json.fields import body, listed, names, objects, time, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.json.shapes import at
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated, is_page

_CLOCKS = ("first_publish_date", "publish_date", "display_date", "created_date")
_SHOWN = ("display_date", "first_publish_date", "publish_date", "created_date")
_MOST = 50_000  # elements of one story that are looked at
_NOTES = {"clarification": NoteKind.CLARIFICATION, "correction": NoteKind.CORRECTION}


def parse(raw: Raw, document: Document) -> list[Article]:
    """The story of a file or of an operation on it, or the stories of an answer.

    Raises:
        SourceError: it leads elsewhere, was deleted, or there is no story.
    """
    value = document.value
    if words(value, "operation") == "delete":
        raise SourceError(raw.source, "word that a story was deleted, without its text")
    value = at(value, "story") or at(value, "body") or value
    if words(value, "type") == "redirect":
        target = words(value, "redirect_url", "canonical_url")
        raise SourceError(raw.source, f"a story that moved to {target[:200] or 'another address'}")
    stories = [value] if words(value, "type") == "story" else objects(value, "content_elements")
    stories = [story for story in stories if words(story, "type") in {"", "story"}]
    if not stories:
        raise SourceError(raw.source, "no story in this file")
    return [_article(raw, document, story) for story in stories]


def _article(raw: Raw, document: Document, story: dict[str, Any]) -> Article:
    stated = Stated(
        title=words(story, "headlines.basic", "headlines.web", "headlines.print"),
        byline=_byline(story) or None,
        published=time(story, *_CLOCKS),
        language=words(story, "language") or None,
        uri=_uri(story),
    )
    composition = Composition(stated.title, base=stated.uri)
    composition.note(_words_of(body(story, "editor_note")), NoteKind.EDITORS_NOTE)
    composition.markup(body(story, "subheadlines.basic"))
    elements = listed(story, "content_elements")
    _put_lead(composition, story, elements)
    _put_all(composition, elements)
    told = {_words_of(body(each, "text")) for each in elements if _is_correction(each)}
    for correction in listed(story, "corrections"):
        if (said := _correction(correction)[0]) not in told:
            told.add(said)
            composition.note(*_correction(correction))
    if not elements:
        composition.markup(body(story, "description.basic"))
    unpublished = at(story, "revision.published")
    warnings = ("not published yet",) if unpublished is False else ()
    return composition.article(raw, "ans", stated, (*document.warnings, *warnings))


def _byline(story: object) -> str:
    """Who signs a story: as it wants to be shown, or else as it is filed."""
    for path in ("vanity_credits.by", "credits.by"):
        if said := names(listed(story, path), "name", "byline"):
            return said
    return ""


def _uri(story: object) -> str | None:
    """The story's address; where only its path is known, its number."""
    for path in ("canonical_url", "website_url", "short_url"):
        if is_page(address := words(story, path)):
            return address
    number = words(story, "_id")
    return f"ans:{number}" if number else None


def _put_lead(composition: Composition, story: object, elements: list[Any]) -> None:
    """The caption of the picture on top, unless the same stands in the text."""
    if words(story, "promo_items.basic.type") != "image":
        return
    said = _words_of(body(story, "promo_items.basic.caption"))
    if said not in {_words_of(body(each, "caption")) for each in elements}:
        composition.paragraph(said, BlockKind.CAPTION)


def _put_all(composition: Composition, elements: list[Any]) -> None:
    """Put elements, and those nested in them, into the article in their order."""
    waiting = list(reversed(elements))
    live: str | None = None
    for _ in range(_MOST):
        if not waiting:
            break
        element = waiting.pop()
        if element is _END:
            composition.flow.finish(live)
        elif isinstance(element, dict):
            if words(element, "type") == "story":
                live = time(element, *_SHOWN)
                composition.flow.begin(None)
                composition.heading(words(element, "headlines.basic"), 3)
                waiting.append(_END)
            waiting += reversed(_put(composition, element))
    composition.flow.finish(live)


_END = object()


def _put(composition: Composition, element: dict[str, Any]) -> list[Any]:
    """Put one element; returns what is nested in it and still to be put."""
    kind = words(element, "type")
    put = _PUT.get(kind)
    if put is not None:
        put(composition, element)
        return []
    if kind in {"story", "element_group", "gallery"}:
        return listed(element, "content_elements")
    return []


def _text(composition: Composition, element: object) -> None:
    composition.markup(body(element, "content", "text"))


def _header(composition: Composition, element: object) -> None:
    level = at(element, "level")
    known = isinstance(level, int) and 1 <= level <= 6
    composition.heading(_words_of(body(element, "content")), level if known else 2)


def _list(composition: Composition, element: object) -> None:
    """The items of a list, and of the lists in it."""
    waiting = list(reversed(listed(element, "items")))
    for _ in range(_MOST):
        if not waiting:
            return
        item = waiting.pop()
        if nested := listed(item, "items"):
            waiting += reversed(nested)
        elif said := body(item, "content") if isinstance(item, dict) else "":
            composition.markup(f"<ul><li>{said}</li></ul>")


def _quotation(composition: Composition, element: object) -> None:
    """A quotation with all that is in it; one pulled out of the text only repeats it."""
    if words(element, "subtype") == "pullquote":
        return
    said = [body(element, "content")]
    waiting = list(reversed(listed(element, "content_elements")))
    for _ in range(_MOST):
        if not waiting:
            break
        inner = waiting.pop()
        said.append(body(inner, "content") if isinstance(inner, dict) else "")
        waiting += reversed((*listed(inner, "content_elements"), *listed(inner, "citation")))
    composition.markup("".join(f"<blockquote><p>{each}</p></blockquote>" for each in said if each))
    composition.paragraph(_words_of(body(element, "citation.content")), BlockKind.BYLINE)


def _caption(composition: Composition, element: object) -> None:
    said = body(element, "caption", "description.basic", "headlines.basic")
    composition.paragraph(_words_of(said), BlockKind.CAPTION)


def _is_correction(element: object) -> bool:
    return words(element, "type") == "correction"


def _correction(element: object) -> tuple[str, NoteKind]:
    """The words of a correction, and whether it is one or only a clarification."""
    said = element if isinstance(element, str) else body(element, "text", "content")
    kind = words(element, "correction_type").lower()
    return _words_of(said), _NOTES.get(kind, NoteKind.CORRECTION)


def _put_correction(composition: Composition, element: object) -> None:
    composition.note(*_correction(element))


def _embed(composition: Composition, element: object) -> None:
    raw = at(element, "raw_oembed") or at(element, "referent")
    put_embed(
        composition,
        body(raw, "html"),
        Known(
            author=words(raw, "author_name"),
            url=words(raw, "url", "_id", "provider_url"),
        ),
    )


def _table(composition: Composition, element: object) -> None:
    """A table, a row a line."""
    rows = [listed(element, "header"), *(_cells(row) for row in listed(element, "rows"))]
    for row in rows:
        cells = [_words_of(body(c, "content") if isinstance(c, dict) else str(c)) for c in row]
        composition.paragraph(" · ".join(cell for cell in cells if cell))


def _cells(row: object) -> list[Any]:
    return row if isinstance(row, list) else listed(row, "cells", "columns")


def _rule(composition: Composition, _: object) -> None:
    composition.page.add("* * *", BlockKind.RULE)


def _endorsement(composition: Composition, element: object) -> None:
    composition.paragraph(words(element, "endorsement"))


_PUT: dict[str, Callable[[Composition, object], None]] = {
    "text": _text,
    "raw_html": _text,
    "code": _text,
    "header": _header,
    "list": _list,
    "quote": _quotation,
    "blockquote": _quotation,
    "image": _caption,
    "video": _caption,
    "audio": _caption,
    "correction": _put_correction,
    "oembed_response": _embed,
    "table": _table,
    "divider": _rule,
    "endorsement": _endorsement,
}


def _words_of(markup: str) -> str:
    """The words of a piece of markup as one line."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    seen = Composition()
    seen.markup(markup if "<" in markup else escape(markup, quote=False).replace("&amp;", "&"))
    return " ".join(seen.page.text.split())
