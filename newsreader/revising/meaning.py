"""What a statement says, as far as words tell: numbers, negations, hedges, verbs, names, times.

A rough look, on purpose without a model: it need not understand the statement, it must notice
that two versions of it do not say the same. Each word plays one part: the day of a date is no
number, the name of a source no person.

What must stay true: linear in the statement; the same text gives the same meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from newsreader.revising import lexicon as lex
from newsreader.revising.sources import Source, find_sources
from newsreader.revising.spelling import is_common
from newsreader.revising.tokens import QUOTES, low, said, stem

_DIGITS = re.compile(r"\d[\d.,:]*\Z")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_SUFFIX = frozenset(("st", "nd", "rd", "th", "s"))


@dataclass(slots=True)
class Reading:
    """A statement being read: its words, and which of them play a part already."""

    said: list[str]
    low: list[str]
    used: list[bool] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Reading:
        """The words of a statement, none of them used."""
        words = said(text)
        return cls(words, [stem(low(each)) for each in words], [False] * len(words))

    def at(self, i: int) -> str:
        """The low word at ``i``, "" beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def is_number(self, i: int) -> bool:
        """Whether there are digits at ``i``."""
        return bool(_DIGITS.match(self.at(i)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of a statement that a change of meaning shows in."""

    numbers: tuple[str, ...]
    units: tuple[str, ...]
    casualties: tuple[str, ...]
    negations: tuple[str, ...]  # what each of them negates
    hedges: tuple[str, ...]
    verbs: tuple[str, ...]
    sources: tuple[Source, ...]
    names: tuple[str, ...]
    times: tuple[str, ...]
    words: frozenset[str]


def meaning(text: str) -> Meaning:
    """Read one statement."""
    reading = Reading.of(text)
    times = _times(reading)
    sources = find_sources(reading.said, reading.low, reading.used)
    numbers, units = _numbers(reading)
    casualties = _classes(reading, lex.CASUALTIES)
    return Meaning(
        numbers,
        units,
        casualties,
        _negations(reading),
        _hedges(reading),
        _verbs(reading),
        sources,
        _names(reading),
        times,
        frozenset(reading.low),
    )


# -- dates and times -----------------------------------------------------------------------


def _times(r: Reading) -> tuple[str, ...]:
    """Days, months, dates, clock times, years, and how long ago."""
    found: list[str] = []
    for i in range(len(r.low)):
        parts = [] if r.used[i] else _time_at(r, i)
        for k in parts:
            if not r.used[k]:
                r.used[k] = True
                found.append(r.low[k].replace(".", ""))
    return tuple(found)


def _time_at(r: Reading, i: int) -> list[int]:
    """Indexes of the words of a time that begins at ``i``; empty where none does."""
    word, after = r.low[i], r.at(i + 1)
    if word in lex.DAYS or word in lex.TIMES:
        return [i]
    if _is_month(r, i):
        return [i, *_day_after(r, i + 1)]
    if word in lex.RELATIVE and after in lex.PERIODS:
        return [i, i + 1]
    if r.is_number(i):
        return _numeric_time(r, i)
    if word in lex.VALUES and after in lex.PERIODS and r.at(i + 2) in lex.AGO:
        return [i, i + 1, i + 2]
    return []


def _is_month(r: Reading, i: int) -> bool:
    word = r.low[i]
    if word in lex.SHORT_MONTHS:
        after = i + 2 if r.at(i + 1) == "." else i + 1
        return r.said[i][0].isupper() and (r.is_number(after) or r.is_number(i - 1))
    if word not in lex.LONG_MONTHS:
        return False
    if word not in lex.DOUBTFUL_MONTHS:
        return True
    before = r.at(i - 1)
    beside = r.is_number(i + 1) or r.is_number(i - 1)
    led = before in {"in", "since", "until", "by", "last", "next", "this", "late", "early", "of"}
    return r.said[i][0].isupper() and (beside or led)


def _day_after(r: Reading, i: int) -> list[int]:
    """The day and the year behind a month."""
    found = []
    if r.at(i) == ".":
        i += 1
    if r.is_number(i):
        found.append(i)
        i += 1
        if r.at(i) in _SUFFIX:
            i += 1
        if r.at(i) == "," and _YEAR.match(r.at(i + 1)):
            found.append(i + 1)
    return found


def _numeric_time(r: Reading, i: int) -> list[int]:
    """A clock time, the day before a month, a year, or a number of days ago."""
    word, after = r.low[i], r.at(i + 1)
    k = i + 2 if after in _SUFFIX or after in {".", "of"} else i + 1
    if k < len(r.low) and _is_month(r, k):
        return [i, k, *_day_after(r, k + 1)]
    if after in lex.CLOCKS:
        return [i, i + 1, *([i + 2] if r.at(i + 2) in lex.CLOCKS else [])]
    if _CLOCK.match(word) and (":" in word or after in lex.CLOCKS):
        return [i]
    if after in lex.PERIODS and r.at(i + 2) in lex.AGO:
        return [i, i + 1, i + 2]
    if _YEAR.match(word) and after not in lex.UNITS and after not in lex.CASUALTIES:
        return [i]
    return []


# -- numbers and what they count -----------------------------------------------------------


def _numbers(r: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every number with its limit, and what it counts."""
    numbers: list[str] = []
    units: list[str] = []
    i = 0
    while i < len(r.low):
        value, end = ("", i) if r.used[i] else _number_at(r, i)
        if not value:
            i += 1
            continue
        numbers.append(_bound(r, i) + value)
        unit = _unit(r, i, end)
        if unit:
            units.append(unit)
        for k in range(i, end):
            r.used[k] = True
        i = end
    return tuple(numbers), tuple(units)


def _number_at(r: Reading, i: int) -> tuple[str, int]:  # noqa: PLR0911  (one form a line)
    """The value of the number that begins at ``i``, and where it ends; "" where none does."""
    word = r.low[i]
    if word in lex.VAGUE:
        return lex.VAGUE[word], i + 1
    if word in lex.ORDINALS:
        return lex.ORDINALS[word], i + 1
    if word == "one" and r.at(i - 1) in {"no", "any", "every"}:
        return "", i
    if word == "a" and r.at(i + 1) in lex.SCALES and r.at(i + 1) not in lex.SHORT_SCALES:
        return _scaled(r, Decimal(1), i + 1)
    value = _value(word)
    if value is None:
        return ("", i) if not r.is_number(i) else (word, i + 1)
    if r.at(i + 1) in _SUFFIX - {"s"} and r.is_number(i):
        return f"{value}th", i + 2
    return _scaled(r, value, i + 1)


def _value(word: str) -> Decimal | None:
    if word in lex.VALUES:
        return Decimal(lex.VALUES[word])
    tens, _, ones = word.partition("-")
    if tens in lex.VALUES and ones in lex.VALUES:
        return Decimal(lex.VALUES[tens] + lex.VALUES[ones])
    if _GROUPED.match(word):
        return Decimal(word.replace(",", ""))
    return Decimal(word) if _PLAIN.match(word) and len(word) < 40 else None


def _scaled(r: Reading, value: Decimal, i: int) -> tuple[str, int]:
    """The number with the hundreds, thousands and millions behind it."""
    end = i + 6  # no number that anybody prints is longer
    while i < end and r.at(i) in lex.SCALES:
        value *= lex.SCALES[r.at(i)]
        i += 1
        rest = i + 1 if r.at(i) == "and" else i
        more = _value(r.at(rest)) if value >= 100 else None
        if more is not None and r.at(rest) in lex.VALUES and more < 100:
            value += more
            i = rest + 1
    return f"{value.normalize():f}", i


def _bound(r: Reading, i: int) -> str:
    """The limit before a number: *at least*, *more than*, *up to*."""
    before, first = r.at(i - 1), r.at(i - 2)
    if before in {"least", "most"} and first == "at":
        return f"{before} "
    if before == "than" and first in {"more", "fewer", "less", "greater"}:
        return "more " if first in {"more", "greater"} else "fewer "
    if before == "to" and first == "up":
        return "upto "
    return {"over": "more ", "under": "fewer ", "only": "only ", "just": "only "}.get(before, "")


def _unit(r: Reading, start: int, end: int) -> str:
    """What the number from ``start`` to ``end`` counts."""
    if start and r.low[start - 1] in {"$", "€", "£", "¥", "₽"}:
        return lex.UNITS[r.low[start - 1]]
    for k in range(end, min(end + 4, len(r.low))):
        if r.low[k] in lex.UNITS:
            return lex.UNITS[r.low[k]]
        if r.low[k] in ",.;:" or r.low[k] in lex.PREPOSITIONS - {"of", "per"}:
            break
    return ""


# -- single words --------------------------------------------------------------------------


def _classes(r: Reading, table: dict[str, str]) -> tuple[str, ...]:
    return tuple(table[each] for i, each in enumerate(r.low) if each in table and not r.used[i])


def _negations(r: Reading) -> tuple[str, ...]:
    """What is negated: the next word of weight after each negation."""
    found = []
    for i, word in enumerate(r.low):
        denies = word in lex.NEGATIONS or word.endswith(("n't", "nt'")) or word.startswith("n'")
        failing = word in lex.FAILING and r.at(i + 1) == "to"
        if (denies and not (word == "no" and r.is_number(i + 2))) or failing:
            found.append(_weighty(r, i + 1))
    return tuple(found)


def _weighty(r: Reading, i: int) -> str:
    for k in range(i, min(i + 6, len(r.low))):
        word = r.low[k]
        light = word in lex.DETERMINERS or word in lex.ADVERBS or word in lex.PREPOSITIONS
        if word[:1].isalnum() and not light and word not in {"one", "longer", "yet", "any"}:
            return word
    return ""


def _hedges(r: Reading) -> tuple[str, ...]:
    found = []
    for i, word in enumerate(r.low):
        if r.used[i]:
            continue
        if word in lex.HEDGES:
            found.append(lex.HEDGES[word])
        elif word in lex.ABOUT and _starts_number(r, i + 1):
            found.append("about")
        elif word in lex.BELIEVED and _is_passive(r, i):
            found.append("believed")
    return tuple(found)


def _starts_number(r: Reading, i: int) -> bool:
    if r.at(i) in {"$", "€", "£", "¥", "a"}:
        i += 1
    return r.is_number(i) or r.at(i) in lex.NUMBER_WORDS


def _is_passive(r: Reading, i: int) -> bool:
    beside = {r.at(i - 1), r.at(i - 2)}
    after = r.at(i + 1)
    if r.at(i - 1) in lex.DETERMINERS or after == "to" or after in lex.CASUALTIES:
        return True
    return bool(beside & lex.BE)


def _verbs(r: Reading) -> tuple[str, ...]:
    """Reporting verbs; not the nouns that look like them."""
    found = []
    for i, word in enumerate(r.low):
        if word not in lex.VERBS or word == "according":
            continue
        noun = word in lex.NOUNS_TOO and (
            r.at(i - 1) in lex.DETERMINERS
            or r.at(i - 1) in lex.PREPOSITIONS
            or r.at(i - 1) in {"media", "news", "earlier", "new", "unconfirmed"}
        )
        if not noun:
            found.append(lex.VERBS[word])
    found += ["believe" for i, word in enumerate(r.low) if _believes(r, i, word)]
    return tuple(found)


def _believes(r: Reading, i: int, word: str) -> bool:
    return word in lex.BELIEVED and not _is_passive(r, i)


# -- names ---------------------------------------------------------------------------------


def _names(r: Reading) -> tuple[str, ...]:
    """Persons and places: what has a capital and no other reason to have one."""
    titled = _in_title_case(r.said)
    found = []
    for i, word in enumerate(r.said):
        low_word = r.low[i]
        if r.used[i] or not (word[0].isupper() or word[0] in "@#") or low_word in lex.TITLES:
            continue
        begins = i == 0 or r.said[i - 1] in QUOTES or r.said[i - 1] in ".:!?–—-•"
        common = is_common(low_word) or low_word.endswith(("n't", "'ll", "'re", "'ve"))
        acronym = word.isupper() and 1 < len(word) < 6 and not titled
        if (begins or titled or len(word) == 1) and common and not acronym:
            continue
        if common and low_word in lex.KNOWN and not acronym:
            continue
        found.append(low_word)
    return tuple(found)


def _in_title_case(said_words: list[str]) -> bool:
    """Whether capitals tell nothing: a headline in title case, or one in capitals."""
    long = [each for each in said_words if len(each) > 3 and each.isalpha()]
    capitals = sum(each[0].isupper() for each in long)
    return len(long) > 2 and capitals * 5 >= len(long) * 4
