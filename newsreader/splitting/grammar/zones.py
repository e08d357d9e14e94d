"""Time zones as live news names them, as data: an IANA zone, with a fixed offset where one is said.

``EST`` names an offset, ``ET`` and ``eastern`` a zone whose clock changes with summer time. Both
lead to an IANA name; which offset holds on a day is for ``times.py`` to settle. What no name
here says stays unknown: a zone is never guessed to be UTC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsreader.language.zone_names import FIXED
from newsreader.splitting.grammar.places import CITIES


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone's name says: an IANA zone, an offset (minutes east of UTC), or both.

    ``local`` is the zone of the dateline, ``several`` a name that is shared (``IST``).
    """

    iana: str | None = None
    offset: int | None = None
    local: bool = False
    several: bool = False


LOCAL = Zone(local=True)

_RULED = (
    ("ET", "America/New_York"), ("CT", "America/Chicago"), ("MT", "America/Denver"),
    ("PT", "America/Los_Angeles"), ("AET", "Australia/Sydney"), ("AKT", "America/Anchorage"),
)  # fmt: skip
ABBREVIATIONS = {
    **{name: Zone(iana, offset) for name, iana, offset in FIXED},
    **{name: Zone(iana) for name, iana in _RULED},
    "IST": Zone(several=True),
}
_AMERICAN = {
    "eastern": ("America/New_York", -300),
    "central": ("America/Chicago", -360),
    "mountain": ("America/Denver", -420),
    "pacific": ("America/Los_Angeles", -480),
}
_PHRASES = {
    "uhr": Zone("Europe/Berlin"),
    "uk time": Zone("Europe/London"),
    "british summer time": Zone("Europe/London", 60),
    "greenwich mean time": Zone("UTC", 0),
    "hawaii time": Zone("Pacific/Honolulu"),
    "hawaii standard time": Zone("Pacific/Honolulu"),
    "heure de paris": Zone("Europe/Paris"),
    "heure française": Zone("Europe/Paris"),
    "ora italiana": Zone("Europe/Rome"),
    "hora peninsular": Zone("Europe/Madrid"),
    "deutscher zeit": Zone("Europe/Berlin"),
    "local time": LOCAL,
    "local": LOCAL,
    "ortszeit": LOCAL,
    "heure locale": LOCAL,
    "ora locale": LOCAL,
    "hora local": LOCAL,
}
_ABBREVIATION = re.compile(rf"({'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})(?![^\W_])")
_LOWER = re.compile(
    rf"({'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})(?=$|\s?[:)\],|–—]|\s-|\.\s)",
    re.IGNORECASE,
)
_AMERICAN_WORDS = re.compile(
    r"(?:U\.?S\.?\s)?(eastern|central|mountain|pacific)(?:\s(standard|daylight))?(?:\stime)?(?![^\W_])",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    rf"({'|'.join(sorted(_PHRASES, key=len, reverse=True))})(?![^\W_])", re.IGNORECASE
)
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?([+\-−])(\d{1,2})(?::?([0-5]\d))?(?![\d.]|:\d)")
_CITY = re.compile(
    r"([^\W\d_][\w.'-]*(?:\s[^\W\d_][\w.'-]*)?)\s(?:time|zeit)(?![^\W_])", re.IGNORECASE
)

_BARE_CITY = re.compile(r"([^\W\d_a-z][\w.'-]*(?:\s[^\W\d_a-z][\w.'-]*)?)(?=\s?/\s?\d)")


def match_zone(text: str, at: int) -> tuple[Zone, int] | None:
    """The zone named at ``text[at:]`` and where its name ends, or None."""
    return (
        _offset(text, at)
        or match_abbreviation(text, at)
        or _american(text, at)
        or _phrase(text, at)
        or _city(text, at)
    )


@cache
def outlet_zone(host: str) -> str | None:
    """The zone of an outlet by its host name, else that of its country, where it has but one."""
    parts = host.lower().split(".")
    return _OUTLETS.get(".".join(parts[-2:])) or _COUNTRIES.get(parts[-1])


