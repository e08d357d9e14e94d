"""What changed between the words that a tag was put on and those that stand there now.

A word diff to read, and its alarms: the kinds of change of meaning that it shows. When only case,
white space, quotation marks or the spelling of a common word differ, it is cosmetic and nothing
else. No alarm is no promise: it says only that nothing of the listed kinds was noticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsreader.model.comparison import Alarm, Comparison, Piece
from newsreader.revising.aligning import align
from newsreader.revising.lexicon import OPPOSITES, ROLES, UN
from newsreader.revising.meaning import Meaning, meaning
from newsreader.revising.sources import Source
from newsreader.revising.spelling import distance, same_spelling
from newsreader.revising.tokens import low, said, tokens, unquoted

SMALL = 40_000
"""Pairs of words up to which every one is looked at; beyond, words that stand once decide."""


@lru_cache(maxsize=512)
def compare(old: str, new: str) -> Comparison:
    """The word diff from ``old`` to ``new``, and its alarms.

    Args:
        old: the words that were.
        new: the words that are; different ones.

    Returns:
        The pieces with "=" and "-" joined are the old words, those with "=" and "+" the new ones.
    """
    return Comparison(word_diff(old, new), alarms(old, new))


# -- the diff ------------------------------------------------------------------------------


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """What stayed, what went and what came, word by word."""
    left, right = tokens(old), tokens(new)
    pieces: list[tuple[str, list[str]]] = []
    i = j = 0
    for a, b in [*_common(left, right), (len(left), len(right))]:
        _put(pieces, "-", left[i:a])
        _put(pieces, "+", right[j:b])
        _put(pieces, "=", left[a : a + 1])
        i, j = a + 1, b + 1
    return tuple(Piece(sign, "".join(words)) for sign, words in _readable(pieces))


def _put(pieces: list[tuple[str, list[str]]], sign: str, words: Sequence[str]) -> None:
    if words and pieces and pieces[-1][0] == sign:
        pieces[-1][1].extend(words)
    elif words:
        pieces.append((sign, list(words)))


def _common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal tokens in sequence: as many as can be, where the sentences are not huge."""
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    stop = 0
    while stop < min(len(left), len(right)) - start and left[-1 - stop] == right[-1 - stop]:
        stop += 1
    a, b = left[start : len(left) - stop], right[start : len(right) - stop]
    middle = _longest(a, b) if len(a) * len(b) <= SMALL else _landmarks(a, b)
    ends = range(stop, 0, -1)
    return [
        *((k, k) for k in range(start)),
        *((start + i, start + j) for i, j in middle),
        *((len(left) - k, len(right) - k) for k in ends),
    ]


