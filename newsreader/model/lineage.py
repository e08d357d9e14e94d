"""A story's statements through all its revisions: which is which, also after it was away.

A *thread* is one statement as it went from revision to revision, under whatever words. Pure
folding of carry-overs, so it is cheap to make again from what was kept; no text is needed but
where words are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsreader.model.carryover import Carryover, Changed, Lost, Moved

MAX_MISSING = 5_000
"""Statements that are remembered as gone; of more, those that went last."""


class Missing(NamedTuple):
    """A statement that an earlier revision had and the last one has not."""

    revision: int  # counted from 1
    n: int
    words: str


class Lineage:
    """The threads of a story, revision after revision (both numbered from 1)."""

    def __init__(self, size: int, first: int = 1) -> None:
        """Begin with revision ``first``, of ``size`` statements."""
        self._first = first
        self._rows = [list(range(size))]  # for each revision, the thread of each statement
        self._threads = size  # how many there are
        self._earlier: dict[int, list[Missing]] = {}  # words that a thread no longer has
        self._away: dict[int, tuple[int, int]] = {}  # where each stood that the newest has not
        self._numbers: tuple[int, dict[int, int]] = (0, {})  # of one revision, by thread

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
        for run in carryover.current:
            kept = before[run.old - 1 : run.old - 1 + run.length] if run.old > 0 else []
            row[run.new - 1 : run.new - 1 + len(kept)] = kept
        alone: list[Moved | Changed] = [*carryover.moved, *carryover.stale]
        for each in alone:
            if 0 < each.old <= len(before):
                row[each.new - 1] = before[each.old - 1]
        laid: list[Changed | Lost] = [*carryover.stale, *carryover.gone]
        for left in laid:
            if 0 < left.old <= len(before):
                self._lay_down(before[left.old - 1], last, left.old, left.was)
        for back in carryover.back:
            thread = self.thread(back.revision, back.n)
            if thread is not None and thread in self._away and row[back.new - 1] < 0:
                row[back.new - 1] = thread
        self._settle(row, before)

    def _settle(self, row: list[int], before: Sequence[int]) -> None:
        """Take ``row`` as the newest revision; what is in no thread begins one."""
        last, taken = self.newest, set(row) - {-1}
        if len(taken) < len(row):
            self._begin(row)
        for thread in self._away.keys() & taken:
            del self._away[thread]
        gone = ((n, thread) for n, thread in enumerate(before, 1) if thread not in taken)
        self._away |= {thread: (last, n) for n, thread in gone}
        self._rows.append(row)

    def _begin(self, row: list[int]) -> None:
        """Begin a thread with each statement that is in none, or in one that is taken."""
        seen: set[int] = set()
        for at, thread in enumerate(row):
            if thread < 0 or thread in seen:
                row[at] = self._threads
                self._threads += 1
            else:
                seen.add(thread)

    def _lay_down(self, thread: int, revision: int, n: int, words: str) -> None:
        earlier = self._earlier.setdefault(thread, [])
        if all(each.words != words for each in earlier):
            earlier.append(Missing(revision, n, words))

    def thread(self, revision: int, n: int) -> int | None:
        """Which thread statement ``n`` of a revision is; None when there is no such statement."""
        row = self._row(revision)
        return row[n - 1] if 1 <= n <= len(row) else None

    def now(self, revision: int, n: int, at: int | None = None) -> int | None:
        """Number of that statement in revision ``at`` (None: the newest); None when it is gone."""
        thread = self.thread(revision, n)
        wanted = self.newest if at is None else at
        return None if thread is None else self._numbered(wanted).get(thread)

    def _numbered(self, revision: int) -> dict[int, int]:
        """The number of each thread in a revision; that of the one asked about last is kept."""
        if self._numbers[0] != revision:
            row = self._row(revision)
            self._numbers = revision, {thread: n for n, thread in enumerate(row, 1)}
        return self._numbers[1]

    def last(self, revision: int, n: int) -> tuple[int, int]:
        """The newest revision that has that statement, and its number there; 0, 0 for none."""
        thread = self.thread(revision, n)
        if thread is None:
            return 0, 0
        return self._away.get(thread) or (self.newest, self._numbered(self.newest)[thread])

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
        return [each for thread in threads for each in self._earlier.get(thread, ())]
