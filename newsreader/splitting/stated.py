"""Sections that the source itself marks: entries of a live page, found in its structure by reading.

They stand as they are, no marker has to be found. What is left to do: read the time that each
shows, and bring it together with the one that the source states for programs. The second is an
instant and needs no assumption, but it lies now and then; where a page shows another minute, what
the page shows counts.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from newsreader.model.article import Article
from newsreader.model.statement import Order, UpdateKind
from newsreader.splitting.candidates.sequence import clock_of
from newsreader.splitting.grammar.clocks import Clock
from newsreader.splitting.grammar.lines import Line
from newsreader.splitting.grammar.markers import Form, Marker
from newsreader.splitting.grammar.strong import match_strong
from newsreader.splitting.grammar.when import When, match_when
from newsreader.splitting.moments.times import UNKNOWN, Moment
from newsreader.splitting.sections import Section, kind_by_headline

_QUARTER = 15  # minutes: all zones differ by a multiple of that
_HALF_DAY = 12 * 60  # minutes: whether it is am or pm is not always shown
_FEW = 3  # sections, from which on the usual difference tells which times lie
_MOST = 0.6  # of the sections that it must be the difference of
_NUMBER = re.compile(r"(?<!\d)(?<!vor )(?<!y a )(?<!hace )(?<!há )\d")
_CELL = 120  # code points of a line with a time in which it is looked for
_CLEAR = 0.75  # of the steps must go one way


def stated_markers(article: Article, lines: Sequence[Line]) -> tuple[Marker, ...]:
    """The times that the sections show, as markers, in order."""
    at = {line.start: number for number, line in enumerate(lines)}
    return tuple(
        _marker(at[each.marker[0]], lines[at[each.marker[0]]], each.marker[1])
        for each in article.sections
        if each.marker is not None and each.marker[0] in at
    )


def _marker(number: int, line: Line, end: int) -> Marker:
    """The marker that a line with a section's time is; its time may be no time that we know."""
    folded = line.head
    strong = match_strong(folded.text, 0)
    when = strong[1] if strong else match_when(folded.text, 0)
    if when is None or when.clock is None:
        when = _behind_words(folded.text, when)
    return Marker(number, (line.start, end), Form.ALONE, when, None, end)


def _behind_words(text: str, when: When | None) -> When | None:
    """The clock that stands after words, a day or a decoration of the page's own, if any."""
    begun = [match_when(text, each.start()) for each in _NUMBER.finditer(text[:_CELL])]
    clocks = [each for each in begun if each.clock is not None]
    if not clocks:
        return begun[0] if begun else when
    day = next((each for each in (when, *begun) if each is not None and each.day), None)
    if day is None or clocks[0].day:
        return clocks[0]
    return replace(clocks[0], day=day.day)


def stated_sections(article: Article, markers: Sequence[Marker]) -> tuple[Section, ...]:
    """The article's sections as the splitter has them."""
    by_start = {marker.span[0]: marker for marker in markers}
    return tuple(
        Section(
            each.start,
            each.end,
            kind_by_headline(article.text, each.headline) if each.headline else UpdateKind.UPDATE,
            by_start.get(each.marker[0]) if each.marker else None,
            each.headline,
        )
        for each in article.sections
    )


def stated_order(article: Article, running: Order | None) -> Order:
    """The order in which the sections stand: as their instants tell, else their markers."""
    if len(article.sections) < 2:
        return Order.SINGLE
    times = [moment.timestamp() for each in article.sections if (moment := _instant(each.time))]
    steps = [b > a for a, b in itertools.pairwise(times) if a != b]
    if not steps:
        return running or Order.NEWEST_FIRST
    forward = sum(steps)
    if max(forward, len(steps) - forward) < _CLEAR * len(steps):
        return Order.MIXED
    return Order.OLDEST_FIRST if forward * 2 > len(steps) else Order.NEWEST_FIRST


def stated_moments(
    article: Article, markers: Sequence[Marker], moments: Sequence[Moment]
) -> tuple[Moment, ...]:
    """The moment of every section: the stated instant on the clock that the page shows."""
    shown = {a.span[0]: (clock_of(a), b) for a, b in zip(markers, moments, strict=True)}
    nothing: tuple[Clock | None, Moment] = (None, UNKNOWN)
    told = [
        (_instant(each.time), *shown.get(each.marker[0] if each.marker else -1, nothing))
        for each in article.sections
    ]
    usual = _usual([_ahead(instant, clock) for instant, clock, _ in told])
    return tuple(
        moment
        if instant is None or _lies(_ahead(instant, clock), usual)
        else _settled(instant, moment)
        for instant, clock, moment in told
    )


def _ahead(instant: datetime | None, clock: Clock | None) -> int | None:
    """How many minutes what is shown is ahead of what is stated, the half of the day aside."""
    if instant is None or clock is None:
        return None
    stated = instant.astimezone(UTC) if instant.tzinfo else instant
    return (clock.hour * 60 + clock.minute - stated.hour * 60 - stated.minute) % _HALF_DAY


def _usual(ahead: Sequence[int | None]) -> int | None:
    """By how much most sections are ahead: all of a page are shown in one zone. None if unclear."""
    known = Counter(each for each in ahead if each is not None)
    if known.total() < _FEW:
        return None
    most, _ = known.most_common(1)[0]
    near = sum(count for each, count in known.items() if not _apart(each, most, _HALF_DAY))
    return most if near >= _MOST * known.total() else None


def _lies(ahead: int | None, usual: int | None) -> bool:
    """Whether a stated time cannot be the one that is shown."""
    if ahead is None:
        return False
    return _apart(ahead, 0, _QUARTER) if usual is None else _apart(ahead, usual, _HALF_DAY)


def _apart(first: int, second: int, circle: int) -> bool:
    """Whether two minutes of a circle are more than one minute apart: pages round."""
    return (first - second) % circle not in {0, 1, circle - 1}


def _settled(instant: datetime, shown: Moment) -> Moment:
    """The stated instant, in the zone that the page shows."""
    if instant.tzinfo is None:
        return Moment(instant, None)
    if shown.zone is not None:
        return Moment(instant.astimezone(ZoneInfo(shown.zone)), shown.zone)
    return Moment(instant, "UTC" if not instant.utcoffset() else None)


def _instant(time: str | None) -> datetime | None:
    return datetime.fromisoformat(time) if time else None
