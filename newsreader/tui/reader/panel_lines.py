"""What the panel says in a space of some size, and how far it was scrolled; pure.

The lines themselves are made in :mod:`newsreader.tui.reader.statement_lines`. What does not fit is
told and can be scrolled to; a note is typed where the note stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice, zip_longest

from newsreader.session import Session
from newsreader.tui.plain.parts import Part, Parts, cells, cut
from newsreader.tui.reader.statement_lines import StatementLines, Writing

COLUMNS = 70
"""Cells from which the panel below the text has two columns."""


class PanelLines:
    """The statement's panel at one place; ``strip`` keeps it to what two lines can say."""

    def __init__(
        self, session: Session, now: Callable[[], datetime], keys: Mapping[str, str], place: str
    ) -> None:
        """Show the session's statement.

        Args:
            session: whose.
            now: tells the time that "ago" counts from.
            keys: of the reader's commands by their ids, as written for people.
            place: "beside", "below" or "strip".
        """
        self._session = session
        self._lines_of = StatementLines(session, now, keys)
        self._place = place
        self._top = 0
        self._of = 0  # the statement that ``_top`` is for
        self._keys = keys

    def write(self, writing: Writing | None) -> None:
        """Show the box in which something is typed, or take it away."""
        self._lines_of.writing = writing
        self._top = 0

    def show_diff(self, *, on: bool) -> None:
        """Show the words that changed, or only what kind of change it is."""
        self._lines_of.diff = on

    def text_width(self, width: int) -> int:
        """Cells of a row of the box, in a panel so wide."""
        return max(4, self._left_width(self._room(width)) - 2)

    def scroll(self, by: int, width: int, height: int) -> bool:
        """Scroll by rows, stopping at the ends; whether anything moved."""
        before = self._top
        count = sum(1 for _ in self._all_lines(self._room(width)))
        self._top = max(0, min(before + by, count - max(1, self._height(height) - 1)))
        return self._top != before

    def lines(self, width: int, height: int) -> Sequence[Parts]:
        """The lines for the current statement, with the line that parts them from the text."""
        if self._of != self._session.n:
            self._of, self._top = self._session.n, 0
        if self._place == "strip":
            return self._lines_of.two(width) if self._session.n else _nothing(width)
        said = self._in_sight(self._room(width), self._height(height))
        if self._place == "below":
            return [[("line", "─" * width)], *said]
        edge = ("line", "│ ")
        return [[edge, *parts] for parts in said] + [[edge]] * (height - len(said))

    def _room(self, width: int) -> int:
        return width - 2 if self._place == "beside" else width

    def _height(self, height: int) -> int:
        return height - 1 if self._place == "below" else height

    def _in_sight(self, width: int, height: int) -> list[Parts]:
        """As many lines as fit from where it was scrolled to, and whether there are more."""
        cursor = self._lines_of.cursor_line(self._left_width(width))
        if cursor is not None:
            self._top = max(0, cursor + 2 - height, min(self._top, cursor - 1))
        said = list(islice(self._all_lines(width), self._top, self._top + height + 1))
        if len(said) <= height and not self._top:
            return said
        more = len(said) > height
        kept = said[: max(0, height - 1)]
        return [*kept, self._more(more=more, width=width)][:height]

    def _more(self, *, more: bool, width: int) -> list[Part]:
        """The last line, when not all lines fit."""
        told = [f"more {self._keys['panel-down']}"] if more else []
        told += [f"back {self._keys['panel-up']}"] if self._top else []
        said = cut(" · ".join(told), width)
        return [("", " " * max(0, width - cells([("", said)]))), ("key", said)]

    def _left_width(self, width: int) -> int:
        """Cells of the column that the tags stand in."""
        return (width - 3) // 2 if self._columned(width) else width

    def _columned(self, width: int) -> bool:
        return self._place == "below" and width >= COLUMNS

    def _all_lines(self, width: int) -> Iterator[Parts]:
        """All lines; of two columns where there is room."""
        if not self._session.n:
            yield from _nothing(width)
            return
        if not self._columned(width):
            yield from _parted(self._left(width), self._right(width))
            return
        left_width = self._left_width(width)
        right = self._right(width - 3 - left_width)
        nothing: Parts = ()
        for left, other in zip_longest(self._left(left_width), right, fillvalue=nothing):
            gap = max(0, left_width - cells(left))
            yield [*left, ("", " " * gap), ("line", " │ "), *other]

    def _left(self, width: int) -> Iterator[Parts]:
        said = self._lines_of
        return chain(said.tags(width), _after_air(said.left_behind(width)))

    def _right(self, width: int) -> Iterator[Parts]:
        said = self._lines_of
        return _parted(said.sources(width), said.history(width))


def _nothing(width: int) -> list[Parts]:
    return [[("dim", cut("nothing to tag here", width))]]


def _parted(first: Iterator[Parts], second: Iterator[Parts]) -> Iterator[Parts]:
    """Both, with a line between them where there is a second."""
    yield from first
    yield from _after_air(second)


def _after_air(lines: Iterator[Parts]) -> Iterator[Parts]:
    for i, each in enumerate(lines):
        if not i:
            yield []
        yield each
