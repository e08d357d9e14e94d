"""Time cells: elements that hold a time and nothing else, and what they say.

What must stay true: looking at an element costs the same whatever it holds.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.language.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from newsreader.language.stated_dates import stated_moment
from newsreader.reading.html.furniture import is_furniture
from newsreader.reading.html.markup import words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CLOCK = re.compile(
    r"(?<![\d.:/-])(?:(\d{1,2})[:.h]([0-5]\d)(?::[0-5]\d)?|(\d{1,2})(?=\s?[ap]\.?\s?m))(?![\d/])"
    r"(?:\s?([ap])\.?\s?m\b)?",
    re.IGNORECASE,
)
_CALENDAR = MONTHS.keys() | WEEKDAYS.keys() | SHORT_WEEKDAYS.keys()
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = 5  # of letters that may stand beside the clock: weekday, month, zone, "Updated"
_STRONG = frozenset({"strong", "b", "em", "h2", "h3", "h4", "h5", "h6"})
_WORDS_IN_STRONG = 2  # where a headline may stand beside the clock
_HOURS = 24
_DIGITS = 8  # that may stand beside the clock: those of a date
_DATA = frozenset({"td", "th", "code", "pre", "option"})  # in tables times are anything
_LENGTH = re.compile(r"(?:^|[\s_-])(?:duration|run-?time|length)(?:$|[\s_-])", re.IGNORECASE)
_INNER = 3  # elements that a cell may hold
_WHEN = re.compile(
    r"^(?:datetime|content|title)$|(?:^|-)(?:date|time|datetime|timestamp|ts|iso|epoch|utc|published|"
    r"posted|created?|createtime|publish(?:ed)?-?(?:time|date|at)|created?-?(?:time|date|at))(?:$|-)",
    re.IGNORECASE,
)
_LATER = re.compile(r"updat|modif|edit|chang|expir|refresh|end|start|load|zone", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_SECONDS = re.compile(r"(?:9|1\d)\d{8}(?:\d{3})?")  # since 1970, or milliseconds
_DAY = 10  # code points of a date without a time
_ATTRIBUTES = 20  # of an element that are looked at

LONGEST_CELL = 45
"""Code points of a cell at most."""

MOST_IN_CELL = 12
"""Elements of a cell at most, itself among them; whoever asks looks at that first."""


def is_cell(element: Element) -> bool:
    """Whether the element holds a time and nothing else."""
    if len(element) > _INNER or element.tag in _DATA:
        return False
    if _LENGTH.search(element.get("class", "")[:300]):
        return False
    said = words(element, LONGEST_CELL + 1)
    if not said and _is_drawn(element):
        return stated_time(element) is not None
    if not said or len(said) > LONGEST_CELL or not any(sign.isdigit() for sign in said):
        return False
    if element.get("datetime") and _is_drawn(element):
        return True
    return _is_clock(said, element) and _is_alone(element)


def _is_alone(element: Element) -> bool:
    """Whether a clock has no buttons beside it and is no datum of a table."""
    if len(element) and any(is_furniture(str(each).strip()) for each in element.itertext()):
        return False
    return next(element.iterancestors(*_DATA), None) is None


def _is_clock(said: str, element: Element) -> bool:
    """Whether the words of an element are those of a time, at least if it states one, too."""
    clock = _CLOCK.search(said)
    if clock is None:
        return len(_LETTERS.findall(said)) <= _WORDS and stated_time(element) is not None
    before = _LETTERS.findall(said[: clock.start()].casefold())
    rest = said[: clock.start()] + " " + said[clock.end() :]
    if element.tag in _STRONG and len(before) > 1 and not any(map(_CALENDAR.__contains__, before)):
        return False  # a headline or a name that a time follows
    most = _WORDS_IN_STRONG if element.tag in _STRONG else _WORDS
    return (
        int(clock[1] or clock[3]) <= _HOURS
        and len(_LETTERS.findall(rest)) <= most
        and "+++" not in rest
        and sum(sign.isdigit() for sign in rest) <= _DIGITS
    )


def _is_drawn(element: Element) -> bool:
    """Whether an element is one that shows a time which it states: scripts may draw it anew."""
    return element.tag == "time" or "-" in str(element.tag)


def stated_time(cell: Element) -> str | None:
    """The date and time that an element states for programs, ISO 8601; None if not both."""
    for element in cell.iter():
        found = element.get("datetime")
        time = _instant(found) if found else attributed_time(element)
        if time is not None:
            return time
    return None


def attributed_time(element: Element) -> str | None:
    """The date and time that some attribute of an element tells, ISO 8601.

    Content systems name it as they like; what tells when a thing was changed does not count.
    """
    for name, value in element.items()[:_ATTRIBUTES]:
        if _WHEN.search(str(name)) and not _LATER.search(str(name)):
            time = _instant(str(value))
            if time is not None:
                return time
    return None


def _instant(value: str) -> str | None:
    """A date with its time as ISO 8601 or as the seconds of computers; None for anything else."""
    value = value.strip()
    if _NUMBER.fullmatch(value) and not _SECONDS.fullmatch(value):
        return None  # some other number
    found = stated_moment(value)
    return found if found is not None and len(found) > _DAY else None


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
