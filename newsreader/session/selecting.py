"""Several statements selected at once: from where selecting began to where the cursor is.

The selection follows the cursor, whatever moves it. It never outlives what it was made on:
another revision, or other cuts of the text, end it.
"""

from __future__ import annotations

from newsreader.model.statement import Analysis
from newsreader.session.searching import Searching


class Selecting(Searching):
    """A cursor that can hold on to the statements that it passes."""

    _held = 0  # the statement that selecting began at, 0 while nothing is selected

    def show(self, analysis: Analysis, n: int) -> None:
        """Go to statement ``n`` of another article; nothing is selected there."""
        self._held = 0
        super().show(analysis, n)

    @property
    def selection(self) -> range:
        """Numbers of the statements that are selected; empty while none are."""
        if not self._held:
            return range(0)
        return range(min(self._held, self.n), max(self._held, self.n) + 1)

    def select(self) -> bool:
        """Begin to select at the current statement; False in an article without any."""
        self._held = self.n
        return bool(self._held)

    def unselect(self) -> bool:
        """Select nothing any more; False when nothing was."""
        held, self._held = self._held, 0
        return bool(held)

    def chosen(self, count: int = 1) -> tuple[int, ...]:
        """What a command is about: the selection, else the current statement.

        Args:
            count: how many statements from the current one on, where nothing is selected.

        Returns:
            Numbers, rising; nothing in an article without statements.
        """
        if self._held or not self.n:
            return tuple(self.selection)
        return tuple(range(self.n, min(self.n + max(count, 1), len(self.statements) + 1)))
