"""Days as live news writes them: ``DATE`` and weekday of the marker grammar, in five languages.

A day is kept as written: a missing year, a two-way slash date or an impossible day are settled
(or given up) when times are resolved, never here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from newsreader.language.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, any_of

_DAYS = WEEKDAYS | SHORT_WEEKDAYS
_YEAR = r"((?:19|20)\d\d)(?!\d|[:.]\d|\s?(?-i:GMT|UTC|[A-Z]{1,3}T\b|Z\b))"


_MONTH = rf"({any_of(MONTHS)})(?![^\W\d_])\.?"
_FORMS = (
    ("ymd", r"((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)"),
    ("dmy", r"(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d|\d\d(?![\d:.]))(?!\d)"),
    ("dm", r"(\d\d?)\.\s?(\d\d?)\.(?=,?\s(?:um\s)?\d\d?[:.h]\d\d)"),
    ("slash", r"(\d\d?)/(\d\d?)(?:/((?:19|20)\d\d|\d\d))?(?![\d/])"),
    ("dMy", rf"(\d\d?)(?:st|nd|rd|th|er|\.|º|°)?\s(?:of\s|de\s)?{_MONTH}(?:,?\s(?:de\s)?{_YEAR})?"),
    # The only one that begins with no digit.
    ("Mdy", rf"{_MONTH}\s(\d\d?)(?:st|nd|rd|th)?(?!\d|[:.]\d|\s?[ap]\.?\s?m\b)(?:,?\s{_YEAR})?"),
)
_PATTERNS = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in _FORMS)
_WEEKDAY = re.compile(rf"({any_of(_DAYS)})(?![^\W\d_])\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; ``swapped`` marks a slash date that also reads the other way round."""

    year: int | None
    month: int
    day: int
    swapped: bool = False


def match_day(text: str, at: int) -> tuple[Day, int] | None:
    """The day written at ``text[at:]`` and where it ends, or None."""
    numeric = text[at : at + 1].isdecimal()
    for name, pattern in _PATTERNS if numeric else _PATTERNS[-1:]:
        if (found := pattern.match(text, at)) and (day := _day(name, found)):
            return day, found.end()
    return None


def written_date(day: Day) -> date | None:
    """The date that a day with a year names, if the calendar has it."""
    try:
        return date(day.year, day.month, day.day) if day.year is not None else None
    except ValueError:
        return None


def match_weekday(text: str, at: int) -> tuple[int, int] | None:
    """The weekday (Monday is 0) named at ``text[at:]`` and where it ends, or None."""
    found = _WEEKDAY.match(text, at)
    if found is None:
        return None
    name = found[1].lower()
    if name in SHORT_WEEKDAYS and text[found.end(1) : found.end(1) + 1] not in (".", ","):
        return None
    return _DAYS[name], found.end()


def _day(form: str, found: re.Match[str]) -> Day | None:
    """The parts of a match in their places, or None when no calendar has such a day."""
    if form == "ymd":
        parts = found[1], int(found[2]), int(found[3])
    elif form == "dMy":
        parts = found[3], MONTHS[found[2].lower()], int(found[1])
    elif form == "Mdy":
        parts = found[3], MONTHS[found[1].lower()], int(found[2])
    elif form == "dm":
        parts = None, int(found[2]), int(found[1])
    else:
        parts = found[3], int(found[2]), int(found[1])
    year, month, day = parts
    swapped = False
    if form == "slash":
        month, day, swapped = _slash(day, month)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Day(_full_year(year), month, day, swapped)


def _slash(first: int, second: int) -> tuple[int, int, bool]:
    """Month, day, and whether the other reading holds as well: 5/23 is May, 23/5 is May too."""
    if first > 12:
        return second, first, False
    return first, second, second <= 12 and first != second


def _full_year(year: str | None) -> int | None:
    if year is None:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)
