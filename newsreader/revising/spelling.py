"""Whether two words are one word, mended: a slip within two letters of a common word.

What must stay true: two words that both exist are two words, however near (*form*, *from*);
names and numbers never come here. What cannot be told is another word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsreader.revising.lexicon import KNOWN, NUMBER_WORDS, TELLING
from newsreader.revising.wordlist import COMMON

MAX_LETTERS = 40
"""No common word is longer; what is, is not compared letter by letter."""
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"),
    ("ing", ""), ("ing", "e"), ("ying", "ie"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
    ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y"), ("ly", ""), ("ly", "le"), ("ily", "y"),
    ("ally", ""), ("ness", ""), ("less", ""), ("ful", ""), ("y", ""), ("al", ""), ("ment", ""),
    ("able", ""), ("able", "e"), ("ion", ""), ("ions", ""), ("ion", "e"), ("ions", "e"),
)  # fmt: skip
_SLIPS = frozenset(
    """
    occured occuring prefered refered transfered commited submited admited permited begining stoped
    droped shiped controled regreted equiped planing triped robed
    """.split()  # noqa: SIM905
)
"""They look like forms of common words and are none."""
_BEGINNINGS = ("un", "re", "non", "dis", "mis", "pre", "over", "out", "anti", "co", "in", "im")
_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(("cs", "sc", "sz", "zs", "ck", "kc", "mn", "nm"))
"""Consonants that are mistaken for each other."""


@cache
def is_common(word: str) -> bool:
    """Whether ``word``, in small letters, is a common word or a form of one."""
    if word in COMMON or word in KNOWN:
        return True
    if word in _SLIPS:
        return False
    if any(each in COMMON for each in _bases(word)):
        return True
    return any(
        word.startswith(each) and len(word) > len(each) + 3 and _plainly(word[len(each) :])
        for each in _BEGINNINGS
    )


def _plainly(word: str) -> bool:
    return word in COMMON or any(each in COMMON for each in _bases(word))


def _bases(word: str) -> Iterator[str]:
    """What ``word`` may be a form of."""
    for ending, instead in _ENDINGS:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2:
            yield base + instead
            if not instead and base[-1] == base[-2] and ending in {"ed", "ing", "er", "est"}:
                yield base[:-1]


def same_spelling(old: str, new: str) -> bool:
    """Whether one of two words, in small letters, is the other with a slip of the pen."""
    if not (old.isalpha() and new.isalpha()) or max(len(old), len(new)) > MAX_LETTERS:
        return False
    if is_common(old) == is_common(new) or old in NUMBER_WORDS or new in NUMBER_WORDS:
        return False
    right, slip = (old, new) if is_common(old) else (new, old)
    away = distance(right, slip)
    if len(right) < 4:
        return away == 1 and len(slip) > 1 and sorted(set(right)) == sorted(set(slip))
    if right in TELLING or len(right) == 4:
        return away == 1 and _slip_of_one(right, slip)
    return (away == 1 and _slip_of_one(right, slip)) or (away == 2 and _slip_of_two(right, slip))


def _slip_of_one(right: str, slip: str) -> bool:
    """Whether one difference is likely a slip: not another letter where pairs of words differ."""
    if len(right) != len(slip) or sorted(right) == sorted(slip):
        return right[0] == slip[0] or right[1:] == slip or sorted(right) == sorted(slip)
    at = next(k for k in range(len(right)) if right[k] != slip[k])
    both = right[at] + slip[at]
    return at > 0 and (len(right) > 6 or set(both) <= _VOWELS or both in _ALIKE)


def _slip_of_two(right: str, slip: str) -> bool:
    return right[0] == slip[0] and len(right) > 4 and len(slip) > 3


def distance(one: str, other: str) -> int:
    """How many letters two words are apart; two neighbours in the wrong order count as one.

    Returns:
        The number; 3 for three and more.
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return min(3, last[-1])
