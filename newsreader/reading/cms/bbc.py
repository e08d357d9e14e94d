"""The BBC's JSON: live pages as streams of posts, and articles, all as trees of blocks.

What must stay true: a post has the time at which it was first published; what the stream shows
between its posts (promotions of other pages) is no entry.
"""

from __future__ import annotations

import re
from typing import Any

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading.cms.bbc_blocks import find, inline, plain, put_blocks
from newsreader.reading.cms.left_out import LeftOut, on_page, other_pages
from newsreader.reading.composing import Composition
from newsreader.reading.json.fields import body, objects, time, words
from newsreader.reading.json.lenient import Document
from newsreader.reading.json.shapes import at
from newsreader.reading.limits import MAX_ENTRIES
from newsreader.reading.sources import Raw
from newsreader.reading.stated import Stated

_SITE = "https://www.bbc.com"
_STREAMS = ("liveTextStream.content.data", "liveTextStream.content", "content.data", "")
_CLOCKS = ("dates.firstPublished", "dates.curated", "dates.lastPublished")
_NUMBERS = (
    "analytics.page.contentId",
    "metadata.atiAnalytics.contentId",
    "atiAnalytics.contentId",
    "id",
)
_TOPIC = re.compile(r"(?:urn:bbc:(?:tipo:topic|live:coverage):)?(c[a-z0-9]{6,20}t)(?:\.page)?$")
_REPORTER = re.compile(
    r"^[^,.!?]{3,60}, BBC\b|^BBC [A-Z][^.!?]{0,60}$|^(?:By|Reporting from) [^.!?]{3,80}$"
)
_CANDY_LINK = re.compile(
    r'<link>\s*<caption>([^<]{0,300})</caption>(?:\s*<url[^<>]{0,500}?href="([^"<>]{0,500})"[^<>]*>'
    r"(?:</url>)?|\s*<(?!/link>)[^<>]{0,500}>){0,5}\s*</link>"
)


def parse(raw: Raw, document: Document) -> list[Article]:
    """The one article of a live page or of an article's data.

    Raises:
        SourceError: it holds neither.
    """
    value = document.value
    data = at(value, "data") if isinstance(at(value, "data"), dict) else value
    article = at(data, "article") or at(data, "pageData") or data
    if isinstance(at(article, "content.model"), dict) or isinstance(
        at(article, "content.blocks"), list
    ):
        return [_article(raw, document, article)]
    results = _results(data)
    if not results and not words(data, "title"):
        raise SourceError(raw.source, "no article and no live page in this file")
    return [_live(raw, document, data, results)]


# -- live pages ------------------------------------------------------------------------------


def _results(data: object) -> list[dict[str, Any]]:
    for path in _STREAMS:
        if found := objects(data, f"{path}.results" if path else "results"):
            return found
    return []


def _live(raw: Raw, document: Document, data: object, results: list[dict[str, Any]]) -> Article:
    stream = next((at(data, p) for p in _STREAMS if p and objects(data, f"{p}.results")), data)
    here, total = at(stream, "page.index"), at(stream, "page.total")
    here, total = (here, total) if isinstance(here, int) and isinstance(total, int) else (1, 1)
    stated = Stated(
        title=words(data, "title", "seo.seoTitle"),
        byline=words(data, "liveTextStream.contributors") or None,
        published=time(data, "firstPublishedDateTime", "seo.datePublished", "startDateTime"),
        language=words(data, "language") or None,
        uri=on_page(_live_uri(data), here),
    )
    composition = Composition(stated.title, base=stated.uri or _SITE)
    composition.paragraph(words(data, "description"))
    put_blocks(composition, at(data, "summaryPoints.content"))
    left_out = LeftOut()
    last = {words(post, "urn"): number for number, post in enumerate(results[:MAX_ENTRIES])}
    for number, post in enumerate(results[:MAX_ENTRIES]):
        name = words(post, "urn")
        if (name and last[name] != number) or words(post, "type") not in {"", "POST"}:
            left_out.add("repeated or promoted entry", "repeated or promoted entries")
            continue
        with composition.section(time(post, *_CLOCKS), _headline(post)):
            _put_post(composition, post)
    warnings = (*document.warnings, *other_pages(here, total), *left_out.warnings)
    return composition.article(raw, "bbc", stated, warnings)


