"""Times that stand against the order of their page: kept as written, and named.

"1:16 p.m." between 11:40 and 10:55 was meant for 11:16, perhaps. What was meant is the editor's
to say; here it is only seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsreader.model.statement import Order


def out_of_order(
    days: Sequence[tuple[date, bool] | None], minutes: Sequence[int | None], order: Order | None
) -> set[int]:
    """The indices of the entries whose time stands against ``order``.

    Of two that contradict each other the one is meant without which the rest runs on; where
    either could be it, the second. A page of mixed order contradicts nothing.

    Args:
        days: the day of each entry (and whether it was assumed), in the order of the text.
        minutes: its minutes since midnight.
        order: how the page runs.
    """
    if order not in (Order.NEWEST_FIRST, Order.OLDEST_FIRST):
        return set()
    sign = 1 if order is Order.OLDEST_FIRST else -1
    known = [
        (index, (day[0].toordinal() * 24 * 60 + at) * sign)
        for index, (day, at) in enumerate(zip(days, minutes, strict=True))
        if day is not None and at is not None
    ]
    found: set[int] = set()
    kept: list[tuple[int, int]] = []
    for place, (index, at) in enumerate(known):
        after = known[place + 1][1] if place + 1 < len(known) else None
        if not kept or at >= kept[-1][1]:
            kept.append((index, at))
        elif (
            after is not None
            and after < kept[-1][1]
            and after >= at
            and (len(kept) < 2 or at >= kept[-2][1])
        ):
            found.add(kept.pop()[0])  # the one before stands alone against both that follow
            kept.append((index, at))
        else:
            found.add(index)
    return found
