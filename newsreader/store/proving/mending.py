"""Finding what one wrong bit was: a hash says of every guess whether it is right.

A text or an event that is not what its hash says is tried with each of its bits turned over. What
has the hash then is what was written; nothing that was only likely is ever taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from newsreader.model.event import Event
from newsreader.store import events
from newsreader.store.file.translating import UNSOUND

LONGEST = 24_000
"""Bytes up to which every bit is tried: the time grows with the square, and this takes seconds."""


def mended_text(data: bytes, hash_: str) -> tuple[str, bool]:
    """The text of an article, and whether it is what its hash says.

    Args:
        data: its bytes, as they can be read.
        hash_: that it must have.
    """

    def right(guess: bytes) -> bool:
        return hashlib.sha256(guess).hexdigest() == hash_

    found = next((guess for guess in _guesses(data) if right(guess)), None)
    if found is not None:
        return found.decode("utf-8", "replace"), True
    return data.decode("utf-8", "replace"), False


def mended_event(row: tuple[Any, ...]) -> Event | None:
    """The event whose row has one wrong bit in one of its texts; None where that is not all."""
    for at, value in enumerate(row):
        if isinstance(value, str | bytes):
            data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
            if (found := _mended_at(row, at, data)) is not None:
                return found
    return None


def _mended_at(row: tuple[Any, ...], at: int, data: bytes) -> Event | None:
    for guess in _guesses(data):
        try:
            event = events.from_row((*row[:at], guess.decode("utf-8"), *row[at + 1 :]))
            if events.seal(event) == event.hash:
                return event
        except UNSOUND:
            continue
    return None


def _guesses(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, then with each bit turned over, where they are not too many."""
    yield data
    if len(data) > LONGEST:
        return
    for at in range(len(data)):
        before, byte, after = data[:at], data[at], data[at + 1 :]
        for bit in range(8):
            yield before + bytes((byte ^ (1 << bit),)) + after
