"""Whether a statement ends at a stop: a listed order of named rules, the first opinion wins.

Each rule looks at one :class:`~newsreader.splitting.sentences.stops.Stop` and says ``True`` (it
ends here), ``False`` (it goes on) or ``None`` (not my business).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsreader.splitting.sentences.abbreviations import ENDINGS, EXCLAIMED_NAMES, Ending
from newsreader.splitting.sentences.stops import LOOK, OPENERS, OPENING_QUOTES, Stop
from newsreader.splitting.sentences.words import DATE_PARTS, JOBS, OPENERS as SENTENCE_OPENERS
from newsreader.splitting.sentences.words import SAID, ZONES

Rule = Callable[[Stop], bool | None]

_NEXT = re.compile(rf"[{re.escape(OPENERS)}—–-]*+\s?([^\W_]++(?:['’-][^\W\d_]++)?)(\.?)")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_LETTER_GROUP = re.compile(r"(?:[^\W\d_]\.)++[^\W\d_]$")
_TAIL = re.compile(
    r"(?:(?:[^\W\d_]\.|[A-Z][\w’'.-]*+|of|de|von|van|bin|al|the|and)[ ,]{1,2}){1,8}?([a-z]{3,12})\b"
)
_APPOSITION = re.compile(
    r"(?:[A-Z][\w’'.-]*+ ){1,4}?[A-Z][\w’'-]*+, [^.!?“”\"]{3,90}?, ([a-z]{3,12})\b"
)
_NUMERAL = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$")
_BRACKETED = re.compile(r"[(\[][\"“‘']?[A-Z0-9][^()\[\]]{0,400}?[.!?…][\"”’']?[)\]]")
_HASHTAGS = re.compile(r"(?:[#][^\s#]++\s*+)++$")
_DASHED = re.compile(r"[—–-]+ ?[a-z]")
_PLACE_WORD = re.compile(r"[^\W\d_]")


def brackets(stop: Stop) -> bool | None:
    """Inside brackets that were opened in mid-sentence nothing ends."""
    block, at = stop.block, stop.at
    low = max(stop.begin + 1, at - LOOK)
    for opening, closing in ("()", "[]"):
        if block.rfind(opening, low, at) < 0:
            continue
        if block.count(opening, low, at) <= block.count(closing, low, at):
            continue
        if closing not in stop.marks and block.find(closing, at, at + LOOK) >= 0:
            return False
    return None


def lower_case(stop: Stop) -> bool | None:
    """Before a small letter a statement goes on, unless a brand is written so."""
    first = stop.first
    if first.islower():
        return None if _BRAND.match(stop.block, stop.next) else False
    if first in OPENERS or first in "—–-":
        word = _NEXT.match(stop.block, stop.next)
        if word and word[1][0].islower() and first not in "([":
            return False
    return None


def exclaimed_name(stop: Stop) -> bool | None:
    """``Yahoo! News`` goes on."""
    return False if stop.marks == "!" and stop.word in EXCLAIMED_NAMES else None


def attribution_tail(stop: Stop) -> bool | None:
    """``“Who gave the order?” Sen. X asked.`` is one statement."""
    marks = stop.marks
    if marks[-1] not in "”\"’'»“" or not (
        "?" in marks or "!" in marks or "…" in marks or ".." in marks
    ):
        return None
    next_word = _NEXT.match(stop.block, stop.next)
    if next_word is None or next_word[1] in SENTENCE_OPENERS:
        return None
    for tail in (_TAIL, _APPOSITION):
        found = tail.match(stop.block, stop.next, stop.next + LOOK)
        if found and found[1] in SAID:
            return False
    return None


def ellipsis(stop: Stop) -> bool | None:
    """After dots a statement goes on with ``I``, and with a last word or two."""
    if not (stop.marks.startswith("..") or "…" in stop.marks):
        return None
    word = _NEXT.match(stop.block, stop.next)
    if word is None:
        return None
    if word[1] == "I" or word[1][:2] in ("I'", "I’"):
        return False
    rest = stop.block[stop.next : stop.next + 60].split()
    if len(rest) <= 2 and stop.block[-1] not in '.!?…”"' and word[1] not in SENTENCE_OPENERS:
        return False
    return None


def numeral(stop: Stop) -> bool | None:
    """An item's number stays with what follows."""
    if (
        stop.marks in (".", ".)")
        and stop.at - stop.begin <= 5
        and _NUMERAL.match(stop.block[stop.begin : stop.at])
    ):
        return False
    return None


def abbreviation(stop: Stop) -> bool | None:
    """What the abbreviation before the full stop says."""
    if stop.marks[0] != "." or stop.marks.startswith(".."):
        return None
    word = stop.word.lstrip("\"“‘'([{*_-–—/@#")
    ending = ENDINGS.get(word)
    if ending is None:
        if len(word) > 12:
            return None
        if "-" in word or "/" in word:
            ending = ENDINGS.get(word.replace("/", "-").rsplit("-", 1)[-1])
        if ending is None:
            if len(word) == 1 and word.isalpha() or _LETTER_GROUP.match(word):
                ending = Ending.PLACE
            else:
                return None
    if len(stop.marks) > 1:
        return True if stop.marks[-1] in '”"' and ending is not Ending.NEVER else None
    return _DECIDE[ending](stop)


def _never(stop: Stop) -> bool | None:
    return False


def _number(stop: Stop) -> bool | None:
    return False if stop.first.isdigit() or stop.first == "#" else None


def _calendar(stop: Stop) -> bool | None:
    word = _NEXT.match(stop.block, stop.next)
    if stop.first.isdigit() or (word and word[1] in DATE_PARTS):
        return False
    return None


def _place(stop: Stop) -> bool | None:
    word = _NEXT.match(stop.block, stop.next)
    if word is None:
        return None
    if stop.first in OPENING_QUOTES:
        return None
    if word[1].replace("’", "'") in SENTENCE_OPENERS and not word[2]:
        return None
    after = word.end()
    if stop.block[after : after + 1] == ":":
        return None
    return False


def _firm(stop: Stop) -> bool | None:
    word = _NEXT.match(stop.block, stop.next)
    if word and word[1] in JOBS:
        return False
    return None


def _clock(stop: Stop) -> bool | None:
    word = _NEXT.match(stop.block, stop.next)
    if word and (word[1] in ZONES or word[1] in DATE_PARTS) or stop.first == "(":
        return False
    return None


_DECIDE: dict[Ending, Rule] = {
    Ending.NEVER: _never,
    Ending.NUMBER: _number,
    Ending.CALENDAR: _calendar,
    Ending.PLACE: _place,
    Ending.FIRM: _firm,
    Ending.CLOCK: _clock,
}


def next_bracket(stop: Stop) -> bool | None:
    """A bracketed full sentence is a statement; other brackets belong to what stands before."""
    if stop.first not in "([":
        return None
    return True if _BRACKETED.match(stop.block, stop.next, stop.next + LOOK) else False


def trailing(stop: Stop) -> bool | None:
    """Hashtags that end a block stay with its last statement."""
    if stop.first == "#" and _HASHTAGS.match(stop.block, stop.next):
        return False
    return None


RULES: tuple[Rule, ...] = (
    lower_case,
    abbreviation,
    numeral,
    exclaimed_name,
    attribution_tail,
    ellipsis,
    next_bracket,
    trailing,
    brackets,
)


def ends(stop: Stop) -> bool:
    """Whether a statement ends at ``stop``: the first rule with an opinion decides."""
    for rule in RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True
