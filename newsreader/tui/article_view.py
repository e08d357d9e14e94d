"""The article as running text with a gutter: one widget, drawn line by line.

It keeps the row at its top as a :class:`~newsreader.tui.layout.Spot`, not as a number of rows,
and lays out only what it shows. The text stands still while the current statement moves within
it; when the statement would come too near to the edge, the text moves by a good part of the
screen at once, so that most key presses draw two statements and nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from newsreader.session import Session
from newsreader.tui.clock import heading
from newsreader.tui.drawing import Drawn, Parts, cells, cut, spread
from newsreader.tui.layout import Layout, Row, RowKind, Spot
from newsreader.tui.marks import MARK_CLASSES, MARK_CSS, Part, counts, gutter
from newsreader.tui.safe import line

MEASURE = 74
"""Cells of a line of text at most: what is comfortable to read."""
WHEEL = 3
"""Rows that a step of the mouse wheel moves the text."""

_KIND_CLASS: dict[RowKind, str] = {
    kind: f"article--{kind.value}"
    for kind in RowKind
    if kind not in (RowKind.BLANK, RowKind.TEXT, RowKind.UPDATE)
}


class ArticleView(Drawn):
    """The text, with the current statement unmistakable and every standing in the gutter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *MARK_CLASSES, *_KIND_CLASS.values(), "article--here", "article--match",
        "article--update", "article--sticky", "article--line",
    }  # fmt: skip
    DEFAULT_CSS = (
        """
    ArticleView {
        width: 1fr;
        & > .article--here { background: $primary-muted; }
        & > .article--match { background: $warning; color: $background; text-style: underline; }
        & > .article--update { color: $text-primary; text-style: bold; }
        & > .article--sticky { color: $text-primary; text-style: bold; }
        & > .article--line { color: $foreground-disabled; }
        & > .article--title { text-style: bold underline; }
        & > .article--heading { text-style: bold; }
        & > .article--caption { color: $foreground-muted; text-style: italic; }
        & > .article--marker { color: $foreground-muted; }
        & > .article--byline { color: $foreground-muted; }
        & > .article--stamp { color: $foreground-muted; }
        & > .article--aside { color: $foreground-muted; }
        & > .article--credit { color: $foreground-muted; }
        & > .article--rule { color: $foreground-disabled; }
        & > .article--edge { color: $foreground-disabled; }
        & > .article--note { text-style: italic; }
        & > .article--note-head { color: $text-warning; text-style: bold; }
    """
        + MARK_CSS
        + "}"
    )

    class Picked(Message):
        """A statement was clicked."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Show the session's article; ``now`` tells the time that "ago" counts from."""
        super().__init__()
        self._session = session
        self._now = now
        self._layout: Layout | None = None
        self._top = Spot(0, 0)
        self._shown_n = 0
        self._rows: list[Row] = []
        self._gutter = self._margin = 0
        self._sticky = 0  # lines that the heading at the top takes

    # -- what the screen tells ---------------------------------------------------------------

    def follow(self) -> None:
        """The current statement may be another one: bring it into sight."""
        if self._layout is None:
            return
        before, n = self._shown_n, self._session.n
        self._shown_n = n
        if self._into_sight(n, up=n < before):
            self._take_rows()
            self.refresh()
        else:
            self._refresh_statements({before, n})

    def restate(self, numbers: Iterable[int]) -> None:
        """The standing of these statements may have changed."""
        self._refresh_statements(set(numbers))
        if self._sticky:
            self.refresh_rows([0])

    def page(self, by: int) -> None:
        """Move the text by a screenful, and the current statement with it."""
        if self._layout is None or not self._session.n:
            return
        height = max(1, self._height - 2)
        top = self._clamped(self._layout.step(self._top, by * height))
        if top == self._top:
            self._session.go(len(self._session.statements) if by > 0 else 1)
        else:
            self._top = top
            lead = 0 if by > 0 else self._height // 2
            n = self._layout.near(self._layout.step(top, lead), self._height)
            self._session.go(n or self._session.n)
        self.follow()
        self._take_rows()
        self.refresh()

    def scroll_rows(self, by: int) -> None:
        """Move the text by some rows and leave the current statement as it is."""
        if self._layout is None:
            return
        top = self._clamped(self._layout.step(self._top, by))
        if top != self._top:
            self._top = top
            self._take_rows()
            self.refresh()

    def redraw(self) -> None:
        """Draw all anew: the search, the time or all tags changed."""
        if self._layout is not None:
            self._take_rows()
            self.refresh()

    def resized(self) -> None:
        """Lay out for the new width; what was seen at the current statement's row stays there."""
        width, height = self.size
        if not width or not height:
            return
        at = self._rows_above()
        track = 1 if width >= 40 else 0
        self._gutter = 4 if width >= 24 else min(2, width - 1)
        text = max(1, min(MEASURE, width - self._gutter - track - (1 if width >= 60 else 0)))
        self._margin = min(4, (width - track - self._gutter - text) // 2)
        self._sticky = 1 if self._session.updates and height >= 8 else 0
        if self._layout is None or self._layout.width != text:
            self._layout = Layout(self._session.opened.analysis, text)
        self._shown_n = self._session.n
        if self._shown_n:
            first, _ = self._layout.locate(self._shown_n)
            self._top = self._clamped(self._layout.step(first, -min(at, self._height - 1)))
            self._into_sight(self._shown_n, up=False)
        self._take_rows()
        self.refresh()

    # -- mouse ------------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """The statement that was clicked becomes the current one."""
        y = event.y - self._sticky
        if 0 <= y < len(self._rows) and self._rows[y].n:
            self.post_message(self.Picked(self._rows[y].n))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move the text up."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move the text down."""
        event.stop()
        self.scroll_rows(-WHEEL)

    # -- where ------------------------------------------------------------------------------

    @property
    def _height(self) -> int:
        return max(1, self.size.height - self._sticky)

    def _rows_above(self) -> int:
        """Rows between the top and the current statement, as drawn last."""
        shown = (y for y, row in enumerate(self._rows) if row.n == self._shown_n and row.n)
        return next(shown, 0)

    def _into_sight(self, n: int, *, up: bool) -> bool:
        """Move the text if statement ``n`` stands outside or near the edge; whether it did."""
        layout, height = self._layout, self._height
        if layout is None or not n:
            return False
        first, last = layout.locate(n)
        size = layout.distance(first, last, height) + 1
        air = min(3, height // 6)
        y = layout.distance(self._top, first, height) if first >= self._top else -1
        if (y >= air or (y >= 0 and self._top == layout.first_spot())) and y + size <= height - air:
            return False
        lead = max(0, min(height * 2 // 3 if up else height // 3, height - air - size))
        top = self._clamped(layout.step(first, -lead))
        moved, self._top = top != self._top, top
        return moved

    def _clamped(self, top: Spot) -> Spot:
        """``top``, or the last spot that still fills the screen."""
        assert self._layout is not None
        return min(top, self._layout.step(self._layout.last_spot(), 1 - self._height))

    def _take_rows(self) -> None:
        if self._layout is not None:
            self._rows = self._layout.window(self._top, self._height)

    def _refresh_statements(self, numbers: set[int]) -> None:
        rows = (y for y, row in enumerate(self._rows, self._sticky) if row.n in numbers and row.n)
        self.refresh_rows(rows)

    # -- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, base = self.size.width, self.style_of("")
        at = y - self._sticky
        if at < 0:
            segments = self._parts(self._sticky_parts(width))
        elif at < len(self._rows):
            segments = self._row(self._rows[at])
        else:
            segments = []
        strip = Strip(segments).adjust_cell_length(width, base)
        return strip if width < 40 else self._tracked(strip, y, width)

    def _parts(self, parts: Parts) -> list[Segment]:
        return [Segment(text, self.style_of(name)) for name, text in parts]

    def _row(self, row: Row) -> list[Segment]:
        """Gutter, lead, text with its matches, tail."""
        here = bool(row.n) and row.n == self._session.n
        tint = self.part_style("article--here") if here else Style.null()
        if row.kind is RowKind.UPDATE and row.update is not None:
            return self._parts(self._update_parts(row.update))
        base = self.style_of("") + tint
        segments = [Segment(" " * self._margin, self.style_of(""))]
        segments += [
            Segment(text, base + self.part_style(name) if name else base)
            for name, text in self._gutter_parts(row, here=here)
        ]
        edge = base + self.part_style("article--edge")
        name = _KIND_CLASS.get(row.kind)
        style = base + self.part_style(name) if name else base
        segments.append(Segment(row.lead, edge))
        segments += self._matched(row, style)
        segments.append(Segment(row.tail, edge))
        if here and self._layout is not None:
            used = sum(segment.cell_length for segment in segments[1:])
            fill = self._gutter + self._layout.width - used
            segments.append(Segment(" " * fill, base))
        return segments

    def _gutter_parts(self, row: Row, *, here: bool) -> list[Part]:
        """Marker or bar of the current statement, its mark, another's mark."""
        if not row.n or not self._gutter:
            return [("", " " * self._gutter)]
        marker = ("▶" if row.first else "┃") if here else " "
        if not row.first:
            return [("", marker + " " * (self._gutter - 1))]
        own, other = gutter(self._session.standing(row.n))
        if self._gutter < 2:
            return [own]
        return [("", marker), own] + ([other, ("", " ")] if self._gutter > 2 else [])

    def _matched(self, row: Row, style: Style) -> list[Segment]:
        """The row's text, with the matches of the search marked."""
        ranges = self._ranges(row)
        if not ranges:
            return [Segment(row.text, style)]
        match, at = style + self.part_style("article--match"), 0
        segments: list[Segment] = []
        for start, end in ranges:
            segments.append(Segment(row.text[at:start], style))
            segments.append(Segment(row.text[start:end], match))
            at = end
        segments.append(Segment(row.text[at:], style))
        return segments

    def _ranges(self, row: Row) -> list[tuple[int, int]]:
        """Where in the row's text a match stands."""
        matches = self._session.matches
        if not matches or not row.spans:
            return []
        whole = row.kind in (RowKind.CREDIT, RowKind.RULE)  # shown in other words
        found: list[tuple[int, int]] = []
        shift = 0  # what to subtract from an offset to have a place in row.text
        column = 0
        for start, end in row.spans:
            shift = start - column
            i = max(0, bisect_right(matches, (start, start)) - 1)
            while i < len(matches) and matches[i][0] < end:
                low, high = max(matches[i][0], start), min(matches[i][1], end)
                if low < high:
                    found.append((0, len(row.text)) if whole else (low - shift, high - shift))
                i += 1
            column += end - start + 1
        return found[:1] if whole else found

    def _update_parts(self, update: int) -> list[Part]:
        """An update's heading where it stands in the text, over its whole width."""
        width = self._gutter + (self._layout.width if self._layout else 0)
        said = self._heading(update, width - 6)
        rest = width - 5 - cells([("", said)])
        return [
            ("", " " * self._margin), ("article--line", "───"), ("article--update", f" {said} "),
            ("article--line", "─" * rest),
        ]  # fmt: skip

    def _heading(self, update: int, room: int) -> str:
        """As much of the heading as there is room for."""
        parts = heading(self._session.updates[update], self._now())
        while len(parts) > 1 and cells([("", " · ".join(parts))]) > room:
            parts.pop()
        return cut(line(" · ".join(parts)), room)

    def _sticky_parts(self, width: int) -> list[Part]:
        """The heading of the update that the top of the screen stands in."""
        update = self._rows[0].update if self._rows else None
        if update is None:
            return []
        right = [*counts(self._session.progress(update))[:1], ("", "  ")] if width >= 50 else []
        pad = self._margin + min(self._gutter, 4)
        said = self._heading(update, width - pad - cells(right) - 1)
        return spread([("", " " * pad), ("article--sticky", said)], right, width)

    def _tracked(self, strip: Strip, y: int, width: int) -> Strip:
        """The line with its cell of the track that shows how far into the text one is."""
        layout = self._layout
        if layout is None or not self._rows:
            return strip
        height = self.size.height
        thumb = min(int(layout.fraction(self._top) * height), height - 1)
        if y != thumb or (self._top == layout.first_spot() and len(self._rows) < self._height):
            return strip
        return Strip.join(
            [strip.crop(0, width - 1), Strip([Segment("┃", self.style_of("article--line"))])]
        )
