"""Waiting for a lock that another program holds.

Short uneven pauses instead of SQLite's own growing ones: with many writers nobody starves, and a
free lock is taken within milliseconds.

Patience is time spent waiting, not time by the clock. A program that was stopped (Ctrl-Z, a
debugger, a machine with too much to do) did not wait meanwhile; and who held the lock was most
often stopped with it. By the clock, all who waited would give up as they wake, at the moment at
which the lock is about to be free.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from newsreader.store.file.translating import is_busy

T = TypeVar("T")

_LONGEST = 0.25
"""Seconds that one try with its pause counts for at most; it takes some milliseconds."""


def patiently(act: Callable[[], T], patience: float) -> T:
    """What ``act`` returns; while others hold the lock it is tried again.

    Args:
        act: may be called any number of times.
        patience: seconds of waiting after which the lock's error is raised.
    """
    waited, last = 0.0, None
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            now = time.monotonic()
            waited += 0.0 if last is None else min(now - last, _LONGEST)
            last = now
            if not is_busy(error) or waited >= patience:
                raise
        time.sleep(0.001 + os.urandom(1)[0] / 32_000)
