"""The rows of one block: its segments wrapped, with leads, card edges and headings; pure.

A row knows which characters of the text it shows (:attr:`Row.spans`), so that a match of a
search can be shown in it, and which statement it belongs to. Rows that the program writes itself
(an update's heading, the edge of a card) have no span; a post's credit and a rule are shown in
the program's words and yet hold the span that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from newsreader.model.article import Block, BlockKind, Post, Span
from newsreader.model.statement import Analysis, NoteKind
from newsreader.tui.plain.clock import written_day
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.wrapping import wrap
from newsreader.visible import visible


class RowKind(StrEnum):
    """What a row shows."""

    BLANK = "blank"
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    CAPTION = "caption"
    UPDATE = "update"  # an update's heading; drawn with its time, so the row holds no text
    MARKER = "marker"  # an update's marker, as written
    BYLINE = "byline"
    NOTE = "note"
    NOTE_HEAD = "note-head"
    STAMP = "stamp"
    CREDIT = "credit"
    RULE = "rule"
    EDGE = "edge"
    ASIDE = "aside"  # anything else outside of the statements


class Segment(NamedTuple):
    """A stretch of the text that is one thing, and what begins with it."""

    start: int
    end: int
    kind: RowKind
    n: int = 0  # number of the statement, 0 for what is none
    update: int | None = None  # index of the update that it stands in
    begun: tuple[int, ...] = ()  # updates that begin here
    notes: tuple[NoteKind, ...] = ()  # notes that begin here


class Row(NamedTuple):
    """One line of the screen.

    Shown are ``lead``, ``text``, ``tail``, in this order. ``text`` shows the characters of
    ``spans`` joined by single blanks, but where ``kind`` is CREDIT or RULE.
    """

    kind: RowKind
    text: str = ""
    spans: tuple[Span, ...] = ()
    cells: int = 0  # that ``text`` takes
    lead: str = ""
    tail: str = ""
    n: int = 0  # number of the statement that the row belongs to, 0 for none
    first: bool = False  # the statement's first row
    update: int | None = None  # index of the update that the row stands in


CARD_MIN = 16
"""Cells below which a post gets no box."""
_BETWEEN = " · "
_LINK = re.compile(r"https?://|pic\.twitter\.com/")
_BULLET = re.compile(r"(?:[-*+•‣◦·–—]|\(?\d{1,3}[.)])[ \t]+")
_NOTE_HEADS = {
    NoteKind.CORRECTION: "CORRECTION",
    NoteKind.CLARIFICATION: "CLARIFICATION",
    NoteKind.EDITORS_NOTE: "EDITOR'S NOTE",
    NoteKind.ADVISORY: "ADVISORY",
}


class UnitRows:
    """Makes the rows of one unit (a block, or a part of one)."""

    def __init__(self, analysis: Analysis, width: int, block: Block | None) -> None:
        self._text = analysis.article.text
        self._width = width
        self._block = block
        self._rows: list[Row] = []
        kind = block.kind if block is not None else None
        self._card = kind is BlockKind.POST and width >= CARD_MIN
        self._lead, self._hang = self._leads() if block is not None else ("", "")

    def make(
        self, segments: Iterable[Segment], *, opens: bool, closes: bool, tight: bool
    ) -> tuple[Row, ...]:
        """The rows.

        Args:
            segments: what stands in the unit.
            opens: the unit begins its block: air above, the card's upper edge.
            closes: the unit ends its block: the card's lower edge.
            tight: no air above.
        """
        fresh, boxed, lead = opens and not tight, False, self._lead if opens else self._hang
        after: RowKind | None = None
        for segment in segments:
            apart = fresh or (after is RowKind.MARKER and segment.kind is not RowKind.MARKER)
            self._heads(segment, apart=apart)
            if self._card and opens and not boxed:
                self._edge("┌─┐", segment.update)
                boxed = True
            self._segment(segment, lead)
            if segment.kind is RowKind.TITLE:
                self._title_rule(segment.update)
            fresh, after, lead = False, segment.kind, self._hang
        if self._card and closes and self._rows:
            self._edge("└─┘", self._rows[-1].update)
        return tuple(self._rows) or (Row(RowKind.BLANK),)

    def _heads(self, segment: Segment, *, apart: bool) -> None:
        """Air, and the headings of updates and notes that begin with the segment."""
        blank = Row(RowKind.BLANK, update=segment.update)
        if (apart or segment.begun) and (self._rows or apart):
            self._rows.append(blank)
        for update in segment.begun:
            self._rows.append(Row(RowKind.UPDATE, update=update))
        if segment.begun and segment.kind is not RowKind.MARKER:
            self._rows.append(blank)
        for note in segment.notes:
            head = _NOTE_HEADS[note][: self._width]
            self._rows.append(Row(RowKind.NOTE_HEAD, head, cells=len(head), update=segment.update))

    def _segment(self, segment: Segment, lead: str) -> None:
        if segment.kind is RowKind.RULE:
            span = ((segment.start, segment.end),)
            text = "─" * self._width
            self._rows.append(Row(RowKind.RULE, text, span, self._width, update=segment.update))
        elif segment.kind is RowKind.CREDIT and self._credit(segment):
            return
        elif self._card:
            at = segment.start  # a post's own line breaks are kept
            for line in self._text[segment.start : segment.end].split("\n"):
                self._wrapped(segment, lead, at, line)
                at += len(line) + 1
        else:
            self._wrapped(segment, lead, segment.start, self._text[segment.start : segment.end])

    def _wrapped(self, segment: Segment, lead: str, start: int, text: str) -> None:
        """``text``, which is part of the segment and begins at ``start``, as rows."""
        shown = visible(text)
        hang = self._hang
        room = max(1, self._width - cell_len(hang) - (2 if self._card else 0))
        new = not self._rows or self._rows[-1].n != segment.n
        for wrapped in wrap(shown, start, room, indent=cell_len(lead) - cell_len(hang)):
            tail = " " * (room - wrapped.cells) + " │" if self._card else ""
            first = bool(segment.n) and new
            row = Row(
                segment.kind, wrapped.text, wrapped.spans, wrapped.cells, lead, tail,
                segment.n, first, segment.update,
            )  # fmt: skip
            self._rows.append(row)
            lead, new = hang, False

    def _credit(self, segment: Segment) -> bool:
        """The card's author line in place of the credit; False where nobody is named."""
        post = self._block.post if self._block is not None else None
        line = credit_line(post, self._text[segment.start : segment.end]) if post else ""
        if not line or not self._card:
            return False
        room = self._width - cell_len(self._hang) - 2
        span: tuple[Span, ...] = ((segment.start, segment.end),)
        for text in _packed(line, room):
            cells = cell_len(text)
            tail = " " * (room - cells) + " │"
            self._rows.append(
                Row(segment.kind, text, span, cells, self._hang, tail, update=segment.update)
            )
            span = ()
        return True

    def _title_rule(self, update: int | None) -> None:
        """A line below the title, as long as the longest row of it."""
        longest = max(row.cells for row in self._rows if row.kind is RowKind.TITLE)
        if self._width >= CARD_MIN:
            rule = Row(RowKind.EDGE, "═" * longest, cells=longest, update=update)
            self._rows.append(rule)

    def _edge(self, corners: str, update: int | None) -> None:
        text = corners[0] + corners[1] * (self._width - 2) + corners[2]
        self._rows.append(Row(RowKind.EDGE, text, cells=self._width, update=update))

    def _leads(self) -> tuple[str, str]:
        """What stands before the block's first row, and before the others."""
        assert self._block is not None
        kind, level = self._block.kind, self._block.level
        if self._card:
            return "│ ", "│ "
        if kind is BlockKind.QUOTATION and self._width >= CARD_MIN:
            bars = "  " + "│ " * min(max(level, 1), 3)
            return bars, bars
        if kind is BlockKind.CAPTION and self._width >= CARD_MIN:
            return "  ", "  "
        if kind is BlockKind.LIST_ITEM and self._width >= CARD_MIN:
            nest = "  " * min(max(level - 1, 0), 3)
            bullet = _BULLET.match(self._text, self._block.start)
            if bullet is not None:
                return nest, nest + " " * min(len(bullet[0]), self._width // 3)
            return nest + "• ", nest + "  "
        return "", ""


def _packed(line: str, width: int) -> Iterator[str]:
    """A line of parts on as many rows as it takes, broken between parts where that is possible."""
    rows: list[str] = []
    for part in line.split(_BETWEEN):
        if rows and cell_len(rows[-1] + _BETWEEN + part) <= width:
            rows[-1] += _BETWEEN + part
        else:
            rows.append(part)
    for row in rows:
        for wrapped in wrap(row, 0, width):
            yield wrapped.text


def credit_line(post: Post, credit: str) -> str:
    """A post's author line, ``Name @handle · 5 Jan 2022 · 1 link``; "" when it names nobody.

    Args:
        post: who wrote it and when.
        credit: the credit as written, for its links.
    """
    handle = f"@{post.handle.lstrip('@')}" if post.handle else ""
    who = " ".join(part for part in (post.author or "", handle) if part)
    if not who:
        return ""
    links = len(_LINK.findall(credit))
    counted = f"{links} link{'s' if links > 1 else ''}" if links else ""
    parts = (who, written_day(post.date) if post.date else "", counted)
    return visible(_BETWEEN.join(part for part in parts if part), one_line=True)
