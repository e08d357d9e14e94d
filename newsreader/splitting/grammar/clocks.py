"""Clock times as live news writes them: ``TIME`` and ``ZONE`` of the marker grammar.

A clock is kept as written, an impossible one too ("25:61"): it marks its section all the same,
and only its time is unknown. Four digits are a time only with a zone at once ("1345ET").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsreader.splitting.grammar.zones import Zone, match_zone


class Half(StrEnum):
    """Which half of the day a clock says it is in."""

    AM = "am"
    PM = "pm"


BARE = "bare"
"""The style of four digits without a zone: a year as well as a clock, if nothing else tells."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as written.

    ``twelve`` says that the clock may be of twelve hours with its half left out: only then is a
    half to be assumed. ``style`` is what stands between hour and minute.
    """

    hour: int
    minute: int
    half: Half | None = None
    zone: Zone | None = None
    style: str = ":"
    twelve: bool = False

    @property
    def possible(self) -> bool:
        """Whether a clock can show this."""
        return self.minute < 60 and (self.hour < 24 or (self.hour == 24 and self.minute == 0))

    def minutes(self, half: Half | None = None) -> int:
        """Minutes since midnight, read in its own half of the day, or in ``half``.

        A half means nothing to an hour above twelve ("15:24pm") nor to hour nought.
        """
        hour = self.hour
        half = self.half or half
        if half is not None and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half is Half.PM else 0)
        return hour * 60 + self.minute


_HALF = r"(?:\s?([ap])\.?\s?m(?:\b\.?|(?-i:(?=[A-Z][a-z]))))"  # 5:01 PMThe hall is full
_COLON = re.compile(
    r"(\d{1,2})(?:(:\s?|\.\s(?=\d\d\s?(?:[ap]\.?\s?m\b|[–—]))|\.)|\s?(h)\s?)(\d\d)(?::[0-5]\d)?(?:\s?ish\b|\s?h(?:oras|rs)?(?![^\W_]))?"
    rf"{_HALF}?(?![\d%€$£])(?![.,:/]\d)",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"(\d{{1,2}}){_HALF}(?![.,:/]?\d)", re.IGNORECASE)
_MILITARY = re.compile(r"(\d\d)(\d\d)(?:\s?h(?:ou)?rs)?(?=\s?[^\W\d_])")
_HOUR = re.compile(
    r"(\d{1,2})\s?(?:(h)(?![^\W_])(?!\s(?:\d{1,2}\s?m(?:in)?\s)?ago\b)"
    r"|(heures?)(?:\s(\d\d))?(?![^\W_])|(?=Uhr\b))",
    re.IGNORECASE,
)
_AFTER_ORE = re.compile(r"(?<=\bore\s)(\d{1,2})(?:,([0-5]\d))?(?![^\W_]|[.:,/]\d)", re.IGNORECASE)
_WORD = re.compile(r"(?:12\s)?(noon|midday|midnight)\b", re.IGNORECASE)
_ZONE_GAP = re.compile(r"\s?(\(?)")
_AFTER_UHR = re.compile(r"\s\(?(MEZ|MESZ|CET|CEST|Ortszeit)\)?(?![^\W_])")


def match_clock(text: str, at: int) -> tuple[Clock, int] | None:
    """The clock time written at ``text[at:]``, its zone with it, and where it ends, or None."""
    if not text[at : at + 1].isdecimal():
        return _whole(text, at)  # in words, or none
    return _colon(text, at) or _whole(text, at) or _military(text, at) or _hour(text, at)


def _colon(text: str, at: int) -> tuple[Clock, int] | None:
    found = _COLON.match(text, at)
    if found is None:
        return None
    style = (found[2] or "h").strip()
    written = found[1]
    half = _half(found[5])
    zone, end = _zone(text, found.end())
    twelve = (
        half is None
        and style != "h"
        and 1 <= int(written) <= 12
        and written[0] != "0"
        and text[found.end() : end].strip() != "Uhr"
    )
    return Clock(int(written), int(found[4]), half, zone, style, twelve), end


def _whole(text: str, at: int) -> tuple[Clock, int] | None:
    """``5 p.m.``: an hour with its half."""
    if found := _WORD.match(text, at):
        hour, half = (12, Half.PM) if found[1].lower() != "midnight" else (12, Half.AM)
    elif found := _WHOLE.match(text, at):
        hour, half = int(found[1]), Half(f"{found[2].lower()}m")
    else:
        return None
    zone, end = _zone(text, found.end())
    return Clock(hour, 0, half, zone, ""), end


def _military(text: str, at: int) -> tuple[Clock, int] | None:
    """``1345ET``, ``0339 GMT``: four digits, and a zone at once."""
    found = _MILITARY.match(text, at)
    if found is None:
        return None
    zone, end = _zone(text, found.end())
    if zone is None:
        return None
    return Clock(int(found[1]), int(found[2]), None, zone, "military"), end


def _hour(text: str, at: int) -> tuple[Clock, int] | None:
    """``18 Uhr``, ``18h``, ``18 heures 30``, ``ore 18``, ``ore 18,30``: an hour by its word."""
    if ore := _AFTER_ORE.match(text, at):
        return Clock(int(ore[1]), int(ore[2] or 0), style="," if ore[2] else ""), ore.end()
    found = _HOUR.match(text, at)
    if found is None:
        return None
    zone, end = _zone(text, found.end())
    style = "h" if found[2] or found[3] else ""
    return Clock(int(found[1]), int(found[4] or 0), None, zone, style), end


def _half(letter: str | None) -> Half | None:
    return Half(f"{letter.lower()}m") if letter else None


def _zone(text: str, at: int) -> tuple[Zone | None, int]:
    """The zone directly after a clock, in brackets or not, and where it ends."""
    gap = _ZONE_GAP.match(text, at)
    start = gap.end() if gap else at
    found = match_zone(text, start)
    if found is None:
        return None, at
    zone, end = found
    if gap and gap[1]:
        if text[end : end + 1] != ")":
            return None, at
        end += 1
    if text[start:end].lower() == "uhr" and (more := _AFTER_UHR.match(text, end)):
        named = match_zone(text, more.start(1))
        return (named[0] if named else zone), more.end()
    return zone, end
