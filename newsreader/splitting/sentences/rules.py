"""Whether a statement ends at a stop: a listed order of named rules, the first opinion wins.

Each rule looks at one :class:`~newsreader.splitting.sentences.stops.Stop` and says ``True`` (it
ends here), ``False`` (it goes on) or ``None`` (not my business); where no rule speaks, it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsreader.splitting.sentences.abbreviated import abbreviation
from newsreader.splitting.sentences.abbreviations import ENDINGS, EXCLAIMED_NAMES
from newsreader.splitting.sentences.layout import EMOJI, EMOTICON, ENDING_TAGS
from newsreader.splitting.sentences.quoted import attribution_tail, credit_after_dash
from newsreader.splitting.sentences.stops import LOOK, WORD_LOOK, Stop
from newsreader.splitting.sentences.words import DATE_PARTS, SENTENCE_OPENERS

Rule = Callable[[Stop], bool | None]

_MARKS = frozenset(".!?")
_LONGEST_NUMERAL = 6
_LONGEST_LABEL = 16
_OPENING = "“„«‘‹\"'`*_¿¡—–-([{"
_NEXT_WORD = re.compile(r"[“„«‘‹\"'`(\[{*_¿¡—–-]*+\s?([^\W_]++)")
_WRITTEN_SMALL = re.compile(r"[a-z]{1,6}[A-Z]|https?://|www\.")
_SMALL_OPENER = re.compile(
    r"(?:i|we|you|he|she|they|it|this|that|there|then|but|so|now)(?:\s|['’][a-z])"
)
_SMALL_I = re.compile(r"i(?:\s|['’][a-z])")
_NUMERAL = re.compile(r"[•⁃*(\[\s]*(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})")
_LABEL = re.compile(
    r"(?:(?:Article|Artikel|Chapter|Day|Item|Jour|Part|Point|Punkt|Question|Rule|Section|Step|Tag"
    r"|Teil|§)\s)?(?:\d{1,6}|[IVX]{1,5})|\d{1,2}[.:]\d\d(?:\s(?:[ap]m|[A-Z]{2,4}|Uhr))?"
)
_NUMBERED_AFTER_COLON = re.compile(r":\s[*(]?1$")
_COUNTED = re.compile(r"\b(?:der|die|das|dem|den|des|im|zum|zur|vom)\s\d{1,2}$", re.IGNORECASE)
_DATE = r"(?:\d{1,2} [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d{1,2})"
_DATELINE = re.compile(
    rf"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){{0,2}}[.,] {_DATE}[.,]? "
    r"(?:\([^()]{2,30}\) ?[—–_-]|/[^\W\d_a-z][\w .-]{1,20}/\.?"
    r"|[^\W\d_a-z][\w.-]{1,20}(?: [A-Z]\w{1,15})? ?[—–-])(?= )"
)
_DATELINE_LENGTH = 80
_ORDINAL = re.compile(r"\d{1,2}")
_OMISSION = re.compile(r"\.\.\.|…|\. \. \.")
_SEPARATOR = re.compile(r"([*_=~-])(?:\s?\1){2}")
_COUNTER = re.compile(r"\(?\d{1,2}/\d{0,2}\)?$")
_MERE_WORD = re.compile(r"[(\[][^\s()\[\].!?]{1,20}[)\]]\s*$")


def ends_plainly(piece: str, begin: int, at: int, after: int) -> bool:
    """Whether a statement surely ends at a stop, for one who has not made a :class:`Stop` yet.

    It does as :func:`plain` says, and after a name where no other rule has anything to say.

    Args:
        piece: a text without brackets.
        begin: where the statement under way begins.
        at: of the mark.
        after: where what follows begins.
    """
    mark, first = piece[at], piece[after]
    if after - at != 2 or at - begin <= _LONGEST_NUMERAL or mark not in _MARKS:
        return False
    if not (piece[at + 1].isspace() and first.isupper()):
        return False
    word = piece[max(begin, at - WORD_LOOK, piece.rfind(" ", begin, at) + 1) : at]
    if not word.isalpha() or word in ENDINGS:
        return False
    named = len(word) > 1 and mark == "." and first.isalpha() and after - begin > _DATELINE_LENGTH
    return named or word.islower()


def plain(stop: Stop) -> bool | None:
    """A small word, one mark, a capital letter: by far the most frequent end."""
    word = stop.word
    if stop.first.isupper() and stop.marks in _MARKS and word.isalpha() and word.islower():
        return True if word not in ENDINGS and stop.at - stop.begin > _LONGEST_NUMERAL else None
    return None


def inside_brackets(stop: Stop) -> bool | None:
    """Inside brackets that were opened in mid-sentence nothing ends."""
    low = max(stop.begin + 1, stop.at - LOOK)
    round_one = stop.block.rfind("(", low, stop.at)
    square_one = stop.block.rfind("[", low, stop.at)
    if round_one < 0 and square_one < 0:
        return None
    verdict = _inside(stop, low, round_one, "()")
    return _inside(stop, low, square_one, "[]") if verdict is None else verdict


def _inside(stop: Stop, low: int, opened: int, pair: str) -> bool | None:
    """Whether the bracket at ``opened`` is open at the stop, and closes within sight."""
    block, at = stop.block, stop.at
    if opened < 0 or block.count(pair[0], low, at) <= block.count(pair[1], low, at):
        return None
    if pair[1] not in stop.marks:
        return False if block.find(pair[1], at, at + LOOK) >= 0 else None
    if ".." in stop.marks or "…" in stop.marks:
        return None
    return _after_aside(stop, block[opened + 1 : at])


def _after_aside(stop: Stop, aside: str) -> bool | None:
    """Whether a statement ends with a bracket in it: not if it only held ``(ret.)``, ``(?)``."""
    following = _NEXT_WORD.match(stop.block, stop.next)
    if len(aside.split()) > 2 or (following and following[1] in SENTENCE_OPENERS):
        return None
    return False


def small_letter(stop: Stop) -> bool | None:
    """Before a small letter a statement goes on, unless it is a brand's or a careless writer's."""
    first = stop.first
    if first.islower():
        if _WRITTEN_SMALL.match(stop.block, stop.next):
            return None
        return None if _careless(stop) else False
    if first in _OPENING and first not in "([":
        word = _NEXT_WORD.match(stop.block, stop.next)
        return False if word and word[1][0].islower() else None
    return None


def _careless(stop: Stop) -> bool:
    """Whether the stop is final although a small letter follows: a plain word, a plain mark."""
    word = stop.word
    if stop.block[stop.next + 1 : stop.next + 2] in (")", "."):
        return False
    if not word.islower():
        return len(word) > 3 and word.isalpha() and word not in ENDINGS and _small_start(stop)
    if not stop.marks.strip("!?"):
        return True
    if stop.marks != "." or not word.isalpha() or word in ENDINGS:
        return False
    return len(word) > 3 or _SMALL_I.match(stop.block, stop.next) is not None


def _small_start(stop: Stop) -> bool:
    """Whether the small word is one that opens a clause: ``at the NEA. i think so``."""
    return stop.marks in _MARKS and _SMALL_OPENER.match(stop.block, stop.next) is not None


def numeral(stop: Stop) -> bool | None:
    """An item's number or label stays with what follows: ``2. Shut it``, ``Step 2. Shut it``."""
    if stop.marks not in (".", ".)"):
        return None
    block, begin, at = stop.block, stop.begin, stop.at
    if at - begin <= _LONGEST_NUMERAL and _NUMERAL.fullmatch(block, begin, at):
        return False
    if at - begin <= _LONGEST_LABEL and _LABEL.fullmatch(block, begin, at):
        return False
    return _counted(stop) if stop.word[-1:].isdigit() else None


