"""Who speaks in an article: its sources with what goes back to each."""

from __future__ import annotations

from typing import Literal, NamedTuple

SourceKind = Literal["named", "unnamed", "collective"]


class Source(NamedTuple):
    """One source of an article, under whatever words it is written."""

    name: str  # as it is called most fully
    kind: SourceKind
    statements: tuple[int, ...]  # numbers of those that it says first, in order
    relays: tuple[str, ...] = ()  # who passed them on, in the order of their first word
    relayed: tuple[int, ...] = ()  # numbers of the statements that it passes on for others

    def told(self) -> str:
        """In words, as it stands above what it says; not made safe to show."""
        relays = f" ← {', '.join(self.relays)}" if self.relays else ""
        kind = "" if self.kind == "named" else f" · {self.kind}"
        relayed = f" · passes on {len(self.relayed)}" if self.relayed else ""
        return f"{self.name}{relays}{kind} · {len(self.statements)}{relayed}"


class SingleOrigin(NamedTuple):
    """Several mentions that look like several sources and go back to one.

    ``statements`` say about the same, by their words, or name the same chain.
    """

    origin: str
    statements: tuple[int, ...]
    relays: tuple[str, ...]

    @property
    def mentions(self) -> int:
        """How many statements there are."""
        return len(self.statements)

    def told(self) -> str:
        """In words, as the list of sources warns of it; not made safe to show."""
        through = f" through {', '.join(self.relays)}" if self.relays else ""
        where = ", ".join(str(n) for n in self.statements)
        return f"{self.mentions} mentions, 1 origin: {self.origin}{through} · {where}"


class Sources(NamedTuple):
    """The sources of an article, who says most first, and what stands on one origin only."""

    sources: tuple[Source, ...]
    single: tuple[SingleOrigin, ...]

    def single_at(self, n: int) -> SingleOrigin | None:
        """The group of mentions that statement ``n`` belongs to; None if it is in none."""
        return next((each for each in self.single if n in each.statements), None)
