"""Markdown rendered to running text, with the blocks and links of that text.

Emphasis marks, link syntax and heading hashes are gone, blocks stand apart by a blank line, a
soft line break is a space (so re-wrapping the source changes nothing), a hard one an LF. HTML is
never interpreted: it shows as what was typed. Links keep their address only if it is http, https
or mailto.

What must stay true: nothing that was written disappears; time is linear. markdown-it drops what
nests deeper than its limit and is quadratic on some shapes: documents of such a shape are read
as plain text, paragraphs of such a shape as typed, and a warning says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from newsreader.model.article import Block, BlockKind, Link
from newsreader.reading.clean import pictures
from newsreader.reading.header import parse_text
from newsreader.reading.limits import MAX_INLINE, MAX_INLINE_MARKS, MAX_NESTING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEP = re.compile(
    rf"^(?:[ \t]*+(?:>|[-+*](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))){{{MAX_NESTING + 1}}}"
    r"|^[ \t]{60,}(?:[-+*]|\d{1,9}[.)])[ \t]|^(?:[^|\n]*+\|){120}",
    re.MULTILINE,
)
_OPEN_REFERENCES = re.compile(r"^[ \t>]*+\[[^\n]*+\n(?:[ \t]*+[^\s][^\n]*+\n){200}", re.MULTILINE)
_MARKS = re.compile(r"[\[\]*_`<&!\\]")
_SAFE = ("http://", "https://", "mailto:")


def render(source: str, title: str | None = None) -> Page:
    """The rendered text of a Markdown document.

    Args:
        source: the canonical Markdown, without front matter.
        title: put on top as a heading, unless the document begins with that heading itself.
    """
    page = Page()
    words = " ".join(title.split()) if title else ""
    if _DEEP.search(source) or _OPEN_REFERENCES.search(source):
        page.warnings.append("nested too deeply for Markdown; read as plain text")
        page.add(words, BlockKind.HEADING, 1)
        page.add_plain(source)
        return page
    env: dict[str, Any] = {}
    tokens = _parser().parse(source, env)
    titled = bool(tokens) and tokens[0].type == "heading_open"
    if not (titled and _Walker(page, env).plain(tokens[1]) == words):
        page.add(words, BlockKind.HEADING, 1)
    _Walker(page, env).walk(tokens)
    return page


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and without HTML; inline marks are parsed later, paragraph-wise."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (start-up: plain text never needs it)

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    parser.disable(["html_block", "html_inline"])
    parser.core.ruler.enableOnly(["block"])
    return parser


class Page:
    """The rendered text while it grows: parts of text, the blocks and links in it, warnings."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.warnings: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The rendered text so far."""
        return "".join(self.parts)

    def since(self, start: int) -> str:
        """The text from ``start``, where a block begins, up to its end; costs no more than that."""
        found: list[str] = []
        at = self._length
        for part in reversed(self.parts):
            if at <= start:
                break
            found.append(part)
            at -= len(part)
        return "".join(reversed(found))[start - at :]

    def add(self, words: str, kind: BlockKind, level: int = 0, links: Sequence[Link] = ()) -> None:
        """Append one block, tight; ``links`` count from the beginning of ``words``."""
        words = pictures(words)  # entities such as &#27; come out of markdown-it as characters
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            return
        start = self._place(words)
        self.blocks.append(Block(start, start + len(words), kind, level))
        for link in links:
            a, b = max(link.start - lead, 0), min(link.end - lead, len(words))
            if a < b:
                self.links.append(Link(start + a, start + b, link.url))

    def add_plain(self, source: str) -> None:
        """Append a whole plain text with its own blocks."""
        start = self._place(source)
        for block in parse_text(source).blocks:
            place = (start + block.start, start + block.end)
            self.blocks.append(Block(*place, block.kind, block.level))

    def warn(self, warning: str) -> None:
        """Add a warning, once."""
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _place(self, words: str) -> int:
        """Append ``words`` after a blank line; returns where they begin."""
        if self.parts:
            self.parts.append("\n\n")
            self._length += 2
        start = self._length
        self.parts.append(words)
        self._length += len(words)
        return start


