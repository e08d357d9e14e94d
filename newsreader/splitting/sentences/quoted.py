"""The rules about who said it: an attribution tail stays with its quote.

``“Who gave the order?” Sen. X asked.`` is one statement: the most frequent error of sentence
splitters on news is to cut it after the quote.
"""

from __future__ import annotations

import re

from newsreader.language.speech import SAYING
from newsreader.splitting.sentences.stops import LOOK, Stop
from newsreader.splitting.sentences.words import DATE_PARTS, SENTENCE_OPENERS

_TAIL_LOOK = 120
_NAME = re.compile(r"(?:\d{1,3}-year-old\s)?[A-Z][^\W_]*+(?:['’-][^\W\d_]+)*")
_SAID = re.compile(rf"\s({'|'.join(sorted(SAYING, reverse=True))})\b")
_OWN_CLAUSE = re.compile(
    r"\s(?:(?:he|she|it|they|we|I|you|there|that|the\w*|his|her|our|my|no|some|all|many|most|more"
    r"|few|both|nobody|nothing|none|everyone|everybody|everything|someone|anyone|people|only)\b"
    r"|(?:[A-Z][\w’'-]*\s){1,3}(?:had|has|have|was|were|is|are|will|would|could|did|does|knew)\b)"
)
_NOT_YET = re.compile(
    r"\s(?:did|does|do|would|could|will|can|must|should|may|might|to|not|never|didn['’]t)$"
)
_PLAIN_TAIL = re.compile(
    rf"(?:The(?:\s[A-Z][\w.'’-]*){{1,4}}|He|She|They|I|We)\s(?:{'|'.join(sorted(SAYING))})[.,]"
)
_DASHED = re.compile(
    r"[—–-]{1,2} ?(?:Ed\.?[\])]"
    r"|([^\W\d_a-z][\w.&’'/-]{1,30})(?: [^\W\d_a-z][\w.&’'/-]{1,30}){0,2}$)"
)
_CREDIT = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}(?:,\s[^.!?…]{1,80})?$"
    r"|[^\W\d_a-z]\S*(?:\s\w+){0,3},\s[“\"][^.!?…“”\"]{1,80}[”\"]$"
)
_TITLE_STOP = re.compile(r"(?<![^\W_])(?:(?:[^\W\d_]\.)+|[A-Z][a-z]{1,4}\.)(?=[\s,])")
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
    if name is None:
        return None
    if name.group() in SENTENCE_OPENERS:
        return False if _PLAIN_TAIL.match(stop.block, stop.next) else None
    if name.group() in DATE_PARTS:
        return None if marks[0] == "." else False
    return False if _credited(stop) else _said(stop)


def credit_after_dash(stop: Stop) -> bool | None:
    """``The dam failed. — Nordwire`` at the end of a block, and ``— Ed.]`` of one in brackets."""
    if stop.first not in "—–-" or "?" in stop.marks:
        return None
    credit = _DASHED.match(stop.block, stop.next)
    return False if credit and credit[1] not in SENTENCE_OPENERS else None


def _signed(stop: Stop) -> bool:
    """Whether a short name after a dash ends the block: ``“It is over.” — Maria Holt``."""
    short = len(stop.block) - stop.next < _TAIL_LOOK
    return short and _SIGNATURE.match(stop.block, stop.next) is not None


def _credited(stop: Stop) -> bool:
    """Whether a bare name ends the block: ``“It was loud.” Lena Orr, 34, a baker``."""
    short = len(stop.block) - stop.next < _TAIL_LOOK
    return short and _CREDIT.match(stop.block, stop.next) is not None


def _led_in(stop: Stop) -> bool:
    """Whether the quote has its speaker before it: ``Holt asked: “Who leads?” Brenn said …``."""
    before = stop.block[max(stop.begin, stop.at - LOOK) : stop.at]
    opened = max(before.rfind(mark) for mark in '“«„"')
    lead = before[: max(opened, 0)].rstrip()
    return lead[-1:] == ":" or (lead[-1:] == "," and _SAID.search(lead) is not None)


def _said(stop: Stop) -> bool | None:
    """Whether a verb of saying follows within the clause that the name opens."""
    block = stop.block
    high = min(len(block), stop.next + _TAIL_LOOK)
    verb = _SAID.search(block, stop.next, high)
    if verb is None or _led_in(stop):
        return None
    subject = _TITLE_STOP.sub("", block[stop.next : verb.start()])
    if _CLAUSE_END.search(subject) or _NOT_YET.search(subject):
        return None
    after = block[verb.end() : verb.end() + 60]
    if stop.marks[0] == "." and stop.marks[1] != ".":  # a full stop in the place of a comma
        return False if after[:1] in (".", "") else None
    return None if _OWN_CLAUSE.match(after) and verb[1] not in ("asked", "told") else False
