"""An HTML page to an article: the way from its bytes, through its tree, to text and sections.

Updates are taken from the page's own structure first, dated by its data, then from its data alone;
where neither shows any, the text is left to the splitter, which knows the markers that people type.

What must stay true: the only error is a :class:`SourceError`, whatever the page holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.model.article import Article, BlockKind
from newsreader.reading.clean import Decoded, canonical, decode
from newsreader.reading.header import Head, mark_head
from newsreader.reading.html.entries import Live, find_entries
from newsreader.reading.html.flow import Flow
from newsreader.reading.html.jsonld import Data, find_data
from newsreader.reading.html.markup import declared_charset, parse_tree, without_silent
from newsreader.reading.html.postings import located, put_markup, told, with_times
from newsreader.reading.html.stated import Stated, alike, find_stated
from newsreader.reading.html.weighing import main_node, prune, weigh
from newsreader.reading.limits import MAX_TAGS
from newsreader.reading.posts import find_posts
from newsreader.reading.rendering import Page
from newsreader.reading.sources import Raw, printable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHORT = 250  # code points; with less text than that, all of the page is read


def parse(raw: Raw, decoded: Decoded) -> list[Article]:
    """The one article of an HTML page."""
    if decoded.warnings:
        decoded = decode(raw.data, declared_charset(raw.data))
    source = canonical(decoded.text)
    if source.count("<") > MAX_TAGS:
        raise SourceError(raw.source, f"more than {MAX_TAGS:,} tags, the most that are read")
    root, warnings = parse_tree(source)
    if root is None:
        raise SourceError(raw.source, "no text in this page")
    data = find_data(root)
    stated = find_stated(root, data)
    flow = _read(root, data, stated)
    if not flow.sections and len(flow.page.text) < _SHORT:
        flow = _fuller(flow, _everything(source, stated), data, stated)
    if not any(block.kind is not BlockKind.RULE for block in flow.page.blocks):
        raise SourceError(raw.source, "no text in this page")
    return [_article(raw, flow, stated, (*decoded.warnings, *warnings))]


def _read(root: Element, data: Data, stated: Stated) -> Flow:
    """The story's part of the page, and its updates."""
    prune(root, weigh(root))
    weights = weigh(root)
    live = find_entries(root, weights)
    main = main_node(root, weights)
    flow = _flow(stated)
    flow.walk(_with(main, live), live)
    if live is not None:
        flow.sections = with_times(flow.page, flow.sections, data.updates)
    elif data.updates:
        sections = located(flow.page, data.updates)
        if sections is None:
            return _drawn(flow, data, stated)
        flow.sections = sections
    return flow


def _with(main: Element, live: Live | None) -> Element:
    """The part to read: the story's, with all its entries."""
    if live is None or main in set(live.root.iterancestors()):
        return main
    return live.root


def _drawn(flow: Flow, data: Data, stated: Stated) -> Flow:
    """The updates of a page that a script would have drawn; ``flow`` where they have no words."""
    own = _flow(stated)
    if data.body:
        put_markup(own, data.body)
    told(own, data.updates)
    return own if own.sections else flow


def _fuller(flow: Flow, everything: Flow, data: Data, stated: Stated) -> Flow:
    """Of a page with hardly a text: all of it, or the body that its data state."""
    body = _flow(stated)
    put_markup(body, data.body)
    return max((flow, body, everything), key=lambda each: len(each.page.text))


def _everything(source: str, stated: Stated) -> Flow:
    """All that the page shows, chrome with it; nothing of one that is mostly links."""
    root, _ = parse_tree(source)
    flow = _flow(stated)
    if root is None:
        return flow
    shown = weigh(root)[root]
    if shown.links * 2 <= shown.text:
        without_silent(root)
        flow.walk(root)
    return flow


def _flow(stated: Stated) -> Flow:
    """A page that begins with the title."""
    page = Page()
    page.add(stated.title or "", BlockKind.HEADING, 1)
    return Flow(page, base=stated.uri, title=stated.title)


def _article(raw: Raw, flow: Flow, stated: Stated, warnings: tuple[str, ...]) -> Article:
    page = flow.page
    text = page.text
    head = Head(blocks=page.blocks, published=stated.published)
    first = page.blocks[0]
    if first.kind is BlockKind.HEADING and (
        stated.title is None or alike(text[first.start : first.end], stated.title)
    ):
        head.title_span = (first.start, first.end)
    mark_head(text, head)
    span = head.title_span
    return Article(
        source=printable(raw.source),
        format="html",
        uri=stated.uri or raw.uri,
        text=text,
        blocks=tuple(find_posts(text, head.blocks, page.links)),
        title=text[slice(*span)] if span else None,
        title_span=span,
        byline=stated.byline or head.byline,
        published=head.published,
        language=stated.language,
        links=tuple(page.links),
        warnings=(*warnings, *page.warnings),
        sections=tuple(flow.sections),
    )
