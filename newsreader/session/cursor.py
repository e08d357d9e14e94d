"""Where one is in an article: the current statement, the update it stands in.

Knows nothing of editors, tags or files.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from newsreader.model.statement import Analysis, Attribution, Statement, Update

if TYPE_CHECKING:
    from newsreader.model.comparison import Comparison
    from newsreader.model.source import SingleOrigin, Sources


class Cursor:
    """A place among the statements of one article."""

    def __init__(self, analysis: Analysis) -> None:
        """Begin at the first statement."""
        self.n = 0  # number of the current statement, 0 in an article without any
        self._sources_asked = False
        self.show(analysis, 1)

    def show(self, analysis: Analysis, n: int) -> None:
        """Go to statement ``n`` of another article."""
        self.analysis = analysis
        self._sources: Sources | None = None
        self._sections = _sections(analysis.split.statements)
        self._paragraphs = _paragraphs(analysis.split.statements)
        self.n = 0
        self.go(n)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the article shown, in reading order."""
        return self.analysis.split.statements

    @property
    def statement(self) -> Statement | None:
        """The current statement; None in an article without any."""
        return self.statements[self.n - 1] if self.n else None

    @property
    def updates(self) -> tuple[Update, ...]:
        """The update sections of the article shown."""
        return self.analysis.split.updates

    @property
    def update(self) -> int | None:
        """Index of the update that the current statement stands in."""
        return self.statement.update if self.statement else None

    def words(self, n: int) -> str:
        """The exact words of statement ``n``."""
        return self.analysis.words(self.statements[n - 1])

    def change(self, n: int, was: str) -> Comparison:
        """What changed between the words ``was`` and those of statement ``n``."""
        from newsreader.revising.comparing import compare  # noqa: PLC0415  (seldom needed)

        return compare(was, self.words(n))

    def attributions(self, n: int) -> tuple[Attribution, ...]:
        """Who says statement ``n``, as far as known."""
        return self.analysis.attributions[n - 1]

    def sources(self) -> Sources:
        """The sources of the article shown; found when first asked for."""
        self._sources_asked = True
        if self._sources is None:
            from newsreader.library.speaking import sources_of  # noqa: PLC0415  (at use)

            self._sources = sources_of(self.analysis)
        return self._sources

    def goes_on(self, n: int) -> str | None:
        """Whose quotation statement ``n`` goes on with, where it names nobody itself."""
        if self.attributions(n):
            return None
        from newsreader.library.speaking import goes_on  # noqa: PLC0415  (at use)

        return goes_on(self.analysis, n)

    def single_origin(self, n: int) -> SingleOrigin | None:
        """The mentions with a single origin that statement ``n`` is one of; None if it is not.

        Finding sources takes a moment: nothing is known before :meth:`sources` was asked for once.
        """
        known = self._sources_asked and self.attributions(n)
        return self.sources().single_at(n) if known else None

    def within(self, update: int) -> range:
        """Numbers of the statements in that update."""
        return self._sections.get(update, range(0))

    def first_of(self, update: int) -> int | None:
        """Number of the update's first statement; None when it has none."""
        numbers = self.within(update)
        return numbers.start if numbers else None

    # -- moving ----------------------------------------------------------------------------

    def go(self, n: int) -> bool:
        """Make statement ``n`` the current one, or the nearest there is; False if nothing moved."""
        target = min(max(n, 1), len(self.statements))
        moved = target != self.n
        self.n = target
        return moved

    def move(self, by: int) -> bool:
        """Move by that many statements, stopping at the ends."""
        return self.go(self.n + by)

    def move_update(self, by: int) -> bool:
        """Move to the first statement of a following or, when negative, of a former update.

        ``-1`` is the start of this update, if one is not there yet. The words before the first
        update count as a section of their own.
        """
        return self._along({1, *(numbers.start for numbers in self._sections.values())}, by)

    def move_paragraph(self, by: int) -> bool:
        """Likewise, to the first statement of a block."""
        return self._along(self._paragraphs, by)

    def _along(self, stops: Collection[int], by: int) -> bool:
        """Move by that many stops, as far as there are any."""
        rising = sorted(stops)
        if by > 0:
            at = min(bisect_right(rising, self.n) + by, len(rising)) - 1
        else:
            at = max(bisect_left(rising, self.n) + by, 0)
        there = rising[at] if at < len(rising) else 0
        return (there - self.n) * by > 0 and self.go(there)


def _paragraphs(statements: Sequence[Statement]) -> tuple[int, ...]:
    """The number of each block's first statement, rising."""
    blocks = [statement.block for statement in statements]
    return tuple(n for n in range(1, len(blocks) + 1) if n == 1 or blocks[n - 1] != blocks[n - 2])


def _sections(statements: Sequence[Statement]) -> dict[int, range]:
    """The statement numbers of each update; an update's statements stand together."""
    sections: dict[int, range] = {}
    for statement in statements:
        if statement.update is not None:
            first = sections.get(statement.update, range(statement.n, statement.n)).start
            sections[statement.update] = range(first, statement.n + 1)
    return sections
