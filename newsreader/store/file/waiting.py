"""Waiting for a lock that another program holds.

Short uneven pauses instead of SQLite's own growing ones: with many writers nobody starves, and a
free lock is taken within milliseconds.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from newsreader.store.file.translating import is_busy

T = TypeVar("T")


def patiently(act: Callable[[], T], patience: float) -> T:
    """What ``act`` returns; while others hold the lock it is tried again.

    Args:
        act: may be called any number of times.
        patience: seconds after which the lock's error is raised.
    """
    deadline = None
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            now = time.monotonic()
            deadline = now + patience if deadline is None else deadline
            if not is_busy(error) or now >= deadline:
                raise
        time.sleep(0.001 + os.urandom(1)[0] / 32_000)
