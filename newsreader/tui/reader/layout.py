"""An article and a width → the rows that show it; pure, without Textual.

The scheme: the article is cut into *units* (a block, or a part of one with very many
statements), which costs one pass over the blocks and touches no text. A unit is laid out when
one of its rows is first asked for, and kept. A place on the screen is a :class:`Spot`, a row
within a unit, and moving goes from spot to spot. So there is no total height, hence nothing to
estimate and nothing that shifts when an estimate turns out wrong: opening, moving and jumping to
the end cost what the rows shown cost, whatever the length of the article.

What must stay true: every visible character of the text is shown by exactly one row
(:attr:`Row.spans`); no row takes more cells than the width; every statement begins a row of its
own; what stands outside statements (markers, bylines, credits, notes) is shown too, but never
as part of a statement.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsreader.model.article import Block, BlockKind
from newsreader.model.statement import Analysis, Statement
from newsreader.tui.reader.rows import Row, RowKind, UnitRows
from newsreader.tui.reader.segments import Segments

CHUNK = 24
"""Statements of one block that are laid out at once."""


class Spot(NamedTuple):
    """A row: which unit, and which of its rows. Spots compare in reading order."""

    unit: int
    row: int


class Unit(NamedTuple):
    """What is laid out at once: the region ``[start, end)`` of the text and what is in it."""

    start: int  # where the unit before ended
    end: int
    block: Block | None  # None: text that belongs to no block
    first: int  # statements[first:last] stand in it
    last: int
    opens: bool  # the block's first unit
    tight: bool  # no air above: an item that follows another one
    closes: bool  # the block's last unit


class Layout:
    """The rows of one article at one width."""

    def __init__(self, analysis: Analysis, width: int) -> None:
        """Prepare; nothing is laid out yet.

        Args:
            analysis: the article and what was found in it.
            width: cells that a row may take, at least 1.
        """
        self.width = max(1, width)
        self._analysis = analysis
        self._segments = Segments(analysis)
        self._units = tuple(_units(analysis))
        self._firsts = [unit.first for unit in self._units]
        self._rows: dict[int, tuple[Row, ...]] = {}

    def __len__(self) -> int:
        return len(self._units)

    def rows(self, unit: int) -> tuple[Row, ...]:
        """The rows of a unit; never empty."""
        rows = self._rows.get(unit)
        if rows is None:
            rows = self._rows[unit] = self._lay_out(unit)
        return rows

    def row(self, spot: Spot) -> Row:
        """The row at a spot."""
        return self.rows(spot.unit)[spot.row]

    def first_spot(self) -> Spot:
        """The first row of all."""
        return Spot(0, 0)

    def last_spot(self) -> Spot:
        """The last row of all."""
        unit = len(self._units) - 1
        return Spot(unit, len(self.rows(unit)) - 1)

    def step(self, spot: Spot, by: int) -> Spot:
        """The spot so many rows further down (or up, when negative), stopping at the ends."""
        unit, row = spot.unit, spot.row + by
        while row < 0 and unit > 0:
            unit -= 1
            row += len(self.rows(unit))
        while row >= len(self.rows(unit)) and unit < len(self._units) - 1:
            row -= len(self.rows(unit))
            unit += 1
        return Spot(unit, min(max(row, 0), len(self.rows(unit)) - 1))

    def window(self, top: Spot, height: int) -> list[Row]:
        """At most ``height`` rows from ``top`` on."""
        rows: list[Row] = []
        unit, skip = top
        while len(rows) < height and unit < len(self._units):
            rows.extend(self.rows(unit)[skip : skip + height - len(rows)])
            unit, skip = unit + 1, 0
        return rows

    def distance(self, start: Spot, end: Spot, limit: int) -> int:
        """Rows from ``start`` down to ``end``, or ``limit`` if there are more; 0 when above."""
        rows, unit = -start.row, start.unit
        while unit < end.unit and rows < limit:
            rows += len(self.rows(unit))
            unit += 1
        return min(max(0, rows + end.row), limit) if unit >= end.unit else limit

    def locate(self, n: int) -> tuple[Spot, Spot]:
        """First and last row of statement ``n``."""
        unit = bisect_right(self._firsts, n - 1) - 1
        found = [i for i, row in enumerate(self.rows(unit)) if row.n == n]
        return Spot(unit, found[0]), Spot(unit, found[-1])

    def near(self, spot: Spot, height: int) -> int | None:
        """Number of the first statement in the ``height`` rows from ``spot``; None without."""
        return next((row.n for row in self.window(spot, height) if row.n and row.first), None)

    def fraction(self, spot: Spot) -> float:
        """How far into the text a spot stands, 0 to 1, counted in characters."""
        total = len(self._analysis.article.text)
        return self._units[spot.unit].start / total if total else 0.0

    def _lay_out(self, index: int) -> tuple[Row, ...]:
        unit = self._units[index]
        segments = self._segments.of(unit.start, unit.end, unit.first, unit.last, unit.block)
        maker = UnitRows(self._analysis, self.width, unit.block)
        tight = unit.tight or index == 0
        return maker.make(segments, opens=unit.opens, closes=unit.closes, tight=tight)


def _units(analysis: Analysis) -> Iterator[Unit]:
    """The article cut into units; at least one, together they hold the whole text."""
    text, statements = analysis.article.text, analysis.split.statements
    starts = [statement.start for statement in statements]
    at, first = 0, 0
    before: BlockKind | None = None
    for block in analysis.article.blocks:
        gap = text[at : block.start]
        if gap and not gap.isspace() and any(map(str.isalnum, gap)):
            yield Unit(at, block.start, None, first, first, opens=True, tight=False, closes=True)
            before = None
            at = block.start
        last = bisect_left(starts, block.end, first)
        tight = before is block.kind is BlockKind.LIST_ITEM
        if last - first <= CHUNK:
            yield Unit(at, block.end, block, first, last, True, tight, True)
        else:
            yield from _parts(block, at, statements, range(first, last), tight=tight)
        at, first, before = block.end, last, block.kind
    if at == 0 or text[at:].strip():
        last = len(statements)
        yield Unit(at, len(text), None, first, last, opens=True, tight=False, closes=True)


def _parts(
    block: Block, at: int, statements: Sequence[Statement], within: range, *, tight: bool
) -> Iterator[Unit]:
    """The units of a block with very many statements."""
    for begin in within[::CHUNK]:
        stop = min(begin + CHUNK, within.stop)
        opens, closes = begin == within.start, stop == within.stop
        end = block.end if closes else statements[stop - 1].end
        yield Unit(at, end, block, begin, stop, opens=opens, tight=tight, closes=closes)
        at = end


__all__ = ["CHUNK", "Layout", "Row", "RowKind", "Spot", "Unit"]
