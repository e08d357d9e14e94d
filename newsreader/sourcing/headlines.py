"""Headline forms: ``PIER FALLS: TASS``, ``Sources: pier falls``, ``… - reports``, speaker labels.

A headline names its source with a mark and no verb, at either end. Lines of a transcript
(``MAYOR: We are safe``) and a credit under a quotation (``― Ann Example``) are of the same form.
What must stay true: a word before a colon is a source only if it can speak; *Update:* cannot.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.sourcing.nouns import AGENCIES, BODIES, LABELS, ROLES

_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_TAIL = re.compile(
    r"(?P<cue>:|\s[-–—]{1,2})\s?(?P<who>(?:[Tt]he\s)?(?:[A-Za-z][\w’'.&-]{0,30}\s){0,4}?"
    r"(?P<last>[A-Za-z][\w’'&-]{0,30}))(?:,?\s(?:citing|quoting|via)\s(?P<cited>[^.,;:]{2,60}))?\.?$"
)
_SHORT_TAIL = 90  # code points at the end of a statement in which a tail is looked for
_LEAD = re.compile(
    r"(?P<mark>[\"“]?)(?:(?:Via|From|Per)\s)?(?P<who>(?:[Tt]he\s)?[A-Z@][\w’'.&-]{0,30}(?:\s(?:of\s|the\s)?[\w’'.&-]{1,30}){0,3})"
    r"(?P<cue>:)\s(?=\S+\s\S)"
)
_LIST = re.compile(r"[A-Z][\w’'-]*(?:,?\s(?:and\s)?[A-Z][\w’'-]*){0,8}\.?")
_CREDIT = re.compile(
    r"(?P<cue>[―—–]|--?)\s?(?P<who>[A-Z][\w’'.-]{0,30}(?:\s[A-Z][\w’'.-]{0,30}){0,3})"
    r"(?:,\s[^.;:]{0,60})?\.?$"
)
_DATELINE = re.compile(
    rf"[^a-z(]{{2,60}}?(?:,\s[A-Z][\w.\s]{{1,20}})?\((?P<cue>(?P<who>{_AGENCY}))\)\s?[-–—]{{1,2}}\s"
)


_MARK = re.compile("[:―—–-]")


class Marked(NamedTuple):
    """A source that a mark names, and what it says, as places in the statement."""

    origin: Span
    cue: Span
    content: Span
    relay: Span | None = None


def find_marked(text: str, *, headline: bool) -> Marked | None:
    """The source that a mark names at either end of a statement; None if none does."""
    if _MARK.search(text) is None:
        return None
    return _credit(text) or _lead(text, headline=headline) or _tail(text, headline=headline)


def dateline(text: str) -> Span | None:
    """Where the agency stands in ``KYIV (Reuters) - ``; None where no such dateline is."""
    found = _DATELINE.match(text[:120]) if "(" in text[:80] else None
    return found.span("who") if found else None


def _credit(text: str) -> Marked | None:
    """``― Ann Example`` alone, or behind a quotation."""
    at = max(0, len(text) - _SHORT_TAIL)
    for mark in ("―", "—", "–", "--"):
        dash = text.rfind(mark, at)
        if dash < 0 or (dash > 0 and text[:dash].rstrip()[-1:] not in {"”", '"'}):
            continue
        found = _CREDIT.match(text, dash)
        if found is not None:
            content = (0, len(text[:dash].rstrip())) if dash else found.span()
            return Marked(found.span("who"), found.span("cue"), content)
    return None


def _lead(text: str, *, headline: bool) -> Marked | None:
    found = _LEAD.match(text)
    if found is None:
        return None
    words = found["who"].replace(".", "").split()
    low = [word.lower() for word in words]
    name = LABELS.isdisjoint(low) and all(word[0].isupper() or word in _SMALL for word in words)
    if not name and low[-1] not in ROLES:
        return None
    if _LIST.fullmatch(text, found.end()):  # "Sources: Reuters, AFP"
        return None
    speaks = (
        low[-1] in ROLES or low[-1] in BODIES or words[-1] in AGENCIES or found["who"].isupper()
    )
    if not (headline or speaks or found["who"].startswith("@")):
        return None
    return Marked(found.span("who"), found.span("cue"), (found.end(), len(text)))


_SMALL = frozenset(("of", "the", "de", "and", "al", "van", "von"))


def _tail(text: str, *, headline: bool) -> Marked | None:
    found = _TAIL.search(text, max(0, len(text) - _SHORT_TAIL))
    if found is None or not text[: found.start()].strip():
        return None
    speaks = found["last"].lower() in ROLES or found["last"] in AGENCIES
    if not speaks or (not headline and text.endswith(".")):
        return None
    cue = found.end("cue") - len(found["cue"].strip()), found.end("cue")
    content = 0, found.start()
    if found["cited"]:
        return Marked(found.span("cited"), cue, content, found.span("who"))
    return Marked(found.span("who"), cue, content)
