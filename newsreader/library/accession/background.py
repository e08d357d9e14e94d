"""Adding beside what somebody does."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from itertools import takewhile
from typing import TYPE_CHECKING

from newsreader.library.accession.added import Added
from newsreader.library.worker import Worker

if TYPE_CHECKING:
    from newsreader.library import Library

_MANY = 50  # articles after which it is worth to ask how many files there are


class Background(Worker):
    """Adding of some sources, under way."""

    def __init__(self, library: Library, sources: Sequence[str]) -> None:
        """Be ready to add ``sources`` to the library, as its editor."""
        super().__init__(library, "adding")
        self.sources = tuple(sources)
        self.counts: Counter[str] = Counter()
        self.first: int | None = None
        """The first story that is new or changed, else the first of all; None for none."""
        self.failures: list[str] = []
        self._total: int | None = None
        self._begun = time.monotonic()

    @property
    def done(self) -> int:
        """How many articles and failures there are so far."""
        return sum(self.counts.values())

    def told(self) -> str:
        """How far it is, in a few words."""
        done, total = self.done, self._total
        if not done:
            return "adding …"
        seconds = max(time.monotonic() - self._begun, 0.001)
        words = [f"adding {done:,}" + (f" of {total:,}" if total and total >= done else "")]
        if done >= _MANY:
            words.append(f"{done / seconds:,.0f}/s")
            if total and total >= done:
                words.append(f"{_span((total - done) * seconds / done)} left")
        if failed := self.counts["failed"]:
            words.append(f"{failed:,} failed")
        return " · ".join(words)

    def work(self, library: Library) -> None:
        """Add all of them."""
        self._begun = time.monotonic()
        loaded = takewhile(lambda _: not self.stopped, library.load_all(self.sources))
        results = library.add_loaded(loaded, busy=True)
        with closing(results):
            for added in results:
                self._take(added)
                if self.stopped:
                    break

    def _take(self, added: Added) -> None:
        self.counts["passed over" if added.skipped else added.status] += 1
        if added.error is not None and not added.skipped:
            self.failures.append(added.error)
        if added.story is not None and (self.first is None or added.status != "unchanged"):
            self.first = self.first or added.story
        if self._total is None and self.done == _MANY:
            from newsreader.reading.sources import how_many  # noqa: PLC0415  (only where many are)

            self._total = sum(how_many(source) or 0 for source in self.sources)


def _span(seconds: float) -> str:
    """A time to wait: ``12 s``, ``5 min``, ``2 h``."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.0f} h"
