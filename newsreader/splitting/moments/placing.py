"""A wall clock put into its zone, with what the zone's rules make of it (PEP 495).

In the hour that summer time skips a clock shows what never was ("gap"); in the one it repeats,
what was twice ("fold"). A label that names an offset decides the second; a label that summer
time contradicts ("EST" in July) keeps its clock, in the zone that people meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsreader.splitting.grammar.zones import Zone

STANDING = {
    ("Australia/Sydney", 600): "Australia/Brisbane",
    ("America/Denver", -420): "America/Phoenix",
}
"""Labels that hold all year round for a neighbour without summer time."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment in its zone; ``trouble`` is "gap" or "fold"."""

    time: datetime
    zone: str | None = None
    trouble: str | None = None
    mislabelled: bool = False


def place(local: datetime, zone: Zone, *, utc: bool = False) -> Placed | None:
    """The wall clock ``local`` (naive) in ``zone``; with ``utc`` it is one of UTC, converted.

    None where this machine knows no rules for the zone: then it is as good as unknown.
    """
    if zone.iana is None:
        fixed = timezone(timedelta(minutes=zone.offset or 0))
        return Placed(_convert(local, fixed) if utc else local.replace(tzinfo=fixed))
    rules = _rules(zone.iana)
    if rules is None:
        return None
    if utc:
        return Placed(_convert(local, rules), zone.iana)
    return _on_the_wall(local, zone, rules)


def _on_the_wall(local: datetime, zone: Zone, rules: ZoneInfo) -> Placed:
    """The wall clock as the rules of its zone read it."""
    first = local.replace(tzinfo=rules, fold=0)
    second = local.replace(tzinfo=rules, fold=1)
    if first.utcoffset() == second.utcoffset():
        return _labelled(first, local, zone)
    if first.astimezone(UTC).astimezone(rules).replace(tzinfo=None) != local:
        return Placed(first, zone.iana, "gap")
    for reading in (first, second):
        if zone.offset is not None and reading.utcoffset() == timedelta(minutes=zone.offset):
            return Placed(reading, zone.iana)
    return Placed(first, zone.iana, "fold")


def _rules(iana: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(iana)
    except ZoneInfoNotFoundError:
        return None


def _convert(moment: datetime, zone: ZoneInfo | timezone) -> datetime:
    return moment.replace(tzinfo=UTC).astimezone(zone)


def _labelled(moment: datetime, local: datetime, zone: Zone) -> Placed:
    """A moment whose label names an offset, checked against the zone's own."""
    if zone.offset is None or moment.utcoffset() == timedelta(minutes=zone.offset):
        return Placed(moment, zone.iana)
    standing = STANDING.get((zone.iana or "", zone.offset))
    rules = _rules(standing) if standing else None
    if rules is not None:
        return Placed(local.replace(tzinfo=rules), standing)
    return Placed(moment, zone.iana, mislabelled=True)
