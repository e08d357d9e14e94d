"""Which rows of the article a view of some size shows, and what stands on each of its lines; pure.

It lays out only what it shows; which rows those are is said by
:mod:`newsreader.tui.reader.viewport`, how they look by :mod:`newsreader.tui.reader.row_painter`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.plain.parts import Parts, cells
from newsreader.tui.reader.layout import Layout, Row
from newsreader.tui.reader.row_painter import NARROW, Measures, RowPainter
from newsreader.tui.reader.viewport import Viewport


class ArticleLines:
    """The lines of one session's article, at one size after the other."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Nothing is laid out before :meth:`fit`; ``now`` tells what "ago" counts from."""
        self._session = session
        self.painter = RowPainter(session, now)
        self.port: Viewport | None = None
        self.rows: list[Row] = []
        """The rows that are shown, below the heading at the top."""
        self.sticky = 0
        """Lines that the heading at the top takes."""
        self._layout: Layout | None = None
        self._lines = 0
        self._thumb = -1  # line of the mark that shows how far into the text one is

    def renew(self) -> None:
        """The article is another one: it is laid out anew by the next :meth:`fit`."""
        self._layout = None

    def fit(self, width: int, height: int) -> None:
        """Lay out for a size; what was seen at the current statement's row stays there."""
        self.painter.measures = Measures.of(width)
        text = self.painter.measures.text
        self._lines = height
        self.sticky = 1 if self._session.updates and height >= 8 else 0
        if self._layout is None or self._layout.width != text:
            self._layout = Layout(self._session.opened.analysis, text)
        rows, n = max(1, height - self.sticky), self._session.n
        if self.port is None:
            self.port = Viewport(self._layout, rows, n)
        else:
            self.port.fit(self._layout, rows, n)
        self.take_rows()

    def take_rows(self) -> None:
        """Take the rows that the viewport shows by now."""
        port = self.port
        if port is None:
            return
        self.rows = port.rows()
        whole = port.top == port.layout.first_spot() and len(self.rows) < port.height
        at = min(int(port.layout.fraction(port.top) * self._lines), self._lines - 1)
        self._thumb = -1 if whole else at

    def line(self, y: int, width: int) -> Parts:
        """What stands on a line of the view."""
        at = y - self.sticky
        if at < 0:
            parts = self.painter.sticky(self.rows, width)
        elif at < len(self.rows):
            parts = self.painter.row(self.rows[at])
        else:
            parts = []
        room = width - cells(parts)
        if width >= NARROW and room > 0 and y == self._thumb:
            parts = [*parts, ("", " " * (room - 1)), ("line", "┃")]
        return parts
