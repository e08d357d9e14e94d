"""The article as running text with a gutter: one widget, drawn line by line.

It lays out only what it shows; which rows those are is said by
:mod:`newsreader.tui.reader.viewport`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from newsreader.session import Session
from newsreader.tui.drawing import Drawn
from newsreader.tui.parts import cells
from newsreader.tui.reader.layout import Layout, Row, Spot
from newsreader.tui.reader.row_painter import NARROW, Measures, RowPainter
from newsreader.tui.reader.viewport import Viewport

Kept = tuple[Layout, Spot] | None
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

    class Wheeled(Message):
        """The wheel of the mouse asks for so many rows."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Show the session's article; ``now`` tells the time that "ago" counts from."""
        super().__init__()
        self._session = session
        self._painter = RowPainter(session, now)
        self._layout: Layout | None = None
        self._port: Viewport | None = None
        self._shown_held = range(0)
        self._rows: list[Row] = []
        self._thumb = -1  # line of the mark that shows how far into the text one is
        self._sticky = 0  # lines that the heading at the top takes

    # -- what the screen tells ---------------------------------------------------------------

    def follow(self) -> None:
        """The current statement may be another one: bring it into sight."""
        if self._port is None:
            return
        before, n = self._port.n, self._session.n
        held, self._shown_held = self._shown_held, self._session.selection
        if self._port.follow(n):
            self._take_rows()
            self.refresh()
        else:
            self._refresh_statements({before, n, *(set(held) ^ set(self._shown_held))})

    def restate(self, numbers: Iterable[int]) -> None:
        """The standing of these statements may have changed."""
        self._refresh_statements(set(numbers))
        if self._sticky:
            self.refresh_rows([0])

    def page(self, by: int) -> int:
        """Move the text by screenfuls; returns the statement to go to then."""
        if self._port is None or not self._session.n:
            return self._session.n
        n = self._port.page(by, len(self._session.statements))
        self.redraw()
        return n

    def scroll_rows(self, by: int, *, drag: bool) -> int:
        """Move the text by rows; returns the statement to go to, so that it stays in sight.

        Args:
            by: rows; negative towards the beginning.
            drag: False to leave the current statement as it is, wherever it stands.
        """
        if self._port is None:
            return self._session.n
        n = self._port.scroll(by, drag=drag)
        self.redraw()
        return n

    def keep(self) -> Kept:
        """How the text stands, for :meth:`restore`."""
        return (self._port.layout, self._port.top) if self._port is not None else None

    def restore(self, kept: Kept) -> None:
        """Let the text stand as it stood, if it is laid out as it was."""
        if self._port is not None and kept is not None and kept[0] is self._port.layout:
            self._port.put(kept[1], self._session.n)
            self.redraw()

    def show_diff(self, *, on: bool) -> None:
        """Mark the words that came into the current statement, or do not."""
        self._painter.diff = on
        self._refresh_statements({self._session.n})

    def redraw(self) -> None:
        """Draw all anew: the search, the time or all tags changed."""
        if self._port is not None:
            self._take_rows()
            self.refresh()

    def renew(self) -> None:
        """The article is another one: the current statement stays where it stood."""
        if self._port is not None:
            self._layout = None
            self.fit()
            self.refresh()

    def fit(self) -> None:
        """Lay out for the new width; what was seen at the current statement's row stays there."""
        width, height = self.size
        if not width or not height:
            return
        self._painter.measures = Measures.of(width)
        text = self._painter.measures.text
        self._sticky = 1 if self._session.updates and height >= 8 else 0
        if self._layout is None or self._layout.width != text:
            self._layout = Layout(self._session.opened.analysis, text)
        rows, n = max(1, height - self._sticky), self._session.n
        if self._port is None:
            self._port = Viewport(self._layout, rows, n)
        else:
            self._port.fit(self._layout, rows, n)
        self._take_rows()

    # -- mouse ------------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """The statement that was clicked becomes the current one."""
        y = event.y - self._sticky
        if 0 <= y < len(self._rows) and self._rows[y].n:
            self.post_message(self.Picked(self._rows[y].n))

    def wheel(self, by: int) -> None:
        """Ask for it: the statement that is the current one may be another one by that."""
        self.post_message(self.Wheeled(by))

    # -- rows -------------------------------------------------------------------------------

    def _take_rows(self) -> None:
        port = self._port
        if port is None:
            return
        self._rows = port.rows()
        whole = port.top == port.layout.first_spot() and len(self._rows) < port.height
        lines = self.size.height
        at = min(int(port.layout.fraction(port.top) * lines), lines - 1)
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
        room = width - cells(parts)
        if width >= NARROW and room > 0 and y == self._thumb:
            parts = [*parts, ("", " " * (room - 1)), ("line", "┃")]
        return self.strip(parts)
