"""Which update of one revision is which of the next, and which changes a header announced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from newsreader.model.version import Header, Version

_WAYS: tuple[Callable[[Header], tuple[Hashable, ...] | None], ...] = (
    lambda each: each[:2] + each[3:] if each.time and each.headline else None,
    lambda each: (each.kind, each.time, each.marker) if each.time else None,
    lambda each: (each.time,) if each.time else None,
    lambda each: (each.kind, each.marker, each.headline) if each.marker else None,
    lambda each: (each.headline,) if each.headline else None,
    lambda each: (each.kind,) if each.kind == "original" else None,
)
"""By what two headers are the same update; the surest first."""


def same_headers(old: Sequence[Header], new: Sequence[Header]) -> dict[int, int]:
    """Which update of the old revision is which of the new one, by the headers alone.

    Each way of knowing one counts only where it fits one header of either side.
    """
    found: dict[int, int] = {}
    for key in _WAYS:
        if len(found) in {len(old), len(new)}:
            break  # nothing is left on one side
        left = _by_key(old, key, set(found))
        right = _by_key(new, key, set(found.values()))
        found |= {left[each]: right[each] for each in left.keys() & right.keys()}
    return found


def _by_key(
    headers: Sequence[Header],
    key: Callable[[Header], tuple[Hashable, ...] | None],
    taken: set[int],
) -> dict[tuple[Hashable, ...], int]:
    """The headers that are not taken, by a key that no two of them have."""
    keys = {i: key(each) for i, each in enumerate(headers) if i not in taken}
    counts = Counter(keys.values())
    return {each: i for i, each in keys.items() if each is not None and counts[each] == 1}


def unannounced(old: Version, new: Version) -> Callable[[int], bool]:
    """Tells of a statement of ``old`` (from 0) whether a change of it was announced by nothing.

    A change is announced when the header of its update is no longer there as it was; outside of
    updates, when the revision has any header that the one before had not.
    """
    kept = {i for i, header in enumerate(old.headers) if header in set(new.headers)}
    added = bool(set(new.headers) - set(old.headers))

    def quiet(i: int) -> bool:
        its = old.homes[i]
        return its in kept if its >= 0 else not added

    return quiet
