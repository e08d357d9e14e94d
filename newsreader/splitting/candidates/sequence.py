"""Which way the times of markers run through a text.

Clocks go round: a step of less than half a day is taken the short way, so that an entry of
23:50 above one of 00:10 is a step forward. Clocks of twelve hours whose half is unsaid go round
twice a day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsreader.model.statement import Order
from newsreader.splitting.grammar.clocks import Clock
from newsreader.splitting.grammar.dates import Day
from newsreader.splitting.grammar.markers import Form, Marker

DAY = 24 * 60
_HALF_WEEK = 3
_SHARE = 0.6  # of the steps must go one way


def clock_of(marker: Marker) -> Clock | None:
    """The clock that a marker names, if a clock can show it."""
    clock = marker.when.clock if marker.when else None
    return clock if clock is not None and clock.possible else None


def counting_to_24(clocks: Sequence[Clock | None]) -> frozenset[str]:
    """The ways of writing a clock in which the page counts to 24, as one such clock shows."""
    return frozenset(c.style for c in clocks if c is not None and c.half is None and not c.twelve)


def _turned(clock: Clock, to_24: frozenset[str]) -> Clock:
    """``clock`` as one of 24 hours, where the page counts so."""
    return replace(clock, twelve=False) if clock.twelve and clock.style in to_24 else clock


def clock_step(first: Clock, second: Clock) -> int:
    """1, -1 or 0: whether the second clock is later, earlier or the same, the short way round."""
    around = DAY // 2 if first.twelve or second.twelve else DAY
    step = (second.minutes() - first.minutes()) % around
    return 0 if step == 0 else (1 if step * 2 < around else -1)


def one_way(group: Sequence[Marker]) -> bool:
    """Whether the times of ``group``, in the order of the text, mostly run one way."""
    to_24 = counting_to_24([clock_of(marker) for marker in group])
    timed = [marker for marker in group if clock_of(marker)]
    steps = [step for a, b in pairwise(timed) if (step := _step(a, b, to_24, numbered=False))]
    forward = steps.count(1)
    return not steps or max(forward, len(steps) - forward) >= _SHARE * len(steps)


class Run:
    """The times of a page as they run, to see whether another one among them goes on with them."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        """Of ``markers`` in the order of the text, once for all that may stand among them."""
        self._markers = markers
        self._order = find_order(markers)
        self._to_24 = counting_to_24([clock_of(marker) for marker in markers])

    def goes_on_with(self, marker: Marker, *, strictly: bool = False) -> bool:
        """Whether the time of ``marker`` goes on from one of those around it as the run does.

        Args:
            marker: one that may stand among those of the run.
            strictly: whether it must go on from both, and be neither the first nor the last.
        """
        if self._order not in (Order.NEWEST_FIRST, Order.OLDEST_FIRST):
            return not strictly
        against = -1 if self._order is Order.OLDEST_FIRST else 1
        at = bisect_left(self._markers, marker.span, key=lambda each: each.span)
        around = [*self._markers[max(0, at - 1) : at], marker, *self._markers[at : at + 1]]
        steps = [_step(a, b, self._to_24, numbered=False) for a, b in pairwise(around)]
        if strictly:
            return steps == [-against, -against]
        return any(step != against for step in steps)


def find_order(markers: Sequence[Marker], published: Day | None = None) -> Order | None:
    """The order that days, times, numbers and the original's marker tell, or None.

    One step against the rest is a slip of somebody's clock; more, and no clear majority, is
    disorder.

    Args:
        markers: the markers, in the order of the text.
        published: the day of the article, that of the markers above the first that names one.
    """
    markers = _carried(markers, published)
    to_24 = counting_to_24([clock_of(marker) for marker in markers])
    numbered = any((marker.number or 0) > 1 for marker in markers)
    steps = [step for a, b in pairwise(markers) if (step := _step(a, b, to_24, numbered=numbered))]
    forward = steps.count(1)
    backward = len(steps) - forward
    if not steps:
        ages = len(markers) > 1 and all(marker.form is Form.AGO for marker in markers)
        return Order.NEWEST_FIRST if ages else None
    if forward == backward and (told := _told_by_original(markers)):
        return told
    if forward == backward or (min(forward, backward) > 1 and _unclear(forward, backward)):
        return Order.MIXED
    return Order.OLDEST_FIRST if forward > backward else Order.NEWEST_FIRST


def _told_by_original(markers: Sequence[Marker]) -> Order | None:
    """The order that the original's own marker tells, at one end of the page."""
    original = Form.ORIGINAL, Form.EARLIER
    first, last = markers[0].form in original, markers[-1].form in original
    if first == last:
        return None
    return Order.OLDEST_FIRST if first else Order.NEWEST_FIRST


def _unclear(forward: int, backward: int) -> bool:
    return max(forward, backward) < 0.75 * (forward + backward)


def _step(first: Marker, second: Marker, to_24: frozenset[str], *, numbered: bool) -> int:
    """1 when the second marker is the later one, -1 when it is the earlier, 0 when none can say.

    Where later ones are ``numbered``, an update without a number is the first.
    """
    days = _day_of(first), _day_of(second)
    if days[0] and days[1] and (step := _day_step(days[0], days[1])):
        return step
    if not any(days) and (step := _weekday_step(first, second)):
        return step
    clocks = clock_of(first), clock_of(second)
    if clocks[0] and clocks[1]:
        return clock_step(_turned(clocks[0], to_24), _turned(clocks[1], to_24))
    original = Form.ORIGINAL, Form.EARLIER
    if (first.form in original) != (second.form in original):
        return 1 if first.form in original else -1
    numbers = first.number or int(numbered), second.number or int(numbered)
    if 0 in numbers:
        return 0
    return (numbers[1] > numbers[0]) - (numbers[1] < numbers[0])


def _weekday_step(first: Marker, second: Marker) -> int:
    """Which of two weekdays is later, the short way round the week; 0 where one is not named."""
    names = [marker.when.weekday if marker.when else None for marker in (first, second)]
    if names[0] is None or names[1] is None:
        return 0
    step = (names[1] - names[0]) % 7
    return 0 if step == 0 else (1 if step <= _HALF_WEEK else -1)


def _day_of(marker: Marker) -> Day | None:
    return marker.when.day if marker.when else None


def _carried(markers: Sequence[Marker], day: Day | None) -> Sequence[Marker]:
    """``markers`` with the day of the one before, where they name a clock and no day."""
    if not any(_day_of(marker) for marker in markers):
        return markers
    found: list[Marker] = []
    for marker in markers:
        day = _day_of(marker) or day
        when = marker.when
        carried = day is not None and when is not None and when.day is None
        found.append(replace(marker, when=replace(when, day=day)) if carried and when else marker)
    return found


def _day_step(first: Day, second: Day) -> int:
    """Which of two days is later; where a year is missing, the short way round the year."""
    if first.year is not None and second.year is not None:
        years = second.year - first.year
    else:
        months = second.month - first.month
        years = -1 if months > 6 else (1 if months < -6 else 0)
    step = (years, second.month - first.month, second.day - first.day)
    return (step > (0, 0, 0)) - (step < (0, 0, 0))
