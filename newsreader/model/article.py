"""An article as it was read: immutable, addressed by the hash of its canonical text.

All offsets, here and everywhere in the project, are Python ``str`` indices (Unicode code
points) into :attr:`Article.text`, half-open ``[start, end)``.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from newsreader.model.note import Note

Span = tuple[int, int]
"""``(start, end)`` in code points, half-open."""


class BlockKind(StrEnum):
    """What a paragraph-level span of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    POST = "post"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    RULE = "rule"
    NOTE = "note"
    BYLINE = "byline"


class Post(NamedTuple):
    """Who wrote an embedded social post, and when, as its credit states it.

    ``credit`` spans the post's trailing links and its credit line: the part of the block that
    belongs to no statement.
    """

    author: str | None
    handle: str | None
    date: str | None  # ISO 8601 date, as stated by the credit
    url: str | None
    credit: Span


class Block(NamedTuple):
    """A paragraph-level span of text; blocks are ordered and never overlap."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0  # heading level 1-6, nesting depth of a quotation or list item, else 0
    post: Post | None = None


class Link(NamedTuple):
    """A hyperlink whose words are ``text[start:end]``."""

    start: int
    end: int
    url: str


class Section(NamedTuple):
    """A section of the text that the source's own structure marks: an entry of a live page.

    The splitter takes it as an update. Its time as written, if it is, stands at ``marker``.
    """

    start: int
    end: int
    marker: Span | None = None
    headline: Span | None = None
    time: str | None = None  # ISO 8601 date-time, where the source states it for programs


class Article(NamedTuple):
    """The content of one revision of a story, as read.

    What is not stored makes no difference between two articles.
    """

    source: str  # what the user named: a path, "-", later an address
    format: str  # "text", "markdown", ...
    uri: str  # the story's identity
    text: str  # the canonical text, see reading/clean.py
    blocks: tuple[Block, ...]
    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    published: str | None = None  # ISO 8601 date or date-time, as far as stated
    language: str | None = None  # BCP 47, where the source states it
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()  # one plain line each: what a reader should know of the reading
    sections: tuple[Section, ...] = ()
    """What the splitter should take as updates, ordered, apart. Not stored: the split is."""
    notes: tuple[Note, ...] = ()
    """What the source marks as notes, each a block of its own. Not stored: the split is."""
    fetched: datetime | None = None
    """When it was got from its publisher, with a zone: "5 min ago" counts from it. Not stored."""

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical text (UTF-8), in hexadecimal."""
        return text_hash(self.text)

    def __eq__(self, other: object) -> bool:
        """Whether both are the same as far as they are stored."""
        return isinstance(other, Article) and self[:_STORED] == other[:_STORED]

    def __ne__(self, other: object) -> bool:
        """Whether they are not."""
        return not self == other

    def __hash__(self) -> int:
        """Likewise of what is stored."""
        return hash(self[:_STORED])


_STORED = Article._fields.index("sections")
"""How many fields are stored; the rest goes only as far as the splitter."""


VERSIONED = frozenset({"ninjs", "newsml-g2", "newsml", "nitf", "wire"})
"""Formats whose ``published`` is the time of the version, not that of the story."""


class Versioned(Protocol):
    """As much of an article as tells whether another one takes its place."""

    @property
    def format(self) -> str: ...  # noqa: D102  as of :class:`Article`

    @property
    def published(self) -> str | None: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102


def precedes(article: Versioned, other_format: str, other_published: str | None) -> bool:
    """Whether an article states that it is an earlier version than another one of its story.

    Args:
        article: what was read.
        other_format: the format of the other one.
        other_published: when it was published, as it states it.
    """
    if article.format not in VERSIONED or other_format not in VERSIONED:
        return False
    own, other = _moment(article.published), _moment(other_published)
    return own is not None and other is not None and own < other


FEEDS = frozenset({"rss", "atom", "json-feed"})
"""Formats whose entries may be only the beginning of a story that its page has in full."""


LETTERED = VERSIONED | {"text", "markdown"}
"""Formats that hold only what somebody wrote: nothing in them is a page's furniture."""


def abridges(article: Versioned, other_format: str, other_length: int) -> bool:
    """Whether an article is a feed's short form of another text of its story.

    Args:
        article: what was read.
        other_format: the format of the other one; short forms replace one another.
        other_length: its length in code points.
    """
    if article.format not in FEEDS or other_format in FEEDS:
        return False
    return 2 * len(article.text) < other_length


def _moment(published: str | None) -> datetime | None:
    """A stated time with its zone; None where the day or the zone is all that is known."""
    moment = datetime.fromisoformat(published) if published else None
    return moment if moment is not None and moment.tzinfo is not None else None


def text_hash(text: str) -> str:
    """The address of a canonical text: SHA-256 of its UTF-8 bytes, in hexadecimal."""
    import hashlib  # noqa: PLC0415  -- not before the first frame

    return hashlib.sha256(text.encode("utf-8")).hexdigest()
