"""Time cells: elements that hold a time and nothing else, and what they say.

What must stay true: looking at an element costs the same whatever it holds.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.language.dates import moment
from newsreader.reading.html.markup import words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CLOCK = re.compile(
    r"(?<![\d.:/-])(?:(\d{1,2})[:.h]([0-5]\d)(?::[0-5]\d)?|(\d{1,2})(?=\s?[ap]\.?\s?m))(?![\d/])"
    r"(?:\s?([ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = 5  # of letters that may stand beside the clock: weekday, month, zone, "Updated"
_STRONG = frozenset({"strong", "b", "em", "h2", "h3", "h4", "h5", "h6"})
_WORDS_IN_STRONG = 2  # where a headline may stand beside the clock
_HOURS = 24
_DIGITS = 8  # that may stand beside the clock: those of a date
_DATA = frozenset({"td", "th", "code", "pre", "option"})  # in tables times are anything
_INNER = 3  # elements that a cell may hold

LONGEST_CELL = 45
"""Code points of a cell at most."""

MOST_IN_CELL = 12
"""Elements of a cell at most, itself among them; whoever asks looks at that first."""


def is_cell(element: Element) -> bool:
    """Whether the element holds a time and nothing else."""
    if len(element) > _INNER or element.tag in _DATA:
        return False
    said = words(element, LONGEST_CELL + 1)
    if not said or len(said) > LONGEST_CELL or not any(sign.isdigit() for sign in said):
        return False
    if element.tag == "time" and element.get("datetime"):
        return True
    clock = _CLOCK.search(said)
    if clock is None or int(clock[1] or clock[3]) > _HOURS:
        return False
    rest = said[: clock.start()] + " " + said[clock.end() :]
    most = _WORDS_IN_STRONG if element.tag in _STRONG else _WORDS
    if (
        len(_LETTERS.findall(rest)) > most
        or "+++" in rest
        or sum(sign.isdigit() for sign in rest) > _DIGITS
    ):
        return False
    return next(element.iterancestors(*_DATA), None) is None


def stated_time(cell: Element) -> str | None:
    """The date and time that an element states for programs, ISO 8601; None if not both."""
    for element in (cell, *cell.iter("time")):
        for name in ("datetime", "content", "data-datetime"):
            value = element.get(name)
            found = moment(value) if value else None
            if found is not None and len(found) > 10:
                return found
    return None


def minute_of(cell: Element, time: str | None) -> int | None:
    """The minute of its day that a cell names."""
    if time is not None:
        at = datetime.fromisoformat(time)
        return at.hour * 60 + at.minute
    clock = _CLOCK.search(words(cell, LONGEST_CELL))
    if clock is None:
        return None
    hour, minute = int(clock[1] or clock[3]), int(clock[2] or 0)
    half = (clock[4] or "").lower()
    return (hour % 12 + 12 * (half == "p") if half else hour) * 60 + minute
