"""Which stories a list shows, and in which order: what a filter line says, as data.

Made by :mod:`newsreader.filtering` from what somebody typed, and obeyed by the store. Tuples, not
dataclasses: they are loaded with the list of stories.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple


class Sort(StrEnum):
    """The order of a list."""

    CHANGED = "changed"  # the story that changed last comes first
    PUBLISHED = "published"  # the newest first, those without a date last
    ADDED = "added"  # the one that was added last comes first
    TITLE = "title"  # from A to Z
    OPEN = "open"  # the one with most statements that the editor has not tagged comes first


class Count(NamedTuple):
    """A number to be compared with."""

    compare: Literal["<", "<=", "=", ">=", ">"]
    number: int


class Days(NamedTuple):
    """A span of days as ISO dates, ``[first, past)``; "" where it is open."""

    first: str
    past: str


Key = Literal[
    "word", "phrase", "label", "untagged", "is", "has", "date", "added", "aged", "source", "by"
]  # fmt: skip
"""What a condition is about."""


class Condition(NamedTuple):
    """One thing that is asked of a story.

    ``value`` is a :class:`Count` for "untagged", :class:`Days` for "date", "added" and
    "aged", else text.
    """

    key: Key
    value: str | Count | Days
    negated: bool = False


class Filter(NamedTuple):
    """All that is asked of a story, and the order; by default every story that is not removed."""

    conditions: tuple[Condition, ...] = ()
    sort: Sort | None = None  # None: as the list has it, by default the last change first

    def and_words(self, text: str) -> Filter:
        """The same, and all these words, taken as they are; the last one may go on."""
        words = tuple(Condition("word", word) for word in text.split())
        return self._replace(conditions=(*self.conditions, *words))

    @property
    def words(self) -> tuple[Condition, ...]:
        """The words and phrases that the story must have."""
        return tuple(
            each for each in self.conditions if each.key in {"word", "phrase"} and not each.negated
        )
