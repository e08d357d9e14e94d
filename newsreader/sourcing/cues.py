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
    r"(?i:(?:a|an|the|two|three|several|some|local|state|government|military)\s){0,2}"
    r"(?:[a-z]{3,14}\s){0,2}"
    r"(?:officials?|sources?|police|authorit(?:y|ies)|witnesses|residents|ministry|media|statement|"
    r"spokes(?:man|woman|person)|reports?|prosecutors|army|agency)"
)
_WHO = rf"(?:(?:[Tt]he\s)?{_NAME}|{_ROLE})"
_ROLES = re.compile(_ROLE)
_AGENCY = re.compile(r"\s(?:state\s)?news agency$")
_PLAIN = r"(?:(?!(?:the|and|who|that|but|are|were|said|says|of|in|on)\b)[a-z]{2,13}[a-rt-z]\s){0,2}"
_MANY = (  # "port workers", "two people familiar with the matter"; not "plans", "rules"
    r"(?:(?:the|two|three|four|five|several|some|many|most)\s)?"
    rf"{_PLAIN}(?!(?:plan|rule|law|wish|need|term|standard|regulation|instruction|principle|schedule|other|"
    r"taste|preference|expectation|custom|condition|specification|mean|time)"
    r"(?:e?s)\b)(?:people|[a-z]{3,13}[a-rt-z]s)(?:\s(?:familiar with|briefed on) the [a-z]+)?"
)
_THE_ONE = rf"[Tt]he\s{_PLAIN}[a-z]{{3,14}}"  # "the port director"
_ONE = rf"{_WHO}|{_THE_ONE}"
_NO_NAME_WORDS = (
    "He She They It We I You This That Who There As However But And Or So Now Then When While Why "
    "How What Where If After Before Since Because Although Though Earlier Later Meanwhile Today "
    "Yesterday Still Yet Also Instead Once Until In On At By For From With Not No Nobody Nothing "
    "Everyone Someone Anyone Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_SAYS = (
    rf"(?:{'|'.join(CLAIMING)}|stressed|told reporters|(?:is|are) reporting)"
    r"(?!\sto\s|\s(?:nothing|so)\b|(?<=reported)\s(?:from|for|by)\s)"
)
_ARGUES = (  # claims only with "that", a colon or a quotation behind it
    r"(?:argued|noted|insisted|declared|explained|acknowledged|admitted|conceded|estimated|alleged|"
    r"claims|warns|states|reports|insists|argues|concluded|wrote|tweeted|testified|emphasi[sz]ed|"
    r"reiterated|told \w+)(?=\sthat\s|:?,?\s[\"“„«])"
)
_WHEN = r"(?:\s(?:on|late on|early on)\s[A-Z][a-z]+day|\s[A-Z][a-z]+day)?"
_STATING = r"(?:\sin an? (?:\w+\s)?(?:statement|interview|report|post|tweet))?"
_OTHER = r",?\s(?:citing|quoting)\s"

