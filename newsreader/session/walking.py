"""Going to where something is left to do, or was said: open statements, notes."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.library import OpenedStory
from newsreader.session.selecting import Selecting


class Walking(Selecting):
    """A cursor that knows of the tags in its story."""

    def __init__(self, opened: OpenedStory, editor: str) -> None:
        """Begin at the first statement of ``opened``; ``editor`` says whose tags count."""
        super().__init__(opened.analysis)
        self.opened = opened
        self.editor = editor

    def move_open(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) statement whose words have no label of theirs."""
        return self._walk(by, self._is_open)

    def move_note(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) statement with anyone's note or evidence."""
        return self._walk(by, self._is_noted)

    def _is_open(self, n: int) -> bool:
        tag = self.opened.book.own(n, self.editor)
        return tag is None or tag.label is None or not tag.stands

    def _is_noted(self, n: int) -> bool:
        return any(tag.note or tag.evidence for tag in self.opened.book.tags(n))

    def _walk(self, by: int, wanted: Callable[[int], bool]) -> bool:
        """Move to the so manieth statement that is wanted, or to the last one that there is."""
        step, left, found = (1 if by > 0 else -1), abs(by), 0
        n = self.n + step
        while left and 1 <= n <= len(self.statements):
            if wanted(n):
                found, left = n, left - 1
            n += step
        return bool(found) and self.go(found)