def _longest(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common sequence; words count more than the white space between them."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                row[j] = below[j + 1] + (1 if a[i].isspace() else 4)
            else:
                row[j] = max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j] and table[i][j] == table[i + 1][j + 1] + (1 if a[i].isspace() else 4):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _landmarks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs by the words that stand once on either side, and what is equal beside them."""
    found = ((i, place.n) for i, place in enumerate(align(a, b)) if place.state == "current")
    return [(i, n - 1) for i, n in found if n is not None]


def _readable(pieces: Sequence[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """The pieces with neighbouring changes told as one, first what went and then what came."""
    found: list[tuple[str, list[str]]] = []
    went: list[str] = []
    came: list[str] = []
    for at, (sign, words) in enumerate(pieces):
        thin = sign == "=" and "".join(words).isspace()
        if sign == "=" and not (thin and (went or came) and at + 1 < len(pieces)):
            _flush(found, went, came)
            _put(found, "=", words)
        else:
            went += words if sign != "+" else []
            came += words if sign != "-" else []
    _flush(found, went, came)
    return found


def _flush(found: list[tuple[str, list[str]]], went: list[str], came: list[str]) -> None:
    """Tell a change, without the white space that both sides begin or end with."""
    shared = min(len(went), len(came))
    first = 0
    while first < shared and went[first] == came[first]:
        first += 1
    last = 0
    while last < shared - first and went[-1 - last] == came[-1 - last]:
        last += 1
    end = len(went) - last
    _put(found, "=", went[:first])
    _put(found, "-", went[first:end])
    _put(found, "+", came[first : len(came) - last])
    _put(found, "=", went[end:])
    went.clear()
    came.clear()


# -- the alarms ----------------------------------------------------------------------------


def alarms(old: str, new: str) -> tuple[Alarm, ...]:
    """The kinds of change of meaning between two versions of a statement, in a fixed order."""
    mended = _mended(old, new)
    if mended is not None:
        return (Alarm.COSMETIC,)
    before, after = meaning(old), meaning(new)
    un = _negated(before.words, after.words)
    found = {
        Alarm.NUMBER: before.numbers != after.numbers,
        Alarm.NEGATION: bool(un) or _negations_differ(before, after),
        Alarm.HEDGE: _without(before.hedges, un) != _without(after.hedges, un),
        Alarm.TIME: Counter(before.times) != Counter(after.times),
        Alarm.UNIT: _units_differ(before, after),
    }
    sources, respelt = _sources(before.sources, after.sources)
    found[Alarm.SOURCE] = sources
    found[Alarm.NAME] = respelt or _names_differ(before, after)
    gone, come = Counter(before.verbs), Counter(after.verbs)
    gone, come = gone - come, come - gone
    found[Alarm.VERB] = not un and bool((gone and come) or ((gone or come) and not sources))
    return tuple(each for each in Alarm if found.get(each))


def _mended(old: str, new: str) -> tuple[tuple[str, str], ...] | None:
    """The words that only look different, if nothing else does; None when something says more."""
    left, right = (list(filter(None, map(unquoted, said(each)))) for each in (old, new))
    if len(left) != len(right):
        return None
    shouted = old.isupper() or new.isupper()
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    begins = {left[0], right[0]} if left else set()
    for a, b in pairs:
        if low(a) == low(b):
            if not shouted and _is_acronym(a, b):
                return None
        elif not _is_word(a, b, begins) or not same_spelling(low(a), low(b)):
            return None
    return tuple(pairs)


def _is_acronym(a: str, b: str) -> bool:
    """Whether capitals make another word of it: *US* and *us*."""
    return any(
        one.isupper() and 1 < len(one) < 5 and other.islower() for one, other in ((a, b), (b, a))
    )


def _is_word(a: str, b: str, begins: set[str]) -> bool:
    """Whether two spellings are of a word, not of a name."""
    return all(each.islower() or (each in begins and each[1:].islower()) for each in (a, b))


def _negated(old: Iterable[str], new: Iterable[str]) -> frozenset[str]:
    """Words that came or went with their opposite: *confirmed*, *unconfirmed*."""
    before, after = frozenset(old), frozenset(new)
    went, came = before - after, after - before
    found: set[str] = set()
    for one, other in ((went, came), (came, went)):
        for word in one:
            ways = {f"{un}{word}" for un in UN if len(word) > 4}
            ways |= {OPPOSITES[word]} if word in OPPOSITES else set()  # an apostrophe has none
            found |= {word, *(ways & other)} if ways & other else set()
    return frozenset(found)


def _without(words: Iterable[str], dropped: frozenset[str]) -> Counter[str]:
    return Counter(each for each in words if each not in dropped)


def _negations_differ(before: Meaning, after: Meaning) -> bool:
    old, new = before.negations, after.negations
    if len(old) != len(new):
        return True
    both = before.words & after.words
    return Counter(each for each in old if each in both) != Counter(
        each for each in new if each in both
    )


def _units_differ(before: Meaning, after: Meaning) -> bool:
    """Whether something else is counted: one unit for another, or as many of others."""
    even = 0 < len(before.numbers) == len(after.numbers)
    return any(
        _swapped(old, new, even=even)
        for old, new in ((before.units, after.units), (before.casualties, after.casualties))
    )


def _swapped(old: Sequence[str], new: Sequence[str], *, even: bool) -> bool:
    went, came = set(old) - set(new), set(new) - set(old)
    told = (went | came) - {"person"}  # people may go without saying
    return bool(went and came) or (even and bool(told))


def _names_differ(before: Meaning, after: Meaning) -> bool:
    old, new = tuple(dict.fromkeys(before.names)), tuple(dict.fromkeys(after.names))
    if set(old) != set(new):
        moved = set(old) ^ set(new)
        return not moved <= _named(before.sources) | _named(after.sources)
    return old != new


def _named(sources: Iterable[Source]) -> set[str]:
    return {word for each in sources for word in each.words}


def _sources(old: Sequence[Source], new: Sequence[Source]) -> tuple[bool, bool]:
    """Whether another source speaks; and whether only the spelling of its name changed."""
    here, there = Counter(old), Counter(new)
    left, right = list((here - there).elements()), list((there - here).elements())
    other = len(left) != len(right)
    respelt = False
    for a, b in zip(left, right, strict=False):
        if a.words == b.words:
            continue
        went, came = a.words - b.words, b.words - a.words
        if _respelt(went & a.names, came & b.names, went | came):
            respelt = True
        elif not a.words & b.words or (went | came) & (a.names | b.names | ROLES):
            other = True
    return other, respelt and not other


def _respelt(went: frozenset[str], came: frozenset[str], all_: frozenset[str]) -> bool:
    """Whether a name is written in another way, and all else is as it was."""
    if len(went) != 1 or len(came) != 1 or len(all_) != 2:
        return False
    (one,), (other,) = went, came
    return len(one) > 4 and one[0] == other[0] and 0 < distance(one, other) < 3
