"""A revision as revising sees it: words of statements, and under which header each stands.

What must stay true: only what the text says of itself is used, so the same two texts give the
same result in every library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from newsreader.model.statement import Analysis, StatementKind, Update

HEADLINE, BODY = -2, -1
"""Homes of statements that stand in no update: the article's own headline, and all others."""


class Header(NamedTuple):
    """What an update is known by."""

    kind: str
    time: str | None  # ISO 8601
    marker: str | None
    headline: str | None

    @classmethod
    def of(cls, update: Update) -> Header:
        """The header of an update."""
        time = update.time.isoformat() if update.time else None
        return cls(update.kind.value, time, update.marker, update.headline)


class Version(NamedTuple):
    """One revision of a story."""

    words: tuple[str, ...]  # of its statements, in reading order
    homes: tuple[int, ...]  # index into headers of each, or HEADLINE, or BODY
    headers: tuple[Header, ...]

    @classmethod
    def of(cls, analysis: Analysis) -> Version:
        """The version of an article as it was read and split."""
        statements = analysis.split.statements
        return cls(
            tuple(analysis.words(each) for each in statements),
            tuple(home(each.update, each.kind) for each in statements),
            tuple(map(Header.of, analysis.split.updates)),
        )

    @classmethod
    def plain(cls, words: Iterable[str]) -> Version:
        """A version without any update."""
        known = tuple(words)
        return cls(known, (BODY,) * len(known), ())


def home(update: int | None, kind: StatementKind | None = None) -> int:
    """Where a statement stands, by its update and kind."""
    if update is not None:
        return update
    return HEADLINE if kind is StatementKind.HEADLINE else BODY


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
