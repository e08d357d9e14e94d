"""Charts in a terminal: bars of shapes, and columns over time.

Shapes carry the meaning, colours only add: a bar is read without colour, and in the plain shapes
also without any letter beyond ASCII.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsreader.language.calendar import MONTH_ABBREVIATIONS
from newsreader.model.event import Label
from newsreader.stats.rows import Part, Row
from newsreader.stats.shares import shares
from newsreader.stats.timeline import Grain, Slot, Timeline, place

LOOKS = (*(f"mark--{label.value}" for label in Label), "mark--alarm", "mark--open")
"""Of confirmed, speculative, opinion, disputed and open."""


class Shapes(NamedTuple):
    """What charts are drawn with."""

    fill: str = "▓▒░╳·"  # confirmed, speculative, opinion, disputed, open
    upright: str = "│"
    level: str = "─"
    corner: str = "└"


PLAIN = Shapes("#=-x.", "|", "-", "+")
"""For terminals that have nothing but ASCII."""


def bar(amounts: Sequence[int], width: int, shapes: Shapes) -> Row:
    """Amounts as a stacked bar of ``width`` cells, in the order of :data:`LOOKS`."""
    sizes = shares(amounts, width)
    return [
        (look, shape * size)
        for look, shape, size in zip(LOOKS, shapes.fill, sizes, strict=False)
        if size
    ]


def columns(line: Timeline, width: int, height: int, shapes: Shapes) -> list[Row]:
    """A timeline as stacked columns over an axis, with its greatest number and its ends.

    Args:
        line: with at least one slot.
        width: cells; slots are put together where there are more than fit.
        height: rows of the columns themselves.
        shapes: what to draw with.
    """
    first, last = line.slots[0], line.slots[-1]
    slots = place(last.start, line.grain) - place(first.start, line.grain) + 1
    amounts = _put_together(line, slots, max(1, width - 8))
    top = max(map(sum, amounts))
    wide = max(1, min(6, (width - 8) // len(amounts)))
    stacks = [_stack(each, top, height) for each in amounts]
    rows: list[Row] = []
    for level in range(height, 0, -1):
        said = str(top) if level == height else ""
        rows.append([("dim", f"{said:>5} {shapes.upright}"), *_cross(stacks, level, wide, shapes)])
    rows.append([("dim", f"{'0':>5} {shapes.corner}{shapes.level * (wide * len(stacks))}")])
    rows.append([("dim", " " * 7 + _ends(line, wide * len(stacks), max(1, width - 7)))])
    return rows


def _put_together(line: Timeline, slots: int, room: int) -> list[tuple[int, int, int]]:
    """The labels of each column: one for each slot, empty ones too, or for several together."""
    count = min(slots, room)
    start = place(line.slots[0].start, line.grain)
    found = [(0, 0, 0)] * count
    for slot in line.slots:
        at = (place(slot.start, line.grain) - start) * count // slots
        one, two, three = found[at]
        more = slot.labels.amounts
        found[at] = (one + more[0], two + more[1], three + more[2])
    return found


def _stack(amounts: Sequence[int], top: int, height: int) -> list[int]:
    """Which label each cell of a column has, from the bottom."""
    total = sum(amounts)
    sizes = shares(amounts, max(1, round(total * height / top))) if total else []
    return [label for label, size in enumerate(sizes) for _ in range(size)]


def _cross(stacks: Sequence[Sequence[int]], level: int, wide: int, shapes: Shapes) -> Row:
    """One row across all columns; columns of several cells leave the last one free."""
    body = max(1, wide - 1)
    row: list[Part] = []
    for stack in stacks:
        if len(stack) < level:
            row.append(("", " " * wide))
            continue
        label = stack[level - 1]
        row.append((LOOKS[label], shapes.fill[label] * body))
        row.append(("", " " * (wide - body)))
    return row


def _ends(line: Timeline, wide: int, room: int) -> str:
    """What is written under the axis: the first slot and the last, where both have room."""
    first, last = slot_name(line.slots[0], line.grain), slot_name(line.slots[-1], line.grain)
    if len(line.slots) == 1:
        return first[:room]
    gap = max(1, min(wide, room) - len(first) - len(last))
    both = f"{first}{' ' * gap}{last}"
    return both if len(both) <= room else first[:room]


def slot_name(slot: Slot, grain: Grain) -> str:
    """What a slot is called: ``5 Jan 17:00``, ``5 Jan 2022``, ``Jan 2022``."""
    start = slot.start
    month = MONTH_ABBREVIATIONS[start.month - 1]
    if grain is Grain.MONTH:
        return f"{month} {start.year}"
    day = f"{start.day} {month}"
    return f"{day} {start:%H:%M}" if grain is Grain.HOUR else f"{day} {start.year}"
