"""When tags were put: by hour, day or month, as the time between first and last suggests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from newsreader.stats.standing import Labels

_HOURS, _DAYS = timedelta(hours=48), timedelta(days=92)


class Grain(StrEnum):
    """How much time one slot is."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


class Slot(NamedTuple):
    """One hour, day or month with the labels put in it."""

    start: datetime  # on the wall, without a zone
    labels: Labels


class Timeline(NamedTuple):
    """The slots in which something was tagged, in order; the empty ones are left out."""

    grain: Grain
    slots: tuple[Slot, ...]


def local(stamp: str, zone: tzinfo | None) -> datetime:
    """An event's time (UTC, ISO 8601) in a zone.

    Args:
        stamp: as events have it.
        zone: which zone; None for this machine's.

    Raises:
        ValueError: it is no time, or none that the zone has.
    """
    try:
        return datetime.fromisoformat(stamp).astimezone(zone)
    except OverflowError as error:
        raise ValueError(f"{stamp!r} is out of reach") from error


def hour_of(moment: datetime) -> datetime:
    """The hour on the wall in which a moment lies."""
    return moment.replace(minute=0, second=0, microsecond=0, tzinfo=None)


def timeline(hours: Mapping[datetime, Labels]) -> Timeline:
    """The hours as slots of the size that suits the time between the first and the last."""
    if not hours:
        return Timeline(Grain.HOUR, ())
    span = max(hours) - min(hours)
    grain = Grain.HOUR if span <= _HOURS else Grain.DAY if span <= _DAYS else Grain.MONTH
    return Timeline(grain, tuple(_slots(hours, grain)))


def _slots(hours: Mapping[datetime, Labels], grain: Grain) -> Iterable[Slot]:
    found: dict[datetime, Labels] = {}
    for hour in sorted(hours):
        start = _start(hour, grain)
        found[start] = found.get(start, Labels()) + hours[hour]
    return (Slot(start, labels) for start, labels in found.items())


def _start(hour: datetime, grain: Grain) -> datetime:
    if grain is Grain.HOUR:
        return hour
    return hour.replace(hour=0) if grain is Grain.DAY else hour.replace(day=1, hour=0)


def place(start: datetime, grain: Grain) -> int:
    """The number of a slot on a line on which every slot, empty or not, has one."""
    if grain is Grain.MONTH:
        return start.year * 12 + start.month
    return start.toordinal() * 24 + start.hour if grain is Grain.HOUR else start.toordinal()
