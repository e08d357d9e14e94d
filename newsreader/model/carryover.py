"""How the statements of a story carried over from one revision to the next.

What revising finds, in a form that can be kept and read back: numbers of statements (from 1, as
the splitter gave them), and the words of those that changed or went, so that nobody needs the old
article to say what it said.

What must stay true: no old statement has two partners, no new one either; every old statement is
in exactly one of ``current``, ``moved``, ``stale`` and ``gone``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Run(NamedTuple):
    """Statements that kept words and sequence: ``length`` of them, from ``old`` and ``new`` on."""

    old: int
    new: int
    length: int


class Moved(NamedTuple):
    """A statement whose exact words stand elsewhere."""

    old: int
    new: int


class Changed(NamedTuple):
    """A statement whose words changed; ``quiet`` when no new update header announced it."""

    old: int
    new: int
    was: str
    quiet: bool


class Lost(NamedTuple):
    """A statement without a partner; ``quiet`` as above."""

    old: int
    was: str
    quiet: bool


class Back(NamedTuple):
    """A statement that was gone, last seen as number ``n`` of ``revision``, and is there again."""

    revision: int  # counted from 1 in the story
    n: int
    new: int


class Carryover(NamedTuple):
    """What one revision did to the statements of the one before it."""

    reviser: str  # which version of the rules found it
    current: tuple[Run, ...]
    moved: tuple[Moved, ...]
    stale: tuple[Changed, ...]
    gone: tuple[Lost, ...]
    back: tuple[Back, ...]
    size: int  # statements of the new revision

    def partners(self) -> dict[int, int]:
        """New number of every old statement that has one."""
        found = {run.old + k: run.new + k for run in self.current for k in range(run.length)}
        found |= {each.old: each.new for each in self.moved}
        found |= {each.old: each.new for each in self.stale}
        return found

    @property
    def old_size(self) -> int:
        """Statements of the revision before."""
        kept = sum(run.length for run in self.current)
        return kept + len(self.moved) + len(self.stale) + len(self.gone)

    @property
    def new(self) -> tuple[int, ...]:
        """Numbers of the statements that nobody has seen before, in order."""
        known = {*self.partners().values(), *(each.new for each in self.back)}
        return tuple(n for n in range(1, self.size + 1) if n not in known)

    def body(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "reviser": self.reviser,
            "current": [list(each) for each in self.current],
            "moved": [list(each) for each in self.moved],
            "stale": [list(each) for each in self.stale],
            "gone": [list(each) for each in self.gone],
            "back": [list(each) for each in self.back],
            "size": self.size,
        }

    @classmethod
    def of_body(cls, body: Mapping[str, Any]) -> Carryover:
        """What :meth:`body` gave.

        Raises:
            LookupError, TypeError, ValueError: it is damaged.
        """
        found = cls(
            str(body["reviser"]),
            tuple(Run(*map(int, each)) for each in body["current"]),
            tuple(Moved(*map(int, each)) for each in body["moved"]),
            tuple(Changed(int(i), int(j), str(was), bool(q)) for i, j, was, q in body["stale"]),
            tuple(Lost(int(i), str(was), bool(q)) for i, was, q in body["gone"]),
            tuple(Back(*map(int, each)) for each in body["back"]),
            int(body["size"]),
        )
        found._prove()
        return found

    def _prove(self) -> None:
        """Refuse what leads nowhere: a kept carry-over may have been written by anybody."""
        if any(run.length < 1 for run in self.current):
            raise ValueError("a run of statements has no length")
        taken = [(run.new, run.new + run.length) for run in self.current]
        alone: list[Moved | Changed | Back] = [*self.moved, *self.stale, *self.back]
        taken += [(each.new, each.new + 1) for each in alone]
        free = 1
        for first, end in sorted(taken):
            if first < free:
                raise ValueError("two statements became one, or one that is not there")
            free = end
        if free > self.size + 1:
            raise ValueError("a statement became one that is not there")
