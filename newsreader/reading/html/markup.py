"""A page's text to a tree, whatever the markup is.

lxml forgives everything but two shapes, so those never reach it: one tag with very many attributes
(its time is quadratic in them), and nesting beyond 256 (the rest of the page would be lost: such
a page is read as paragraphs only, and a warning says so).

What must stay true: linear time; no network, no entities of the page's own, no scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.characters import REPLACEMENT
from newsreader.reading.clean import pictures
from newsreader.reading.limits import MAX_ATTRIBUTES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEAD = 4096  # bytes in which a page declares its charset
_CHARSET = re.compile(
    rb"<meta\b[^<>]{0,500}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.:-]{1,40})", re.IGNORECASE
)
_TAG = re.compile(r"<([a-zA-Z][^\s/>]{0,60})")
_ATTRIBUTE = re.compile(r"[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")
_RAW = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>|<!--.*?(?:-->|\Z)", re.DOTALL)
_OWN_DTD = re.compile(
    r"\s*+(?:<\?[^<>]*+>\s*+)?<!DOCTYPE[^<>\[\]]{0,1000}\[[^\]]*+\]\s{0,100}>", re.IGNORECASE
)
_RUN = re.compile(r"(?:<p>\s*+)+")
_DEEP = "nested too deeply; only its paragraphs are read"

_REFUSED = dict.fromkeys((0xFFFE, 0xFFFF), REPLACEMENT)
SILENT = frozenset({
    "script", "style", "template", "noscript", "svg", "iframe", "object", "embed", "canvas",
    "map", "button", "select", "textarea", "input", "dialog", "audio", "video", "nav", "menu",
    "math", "title", "amp-ad", "amp-sticky-ad", "amp-embed", "amp-consent", "amp-sidebar",
})  # fmt: skip
"""Elements that are no part of a text, whatever they hold."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
})  # fmt: skip
"""Elements that stand on lines of their own."""

_NO_WORDS = ("head", "iframe", "menu", "nav", "noscript", "script", "select", "style", "template")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """The first charset that the head of a page declares, None if it declares none."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", errors="replace") if found else None


def parse_tree(text: str) -> tuple[Element | None, tuple[str, ...]]:
    """The tree of a page and what a reader should know of it.

    Args:
        text: the canonical text of the page's source.

    Returns:
        The root, None where there is no element at all; warnings.
    """
    own = _OWN_DTD.match(text)  # the parser would show its end as words
    root, deep = _parsed(few_attributes(text[own.end() :] if own else text))
    if not deep:
        return root, ()
    flat = _RUN.sub("<p>", _ANY_TAG.sub("<p>", _RAW.sub(" ", text)))
    return _parsed(flat)[0], (_DEEP,)


def _parsed(text: str) -> tuple[Element | None, bool]:
    """The tree, and whether the page nests more deeply than can be read."""
    from lxml import etree  # noqa: PLC0415  (only who reads a page pays for it)

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None, False
    deep = any("depth" in entry.message for entry in parser.error_log)
    if root is not None and "<embed" in text:
        etree.strip_tags(root, "embed")  # the parser puts what follows it into it
    return root, deep


def few_attributes(text: str) -> str:
    """``text`` with at most :data:`MAX_ATTRIBUTES` attributes in each tag."""
    parts: list[str] = []
    kept = 0
    for start, end in _surplus(text):
        parts.append(text[kept:start])
        kept = end
    return "".join((*parts, text[kept:])) if parts else text


def _surplus(text: str) -> Iterator[tuple[int, int]]:
    """The spans of attributes beyond the most that a tag may have."""
    at = 0
    while tag := _TAG.search(text, at):
        at, count, cut = tag.end(), 0, None
        while found := _ATTRIBUTE.match(text, at):
            count += 1
            if count == MAX_ATTRIBUTES:
                cut = found.end()
            at = found.end()
        if cut is not None and cut < at:
            yield cut, at
        raw = _RAW.match(text, tag.start()) if tag[1].lower() in {"script", "style"} else None
        at = max(at, raw.end()) if raw else at


def is_silent(element: Element) -> bool:
    """Whether nobody who looks at the page sees the element, or it is no part of a text."""
    if element.tag in SILENT or not isinstance(element.tag, str):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style[:2000]) is not None


def without(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = _storable((before.tail or "") + tail)
        else:
            parent.text = _storable((parent.text or "") + tail)
    parent.remove(element)


def _storable(text: str) -> str:
    """``text`` as lxml takes it back: it gives out characters that it refuses."""
    return pictures(text).translate(_REFUSED)


def without_silent(root: Element) -> None:
    """Take out of a tree what nobody sees."""
    for element in list(root.iter()):
        if element is not root and is_silent(element):
            without(element)


def with_hidden(root: Element) -> None:
    """Leave in a tree all that has words, whether or not anybody sees it.

    For a page that shows nothing: an element that was never closed has swallowed its text, or a
    script would have shown it.
    """
    from lxml import etree  # noqa: PLC0415  (only who reads a page pays for it)

    etree.strip_elements(root, *_NO_WORDS, with_tail=False)


def words(element: Element, most: int = 400) -> str:
    """The first words of an element, white space collapsed; at most about ``most`` code points."""
    if not len(element):
        return " ".join((element.text or "")[:most].split())
    parts: list[str] = []
    length = 0
    for piece in _pieces(element):
        parts.append(piece[:most])
        length += len(piece)
        if length > most or len(parts) > most:
            break
    return " ".join("".join(parts).split())


def _pieces(element: Element) -> Iterator[str]:
    """The text of an element piece by piece, with a space wherever a line begins or ends."""
    from lxml import etree  # noqa: PLC0415  (only who reads a page pays for it)

    for event, each in etree.iterwalk(element, events=("start", "end")):
        if each is not element and (each.tag in BLOCKS or each.tag == "br"):
            yield " "
        said = each.text if event == "start" else each.tail
        if said and not (event == "end" and each is element):
            yield said
