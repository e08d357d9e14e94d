"""From clocks as written to moments: half of the day, day, zone, and what was assumed.

The text gives clocks; their days come from the marker, a date above it, or the article's own
day, walked across midnight in the order of the page. What the text does not say is named in
``assumed``; what cannot be settled stays unknown. An impossible clock is never rolled over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter

from newsreader.model.article import Article
from newsreader.model.statement import Order
from newsreader.splitting.candidates.sequence import DAY, clock_of
from newsreader.splitting.grammar.dates import Day
from newsreader.splitting.grammar.markers import Marker
from newsreader.splitting.grammar.places import sharing_zone
from newsreader.splitting.grammar.zones import Zone
from newsreader.splitting.moments.astray import out_of_order
from newsreader.splitting.moments.halves import settle_halves, spoken_clocks
from newsreader.splitting.moments.page_zone import PageZone
from newsreader.splitting.moments.placing import place

_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Moment:
    """The time of a section as far as it is known."""

    time: datetime | None = None
    zone: str | None = None
    assumed: tuple[str, ...] = ()


UNKNOWN = Moment()


def find_times(
    article: Article,
    markers: Sequence[Marker],
    headings: Sequence[tuple[int, Day]],
    order: Order | None,
    page: PageZone,
) -> tuple[Moment, ...]:
    """The moment of every marker.

    Args:
        article: its ``published`` gives the day of the first entry.
        markers: the markers, in the order of the text.
        headings: days that stand alone on a line, with their offsets, in order.
        order: how the page runs; None counts as newest first, which most pages are.
        page: the zone of clocks that name none.
    """
    page = _of_shared_name(article, markers, page)
    shared = _shared_zone(markers)
    zones = [_zone(marker, page, shared) for marker in markers]
    published = _published(article, zones)
    clocks = [clock_of(marker) for marker in markers]
    forward = order is Order.OLDEST_FIRST
    said_above = spoken_clocks(article.text, markers[0].span[0]) if markers else []
    halves = settle_halves(
        clocks, published, forward=forward, language=article.language, said=said_above
    )
    minutes = [
        None if clock is None else clock.minutes(half)
        for clock, (half, _) in zip(clocks, halves, strict=True)
    ]
    day = published.date() if published else None
    said = [
        _said_day(marker, headings, number, markers, day) for number, marker in enumerate(markers)
    ]
    weekdays = _weekdays(markers)
    days = _walk(said, minutes, weekdays, day, order)
    astray = out_of_order(days, minutes, order)
    moments: list[Moment] = []
    for number, (_, half) in enumerate(halves):
        when, at = days[number], minutes[number]
        moment = UNKNOWN if at is None else _without_day(zones[number])
        if when is not None and at is not None:
            named = weekdays[number]
            flags = (
                *((half,) if half else ()),
                *(("date",) if when[1] else ()),
                *(("weekday",) if named not in (None, when[0].weekday()) else ()),
                *(("out-of-order",) if number in astray else ()),
            )
            moment = _moment(when[0], at, zones[number], flags)
        moments.append(moment)
    return tuple(moments)


# -- zones -----------------------------------------------------------------------------------


def _zone(marker: Marker, page: PageZone, shared: Zone | None) -> tuple[Zone | None, bool]:
    """The zone of one marker, and whether it was assumed."""
    clock = marker.when.clock if marker.when else None
    zone = clock.zone if clock else None
    if zone is not None:
        return _local(zone, page), zone.local or (zone.several and page.named is not None)
    if page.zone is not None and page.said:
        return _local(page.zone, page), page.zone.local
    if shared is not None:
        return _local(shared, page), True
    return page.zone, page.zone is not None


def _of_shared_name(article: Article, markers: Sequence[Marker], page: PageZone) -> PageZone:
    """``page`` with the zone that a name of several means there, where a marker has such a name."""
    names = (m.when.clock.zone for m in markers if m.when and m.when.clock and m.when.clock.zone)
    if not any(zone.several for zone in names):
        return page
    return replace(page, named=sharing_zone(article.text))


def _local(zone: Zone, page: PageZone) -> Zone | None:
    """The zone itself; for "local" that of the dateline, for a shared name that of the outlet."""
    if zone.local:
        return Zone(page.local) if page.local else None
    if zone.several:
        outlet = page.zone.iana if page.zone else None
        shared = {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"}
        known = (outlet, page.local, page.named)
        return next((Zone(iana) for iana in known if iana in shared), None)
    return zone


def _shared_zone(markers: Sequence[Marker]) -> Zone | None:
    """The zone that the page's other markers name, if they all name the same."""
    named = {m.when.clock.zone for m in markers if m.when and m.when.clock and m.when.clock.zone}
    if len(named) == 1:
        return named.pop()
    areas = {zone.iana for zone in named}  # "EST" here and "ET" there are one zone
    area = areas.pop() if len(areas) == 1 else None
    return Zone(area) if area else None


# -- days ------------------------------------------------------------------------------------


