"""Dates as feeds and pages state them: RFC 822 with all its variants, ISO 8601, seconds since 1970.

What must stay true: nonsense is no date, nothing rolls over, and nothing is guessed: a time without
a zone stays without one, and never becomes "now".
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from newsreader.language.calendar import MONTHS
from newsreader.language.dates import moment
from newsreader.language.zone_names import OFFSETS

_LONGEST = 80  # code points of a date
_FIRST = 1000  # programs write the year 1 for "not known"
_DAY = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]{1,3}(?P<month>[^\W\d_]{3,9})\.?,?[\s-]{1,3}"
    r"(?P<year>\d{4}|\d{2})"
)
_DAY_AFTER = r"(?P<month2>[^\W\d_]{3,9})\.?\s{1,3}(?P<day2>\d{1,2}),?(?:\s{1,3}(?P<year2>\d{4}))?"
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s{0,2}(?P<half>[ap])\.?m\.?)?"
)
_ZONE = (
    r"(?:\s{0,3}(?P<zone>(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]{1,5}))?"
    r"(?:\s{0,3}\([^()]{0,40}\))?"
)
_BETWEEN = r"(?:,?[\sT]{1,3}|,?\s{1,3}(?:[-–—|]|at|um|à)\s{1,3})"
_RFC = re.compile(
    rf"(?:[^\W\d_]{{2,10}}\.?,?\s{{1,3}})?(?:{_DAY}|{_DAY_AFTER})"
    rf"(?:{_BETWEEN}{_CLOCK}{_ZONE}(?:\s{{1,3}}(?P<year3>\d{{4}}))?)?\s{{0,9}}",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?P<iso>\d{{4}}[-/]?\d{{2}}[-/]?\d{{2}})(?:[\sT]{{1,3}}{_CLOCK}{_ZONE})?\s{{0,9}}",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")
_ALONE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")  # only a year or a month: no day


def stated_moment(value: str) -> str | None:
    """``value`` as an ISO 8601 date or date-time, as far as it states one.

    Args:
        value: a whole field that holds a date.

    Returns:
        The normalised text, with an offset only where a zone is stated; None when it is no date.
    """
    value = " ".join(value[: _LONGEST + 1].split())
    if not value or len(value) > _LONGEST or _ALONE.fullmatch(value):
        return None
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    found = _ISO.fullmatch(value) or _RFC.fullmatch(value)
    if found is None:
        return moment(value)
    try:
        day = _day(found.groupdict())
        if day.year < _FIRST:
            return None
        return _timed(found, day).isoformat() if found["hour"] else day.date().isoformat()
    except (ValueError, OverflowError):
        return None


def _day(found: dict[str, str | None]) -> datetime:
    """The midnight that a day begins with.

    Raises:
        ValueError: no such day.
    """
    iso = found.get("iso")
    if iso:
        return datetime.fromisoformat(iso.replace("/", "-"))
    name = (found["month"] or found["month2"] or "").lower()
    month = MONTHS.get(name)
    if month is None:
        raise ValueError(name)
    written = found["year"] or found["year2"] or found["year3"] or ""
    year = int(written)
    if len(written) == 2:
        year += 1900 if year >= 70 else 2000
    day = int(found["day"] or found["day2"] or "")
    return datetime(year, month, day)  # noqa: DTZ001  (no zone is stated yet)


def _timed(found: re.Match[str], day: datetime) -> datetime:
    """The day with its clock and zone.

    Raises:
        ValueError: no such clock.
    """
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    last = (hour, minute, second) == (24, 0, 0)
    leap = second == 60
    clock = day.replace(hour=0 if last else hour, minute=minute, second=59 if leap else second)
    clock += timedelta(days=last, seconds=leap)
    zone = _zone(found["zone"])
    return clock if zone is None else clock.replace(tzinfo=zone)


def _zone(written: str | None) -> timezone | None:
    """The offset that a zone's name or number means; None for none, or a name of several.

    Raises:
        ValueError: no such offset.
    """
    if not written:
        return None
    name = written.upper()
    number = name.removeprefix("GMT").removeprefix("UTC")
    if number[:1] in {"+", "-"}:
        digits = number[1:].replace(":", "")
        digits = digits.zfill(4) if len(digits) > 2 else f"{digits:0>2}00"
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if number[0] == "-" else minutes))
    offset = OFFSETS.get("UTC" if name == "UT" else name)
    return None if offset is None else timezone(timedelta(minutes=offset))
