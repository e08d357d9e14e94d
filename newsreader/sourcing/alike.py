"""Statements that tell the same: found by the rarer words that they share.

No meaning is understood here. Two statements tell the same when the shorter shares most of its
longer words with the other. What must stay true: linear but for a bound, for a word that stands
in more than ``COMMON`` statements tells nothing and is not followed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

COMMON = 40
_SHARE = 0.5  # of the shorter one's words
_FEWEST = 3  # words that must be shared
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_EMPTY = frozenset(
    """
    said says told according reported reports officials about after before their there which would
    could should have been were with from that this they them what when where while into over also
    more than some other people statement citing quoted saying news agency
    """.split()  # noqa: SIM905  (a class of words)
)


def groups(told: Mapping[int, str]) -> list[tuple[int, ...]]:
    """The numbers of what tells the same, group by group, singles left out.

    Args:
        told: what is told, by the number of the statement.
    """
    words = {n: _content(text) for n, text in told.items()}
    where: dict[str, list[int]] = defaultdict(list)
    for n, own in words.items():
        for word in own:
            where[word].append(n)
    leader = {n: n for n in told}
    for n, own in words.items():
        shared = Counter(
            other
            for word in own
            if len(where[word]) <= COMMON
            for other in where[word]
            if other < n
        )
        for other, count in shared.items():
            shorter = min(len(own), len(words[other]))
            if count >= _FEWEST and count >= _SHARE * shorter:
                leader[_lead(leader, n)] = _lead(leader, other)
    found: dict[int, list[int]] = defaultdict(list)
    for n in told:
        found[_lead(leader, n)].append(n)
    return [tuple(each) for each in found.values() if len(each) > 1]


def _lead(leader: dict[int, int], n: int) -> int:
    """Who leads the group of ``n``; the way there is made short."""
    while leader[n] != n:
        leader[n] = leader[leader[n]]
        n = leader[n]
    return n


def _content(text: str) -> frozenset[str]:
    """The words that carry what is told, without their commonest endings."""
    low = (found[0].casefold() for found in _WORD.finditer(text))
    return frozenset(_stem(word) for word in low if len(word) > 3 and word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in ("’s", "'s", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
