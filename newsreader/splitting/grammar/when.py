"""The moment that a marker names: clock, day, weekday in any order, joined as people join them.

``Update vom 03. Mai 2020, 16:05 Uhr``, ``11:25 p.m. EDT May 23``, ``(Tuesday, 5 p.m.)``: the
parts stand in any order, with commas, brackets, slashes, dashes and small words between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsreader.splitting.grammar.clocks import Clock, match_clock
from newsreader.splitting.grammar.dates import Day, match_day, match_weekday
from newsreader.splitting.grammar.zones import Zone, match_abbreviation

_MOST = 8  # parts of one moment; beyond that it is something else
_HALF_DAY = 12 * 60  # minutes
_QUARTER = 15  # minutes: all zones differ by a multiple of that
_GAP = re.compile(
    r"(?P<marks>[\s,(\[/·•@–—-]{0,6})"
    r"(?:(?:as of|at|on|of|from|dated|posted|vom|von|um|am|ab|gegen|le|à|du|de|il|del|"
    r"delle|dalle|alle|ore|ore:)\s{1,2})?"
    r"(?:(?:um|at|à|alle|ore)\s{1,2})?",
    re.IGNORECASE,
)
_DAYPART = re.compile(
    r"(?:(?:late|early|this)\s)?(?:[ap]\.?m\.?|morning|afternoon|evening|night|today|tonight|midday)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—-]")
_GOES_ON = re.compile(
    r"['’]|,?\s(?!(?:morning|afternoon|evening|night|at|um|à|ore|alle|Uhr)\b)[^\W\d_]{2}",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"[–—-]\s[^\W\d_]{1,6}\s\d")
_CLOSED = re.compile(r"\s{0,2}(?:[)\],/|;·]|$)")
_CLOSERS = re.compile(r"\s?[)\]]{1,2}")


@dataclass(frozen=True, slots=True)
class When:
    """What a marker says of its time; ``span`` is true for two clocks ("13:15 - 17:00")."""

    start: int
    end: int
    clock: Clock | None = None
    day: Day | None = None
    weekday: int | None = None
    daypart: bool = False
    span: bool = False

    @property
    def named(self) -> bool:
        """Whether anything at all was said."""
        return bool(self.clock is not None or self.day or self.weekday is not None or self.daypart)


def match_when(text: str, at: int, *, lead: bool = True) -> When:
    """The moment written at ``text[at:]``; nothing named if there is none.

    Args:
        text: folded text.
        at: where to begin.
        lead: whether marks and small words may stand before the first part.
    """
    when = When(at, at)
    for number in range(_MOST):
        gap = _GAP.match(text, when.end) if lead or number else None
        more = _after_gap(text, when, gap)
        if more is None or (gap and _sentence(text, when, more, gap["marks"])):
            break
        closers = _CLOSERS.match(text, more.end)
        when = replace(more, end=closers.end()) if closers and _open(text, more) else more
    return when


def _after_gap(text: str, when: When, gap: re.Match[str] | None) -> When | None:
    """The next part, after the gap's marks and small words or after its marks alone."""
    if gap is None:
        return _part(text, when.end, when, "")
    more = _part(text, gap.end(), when, gap["marks"])
    if more is None and gap.end() != gap.end("marks"):
        more = _part(text, gap.end("marks"), when, gap["marks"])
    return more


def _sentence(text: str, when: When, more: When, marks: str) -> bool:
    """Whether a part after a dash begins what is told: "14.50 - Alle 14.33 ..."."""
    if when.clock is None or _DASH.search(marks) is None or not _GOES_ON.match(text, more.end):
        return False
    return more.span == when.span or _SMALL_WORD.search(text, when.end, more.end) is not None


def _open(text: str, when: When) -> bool:
    """Whether a bracket inside the moment is still open, so that a closing one is its own."""
    said = text[max(0, when.start - 3) : when.end]
    return said.count("(") + said.count("[") > said.count(")") + said.count("]")


def _part(text: str, at: int, when: When, marks: str) -> When | None:
    """``when`` with the part at ``text[at:]`` added, or None when there is none."""
    if when.day is None and (day := match_day(text, at)):
        return replace(when, day=day[0], end=day[1])
    if when.weekday is None and (weekday := match_weekday(text, at)):
        return replace(when, weekday=weekday[0], end=weekday[1])
    if clock := match_clock(text, at):
        return _with_clock(text, when, clock, marks)
    if _lacks_zone(when) and (zone := match_abbreviation(text, at)):
        clock_there = replace(when.clock, zone=zone[0]) if when.clock else None
        return replace(when, clock=clock_there, end=zone[1])
    if not when.daypart and when.weekday is not None and (part := _DAYPART.match(text, at)):
        return replace(when, daypart=True, end=part.end())
    return None


def _said_again(when: When, again: tuple[Clock, int]) -> When:
    """``when`` up to a clock that tells the same moment; of a zone that only it names.

    ``17:42 (17:42 GMT)`` is of that zone, ``17:42 (14:42 GMT)`` three hours before it.
    """
    first, (second, end) = when.clock, again
    assert first is not None
    zone = second.zone
    if first.zone is not None or zone is None or first.twelve or second.twelve:
        return replace(when, end=end)
    ahead = (first.minutes() - second.minutes() + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY
    if ahead and (zone.offset is None or ahead % _QUARTER):
        return replace(when, end=end)
    said = Zone(offset=zone.offset + ahead) if ahead and zone.offset is not None else zone
    return replace(when, clock=replace(first, zone=said), end=end)


def _lacks_zone(when: When) -> bool:
    """Whether a zone may still follow: "10:05 p.m. Friday EDT"."""
    return when.clock is not None and when.clock.zone is None and when.weekday is not None


def _with_clock(text: str, when: When, clock: tuple[Clock, int], marks: str) -> When | None:
    """The first clock counts; one in brackets or after a slash says it again elsewhere."""
    if when.clock is None:
        return replace(when, clock=clock[0], end=clock[1])
    if "(" in marks or "/" in marks:
        said_again = "(" not in marks or _CLOSED.match(text, clock[1])
        return _said_again(when, clock) if said_again else None
    if marks.strip() == "," and when.clock.zone and clock[0].zone:  # 10am EST, 6pm EAT
        return replace(when, end=clock[1])
    if any(mark in marks for mark in "-–—"):
        return replace(when, span=True, end=clock[1])
    return None
