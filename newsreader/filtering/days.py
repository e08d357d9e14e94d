"""Days as a filter line has them: ``2022``, ``2022-01``, ``2022-01-05``, ``today``, ``7d``, spans.

Everything is an ISO date in the end, because those compare as text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsreader.model.filter import Days

FORMS = "2022, 2022-01, 2022-01-05, today, yesterday, 7d, or two of them with .. between"

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,4})d", re.ASCII)
_WORDS = {"today": 0, "yesterday": 1}
_DAY = timedelta(days=1)


def span(text: str, today: date) -> Days | None:
    """``A..B``, ``A..``, ``..B`` or ``A`` as the days that it covers; None when it is none."""
    first, dots, last = text.partition("..")
    if not dots:
        return one(text, today)
    if not first and not last:
        return None
    begin = one(first, today) if first else Days("", "")
    end = one(last, today) if last else Days("", "")
    if begin is None or end is None or (first and last and begin.first >= end.past):
        return None
    return Days(begin.first, end.past)


def one(text: str, today: date) -> Days | None:
    """The year, month or day that ``text`` names; None when it names none."""
    try:
        named = _named(text.casefold(), today)
        return None if named is None else Days(named[0].isoformat(), named[1].isoformat())
    except (ValueError, OverflowError):  # no such month, no such day, before the year 1
        return None


def _named(text: str, today: date) -> tuple[date, date] | None:
    """The first day of it, and the first that is past."""
    ago = _AGO.fullmatch(text)
    back = int(ago[1]) if ago else _WORDS.get(text)
    if back is not None:
        day = today - back * _DAY
        return day, day + _DAY
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return None
    year, month, on = (int(part) if part else None for part in written.groups())
    assert year is not None
    if on is not None and month is not None:
        day = date(year, month, on)
        return day, day + _DAY
    if month is not None:
        first = date(year, month, 1)
        return first, date(year + month // 12, month % 12 + 1, 1)
    return date(year, 1, 1), date(year + 1, 1, 1)
