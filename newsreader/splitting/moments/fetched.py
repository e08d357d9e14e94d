"""What the moment at which a page was fetched, or a mail was sent, tells of its times.

"32 min ago" names no time, but where it is known when the page was fetched it can be counted back
from that. What comes of it is marked as assumed: pages are kept ready by servers, so that they
are older than the moment at which they are handed out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from newsreader.model.article import Article
from newsreader.splitting.grammar.markers import Marker
from newsreader.splitting.grammar.matching import fold
from newsreader.splitting.grammar.zones import Zone
from newsreader.splitting.moments.page_zone import PageZone
from newsreader.splitting.moments.placing import place
from newsreader.splitting.moments.times import Moment

ASSUMED = "fetched"
"""The flag of a time that was counted back."""

_AGO = re.compile(
    r"(?:about\s)?(?:(?P<h>\d{1,2}|an?)\s?(?:h|hrs?|hours?)\.?,?\s(?:and\s)?)?"
    r"(?:(?P<m>\d{1,3}|an?)\s?(?:m|mins?|minutes?)\.?\s)?ago\b"
    r"|vor\s(?:etwa\s)?(?P<de>\d{1,3}|eine[rm]?)\s(?:(?P<demin>min\.?|minuten?)|std\.?|stunden?)(?!\w)"
    r"|il y a\s(?P<fr>\d{1,3}|une)\s?(?:(?P<frmin>min|minutes?)|h|heures?)(?!\w)",
    re.IGNORECASE,
)
_SEEN = 40  # code points in which it is said


def fetched_zone(article: Article, page: PageZone) -> PageZone:
    """The zone of the page; where nothing tells it that of whoever sent it, which is a guess.

    A page is fetched at a moment of UTC, a mail sent at one of its sender's own zone.
    """
    offset = article.fetched.utcoffset() if article.fetched is not None else None
    if page.zone is not None or not offset:
        return page
    return PageZone(Zone(offset=offset // timedelta(minutes=1)), local=page.local)


def counted_back(
    article: Article, markers: Sequence[Marker], moments: Sequence[Moment], page: PageZone
) -> tuple[Moment, ...]:
    """The moments of the markers, those that only say how long ago counted back."""
    fetched = article.fetched
    if fetched is None:
        return tuple(moments)
    return tuple(
        _moment(article.text, marker, fetched, page.zone) or moment
        if moment.time is None and (marker.when is None or marker.when.clock is None)
        else moment
        for marker, moment in zip(markers, moments, strict=True)
    )


def _moment(text: str, marker: Marker, fetched: datetime, zone: Zone | None) -> Moment | None:
    """The moment that a marker is away from the one of fetching; None where it does not say so."""
    start, end = marker.span
    found = _AGO.search(fold(text, start, min(end, start + _SEEN)).text)
    minutes = _minutes(found) if found else None
    if minutes is None:
        return None
    instant = fetched.astimezone(UTC) - timedelta(minutes=minutes)
    placed = place(instant.replace(tzinfo=None), zone, utc=True) if zone else None
    if placed is None:
        return Moment(instant, "UTC", (ASSUMED,))
    return Moment(placed.time, placed.zone, (ASSUMED,))


def _minutes(found: re.Match[str]) -> int | None:
    """How many minutes are said, None for a bare "ago"."""
    said = found.groupdict()
    if said["de"] or said["fr"]:
        minute = said["demin"] or said["frmin"]
        return _number(said["de"] or said["fr"]) * (1 if minute else 60)
    if not said["h"] and not said["m"]:
        return None
    return _number(said["h"] or "0") * 60 + _number(said["m"] or "0")


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else 1
