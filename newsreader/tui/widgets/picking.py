"""Rows of which one is marked, drawn line by line: the list of stories, the hits of the palette.

A row is marked by its marker and a tint; a subclass knows what the rows are. What a click means
is the screen's to decide: rows tell that they were clicked, and change nothing.
"""

from __future__ import annotations

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from newsreader.tui.plain.parts import tinted_row
from newsreader.tui.widgets.drawing import Drawn


class Rows(Drawn):
    """Rows with a cursor; the page shown is moved only as far as the cursor needs."""

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    tall = 1
    """Lines that a row takes."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0
        self._top = 0

    def has(self, index: int) -> bool:
        """Whether there is a row in that place, counted from 0."""
        raise NotImplementedError

    def last(self) -> int:
        """The place of the last row, 0 without any."""
        raise NotImplementedError

    def go(self, index: int) -> None:
        """Make the row at ``index``, or the nearest there is, the current one."""
        index = max(0, index)
        self.cursor = index if not index or self.has(index) else self.last()
        self.redraw()

    def move(self, by: int) -> None:
        """Move by that many rows."""
        self.go(self.cursor + by)

    def page(self, height: int) -> range:
        """The places of the rows to show in so many lines."""
        many = max(1, height // self.tall)
        self._top = max(self.cursor - many + 1, min(self._top, self.cursor), 0)
        return range(self._top, self._top + many)

    def render_line(self, y: int) -> Strip:
        """One row; the current one with a tint under all of it but what has a ground of its own."""
        if y // self.tall != self.cursor - self._top or not self.has(self.cursor):
            return super().render_line(y)
        parts = self._lines[y] if y < len(self._lines) else ()
        return self.strip(tinted_row(parts, self.size.width))

    def on_click(self, event: Click) -> None:
        """Tell which row was clicked."""
        place = event.get_content_offset(self)
        index = self._top + place.y // self.tall if place is not None else -1
        if index >= 0 and self.has(index):
            self.post_message(self.Picked(index))

    def wheel(self, by: int) -> None:
        """Move the cursor."""
        self.move(by)
