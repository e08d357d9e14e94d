"""What splitting finds in an article: updates, statements, notes, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from newsreader.model.article import Article, Span
from newsreader.model.note import Note, NoteKind

__all__ = [
    "Analysis", "Attribution", "Note", "NoteKind", "Order", "Split", "Statement", "StatementKind",
    "Update", "UpdateKind",
]  # fmt: skip


class UpdateKind(StrEnum):
    """What a section of an article is."""

    UPDATE = "update"
    ORIGINAL = "original"
    SUMMARY = "summary"


class Order(StrEnum):
    """In which order the updates of an article stand."""

    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"
    MIXED = "mixed"
    SINGLE = "single"


class StatementKind(StrEnum):
    """Where a statement stands."""

    HEADLINE = "headline"
    HEADING = "heading"
    SENTENCE = "sentence"
    POST = "post"
    LIST_ITEM = "list_item"
    CAPTION = "caption"


class Update(NamedTuple):
    """A section of an article that was published at one time.

    ``time`` is aware when its zone is known and naive when it is not; ``None`` when unknown.
    ``assumed`` names what the text does not say: "am", "pm", "date", "zone", "fetched" (counted
    back from when the page was fetched or the mail sent); and what speaks against the time as
    written: "gap", "fold" (summer time), "weekday" (it is another one's date),
    "out-of-order" (its neighbours).
    """

    start: int  # the marker's first character, or that of the heading above it
    end: int
    kind: UpdateKind
    marker: str | None = None  # exactly as written
    marker_span: Span | None = None
    number: int | None = None
    time: datetime | None = None
    zone: str | None = None  # IANA name
    assumed: tuple[str, ...] = ()
    headline: str | None = None
    headline_span: Span | None = None


class Statement(NamedTuple):
    """The unit that is tagged: a tight span inside one block."""

    n: int  # 1 is the first in reading order
    start: int
    end: int
    kind: StatementKind
    update: int | None  # index into Split.updates
    block: int  # index into Article.blocks


class Split(NamedTuple):
    """An article cut into updates and statements, all as spans of its text."""

    updates: tuple[Update, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    order: Order


class Attribution(NamedTuple):
    """Who says a statement: origin, and the relay that passed it on."""

    origin: str | None
    origin_span: Span | None = None
    relay: str | None = None
    relay_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    content_span: Span | None = None
    quoted: bool = False
    named: bool = False


class Analysis(NamedTuple):
    """An article with all that the pipeline found in it.

    ``attributions`` holds one tuple per statement, in the order of ``split.statements``; none at
    all while it was not looked for who says what.
    """

    article: Article
    split: Split
    attributions: Sequence[tuple[Attribution, ...]]

    @property
    def sourced(self) -> bool:
        """Whether it was looked for who says what."""
        return len(self.attributions) == len(self.split.statements)

    def words(self, statement: Statement) -> str:
        """The statement's exact words."""
        return self.article.text[statement.start : statement.end]
