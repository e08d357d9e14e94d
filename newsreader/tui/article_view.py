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

from rich.cells import cell_len
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from newsreader.session import Session
from newsreader.tui.clock import heading
from newsreader.tui.drawing import Drawn, Parts, cells, cut, merged, spread
from newsreader.tui.layout import Layout, Row, RowKind, Spot
from newsreader.tui.marks import Part, counts, gutter
from newsreader.tui.safe import line

MEASURE = 74
"""Cells of a line of text at most: what is comfortable to read."""
WHEEL = 3
"""Rows that a step of the mouse wheel moves the text."""

NARROW = 40
"""Columns below which nothing but text and gutter is shown."""
Styled = tuple[str, Style]

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


class ArticleView(Drawn):
    """The text, with the current statement unmistakable and every standing in the gutter."""

    DEFAULT_CSS = """
    ArticleView { width: 1fr; }
    """

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
        self._thumb = -1  # line of the mark that shows how far into the text one is
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
        track = 1 if width >= NARROW else 0
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
        layout = self._layout
        if layout is None:
            return
        self._rows = layout.window(self._top, self._height)
        whole = self._top == layout.first_spot() and len(self._rows) < self._height
        lines = self.size.height
        at = min(int(layout.fraction(self._top) * lines), lines - 1)
        self._thumb = -1 if whole else at

    def _refresh_statements(self, numbers: set[int]) -> None:
        rows = (y for y, row in enumerate(self._rows, self._sticky) if row.n in numbers and row.n)
        self.refresh_rows(rows)

    # -- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.size.width, y - self._sticky
        if at < 0:
            parts = self._styled(self._sticky_parts(width))
        elif at < len(self._rows):
            parts = self._row(self._rows[at])
        else:
            parts = []
        own = self.style_of("")
        room = width - sum(cell_len(text) for text, _ in parts)
        if width >= NARROW and room > 0 and y == self._thumb:
            parts = [*parts, (" " * (room - 1), own), ("┃", self.style_of("line"))]
        else:
            parts = [*parts, (" " * room, own)]
        return Strip(merged(parts)).adjust_cell_length(width, own)

    def _styled(self, parts: Parts) -> list[Styled]:
        return [(text, self.style_of(name)) for name, text in parts]

    def _row(self, row: Row) -> list[Styled]:
        """Gutter, lead, text with its matches, tail."""
        if row.kind is RowKind.UPDATE and row.update is not None:
            return self._styled(self._update_parts(row.update))
        here = bool(row.n) and row.n == self._session.n
        own = self.style_of("")
        base = own + self.part_style("here") if here else own
        name = _LOOK.get(row.kind)
        style = base + self.part_style(name) if name else base
        edge = base + self.part_style("line")
        parts = [
            (" " * self._margin, own),
            *(
                (text, base + self.part_style(name) if name else base)
                for name, text in self._gutter_parts(row, here=here)
            ),
            (row.lead, edge if row.lead.strip() else base),
            *self._matched(row, style),
            (row.tail, edge),
        ]
        if here and self._layout is not None:
            used = sum(cell_len(text) for text, _ in parts)
            parts.append((" " * (self._margin + self._gutter + self._layout.width - used), base))
        return parts

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

    def _matched(self, row: Row, style: Style) -> list[Styled]:
        """The row's text, with the matches of the search marked."""
        match, at = style + self.part_style("match"), 0
        parts: list[Styled] = []
        for start, end in self._ranges(row):
            parts += [(row.text[at:start], style), (row.text[start:end], match)]
            at = end
        return [*parts, (row.text[at:], style)]

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
            ("", " " * self._margin), ("line", "───"), ("time", f" {said} "),
            ("line", "─" * rest),
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
        if update is None or any(
            row.kind is RowKind.UPDATE and row.update == update for row in self._rows
        ):
            return []  # it is none, or its heading is in sight
        right = [*counts(self._session.progress(update))[:1], ("", "  ")] if width >= 50 else []
        pad = self._margin + min(self._gutter, 4)
        said = self._heading(update, width - pad - cells(right) - 1)
        return spread([("", " " * pad), ("time", said)], right, width)