def _headline(post: object) -> str:
    block = find(at(post, "header"), "headline")
    return plain(block) if block else words(post, "titles.[].title")


def _put_post(composition: Composition, post: object) -> None:
    """Put a post into the article, and below it who wrote it."""
    header = at(post, "header")
    for block in objects(header, "model.blocks"):
        said = plain(block) if words(block, "type") == "subheadline" else ""
        if _REPORTER.search(said):
            composition.paragraph(said, BlockKind.BYLINE)
        else:
            composition.heading(said, 4)
    put_blocks(composition, at(post, "content"))
    if not isinstance(at(post, "content"), dict):
        composition.paragraph(words(post, "descriptions.[].text"))
    put_blocks(composition, header, frozenset({"headline", "subheadline"}))


def _live_uri(data: object) -> str | None:
    """The page's address, made of the place that it stands at and its number."""
    if address := words(data, "metadata.locators.canonicalUrl", "canonicalUrl", "url"):
        return address if address.startswith(("http://", "https://")) else _SITE + address
    number = _TOPIC.search(words(data, *_NUMBERS))
    place = words(data, "home")
    if number and re.fullmatch(r"[a-z_-]{2,30}", place):
        return f"{_SITE}/{place}/live/{number[1]}"
    return None


# -- articles --------------------------------------------------------------------------------


def _article(raw: Raw, document: Document, value: object) -> Article:
    content = at(value, "content")
    headline = find(content, "headline")
    stated = Stated(
        title=plain(headline)
        if headline
        else words(value, "promo.headlines.headline", "promo.headlines.seoHeadline"),
        byline=_byline(value) or None,
        published=time(value, "metadata.firstPublished", "metadata.timestamp", "promo.timestamp"),
        language=words(value, "metadata.passport.language", "metadata.language") or None,
        uri=_article_uri(value),
    )
    composition = Composition(stated.title, base=stated.uri or _SITE)
    if isinstance(at(content, "model"), dict):
        put_blocks(composition, content, frozenset({"headline"}))
    else:
        for block in objects(content, "blocks"):
            _put_asset(composition, block)
    return composition.article(raw, "bbc", stated, document.warnings)


def _byline(value: object) -> str:
    """Who signs an article: the names in its byline, or the older form's name."""
    block = find(at(value, "content"), "byline")
    name = find(block, "name") if block else None
    return plain(name) if name else words(value, "promo.byline.name", "metadata.byline.name")


def _article_uri(value: object) -> str | None:
    address = words(value, "metadata.locators.canonicalUrl", "promo.locators.canonicalUrl")
    path = words(value, "metadata.locators.assetUri", "promo.locators.assetUri")
    if address.startswith(("http://", "https://")):
        return address
    return _SITE + path if path.startswith("/") else words(value, "metadata.id") or None


def _put_asset(composition: Composition, block: dict[str, Any]) -> None:
    """One block of the older form: its words are beside its type, with some markup of its own."""
    kind, text = words(block, "type"), body(block, "text")
    text = _CANDY_LINK.sub(r'<a href="\2">\1</a>', text)
    if kind in {"crosshead", "subheading", "heading"}:
        composition.heading(words({"text": text}, "text"), 3)
    elif kind == "list":
        items = "".join(f"<li>{inline(item)}</li>" for item in objects(block, "items"))
        composition.markup(f"<ul>{items}</ul>")
    elif kind in {"image", "media", "video"}:
        composition.paragraph(words(block, "caption"), BlockKind.CAPTION)
    elif kind in {"paragraph", "introduction", "blockquote"}:
        composition.markup(text)
    elif not text:
        put_blocks(composition, {"blocks": [block]})
