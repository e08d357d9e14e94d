"""Newer revisions in a session: known of, counted, and taken when the editor says so.

Must stay true: the text shown and the cursor never change before :meth:`Renewing.take_newer`, and
then the cursor stays with its statement.
"""

from __future__ import annotations

from collections.abc import Callable

from newsreader.library import OpenedStory
from newsreader.model.event import Place
from newsreader.model.version import Version
from newsreader.revising import places
from newsreader.session.correcting import Correcting
from newsreader.session.recutting import statement_at
from newsreader.session.saving import Outcome


class Renewing(Correcting):
    """A cursor in a story that changes."""

    _reopen: Callable[[], OpenedStory] | None

    def newer(self) -> int:
        """How many revisions came after the one shown, as far as known; 0 without ``reopen``."""
        return self.opened.newer if self._reopen is not None else 0

    def recut(self) -> bool:
        """Whether others changed statements or sections of the revision shown, as far as known."""
        return self.opened.recut and self._reopen is not None

    @property
    def removed(self) -> bool:
        """Whether the story was taken off the lists, by whomever, as far as known."""
        return bool(self.opened.book.removals.in_force)

    def take_newer(self) -> Outcome:
        """Show the story's newest revision instead, if there is one.

        Raises:
            LibraryError: it cannot be opened; nothing has changed.
        """
        if self._reopen is None or not (self.newer() or self.recut()):
            return Outcome("no newer revision")
        before = self.opened.revision.n
        self.take(self._reopen())
        now = self.opened.revision.n
        return Outcome(
            f"revision {now}" if now != before else "statements and updates as they are now"
        )

    def take(self, opened: OpenedStory) -> None:
        """Go on with the story as it was opened anew.

        The cursor stays with the exact words of its statement, or with what became of them, or goes
        to the nearest statement before it that is still there; where the same text is cut anew, it
        stays at its place. What is not saved is kept, and the search is done again.
        """
        places = _places(self.opened, opened)
        here = next((place.n for place in reversed(places[: self.n]) if place.n is not None), 1)
        if self.n and places[self.n - 1].n is None:
            here = _successor(self.opened, opened, self.n) or here
        if opened.revision.hash == self.opened.revision.hash and self.statement is not None:
            here = statement_at(opened, self.statement.start)
        self._saving.take(opened, places)
        self.opened = opened
        self.show(opened.analysis, here)


def _places(old: OpenedStory, new: OpenedStory) -> list[Place]:
    """Where each statement of one revision stands in another, by its exact words."""
    return places(Version.of(old.analysis), Version.of(new.analysis))


def _successor(old: OpenedStory, new: OpenedStory, n: int) -> int | None:
    """Which statement of another revision statement ``n`` became, under other words."""
    from newsreader.revising.revising import revise  # noqa: PLC0415  (only where words changed)

    carryover = revise(Version.of(old.analysis), Version.of(new.analysis))
    return carryover.partners().get(n)
