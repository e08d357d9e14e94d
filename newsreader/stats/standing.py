"""How statements stand, and how many labels were given: the numbers that everything is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsreader.model.event import Label


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels that editors gave, counted."""

    confirmed: int = 0
    speculative: int = 0
    opinion: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.confirmed + self.speculative + self.opinion

    @property
    def amounts(self) -> tuple[int, int, int]:
        """In the order of :class:`Label`."""
        return self.confirmed, self.speculative, self.opinion

    def __add__(self, other: Labels) -> Labels:
        return Labels(
            self.confirmed + other.confirmed,
            self.speculative + other.speculative,
            self.opinion + other.opinion,
        )


ONE = {label: Labels(**{label.value: 1}) for label in Label}
"""One label of each kind."""


@dataclass(frozen=True, slots=True, order=True)
class Standings:
    """Statements by how they stand with all editors; each counts once.

    ``confirmed``, ``speculative`` and ``opinion`` are those on which all who tagged them agree,
    ``disputed`` those on which they do not, and the rest is open.
    """

    total: int = 0
    confirmed: int = 0
    speculative: int = 0
    opinion: int = 0
    disputed: int = 0

    @property
    def tagged(self) -> int:
        """Statements that anybody tagged."""
        return self.confirmed + self.speculative + self.opinion + self.disputed

    @property
    def open(self) -> int:
        """Statements that nobody tagged."""
        return self.total - self.tagged

    @property
    def amounts(self) -> tuple[int, int, int, int, int]:
        """In the order of :class:`Label`, then disputed and open; together the total."""
        return self.confirmed, self.speculative, self.opinion, self.disputed, self.open

    def __add__(self, other: Standings) -> Standings:
        return Standings(
            self.total + other.total,
            self.confirmed + other.confirmed,
            self.speculative + other.speculative,
            self.opinion + other.opinion,
            self.disputed + other.disputed,
        )


def standings(total: int, labels: Iterable[set[Label]]) -> Standings:
    """How so many statements stand.

    Args:
        total: statements there are.
        labels: for each that has any, the labels that editors gave it.
    """
    agreed = dict.fromkeys(Label, 0)
    disputed = 0
    for each in labels:
        if len(each) > 1:
            disputed += 1
        for label in each if len(each) == 1 else ():
            agreed[label] += 1
    return Standings(
        total,
        agreed[Label.CONFIRMED],
        agreed[Label.SPECULATIVE],
        agreed[Label.OPINION],
        disputed,
    )
