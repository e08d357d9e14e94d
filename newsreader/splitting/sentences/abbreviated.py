"""The rules at a full stop that an abbreviation brings along.

Called by :mod:`newsreader.splitting.sentences.rules`, one function for each
:class:`~newsreader.splitting.sentences.abbreviations.Ending`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsreader.splitting.sentences.abbreviations import Ending, ending_of
from newsreader.splitting.sentences.stops import LOOK, Stop
from newsreader.splitting.sentences.words import (
    DATE_PARTS,
    JOBS,
    LETTERED,
    SENTENCE_OPENERS,
    ZONES,
)

_BEFORE_WORD = "\"“‘„«'([{*_—–@#"
_OPENING_QUOTES = "“„«‘‹\"'`"
_NEXT = re.compile(r"[\"“„«‘‹'`(\[{*_¿¡]*+([^\W_]++(?:['’-][^\W\d_]++)?)(\.?)(:?)")
_ROMAN = re.compile(r"[IVXLC]+")
_ZONE = re.compile(r"[A-Z]{1,4}T")
_MONEY = "$€£¥"
_BARE_TIME = re.compile(
    r"\W*(?:(?:At|By|About|Around|Before|After|Since|From|Until) (?:about )?)?"
    r"\d{1,2}(?:[:.]\d\d)?\s?[apAP]\.[mM]"
)


def abbreviation(stop: Stop) -> bool | None:
    """Whether a statement ends after an abbreviation: ``Mr.``, ``U.S.``, ``p.m.`` and so on."""
    marks = stop.marks
    if marks[0] != "." or marks[1:2] in (".", "!", "?", "…"):
        return None
    ending = ending_of(stop.word.lstrip(_BEFORE_WORD))
    if ending is None:
        return None
    if stop.first in "—–-" and ending is not Ending.NUMBER:
        return False  # a dateline, a signature
    if marks[-1] in "”\"'’":
        return None
    return _aside(stop) if stop.first in "([" else _before_word(stop, ending)


def _before_word(stop: Stop, ending: Ending) -> bool | None:
    """What the class of the abbreviation says, given the word that follows."""
    following = _NEXT.match(stop.block, stop.next)
    if following is None:
        goes_on = ending is Ending.NEVER or (ending is Ending.PLACE and stop.first in _MONEY)
        return False if goes_on else None
    if stop.marks == ".":
        return _DECIDE[ending](stop, following)
    return None if ending is Ending.NUMBER else _place(stop, following)


def _aside(stop: Stop) -> bool | None:
    """``Helm Inc. (NYSE: HLM)`` goes on; a bracket that holds a sentence of its own does not."""
    closing = stop.block.find(")" if stop.first == "(" else "]", stop.next, stop.next + LOOK)
    if closing < 0 or stop.block[closing - 1] not in ".!?…":
        return False
    words = stop.block[stop.next + 1 : closing - 1].split()
    return None if len(words) > 1 and ending_of(words[-1]) is None else False


def _never(_stop: Stop, _following: re.Match[str]) -> bool | None:
    return False


def _number(stop: Stop, following: re.Match[str]) -> bool | None:
    """``No. 2``, ``Vol. III``, ``Tel. +1``."""
    numbered = following[1][0].isdigit() or _ROMAN.fullmatch(following[1]) or stop.first in "#+§"
    return False if numbered else None


def _calendar(stop: Stop, following: re.Match[str]) -> bool | None:
    """``Jan. 12``, ``Tue. Jan. 5``; and ``In Sept. Holt resigned``, which has hardly begun."""
    if following[1][0].isdigit() or following[1] in DATE_PARTS:
        return False
    return False if stop.at - stop.begin < 12 and stop.block.startswith("In ", stop.begin) else None


def _place(stop: Stop, following: re.Match[str]) -> bool | None:
    """``the U.S. Air Force``, but ``in the U.S. He``, ``the U.S. “Never”``, ``Group B. Kyth``."""
    if stop.first in _OPENING_QUOTES or following[3]:
        return None
    if len(stop.word) == 1 and not following[2] and _names_a_letter(stop):
        return None
    if following[2] or following[1].replace("’", "'") not in SENTENCE_OPENERS:
        return False
    return False if _in_title(stop, following) else None


def _names_a_letter(stop: Stop) -> bool:
    """Whether the letter is a name and no initial: ``Hepatitis B``, ``World War I``, ``41 C``."""
    before = stop.block[max(stop.begin, stop.at - 20) : stop.at - 1].split()
    if not before:
        return False
    return before[-1] in LETTERED or (stop.word in "CF" and before[-1].strip("°")[-1:].isdigit())


def _in_title(stop: Stop, following: re.Match[str]) -> bool:
    """Whether all around is written in title case: ``Why the Holt Jr. And Lind Show Ended``."""
    after = stop.block[following.end() : following.end() + 40].split(None, 2)[:2]
    before = stop.block[max(stop.begin, stop.at - 40) : stop.at].split()[-4:-1]
    words = [word for word in (*before, *after) if word[0].isalpha()]
    return len(after) == 2 and len(words) > 3 and not any(word[0].islower() for word in words)


def _firm(stop: Stop, following: re.Match[str]) -> bool | None:
    """``Helm Inc. Chairman A. Tan``, ``N.V. Helm``; ``Co. Kerry`` is a county."""
    if following[1] in JOBS or following[1] in DATE_PARTS or stop.at - stop.begin < 5:
        return False
    if stop.word != "Co":
        return None
    before = stop.block[max(stop.begin, stop.at - 20) : stop.at - 2].split()
    return False if before and before[-1].islower() else None


def _clock(stop: Stop, following: re.Match[str]) -> bool | None:
    """``5 p.m. Eastern``, ``5 p.m. Tuesday``; ``At 5 p.m. Holt`` goes on too."""
    word = following[1].replace("’", "-").replace("'", "-").split("-", 1)[0]
    if word in ZONES or word in DATE_PARTS or _ZONE.fullmatch(word):
        return False
    return False if _BARE_TIME.fullmatch(stop.block, stop.begin, stop.at) else None


def _letter(stop: Stop, following: re.Match[str]) -> bool | None:
    """``z. B. Holm``, ``в г. Тула``, ``Lund v. Orr``; ``2021 г. Потом`` has ended."""
    if stop.block[max(stop.begin, stop.at - 4) : stop.at - 1].rstrip()[-1:].isdigit():
        return None
    return None if following[1] in SENTENCE_OPENERS and not following[2] else False


_DECIDE: dict[Ending, Callable[[Stop, re.Match[str]], bool | None]] = {
    Ending.NEVER: _never,
    Ending.NUMBER: _number,
    Ending.CALENDAR: _calendar,
    Ending.PLACE: _place,
    Ending.FIRM: _firm,
    Ending.CLOCK: _clock,
    Ending.LETTER: _letter,
}
