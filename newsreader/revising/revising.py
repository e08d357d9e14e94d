"""Taking a revision: where each statement of the one before stands now.

Exact words first, then what was gone and is back, then likeness. The same two texts give the same
result everywhere; :data:`REVISER` names the rules that found it and changes with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newsreader.model.carryover import Back, Carryover, Changed, Lost, Moved, Run
from newsreader.model.lineage import Missing
from newsreader.model.version import Version
from newsreader.revising.exact import exact
from newsreader.revising.sections import unannounced
from newsreader.revising.similar import Matcher

REVISER = "1"
"""Which version of the rules this is."""


def revise(old: Version, new: Version, missing: Sequence[Missing] = ()) -> Carryover:
    """Carry the statements of ``old`` over to ``new``.

    Args:
        old: the revision before.
        new: the one after.
        missing: what was gone before already, and may be back.

    Returns:
        Where each went. Never two on one; what has no sure partner is gone.
    """
    found = exact(old, new)
    back = _back(missing, new, set(found.pairs.values()), set(old.words))
    like = Matcher(old, new, found, back.values()).pairs()
    quiet = unannounced(old, new)
    gone = [i for i in range(len(old.words)) if i not in found.pairs and i not in like]
    return Carryover(
        REVISER,
        _runs({i: found.pairs[i] for i in found.in_sequence}),
        tuple(
            Moved(i + 1, j + 1)
            for i, j in sorted(found.pairs.items())
            if i not in found.in_sequence
        ),
        tuple(Changed(i + 1, j + 1, old.words[i], quiet(i)) for i, j in sorted(like.items())),
        tuple(Lost(i + 1, old.words[i], quiet(i)) for i in gone),
        tuple(sorted(Back(each.revision, each.n, j + 1) for each, j in back.items())),
        len(new.words),
    )


def _back(
    missing: Sequence[Missing], new: Version, taken: set[int], still: set[str]
) -> dict[Missing, int]:
    """What was gone and stands there again: the same words, as many times as they were gone.

    Words that the revision before still had say nothing: they were not gone.
    """
    if not missing:
        return {}
    places: dict[str, list[int]] = {}
    for j, words in enumerate(new.words):
        if j not in taken and words not in still:
            places.setdefault(words, []).append(j)
    counts = Counter(each.words for each in missing)
    found: dict[Missing, int] = {}
    for each in sorted(missing):
        free = places.get(each.words, [])
        if free and counts[each.words] == len(free):
            found[each] = free.pop(0)
            counts[each.words] -= 1
    return found


def _runs(pairs: Mapping[int, int]) -> tuple[Run, ...]:
    """Rising pairs (from 0) as runs (from 1)."""
    runs: list[Run] = []
    for i, j in sorted(pairs.items()):
        last = runs[-1] if runs else None
        if last and (last.old + last.length, last.new + last.length) == (i + 1, j + 1):
            runs[-1] = last._replace(length=last.length + 1)
        else:
            runs.append(Run(i + 1, j + 1, 1))
    return tuple(runs)