_ACCORDING = re.compile(
    rf"(?P<cue>[Aa]ccording to)\s(?P<first>{_WHO}(?:\s(?:state\s)?news agency)?|{_MANY})(?![\w’'-])"
    rf"(?:{_OTHER}(?P<second>{_WHO}|{_MANY})(?![\w’'-]))?"
)
_TAIL = re.compile(
    rf"(?P<content_end>,[\"”’']?|[?!][\"”])\s(?P<who>{_WHO})\s(?P<cue>{_SAYS}){_WHEN}"
    rf"(?:{_OTHER}(?P<cited>{_WHO}|{_MANY}))?\.?$"
)
_QUOTED_TAIL = re.compile(  # behind a closed quotation nothing else can be meant
    rf"(?P<content_end>[,?!][\"”])\s(?P<who>{_ONE})\s(?P<cue>said|says|told reporters)\b"
)
_INVERTED = re.compile(
    rf"(?P<content_end>,[\"”’']|[?!][\"”])\s(?P<cue>said|says)\s(?P<who>{_WHO})(?![\w’'-])"
)
_WAS_QUOTED = r"(?:was|were|is|are) quoted"
_QUOTED_AS = re.compile(
    rf"(?P<content_end>,[\"”’']?|[?!][\"”])\s(?P<cited>{_ONE})\s"
    rf"(?P<cue>{_WAS_QUOTED} as saying)\sby\s(?P<who>{_WHO})(?![\w’'-])"
)
_THAT = r"(?:\sthat)?[,:]?\s(?P<content>\S)"
_LEADS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<who>{_WHO}){_OTHER}(?P<cited>{_WHO}),\s(?P<cue>{_SAYS}){_WHEN}{_THAT}",
        rf"(?P<who>{_WHO})\s(?P<cue>{_SAYS}){_WHEN}{_OTHER}(?P<cited>{_WHO}),{_THAT}",
        rf"(?P<who>{_ONE})\s(?P<cue>quoted)\s(?P<cited>{_ONE})\sas saying{_THAT}",
        rf"(?P<cited>{_ONE})\s(?P<cue>{_WAS_QUOTED})\sby\s(?P<who>{_WHO})\sas saying{_THAT}",
        rf"(?P<cited>{_ONE})\s(?P<cue>{_WAS_QUOTED} as saying)\sby\s(?P<who>{_WHO}){_THAT}",
        rf"(?P<who>{_WHO})\s(?P<cue>{_SAYS}){_WHEN}{_STATING}{_WHEN}{_THAT}",
        rf"(?P<who>{_ONE})\s(?P<cue>{_ARGUES}){_THAT}",
        (
            rf"(?P<who>{_THE_ONE})\s(?P<cue>(?:said|says|told reporters)(?!\sto\s))"
            rf"{_WHEN}{_STATING}{_THAT}"
        ),
        (
            rf"(?P<who>{_NAME}),\s(?:an?|the|who)\s[^,;.“”\"]{{3,80}},\s(?P<cue>said|says)"
            rf"{_WHEN}{_STATING}{_THAT}"
        ),
    )
)
_DOCUMENT = re.compile(r"(?:(?:[Tt]he|an?)\s)?(?:[a-z]+\s){0,2}statement")
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
    if found is None or not _is_somebody(found["first"]):
        return None
    first = _bare(words, found.span("first"))
    second = _bare(words, found.span("second")) if found["second"] else None
    content = _around(words, found)
    return _made(words, second or first, found.span("cue"), content, first if second else None)


def _tail(words: str) -> Attribution | None:
    """A quotation or clause, then who said it: ``"...," the ministry said``.

    A statement is a paper: behind "..., a statement said" the words before may name who says it.
    """
    found = _first(words, (_TAIL, _QUOTED_AS, _QUOTED_TAIL, _INVERTED))
    if found is None or not _is_somebody(found["who"]):
        return None
    if _DOCUMENT.fullmatch(found["who"]):
        return _lead(words[: found.start()])
    return _said(words, found, (0, found.end("content_end")))


def _lead(words: str) -> Attribution | None:
    """Who says it, then what: ``The ministry said that ...``."""
    found = next((match for form in _LEADS if (match := form.match(words))), None)
    if found is None or not _is_somebody(found["who"]):
        return None
    return _said(words, found, (found.start("content"), len(words)))


def _first(words: str, forms: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    return next((match for form in forms if (match := form.search(words))), None)


def _said(words: str, found: re.Match[str], content: Span) -> Attribution | None:
    """Who is cited is the origin, and who cites the relay; else who says it is the origin."""
    who, cue = found.span("who"), found.span("cue")
    cited = found.groupdict().get("cited")
    if cited is None:
        return _made(words, who, cue, content)
    return _made(words, found.span("cited"), cue, content, who) if _is_somebody(cited) else None


def _is_somebody(who: str) -> bool:
    """Whether the first word can begin a name or a role."""
    return who.split(maxsplit=1)[0] not in _NO_NAMES


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
        named=_is_named(name),
    )


def _is_named(who: str) -> bool:
    """Whether ``who`` is called by a name, and not only by what he or it is."""
    bare = who.removeprefix("The ").removeprefix("the ")
    return bare[0].isupper() and _ROLES.fullmatch(who[0].lower() + who[1:]) is None


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
