"""The one writer of what is added: acts in transactions, short enough that no tag waits for long.

What must stay true: what is yielded is on the disk. A transaction takes up no act any more when
:data:`HOLD` is over, and between two of them lies :data:`GAP`, so that another program's or
thread's tag gets its turn within a tenth of a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

from newsreader.library.accession.acts import Act, Writing
from newsreader.library.accession.added import Added
from newsreader.store import events, search
from newsreader.store.file.database import Connection, Database
from newsreader.store.tags.books import Bookkeeper

HOLD = 0.05
"""Seconds after which a transaction is ended, with the act that is being done."""

SHORT_HOLD = 0.025
"""The same where somebody types into this program."""

GAP = 0.011
"""Seconds between two transactions: longer than who waits for the library sleeps at a time."""


class Writer:
    """Does acts, in their order."""

    def __init__(
        self,
        database: Database,
        keeper: Bookkeeper,
        clock: Callable[[], datetime],
        editor: str,
        *,
        keeps: bool = False,
    ) -> None:
        """Write into ``database`` for ``editor``.

        Args:
            database: where to.
            keeper: of its books.
            clock: tells the time, with its zone.
            editor: who adds.
            keeps: whether tags are kept where only the looks of their words changed.
        """
        self.writing = Writing(database, keeper, clock, editor, [], [], keeps)
        self._database = database
        self._left: Act | None = None  # taken, and not done yet
        self._ended = 0.0
        self.hold = HOLD

    def one_by_one(self, acts: Iterator[Act]) -> Iterator[Added]:
        """Do each act in a transaction of its own."""
        for act in acts:
            yield from self._done(iter((act,)))

    def together(
        self, acts: Iterator[Act], meanwhile: Callable[[], bool] = lambda: False
    ) -> Iterator[Added]:
        """Do the acts in as few transactions as tags allow.

        Args:
            acts: what is to be done.
            meanwhile: called between two transactions; does something else, False for nothing.
        """
        while (act := self._waits(acts)) is not None:
            # Who only reads keeps nobody from writing for long, and needs no pause.
            while act[1] and (rest := self._ended + GAP - time.monotonic()) > 0:
                if not meanwhile():
                    time.sleep(rest)
            yield from self._done(acts)
            if act[1]:
                self._ended = time.monotonic()

    def _waits(self, acts: Iterator[Act]) -> Act | None:
        """The next act, still to be done."""
        if self._left is None:
            self._left = next(acts, None)
        return self._left

    def _done(self, acts: Iterator[Act]) -> list[Added]:
        """What came of the next acts, done in one transaction."""
        act = self._waits(acts)
        if act is None:
            return []
        try:
            results = self._transacted(acts, act)
        except BaseException:
            self.writing.keeper.memory.forget()  # of what was never written
            raise
        if self.writing.done:
            events.acknowledge(self.writing.done)
            self.writing.done.clear()
        return results

    def _transacted(self, acts: Iterator[Act], first: Act) -> list[Added]:
        """What came of the acts from the first on, as many as one transaction may last."""
        results: list[Added] = []
        act: Act | None = first
        writes = first[1]
        self.writing.entering.clear()
        with self._transaction(writes=writes) as connection:
            until = time.monotonic() + self.hold
            while act is not None and act[1] == writes:
                self._left = None
                result = act[0](connection)
                if result is not None:
                    results.append(result)
                if time.monotonic() > until:
                    break
                act = self._waits(acts)
            search.enter_all(connection, self.writing.entering)
        return results

    def _transaction(self, *, writes: bool) -> AbstractContextManager[Connection]:
        return self._database.writing() if writes else self._database.reading()
