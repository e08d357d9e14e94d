"""When a wire message was sent, as the line at its end says.

Agencies write ``AP-WF-11-13-13 1509GMT`` (month, day, year), ``131137 GMT Nov 13`` (day and
clock, month, year; German months, too) or ``13-NOV-13 10:49``. A year of two digits is the one from
1970 to 2069.

What must stay true: a zone that is not stated or not known stays unknown; nothing rolls over.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from newsreader.language.calendar import MONTHS, any_of

_ZONE = r"(?:\s?(?P<zone>[A-Z]{2,5}))?"
_FORMS = (
    re.compile(r"(?P<m>\d{1,2})-(?P<d>\d{1,2})-(?P<y>\d{2,4})\s(?P<H>\d{2})(?P<M>\d{2})" + _ZONE),
    re.compile(
        r"(?P<d>\d{2})(?P<H>\d{2})(?P<M>\d{2})" + _ZONE + rf"\s(?P<name>{any_of(MONTHS)})\.?\s"
        r"(?P<y>\d{2,4})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<d>\d{{1,2}})[- ](?P<name>{any_of(MONTHS)})[- ](?P<y>\d{{2,4}})\s"
        r"(?P<H>\d{2})[:.]?(?P<M>\d{2})" + _ZONE,
        re.IGNORECASE,
    ),
)
_ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "MEZ": 1, "WEZ": 0, "CEST": 2,
    "MESZ": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
}  # fmt: skip
_SIGN = 12  # code points of an agency's sign
_DAY = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?=\s+\d{1,5}\s*$|\s*$)", re.MULTILINE)


def sent_at(trailer: str) -> datetime | None:
    """The moment that the line after a message states.

    Args:
        trailer: what stands after the text.

    Returns:
        Aware where a known zone is stated, else naive; None where there is none that exists.
    """
    for form in _FORMS:
        found = form.search(trailer[:400])
        if found is not None:
            return _moment(found)
    return None


def is_sent(line: str) -> bool:
    """Whether a line is nothing but such a moment, behind the agency's sign."""
    for form in _FORMS:
        found = form.search(line[:80])
        if found is not None:
            around = line[: found.start()] + line[found.end() :]
            return len(around) <= _SIGN and not any(sign.isdigit() for sign in around)
    return False


def slug_day(header: str, sent: datetime) -> str | None:
    """The day under whose slugs a message runs, ISO 8601: its header's, in the year of ``sent``."""
    stated = _DAY.search(header)
    if stated is None:
        return None
    month, day = int(stated[1]), int(stated[2])
    year = sent.year + (month == 1 and sent.month == 12) - (month == 12 and sent.month == 1)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _moment(found: re.Match[str]) -> datetime | None:
    parts = found.groupdict()
    month = MONTHS[parts["name"].lower()] if "name" in parts else int(parts["m"])
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < 70 else 1900
    hours = _ZONES.get((parts["zone"] or "").upper())
    zone = None if hours is None else timezone(timedelta(hours=hours))
    try:
        return datetime(year, month, int(parts["d"]), int(parts["H"]), int(parts["M"]), tzinfo=zone)
    except ValueError:
        return None
