"""Times as an editor reads them: the clock on the wall, UTC, and how long ago; pure.

What the text did not say is marked with ``*`` where it stands: ``2:01 PM* ET · 19:01Z``. A time
without a known zone is shown as it is, without UTC and without "ago", and one of which not even
the day is known as it was written: an unknown is never guessed, and never hidden.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from newsreader.language.calendar import MONTH_ABBREVIATIONS
from newsreader.model.statement import Update, UpdateKind

ASSUMED = "*"
_ZONES = {
    "America/New_York": "ET",
    "America/Chicago": "CT",
    "America/Denver": "MT",
    "America/Los_Angeles": "PT",
    "Europe/London": "UK",
    "UTC": "UTC",
}
_STEPS = ((60, "s"), (3600, "min"), (86400 * 2, "h"), (86400 * 14, "days"), (86400 * 61, "weeks"),
          (86400 * 731, "months"))  # fmt: skip
_LONGEST = 80  # characters of a marker in which a time is looked for
_WRITTEN = re.compile(
    r"(?<![0-9.:])([0-9]{1,2}(?:[:.h][0-9]{2}(?: ?[AaPp]\.?[Mm]\b\.?)?| ?[AaPp]\.?[Mm]\b\.?))"
    r"(?![.:]?[0-9])(?: ([A-Z]{2,5})\b)?"
)
_SIZES = {"s": 1, "min": 60, "h": 3600, "days": 86400, "weeks": 86400 * 7, "months": 2629800}


def local_now() -> datetime:
    """The time, in the zone of this machine."""
    return datetime.now().astimezone()


def name(update: Update) -> str:
    """What an update is called: ``UPDATE 2``, ``ORIGINAL``."""
    if update.kind is UpdateKind.UPDATE and update.number is not None:
        return f"UPDATE {update.number}"
    return update.kind.value.upper()


def short_name(update: Update, time: str) -> str:
    """The same in a narrow place, with its time: ``U2 5:40 PM``, ``ORIG``.

    Args:
        update: which one.
        time: its :func:`wall` or :func:`face`, which alone names an update without a number.
    """
    if update.kind is not UpdateKind.UPDATE:
        letters = "ORIG" if update.kind is UpdateKind.ORIGINAL else "SUM"
    elif update.number is not None:
        letters = f"U{update.number}"
    else:
        letters = "" if time else "UPDATE"
    return f"{letters} {time}".strip()


def timed_name(update: Update) -> str:
    """:func:`short_name` with the time on the wall, in full."""
    return short_name(update, wall(update))


def wall(update: Update) -> str:
    """The time on the wall where it was written, ``5:40 PM* ET``; "" when there is none."""
    if update.time is None:
        return _as_written(update, zone=True)
    return f"{face(update)} {_zone(update)}".rstrip()


def face(update: Update) -> str:
    """The same without its zone, ``5:40 PM*``."""
    time = update.time
    if time is None:
        return _as_written(update, zone=False)
    guessed = {"am", "pm", "gap", "fold", "out-of-order", "fetched"} & set(update.assumed)
    mark = ASSUMED if guessed else ""
    if not _by_halves(update):
        return f"{time.hour:02}:{time.minute:02}{mark}"
    half = "AM" if time.hour < 12 else "PM"
    return f"{time.hour % 12 or 12}:{time.minute:02} {half}{mark}"


def _by_halves(update: Update) -> bool:
    """Whether an update's time is told in halves of the day: as it was written, or as is usual.

    Usual are the halves where the zone is one of America's, or the half had to be assumed.
    """
    found = _WRITTEN.search((update.marker or "")[:_LONGEST])
    written = found[1] if found is not None else ""
    if written[-2:].lower().endswith(("m", "m.")):
        return True
    if {"am", "pm"} & set(update.assumed):
        return True
    counts_on = bool(written) and (written[0] == "0" or int(re.split(r"\D", written)[0]) > 12)
    return not counts_on and (update.zone or "").startswith("America/")


def _as_written(update: Update, *, zone: bool) -> str:
    """The clock in an update's marker, for want of a day it belongs to; ASCII, "" for none."""
    found = _WRITTEN.search((update.marker or "")[:_LONGEST])
    if found is None:
        return ""
    return " ".join(each for each in found.groups() if each) if zone else found[1]


