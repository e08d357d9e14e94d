"""A row of the article as styled text: gutter, lead, words with their matches, tail.

The other half of :mod:`newsreader.tui.reader.article_view`: that one knows where the rows stand,
this one
how they look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from newsreader.session import Session
from newsreader.tui.plain.clock import heading
from newsreader.tui.plain.looks import over
from newsreader.tui.plain.marks import FRESH, NOTHING, counts, gutter
from newsreader.tui.plain.parts import Part, cells, cut, spread
from newsreader.tui.plain.safe import line
from newsreader.tui.reader.rows import Row, RowKind

MEASURE = 74
"""Cells of a line of text at most: what is comfortable to read."""
NORMAL = 54
"""Columns from which there is room for all signs."""

_LOOK: dict[RowKind, str] = {
    RowKind.TITLE: "title",
    RowKind.HEADING: "strong",
    RowKind.CAPTION: "caption",
    RowKind.MARKER: "dim",
    RowKind.BYLINE: "dim",
    RowKind.STAMP: "dim",
    RowKind.ASIDE: "dim",
    RowKind.CREDIT: "dim",
    RowKind.RULE: "line",
    RowKind.EDGE: "line",
    RowKind.NOTE: "note",
    RowKind.NOTE_HEAD: "note-head",
}


FULL, SHORT, TIGHT = 6, 4, 2
"""Cells of the gutter: with all signs and a shape; marker and two signs; marker and one."""
NARROW = 40
"""Columns below which nothing but text and gutter is shown."""
_INITIALS = 88  # columns from which another editor's sign has the initial beside it


class Measures(NamedTuple):
    """How the width is shared out, in cells."""

    margin: int = 0  # left of the gutter
    gutter: int = 0
    text: int = 1
    initials: bool = False  # the gutter has a column for whose the other sign is

    @classmethod
    def of(cls, width: int) -> Measures:
        """What ``width`` columns are shared out to, the text in their middle.

        The text never takes more than is comfortable to read; the last column is kept for the
        mark that shows how far one is, where there is one.
        """
        track = 1 if width >= NARROW else 0
        gutter = FULL if width >= NORMAL else SHORT if width >= 24 else min(TIGHT, width - 1)
        initials = width >= _INITIALS
        gutter += 1 if initials else 0
        text = max(1, min(MEASURE, width - gutter - track))
        return cls((width - track - gutter - text) // 2, gutter, text, initials)

    @property
    def whole(self) -> int:
        """All of it."""
        return self.margin + self.gutter + self.text


class RowPainter:
    """Paints the rows of one session."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self.measures = Measures()
        self.diff = True  # whether words that came into the current statement are marked

    def row(self, row: Row) -> list[Part]:
        """Gutter, lead, text with its matches, tail."""
        if row.kind is RowKind.UPDATE and row.update is not None:
            return self._update_parts(row.update)
        here = bool(row.n) and row.n == self._session.n
        held = row.n in self._session.selection
        ground = "here" if here else "chosen" if held else ""
        text = over(ground, _LOOK.get(row.kind, ""))
        edge = over(ground, "line")
        parts = [
            ("", " " * self.measures.margin),
            *((over(ground, look), sign) for look, sign in self._gutter(row, here=here, held=held)),
            (edge if row.lead.strip() else ground, row.lead),
            *self._matched(row, text),
            (edge, row.tail),
        ]
        if row.n and row.n == (cutter.n if (cutter := self._session.cutter) else 0):
            parts = self._with_cut(parts, row)
        if ground:
            parts.append((ground, " " * (self.measures.whole - cells(parts))))
        return parts

    def _gutter(self, row: Row, *, here: bool, held: bool) -> list[Part]:
        """Marker or bar of the current or a selected statement, its mark, another's mark."""
        if not row.n or not self.measures.gutter:
            return [("", " " * self.measures.gutter)]
        bar = "█" if held else "┃" if here else " "
        marker = "▶" if here and row.first else bar
        look = ""
        if not marker.strip() and (was := self._session.is_unseen(row.n)) is not None:
            look, marker = "fresh", FRESH[bool(was)]
        signs, width = gutter(self._session.standing(row.n)), self.measures.gutter
        if not row.first:
            space = width - (3 if width >= FULL else 1)
            shape = [signs.shape, NOTHING] if width >= FULL else []
            return [(look, marker), ("", " " * space), *shape]
        if width < TIGHT:
            return [signs.own]
        if width < SHORT:
            return [(look, marker), signs.own]
        if width < FULL:
            second = signs.noted if signs.other is NOTHING else signs.other
            return [(look, marker), signs.own, second, NOTHING]
        whose = [signs.who] if self.measures.initials else []
        return [(look, marker), signs.own, signs.other, *whose, signs.noted, signs.shape, NOTHING]

    def _with_cut(self, parts: list[Part], row: Row) -> list[Part]:
        """The row with the cut that is being placed, in the blank before its second part."""
        cutter = self._session.cutter
        column = place_in(row, cutter.offset) if cutter is not None else None
        if column is None:
            return parts
        mark = ("mark--alarm", "│")
        at = self.measures.margin + self.measures.gutter + len(row.lead) + column
        before, after = split_parts(parts, at)
        look, text = before[-1]
        before[-1] = (look, text.removesuffix(" "))
        return [*before, mark, *after]

    def _matched(self, row: Row, look: str) -> list[Part]:
        """The row's text, with the matches of the search marked."""
        ranges, at = self._ranges(row), 0
        parts: list[Part] = []
        for start, end, match in ranges:
            parts += [(look, row.text[at:start]), (over(look, match), row.text[start:end])]
            at = end
        return [*parts, (look, row.text[at:])]

    def _ranges(self, row: Row) -> list[tuple[int, int, str]]:
        """Where in the row's text a match stands, and its look: another for the one one is at."""
        matches = self._session.matches
        if not row.spans:
            return []
        if not matches:
            return self._came(row)
        whole = row.kind in (RowKind.CREDIT, RowKind.RULE)  # shown in other words
        found: list[tuple[int, int, str]] = []
        hit, column = self._session.hit, 0
        for start, end in row.spans:
            shift = start - column  # what to subtract from an offset for a place in row.text
            i = max(0, bisect_right(matches, (start, start)) - 1)
            while i < len(matches) and matches[i][0] < end:
                low, high = max(matches[i][0], start), min(matches[i][1], end)
                if low < high:
                    look = "match-here" if matches[i] == hit else "match"
                    place = (0, len(row.text)) if whole else (low - shift, high - shift)
                    found.append((*place, look))
                i += 1
            column += end - start + 1
        return found[:1] if whole else found

    def _came(self, row: Row) -> list[tuple[int, int, str]]:
        """Where in the row's text words stand that came under the editor's tag."""
        session = self._session
        if not self.diff or not row.n or row.n != session.n or not session.came:
            return []
        found, column = list[tuple[int, int, str]](), 0
        for start, end in row.spans:
            for low, high in session.came:
                if max(low, start) < min(high, end):
                    shift = start - column
                    found.append((max(low, start) - shift, min(high, end) - shift, "came"))
            column += end - start + 1
        return found

    def _update_parts(self, update: int) -> list[Part]:
        """An update's heading where it stands in the text, over its whole width."""
        width = self.measures.gutter + self.measures.text
        lead = max(1, self.measures.gutter - 1)
        said = self._heading(update, width - lead - 3)
        rest = width - lead - 2 - cells([("", said)])
        place = f" {update + 1}/{len(self._session.updates)}"
        end = [("rule", "━" * (rest - len(place))), ("dim", place)]
        return [
            ("", " " * self.measures.margin), ("rule", "━" * lead), ("time", f" {said} "),
            *(end if rest > len(place) + 4 else [("rule", "━" * rest)]),
        ]  # fmt: skip

    def _heading(self, update: int, room: int) -> str:
        """As much of the heading as there is room for."""
        parts = heading(self._session.updates[update], self._now())
        while len(parts) > 1 and cells([("", " · ".join(parts))]) > room:
            parts.pop()
        return cut(line(" · ".join(parts)), room)

    def sticky(self, rows: Sequence[Row], width: int) -> list[Part]:
        """The heading of the update that the top of the screen stands in."""
        update = rows[0].update if rows else None
        if update is None or any(
            row.kind is RowKind.UPDATE and row.update == update for row in rows
        ):
            return []  # it is none, or its heading is in sight
        pad = self.measures.margin + self.measures.gutter
        room = min(width, self.measures.whole)
        right: list[Part] = []
        if width >= NORMAL:
            place = f"{update + 1}/{len(self._session.updates)}"
            done = counts(self._session.progress(update))[0][1]
            right = [("sticky", f"{place} · {done} tagged")]
        elif width >= NARROW:
            right = [("sticky", counts(self._session.progress(update))[0][1])]
        said = self._heading(update, room - pad - cells(right) - 1)
        parts = spread([("sticky", " " * pad + said)], right, room)
        return [("sticky", text) for _, text in [*parts, ("", " " * (width - room))]]


def place_in(row: Row, offset: int) -> int | None:
    """Where in a row's text the character at an offset of the article stands; None: elsewhere."""
    column = 0
    for start, end in row.spans:
        if start <= offset < end:
            return column + offset - start
        column += end - start + 1
    return None


def split_parts(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """The parts before and after a place, counted in characters; neither is empty."""
    before: list[Part] = []
    for i, (look, text) in enumerate(parts):
        if at <= len(text):
            return [*before, (look, text[:at])], [(look, text[at:]), *parts[i + 1 :]]
        before.append((look, text))
        at -= len(text)
    return before, [(before[-1][0], "")]
