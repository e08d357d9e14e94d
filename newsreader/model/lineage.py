"""A story's statements through all its revisions: which is which, also after it was away.

A *thread* is one statement as it went from revision to revision, under whatever words. Pure
folding of carry-overs, so it is cheap to make again from what was kept; no text is needed but
where words are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsreader.model.carryover import Carryover, Changed, Lost

MAX_MISSING = 5_000
"""Statements that are remembered as gone; of more, those that went last."""


class Missing(NamedTuple):
    """A statement that an earlier revision had and the last one has not."""

    revision: int  # counted from 1
    n: int
    words: str


@dataclass(slots=True)
class Thread:
    """One statement: where it stood last, and the words that it no longer has."""

    revision: int
    n: int
    earlier: list[Missing] = field(default_factory=list)


class Lineage:
    """The threads of a story, revision after revision (both numbered from 1)."""

    def __init__(self, size: int, first: int = 1) -> None:
        """Begin with revision ``first``, of ``size`` statements."""
        self._first = first
        self._threads = [Thread(first, n) for n in range(1, size + 1)]
        self._rows = [list(range(size))]  # for each revision, the thread of each statement
        self._away: dict[int, None] = {}  # threads that the newest revision has not

    @classmethod
    def of(cls, size: int, carryovers: Iterable[Carryover], first: int = 1) -> Lineage:
        """The threads of a story whose revision ``first`` had ``size`` statements."""
        made = cls(size, first)
        for each in carryovers:
            made.follow(each)
        return made

    @property
    def newest(self) -> int:
        """The revision that was followed last."""
        return self._first + len(self._rows) - 1

    def _row(self, revision: int) -> list[int]:
        """The threads of a revision's statements; empty for a revision that is not known."""
        at = revision - self._first
        return self._rows[at] if 0 <= at < len(self._rows) else []

    def follow(self, carryover: Carryover) -> None:
        """Take what a revision did to the one before.

        A link from a statement that is not there is passed over: what is kept may be damaged.
        """
        before, last = self._rows[-1], self.newest
        row = [-1] * carryover.size
        for old, new in carryover.partners().items():
            if 0 < old <= len(before):
                row[new - 1] = before[old - 1]
        laid: list[Changed | Lost] = [*carryover.stale, *carryover.gone]
        for left in laid:
            if 0 < left.old <= len(before):
                self._lay_down(before[left.old - 1], last, left.old, left.was)
        for back in carryover.back:
            thread = self.thread(back.revision, back.n)
            if thread in self._away and row[back.new - 1] < 0:
                row[back.new - 1] = thread
        self._settle(row, before)

    def _settle(self, row: list[int], before: Sequence[int]) -> None:
        """Take ``row`` as the newest revision; what is in no thread begins one."""
        revision = self.newest + 1
        taken: set[int] = set()
        for at, thread in enumerate(row):
            if thread < 0 or thread in taken:
                row[at] = len(self._threads)
                self._threads.append(Thread(revision, at + 1))
            else:
                self._threads[thread].revision, self._threads[thread].n = revision, at + 1
                self._away.pop(thread, None)
                taken.add(thread)
        self._away |= dict.fromkeys(each for each in before if each not in taken)
        self._rows.append(row)

    def _lay_down(self, thread: int, revision: int, n: int, words: str) -> None:
        earlier = self._threads[thread].earlier
        if all(each.words != words for each in earlier):
            earlier.append(Missing(revision, n, words))

    def thread(self, revision: int, n: int) -> int | None:
        """Which thread statement ``n`` of a revision is; None when there is no such statement."""
        row = self._row(revision)
        return row[n - 1] if 1 <= n <= len(row) else None

    def now(self, revision: int, n: int, at: int | None = None) -> int | None:
        """Number of that statement in revision ``at`` (None: the newest); None when it is gone."""
        thread = self.thread(revision, n)
        if thread is None:
            return None
        if at is not None and at != self.newest:
            row = self._row(at)
            return row.index(thread) + 1 if thread in row else None
        last = self._threads[thread]
        return last.n if last.revision == self.newest else None

    def last(self, revision: int, n: int) -> tuple[int, int]:
        """The newest revision that has that statement, and its number there; 0, 0 for none."""
        thread = self.thread(revision, n)
        return (
            (0, 0) if thread is None else (self._threads[thread].revision, self._threads[thread].n)
        )

    def path(self, revision: int, n: int) -> list[tuple[int, int]]:
        """Every revision that has the statement, and its number there, oldest first."""
        thread = self.thread(revision, n)
        return [
            (at, row.index(thread) + 1)
            for at, row in enumerate(self._rows, self._first)
            if thread is not None and thread in row
        ]

    def missing(self) -> list[Missing]:
        """What the newest revision has not, under all words that it ever had."""
        threads = list(self._away)[-MAX_MISSING:]
        return [each for thread in threads for each in self._threads[thread].earlier]
