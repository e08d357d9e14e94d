"""A part of a page's tree to running text: blocks, links, and where its entries begin and end.

White space is collapsed as a browser does, blocks stand apart by a blank line, a line break is an
LF and two are a new paragraph. Cells of a table's row are joined by dots: a bar would make a time
in the first of them a marker.

What must stay true: nothing of the part is left out, but what ``weighing`` took out before and a
title that stands on top already; the walk does not recurse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsreader.model.article import Block, BlockKind, Link, Section
from newsreader.reading.html.embedded import as_post, is_embedded, known_of
from newsreader.reading.html.entries import Entry, Live
from newsreader.reading.html.furniture import is_furniture
from newsreader.reading.html.markup import BLOCKS
from newsreader.reading.limits import MAX_HEADLINE
from newsreader.reading.rendering import Page
from newsreader.reading.stated import key
from newsreader.reading.text import is_rule

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|(?:photo|image|picture)-?credits?)(?:$|[\s_-])|^credits?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:^|[\s_-])byline(?:$|\s)|(?:^|\s)(?:article|post|entry)-author$", re.IGNORECASE
)
_KINDS = {"caption": BlockKind.CAPTION, "byline": BlockKind.BYLINE}
_BYLINE = 120  # code points that a byline may have
_WHITE = re.compile(r"[ \t\n\r\f]+")
_SAFE = ("http://", "https://", "mailto:")
_LONGEST = 2000  # code points of an address
_SEEN = 40  # letters by which a caption is known again
_DEEPEST = 6  # levels of lists and quotations that are told apart


class Flow:
    """Puts parts of a page on a :class:`Page`, in order."""

    def __init__(self, page: Page, *, base: str | None = None, title: str | None = None) -> None:
        self.page = page
        self.sections: list[Section] = []
        self._base = base
        self._title = key(title) if title else ""
        self._parts: list[str] = []
        self._links: list[Link] = []
        self._linked = 0  # code points of the next words that lead somewhere
        self._length = 0
        self._spaced = True  # white space before the next words would be collapsed
        self._open: list[str] = []  # the kinds of the elements around the next words
        self._anchors: list[tuple[int, str | None]] = []
        self._cell_at = 0  # the number of blocks before the cell that is open
        self._captions: dict[str, int] = {}  # first letters, length
        self._entry: tuple[int, Entry | None, Block | None] | None = None

    def walk(self, root: Element, live: Live | None = None) -> None:
        """Put all of ``root`` on the page; the entries of ``live`` become sections."""
        self.append(root, live)
        self.finish()

    def append(self, root: Element, live: Live | None = None) -> None:
        """As :meth:`walk`, within the entry that is open."""
        from lxml import etree  # noqa: PLC0415  (only who reads a page pays for it)

        entries = live.entries if live else ()
        holders = {entry.holder: entry for entry in entries}
        cells = {entry.cell: entry for entry in entries}
        embedded: list[tuple[Element, int]] = []
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                if element in holders:
                    self.begin(holders[element])
                if element in cells:
                    self.flush()
                    self._cell_at = len(self.page.blocks)
                self._start(element)
                if is_embedded(element):
                    embedded.append((element, len(self.page.blocks)))
                continue
            self._end(element)
            if embedded and element is embedded[-1][0]:
                as_post(self.page, embedded.pop()[1], known_of(element))
            if element in cells:
                self._cell()
            if live and (element is live.root if live.flat else element in holders):
                self.finish()
            if element is not root:
                self._add(element.tail)
        self.flush()

    def begin(self, entry: Entry | None) -> None:
        """From here on, everything is of this entry."""
        self.finish()
        self._entry = (len(self.page.blocks), entry, None)

    def finish(self, time: str | None = None) -> None:
        """The open entry, if there is one, ends here."""
        self.flush()
        if self._entry is None:
            return
        first, entry, cell = self._entry
        self._entry = None
        blocks = self.page.blocks[first:]
        if not blocks:
            return
        top = blocks[: 2 if cell else 1]
        heading = next((b for b in top if b.kind is BlockKind.HEADING and b is not cell), None)
        self.sections.append(
            Section(
                blocks[0].start,
                blocks[-1].end,
                marker=(cell.start, cell.end) if cell else None,
                headline=(heading.start, heading.end) if heading else None,
                time=entry.time if entry else time,
            )
        )

    def flush(self, ended: str | None = None) -> None:
        """Put the words gathered so far on the page as one block.

        Args:
            ended: what the element that ends here says of their kind, if anything.
        """
        if self._parts:
            said = "".join(self._parts)
            kind, level = self._kind(ended)
            if is_rule(said):
                kind, level = BlockKind.RULE, 0
            elif kind is BlockKind.BYLINE and len(said) > _BYLINE:
                kind = BlockKind.PARAGRAPH  # a card about the author, or all that stands beside it
            elif kind is BlockKind.HEADING and len(said) > MAX_HEADLINE:
                kind, level = BlockKind.PARAGRAPH, 0  # large type is no headline yet
            if not (self._is_repeated(said, kind) or is_furniture(said, self._linked)):
                self.page.add(said, kind, level, self._links)
        self._parts, self._links, self._length, self._spaced = [], [], 0, True
        self._linked = 0
        self._anchors = [(0, url) for _, url in self._anchors]

    def _is_repeated(self, said: str, kind: BlockKind) -> bool:
        """Whether that is the title once more, or a caption that was there already, in full.

        Galleries show their captions in full and in short, and the first one above the story.
        """
        if kind is BlockKind.HEADING:
            return self._title == key(said)
        if kind is not BlockKind.CAPTION:
            return False
        known = key(said[: 2 * _SEEN])[:_SEEN]
        full = self._captions.get(known, 0)
        self._captions[known] = max(full, len(said))
        return len(said) <= full

    def _cell(self) -> None:
        """The words gathered since the cell began are the entry's time."""
        self.flush()
        if self._entry is not None and len(self.page.blocks) == self._cell_at + 1:
            self._entry = (*self._entry[:2], self.page.blocks[-1])

    def _is_credit(self, told: str | None) -> bool:
        """Whether an element is a caption or a byline by itself, and not only a part of one."""
        return told in _KINDS and told not in self._open

    def _kind(self, ended: str | None) -> tuple[BlockKind, int]:
        """What the words are, by the innermost element that says so."""
        open_ = [*self._open, ended] if ended else self._open
        for kind in reversed(open_):
            if kind in _HEADINGS:
                return BlockKind.HEADING, _HEADINGS[kind]
            if kind in _KINDS:
                return _KINDS[kind], 0
            if kind == "li":
                return BlockKind.LIST_ITEM, min(open_.count("li"), _DEEPEST)
            if kind == "blockquote":
                return BlockKind.QUOTATION, min(open_.count("blockquote"), _DEEPEST)
        return BlockKind.PARAGRAPH, 0

    def _start(self, element: Element) -> None:
        tag = element.tag
        told = _told(element)
        if tag in BLOCKS or self._is_credit(told):
            self.flush()
        if told is not None:
            self._open.append(told)
        if tag == "br":
            self._break()
        elif tag == "hr":
            self.page.add("* * *", BlockKind.RULE)
        elif tag in {"td", "th"} and self._parts:
            self._put(" · ")
        elif tag == "a":
            self._anchors.append((self._length, self._address(element.get("href"))))
        self._add(element.text)

    def _end(self, element: Element) -> None:
        if element.tag == "a" and self._anchors:
            start, url = self._anchors.pop()
            self._linked += self._length - start
            if url is not None and start < self._length:
                self._links.append(Link(start, self._length, url))
        told = _told(element)
        if told is not None:
            self._open.pop()
        if element.tag in BLOCKS or self._is_credit(told):
            self.flush(told)

    def _break(self) -> None:
        """A line break; the second in a row begins a new paragraph."""
        if self._parts and self._parts[-1] == "\n":
            self.flush()
        elif self._parts:
            self._parts.append("\n")
            self._length += 1
            self._spaced = True

    def _add(self, text: str | None) -> None:
        """Words of the page, white space collapsed unless they are laid out."""
        if not text:
            return
        if "pre" not in self._open:
            text = _WHITE.sub(" ", text)
            text = text[1:] if self._spaced and text[0] == " " else text
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._spaced = text[-1] in " \n"

    def _address(self, href: str | None) -> str | None:
        """Where a link leads, None for what nobody should follow."""
        if not href or len(href) > _LONGEST:
            return None
        try:
            url = urljoin(self._base, href.strip()) if self._base else href.strip()
        except ValueError:
            return None
        return url if url.lower().startswith(_SAFE) and url.isprintable() else None


def _told(element: Element) -> str | None:
    """What an element says of the kind of the words in it, if anything."""
    tag = str(element.tag)
    if tag in _HEADINGS or tag in {"li", "blockquote", "pre"}:
        return tag
    if tag in {"figcaption", "caption"} or (tag == "figure" and _pictures(element)):
        return "caption"
    if tag in {"p", "div", "span"} and _CAPTION.search((element.get("class") or "")[:200]):
        return "caption"
    if tag in {"p", "div", "span", "address"} and _SIGNED.search(
        (element.get("class") or "")[:200]
    ):
        return "byline"
    return None


def _pictures(figure: Element) -> bool:
    """Whether a figure is one of pictures, with nothing in it that is text by itself."""
    return next(figure.iter("table", "pre", "ul", "ol", "video", "blockquote"), None) is None
