"""Which statement is which through a story's revisions, as kept events say.

When a revision is added, what it did to the statements of the one before is worked out once and
appended to the log, with the version of the rules that found it. Books read it from there, so
newer rules change nothing about older revisions, and libraries that have the same events say
the same. A revision without such an event (an older program added it) breaks the links, nothing
else: exact words do not depend on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsreader.model.carryover import Carryover
from newsreader.model.event import Event, EventKind
from newsreader.model.lineage import Lineage, Missing
from newsreader.model.story import Revision


class Links:
    """The links between a story's revisions, as far back as they were kept."""

    def __init__(self, found: Iterable[Event], revisions: Sequence[Revision]) -> None:
        """Read them from the story's events; ``revisions`` are the story's, oldest first."""
        kept = {
            (event.body["before"], event.body["article"]): event.body
            for event in found
            if event.kind is EventKind.CARRY
        }
        self._revisions = revisions
        steps: list[Carryover] = []
        first = len(revisions)
        for k in range(len(revisions) - 1, 0, -1):
            body = kept.get((revisions[k - 1].hash, revisions[k].hash))
            if body is None:
                break
            steps.insert(0, Carryover.of_body(body))
            first = k
        self._lineage = Lineage.of(steps[0].old_size, steps, first) if steps else None

    def missing(self) -> list[Missing]:
        """What the newest revision has not any more."""
        return self._lineage.missing() if self._lineage else []

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
        having = [each.n for each in self._revisions if each.hash == article and each.n < shown]
        return self._lineage.now(having[-1], n, shown) if having else None
