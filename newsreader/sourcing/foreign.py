"""The commonest cues of German, French, Italian and Spanish news.

Not a grammar of four languages: *laut*, *zufolge*, *teilte … mit*, *selon*, *a déclaré*,
*secondo*, *ha detto*, *según*, *dijo*, with the noun phrase beside them. What must stay true:
only sure forms, bounded patterns; tried only where one of the cues' words stands.
"""

from __future__ import annotations

import re
from functools import cache

from newsreader.sourcing.headlines import Marked

_CAP = r"[A-ZÄÖÜÀ-Þ](?:[\w’'&-]|\.(?=\w)){0,40}"
_ARTICLE = (
    r"(?i:(?:der|die|das|dem|den|des|ein|eine|einem|einer|le|la|les|un|une|des|il|lo|i|gli|una|el|los|las)"
    r"\s|l[’'])"
)
_JOIN = (
    r"(?:\s(?:von|der|des|für|aus|de|du|des|di|del|della|dei|de la|de los)\s|"
    r"\s(?:de|di|d)\s?l?[’']|\s)"
)
_NP = rf"(?:{_ARTICLE})?(?:[a-zà-ÿ]{{3,20}}\s){{0,2}}{_CAP}(?:{_JOIN}{_CAP}){{0,4}}"
_LOW = rf"(?:{_ARTICLE})[a-zà-ÿ]{{3,20}}(?:{_JOIN}(?:{_CAP}|[a-zà-ÿ]{{4,20}})){{0,2}}"
_WHO = rf"(?P<who>{_NP}|{_LOW})"
_DAY = r"(?:\sam\s\w+)?"
_SAGTE = (
    r"sagte|sagten|erklärte|erklärten|berichtete|berichteten|meldete|meldeten|betonte|bestätigte|schrieb|"
    r"sagt|erklärt|berichtet|meldet|behauptete"
)
_DIT = (
    r"(?:a|ont)\s(?:déclaré|indiqué|annoncé|affirmé|précisé|expliqué|dit|rapporté|confirmé|assuré)|"
    r"(?:ha|hanno)\s(?:detto|dichiarato|affermato|riferito|annunciato|spiegato|confermato|aggiunto)|"
    r"dijo|dijeron|afirmó|declaró|aseguró|anunció|informó|confirmó|riferisce|rapporte|déclare|affirme"
)
_ACCORDING = (
    r"\b(?:[Ll]aut|[Ss]elon|[Ss]econdo|[Ss]egún|[Dd][’']après|[Nn]ach\sAngaben\s(?:der|des|von))"
)
_CITING = r"unter\sBerufung\sauf|citant|citando"
_MELDET = r"(?:mitteil|bericht|meld)e?te?n?t?"
_SAYS = rf"(?:{_SAGTE}|{_DIT})"
_FORMS = (
    rf"(?P<cue>{_ACCORDING})\s{_WHO}(?:,?\s(?:{_CITING})\s(?P<cited>{_NP}|{_LOW}))?",
    rf"{_WHO}\s(?P<cue>zufolge)\b",
    rf"(?P<before>[,“»”\"])\s(?P<cue>teilten?)\s{_WHO}{_DAY}(?:\s\w+){{0,4}}?\smit\b",
    rf"^{_WHO}\s(?P<cue>teilten?){_DAY}(?:\s\w+){{0,4}}?\smit,\s(?:dass\s)?(?P<content>\S)",
    rf"^[Ww]ie\s{_WHO}{_DAY}(?:\s\w+){{0,2}}?\s(?P<cue>{_MELDET}),\s(?P<content>\S)",
    rf"(?P<before>[,“»”\"’])\s(?P<cue>{_SAYS})\s{_WHO}",
    rf"^{_WHO}{_DAY}\s(?P<cue>{_SAYS}){_DAY}(?:,|\sque|\sche|\squ[’']|:|,\sdass)\s?(?P<content>\S)",
)
CUE_WORDS = frozenset(
    (
        *("laut", "selon", "secondo", "según", "zufolge", "teilte", "teilten", "angaben", "après"),
        *("sagte", "sagten", "erklärte", "erklärten", "berichtete", "berichteten", "meldete"),
        *("meldeten", "betonte", "bestätigte", "schrieb", "sagt", "erklärt", "berichtet", "meldet"),
        *("behauptete", "mitteilt", "mitteilte", "mitteilten", "dijo", "dijeron", "afirmó"),
        *("declaró", "aseguró", "anunció", "informó", "confirmó", "riferisce", "rapporte"),
        *("déclare", "affirme", "a", "ont", "ha", "hanno"),
    )
)
"""A statement without any of these words has no such cue; the auxiliaries are short and common."""
_AUXILIARIES = frozenset(("a", "ont", "ha", "hanno"))
_PARTICIPLE = re.compile(_DIT)


def may_be_foreign(text: str, words: set[str]) -> bool:
    """Whether the words of ``text`` hold a cue of one of these languages; quick."""
    near = CUE_WORDS & words
    return bool(near - _AUXILIARIES) or bool(near and _PARTICIPLE.search(text))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The forms, compiled at first use: most stories are in English."""
    return tuple(map(re.compile, _FORMS))


def find_foreign(text: str) -> Marked | None:
    """The source of a statement in one of these languages; None if no sure form is there."""
    for form in _forms():
        found = form.search(text)
        if found is not None:
            return _marked(text, found)
    return None


def _marked(text: str, found: re.Match[str]) -> Marked:
    parts = found.groupdict()
    cited = parts.get("cited") is not None
    who = found.span("who")
    origin = found.span("cited") if cited else who
    return Marked(origin, found.span("cue"), _content(text, found), who if cited else None)


def _content(text: str, found: re.Match[str]) -> tuple[int, int]:
    """What is said: from where the form says, before its mark, or around it."""
    parts = found.groupdict()
    if parts.get("content"):
        return found.start("content"), len(text)
    if parts.get("before"):
        return 0, found.end("before")
    if found.start() > 1:
        return 0, len(text[: found.start()].rstrip(" ,"))
    rest = len(text) - len(text[found.end() :].lstrip(" ,"))
    return min(rest, len(text)), len(text)
