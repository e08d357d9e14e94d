"""Sharing out the cells of a bar: in proportion, none of the present left out."""

from __future__ import annotations

from collections.abc import Sequence


def shares(amounts: Sequence[int], width: int) -> list[int]:
    """``width`` shared out by largest remainder; what there is some of gets at least one.

    Args:
        amounts: none of them negative.
        width: cells to share out.

    Returns:
        Cells for each amount, together ``width``; all 0 when there is nothing to share for.
    """
    total = sum(amounts)
    if total <= 0 or width <= 0:
        return [0] * len(amounts)
    cells = [amount * width // total for amount in amounts]
    by_rest = sorted(range(len(amounts)), key=lambda i: -(amounts[i] * width % total))
    for i in by_rest[: width - sum(cells)]:
        cells[i] += 1
    for i, amount in enumerate(amounts):
        richest = max(range(len(cells)), key=cells.__getitem__)
        if amount and not cells[i] and cells[richest] > 1:
            cells[richest] -= 1
            cells[i] += 1
    return cells
