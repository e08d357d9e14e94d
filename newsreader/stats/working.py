"""How fast the tagging goes, told from the times of the tags alone.

A working stretch is tags of one editor without a pause of more than :data:`PAUSE` between them.
The pauses between stretches, the meal and the night, count for nothing. What is tagged at one
moment (several statements with one key) is one decision: its tags count for the tags a minute, and
the median is that of the time between decisions.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

PAUSE = 300.0
"""Seconds without a tag that end a stretch."""


class Pace(NamedTuple):
    """How fast the tagging went."""

    tags: int = 0  # all, also those that stand alone
    stretches: int = 0
    seconds: float = 0.0  # the length of all stretches together, from first to last tag of each
    per_minute: float | None = None  # None where nothing followed anything within a stretch
    median_seconds: float | None = None  # between one decision and the next of its stretch


def pace(of_editors: Iterable[Iterable[float]]) -> Pace:
    """How fast the tagging went.

    Args:
        of_editors: for each editor the times of the tags, in seconds since whenever, any order.

    Returns:
        The stretches of all editors, each editor's cut by its own pauses.
    """
    tags = stretches = following = 0
    gaps: list[float] = []
    for times in of_editors:
        last: float | None = None
        begun: float | None = None
        for time in sorted(times):
            tags += 1
            if last is None or time - last > PAUSE:
                stretches += 1
                begun = time
            elif time > last:
                gaps.append(time - last)
            following += time != begun
            last = time
    seconds = sum(gaps)
    if not gaps:
        return Pace(tags, stretches)
    return Pace(tags, stretches, seconds, following * 60 / seconds, median(gaps))
