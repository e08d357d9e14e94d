"""Which rows of the article are on the screen, and where in them the current statement is; pure.

What must stay true, wherever the article has a statement:

- After every movement the current statement is in sight, and while it moves within the screen the
  text stands still. When it comes too near to an edge, the text moves by a good part of the screen
  at once, so that most key presses draw two statements and nothing else.
- Text that is scrolled takes the current statement along as soon as it would leave the screen: a
  key that tags always tags what is marked on the screen.
- When the window changes, the current statement stays in the row where the editor left it; a
  window that gets its old size back shows what it showed.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.tui.reader.layout import Layout, Spot
from newsreader.tui.reader.rows import Row

FARTHEST = 1000
"""Rows without a statement that are passed over at most."""


class Viewport:
    """The rows of a layout that fit on the screen."""

    def __init__(self, layout: Layout, height: int, n: int) -> None:
        """Show statement ``n`` of ``layout`` in ``height`` rows."""
        self.layout = layout
        self.height = height
        self.top = Spot(0, 0)
        self.n = n  # the current statement as it is shown
        self._row = 0  # where it begins, as the editor left it; negative above the top
        if not self._calm(n):
            self._bring(n, up=False)
        self._keep()

    def rows(self) -> list[Row]:
        """What is on the screen."""
        return self.layout.window(self.top, self.height)

    def fit(self, layout: Layout, height: int, n: int) -> None:
        """Show ``layout`` in ``height`` rows: statement ``n`` stays in its row if that is there."""
        self.layout, self.height, self.n = layout, height, n
        if not n:
            self.top = self._clamped(layout.step(self.top, 0))
            return
        first, _ = layout.locate(n)
        self.top = self._clamped(layout.step(first, -self._row))
        if not self._marked(n):
            self._bring(n, up=False)

    def put(self, top: Spot, n: int) -> None:
        """Show the rows from ``top`` on, with ``n`` as the current statement."""
        self.top, self.n = top, n
        self._keep()

    def follow(self, n: int) -> bool:
        """Bring statement ``n``, the current one now, into sight; whether the text moved."""
        before, self.n = self.n, n
        if (n == before and self._marked(n)) or self._calm(n):
            self._keep()
            return False
        moved = self._bring(n, up=n < before)
        self._keep()
        return moved

    def page(self, by: int, last: int) -> int:
        """Move the text by screenfuls; ``last`` is the article's last statement.

        Returns:
            The statement that is the current one then.
        """
        if not self._move(by * max(1, self.height - 2)):
            self.follow(last if by > 0 else 1)
        else:
            self.n = self._first() or self.n
            self._keep()
        return self.n

    def scroll(self, by: int, *, drag: bool = True) -> int:
        """Move the text by rows; with ``drag`` the current statement stays in sight.

        Returns:
            The statement that is the current one then.
        """
        if self._move(by) and drag:
            if not self._marked(self.n):
                self.n = (self._first() if by > 0 else self._last()) or self.n
            self._keep()
        return self.n

    # -- where ------------------------------------------------------------------------------

    @property
    def _air(self) -> int:
        """Rows at the edges that the current statement keeps free, where it can."""
        return min(3, self.height // 6)

    def _keep(self) -> None:
        """Remember the row of the current statement."""
        if not self.n:
            return
        first, _ = self.layout.locate(self.n)
        if first >= self.top:
            self._row = self.layout.distance(self.top, first, self.height)
        else:
            self._row = -self.layout.distance(first, self.top, FARTHEST)

    def _marked(self, n: int) -> bool:
        """Whether statement ``n`` begins on the screen; one that is longer may also go on there."""
        if not n:
            return True
        layout, height = self.layout, self.height
        first, last = layout.locate(n)
        if first < self.top:
            return last >= self.top and layout.distance(first, last, height) == height
        return layout.distance(self.top, first, height) < height

    def _calm(self, n: int) -> bool:
        """Whether statement ``n`` is on the screen, and not near to an edge."""
        if not n:
            return True
        layout, height, air = self.layout, self.height, self._air
        first, last = layout.locate(n)
        if first < self.top:
            return False
        y = layout.distance(self.top, first, height)
        size = layout.distance(first, last, height) + 1
        return (y >= air or self.top == layout.first_spot()) and y + size <= height - air

    def _bring(self, n: int, *, up: bool) -> bool:
        """Move the text so that statement ``n`` stands well on the screen; whether it moved."""
        layout, height = self.layout, self.height
        first, last = layout.locate(n)
        size = layout.distance(first, last, height) + 1
        lead = max(0, min(height * 2 // 3 if up else height // 3, height - self._air - size))
        top = self._clamped(layout.step(first, -lead))
        moved, self.top = top != self.top, top
        return moved

    def _move(self, by: int) -> bool:
        """Move the text by rows, and on or back to where a statement is in sight."""
        top, step = self._clamped(self.layout.step(self.top, by)), 1 if by > 0 else -1
        top = self._to_statement(self._to_statement(top, step), -step)
        moved, self.top = top != self.top, top
        return moved

    def _to_statement(self, top: Spot, step: int) -> Spot:
        """The nearest top in one direction with a statement in sight, else the end there."""
        for _ in range(FARTHEST if self.n else 0):
            further = self._clamped(self.layout.step(top, step))
            if further == top or any(row.n for row in self.layout.window(top, self.height)):
                break
            top = further
        return top

    def _first(self) -> int:
        """The first statement that begins on the screen, not at its very edge; 0 without any."""
        rows = self.rows()
        air = 0 if self.top == self.layout.first_spot() else self._air
        return _begun(rows[air:]) or _begun(rows) or next((row.n for row in rows if row.n), 0)

    def _last(self) -> int:
        """The last statement that begins on the screen, not at its very edge; 0 without any."""
        rows = self.rows()[::-1]
        edge = self._air + 2  # a statement is seldom of one row only
        return _begun(rows[edge:]) or _begun(rows) or next((row.n for row in rows if row.n), 0)

    def _clamped(self, top: Spot) -> Spot:
        """``top``, or the last spot that still fills the screen."""
        return min(top, self.layout.step(self.layout.last_spot(), 1 - self.height))


def _begun(rows: Sequence[Row]) -> int:
    """The first statement that begins in these rows; 0 without any."""
    return next((row.n for row in rows if row.n and row.first), 0)
