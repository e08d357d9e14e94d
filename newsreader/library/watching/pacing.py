"""When what is followed is looked at: pure, and the only place that decides it.

What must stay true: no address is asked before its time, no host twice within :data:`PAUSE`, none
before it wants to be; what fails is asked less and less often.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from newsreader.model.followed import Followed
from newsreader.store.file.stamps import timestamp

PAUSE = 2.0
"""Seconds between two requests to one host."""

LEASE = 120.0
"""Seconds for which who asks an address keeps others from it, should the answer never come."""

LONGEST = 3600.0
"""Seconds between two looks at what fails, however often it did."""

JITTER = 0.1
"""By how much of the time a look is put off by chance, so that not all come at once."""

LOOK = 1.0
"""Seconds between two looks at what is on the disk."""

SETTLE = 0.25
"""Seconds after which a file that changed must be as it was, to be read."""

SHARE = 20
"""How many times as long as a look took there is none; a folder may be large, a disk far away."""

IDLE = 5.0
"""Seconds after which it is seen that something else is to be followed, at the latest."""


def later(moment: datetime, seconds: float) -> str:
    """The time ``seconds`` after ``moment``, as the library writes it."""
    return timestamp(moment + timedelta(seconds=seconds))


def next_due(
    rows: Iterable[Followed],
    moment: datetime,
    meant: Collection[str] | None,
    asked: Collection[str],
) -> Followed | None:
    """The address to ask now; None where there is none yet.

    Args:
        rows: all that is followed, because hosts are spared for all of it.
        moment: now.
        meant: the sources to choose from; None for all.
        asked: those that somebody asked for by hand, whose turn it is whatever the time is.
    """
    known = [row for row in rows if row.host]
    now, recently = timestamp(moment), later(moment, -PAUSE)
    busy = {row.host for row in known if recently < row.looked_at <= now}
    due = [
        row
        for row in known
        if (meant is None or row.source in meant)
        and row.host not in busy
        and row.held_until <= now
        and (row.due_at <= now or row.source in asked or row.looked_at > now)  # a clock set back
    ]
    return min(due, key=lambda row: (row.source not in asked, row.due_at), default=None)


def wait(every: float, failures: int, chance: float) -> float:
    """Seconds until an address is asked again.

    Args:
        every: seconds between two looks while all is well.
        failures: how often it failed since it last did not.
        chance: from 0 to 1.
    """
    seconds = every * 2.0 ** min(failures, 16)
    return min(seconds, max(every, LONGEST)) * (1 + JITTER * chance)
