"""Who a statement says it has it from, by the words around cues; for telling a changed source.

Attribution proper is ``sourcing``'s, and stages do not import each other; here it is enough to see
that another one speaks.

What must stay true: looks a bounded way from each cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsreader.revising import lexicon as lex

REACH = 8
"""Words that a source has at most."""
_CITING = frozenset(
    "citing cites quoting quotes laut selon secondo según per zufolge citant citando".split()  # noqa: SIM905
)
_BY = frozenset("by to von par da por".split())  # noqa: SIM905
_TOLD = frozenset(("told", "tell", "tells", "telling"))
_LINKS = frozenset(("of", "for", "from", "in", "the", "a", "an", "at", "de", "del", "du", "der"))


class Source(NamedTuple):
    """Who speaks, in low words; which of them are names."""

    words: frozenset[str]
    names: frozenset[str]


def find_sources(said: Sequence[str], low: Sequence[str], used: list[bool]) -> tuple[Source, ...]:
    """The sources of a statement, in order; the words of their names are marked as used.

    Args:
        said: the words as written.
        low: the same in small letters.
        used: which of them play another part; those of the sources found are added.
    """
    spans = sorted({span for i in range(len(low)) for span in _spans(low, said, i)})
    found = []
    for start, end in spans:
        inside = [i for i in range(start, end) if not used[i] and _counts(low[i])]
        if not inside:
            continue
        names = [i for i in inside if _is_name(said[i], low[i], i)]
        found.append(Source(frozenset(low[i] for i in inside), frozenset(low[i] for i in names)))
        for i in names:
            used[i] = True
    for i, word in enumerate(low):
        if not used[i] and word in lex.AGENCIES and said[i][0].isupper():
            found.append(Source(frozenset((word,)), frozenset((word,))))
            used[i] = True
    return tuple(found)


def _counts(word: str) -> bool:
    """Whether a word says who: no article, no adverb, no mark."""
    light = lex.DETERMINERS | lex.ADVERBS | _LINKS | {"and", "by", "senior", "local", "also"}
    return (word[:1].isalnum() or word[:1] == "@") and word not in light


def _is_name(word: str, low_word: str, at: int) -> bool:
    if low_word in lex.AGENCIES or word[0] == "@":
        return True
    return word[0].isupper() and (at > 0 or low_word not in lex.ROLES | lex.KNOWN)


def _spans(low: Sequence[str], said: Sequence[str], i: int) -> list[tuple[int, int]]:
    """Where the source stands that the word at ``i`` tells of."""
    word = low[i]
    after = low[i + 1] if i + 1 < len(low) else ""
    if word == "according" and after == "to":
        return _ahead(low, i + 2)
    if word in _CITING:
        return _ahead(low, i + 1)
    if word in lex.VERBS and not _is_noun(low, i):
        return _beside_verb(low, said, i)
    if word in lex.BELIEVED and i and low[i - 1] not in lex.BE and after != "to":
        return _behind(low, i)
    return []


def _is_noun(low: Sequence[str], i: int) -> bool:
    if low[i] not in lex.NOUNS_TOO or low[i].endswith("ed"):
        return False
    before = low[i - 1] if i else ""
    return before in lex.DETERMINERS or before in lex.PREPOSITIONS or i == 0


def _beside_verb(low: Sequence[str], said: Sequence[str], i: int) -> list[tuple[int, int]]:
    """Before a verb its speaker, behind one in the passive after *by*; behind *told* a relay."""
    after = low[i + 1] if i + 1 < len(low) else ""
    found: list[tuple[int, int]] = []
    if after in _BY and low[i].endswith("ed"):
        found += _ahead(low, i + 2, said)
    before = _before_adverbs(low, i)
    if before >= 0 and low[before] in lex.BE | {"to"} and low[i] != "says":
        return found
    speaker = _behind(low, i)
    found += speaker or (_ahead(low, i + 1, said) if not found else [])
    if low[i] in _TOLD:
        found += _ahead(low, i + 1, said)
    return found


def _before_adverbs(low: Sequence[str], i: int) -> int:
    k = i - 1
    while k >= 0 and low[k] in lex.ADVERBS and low[k] not in lex.BE:
        k -= 1
    return k


def _behind(low: Sequence[str], i: int) -> list[tuple[int, int]]:
    """The noun phrase that ends before ``i``, back to the next mark, verb or joint."""
    end = _before_adverbs(low, i) + 1
    k = end
    while k > 0 and end - k < REACH and _may_belong(low[k - 1]):
        k -= 1
    while k < end and (low[k] in lex.PREPOSITIONS or low[k] == "as"):
        k += 1
    return [(k, end)] if k < end else []


def _may_belong(word: str) -> bool:
    if word in _LINKS:
        return True
    stops = lex.JOINING | lex.BE | frozenset(lex.HEDGES) | frozenset(lex.CASUALTIES)
    return (
        (word[:1].isalnum() or word[:1] == "@")
        and word not in stops
        and word not in lex.VERBS
        and word not in lex.PREPOSITIONS
    )


def _ahead(low: Sequence[str], i: int, said: Sequence[str] | None = None) -> list[tuple[int, int]]:
    """The noun phrase that begins at ``i``, if one does; with ``said`` only one that can speak."""
    k = i
    while k < len(low) and k - i < REACH and _goes_on(low[k], first=k == i):
        k += 1
    able = said is None or any(
        said[each][0].isupper() or low[each] in lex.ROLES for each in range(i, k)
    )
    return [(i, k)] if able and k > i else []


def _goes_on(word: str, *, first: bool) -> bool:
    if word in _LINKS:
        return word not in {"in", "at"} or not first
    return (word[:1].isalnum() or word[:1] == "@") and not (
        word in lex.JOINING
        or word in lex.BE
        or word in lex.VERBS
        or word in lex.HEDGES
        or word in lex.PREPOSITIONS
    )
