"""One article put together from what a format states: the way from fields and bodies to text.

What every format has in common: the title stands on top and is part of the text; notes are blocks
of their own and no statements; bodies are markup, plain text or a tree of XHTML; dated sections are
the updates. A format's reader only says what comes where.

What must stay true: blocks are tight, apart and in order; nothing that was put in is lost, but
what is said twice: a heading that repeats the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsreader.errors import SourceError
from newsreader.language.dates import match_date
from newsreader.model.article import Article, Block, BlockKind, Link, Post
from newsreader.model.note import Note, NoteKind
from newsreader.reading.clean import canonical, pictures
from newsreader.reading.header import Head, mark_head
from newsreader.reading.html.flow import Flow
from newsreader.reading.html.markup import parse_tree, without_silent
from newsreader.reading.limits import MAX_LINES, MAX_TAGS
from newsreader.reading.posts import find_posts
from newsreader.reading.raw import Raw, printable
from newsreader.reading.rendering import Page
from newsreader.reading.stated import Stated, alike, is_web_address
from newsreader.reading.text import blocks

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Composition:
    """An article while it is put together; everything is put below what is there already."""

    def __init__(
        self, title: str | None = None, *, base: str | None = None, address: str = ""
    ) -> None:
        """Begin with the title.

        Args:
            title: plain words; None or "" for an article without one.
            base: the address that relative links are to be joined with.
            address: of the article's page; the title, or the first block, becomes a link to it.
        """
        self._address = address
        self._tags = 0
        self.title = " ".join(canonical(title or "").split())
        self.page = Page()
        self.page.add(self.title, BlockKind.HEADING, 1)
        self.flow = Flow(self.page, base=base, title=self.title or None)
        self.notes: list[Note] = []

    # -- what comes where ------------------------------------------------------------------

    def note(self, words: str, kind: NoteKind = NoteKind.EDITORS_NOTE) -> None:
        """A note about the article: told as such, no statement."""
        block = self._add(" ".join(words.split()), BlockKind.NOTE)
        if block is not None:
            self.notes.append(Note(kind, block.start, block.end))

    def heading(self, words: str, level: int = 2) -> None:
        """A heading in the text."""
        self._add(" ".join(words.split()), BlockKind.HEADING, level)

    def paragraph(
        self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, *, address: str = ""
    ) -> None:
        """One block of plain words: a paragraph, a caption, a quotation ...

        Args:
            words: the block.
            kind: what it is.
            address: where it leads as a whole.
        """
        self._add(words, kind, links=_whole(words, address))

    def plain(self, text: str) -> None:
        """A body that is plain text: its lines decide what is a paragraph, a list, a rule."""
        text = canonical(text)
        for block in blocks(text):
            self._add(text[block.start : block.end], block.kind, block.level)

    def markup(self, body: str) -> None:
        """A body that is HTML, or plain text with line breaks; nothing if it is one tag too many.

        Then the article is refused in the end.
        """
        self._tags += body.count("<")
        if self._tags <= MAX_TAGS:
            put_markup(self.flow, body)

    def element(self, root: Element) -> None:
        """A body that is a tree of HTML (see :func:`newsreader.reading.xml.tree.as_html`)."""
        self.flow.append(root)

    def post(
        self,
        words: str,
        *,
        author: str = "",
        handle: str = "",
        date: str | None = None,
        url: str | None = None,
    ) -> None:
        """An embedded social post with its credit below it; a quotation if nobody is named.

        Args:
            words: the post's plain text.
            author: the name of who wrote it.
            handle: the account, with or without ``@``.
            date: ISO 8601 date or date-time.
            url: the post's own address.
        """
        name, handle = author.strip(), handle.strip().removeprefix("@")
        at = f"@{handle}" if handle else ""
        found = match_date(date or "")
        day = found[0] if found else ""
        credit = " ".join(f"{f'{name} ({at})' if name and at else name or at} {day}".split())
        said = pictures(canonical(words).strip())
        if not credit or not said:
            self._add(said, BlockKind.QUOTATION)
            return
        block = self._add(f"{said}\n— {pictures(credit)}", BlockKind.POST)
        if block is not None:
            span = (block.start + len(said) + 1, block.end)
            post = Post(name or None, at or None, day or None, url, span)
            self.page.blocks[-1] = Block(block.start, block.end, block.kind, 0, post)

    @contextmanager
    def section(self, time: str | None = None, headline: str = "") -> Iterator[None]:
        """What is put in meanwhile is one update.

        Args:
            time: ISO 8601 date-time, None where none is stated.
            headline: plain words above the update.
        """
        self.flow.begin(None)
        self.heading(headline, 3)
        yield
        self.flow.finish(time)

    def _add(
        self, words: str, kind: BlockKind, level: int = 0, links: Sequence[Link] = ()
    ) -> Block | None:
        """Add one block; None where it has no words."""
        self.flow.flush()
        before = len(self.page.blocks)
        self.page.add(canonical(words), kind, level, links)
        return self.page.blocks[-1] if len(self.page.blocks) > before else None

    # -- the article -----------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether there are no words yet, the title's and the notes' among them."""
        self.flow.flush()
        return all(block.kind is BlockKind.RULE for block in self.page.blocks)

    def article(
        self, raw: Raw, format_name: str, stated: Stated, warnings: Sequence[str] = ()
    ) -> Article:
        """The article, as it was put together.

        Args:
            raw: where it came from; its identity is the article's if none is stated.
            format_name: which format it was read as.
            stated: what is said of it; its title is the one that the composition began with.
            warnings: what a reader should know of the reading.

        Raises:
            SourceError: it has no words, too many lines or too many tags.
        """
        if self._tags > MAX_TAGS:
            raise SourceError(raw.source, f"more than {MAX_TAGS:,} tags, the most that are read")
        if self.empty:
            raise SourceError(raw.source, f"no text in this {_INPUT.get(format_name, 'file')}")
        text = self.page.text
        if text.count("\n") > MAX_LINES:
            raise SourceError(raw.source, f"more than {MAX_LINES:,} lines, the most that are read")
        head = Head(blocks=self.page.blocks, published=stated.published)
        self._entitle(text, head)
        mark_head(text, head)
        span = head.title_span
        links = self._links(text, head.blocks[0])
        return Article(
            source=printable(raw.source),
            format=format_name,
            uri=pictures(stated.uri or raw.uri),
            text=text,
            blocks=tuple(find_posts(text, head.blocks, links)),
            title=text[slice(*span)] if span else None,
            title_span=span,
            byline=_one_line(stated.byline) or head.byline,
            published=head.published,
            language=_one_line(stated.language),
            links=tuple(links),
            warnings=(*warnings, *self.page.warnings),
            sections=tuple(self.flow.sections),
            notes=tuple(self.notes),
        )

    def _links(self, text: str, first: Block) -> list[Link]:
        """All links in order: the first block leads to the page, unless it has others."""
        links = self.page.links
        if links and links[0].start < first.end:
            return links
        return [*_whole(text[first.start : first.end], self._address), *links]

    def _entitle(self, text: str, head: Head) -> None:
        """The heading on top is the title, unless another one was stated or it is an update's."""
        top = head.blocks[0]
        words = text[top.start : top.end]
        sections = self.flow.sections
        if (
            top.kind is BlockKind.HEADING
            and (not self.title or alike(words, self.title) or words == self.title)
            and not (sections and sections[0].start == top.start)
        ):
            head.title_span = (top.start, top.end)
            head.blocks[0] = Block(top.start, top.end, BlockKind.HEADING, 1)


_INPUT = {"html": "page"}


def put_markup(flow: Flow, body: str) -> None:
    """Put a body that is markup, or plain text with line breaks, on the page."""
    body = canonical(body)
    if "<" not in body:
        body = body.replace("\n", "<br>")
    root, warnings = parse_tree(body)
    for warning in warnings:
        flow.page.warn(warning)
    if root is None:
        return
    without_silent(root)
    flow.append(root)


def _whole(words: str, address: str) -> tuple[Link, ...]:
    """All of some words as a link; nothing for an address that nobody should follow."""
    return (Link(0, len(words), address),) if is_web_address(address) else ()


def _one_line(words: str | None) -> str | None:
    """Stated words as one canonical line; None for none."""
    return " ".join(canonical(words).split()) or None if words else None
