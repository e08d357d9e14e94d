"""The zone of a page: what it declares, where its dateline is, whose outlet it is.

In that order, the article's own stamps before the outlet, and a guess is marked as one. A page
that says nothing has no zone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsreader.model.article import Article, BlockKind
from newsreader.splitting.grammar.lines import Line
from newsreader.splitting.grammar.places import dateline_zone, named_zone, place_zone
from newsreader.splitting.grammar.zones import Zone, match_zone, outlet_zone

_DECLARED = re.compile(
    r"\b(?:all (?:times|updates)|alle (?:zeiten|zeitangaben|uhrzeiten)|toutes les heures|"
    r"tutti gli orari)\b",
    re.IGNORECASE,
)
_ALL_OF_ZONE = re.compile(
    r"\ball\s(?=[^\W\d_][^.:;\n]{1,30}?\stimes?\b)|"
    r"(?<!\w)(?:times|zeiten|heures|orari)\s(?:are|in|sind|sont|sono)\s(?:in\s|all\s)?",
    re.IGNORECASE,
)
"""``All Eastern times``, ``(times in GMT)``."""

_WORD = re.compile(r"[^\s(]+")
_BRITISH = re.compile(r"(?:UK|British|London)(?![^\W_])")
_IN = re.compile(r"(?:\stimes?)?\s(?:in|to|for|at|of)\s(?:the\s)?")
_REACH = 12  # words after "all times" in which the zone is named
_LONGEST = 400  # a declaration stands in a short line


@dataclass(frozen=True, slots=True)
class PageZone:
    """The zone for clocks that name none; ``said`` when the page itself declares it."""

    zone: Zone | None = None
    said: bool = False
    local: str | None = None  # IANA zone of the dateline
    named: str | None = None  # which of several a shared name means there


NOWHERE = PageZone()
"""Nothing known of the zone."""


def find_page_zone(
    article: Article, lines: Sequence[Line], stamped: Zone | None = None
) -> PageZone:
    """What the page says of its zone.

    In this order: a declaration in the page, "local" meaning the zone of the dateline; what the
    article's own stamps give (``stamped``); the outlet's zone, by its host or its country.
    """
    local = _dateline(lines)
    for line in lines:
        if line.end - line.start <= _LONGEST and (zone := _declared(line)):
            head = line.head.text
            return PageZone(zone, said=True, local=local or named_zone(head))
    if stamped is not None:
        return PageZone(stamped, local=local)
    host = _host(article.uri)
    outlet = outlet_zone(host) if host else None
    return PageZone(Zone(outlet) if outlet else None, local=local)


def _host(uri: str) -> str | None:
    """The host that a story's identity names; an identity may be any words at all."""
    try:
        return urlsplit(uri).hostname if "://" in uri[:10] else None
    except ValueError:  # "http://[bad"
        return None


def _declared(line: Line) -> Zone | None:
    """The zone that a line declares for all times of the page."""
    text = line.head.text
    found = _DECLARED.search(text)
    if found is None:
        return _named_at_once(text)
    for number, word in enumerate(_WORD.finditer(text, found.end())):
        if number > _REACH:
            return None
        if _BRITISH.match(text, word.start()):
            return Zone("Europe/London")
        if zone := match_zone(text, word.start()):
            return _of_place(text, zone[1]) or zone[0] if zone[0].local else zone[0]
        if place := place_zone(text, word.start()):
            return Zone(place)
    return None


def _named_at_once(text: str) -> Zone | None:
    """The zone that a line names right after its first words."""
    found = _ALL_OF_ZONE.search(text)
    if found is None:
        return None
    if _BRITISH.match(text, found.end()):
        return Zone("Europe/London")
    zone = match_zone(text, found.end())
    return zone[0] if zone else None


def _of_place(text: str, at: int) -> Zone | None:
    """The zone of the place whose local time is meant: "local in Egypt"."""
    place = _IN.match(text, at)
    zone = place_zone(text, place.end()) if place else None
    return Zone(zone) if zone else None


def _dateline(lines: Sequence[Line]) -> str | None:
    """The zone of the first dateline among the first paragraphs."""
    paragraphs = [line for line in lines[:60] if line.kind is BlockKind.PARAGRAPH and line.first]
    for line in paragraphs[:12]:
        if zone := dateline_zone(line.head.text):
            return zone
    return None
