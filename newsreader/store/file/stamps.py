"""Ids and clocks of events: UUIDv7 (RFC 9562) made from a hybrid logical clock.

The clock is text that sorts: ``milliseconds-counter-device``, 15 and 4 digits. It never runs
backwards in a library, even when the computer's clock does, and of two devices that have seen
each other's events the later event has the later clock (Kulkarni et al., "Logical Physical
Clocks", 2014). An event's id carries the same milliseconds and counter, so that ids sort as the
events happened.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

_COUNTS = 1 << 12  # what fits into the 12 bits ``rand_a`` of a UUIDv7


def utc_now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """``moment`` as ISO 8601 in UTC with milliseconds and ``Z``."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def tick(last: str, moment: datetime, device: str) -> tuple[int, int, str]:
    """The clock's next reading after ``last`` (``""`` for none).

    Returns:
        Milliseconds since 1970, the counter within them (below 4096), and the clock as text.
    """
    now = int(moment.timestamp() * 1000)
    ms, count = now, 0
    if last:
        before, counted = (int(part) for part in last.split("-", 2)[:2])
        if now <= before:
            ms, count = before + (counted + 1) // _COUNTS, (counted + 1) % _COUNTS
    return ms, count, f"{ms:015d}-{count:04d}-{device}"


def uuid7(ms: int, count: int) -> str:
    """A UUIDv7 whose ``rand_a`` is a counter (RFC 9562, section 6.2, method 1)."""
    random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    number = (ms & ((1 << 48) - 1)) << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | random
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_id() -> str:
    """A fresh id for a library or a device."""
    random = int.from_bytes(os.urandom(2)) % _COUNTS
    return uuid7(int(utc_now().timestamp() * 1000), random)
