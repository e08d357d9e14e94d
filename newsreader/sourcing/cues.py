"""Attributions that a statement's own words make: "according to", "said", a headline's tail.

Only forms that leave little doubt: a name or a role right at the cue. A pronoun says nothing
without what stands before it and is left out. To miss an attribution costs an editor a look;
to invent one puts words into somebody's mouth.
"""

from __future__ import annotations

import re

from newsreader.language.speech import CLAIMING
from newsreader.model.article import Span
from newsreader.model.statement import Attribution

_LONGEST = 2000  # code points of a statement that are looked at, from its start and its end
_PART = r"(?:[A-Z][\w&'’.-]{0,30}\w|[A-Z])"
_NAME = rf"{_PART}(?:\s(?:(?:of|for|de|al|bin|van|von)\s(?:the\s)?)?{_PART}){{0,5}}"
_ROLE = (
    r"(?:(?:a|an|the|two|three|several|some|local|state|government|military)\s){0,2}"
    r"(?:[a-z]{3,14}\s){0,2}"
    r"(?:officials?|sources?|police|authorit(?:y|ies)|witnesses|residents|ministry|media|statement|"
    r"spokes(?:man|woman|person)|reports?|prosecutors|army|agency)"
)
_WHO = rf"(?:(?:[Tt]he\s)?{_NAME}|{_ROLE})"
_ROLES = re.compile(_ROLE)
_AGENCY = re.compile(r"\s(?:state\s)?news agency$")
_PRONOUNS = frozenset({"He", "She", "They", "It", "We", "I", "You", "This", "That", "Who", "There"})
_SAYS = rf"(?:{'|'.join(CLAIMING)}|told reporters)"
_WHEN = r"(?:\s(?:on|late on|early on)\s[A-Z][a-z]+day)?"

_ACCORDING = re.compile(
    rf"(?P<cue>[Aa]ccording to)\s(?P<first>{_WHO}(?:\s(?:state\s)?news agency)?)(?![\w’'-])"
    rf"(?:,?\s(?:citing|quoting)\s(?P<second>{_WHO}))?"
)
_TAIL = re.compile(
    rf"(?P<content_end>,[\"”’']?|[?!][\"”])\s(?P<who>{_WHO})\s(?P<cue>{_SAYS}){_WHEN}\.?$"
)
_INVERTED = re.compile(
    rf"(?P<content_end>,[\"”’']|[?!][\"”])\s(?P<cue>said|says)\s(?P<who>{_WHO})\.?$"
)
_LEAD = re.compile(rf"(?P<who>{_WHO})\s(?P<cue>{_SAYS}){_WHEN}(?:\sthat)?[,:]?\s(?P<content>\S)")
_HEADLINE = re.compile(
    r"(?P<cue>:|\s[-–—]{1,2})\s?(?P<who>"
    r"Reuters|AP|AFP|TASS|Tass|RIA(?: Novosti)?|IFX|Interfax|Xinhua|Kyodo|Yonhap|dpa|DPA|ANSA|EFE|"
    r"PTI|ANI|UPI|IRNA|SANA|WAFA|Anadolu|BBC|CNN|NBC|CBS|ABC|NHK|WSJ|FT|NYT|Bloomberg|Axios|"
    r"Politico|Al Jazeera|Sky News|Der Spiegel|Le Monde|Nikkei|state (?:TV|media)|officials?|"
    r"sources?|police|ministry|report|reports)$"
)
_QUOTES = '"“„«'


def find_cue(text: str, start: int, end: int) -> Attribution | None:
    """The attribution that ``text[start:end]``, one statement, makes by itself; None if none.

    Args:
        text: the article's text.
        start: where the statement begins.
        end: where it ends, in code points.
    """
    if end - start > _LONGEST:
        return None
    words = text[start:end]
    found = _according(words) or _tail(words) or _lead(words) or _headline(words)
    return _moved(found, start) if found else None


def _according(words: str) -> Attribution | None:
    """``according to Reuters citing RIA``: the last named is the origin, the first the relay."""
    found = _ACCORDING.search(words)
    if found is None or found["first"] in _PRONOUNS:
        return None
    first = _bare(words, found.span("first"))
    second = _bare(words, found.span("second")) if found["second"] else None
    content = _around(words, found)
    return _made(words, second or first, found.span("cue"), content, first if second else None)


def _tail(words: str) -> Attribution | None:
    """A quotation or clause, then who said it: ``"...," the ministry said``."""
    found = _TAIL.search(words) or _INVERTED.search(words)
    if found is None or found["who"] in _PRONOUNS:
        return None
    return _made(words, found.span("who"), found.span("cue"), (0, found.end("content_end")))


def _lead(words: str) -> Attribution | None:
    """Who says it, then what: ``The ministry said that ...``."""
    found = _LEAD.match(words)
    if found is None or found["who"].split()[0] in _PRONOUNS:
        return None
    return _made(words, found.span("who"), found.span("cue"), (found.start("content"), len(words)))


def _headline(words: str) -> Attribution | None:
    """A headline and its source: ``PIER FALLS INTO THE SEA: TASS``."""
    found = _HEADLINE.search(words)
    if found is None or not words[: found.start()].strip():
        return None
    cue = found.end("cue") - len(found["cue"].strip()), found.end("cue")
    return _made(words, found.span("who"), cue, (0, found.start()))


def _around(words: str, found: re.Match[str]) -> Span:
    """What is said, where "according to" stands before or behind it."""
    if found.start():
        return 0, len(words[: found.start()].rstrip(" ,"))
    rest = len(words) - len(words[found.end() :].lstrip(" ,"))
    return rest, len(words)


def _bare(words: str, span: Span) -> Span:
    """A name without "news agency" behind it."""
    agency = _AGENCY.search(words[slice(*span)])
    return (span[0], span[0] + agency.start()) if agency else span


def _made(
    words: str, origin: Span, cue: Span, content: Span, relay: Span | None = None
) -> Attribution:
    """An attribution with spans inside the statement."""
    name = words[slice(*origin)]
    return Attribution(
        origin=name,
        origin_span=origin,
        relay=words[slice(*relay)] if relay else None,
        relay_span=relay,
        cue=words[slice(*cue)],
        cue_span=cue,
        content_span=content,
        quoted=words[slice(*content)].startswith(tuple(_QUOTES)),
        named=_ROLES.fullmatch(name[0].lower() + name[1:]) is None,
    )


def _moved(found: Attribution, by: int) -> Attribution:
    """The attribution with its spans in the article's text."""
    return Attribution(
        origin=found.origin,
        origin_span=_shifted(found.origin_span, by),
        relay=found.relay,
        relay_span=_shifted(found.relay_span, by),
        cue=found.cue,
        cue_span=_shifted(found.cue_span, by),
        content_span=_shifted(found.content_span, by),
        quoted=found.quoted,
        named=found.named,
    )


def _shifted(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None