def _zone(update: Update) -> str:
    time = update.time
    if time is None or time.tzinfo is None:
        return ""
    known = _ZONES.get(update.zone or "") or time.tzname() or ""
    return known + (ASSUMED if "zone" in update.assumed else "")


def heading(update: Update, now: datetime) -> list[str]:
    """The parts of an update's heading, the most important first.

    Args:
        update: whose heading.
        now: the present, aware.

    Returns:
        Name, time on the wall, time in UTC where that is another, how long ago, as far as known.
    """
    parts = [name(update)]
    time = update.time
    if time is None:
        if written := wall(update):
            return [*parts, written, "day unknown"]
        return [*parts, "time unknown"] if update.kind is UpdateKind.UPDATE else parts
    parts.append(wall(update))
    if time.tzinfo is None:
        return [*parts, "zone unknown", day(time, update)]
    if not parts[-1].endswith(" UTC"):
        parts.append(f"{time.astimezone(UTC):%H:%M}Z")
    if time.date() != now.astimezone(time.tzinfo).date():
        parts.append(day(time, update))
    parts.append(ago(time, now))
    return parts


def day(time: datetime, update: Update | None = None) -> str:
    """``5 Jan 2022``, marked where the date was assumed."""
    guessed = update is not None and {"date", "weekday"} & set(update.assumed)
    return (
        f"{time.day} {MONTH_ABBREVIATIONS[time.month - 1]} {time.year}{ASSUMED if guessed else ''}"
    )


def written_day(iso: str) -> str:
    """A date as the text gave it (ISO 8601) as ``5 Jan 2022``; as it stands when it is none."""
    try:
        written = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{written.day} {MONTH_ABBREVIATIONS[written.month - 1]} {written.year}"


def ago(time: datetime, now: datetime) -> str:
    """``14 min ago``; ``in 5 min`` for what is still to come, ``now`` within the minute."""
    seconds = (now - time).total_seconds()
    far = abs(seconds)
    unit = next((unit for limit, unit in _STEPS if far < limit), "years")
    if unit == "s":
        return "now"
    number = int(far // _SIZES.get(unit, 31557600))
    return f"{number} {unit} ago" if seconds > 0 else f"in {number} {unit}"


def moment(stamp: str, now: datetime) -> str:
    """An event's time (UTC, ISO 8601) by the desk's clock, in UTC, and as age.

    ``17:52 · 22:52Z (2 min ago)``, or ``22:52Z (2 min ago)`` on a desk in UTC. The date stands
    before the clock when it is another day than ``now``'s.
    """
    time = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    clock = f"{time.astimezone(UTC):%H:%M}Z"
    if time.utcoffset():
        clock = f"{time:%H:%M} · {clock}"
    if time.date() != now.date():
        clock = f"{day(time)} {clock}"
    return f"{clock} ({ago(time, now)})"


def clock_or_day(stamp: str, now: datetime) -> str:
    """An event's time (UTC, ISO 8601) where a word is all there is room for: ``17:52``, ``4 Jan``.

    Of another year it is the year.
    """
    time = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    if time.date() == now.date():
        return f"{time:%H:%M}"
    if time.year != now.year:
        return str(time.year)
    return f"{time.day} {MONTH_ABBREVIATIONS[time.month - 1]}"


def clock(stamp: str, now: datetime) -> str:
    """An event's time (UTC, ISO 8601) as short as it can be told: ``17:52``, ``4 Jan 17:52``."""
    time = datetime.fromisoformat(stamp).astimezone(now.tzinfo)
    if time.date() == now.date():
        return f"{time:%H:%M}"
    return f"{time.day} {MONTH_ABBREVIATIONS[time.month - 1]} {time:%H:%M}"
