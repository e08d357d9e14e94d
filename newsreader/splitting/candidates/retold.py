"""Times that are told afterwards or planned ahead, and not as they pass: of no live page.

A story that reconstructs a night, or says what to know of a race, may give its hours one below
the other as a live page does. What tells the two apart stands in the title or right above the
first hour: the one is introduced as a reconstruction, a report, a plan; the other says that it is
live. Only hours that run forward can be either; nobody reconstructs backwards.
"""

from __future__ import annotations

import re

_ABOVE = 600  # code points above the first time that introduce it
_REPORTS = (
    r"report|inquiry|inquest|investigation|investigators|affidavit|indictment|prosecutors|complaint"
    r"|court (?:papers|records|documents)|records|documents|transcripts?|logs?|bericht|protokoll"
    r"|ermittler|anklage|rapport|enquête|rapporto|indagine|verbale"
)
_RETOLD = re.compile(
    r"\b(?:re-?construct\w*|rekonstru\w*|reconstitu\w*|retrac\w*|ricostru\w*|chronolog\w*|"
    r"cronolog\w*|time ?line|sequence of events|course of events|ablauf|déroulé|"
    r"hour[- ]by[- ]hour|stunde (?:für|um) stunde|heure par heure|ora per ora|"
    r"here(?:['’]s| is| are) (?:how|what happened|a look|the key moments)|key moments|"
    r"how (?:it|the [\w-]+(?: [\w-]+)?|[\w-]+) (?:happened|unfolded|began|sank|fell|died|escaped)|"
    r"(?:minutes|hours|night|day|seconds) that\b|looks? back|looked back|"
    r"(?:spent|followed|shadowed|accompanied|joined) [^.!?\n]{0,40}?"
    r"(?:day|night|shift|hours|morning|week)|works (?:nights|days)|"
    r"a (?:day|night|shift|week|morning) (?:with|at|in|on)|"
    r"(?:last|final) (?:hours?|minutes|moments)|"
    rf"(?:{_REPORTS})\b(?:[^.:!?\n]{{0,60}}?\s)?(?:shows?|says?|said|details?|describes?|found|"
    rf"lists?|traces?|reveals?|zufolge)|(?:according to|laut|selon|secondo) [^.!?\n]{{0,30}}?"
    rf"(?:{_REPORTS}))\b",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week"
_PLANNED = re.compile(
    r"\b(?:(?:what|things|all|everything) (?:you need )?to know|need to know|"
    r"here(?:['’]s| is) (?:the|a) (?:schedule|plan|guide|line-?up|programme)|schedule|line-?up|"
    rf"(?:begins?|starts?|kicks? off|opens?|takes? place|is set for|returns?) (?:on )?(?:{_DAY})|"
    rf"will (?:begin|start|be held|take place|run|open) [^.!?\n]{{0,40}}?(?:{_DAY}|\d)|"
    r"so läuft|das programm|beginnt am|findet am|aura lieu|le programme|si terrà|il programma|"
    r"plan your (?:day|weekend|trip)|road closures?|itinerary)\b",
    re.IGNORECASE,
)


def is_retold(title: str, text: str, first: int) -> bool:
    """Whether what stands above the times introduces a reconstruction or a plan.

    Args:
        title: the article's, empty where it has none.
        text: the article's text.
        first: where the first of the times stands.
    """
    above = text[max(0, first - _ABOVE) : first]
    return any(
        pattern.search(words) is not None
        for pattern in (_RETOLD, _PLANNED)
        for words in (title, above)
    )
