"""Titles and bodies of entries as what they are: words, plain text, markup or a tree of XHTML.

Atom states the kind; RSS means HTML and is often only words; both are sometimes escaped once too
often. What must stay true: a text that only mentions a tag is not taken for markup.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from typing import TYPE_CHECKING, NamedTuple

from newsreader.reading.clean import canonical, decode
from newsreader.reading.html.markup import parse_tree, without_silent
from newsreader.reading.xml.tree import as_html, attribute, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from newsreader.reading.composing import Composition

_NAMES = (
    r"(?:a|abbr|article|aside|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|figure|"
    r"figcaption|font|footer|form|h[1-6]|header|hr|html|i|iframe|img|ins|li|mark|ol|p|picture|pre|q|s|"
    r"script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video|"
    r"wbr)"
)
_TAG = re.compile(
    rf"</?{_NAMES}(?:\s[^<>]*+)?/?>|</[a-z][\w:-]{{0,30}}>|<[a-z][\w:-]{{0,30}}\s+[\w:-]{{1,30}}="
    r"|<!--|<!\[CDATA\[",
    re.IGNORECASE,
)
_ESCAPED_TAG = re.compile(rf"&lt;/?{_NAMES}(?:\s|/|&gt;)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*+>")
_SILENT = re.compile(r"<(?:script|style|!--|iframe|object|svg|noscript)", re.IGNORECASE)
_FEW = 200  # code points that may be nothing but references to white space
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANK = re.compile(r"\n[ \t]*+\n\s*+")
_HTML = frozenset({"html", "text/html", "application/xhtml+xml", "xhtml"})
_PLAIN = frozenset({"text", "text/plain"})


class Body(NamedTuple):
    """The body of an entry."""

    text: str = ""
    markup: bool = False  # whether the text is HTML; else its lines and blank lines count
    root: Element | None = None  # a tree of XHTML instead of a text

    @property
    def blank(self) -> bool:
        """Whether there are no words in it."""
        if self.root is not None:
            return not text_of(self.root).strip()
        bare = _ANY_TAG.sub("", self.text).strip()
        bare = html.unescape(bare).strip() if len(bare) < _FEW else bare
        if bare and self.markup and _SILENT.search(self.text):
            bare = plain_words(self.text)
        return not bare

    def put(self, composition: Composition) -> None:
        """Put the body into an article."""
        if self.root is not None:
            composition.element(self.root)
        elif self.markup and _TAG.search(self.text):
            composition.markup(self.text)
        elif self.markup:
            for part in _BLANK.split(html.unescape(self.text)):
                composition.paragraph(" ".join(part.split()))
        else:
            composition.plain(self.text)


NOTHING = Body()


def body_of(element: Element, *, typed: bool) -> Body:
    """The body that an element holds.

    Args:
        element: a description, summary, content ...
        typed: whether it is Atom's, which states its type; else it is HTML or only words.
    """
    kind = attribute(element, "type").partition(";")[0].lower()
    mode = attribute(element, "mode").lower()  # Atom 0.3
    text = text_of(element)
    if mode == "base64" or (
        kind and "/" in kind and not kind.startswith("text/") and not len(element)
    ):
        text = _from_base64(text) or ("" if mode == "base64" else text)
    if len(element):
        return Body(root=as_html(element))
    if typed and kind in _PLAIN and mode != "escaped":
        return Body(text)
    if typed and not kind and not _TAG.search(text):
        return Body(text)
    if typed and kind and kind not in _HTML and "xml" in kind:
        return Body(text)
    return Body(once_less(text), markup=True)


def _from_base64(text: str) -> str:
    """The text that base64 stands for; "" where it is none."""
    try:
        return canonical(decode(base64.b64decode("".join(text.split()), validate=True)).text)
    except (binascii.Error, ValueError):
        return ""


def once_less(markup: str) -> str:
    """Markup that was escaped once too often, as it was meant; other markup as it is."""
    if "<" in markup:
        return _CDATA.sub("", markup) if "<![CDATA[" in markup else markup
    return html.unescape(markup) if _ESCAPED_TAG.search(markup) else markup


def title_of(element: Element | None, *, typed: bool) -> str:
    """The words of a title, tags and scripts taken out; "" for none.

    Args:
        element: the title, None for none.
        typed: whether it is Atom's; there, a title of the type "text" is words whatever is in it.
    """
    if element is None:
        return ""
    kind = attribute(element, "type").lower()
    if len(element):
        return " ".join(text_of(as_html(element)).split())
    text = text_of(element)
    if typed and kind in {"", *_PLAIN} and attribute(element, "mode").lower() != "escaped":
        return " ".join((html.unescape(text) if _REFERENCE.search(text) else text).split())
    return plain_words(text)


def plain_words(markup: str) -> str:
    """The words of a piece of markup, or of a text that is none, as one line."""
    markup = once_less(markup)
    if _TAG.search(markup):
        root, _ = parse_tree(canonical(markup))
        if root is None:
            return ""
        without_silent(root)
        return " ".join(text_of(root).split())
    return " ".join(html.unescape(markup).split())
