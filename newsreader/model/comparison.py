"""What changed between two wordings of a statement: a word diff, and the kinds of change."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Alarm(StrEnum):
    """A kind of change of meaning."""

    NUMBER = "number"
    NEGATION = "negation"
    HEDGE = "hedge"
    VERB = "verb"  # the reporting verb
    SOURCE = "source"
    NAME = "name"  # person or place
    TIME = "time"
    UNIT = "unit"
    COSMETIC = "cosmetic"  # alone: nothing of meaning changed


class Piece(NamedTuple):
    """A stretch of a word diff."""

    sign: str  # "=" in both, "-" only in the old words, "+" only in the new ones
    text: str


class Comparison(NamedTuple):
    """Old words beside new ones."""

    diff: tuple[Piece, ...]
    alarms: tuple[Alarm, ...]

    @property
    def cosmetic(self) -> bool:
        """Whether nothing but looks changed."""
        return self.alarms == (Alarm.COSMETIC,)
