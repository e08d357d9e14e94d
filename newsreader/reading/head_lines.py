"""Judging single lines at the head of a text: headline, marker, byline, date, page chrome.

The forms are those of real pages. A line that fits nothing is body text: to miss a headline
costs a heading, to invent one costs a statement its place.
"""

from __future__ import annotations

import re

from newsreader.characters import SPACES, UNSEEN, folds, pattern
from newsreader.language.calendar import MONTHS, WEEKDAYS, any_of
from newsreader.language.dates import match_date, moment
from newsreader.language.stamps import BEFORE, PUBLISHED
from newsreader.reading.limits import MAX_HEADLINE

_TIME = (
    r"(?:\d{1,2}[:.h]\d{2}(?:\s?ish\b)?(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?"
    r"|\d{4}(?=\s?(?:[A-Z]{2,4}\b|Uhr|eastern)))"
)
_OPEN = r"[\s\[(*•+–—-]{0,6}"
_UPDATE = re.compile(
    _OPEN
    + r"(?:\d{1,2}(?:st|nd|rd|th)\s)?(?:(?:live|latest|breaking|last)\s)?updated?(?![A-Za-z])",
    re.IGNORECASE,
)
_TIMED = re.compile(
    _OPEN
    + r"(?:(?:first|original)\s(?:report)?,?\s?|posted\s(?:at\s)?|publi[sc]\w{1,5}\s(?:at\s)?)?"
    rf"{_TIME}\s?(?P<rest>.{{0,30}})",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(
    r"(?:[A-Z]{2,4}\b|Uhr\b|eastern|central|mountain|pacific|local time|ago)?\s?"
    r"(?:$|[\])|:,–—-]|update|report|[A-Z0-9\"“‘'])"
)
_BRACKETED = re.compile(
    rf"[\[(][^\])]{{4,30}}{_TIME}[^\])]{{0,12}}[\])]\s?[:–—-]?\s?\S", re.IGNORECASE
)
_RELATIVE = re.compile(r"\d{1,2}\s(?:min|minutes?|hours?|hrs?|hr)\s?ago", re.IGNORECASE)
_WORD_ONLY = re.compile(
    r"(?:erstmeldung|ursprungsmeldung|original (?:report|story)|updates?)\W{0,3}$", re.IGNORECASE
)
_SLUG = re.compile(
    r"(?:refile|urgent|bulletin|flash|alert|advisory|(?:\d{1,2}(?:st|nd|rd|th)\s)(?:lead|ld)"
    r"|(?:wrapup|update) \d{1,2}|[^\n]{0,60}\b(?:ld|lead)-writethru\b[^\n]{0,20})\W{0,2}$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[(\[^-]?\s?(?:correction|corrected|clarification|editor['’]?s['’]? note|eds|attn|note|adds"
    r"|corrects|recasts|updates with|this (?:story|article|is a|live blog|post|version))\b",
    re.IGNORECASE,
)
_CHROME_WORDS = re.compile(
    r"(?:home\s?[|>»/›]|you are here|skip to|log ?in\b|sign ?(?:in|up)\b|subscribe\b|menu\b"
    r"|advertisement\b|follow us|share (?:this|on)|click here|cookie|toggle|search\s?[|>»:]"
    r"|read more|loading\b|newsletter|by clicking|javascript|enable\b|close\s?[x×]\b)",
    re.IGNORECASE,
)
_SECTION_NAMES = (
    "news,local news,world news,us news,uk news,breaking news,latest news,top stories,top news,"
    "headlines,sports,sport,politics,business,opinion,world,national,local,home,weather,video,"
    "photos,entertainment,technology,science,health,money,culture,share,print,comments"
)
_SECTIONS = frozenset(_SECTION_NAMES.split(","))
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}(?:, [A-Za-z. ]{2,20})?\s?(?:\([A-Z][\w /-]{1,20}\)\s?)"
    r"[–—-]|[A-ZÀ-Þ]{3}[A-ZÀ-Þ.'’ -]{0,28},\s[A-Z][a-z]+\.?(?:\s\d{1,2})?\s?[–—-]{1,2}\s"
)
_INNER_END = re.compile(r"[a-z0-9)”\"’]{3}[.!?][”\"’)]?\s+[“\"‘]?[A-ZÀ-Þ]")
_INITIALS = re.compile(r"(?:\b[A-Za-z]\.){2,4}$")
_UNFINISHED_WORDS = (  # a line that ends so goes on
    "the a an of and or that which who whose his her its their was were had has from with than as "
    "but because while when"
)
_UNFINISHED = frozenset(_UNFINISHED_WORDS.split())
_WIRE_MARKS = frozenset("␁␂␃␄␑␒␓␖")  # a wire service's control bytes, made visible
_BYLINE = re.compile(
    r"(?:by|von|par|por|written by|reported by)[:\s]\s{0,3}(?P<who>\S.*)", re.IGNORECASE
)
_SMALL_WORDS = "and & in for at of the de der den van von du da di la le el al bin with y und et"
_SMALL = frozenset(_SMALL_WORDS.split())
_STAMP = re.compile(
    rf"(?:(?:(?:{BEFORE})\s)?(?:{PUBLISHED}))?(?:\s(?:on|at|am|vom|le|il|el))?[:\s]{{0,3}}",
    re.IGNORECASE,
)
_STAMP_TAIL = re.compile(
    rf"[\s,|·–—-]{{0,4}}(?:at\s|um\s)?(?:{_TIME})?\s?(?:\(?[A-Za-z]{{1,5}}\)?)?\.?$", re.IGNORECASE
)

_FOLDABLE = re.compile(pattern(SPACES, UNSEEN))


