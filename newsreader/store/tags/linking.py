"""Which statement is which through a story's revisions, as kept events say.

When a revision is added, what it did to the statements of the one before is worked out once and
appended to the log, with the version of the rules that found it. Books read it from there, so
newer rules change nothing about older revisions, and libraries that have the same events say
the same. A revision without such an event (an older program added it) breaks the links, nothing
else: exact words do not depend on them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from newsreader.model.carryover import Carryover
from newsreader.model.event import Event, EventKind
from newsreader.model.lineage import Lineage, Missing
from newsreader.model.story import Revision


def steps_kept(
    found: Iterable[Event], revisions: Sequence[Revision]
) -> list[Mapping[str, Any] | None]:
    """What each revision but the first did to the one before, as kept; None where nothing was.

    A story may go back and forth between two texts. What came back then differs from time to
    time, so of several events between the same two the first belongs to the first time.
    """
    kept: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in found:
        if event.kind is EventKind.CARRY:
            events = kept[event.body["before"], event.body["article"]]
            if not (events and _found_alike(events[-1], event)):
                events.append(event)
    steps: list[Mapping[str, Any] | None] = []
    for old, new in pairwise(revisions):
        events = kept[old.hash, new.hash]
        steps.append((events.pop(0) if len(events) > 1 else events[0]).body if events else None)
    return steps


def _found_alike(one: Event, other: Event) -> bool:
    """Whether two libraries that were merged say the same of the same step."""
    return one.device != other.device and one.body == other.body


class Links:
    """The links between a story's revisions, as far back as they were kept."""

    def __init__(self, found: Iterable[Event], revisions: Sequence[Revision]) -> None:
        """Read them from the story's events; ``revisions`` are the story's, oldest first."""
        self._having: dict[str, list[int]] = defaultdict(list)  # which revisions have a text
        for each in revisions:
            self._having[each.hash].append(each.n)
        kept = steps_kept(found, revisions)
        known = [*takewhile(lambda body: body is not None, reversed(kept))][::-1]
        first = len(revisions) - len(known)
        steps = [Carryover.of_body(body) for body in known if body is not None]
        self._lineage = Lineage.of(steps[0].old_size, steps, first) if steps else None

    def missing(self) -> list[Missing]:
        """What the newest revision has not any more."""
        return self._lineage.missing() if self._lineage else []

    def path(self, revision: int, n: int) -> list[tuple[int, int]]:
        """Every revision that has a statement, and its number there, oldest first.

        Args:
            revision: one that has it, counted from 1.
            n: its number there, as the splitter gave it.

        Returns:
            Nothing where that revision is linked to no other.
        """
        return self._lineage.path(revision, n) if self._lineage else []

    def __call__(self, article: str, n: int, shown: int) -> int | None:
        """Number of a statement of ``article`` in revision ``shown``, under whatever words.

        Args:
            article: hash of the article that it was tagged on.
            n: its number there, as the splitter gave it.
            shown: number of the revision.

        Returns:
            None when it is gone there, or nothing is known, or ``shown`` is older.
        """
        if self._lineage is None:
            return None
        having = self._having.get(article, ())
        before = bisect_left(having, shown)
        return self._lineage.now(having[before - 1], n, shown) if before else None
