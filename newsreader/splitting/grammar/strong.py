"""Markers by their word: families A, B and C of the grammar, and those of the original version.

One of these is enough to open a section. A word without a time must be in capitals or be
followed by a colon or a dash, and short text without a full stop after it is the headline of
some other story, not an update of this one (that is judged in ``company.py``).
"""

from __future__ import annotations

import re

from newsreader.language.calendar import WEEKDAYS, any_of
from newsreader.splitting.grammar.dates import match_day
from newsreader.splitting.grammar.markers import AUTHOR, DELIMITER, END, Form
from newsreader.splitting.grammar.when import When, match_when

Found = tuple[Form, When | None, int | None, int]
"""Form, moment, number, and where the marker ends in the folded text."""

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first erstes première prima",
            "second zweites deuxième seconda",
            "third drittes troisième terza",
            "fourth viertes quatrième quarta",
            "fifth fünftes cinquième quinta",
            "sixth sechstes sixième sesta",
            "seventh siebtes septième",
            "eighth achtes huitième",
            "ninth neuntes neuvième",
            "tenth zehntes dixième",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMERALS = "I II III IV V VI VII VIII IX X"
ROMAN = {roman: number for number, roman in enumerate(_NUMERALS.split(), start=1)}

OPENING = re.compile(r"[^\w(\[\"'“”„«»‘’:.]{0,8}[(\[]?\s?")
"""Bullets, signs and one bracket that may stand before a marker."""

_WORD = re.compile(
    r"(?:(?:even|yet|one)\s)?(?:(?P<kind>more|big|important|additional|latest|new|final|further|another|breaking|live|quick|brief|major|morning|midday|"
    rf"{any_of(WEEKDAYS)}|"
    r"afternoon|evening|neues|neuestes|letztes|dernière|ultimo)\s)?"
    rf"(?:(?:(?P<nth>\d{{1,2}})(?:st|nd|rd|th|\.|e|ème)|(?P<ordinal>{'|'.join(ORDINALS)}))\s)?"
    r"(?P<word>up[ -]?dated?|aktualisierung|aktualisiert|nachtrag|mise à jour|mis à jour|màj|maj|"
    r"actualisation|actualisé|aggiornamento|aggiornato|actualización|actualizado|atualização)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_PAST = frozenset(
    {"updated", "aktualisiert", "mis à jour", "actualisé", "aggiornato", "actualizado"}
)
_NUMBER = re.compile(
    r"\s?\(?(?:#|x|no\.?\s?|nr\.?\s?|n°\s?)?(\d{1,2})(?!\d|[:.h/]\d|\s?[ap]\.?\s?m\b|\s?Uhr\b|\s?h\b|-\S)\)?",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(
    r"\s(?:#|no\.?\s?|nr\.?\s?|n°\s?)?(\d{3})(?=\s?(?:[(\[,:|–—]|-\s))", re.IGNORECASE
)
_ROMAN = re.compile(r"\s(VI{0,3}|I[VX]|I{1,3}|X)(?=\s?[:–—)\],(-])")
_VERSION = re.compile(r"\s?\d{1,2}-\S")
_CLAUSE = re.compile(r"\s(?:with|to add|to include|to reflect)\s[^.:!?]{1,60}:", re.IGNORECASE)
_DASH_OR_COLON = re.compile(r"\s?[)\]]?\s?(?::|[–—]|--|-\s)")
_COLON = re.compile(r"\s?:\s?")
_CAPITAL = re.compile(r"\.?\s[\"“'‘]?[^\W\d_]")

_ORIGINAL = re.compile(
    r"(?P<word>(?:original|first|earlier|previous|initial)"
    r"(?:\s(?:post|story|report|article|entry|version|coverage))?|previously|"
    r"erstmeldung|ursprungsmeldung|originalmeldung|erste meldung|ursprüngliche meldung|"
    r"ursprünglicher (?:artikel|text|beitrag)|originalartikel|originaltext|"
    r"article (?:original|initial|d['’]origine)|version (?:originale|initiale)|premier article|"
    r"première version|(?:articolo|notizia|testo|versione) originale|prima (?:notizia|versione)|"
    r"nota original|noticia original)(?![^\W_])",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:(?:the|our|here is our|read our)\s)?(?:original|earlier|previous|initial)\s"
    r"(?:story|report|post|article|version|coverage)"
    r"(?:\s(?:follows|is|continues|appears))?(?:\s(?:below|here))?\s?[.:]?[\s*_–—-]*$",
    re.IGNORECASE,
)
"""``Original story follows.``: a line that only leads to it."""

