"""Calendar dates as news writes them, read by a small grammar of our own.

General date parsers read too much into news (``1345ET`` becomes the year 1345), so only forms
seen in real pages are known: ISO, ``January 5, 2022``, ``Jan. 5 2022``, ``5 January 2022``,
``5. Januar 2022``, ``1er janvier 2022``, ``5 de enero de 2022``, ``05.01.2022``. A date that does
not exist is no date: nothing rolls over.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from newsreader.language.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, any_of

_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
_WEEKDAY = rf"(?:(?:{any_of(WEEKDAYS | SHORT_WEEKDAYS)})\b\.?,?\s{{1,3}})?"
_DATE = re.compile(
    _WEEKDAY
    + r"(?:(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    + rf"|(?P<m1>{_MONTH})\s{{0,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}"
    + r"(?P<y1>\d{4})(?!\d)"
    + r"|(?P<d2>\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?\s{0,3}(?:(?:of|de)\s)?"
    + rf"(?P<m2>{_MONTH}),?\s{{0,3}}(?:de\s)?(?P<y2>\d{{4}})(?!\d)"
    + r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4})(?!\d))",
    re.IGNORECASE,
)


def match_date(text: str, pos: int = 0) -> tuple[str, int] | None:
    """The date that stands at ``pos``.

    Args:
        text: where to look.
        pos: the code point at which the date (or the weekday before it) must begin.

    Returns:
        ISO 8601 date and the offset after the date as written; None where there is none, or none
        that exists in the calendar.
    """
    found = _DATE.match(text, pos)
    if found is None:
        return None
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    elif found["y3"]:
        year, month, day = int(found["y3"]), int(found["m3"]), int(found["d3"])
    else:
        name = (found["m1"] or found["m2"]).rstrip(".").lower()
        year, month = int(found["y1"] or found["y2"]), MONTHS[name]
        day = int(found["d1"] or found["d2"])
    try:
        return date(year, month, day).isoformat(), found.end()
    except ValueError:
        return None


def moment(value: str) -> str | None:
    """``value`` as an ISO 8601 date or date-time, as far as it states one.

    Args:
        value: a whole field such as ``2022-01-05T14:01:00Z`` or ``January 5, 2022``.

    Returns:
        The normalised text (an offset only where one was written); None when it is no date.
    """
    value = value.strip()
    if len(value) > 40:
        return None
    if len(value) > 10 and value[:4].isdigit():
        try:
            return datetime.fromisoformat(value).isoformat()
        except ValueError:
            return None
    found = match_date(value)
    return found[0] if found is not None and found[1] == len(value) else None
