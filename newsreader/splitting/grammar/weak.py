"""Markers that are only a time: families D and E of the grammar. One alone is a sentence.

What comes out of here is a mere candidate; ``company.py`` decides which of them stand.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsreader.splitting.grammar.clocks import BARE, Clock
from newsreader.splitting.grammar.markers import AUTHOR, DELIMITER, END, Form
from newsreader.splitting.grammar.when import When, match_when

Found = tuple[Form, When | None, int]
"""Form, moment, and where the marker ends in the folded text."""

_OPENING = re.compile(r"(?:[•*·▪►>|–—-]\s?)?[*_<]{0,2}[(\[]?\s?")
_BOLD = re.compile(r"[*_]{1,3}")  # closes a time in bold type: **9:05 a.m.** - ...
_AT = re.compile(
    r"(?:(?:le\s)?(?:point|lage|stand|situation|situazione|status|breaking|flash|alerte?|"
    r"eilmeldung|eil|neu|news?|now|added|live|info)\s)?"
    r"(?:(?:alle|um|gegen|à|de|at|as of|vers)\s)?(?:ore\s)?",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\+{2,4}\s?")
_AGO = re.compile(
    r"(?:about\s)?(?:\d{1,2}\s?(?:h|hrs?|hours?)\.?,?\s)?"
    r"(\d{1,3})\s?(min|mins|minutes?|m|h|hrs?|hours?)\.?\sago(?-i:(?![a-z]))"
    r"|vor\s(\d{1,3})\s(min\.?|minuten?|std\.?|stunden?)(?![a-z])"
    r"|il y a\s(\d{1,3})\s?(min|minutes?|h|heures?)(?![a-z])",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s?[/|·•–—-]\s?(?=\d)")
_BEGINS = re.compile(r"\s{1,3}(?:[\"“„«'‘(\[@#]\s?)?(?:[^\W\d_]|[^\w\s.,;:/·|+%&)\]-])")
_SMALL = re.compile(r"\s[a-zß-öø-ÿ]{1,20}(?:['’][a-zß-öø-ÿ]{1,3})?,?\s[^\W_]")
_NUMBER = re.compile(r"\s{1,3}\d{1,3}(?:,\d{3}){0,2}\s[^\W\d_]{3}")  # "7:30 A.M. 90 boats ..."
_GLUED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]")  # "9:06 P.M.Police search the block"
_PUBLISHED = re.compile(r"\s?(?:[Pp]ublished|[Pp]osted)(?: at)? (?=\d)")
_SECTIONED = re.compile(r"([^\W\d_][^|\d]{2,30}?)\s\|\s(?=\d{1,2}(?:[.:]|\s?[apn]))")
"""``Upper House | 5.58 p.m.``: where it is told from, and when."""

_ALL_TIMES = re.compile(r"\(all times [^()]{1,30}\)\s?[:.–—-]{0,2}\s(?=\d)", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"(?<=\s)[(\[](?=[^()\[\]]{1,60}[)\]]$)")
_AUTHOR_OF = re.compile(
    r"(?:[•*]\s)?[^\W\d_][^\d\n/]{2,40}\s(?=\d{1,2}/\d{1,2}/\d{4}\s\d{1,2}:\d\d:\d\d\s?[AP]M)"
)
_POSTED_BY = re.compile(
    r"(?:posted|published|written|filed|reported)\sby\s[^\W\d_][^\d\n/|]{2,40}?"
    r"\s?(?:\sat|\son|,|@|\|)\s(?=[\d\w])",
    re.IGNORECASE,
)
"""``Posted by Ann Example at 5:02 PM``, alone on its line."""

_TAIL = 80  # code points at the end of a line in which that stands
_HOUR = re.compile(r"(\d{1,2})\s?(?:[–—:]|-{1,2}(?=\s))(?=\s[\"“«]?[^\W\d_a-zß-öø-ÿ])")
_BARE_DIGITS = re.compile(r"(\d\d)([0-5]\d)(?=\s[\"“]?[^\W\d_a-zß-öø-ÿ])")
_DIGITS = re.compile(r"(\d\d)(\d\d)\s(?:[–—]|-{1,2})(?=\s[\"“«]?[^\W\d_a-zß-öø-ÿ])")
_BRACKET = 8  # code points in which the bracket opens
_MOST_HOURS = 24  # "57:33" is a score
_ASIDE = re.compile(r"\s\([^()\n]{1,60}\)(?=\s?(?::|[–—]|-\s))")
"""Said of the time in brackets: ``9:33 (10:03 on the screens): ...``."""

_TAG = re.compile(r"\s[a-zß-öø-ÿ][\w-]{2,14}(?:\s[a-zß-öø-ÿ][\w-]{2,14})?\s*$")
"""What an entry is about, in a word or two after its time."""

_MEASURE = re.compile(
    r"\s{1,3}(?:euros?|dollars?|pfund|pounds?|franken|francs?|pence|cents?|prozent|percent|kilo|"
    r"kilos|kg|km|kilomet\w+|met(?:er|re)s?|lit(?:er|re)s?|gramm|grams?|grad|degrees?|hours?|"
    r"stunden?|heures?|million\w*|milliard\w*|billion\w*|tonnes?|tonnen|points?|punkte?)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_PLUS_DELIMITER = re.compile(r"\s{0,2}(?::|\||[–—]|-\s|\+{2,4})?")


def match_tail(text: str) -> tuple[int, When] | None:
    """Where a headline's own time begins at the end of its line, and that time, or None.

    ``Museums closePublished at 13:02 Greenwich Mean Time 8 March 2020``, as pages glue it.
    """
    tail = max(1, len(text) - _TAIL)
    found = None
    if text.find("ublished", tail) >= 0 or text.find("osted", tail) >= 0:
        found = _PUBLISHED.search(text, tail)
    if found is None and "|" in text:
        found = _SECTIONED.match(text)
    if found is None:
        return None
    when = match_when(text, found.end(), lead=False)
    if when.clock is None or when.span or not END.match(text, when.end):
        return None
    return (found.start() or found.end(1)), when


def match_after_declaration(text: str) -> When | None:
    """The time that ends a line after ``(all times local):``, as pages join the two; or None."""
    found = _ALL_TIMES.search(text)
    if found is None:
        return None
    when = match_when(text, found.end(), lead=False)
    told = when.clock is not None and not when.span and END.match(text, when.end)
    return when if told else None


def match_signed(text: str) -> When | None:
    """``Ann Example 10/22/2013 5:00:03 PM``: who wrote, and when, to the second; or None."""
    if " by " in text and (by := _POSTED_BY.match(text)):
        posted = match_when(text, by.end(), lead=False)
        told = posted.clock is not None and not posted.span and END.match(text, posted.end)
        return posted if told else None
    found = _AUTHOR_OF.match(text) if "/" in text else None
    when = match_when(text, found.end(), lead=False) if found else None
    full = when is not None and when.day is not None and when.clock is not None and not when.span
    return when if full else None


def match_bracket(text: str) -> When | None:
    """The moment in the bracket that a headline ends with: ``... (8:15 p.m. local time)``."""
    found = _LAST_BRACKET.search(text, max(0, len(text) - _TAIL))
    if found is None:
        return None
    when = match_when(text, found.end(), lead=False)
    closed = when.clock is not None and not when.span and text[when.end :].strip() in (")", "]", "")
    return when if closed else None


def match_weak(text: str) -> Found | None:
    """The weak marker at the head of a folded line, or None."""
    if plus := _PLUS.match(text):
        return _plus(text, plus.end())
    if ago := _AGO.match(text):
        return _aged(text, ago.end())
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    when = match_when(text, start, lead=False)
    if when.clock is None:
        return _at(text, start) or _bare_hour(text, start) or _military(text, start)
    return None if when.span or when.clock.hour > _MOST_HOURS else _closed(text, when)


def _aged(text: str, at: int) -> Found:
    """``3 min ago``, and the clock that may stand beside it: ``2h ago / 9:14 PM EST``."""
    slash = _SLASH.match(text, at)
    when = match_when(text, slash.end(), lead=False) if slash else None
    told = when is not None and when.clock is not None and not when.span
    return (Form.AGO, when, when.end) if told and when else (Form.AGO, None, at)


def _at(text: str, start: int) -> Found | None:
    """``Ore 18.30 – ...``, ``Um 18.30 Uhr: ...``: a small word first, a delimiter at the end.

    ``Ore 18.30`` with its capital also stands alone, or right before what it tells.
    """
    word = _AT.match(text, start)
    if word is None or word.end() == start:
        return None
    when = match_when(text, word.end(), lead=False)
    if when.clock is None and word[0].lower().startswith("ore"):
        hour = _bare_hour(text, word.end())
        return (Form.DELIMITED, hour[1], hour[2]) if hour else None
    if when.clock is None or when.span:
        return None
    closed = _closed(text, when)
    shapes = (Form.DELIMITED, Form.ALONE, Form.CAPITAL) if word[0][0] == "O" else (Form.DELIMITED,)
    return closed if closed and closed[0] in shapes else None


def _bare_hour(text: str, at: int) -> Found | None:
    """``12 - The bridge is open``: an hour without its minutes."""
    found = _HOUR.match(text, at)
    if found is None or int(found[1]) > _MOST_HOURS:
        return None
    clock = Clock(int(found[1]), 0, twelve=1 <= int(found[1]) <= 12)
    return Form.HOUR, When(at, found.end(1), clock), found.end()


def _military(text: str, at: int) -> Found | None:
    """``2350 – The bridge is open``: four digits without a zone, and even without a dash."""
    dashed = _DIGITS.match(text, at)
    found = dashed or _BARE_DIGITS.match(text, at)
    if found is None:
        return None
    clock = Clock(int(found[1]), int(found[2]), style=BARE)
    form = Form.FOUR if dashed else Form.DIGITS
    return (form, When(at, found.end(2), clock), found.end()) if clock.possible else None


def _closed(text: str, when: When) -> Found | None:
    """What closes a clock: the line, a delimiter, a capital letter."""
    if bold := _BOLD.match(text, when.end):
        when = replace(when, end=bold.end())
    if END.match(text, when.end):
        aged = when.clock and when.clock.style == "h" and text[when.end - 1] in "hH"  # "8h", ago
        return None if aged else (Form.ALONE, when, when.end)
    if author := AUTHOR.match(text, when.end):
        return Form.ALONE, when, author.end()
    if _TAG.match(text, when.end):
        return Form.TAGGED, when, len(text)
    aside = _ASIDE.match(text, when.end)
    if delimiter := DELIMITER.match(text, aside.end() if aside else when.end):
        return _delimited(text, when, delimiter)
    return _followed(text, when)


def _followed(text: str, when: When) -> Found | None:
    """``17.00 We are ...``: words after a moment, without a delimiter."""
    bracketed = text[:_BRACKET].lstrip("*_ ")[:1] in ("(", "[")
    if bracketed and text[when.end - 1] in ")]":  # [11:01, March 14] The pumps stand still
        return (Form.DELIMITED, when, when.end) if _BEGINS.match(text, when.end) else None
    if when.day is not None:
        return None
    stop = text[when.end : when.end + 1] == "."  # "22:00. Police are ..."
    if when.clock is not None and when.clock.zone is not None:
        stop = stop or text[when.end : when.end + 1] == ","  # "22.20 Uhr, Osk The dam ..."
    if _capital(text, when.end + stop) or (_has_half(when) and _NUMBER.match(text, when.end)):
        return Form.CAPITAL, when, when.end + stop
    if _SMALL.match(text, when.end) and not _MEASURE.match(text, when.end):
        return Form.SMALL, when, when.end
    glued = text[when.end - 1] == "." and _GLUED.match(text, when.end)
    return (Form.CAPITAL, when, when.end) if glued else None


def _has_half(when: When) -> bool:
    """Whether the clock says its half of the day: then no other number is meant by it."""
    return when.clock is not None and when.clock.half is not None


def _plus(text: str, at: int) -> Found | None:
    """``+++ 22:09 Headline +++``, ``+++ 19.12.2019: ...``; without either it is an advert."""
    when = match_when(text, at, lead=False)
    delimiter = _PLUS_DELIMITER.match(text, when.end)
    if when.clock is None and (when.day is None or not delimiter or ":" not in delimiter[0]):
        return None
    return Form.PLUS, when, delimiter.end() if delimiter else when.end


def _delimited(text: str, when: When, delimiter: re.Match[str]) -> Found | None:
    """``3:45 p.m.: ...``; words must follow, at least two in what may be a table."""
    rest = text[delimiter.end() :]
    if not rest.strip():
        return Form.ALONE, when, delimiter.end()
    if rest.lstrip()[0] in "·•|/":
        return None
    least = 2 if "|" in delimiter[0] else 1
    words = _WORDS.findall(rest)
    return (Form.DELIMITED, when, delimiter.end()) if len(words) >= least else None


def _capital(text: str, at: int) -> bool:
    """Whether a capital letter, a quotation or a sign follows: "17.00 We are ..."."""
    found = _BEGINS.match(text, at)
    if found is None or _MEASURE.match(text, at):
        return False  # "2.40 Euro", "1.5 Kilo"
    return not text[found.end() - 1].islower()
