"""Words of a page that change by themselves: how long ago it was, how many looked.

A page that differs in nothing else says nothing new. What must stay true: a number or a time in a
sentence, a headline or a list is never such a word; what is doubtful is news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST = 120  # code points of a line that may be furniture
_SOME = r"(?:\d{1,3}|an?|one|a few)"
_AGO = re.compile(
    r"(?:about |over |almost |less than |more than )?(?:\d{1,2} ?(?:h|hrs?|hours?),? )?"
    rf"{_SOME}\s?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|"
    r"years?)\.? ago(?![a-z])"
    r"|(?:just now|moments ago|gerade eben|à l['’]instant|ahora mismo|proprio ora|zojuist)\b"
    r"|vor (?:\d{1,3}|einer|einem|wenigen) "
    r"(?:sek(?:unden?)?|min(?:uten?)?|std|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\b\.?"
    r"|il y a (?:\d{1,3}|une?|quelques) ?"
    r"(?:s|secondes?|min(?:utes?)?|h(?:eures?)?|j(?:ours?)?|semaines?|mois|ans?)\b"
    r"|(?:hace|há) (?:\d{1,3}|una?|uma?|unos|unas) ?"
    r"(?:s|segundos?|min(?:utos?)?|h(?:oras?)?|d(?:[ií]as?)?|semanas?|mes(?:es)?|meses|mês|"
    r"años?|anos?)\b"
    r"|\d{1,3} ?(?:segundos?|minutos?|horas?|dias?|semanas?) atrás\b"
    r"|\d{1,3} (?:second[oi]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa\b"
    r"|(?:\d{1,3}|een) (?:seconden?|minuten?|minuut|uur|uren|dag(?:en)?|weken?|maand(?:en)?|jaar) "
    r"geleden\b",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[.,'\u00a0\u202f ]?\d{1,3}){0,4}\s?(?:k|m|mio|mln|tsd)?\.?"
_NOUN = (
    r"(?:(?:page )?views?|reads?|comments?|shares?|likes?|reactions?|replies|reply|retweets?|"
    r"reposts?|bookmarks?|followers?|watching(?: now)?|reading(?: now| this)?|"
    r"people (?:are )?(?:reading|watching)(?: now| this)?|"
    r"aufrufe?|kommentare?|leser(?:kommentare?)?|vues?|lectures?|commentaires?|partages?|visitas|"
    r"lecturas|comentarios?|compartidos|visualizações|comentários?|visualizzazioni|commenti|"
    r"condivisioni|reacties?|weergaven|просмотр(?:а|ов)?|комментари(?:й|я|ев))\b"
)
_COUNT = re.compile(
    rf"{_NUMBER}\s?{_NOUN}|{_NOUN}\s?(?::\s?{_NUMBER}(?![\w.,])|\(\s?{_NUMBER}\s?\))", re.IGNORECASE
)
_LED = re.compile(
    r"(?:(?:last |zuletzt |última )?(?:updated|modified|published|posted|aktualisiert|"
    r"veröffentlicht|actualizad[oa]|publicad[oa]|atualizad[oa]|aggiornat[oa]|pubblicat[oa]|"
    r"bijgewerkt|gepubliceerd)|mis à jour|publié)\b\s?:?\s?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s·•|/,–—-]+")
_PARTED = re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+")
_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d{2}")
_BY = re.compile(r"(?:by|von|par|por|di|door)\s", re.IGNORECASE)


def same_but_furniture(before: str, after: str) -> bool:
    """Whether two texts of a page differ, if at all, only in words that change by themselves.

    Args:
        before: a text.
        after: another one. Linear in both.
    """
    kept = list(_lasting(before))
    return any(kept) and kept == list(_lasting(after))


def _lasting(text: str) -> Iterator[str]:
    """The lines that say something; blank ones together are one."""
    blank = True
    for line in text.split("\n"):
        said = _without(line) if len(line) <= _LONGEST else line
        if said is None:
            continue
        if said.strip():
            yield said
            blank = False
        elif not blank:
            yield ""
            blank = True


def _without(line: str) -> str | None:
    """A line without how long ago it was; None for one that says nothing else."""
    if not any(map(str.isdigit, line)) and _AGO.search(line) is None:
        return line
    if _is_furniture(line):
        return None
    return _untimed(line)


def _is_furniture(line: str) -> bool:
    """Whether a line is nothing but counters and how long ago."""
    led = _LED.match(line)
    at = led.end() if led else len(line) - len(line.lstrip(" ·•|"))
    found = False
    while at < len(line):
        token = _AGO.match(line, at) or (None if led else _COUNT.match(line, at))
        if token is None:
            return False
        found, at = True, token.end()
        between = _BETWEEN.match(line, at)
        if between is None and at < len(line):
            return False
        at = between.end() if between else at
    return found


def _untimed(line: str) -> str:
    """A line without how long ago it was at its beginning or its end, set apart from the rest."""
    first = _AGO.match(line)
    if first is not None:
        rest = _PARTED.match(line, first.end()) or _CLOCK.match(line, first.end())
        if rest is not None:
            return line[first.end() :].lstrip(" ·•|–—-")
    parts = [part.end() for part in _PARTED.finditer(line)]
    at = parts[-1] if parts else 0
    for last in _AGO.finditer(line, at):
        if last.end() == len(line) and (last.start() == at or _BY.match(line)):
            return line[: last.start()].rstrip(" ,·•|–—-")
    return line
