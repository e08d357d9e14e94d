"""A story's revisions in memory: taken one after the other, statements placed, edits told.

What an editor tagged in any revision is found in the newest: under its exact words wherever these
stand, else, as a link that asks to be looked at, where the statement went. Words that come back
bring back what was said of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from newsreader.model.carryover import Carryover
from newsreader.model.event import AnchorState, Place
from newsreader.model.lineage import Lineage
from newsreader.model.version import Version
from newsreader.revising.exact import exact as exact_words
from newsreader.revising.revising import revise


class Edit(NamedTuple):
    """A statement that changed or vanished, and no new update header said so."""

    kind: Literal["changed", "vanished"]
    was: str
    now: str | None  # None where it vanished
    first: int  # the first revision that had the words that were
    last: int  # the last one
    n: int  # its number there
    back: int | None  # the revision in which those words were there again


class History:
    """Revisions of a story, oldest first, and what each did to the one before."""

    def __init__(self, first: Version) -> None:
        """Begin with the first revision."""
        self.versions = [first]
        self.carryovers: list[Carryover] = []  # the first belongs to revision 2
        self.lineage = Lineage(len(first.words))
        self._states: dict[int, dict[int, Place]] = {}

    @classmethod
    def of(cls, versions: Iterable[Version]) -> History:
        """The history of at least one revision."""
        first, *others = versions
        made = cls(first)
        for each in others:
            made.take(each)
        return made

    def take(self, new: Version) -> Carryover:
        """Take the next revision; returns what it did to the one before."""
        carryover = revise(self.versions[-1], new, self.lineage.missing())
        self.lineage.follow(carryover)
        self.versions.append(new)
        self.carryovers.append(carryover)
        self._states.clear()
        return carryover

    def place(self, revision: int, n: int) -> Place:
        """Where statement ``n`` of a revision stands in the newest one.

        Returns:
            ``current`` or ``moved`` for its exact words, ``stale`` where other words took their
            place, ``gone``, with where it stood last, when it has no partner.
        """
        if revision not in self._states:
            self._states[revision] = self._placed(revision)
        return self._states[revision][n]

    def _placed(self, revision: int) -> dict[int, Place]:
        """The places of all statements of a revision."""
        old, new = self.versions[revision - 1].words, self.versions[-1].words
        links = {n: self.lineage.now(revision, n) for n in range(1, len(old) + 1)}
        direct = exact_words(self.versions[revision - 1], self.versions[-1])
        exact = {i + 1: j + 1 for i, j in direct.pairs.items()}
        taken = set(exact.values())
        exact |= {
            n: at
            for n, at in links.items()
            if at and n not in exact and at not in taken and new[at - 1] == old[n - 1]
        }
        taken = set(exact.values())
        stayed = {i + 1 for i in direct.in_sequence}
        places: dict[int, Place] = {}
        for n, at in links.items():
            if n in exact:
                state = AnchorState.CURRENT if n in stayed else AnchorState.MOVED
                places[n] = Place(exact[n], state)
            elif at and at not in taken:
                places[n] = Place(at, AnchorState.STALE)
            else:
                places[n] = Place(None, AnchorState.GONE, *self.lineage.last(revision, n))
        return places

    def ledger(self) -> Iterator[Edit]:
        """The statements that changed or vanished without a new update header, oldest first."""
        for revision, carryover in enumerate(self.carryovers, 1):
            for changed in carryover.stale:
                if changed.quiet:
                    now = self.versions[revision].words[changed.new - 1]
                    yield self._edit("changed", revision, changed.old, now)
            for lost in carryover.gone:
                if lost.quiet:
                    yield self._edit("vanished", revision, lost.old, None)

    def _edit(
        self, kind: Literal["changed", "vanished"], last: int, n: int, now: str | None
    ) -> Edit:
        was = self.versions[last - 1].words[n - 1]
        seen = [
            at for at, k in self.lineage.path(last, n) if self.versions[at - 1].words[k - 1] == was
        ]
        first = min(seen)
        back = next((at for at in seen if at > last), None)
        return Edit(kind, was, now, first, last, n, back)
