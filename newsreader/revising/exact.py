"""Partners by exact words, with the update that a statement stands in as context.

Within one update first, so that a sentence that several updates repeat stays in its own; then
anywhere, but only words that stand once in either revision: a look-alike never gets a tag.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsreader.model.event import AnchorState, Place
from newsreader.model.version import BODY, HEADLINE, Version
from newsreader.revising.aligning import GONE, align, longest_rising, sole_pairs
from newsreader.revising.sections import same_headers


class Exact(NamedTuple):
    """Which old statement is which new one (from 0), and which update is which."""

    pairs: dict[int, int]
    in_sequence: frozenset[int]  # the old ones that kept their sequence
    sections: dict[int, int]  # home in the old revision → home in the new one


def exact(old: Version, new: Version) -> Exact:
    """The partners that have exactly the same words."""
    pairs = sole_pairs(old.words, new.words)
    if pairs is not None:  # no partner depends on where it stands
        sections = _sections(old, new, pairs.items(), sole=pairs)
    else:
        sections = _sections(old, new, _aligned(old, new))
        left, right = _members(old.homes), _members(new.homes)
        pairs = {}
        for here, there in sections.items():
            pairs |= _within(old.words, left.get(here, ()), new.words, right.get(there, ()))
        pairs |= _anywhere(old.words, new.words, pairs)
    kept = longest_rising(_stayed(old, new, pairs, sections))
    return Exact(pairs, frozenset([i for i, _ in kept]), sections)


def places(old: Version, new: Version) -> list[Place]:
    """Where each statement of ``old`` stands in ``new``, by its exact words alone.

    Returns:
        One place per old statement: its number in ``new`` (from 1) and ``current`` where update
        and sequence are kept, ``moved`` where they are not, or no number and ``gone``.
    """
    found = exact(old, new)
    return [
        GONE
        if (j := found.pairs.get(i)) is None
        else Place(j + 1, AnchorState.CURRENT if i in found.in_sequence else AnchorState.MOVED)
        for i in range(len(old.words))
    ]


def _stayed(
    old: Version, new: Version, pairs: Mapping[int, int], sections: Mapping[int, int]
) -> list[tuple[int, int]]:
    """The partners that are still in the update that they were in, in the old sequence."""
    here, there = old.homes, new.homes
    found = [pair for pair in pairs.items() if sections.get(here[pair[0]]) == there[pair[1]]]
    found.sort()
    return found


def _members(homes: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for i, each in enumerate(homes):
        found[each].append(i)
    return found


def _sections(
    old: Version,
    new: Version,
    pairs: Iterable[tuple[int, int]],
    sole: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """Which home is which: by the header, and where none says it, by most of the words.

    A header whose update has nothing in common with that of the same header says nothing: some
    desks number their updates anew.

    Args:
        old: the revision before.
        new: the one after.
        pairs: partners, without regard to updates.
        sole: the same, where they are all the words that both revisions have; else None.
    """
    told = same_headers(old.headers, new.headers)
    sections = _trusted(told, old, new, sole)
    apart = set(old.homes) & set(new.homes) & {BODY, HEADLINE}
    if sections and set(old.homes) <= set(sections) | apart:  # the headers tell it all
        return sections | {each: each for each in apart}
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    taken = set(sections.values())
    for i, j in pairs:
        votes[old.homes[i]][new.homes[j]] += 1
    voted = {
        here: max(votes[here], key=lambda each: (votes[here][each], -each))
        for here in sorted(votes, key=lambda each: -votes[each].total())
    }
    for here, there in (*voted.items(), *told.items(), *((each, each) for each in apart)):
        fits = (here == HEADLINE) == (there == HEADLINE)
        if fits and here not in sections and there not in taken:
            sections[here] = there
            taken.add(there)
    return sections


def _aligned(old: Version, new: Version) -> Iterator[tuple[int, int]]:
    """Partners without regard to updates; worked out only where somebody looks at them."""
    for i, place in enumerate(align(old.words, new.words)):
        if place.n is not None:
            yield i, place.n - 1


def _trusted(
    told: Mapping[int, int], old: Version, new: Version, sole: Mapping[int, int] | None
) -> dict[int, int]:
    """Those updates of the same header that have a statement in common, or are short."""
    if sole is None:
        here, there = _worded(old, set(told)), _worded(new, set(told.values()))
        return {
            i: j for i, j in told.items() if len(here[i]) < 2 or not here[i].isdisjoint(there[j])
        }
    common = {(old.homes[i], new.homes[j]) for i, j in sole.items()}
    here = _worded(old, {i for i, j in told.items() if (i, j) not in common})
    return {i: j for i, j in told.items() if (i, j) in common or len(here[i]) < 2}


def _worded(version: Version, homes: AbstractSet[int]) -> dict[int, set[str]]:
    """The different words that stand in each of these homes."""
    found: dict[int, set[str]] = defaultdict(set)
    for words, home in zip(version.words, version.homes, strict=True) if homes else ():
        if home in homes:
            found[home].add(words)
    return found


def _within(
    old: Sequence[str], left: Sequence[int], new: Sequence[str], right: Sequence[int]
) -> dict[int, int]:
    """Partners within one update."""
    if len(left) == len(right) and all(old[i] == new[j] for i, j in zip(left, right, strict=True)):
        return dict(zip(left, right, strict=True))
    found = align([old[i] for i in left], [new[j] for j in right])
    pairs = {
        i: right[place.n - 1] for i, place in zip(left, found, strict=True) if place.n is not None
    }
    for i in _doubtful(old, left, new, pairs):
        del pairs[i]
    return pairs


def _doubtful(
    old: Sequence[str], left: Sequence[int], new: Sequence[str], pairs: Mapping[int, int]
) -> list[int]:
    """Repeated statements whose partner might as well be that of one that now has none."""
    without: dict[str, list[int]] = defaultdict(list)
    for i in left:
        if i not in pairs:
            without[old[i]].append(i)
    if not any(old[i] in without for i in pairs):
        return []
    back = {j: i for i, j in pairs.items()}

    def nearness(i: int, j: int) -> int:
        before = j > 0 and i > 0 and back.get(j - 1) == i - 1
        after = i + 1 < len(old) and j + 1 < len(new) and back.get(j + 1) == i + 1
        return before + after

    return [
        i
        for i, j in pairs.items()
        if any(nearness(other, j) >= nearness(i, j) for other in without.get(old[i], ())[:4])
    ]


def _anywhere(old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int]) -> dict[int, int]:
    """Partners in other updates: words that stand once in all of the old and of the new text."""
    in_old, in_new = Counter(old), Counter(new)
    where = {words: j for j, words in enumerate(new)}
    taken = set(pairs.values())
    return {
        i: where[words]
        for i, words in enumerate(old)
        if i not in pairs and in_old[words] == 1 == in_new[words] and where[words] not in taken
    }