_RULE = re.compile(r"[*_=–—-]{2,60}\s?")
_REPORT = re.compile(
    r"\s?,?\s?(?:report|post|story|article|entry|version|update)(?![^\W_])", re.IGNORECASE
)
_TIME_WORD = re.compile(
    r"\s?[,–—-]?\s?(?:(?:final|last|late|latest|quick|new)\s)?"
    r"(?P<word>updated?|(?:original\s)?report|aktualisierung)(?![^\W_])",
    re.IGNORECASE,
)
_SINGLE = frozenset({"first", "earlier", "previous", "initial", "original", "previously"})
_POSTED = re.compile(
    r"[(\[]\s?(?:posted|published|updated|added)(?=[\s:,])[\s:,]{1,2}", re.IGNORECASE
)


def match_strong(text: str, at: int) -> Found | None:
    """The strong marker at the head of a folded line, or None.

    Args:
        text: the folded line.
        at: where its words begin, after :data:`OPENING`.
    """
    return _posted(text) or _update(text, at) or _original(text, at) or _timed(text, at)


def _update(text: str, at: int) -> Found | None:
    """``[ordinal] UPDATE [number] [moment] delimiter``."""
    found = _WORD.match(text, at)
    if found is None or _VERSION.match(text, found.end()):
        return None
    number, end = _number(text, found)
    if text[at - 1 : at] in ("[", "(") and text[end : end + 1] in ("]", ")"):
        when = match_when(text, end + 1)  # [UPDATE] 11/25/14 12:21 am
        if when.clock is not None:
            return _dated(text, found, number, when)
    when = match_when(text, end)
    if when.named:
        return _dated(text, found, number, when)
    if colon := _COLON.match(text, end):
        when = match_when(text, colon.end())
        if when.named:
            return _after_colon(text, found, number, when) or _plain(text, found, number, end)
    return _plain(text, found, number, end)


def _after_colon(text: str, found: re.Match[str], number: int | None, when: When) -> Found | None:
    """``UPDATED: 9:33 A.M. Tuesday``; quietly written with a day and alone it is a stamp."""
    stamp = when.day is not None and not found["word"].isupper()
    return None if stamp and END.match(text, when.end) else _dated(text, found, number, when)


def _number(text: str, found: re.Match[str]) -> tuple[int | None, int]:
    """The number before or after the word, and where what follows begins."""
    if found["nth"]:
        return int(found["nth"]), found.end()
    if found["ordinal"]:
        return ORDINALS[found["ordinal"].lower()], found.end()
    if roman := _ROMAN.match(text, found.end()):
        return ROMAN[roman[1]], roman.end()
    number = _NUMBER.match(text, found.end()) or _hundreds(text, found.end())
    if number is None or _is_day(text, number):
        return None, found.end()
    return int(number[1]), number.end()


def _hundreds(text: str, at: int) -> re.Match[str] | None:
    """A number of three digits: only where a bracket or delimiter and then a time follow it.

    "UPDATE 365 days" and "Update 737 MAX:" are about something.
    """
    found = _HUNDREDS.match(text, at)
    if found is None:
        return None
    colon = _COLON.match(text, found.end())
    when = match_when(text, colon.end() if colon else found.end())
    return found if when.clock is not None else None


def _is_day(text: str, number: re.Match[str]) -> bool:
    """Whether the number begins a date ("Update 3 July")."""
    return match_day(text, number.start(1)) is not None


def _dated(text: str, found: re.Match[str], number: int | None, when: When) -> Found | None:
    """A marker with a moment: it ends in a delimiter, or the line does."""
    past = found["word"].lower() in _PAST
    capitals = found["word"].isupper()
    if END.match(text, when.end):
        colon = text[found.end() : found.end() + 1] == ":"
        if past and not (capitals and colon and "|" not in text[: found.start()]):
            stamped = capitals and when.clock is not None
            return (Form.STAMPED, when, number, when.end) if stamped else None
        return Form.TIMED, when, number, when.end
    if not past and when.clock is not None and (author := AUTHOR.match(text, when.end)):
        return Form.TIMED, when, number, author.end()
    delimiter = DELIMITER.match(text, when.end)
    if delimiter is None:
        shouted = capitals and not past and when.clock is not None
        return (
            (Form.TIMED, when, number, when.end)
            if shouted and _CAPITAL.match(text, when.end)
            else None
        )
    if past and not capitals and not _tells(text, delimiter):
        return None
    return Form.TIMED, when, number, delimiter.end()


