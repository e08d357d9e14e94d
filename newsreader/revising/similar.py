"""Partners by likeness, for statements whose words changed: a link to show, never a tag's place.

Within the same update first, then anywhere; only where each is the other's best and nothing else
comes near. How alike two statements are is told by the words that say *what* they are about: a
number, a negation or a verb of saying may flip without making another statement of it, so those
weigh little. What an update reports that is new belongs to no statement of an older one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsreader.model.version import Version
from newsreader.revising import lexicon as lex
from newsreader.revising.exact import Exact
from newsreader.revising.tokens import low, said, stem

LIGHT = 0.4
"""Weight of a word that says little about which statement it is; others weigh 1."""
MAX_WORDS = 300
"""Words of a statement that are looked at; longer ones are told by their beginnings."""
MAX_LIKE = 24
"""Candidates that are compared for one statement."""
COMMONPLACE = 48
"""A word that more statements have leads to none of them."""

REPLACED, SAME_PLACE, SAME_UPDATE, ANYWHERE = 0.4, 0.45, 0.7, 0.8
"""How alike two must be: alone between the same neighbours, there with others, in the same
update, elsewhere."""
MARGIN = 0.04
"""How much better than the next best a partner must be."""
ORDINAL = 0.05
"""What the same place in the row counts, where as many went as came."""

BEGINNING = 0.08
"""What the same first two words count."""

_LIGHT = (
    lex.DETERMINERS | lex.ADVERBS | lex.PREPOSITIONS | lex.JOINING | lex.BE | lex.NEGATIONS
    | frozenset(lex.HEDGES) | frozenset(lex.VERBS) | lex.NUMBER_WORDS | lex.BELIEVED
    | frozenset(("he", "she", "it", "they", "we", "i", "you", "him", "them", "there", "people"))
)  # fmt: skip


class Pair(NamedTuple):
    """An old and a new statement (from 0), and how alike they are."""

    score: float
    old: int
    new: int


class Matcher:
    """Finds partners among what exact words left over."""

    def __init__(self, old: Version, new: Version, found: Exact, back: Iterable[int] = ()) -> None:
        """Look at what is left.

        Args:
            old: the revision before.
            new: the one after.
            found: the partners by exact words.
            back: new statements (from 0) that were there before and are taken.
        """
        self._old, self._new, self._found = old, new, found
        taken = {*found.pairs.values(), *back}
        self._left = [i for i in range(len(old.words)) if i not in found.pairs]
        self._right = [j for j in range(len(new.words)) if j not in taken]
        self._gap_old, self._gap_new = self._gaps()
        self._in_gap: dict[tuple[int, int], tuple[list[int], list[int]]] = defaultdict(
            lambda: ([], [])
        )
        self._continued = {**found.sections}
        self._fresh = self._fresh_homes()
        for i in self._left:
            there = self._continued.get(old.homes[i])
            if there is not None:
                self._in_gap[self._gap_old[i], there][0].append(i)
        for j in self._right:
            self._in_gap[self._gap_new[j], new.homes[j]][1].append(j)
        rows = self._in_gap.values()
        self._rank_old = {i: k for olds, _ in rows for k, i in enumerate(olds)}
        self._rank_new = {j: k for _, news in rows for k, j in enumerate(news)}

    def pairs(self) -> dict[int, int]:
        """The partners by likeness."""
        found: dict[int, int] = {}
        for near in (True, False):
            scored = self._scored(found, near=near)
            while more := _mutual(scored):
                found |= more
                taken = set(more.values())
                scored = [p for p in scored if p.old not in more and p.new not in taken]
                if not near:
                    break
        return found

    # -- where a statement stands --------------------------------------------------------------

    def _gaps(self) -> tuple[list[int], list[int]]:
        """Between which kept neighbours every statement stands, counted on either side."""
        kept = sorted(self._found.in_sequence)
        before_old = _counted(set(kept), len(self._old.words))
        before_new = _counted({self._found.pairs[i] for i in kept}, len(self._new.words))
        return before_old, before_new

    def _fresh_homes(self) -> frozenset[int]:
        """Updates of the new revision that have nothing of the old one."""
        known = {self._new.homes[j] for j in self._found.pairs.values()}
        return frozenset(self._new.homes) - known - set(self._continued.values())

    def _needed(self, i: int, j: int) -> float:
        """How alike two must be to be partners; more than 1 where they cannot be."""
        old_home, new_home = self._old.homes[i], self._new.homes[j]
        there = self._continued.get(old_home)
        same_gap = self._gap_old[i] == self._gap_new[j]
        if there == new_home:
            if not same_gap:
                return SAME_UPDATE
            olds, news = self._in_gap[self._gap_old[i], new_home]
            return REPLACED if len(olds) == 1 == len(news) else SAME_PLACE
        if new_home in self._fresh:
            return 2.0 if there is not None else (SAME_PLACE if same_gap else SAME_UPDATE)
        return ANYWHERE

    def _near(self, i: int, j: int) -> bool:
        return self._continued.get(self._old.homes[i]) == self._new.homes[j]

    # -- who is like whom ----------------------------------------------------------------------

    def _scored(self, found: Mapping[int, int], *, near: bool) -> list[Pair]:
        """The candidates, with how alike they are, that are alike enough."""
        left = [i for i in self._left if i not in found]
        taken = set(found.values())
        right = [j for j in self._right if j not in taken]
        leads = _postings(self._new.words, right)
        pairs = []
        for i in left:
            for j in self._candidates(i, leads, taken):
                if self._near(i, j) != near or self._old.words[i] == self._new.words[j]:
                    continue
                score = likeness(self._old.words[i], self._new.words[j])
                if score >= self._needed(i, j):
                    score += self._ordinal(i, j) + self._beginning(i, j)
                    pairs.append(Pair(score, i, j))
        return pairs

    def _candidates(self, i: int, leads: Mapping[str, Sequence[int]], taken: set[int]) -> list[int]:
        """New statements that share telling words with ``i``, and those in its own place."""
        votes: Counter[int] = Counter()
        for word in profile(self._old.words[i]):
            for j in leads.get(word, ()):
                votes[j] += 1
        here = self._continued.get(self._old.homes[i])
        news = self._in_gap[self._gap_old[i], here][1] if here is not None else []
        at = self._rank_old.get(i, 0)
        close = news[max(0, at - MAX_LIKE // 2) : at + MAX_LIKE // 2]
        best = sorted(votes, key=lambda j: (-votes[j], j))[:MAX_LIKE]
        return sorted({*best, *(j for j in close if j not in taken)})

    def _beginning(self, i: int, j: int) -> float:
        """What speaks for two that begin alike: of a sentence joined or split, that part."""
        return BEGINNING if _opening(self._old.words[i]) == _opening(self._new.words[j]) else 0.0

    def _ordinal(self, i: int, j: int) -> float:
        """What speaks for two that have the same place in a row where as many went as came."""
        if self._gap_old[i] != self._gap_new[j] or not self._near(i, j):
            return 0.0
        olds, news = self._in_gap[self._gap_old[i], self._new.homes[j]]
        same = len(olds) == len(news) and self._rank_old[i] == self._rank_new[j]
        return ORDINAL if same else 0.0


def _opening(words: str) -> list[str]:
    return [low(each) for each in said(words[:80])[:2]]


def _counted(kept: set[int], count: int) -> list[int]:
    """For each index below ``count``, how many of ``kept`` come before it."""
    found, so_far = [], 0
    for i in range(count):
        found.append(so_far)
        so_far += i in kept
    return found


def _postings(words: Sequence[str], right: Sequence[int]) -> dict[str, list[int]]:
    """Which of the statements have a word, for words that lead somewhere."""
    found: dict[str, list[int]] = defaultdict(list)
    for j in right:
        for word in profile(words[j]):
            if word not in _LIGHT:
                found[word].append(j)
    return {word: places for word, places in found.items() if len(places) <= COMMONPLACE}


def _mutual(pairs: Sequence[Pair]) -> dict[int, int]:
    """The pairs where each is the other's best, and by a margin."""
    by_old, by_new = _best(pairs, "old"), _best(pairs, "new")
    return {
        i: pair.new
        for i, pair in by_old.items()
        if pair is not None and by_new.get(pair.new) == pair
    }


