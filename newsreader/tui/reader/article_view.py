"""The article as running text with a gutter: one widget, drawn line by line.

What stands on its lines is said by :mod:`newsreader.tui.reader.article_lines`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from newsreader.session import Session
from newsreader.tui.reader.article_lines import ArticleLines
from newsreader.tui.reader.layout import Layout, Spot
from newsreader.tui.reader.viewport import Viewport
from newsreader.tui.widgets.drawing import Drawn

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
        self._lines_of = ArticleLines(session, now)
        self._shown_held = range(0)

    @property
    def _port(self) -> Viewport | None:
        """What is seen of the article; None before it was laid out."""
        return self._lines_of.port

    # -- what the screen tells ---------------------------------------------------------------

    def follow(self) -> None:
        """The current statement may be another one: bring it into sight."""
        if self._port is None:
            return
        before, n = self._port.n, self._session.n
        held, self._shown_held = self._shown_held, self._session.selection
        if self._port.follow(n):
            self._lines_of.take_rows()
            self.refresh()
        else:
            self._refresh_statements({before, n, *(set(held) ^ set(self._shown_held))})

    def restate(self, numbers: Iterable[int]) -> None:
        """The standing of these statements may have changed."""
        self._refresh_statements(set(numbers))
        if self._lines_of.sticky:
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
        self._lines_of.painter.diff = on
        self._refresh_statements({self._session.n})

    def redraw(self) -> None:
        """Draw all anew: the search, the time or all tags changed."""
        if self._port is not None:
            self._lines_of.take_rows()
            self.refresh()

    def renew(self) -> None:
        """The article is another one: the current statement stays where it stood."""
        if self._port is not None:
            self._lines_of.renew()
            self.fit()
            self.refresh()

    def fit(self) -> None:
        """Lay out for the new width; what was seen at the current statement's row stays there."""
        width, height = self.size
        if not width or not height:
            return
        self._lines_of.fit(width, height)

    # -- mouse ------------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """The statement that was clicked becomes the current one."""
        y = event.y - self._lines_of.sticky
        if 0 <= y < len(self._lines_of.rows) and self._lines_of.rows[y].n:
            self.post_message(self.Picked(self._lines_of.rows[y].n))

    def wheel(self, by: int) -> None:
        """Ask for it: the statement that is the current one may be another one by that."""
        self.post_message(self.Wheeled(by))

    # -- drawing ----------------------------------------------------------------------------

    def _refresh_statements(self, numbers: set[int]) -> None:
        shown = enumerate(self._lines_of.rows, self._lines_of.sticky)
        self.refresh_rows(y for y, row in shown if row.n in numbers and row.n)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        return self.strip(self._lines_of.line(y, self.size.width))
