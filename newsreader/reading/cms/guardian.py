"""The Guardian's JSON: pages of the front end, and answers of the content API.

Both have an article as blocks: a live blog's entries, newest first, or one block that is the whole
of an ordinary story. Three clocks stand at each; the first publication is the entry's time. Pinned
posts and key events are copies of blocks and are read once, in their own place.

What must stay true: an ordinary article has no updates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsreader.errors import SourceError
from newsreader.model.article import Article
from newsreader.reading.cms.guardian_bodies import is_live_body, put_live_body
from newsreader.reading.cms.guardian_elements import (
    put_assets,
    put_elements,
    put_main,
    put_markup,
)
from newsreader.reading.cms.left_out import LeftOut, on_page, other_pages
from newsreader.reading.cms.signed import signed
from newsreader.reading.composing import Composition
from newsreader.reading.json.answers import complaint
from newsreader.reading.json.fields import body, listed, names, objects, time, truth, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.json.shapes import at
from newsreader.reading.limits import MAX_ENTRIES
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated

_SITE = "https://www.theguardian.com/"
_LISTS = ("response.results", "response.leadContent", "response.editorsPicks", "results")
_LIVE_DESIGNS = frozenset({"LiveBlogDesign", "DeadBlogDesign", "LiveBlog", "DeadBlog"})
_LIVE_TAG = "tone/minutebyminute"
_TITLE_ONLY = "only the title is in this file"


class _Item(NamedTuple):
    """One article of either interface, its parts found."""

    value: dict[str, Any]
    blocks: list[dict[str, Any]]
    live: bool


def parse(raw: Raw, document: Document) -> list[Article]:
    """The articles of a front-end page or of an answer of the content API.

    Raises:
        SourceError: it is an error answer, or names removed items only, or has no text.
    """
    items = _items(document.value)
    if not items:
        raise SourceError(raw.source, _refusal(document.value))
    return [_article(raw, document, item) for item in items]


def _items(value: object) -> list[dict[str, Any]]:
    """The articles in a document, wherever its kind of answer keeps them."""
    content = at(value, "response.content") or at(value, "content")
    if isinstance(content, dict) and words(content, "webTitle"):
        return [content]
    found = [item for path in _LISTS for item in objects(value, path) if words(item, "webTitle")]
    if found:
        return list({words(item, "id", "webUrl", "webTitle"): item for item in found}.values())
    for candidate in _inner(value):
        if words(candidate, "webTitle", "headline") and not at(candidate, "response"):
            return [candidate]
    return []


def _inner(value: object) -> Iterator[dict[str, Any]]:
    """An object, and the objects right in it: fixtures and pages wrap the article once."""
    if isinstance(value, dict):
        yield value
        yield from (each for each in value.values() if isinstance(each, dict))


def _refusal(value: object) -> str:
    """Why there is nothing to read, in plain words."""
    if words(value, "response.status") != "ok" and (said := complaint(value)):
        return said
    removed = [each for path in _LISTS for each in listed(value, path) if isinstance(each, str)]
    if removed:
        return f"a list of {len(removed)} removed items, without their texts"
    return "an answer without any article"


def _article(raw: Raw, document: Document, value: dict[str, Any]) -> Article:
    item = _item(value)
    uri = words(value, "canonicalUrl", "webURL", "webUrl")
    page_id = words(value, "id", "pageId")
    here, total = _page(value)
    stated = Stated(
        title=words(value, "headline", "fields.headline", "webTitle"),
        byline=words(value, "byline", "fields.byline") or None,
        published=time(value, "webPublicationDate", "fields.firstPublicationDate"),
        language=words(value, "lang", "fields.lang") or None,
        uri=on_page(uri or (_SITE + page_id if page_id else None), here),
    )
    composition = Composition(stated.title, base=stated.uri or _SITE)
    put_markup(composition, body(value, "standfirst", "fields.standfirst"))
    put_main(composition, value)
    left_out = LeftOut()
    put = _put_blocks(composition, item, stated, left_out) or _put_body(composition, value)
    if not put:
        put_markup(composition, body(value, "fields.trailText", "trailText"))
    warnings = (
        *document.warnings,
        *other_pages(here, total),
        *left_out.warnings,
        *(() if put else (_TITLE_ONLY,)),
    )
    return composition.article(raw, "guardian", stated, warnings)


def _page(value: dict[str, Any]) -> tuple[int, int]:
    """Which of how many pages of a live blog it is."""
    here, total = at(value, "pagination.currentPage"), at(value, "pagination.totalPages")
    known = isinstance(here, int) and isinstance(total, int)
    return (here, total) if known else (1, 1)


def _item(value: dict[str, Any]) -> _Item:
    """The blocks of an article, each once, and whether they are a live blog's."""
    requested = at(value, "blocks.requestedBodyBlocks")
    several: Iterable[object] = requested.values() if isinstance(requested, dict) else ()
    lists = [
        objects(value, "blocks") if isinstance(value.get("blocks"), list) else [],
        objects(value, "blocks.body"),
        *(objects({"blocks": each}, "blocks") for each in several),
    ]
    by_id: dict[str, dict[str, Any]] = {}
    for blocks in filter(None, lists):
        for name, block in _once(blocks[:MAX_ENTRIES], len(by_id)).items():
            by_id.setdefault(name, block)
    found = list(by_id.values())
    if len(list(filter(None, lists))) > 1 and all(_time(block) for block in found):
        found.sort(key=_time_of, reverse=True)
    return _Item(value, found, len(found) > 1 or _is_live(value))


