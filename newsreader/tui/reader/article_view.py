"""The article as running text with a gutter: one widget, drawn line by line.

It keeps the row at its top as a :class:`~newsreader.tui.reader.layout.Spot`, not as a number of
rows,
and lays out only what it shows. The text stands still while the current statement moves within
it; when the statement would come too near to the edge, the text moves by a good part of the
screen at once, so that most key presses draw two statements and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from newsreader.session import Session
from newsreader.tui.drawing import Drawn, merged
from newsreader.tui.reader.layout import Layout, Row, Spot
from newsreader.tui.reader.row_painter import Measures, RowPainter

MEASURE = 74
"""Cells of a line of text at most: what is comfortable to read."""
WHEEL = 3
"""Rows that a step of the mouse wheel moves the text."""

NARROW = 40
"""Columns below which nothing but text and gutter is shown."""


Kept = tuple[Layout | None, Spot]
"""How the text stood: the row at its top, and the layout that it counts in."""


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
        self._painter = RowPainter(self, session, now)
        self._layout: Layout | None = None
        self._top = Spot(0, 0)
        self._shown_n = 0
        self._shown_held = range(0)
        self._rows: list[Row] = []
        self._thumb = -1  # line of the mark that shows how far into the text one is
        self._sticky = 0  # lines that the heading at the top takes

    # -- what the screen tells ---------------------------------------------------------------

    def follow(self) -> None:
        """The current statement may be another one: bring it into sight."""
        if self._layout is None:
            return
        before, n = self._shown_n, self._session.n
        held, self._shown_held = self._shown_held, self._session.selection
        self._shown_n = n
        if self._into_sight(n, up=n < before):
            self._take_rows()
            self.refresh()
        else:
            self._refresh_statements({before, n, *(set(held) ^ set(self._shown_held))})

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

    def keep(self) -> Kept:
        """How the text stands, for :meth:`restore`."""
        return self._layout, self._top

    def restore(self, kept: Kept) -> None:
        """Let the text stand as it stood, if it is laid out as it was."""
        layout, top = kept
        if layout is not None and layout is self._layout:
            self._top = top
            self._take_rows()
            self.refresh()

    def redraw(self) -> None:
        """Draw all anew: the search, the time or all tags changed."""
        if self._layout is not None:
            self._take_rows()
            self.refresh()

    def renew(self) -> None:
        """The article is another one: the current statement stays where it stood."""
        if self._layout is not None:
            self._layout = None
            self.fit()
            self.refresh()

    def fit(self) -> None:
        """Lay out for the new width; what was seen at the current statement's row stays there."""
        width, height = self.size
        if not width or not height:
            return
        at = self._rows_above()
        track = 1 if width >= NARROW else 0
        gutter = 4 if width >= 24 else min(2, width - 1)
        text = max(1, min(MEASURE, width - gutter - track - (1 if width >= 60 else 0)))
        margin = min(4, (width - track - gutter - text) // 2)
        self._painter.measures = Measures(margin, gutter, text)
        self._sticky = 1 if self._session.updates and height >= 8 else 0
        if self._layout is None or self._layout.width != text:
            self._layout = Layout(self._session.opened.analysis, text)
        self._shown_n = self._session.n
        if self._shown_n:
            first, _ = self._layout.locate(self._shown_n)
            self._top = self._clamped(self._layout.step(first, -min(at, self._height - 1)))
            self._into_sight(self._shown_n, up=False)
        self._take_rows()

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
            parts = self._painter.sticky(self._rows, width)
        elif at < len(self._rows):
            parts = self._painter.row(self._rows[at])
        else:
            parts = []
        own = self.style_of("")
        room = width - sum(cell_len(text) for text, _ in parts)
        if width >= NARROW and room > 0 and y == self._thumb:
            parts = [*parts, (" " * (room - 1), own), ("┃", self.style_of("line"))]
        else:
            parts = [*parts, (" " * room, own)]
        return Strip(merged(parts)).adjust_cell_length(width, own)
