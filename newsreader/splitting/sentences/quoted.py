"""The rules about who said it: an attribution tail stays with its quote.

``“Who gave the order?” Sen. X asked.`` is one statement: the most frequent error of sentence
splitters on news is to cut it after the quote.
"""

from __future__ import annotations

import re

from newsreader.language.speech import SAYING
from newsreader.splitting.sentences.stops import Stop
from newsreader.splitting.sentences.words import DATE_PARTS, SENTENCE_OPENERS

_TAIL_LOOK = 120
_NAME = re.compile(r"[A-Z][^\W_]*+(?:['’-][^\W\d_]+)*")
_SAID = re.compile(rf"\s({'|'.join(sorted(SAYING, reverse=True))})\b")
_OWN_CLAUSE = re.compile(r"\s(?:he|she|it|they|we|I|there|that|the\w*|his|her|no|some|all)\b")
_TITLE_STOP = re.compile(r"(?<![^\W_])(?:[^\W\d_]|[A-Z][a-z]{1,4})\.(?=\s)")
_CLAUSE_END = re.compile(r"[.!?…;:“”\"]")
_SIGNATURE = re.compile(r"[—–-]+ ?[A-Z][^.!?…“”\"]{0,80}$")


def attribution_tail(stop: Stop) -> bool | None:
    """``“Who gave the order?” Sen. X asked.``, ``“Out!” Tuesday`` are one."""
    marks = stop.marks
    if marks[-1] not in "”\"’'»“" or len(marks) < 2:
        return None
    if stop.first in "—–-":
        return False if _signed(stop) else None
    name = _NAME.match(stop.block, stop.next)
    if name is None or name.group() in SENTENCE_OPENERS:
        return None
    if name.group() in DATE_PARTS:
        return None if marks[0] == "." else False
    return _said(stop)


def _signed(stop: Stop) -> bool:
    """Whether a short name after a dash ends the block: ``“It is over.” — Maria Holt``."""
    short = len(stop.block) - stop.next < _TAIL_LOOK
    return short and _SIGNATURE.match(stop.block, stop.next) is not None


def _said(stop: Stop) -> bool | None:
    """Whether a verb of saying follows within the clause that the name opens."""
    block = stop.block
    high = min(len(block), stop.next + _TAIL_LOOK)
    verb = _SAID.search(block, stop.next, high)
    if verb is None:
        return None
    subject = _TITLE_STOP.sub("", block[stop.next : verb.start()])
    if _CLAUSE_END.search(subject):
        return None
    after = block[verb.end() : verb.end() + 8]
    if stop.marks[0] == "." and stop.marks[1] != ".":  # a full stop in the place of a comma
        return False if after[:1] in (".", "") else None
    return None if _OWN_CLAUSE.match(after) and verb[1] not in ("asked", "told") else False