def _published(article: Article, zones: Sequence[tuple[Zone | None, bool]]) -> datetime | None:
    """When the article says it was published; a moment is seen in the zone of its markers."""
    try:
        found = datetime.fromisoformat(article.published or "")
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    zone = next((zone for zone, _ in zones if zone is not None), None)
    if found.tzinfo is not None and zone is not None:
        shown = place(
            found.astimezone(UTC).replace(tzinfo=None), Zone(zone.iana, zone.offset), utc=True
        )
        found = shown.time if shown else found
    return found.replace(tzinfo=None)


def _said_day(
    marker: Marker,
    headings: Sequence[tuple[int, Day]],
    number: int,
    markers: Sequence[Marker],
    near: date | None,
) -> tuple[date, bool] | None:
    """The day that the marker, or a date above it, says; and whether its year was assumed."""
    said = marker.when.day if marker.when else None
    if said is None:
        low = markers[number - 1].span[0] if number else 0
        said = _last_between(headings, low, marker.span[0])
    return None if said is None else settled(said, near)


def _last_between(headings: Sequence[tuple[int, Day]], low: int, high: int) -> Day | None:
    """The last of the days that stand between two offsets."""
    index = bisect_left(headings, high, key=itemgetter(0)) - 1
    return headings[index][1] if index >= 0 and headings[index][0] >= low else None


def settled(day: Day, near: date | None) -> tuple[date, bool] | None:
    """A day with its year; the nearest to the article's day where none is written."""
    readings = [(day.month, day.day)] + ([(day.day, day.month)] if day.swapped else [])
    years = [day.year] if day.year else ([near.year + d for d in (-1, 0, 1)] if near else [])
    days = [
        found
        for year in years
        for month, number in readings
        if (found := _date(year, month, number)) is not None
    ]
    if not days:
        return None
    best = days[0] if near is None else min(days, key=lambda found: abs(found - near))
    return best, day.year is None or day.swapped


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekdays(markers: Sequence[Marker]) -> list[int | None]:
    return [marker.when.weekday if marker.when else None for marker in markers]


def _walk(
    said: Sequence[tuple[date, bool] | None],
    minutes: Sequence[int | None],
    weekdays: Sequence[int | None],
    first: date | None,
    order: Order | None,
) -> list[tuple[date, bool] | None]:
    """The day of every entry, and whether it was assumed.

    A clock that jumps by more than half a day against the order has crossed midnight.
    """
    sign = {Order.OLDEST_FIRST: 1, Order.MIXED: 0}.get(order, -1) if order else -1
    start = next((i for i, day in enumerate(said) if day is not None), None)
    known = said[start] if start is not None else None
    if first is None and start is not None and known is not None:
        back = _steps(minutes[start::-1], -sign)
        first = known[0] + timedelta(days=sum(back))
    found: list[tuple[date, bool] | None] = []
    current, last = first, None
    for day, at, weekday in zip(said, minutes, weekdays, strict=True):
        if day is not None:
            current = day[0]
        elif current is not None:
            current += timedelta(days=_steps([last, at], sign)[0])
            current = _to_weekday(current, weekday, sign)
        found.append(None if current is None else (current, day is None or day[1]))
        last = at if at is not None else last
    return found


def _steps(minutes: Sequence[int | None], sign: int) -> list[int]:
    """For every step between entries, the days that the walk goes on (or back)."""
    steps: list[int] = []
    last: int | None = None
    for at in minutes:
        crossed = last is not None and at is not None and (last - at) * sign > DAY // 2
        steps.append(sign if crossed else 0)
        last = at if at is not None else last
    return steps[1:] or [0]


def _to_weekday(day: date, weekday: int | None, sign: int) -> date:
    """The nearest day with that weekday in the direction of the walk."""
    if weekday is None:
        return day
    return (
        day
        + timedelta(days=(weekday - day.weekday()) % 7 * (sign > 0))
        - timedelta(days=(day.weekday() - weekday) % 7 * (sign <= 0))
    )


# -- moments ---------------------------------------------------------------------------------


def _without_day(zone: tuple[Zone | None, bool]) -> Moment:
    """A clock whose day nothing tells: the time is unknown, its zone may not be."""
    if zone[0] is None or zone[0].iana is None:
        return UNKNOWN
    return Moment(None, zone[0].iana, ("zone",) if zone[1] else ())


def _moment(
    day: date, minutes: int, zone: tuple[Zone | None, bool], flags: tuple[str, ...]
) -> Moment:
    """Day, clock and zone put together; 24:00 is the next day's first moment."""
    local = datetime.combine(day, time()) + timedelta(minutes=minutes)
    placed = place(local, zone[0]) if zone[0] else None
    if zone[0] is None or placed is None:
        return Moment(local, None, flags)
    assumed = zone[1] or placed.mislabelled
    flags = (
        *flags,
        *(("zone",) if assumed else ()),
        *((placed.trouble,) if placed.trouble else ()),
    )
    return Moment(placed.time, zone[0].iana if placed.zone is None else placed.zone, flags)