def _tells(text: str, delimiter: re.Match[str]) -> bool:
    """Whether a past form ("Updated 5 p.m.: ...") goes on to tell something."""
    return "|" not in delimiter[0] and len(text) - delimiter.end() >= 30


def _plain(text: str, found: re.Match[str], number: int | None, end: int) -> Found | None:
    """A marker without a moment."""
    word = found["word"]
    past = word.lower() in _PAST
    if word.isupper() and (clause := _CLAUSE.match(text, end)):
        return Form.WORD, None, number, clause.end()
    if past and not word.isupper():
        return None
    if END.match(text, end):
        alone = word.isupper() and not past and not found["kind"]
        return (Form.WORD, None, number, end) if alone else None
    delimiter = DELIMITER.match(text, end)
    if delimiter is None or not _DASH_OR_COLON.match(text, end):
        return None
    hyphen = text[end:].lstrip()[:1] == "-" and "--" not in delimiter[0]
    label = past and END.match(text, delimiter.end())  # of a stamp: its time is on the next line
    if label or (hyphen and not word.isupper()):
        return None
    return Form.WORD, None, number, delimiter.end()


def _ruled(text: str, at: int) -> int:
    """``at``, or the end of the row of dashes or stars that stands there."""
    rule = _RULE.match(text, at)
    return rule.end() if rule else at


def _original(text: str, at: int) -> Found | None:
    """``Erstmeldung``, ``ORIGINAL 7:02 PM REPORT:``, ``FIRST REPORT, 1:48 PM:``, ``EARLIER:``."""
    if follows := _FOLLOWS.match(text, _ruled(text, at)):
        return Form.ORIGINAL, None, None, follows.end()
    found = _ORIGINAL.match(text, at)
    if found is None:
        return None
    word = found["word"]
    when = match_when(text, found.end())
    end = when.end if when.named else found.end()
    report = _REPORT.match(text, end) if when.clock is not None else None
    end = report.end() if report else end
    delimiter = DELIMITER.match(text, end)
    if delimiter is None and not END.match(text, end):
        return None
    end = delimiter.end() if delimiter else end
    moment = when if when.named else None
    if when.clock is not None or word.lower() not in _SINGLE:
        return Form.ORIGINAL, moment, None, end
    if delimiter is None or ":" not in delimiter[0] or word.lower() == "first":
        return None
    return (Form.ORIGINAL if word == "ORIGINAL" else Form.EARLIER), moment, None, end


def _timed(text: str, at: int) -> Found | None:
    """``7:09 PM UPDATE:``: the time before the word."""
    when = match_when(text, at, lead=False)
    if when.clock is None or when.span:
        return None
    found = _TIME_WORD.match(text, when.end)
    if found is None:
        return None
    delimiter = DELIMITER.match(text, found.end())
    if delimiter is None and not (END.match(text, found.end()) and found["word"].isupper()):
        return None
    bracketed = text[at - 1 : at] in ("[", "(") and text[found.end() : found.end() + 1] in (
        "]",
        ")",
    )
    colon = delimiter is not None and ":" in delimiter[0]
    if not (found["word"].isupper() or colon or bracketed):
        return None
    original = "original" in found["word"].lower()
    form = Form.ORIGINAL if original else Form.TIMED
    return form, when, None, delimiter.end() if delimiter else found.end()


def _posted(text: str) -> Found | None:
    """``[Posted at 2:51 p.m.]``; alone on its line, or in round brackets, it needs company."""
    found = _POSTED.match(text)
    if found is None:
        return None
    when = match_when(text, found.end())
    square = text[0] == "["
    closing = text.find("]" if square else ")", max(0, when.end - 1), when.end + 12)
    if when.clock is None or closing < 0:
        return None
    delimiter = DELIMITER.match(text, closing + 1)
    end = delimiter.end() if delimiter else closing + 1
    told = Form.TIMED if square else Form.DELIMITED
    return (Form.ALONE if END.match(text, end) else told), when, None, end