def _once(blocks: list[dict[str, Any]], first: int) -> dict[str, dict[str, Any]]:
    """The blocks of one list by their names; of copies the last, for the first is pinned."""
    found: dict[str, dict[str, Any]] = {}
    for number, block in enumerate(blocks, start=first):
        name = words(block, "id") or f" {number}"
        found.pop(name, None)
        found[name] = block
    return found


def _time_of(block: dict[str, Any]) -> str:
    """When a block was first published, so that it can be compared: all are told in UTC."""
    return _time(block) or ""


def _is_live(value: dict[str, Any]) -> bool:
    """Whether an article says that it is a live blog."""
    if words(value, "format.design", "designType") in _LIVE_DESIGNS:
        return True
    if words(value, "contentType") == "LiveBlog" or truth(at(value, "fields.liveBloggingNow")):
        return True
    return any(words(tag, "id") == _LIVE_TAG for tag in objects(value, "tags"))


def _put_blocks(composition: Composition, item: _Item, stated: Stated, left_out: LeftOut) -> bool:
    """Put the blocks into the article; whether there were any words in them."""
    before = len(composition.page.blocks)
    known = {words(block, "id") for block in item.blocks}
    pinned = [p for p in objects(item.value, "pinnedPost") if words(p, "id") not in known]
    for block in pinned if item.live else ():
        composition.heading(words(block, "title"), 3)
        _put_block(composition, block, item.value, stated)
    for block in item.blocks:
        if at(block, "published") is not None and not truth(at(block, "published")):
            left_out.add("unpublished entry", "unpublished entries")
        elif item.live:
            with composition.section(_time(block), _title(block)):
                _put_block(composition, block, item.value, stated)
        else:
            _put_block(composition, block, item.value, stated)
    composition.flow.flush()
    return len(composition.page.blocks) > before


def _time(block: dict[str, Any]) -> str | None:
    """When a block was first published."""
    return time(
        block,
        "blockFirstPublished",
        "firstPublishedDate",
        "publishedDate",
        "blockCreatedOn",
        "createdDate",
    )


def _title(block: dict[str, Any]) -> str:
    return words(block, "title", "attributes.title")


def _put_block(
    composition: Composition, block: dict[str, Any], article: dict[str, Any], stated: Stated
) -> None:
    """Put one block's words, and below them who wrote it where that is not the whole article's."""
    markup, elements = body(block, "bodyHtml"), listed(block, "elements")
    writers = _contributors(block, article)
    with signed(composition, writers if writers != stated.byline else ""):
        if markup:
            put_markup(composition, markup)
        elif elements:
            put_elements(composition, elements)
        else:
            composition.markup(body(block, "bodyTextSummary"))


def _contributors(block: dict[str, Any], article: dict[str, Any]) -> str:
    """Who wrote a block: names, or the tags' names of the profiles that are listed."""
    profiles = {words(tag, "id"): words(tag, "webTitle") for tag in objects(article, "tags")}
    found = [
        profiles.get(each, "") if isinstance(each, str) else each
        for each in listed(block, "contributors")
    ]
    return names(found, "name")


def _put_body(composition: Composition, value: dict[str, Any]) -> bool:
    """Put a body that is one piece of markup; whether there was any."""
    markup = body(value, "fields.body", "body", "fields.bodyText")
    if not markup:
        return put_assets(composition, value)
    if is_live_body(markup):
        put_live_body(composition, markup)
    else:
        put_markup(composition, markup)
    return True
