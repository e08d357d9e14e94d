"""A revision as revising sees it: words of statements, and under which header each stands.

What must stay true: only what the text says of itself is used, so the same two texts give the
same result in every library.
"""

from __future__ import annotations

from collections.abc import Iterable
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
