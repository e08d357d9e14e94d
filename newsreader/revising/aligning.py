"""Aligning the statements of two revisions by their exact words.

First in sequence (a patience alignment: statements that occur once in both revisions are the
fixed points, between them the same again), then, for what is left, anywhere, provided that the
words are left over exactly once on both sides. A repeated sentence whose partner cannot be told
gets none: a missing partner is better than a wrong one.

Patience sorting of the fixed points: Bram Cohen's "patience diff" (2010).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from newsreader.model.event import AnchorState, Place

MAX_DEPTH = 64
"""How often a stretch is cut at fixed points: real revisions need a handful, and a crafted one
must not cost the square of its length. What is left then goes by unique words alone."""

GONE = Place(None, AnchorState.GONE)


def align(old: Sequence[str], new: Sequence[str]) -> list[Place]:
    """Where each statement of ``old`` stands in ``new``.

    Args:
        old: the words of the old revision's statements, in reading order.
        new: those of the new one.

    Returns:
        One place per old statement: its number in ``new`` (from 1) and ``current`` where the
        sequence is kept, ``moved`` where it is not, or no number and ``gone``.
    """
    places = [GONE] * len(old)
    pairs = _in_sequence(old, new)
    for i, j in pairs:
        places[i] = Place(j + 1, AnchorState.CURRENT)
    taken = {j for _, j in pairs}
    left_new = [j for j in range(len(new)) if j not in taken]
    left_old = [i for i, place in enumerate(places) if place.n is None]
    for i, j in _unique_pairs(old, left_old, new, left_new):
        places[i] = Place(j + 1, AnchorState.MOVED)
    return places


def sole_pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int] | None:
    """The partners of two revisions (from 0) none of whose shared words stands twice in either.

    Returns:
        The same that :func:`align` finds, in no time; None where shared words are repeated.
    """
    where = {words: j for j, words in enumerate(new)}
    pairs = {i: where[words] for i, words in enumerate(old) if words in where}
    sole = len(pairs) == len(set(pairs.values()))
    if sole and len(where) < len(new):
        here = set(old)
        sole = len(pairs) == sum(words in here for words in new)
    return pairs if sole else None


def _in_sequence(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal statements in the same order on both sides; near-linear."""
    pairs: list[tuple[int, int]] = []
    work = [(0, len(old), 0, len(new), 0)]
    while work:
        a, b, c, d, depth = work.pop()
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if depth == MAX_DEPTH or a == b or c == d:
            continue
        fixed, whole = _fixed_points(old, range(a, b), new, range(c, d))
        if whole:
            pairs += fixed
            continue
        for i, j in [*fixed, (b, d)] if fixed else []:
            work.append((a, i, c, j, depth + 1))
            a, c = i, j
            if (i, j) != (b, d):
                pairs.append((i, j))
                a, c = i + 1, j + 1
    return sorted(pairs)


def _fixed_points(
    old: Sequence[str], left: range, new: Sequence[str], right: range
) -> tuple[list[tuple[int, int]], bool]:
    """The longest rising run of the statements that stand exactly once on each side.

    Returns:
        The run, and whether there are no more pairs between its members: only words that stand
        several times could be some, since any others would be in the run, or cross it.
    """
    in_old = Counter(old[left.start : left.stop])
    in_new = Counter(new[right.start : right.stop])
    shared = in_old.keys() & in_new.keys()
    unique = {words for words in shared if in_old[words] == 1 == in_new[words]}
    where = {new[j]: j for j in right}
    found = [(i, where[old[i]]) for i in left if old[i] in unique]
    return longest_rising(found), len(unique) == len(shared)


def _unique_pairs(
    old: Sequence[str], left: Sequence[int], new: Sequence[str], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Index pairs of the words that occur exactly once among ``left`` and among ``right``."""
    if not left or not right:
        return []
    in_old = Counter([old[i] for i in left])
    in_new = Counter([new[j] for j in right])
    where = {new[j]: j for j in right}
    return [(i, where[old[i]]) for i in left if in_old[old[i]] == 1 == in_new[old[i]]]


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of ``pairs`` (sorted by the first) whose second members rise."""
    tails: list[int] = []  # smallest last member of a rising run of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        length = len(tails) if not tails or tails[-1] < j else bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(j)
            ends.append(at)
        else:
            tails[length], ends[length] = j, at
    run: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]
