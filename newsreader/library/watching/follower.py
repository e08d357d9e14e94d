"""Looking at what is followed, so that new revisions come into the library by themselves.

What is on the disk is looked at about once a second and read when it changed; addresses are asked
when they are due, each by one program at a time, however many have the library open. What cannot
be read is kept beside its stories until it can.

What must stay true: a failure stops
nothing else; nothing is asked more often than :mod:`newsreader.library.watching.pacing` allows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.errors import AnsweredError
from newsreader.library.accession.added import Added
from newsreader.library.accession.intake import HANDFUL
from newsreader.library.watching import pacing
from newsreader.library.watching.errands import Errands
from newsreader.model.followed import Followed
from newsreader.reading.changes import Changes, load_changed
from newsreader.reading.raw import Unmodified
from newsreader.store.file.stamps import timestamp

if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.reading.raw import Loaded

GONE = 410
"""What a server answers, as in HTTP, where a page will never be there again."""


class Follower:
    """Looks at what a library follows, step by step, in one thread."""

    def __init__(  # noqa: PLR0913  (what is looked at, and with what)
        self,
        library: Library,
        every: float,
        *,
        only: Collection[str] | None = None,
        beside: Sequence[Followed] = (),
        chance: Callable[[], float] = random.random,
        errands: Errands | None = None,
    ) -> None:
        """Be ready to look.

        Args:
            library: open, of this thread.
            every: seconds between two looks at an address that states none of its own.
            only: the sources that are meant; None for all that are followed at the time.
            beside: what is looked at, too, though it is not followed; it was just added.
            chance: gives a number from 0 to 1.
            errands: what fetches.
        """
        self._library = library
        self._every = every
        self._only = only
        self._beside = beside
        self._chance = chance
        self._errands = errands or Errands()
        self._changes: dict[str, Changes] = {}  # of what is on the disk
        self._due: dict[str, datetime] = {}  # likewise, when it is looked at next
        self._rows: Sequence[Followed] = ()
        self.asked: set[str] = set()
        """Addresses whose turn it is, whatever the time is."""

    @property
    def fetching(self) -> int:
        """How many pages are on their way."""
        return self._errands.out

    def step(self, patience: float = 0.0) -> Generator[Added, None, None]:
        """Do what is to be done now, then wait for what comes next.

        Args:
            patience: how many seconds to wait at most, for a page that is on its way, for
                something to be due, or for :meth:`wake`.

        Yields:
            What became of each article that was read, also of those that are as they were, once
            it is on the disk; failures, too.

        Raises:
            LibraryError, WriteError: the library fails.
        """
        kept = self._library.followed()
        known = {row.source for row in kept}
        self._rows = [*kept, *(row for row in self._beside if row.source not in known)]
        self.asked.intersection_update(row.source for row in self._rows)
        for row in self._meant():
            if not row.host:
                yield from self._look(row)
        self._send()
        for row, items in self._errands.back(min(patience, self._rest())):
            yield from self._came(row, items)

    def held(self) -> list[Followed]:
        """Those of :attr:`asked` whose servers want to be left alone for now."""
        now = timestamp(self._library.now())
        return [row for row in self._rows if row.source in self.asked and row.held_until > now]

    def _rest(self) -> float:
        """Seconds until there is something to do, as far as that is known."""
        now = self._library.now()
        stamp = timestamp(now)
        seconds = [(due - now).total_seconds() for due in self._due.values()]
        for row in self._meant():
            if row.host:
                due = max("" if row.source in self.asked else row.due_at, row.held_until, stamp)
                seconds.append((datetime.fromisoformat(due) - now).total_seconds())
        # Who is due and has to wait for its host, or for a place, is looked at again soon.
        return max(pacing.SETTLE, min(seconds, default=pacing.IDLE))

    def wake(self) -> None:
        """End a wait; from any thread."""
        self._errands.wake()

    def _meant(self) -> list[Followed]:
        return [row for row in self._rows if self._only is None or row.source in self._only]

    # -- on the disk -----------------------------------------------------------------------

    def _look(self, row: Followed) -> Iterator[Added]:
        before = self._library.now()
        if before < self._due.get(row.source, before):
            return
        first = row.source not in self._changes
        changes = self._changes.setdefault(row.source, Changes(row.source))
        changed = changes.look()
        if first and not row.since and len(changed) > HANDFUL:
            changed = []  # just added; of a few it costs nothing to make sure
        took = (self._library.now() - before).total_seconds()
        pause = pacing.SETTLE if changes.unsettled else pacing.LOOK
        self._due[row.source] = before + timedelta(seconds=max(pause, took * pacing.SHARE))
        if changed:
            yield from self._read(row, changed)
        if changes.vanished and row.since:
            self._library.found(row, dict.fromkeys(changes.vanished, ""))

    def _read(self, row: Followed, changed: Sequence[str]) -> Iterator[Added]:
        """Read files that changed; what is wrong with which is kept."""
        problems = dict.fromkeys(changed, "")

        def loaded() -> Iterator[Loaded]:
            for path in changed:
                for item in load_changed(row.source, path):
                    owner[item.source] = path
                    yield item

        owner: dict[str, str] = {}
        for added in self._add(row, loaded()):
            path = owner.get(added.source)
            if path is not None:
                problems[path] = problems[path] or _problem(added)
            yield added
        if row.since:
            self._library.found(row, problems)

    # -- addresses -------------------------------------------------------------------------

    def _send(self) -> None:
        """Ask for what is due, a few at a time."""
        while self._errands.free:
            row = self._library.take_due(self._only, self.asked)
            if row is None:
                return
            self.asked.discard(row.source)
            load = self._library.loader(
                row.source, as_uri=row.named or None, format=row.format or None
            )
            self._errands.send(row, load)

    def _came(self, row: Followed, items: Sequence[Loaded]) -> Iterator[Added]:
        """Store what came of a page, and say when it is asked for next."""
        problem, sound = "", isinstance(items[0], Unmodified) if items else False
        for added in self._add(row, items):
            sound = sound or added.error is None
            problem = problem or _problem(added)
            yield added
        every = row.every or self._every
        answers = [item for item in items if isinstance(item, AnsweredError)]
        gone = not sound and any(each.status == GONE for each in answers)
        held = max((each.wait for each in answers), default=0.0)
        self._library.settle(
            row,
            "" if sound else problem or "nothing came of it",
            None if gone else lambda failures: pacing.wait(every, failures, self._chance()),
            held,
        )

    def _add(self, row: Followed, items: Iterable[Loaded]) -> Iterator[Added]:
        return self._library.add_loaded(items, as_uri=row.named or None, format=row.format or None)


def _problem(added: Added) -> str:
    """What is wrong, without the source, which is told beside it; "" for nothing."""
    if added.error is None or added.skipped:
        return ""
    return added.error.removeprefix(f"{added.source}: ")
