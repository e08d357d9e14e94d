"""A time as an editor types it, read by the grammar that markers are read by, and by no other.

What is not typed is taken from what is known of the update: the zone, the half of the day, the
day. The editor is shown what came of it before it counts, so that nothing of it is assumed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import available_timezones

from newsreader.splitting.grammar.clocks import Half
from newsreader.splitting.grammar.dates import Day
from newsreader.splitting.grammar.matching import fold
from newsreader.splitting.grammar.places import CITIES
from newsreader.splitting.grammar.when import When, match_when
from newsreader.splitting.grammar.zones import Zone
from newsreader.splitting.moments.placing import place
from newsreader.splitting.moments.times import UNKNOWN, Moment, settled

_IANA = re.compile(r"(?<![^\s(])([A-Za-z_]+(?:/[A-Za-z_]+[A-Za-z0-9_+-]*){1,2})(?![^\s),])")
_ISO = re.compile(r"(?<=^\d{4}-\d\d-\d\d)T(?=\d)")
_UNKNOWN = frozenset({"unknown", "?", "none"})
_LONGEST = 100
_NOON = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an update besides what is typed."""

    time: datetime | None = None  # as it is now
    zone: str | None = None  # IANA name
    day: date | None = None  # where the time is not known: of the article, or of a neighbour


def read_typed(text: str, known: Known) -> Moment:
    """The moment that an editor typed.

    Args:
        text: what was typed: ``14:01 ET``, ``2:01 pm``, ``5 Jan 2022 14:01 Europe/Moscow``,
            ``unknown``.
        known: what completes it.

    Raises:
        ValueError: it is no moment, or not one alone; the message says so in a few words.
    """
    typed = _ISO.sub(" ", fold(text, 0, len(text)).text.strip())
    if typed.lower() in _UNKNOWN:
        return UNKNOWN
    if not typed or len(text) > _LONGEST:
        raise ValueError("a time, as 14:01 ET, or unknown")
    named, rest = _named_zone(typed)
    when = match_when(rest, 0)
    left = rest[when.end :].strip(" ,;.")
    if named is None and left and (city := CITIES.get(left.lower())):
        named, left = Zone(city), ""
    if when.clock is None:
        raise ValueError(f"no time: {typed}")
    if left or when.span or when.daypart:
        raise ValueError(f"not understood: {left}" if left else "one time only")
    if not when.clock.possible:
        raise ValueError(f"no clock shows {when.clock.hour}:{when.clock.minute:02}")
    return _moment(when, _zone(when.clock.zone or named, known), known)


def _named_zone(typed: str) -> tuple[Zone | None, str]:
    """The IANA zone that is named, and what else is typed."""
    found = _IANA.search(typed)
    if found is None:
        return None, typed
    name = _zones().get(found[1].lower())
    if name is None:
        raise ValueError(f"no zone is called {found[1]}")
    return Zone(name), f"{typed[: found.start()]} {typed[found.end() :]}".strip(" ,()")


@cache
def _zones() -> dict[str, str]:
    """The names of all zones by their lower case; to list them takes a while."""
    return {name.lower(): name for name in available_timezones()}


def _zone(typed: Zone | None, known: Known) -> Zone | None:
    """The zone that is typed, else the one that is known."""
    if typed is not None:
        if typed.local or typed.several:
            raise ValueError("which zone? as Europe/Dublin")
        return typed
    if known.zone is not None:
        return Zone(known.zone)
    offset = known.time.utcoffset() if known.time is not None else None
    return None if offset is None else Zone(offset=int(offset.total_seconds() // 60))


def _moment(when: When, zone: Zone | None, known: Known) -> Moment:
    """Day, clock and zone put together."""
    clock = when.clock
    assert clock is not None
    half: Half | None = None
    if clock.twelve and known.time is not None:
        half = Half.AM if known.time.hour < _NOON else Half.PM
    day = _day(when.day, when.weekday, _seen(known, zone))
    local = datetime.combine(day, time()) + timedelta(minutes=clock.minutes(half))
    placed = place(local, zone) if zone is not None else None
    if placed is None:
        return Moment(local)
    if placed.trouble == "gap":
        raise ValueError("the clocks were put forward then: no clock showed that")
    if placed.trouble == "fold":
        raise ValueError("the clocks were put back then: add the zone, as EDT or EST, or +02:00")
    return Moment(placed.time, placed.zone)


def _seen(known: Known, zone: Zone | None) -> date | None:
    """The day that is known, as it is in the zone that is meant."""
    if known.time is None:
        return known.day
    if zone is None or known.time.tzinfo is None:
        return known.time.date()
    shown = place(known.time.astimezone(UTC).replace(tzinfo=None), zone, utc=True)
    return shown.time.date() if shown else known.time.date()


def _day(typed: Day | None, weekday: int | None, near: date | None) -> date:
    """The day that is typed, completed by what is known."""
    if typed is not None:
        found = settled(typed, near)
        if found is None:
            raise ValueError("which day? as 5 Jan 2022")
        if weekday is not None and found[0].weekday() != weekday:
            raise ValueError("that day is another day of the week")
        return found[0]
    if near is None:
        raise ValueError("which day? as 5 Jan 2022 14:01")
    if weekday is not None:
        return near + timedelta(days=(weekday - near.weekday() + 3) % 7 - 3)
    return near