def _counted(stop: Stop) -> bool | None:
    """``am 5. Januar``, ``der 2. Konvoi``, and the first of items: ``the points: 1. Shut it``."""
    before = stop.block[max(stop.begin, stop.at - 8) : stop.at]
    if _NUMBERED_AFTER_COLON.search(before) or _COUNTED.search(before):
        return False
    following = _NEXT_WORD.match(stop.block, stop.next)
    dated = following is not None and following[1] in DATE_PARTS
    return False if dated and _ORDINAL.fullmatch(stop.word) else None


def dateline(stop: Stop) -> bool | None:
    """Within ``MOSCOW, January 5. /TASS/.`` and ``Kyth. March 3. INTERWIRE -`` nothing ends."""
    if stop.next - stop.begin > _DATELINE_LENGTH:
        return None
    opening = _DATELINE.match(stop.block, stop.begin)
    return False if opening and stop.next <= opening.end() + 1 else None


def end_matter(stop: Stop) -> bool | None:
    """What ends a block and says nothing of its own stays: hashtags, ``2/5``, a stray quote."""
    block, after = stop.block, stop.next
    if stop.first.isalpha():
        return None
    if EMOJI.match(block, after) or EMOTICON.match(block, after):
        return False  # where those end is a matter of layout
    if _SEPARATOR.match(block, after):
        return True
    rest = len(block) - after
    if rest > LOOK:
        return None
    if ENDING_TAGS.match(block, after) or _COUNTER.match(block, after):
        return False
    return False if rest < 8 and not any(map(str.isalnum, block[after:])) else None


def omission(stop: Stop) -> bool | None:
    """Dots after a full stop stand for something left out, and open what follows."""
    if stop.at - stop.begin < 3 and not any(map(str.isalnum, stop.block[stop.begin : stop.at])):
        return False
    if stop.first not in ".…?!":
        return None
    left_out = _OMISSION.match(stop.block, stop.next) is not None
    return left_out and stop.marks[0] != "…" and stop.marks[:2] != ".."


def exclaimed_name(stop: Stop) -> bool | None:
    """``Yahoo! News`` goes on."""
    return False if stop.marks == "!" and stop.word in EXCLAIMED_NAMES else None


def ellipsis(stop: Stop) -> bool | None:
    """After dots a statement goes on with ``I``, and with a last word or two."""
    marks = stop.marks
    if not (".." in marks or "…" in marks or ". ." in marks) or "...." in marks:
        return None
    word = _NEXT_WORD.match(stop.block, stop.next)
    if word is None or word[1] in ("http", "https", "www"):
        return None
    if word[1] == "I":
        return False
    if word[1] in SENTENCE_OPENERS or len(stop.block) - stop.next > LOOK:
        return None
    rest = stop.block[stop.next :]
    return False if len(rest.split()) <= 2 and not re.search(r"[.!?…]", rest) else None


def next_bracket(stop: Stop) -> bool | None:
    """A bracket after a full stop is a statement, but for a mere word: ``(Reuters)``."""
    if stop.first not in "([":
        return None
    return _MERE_WORD.match(stop.block, stop.next) is None


RULES: tuple[Rule, ...] = (
    inside_brackets,
    plain,
    small_letter,
    abbreviation,
    numeral,
    dateline,
    end_matter,
    omission,
    exclaimed_name,
    attribution_tail,
    credit_after_dash,
    ellipsis,
    next_bracket,
)
"""In the order in which they are asked."""


def ends(stop: Stop) -> bool:
    """Whether a statement ends at ``stop``: the first rule with an opinion decides."""
    for rule in RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True
