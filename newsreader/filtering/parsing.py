"""A filter line: words to be found, and terms of the form ``key:value``; ``-`` before one negates.

Double quotes keep a phrase or a value with blanks together, and take a word with a colon as it
is. A quote that is not closed reaches to the end, as it does while one still types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, cast

from newsreader.errors import UsageError
from newsreader.filtering.days import FORMS, one, span
from newsreader.model.filter import Condition, Count, Days, Filter, Key, Sort

MAX_TERMS = 40
"""Terms of a line; more are a mistake, or somebody else's file."""

_LABELS = ("confirmed", "speculative", "opinion", "none")
_TURNED = ("stale", "gone", "changed", "waiting")
_STATES = ("untagged", "progress", "done", "mine", "removed", *_TURNED)
_HAVING = (
    "note",
    "evidence",
    "confirmed",
    "speculative",
    "opinion",
    "news",
    "left-behind",
    *_TURNED,
)
_SORTS = tuple(Sort)
_KEY = re.compile(r"([A-Za-z][A-Za-z-]*):")
_COUNT = re.compile(r"(<=|>=|<|>|=|)(\d{1,9})", re.ASCII)


class Term(NamedTuple):
    """One term of the language, for help and docs."""

    key: str
    form: str
    says: str


TERMS: tuple[Term, ...] = (
    Term("label", "label:speculative", "has a tag of yours with that label; none: an open one"),
    Term("untagged", "untagged:>5", "that many statements without a label of yours"),
    Term("is", "is:done", "untagged, progress, done, mine, removed; or, with tags of yours on "
         "words that changed or went, stale, gone; or, with a newer revision than you had open, "
         "waiting, and with other statements in it changed"),
    Term("has", "has:note", "a note, evidence, confirmed, speculative, opinion of anybody; "
         "news (it changed since you tagged in it); left-behind tags of yours; and stale, gone, "
         "changed, waiting as with is"),
    Term("date", "date:2022-01..2022-02", f"published then: {FORMS}"),
    Term("since", "since:2022-01-05", "published on that day or later"),
    Term("until", "until:2022-02", "published on that day or earlier"),
    Term("added", "added:7d..", "added to the library then (UTC)"),
    Term("aged", "aged:7d", "has a speculative tag of yours put on that day or earlier"),
    Term("source", "source:wire", "these letters are in the name of its source"),
    Term("by", "by:ana", "has a tag of that editor"),
    Term("sort", "sort:title", "in the order of changed, published, added, title, open"),
)  # fmt: skip
"""All terms."""


class _Word(NamedTuple):
    """A word of the line as it was typed."""

    raw: str
    key: str  # "" when it is no term
    value: str
    quoted: bool
    negated: bool


def parse(text: str, today: date | None = None) -> Filter:
    """Read a filter line.

    Args:
        text: what was typed; any string.
        today: what ``today`` and ``7d`` count from; None for this machine's date.

    Raises:
        UsageError: a term is unknown or ill-formed; names it and what is known.
    """
    conditions: list[Condition] = []
    sort: Sort | None = None
    for word in _words(text):
        if len(conditions) >= MAX_TERMS:
            raise UsageError(f"more than {MAX_TERMS} terms in one filter")
        if word.key == "sort":
            if word.negated:
                raise UsageError(f"{word.raw}: an order cannot be negated")
            sort = Sort(_one_of(word, _SORTS))
        else:
            conditions.append(_condition(word, today or date.today()))  # noqa: DTZ011  this desk's
    return Filter(tuple(conditions), sort)


def _words(text: str) -> Iterator[_Word]:
    """The words of the line, blanks within quotes kept."""
    start = at = 0
    within = False
    for at, char in enumerate(f"{text} "):
        if char == '"':
            within = not within
        elif char.isspace() and (not within or at == len(text)):
            if at > start:
                yield _word(text[start:at])
            start = at + 1


def _word(raw: str) -> _Word:
    negated = raw.startswith("-")
    body = raw[1:] if negated else raw
    found = _KEY.match(body)
    key = found[1].casefold() if found else ""
    value = body[found.end() :] if found else body
    return _Word(raw, key, value.replace('"', ""), '"' in value, negated)


def _known(key: str) -> str:
    """Which term was meant, or which ones there are."""
    from difflib import get_close_matches  # noqa: PLC0415  -- only where something is wrong

    known = [term.key for term in TERMS]
    near = get_close_matches(key, known, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"known: {', '.join(known)}; quotes look for the words themselves"


def _condition(word: _Word, today: date) -> Condition:
    """What a word asks of a story."""
    if not word.key:
        if not word.value.strip():
            raise UsageError(f"{word.raw}: nothing to look for")
        return Condition("phrase" if word.quoted else "word", word.value, word.negated)
    read = _READERS.get(word.key)
    if read is None:
        raise UsageError(f"{word.raw}: no such term", _known(word.key))
    key = "date" if word.key in {"since", "until"} else word.key
    return Condition(cast("Key", key), read(word, today), word.negated)


def _one_of(word: _Word, known: Sequence[str]) -> str:
    """The value, or the only known one that begins like it."""
    value = word.value.casefold()
    if value in known:
        return value
    begun = [each for each in known if each.startswith(value)] if value else []
    if len(begun) != 1:
        raise UsageError(f"{word.raw}: {word.key}: takes {', '.join(known)}")
    return begun[0]


def _count(word: _Word, _today: date) -> Count:
    found = _COUNT.fullmatch(word.value)
    if found is None:
        raise UsageError(f"{word.raw}: {word.key}: takes a number, as 5, >5, <=5")
    compare = cast("Literal['<', '<=', '=', '>=', '>']", found[1] or "=")
    return Count(compare, int(found[2]))


def _text(word: _Word, _today: date) -> str:
    if not word.value.strip():
        raise UsageError(f"{word.raw}: {word.key}: takes a name")
    return word.value


def _span(word: _Word, today: date) -> Days:
    value = {"since": f"{word.value}..", "until": f"..{word.value}"}.get(word.key, word.value)
    found = span(value, today) if ".." not in word.value or value == word.value else None
    if found is None:
        raise UsageError(f"{word.raw}: no date is written like that", f"as {FORMS}")
    return found


def _since_when(word: _Word, today: date) -> Days:
    found = one(word.value, today)
    if found is None:
        raise UsageError(f"{word.raw}: no date is written like that", "as 7d, yesterday, 2022-01")
    return Days("", found.past)


def _word_of(known: Sequence[str]) -> Callable[[_Word, date], str]:
    return lambda word, _today: _one_of(word, known)


_READERS: dict[str, Callable[[_Word, date], str | Count | Days]] = {
    "label": _word_of(_LABELS),
    "untagged": _count,
    "is": _word_of(_STATES),
    "has": _word_of(_HAVING),
    "date": _span,
    "since": _span,
    "until": _span,
    "added": _span,
    "aged": _since_when,
    "source": _text,
    "by": _text,
}