class _Walker:
    """Puts the blocks of a document on a page, in order."""

    def __init__(self, page: Page, env: dict[str, Any]) -> None:
        self.page = page
        self.env = env
        self.lists = 0
        self.quotes = 0
        self.marker = ""  # bullets and numbers that the next block begins with
        self.heading = 0
        self.row: list[str] | None = None
        self.handlers: dict[str, Callable[[Token], None]] = {
            "bullet_list_open": self.nest,
            "bullet_list_close": self.nest,
            "ordered_list_open": self.nest,
            "ordered_list_close": self.nest,
            "list_item_open": self.item,
            "list_item_close": self.item_end,
            "blockquote_open": self.quote,
            "blockquote_close": self.quote,
            "heading_open": self.title,
            "heading_close": self.title,
            "hr": self.rule,
            "tr_open": self.row_start,
            "tr_close": self.row_end,
            "fence": self.code,
            "code_block": self.code,
            "inline": self.inline,
        }

    def walk(self, tokens: Sequence[Token]) -> None:
        """All of a document's block tokens."""
        for token in tokens:
            handler = self.handlers.get(token.type)
            if handler is not None:
                handler(token)

    def nest(self, token: Token) -> None:
        self.lists += token.nesting

    def item(self, token: Token) -> None:
        self.marker += f"{token.info}{token.markup} " if token.info else "• "

    def item_end(self, _: Token) -> None:
        self.marker = ""

    def quote(self, token: Token) -> None:
        self.quotes += token.nesting

    def title(self, token: Token) -> None:
        self.heading = int(token.tag[1:]) if token.nesting == 1 else 0

    def rule(self, _: Token) -> None:
        self.page.add("* * *", BlockKind.RULE)

    def row_start(self, _: Token) -> None:
        self.row = []

    def row_end(self, _: Token) -> None:
        self.page.add(" | ".join(self.row or ()), BlockKind.PARAGRAPH)
        self.row = None

    def code(self, token: Token) -> None:
        """Code as it was typed; in news that is a quotation from a screen, or an accident."""
        self.put(token.content, [], BlockKind.PARAGRAPH)

    def inline(self, token: Token) -> None:
        """The words of a paragraph, a heading or a table's cell."""
        words, links, only_images = self.words(token)
        if self.row is not None:
            self.row.append(words)
        elif self.heading:
            self.put(words, links, BlockKind.HEADING)
        else:
            self.put(words, links, BlockKind.CAPTION if only_images else BlockKind.PARAGRAPH)

    def put(self, words: str, links: Sequence[Link], kind: BlockKind) -> None:
        """One block, of the kind that its surroundings make it."""
        level = self.heading
        if kind is BlockKind.PARAGRAPH and self.lists:
            kind, level = BlockKind.LIST_ITEM, self.lists
        elif kind is BlockKind.PARAGRAPH and self.quotes:
            kind, level = BlockKind.QUOTATION, self.quotes
        shift = len(self.marker)
        links = [Link(link.start + shift, link.end + shift, link.url) for link in links]
        self.page.add(self.marker + words, kind, level, links)
        self.marker = ""

    def plain(self, token: Token) -> str:
        """The words of an inline token as one line."""
        return " ".join(pictures(self.words(token)[0]).split())

    def words(self, token: Token) -> tuple[str, list[Link], bool]:
        """The rendered words of an inline token, its links, and whether it is only images."""
        content = token.content
        marks = len(_MARKS.findall(content))
        if marks > MAX_INLINE_MARKS or (marks and len(content) > MAX_INLINE):
            self.page.warn("a paragraph with too many marks for Markdown is shown as typed")
            return content, [], False
        if not marks and "\n" not in content:
            return content, [], False
        children: list[Token] = []
        _parser().inline.parse(content, _parser(), self.env, children)
        only_images = any(child.type == "image" for child in children) and all(
            child.type in {"image", "softbreak", "link_open", "link_close"}
            or not (child.content.strip() or child.nesting)
            for child in children
        )
        return *_rendered(children), only_images


def _rendered(children: Sequence[Token]) -> tuple[str, list[Link]]:
    """The words of inline tokens, and the links among them."""
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    opened: tuple[int, str] | None = None
    for child in children:
        words = ""
        if child.type == "link_open":
            opened = (length, str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            if opened is not None and opened[1].lower().startswith(_SAFE) and opened[0] < length:
                links.append(Link(opened[0], length, opened[1]))
            opened = None
        elif child.type == "image":
            words = _rendered(child.children or ())[0]
        elif child.type in {"softbreak", "hardbreak"}:
            words = " " if child.type == "softbreak" else "\n"
        else:
            words = child.content
        parts.append(words)
        length += len(words)
    return "".join(parts), links