def fold(line: str) -> str:
    """``line`` with its invisible characters dropped and its odd spaces made plain."""
    plain = (line.isascii() and "\t" not in line) or not _FOLDABLE.search(line)
    return (line if plain else line.translate(folds())).strip()


def is_marker(line: str) -> bool:
    """Whether ``line`` begins with an update's marker: the word with a time, or a time.

    Coarser than the splitter's grammar on purpose: here it only keeps markers out of titles.
    """
    line = fold(line[:400])
    update = _UPDATE.match(line)
    if update:
        if update[0][-7:-6].isspace() and re.match(r"[\s(\[]*\d", line):  # 2ND UPDATE
            return True
        return _time_near(line[update.end() : update.end() + 60])
    if _WORD_ONLY.match(line) or _RELATIVE.match(line):
        return True
    if _dated_entry(line):
        return True
    timed = _TIMED.match(line)
    return timed is not None and _AFTER_TIME.match(timed["rest"]) is not None


def _dated_entry(line: str) -> bool:
    """Whether a day and a time in brackets come before words: ``[2/27/2010 – 6:00 p.m.] – ...``."""
    return _BRACKETED.match(line) is not None


def _time_near(rest: str) -> bool:
    """Whether what follows the word "update" makes it a marker: a time, a number, nothing."""
    label = re.match(r"[\s:,(–—-]{0,4}", rest)
    head = re.split(r"[:–—|)](?!\d)|\s-\s", rest, maxsplit=1)[0]
    return (
        not rest.strip(" :.–—-)]")
        or re.search(_TIME, head) is not None
        or re.match(r"[\s:.–—-]{0,4}\(?\s?" + _TIME, rest) is not None
        or re.match(r"\s?(?:#|no\.?\s?)?\d{1,2}\s?[:)–—(]", rest) is not None
        or re.match(r"[,\s(]{0,3}\d{4}\s?[A-Z]{2,4}\b", rest) is not None
        or re.match(rf",?\s?(?:{any_of(WEEKDAYS)})\b", rest, re.IGNORECASE) is not None
        or match_date(rest, label.end() if label else 0) is not None
        or any(match_date(head, at) for at in range(min(len(head), 12)))
    )


def is_chrome(line: str) -> bool:
    """Whether ``line`` is a piece of the page around the article: navigation, a section's name."""
    line = fold(line[:400])
    bars = sum(line.count(c) for c in "|»›")
    return (
        line.lower().rstrip(":") in _SECTIONS
        or (bars >= 2 and "." not in line)
        or (_CHROME_WORDS.match(line) is not None and len(line) < 200)
    )


def is_slug(line: str) -> bool:
    """Whether ``line`` is a wire service's word about the file: ``1ST LEAD``, ``REFILE``."""
    return _SLUG.match(fold(line[:200])) is not None


def is_note(line: str) -> bool:
    """Whether ``line`` is a note to editors or readers: ``Eds: Adds quotes.``."""
    return _NOTE.match(fold(line[:200])) is not None


def is_headline(line: str) -> bool:
    """Whether ``line`` reads as a headline: short, one phrase, no full stop, not anything else."""
    line = fold(line) if len(line) <= 2 * MAX_HEADLINE else line
    if not _is_phrase(line):
        return False
    return not (
        is_marker(line)
        or is_chrome(line)
        or byline(line) is not None
        or stamp(line) is not None
        or any(pattern.match(line) for pattern in (_NOTE, _DATELINE, _SLUG))
        or _INNER_END.search(line)
        or any(part in line for part in ("(@", "http", "pic.twitter.com/"))
    )


def _is_phrase(line: str) -> bool:
    """Whether ``line`` has the outer shape of a headline."""
    words = line.split()
    stopped = line.endswith((".", ",", ";", ":", "…")) and not _INITIALS.search(line)
    return (
        0 < len(line) <= MAX_HEADLINE
        and len(words) <= 28
        and not stopped
        and "\n" not in line
        and any(char.isalnum() for char in line)
        and not line.startswith(("*", "_"))
        and _WIRE_MARKS.isdisjoint(line)
        and words[-1].lower() not in _UNFINISHED
        and not (words[0].islower() and words[0].isalpha() and len(words[0]) > 1)
    )


def byline(line: str) -> str | None:
    """Who wrote the article, if ``line`` is a byline: ``By Jane Doe, Staff Writer``.

    A date that ends the line (``By Jane Doe | January 5, 2022``) is left out.
    """
    line = fold(line) if len(line) <= 160 else ""
    found = _BYLINE.fullmatch(line)
    if found is None or "\n" in line:
        return None
    who, bar, last = found["who"].strip().rpartition("|")
    who = who.strip() if bar and stamp(last.strip()) is not None else found["who"].strip()
    names, *_ = re.split(r"[,|(;]|\s[–—-]\s", who, maxsplit=1)
    words = names.split()
    if not 1 <= len(words) <= 9 or any(char.isdigit() for char in names):
        return None
    if who.endswith((".", "!", "?", ":")) and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", who):
        return None
    first = words[0].lower().rstrip(".,")
    alone = len(words) == 1 and (first in MONTHS or first in WEEKDAYS)  # but: By Sun Li
    if alone or (first in WEEKDAYS and len(first) > 3) or words[0] in _SMALL:
        return None
    proper = all(w in _SMALL or not w[0].islower() for w in words)
    return who if proper and len(who.split()) <= 14 else None


def stamp(line: str) -> str | None:
    """The date or date-time, if ``line`` is only that: ``Published: 5 Jan 2022``."""
    line = fold(line) if len(line) <= 100 else ""
    label = _STAMP.match(line)
    start = label.end() if label else 0
    whole = moment(line[start:])
    if whole is not None:
        return whole
    dated = match_date(line, start)
    if dated is None or _STAMP_TAIL.match(line, dated[1]) is None:
        return None
    return dated[0]
