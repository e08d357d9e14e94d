"""An HTML page to an article: the way from its bytes, through its tree, to text and sections.

Updates are taken from the page's own structure first, dated by its data, then from its data alone;
where neither shows any, the text is left to the splitter, which knows the markers that people type.

What must stay true: the only error is a :class:`SourceError`, whatever the page holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.model.article import Article, Section
from newsreader.reading.clean import Decoded, canonical, decode
from newsreader.reading.composing import Composition
from newsreader.reading.html.entries import Live, find_entries, is_elsewhere
from newsreader.reading.html.jsonld import Data, find_data
from newsreader.reading.html.markup import (
    declared_charset,
    parse_tree,
    with_hidden,
    without,
    without_silent,
)
from newsreader.reading.html.postings import is_within, located, marked, told, with_times
from newsreader.reading.html.stated import find_stated
from newsreader.reading.html.top import find_top, with_top
from newsreader.reading.html.weighing import main_node, prune, weigh
from newsreader.reading.limits import MAX_TAGS
from newsreader.reading.raw import Raw
from newsreader.reading.stated import Stated, is_page

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRAWN = 0.5  # of what the page shows its data must hold to be more than a summary of it
_PARAGRAPH = 120  # code points, with which a text is one, however short: of most, a paywall's
_SHORT = 250  # code points; with less text than that, all of the page is read


def parse(raw: Raw, decoded: Decoded) -> list[Article]:
    """The one article of an HTML page."""
    if decoded.warnings:
        decoded = decode(raw.data, declared_charset(raw.data) or raw.charset)
    source = canonical(decoded.text)
    if source.count("<") > MAX_TAGS:
        raise SourceError(raw.source, f"more than {MAX_TAGS:,} tags, the most that are read")
    root, warnings = parse_tree(source)
    if root is None:
        raise SourceError(raw.source, "no text in this page")
    data = find_data(root)
    data = data._replace(updates=marked(root, data.updates))
    stated = find_stated(root, data)
    top = find_top(root, stated.title)
    stated = stated._replace(published=stated.published or top.published)
    if stated.uri is None and is_page(raw.uri):  # what relative links are joined with
        stated = stated._replace(uri=raw.uri)
    read = _read(root, data, stated)
    if not read.flow.sections and _is_stub(read):
        read = _fuller(read, _everything(source, stated), data, stated)
    return [with_top(read.article(raw, "html", stated, (*decoded.warnings, *warnings)), top)]


def _is_stub(read: Composition) -> bool:
    """Whether so little was read that the story may be elsewhere on the page."""
    longest = max((block.end - block.start for block in read.page.blocks[1:]), default=0)
    return len(read.page.text) < _SHORT and longest < _PARAGRAPH


def _read(root: Element, data: Data, stated: Stated) -> Composition:
    """The story's part of the page, and its updates."""
    prune(root, weigh(root))
    weights = weigh(root)
    main = main_node(root, weights)
    live: Live | None = None
    for found in find_entries(root, weights):
        if not is_elsewhere(found, main, weights):
            live = found
            break
        for entry in () if found.flat else found.entries:
            without(entry.holder)
    for part in live.again if live is not None else ():
        without(part)
    read = _begun(stated)
    flow = read.flow
    flow.walk(_with(main, live), live)
    if live is not None:
        flow.sections = with_times(flow.page, flow.sections, data.updates)
    elif data.updates:
        sections = located(flow.page, data.updates)
        if not sections:
            return _drawn(read, data, stated, sections)
        flow.sections = sections
    return read


def _with(main: Element, live: Live | None) -> Element:
    """The part to read: the story's, with all its entries."""
    if live is None or main in set(live.root.iterancestors()):
        return main
    return live.root


def _drawn(
    read: Composition, data: Data, stated: Stated, shown: list[Section] | None
) -> Composition:
    """The updates of a page that a script would have drawn, or has drawn some of.

    ``read`` where they have no words, or where the page shows much that is not in them.
    """
    own = _begun(stated)
    own.markup(data.body)
    told(own, data.updates)
    if not own.flow.sections or len(own.page.text) < _DRAWN * len(read.page.text):
        return read
    return own if shown is None or is_within(read.page, own.page) else read


def _fuller(read: Composition, everything: Composition, data: Data, stated: Stated) -> Composition:
    """Of a page with hardly a text: all of it, or the body that its data state."""
    body = _begun(stated)
    body.markup(data.body)
    return max((read, body, everything), key=lambda each: len(each.page.text))


def _everything(source: str, stated: Stated) -> Composition:
    """All that the page shows, chrome with it; nothing of one that is mostly links.

    Where it shows nothing at all: what it hides, if that is a text.
    """
    root, _ = parse_tree(source)
    read = _begun(stated)
    if root is None:
        return read
    shown = weigh(root)[root]
    if not shown.text:
        with_hidden(root)
    elif shown.links * 2 <= shown.text:
        without_silent(root)
    else:
        return read
    read.flow.walk(root)
    return read


def _begun(stated: Stated) -> Composition:
    """A text that begins with the title."""
    return Composition(stated.title, base=stated.uri)