def _best(pairs: Sequence[Pair], side: str) -> dict[int, Pair | None]:
    """The best pair of each statement; None where the next one is as good."""
    rows: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        rows[getattr(pair, side)].append(pair)
    found: dict[int, Pair | None] = {}
    for key, row in rows.items():
        row.sort(key=lambda pair: (-pair.score, pair.old, pair.new))
        clear = len(row) == 1 or row[0].score - row[1].score >= MARGIN
        found[key] = row[0] if clear else None
    return found


@lru_cache(maxsize=4096)
def profile(words: str) -> dict[str, float]:
    """The words of a statement with what they weigh, as often as they occur."""
    found: dict[str, float] = defaultdict(float)
    for token in said(words[: MAX_WORDS * 12])[:MAX_WORDS]:
        word = stem(low(token))
        if word[:1].isalnum() or word[:1] in {"@", "#"}:
            found[word] += LIGHT if word in _LIGHT or word[0].isdigit() else 1.0
    return dict(found)


def likeness(old: str, new: str) -> float:
    """How alike two statements are, from 0 to 1: the share of their words that both have."""
    a, b = profile(old), profile(new)
    whole = sum(a.values()) + sum(b.values())
    if not whole:
        return 0.0
    if len(a) > len(b):
        a, b = b, a
    return 2 * sum(min(weight, b.get(word, 0.0)) for word, weight in a.items()) / whole
