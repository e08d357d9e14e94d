"""What is said of a story whose source cannot be read; pure."""

from __future__ import annotations

from datetime import datetime

from newsreader.model.followed import NEVER, Trouble
from newsreader.tui.plain import clock

SIGN = "✗"
"""Stands beside a story that is followed and whose source cannot be read."""


def in_full(trouble: Trouble, now: datetime) -> str:
    """Since when it cannot be read, why, and when it is tried again; not yet safe to show."""
    again = ""
    if trouble.due_at:
        again = f" · asked again {clock.clock(trouble.due_at, now)}"
    if trouble.due_at == NEVER:
        again = " · not asked again"
    since = clock.clock(trouble.since, now)
    return f"{SIGN} since {since}: {trouble.problem}{again} · {trouble.source}"


def in_short(trouble: Trouble, now: datetime) -> str:
    """The same where there is room for a few words."""
    return f"{SIGN} not read since {clock.clock(trouble.since, now)}"