def _offset(text: str, at: int) -> tuple[Zone, int] | None:
    found = _OFFSET.match(text, at)
    if found is None or int(found[2]) > 14:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return Zone(offset=minutes if found[1] == "+" else -minutes), found.end()


def match_abbreviation(text: str, at: int) -> tuple[Zone, int] | None:
    """The zone whose short name stands at ``text[at:]``, as ``EDT``, and where that ends."""
    found = _ABBREVIATION.match(text, at) or _LOWER.match(text, at)
    if found is None or (found[1] in ("z", "Z") and text[at - 1 : at] == " "):
        return None
    return ABBREVIATIONS[found[1].upper()], found.end()


def _american(text: str, at: int) -> tuple[Zone, int] | None:
    """``eastern``, ``Eastern time``, ``Eastern Standard Time`` and their like."""
    found = _AMERICAN_WORDS.match(text, at)
    if found is None:
        return None
    iana, standard = _AMERICAN[found[1].lower()]
    if found[2] is None:
        return Zone(iana), found.end()
    return Zone(iana, standard + 60 * (found[2].lower() == "daylight")), found.end()


def _phrase(text: str, at: int) -> tuple[Zone, int] | None:
    found = _PHRASE.match(text, at)
    return (_PHRASES[found[1].lower()], found.end()) if found else None


def _city(text: str, at: int) -> tuple[Zone, int] | None:
    """``Moscow time``, ``Kyiv / 2:10 a.m. ET``: a city that the table of places knows."""
    found = _CITY.match(text, at) or _BARE_CITY.match(text, at)
    iana = CITIES.get(found[1].lower()) if found else None
    return (Zone(iana), found.end()) if found and iana else None


_OUTLETS = {
    "theguardian.com": "Europe/London", "bbc.com": "Europe/London", "sky.com": "Europe/London",
    "nytimes.com": "America/New_York",
    "washingtonpost.com": "America/New_York", "cnn.com": "America/New_York",
    "nbcnews.com": "America/New_York", "cbsnews.com": "America/New_York",
    "foxnews.com": "America/New_York", "npr.org": "America/New_York",
    "politico.com": "America/New_York", "thehill.com": "America/New_York",
    "wsj.com": "America/New_York", "theatlantic.com": "America/New_York",
    "theverge.com": "America/New_York", "zerohedge.com": "America/New_York",
    "latimes.com": "America/Los_Angeles", "tmz.com": "America/Los_Angeles",
    "deadline.com": "America/Los_Angeles", "westseattleblog.com": "America/Los_Angeles",
    "adn.com": "America/Anchorage", "mauinow.com": "Pacific/Honolulu",
    "bigislandvideonews.com": "Pacific/Honolulu", "kitv.com": "Pacific/Honolulu",
    "themoscowtimes.com": "Europe/Moscow", "kyivindependent.com": "Europe/Kyiv",
    "timesofisrael.com": "Asia/Jerusalem", "yna.co.kr": "Asia/Seoul",
    "indianexpress.com": "Asia/Kolkata", "bevmalta.org": "Europe/Malta",
    "n-tv.de": "Europe/Berlin", "20minutes.fr": "Europe/Paris",
}  # fmt: skip
"""Outlets whose pages give the clock of one place."""

_COUNTRIES = {
    "uk": "Europe/London", "ie": "Europe/Dublin", "de": "Europe/Berlin", "at": "Europe/Vienna",
    "ch": "Europe/Zurich", "fr": "Europe/Paris", "it": "Europe/Rome", "be": "Europe/Brussels",
    "nl": "Europe/Amsterdam", "pl": "Europe/Warsaw", "mt": "Europe/Malta",
    "dk": "Europe/Copenhagen", "se": "Europe/Stockholm", "no": "Europe/Oslo",
    "fi": "Europe/Helsinki", "cz": "Europe/Prague",
    "gr": "Europe/Athens", "ua": "Europe/Kyiv", "tr": "Europe/Istanbul", "in": "Asia/Kolkata",
    "il": "Asia/Jerusalem", "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "sg": "Asia/Singapore",
    "hk": "Asia/Hong_Kong", "pk": "Asia/Karachi", "za": "Africa/Johannesburg",
    "ke": "Africa/Nairobi",
}  # fmt: skip
