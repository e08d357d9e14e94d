"""Newer revisions in a session: known of, counted, and taken when the editor says so.

Must stay true: the text shown and the cursor never change before :meth:`Renewing.take_newer`, and
then the cursor stays with its statement. What came since the editor looked is *unseen* until the
cursor was on it. Comparing revisions is somebody else's work: :meth:`Renewing.wanted` says which
are to be compared next, and :meth:`Renewing.learn` takes what came of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from newsreader.library import OpenedStory
from newsreader.model.event import Place
from newsreader.model.version import Version
from newsreader.revising import places
from newsreader.session.correcting import Correcting
from newsreader.session.recutting import statement_at
from newsreader.session.saving import Outcome

if TYPE_CHECKING:
    from newsreader.library.since import Since


class Reopen(Protocol):
    """Opens the story anew."""

    def __call__(self, *, revision: int | None = None) -> OpenedStory:
        """On one of its revisions; None for the newest."""


class Renewing(Correcting):
    """A cursor in a story that changes."""

    _reopen: Reopen | None
    _news: Since | None = None  # what the newest revision brings, once it is known

    def __init__(self, opened: OpenedStory, editor: str) -> None:
        """Begin at the first statement of ``opened``, with nothing unseen."""
        self._unseen: dict[int, str] = {}  # by the splitter's numbers: what each said before
        self._looked = opened.revision.n  # the revision that ``_unseen`` is about
        self._failed: set[tuple[int, int]] = set()  # what could not be compared
        super().__init__(opened, editor)

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
        before, news = self.opened.revision.n, self._news
        self.take(self._reopen())
        now = self.opened.revision.n
        if now == before:
            return Outcome("statements and updates as they are now")
        told = ""
        if news is not None and (news.old, news.new) == (before, now):
            self.learn(news)
            told = news.told()
        return Outcome(f"revision {now}: {told}" if told else f"revision {now}")

    # -- what came since one looked --------------------------------------------------------

    def left_off(self, revision: int, unseen: Mapping[int, str]) -> None:
        """The editor looked last at that revision (0: never), and left so much of it unseen."""
        known = {each.n for each in self.opened.revisions if each.n <= self.opened.revision.n}
        if revision in known:
            self._looked, self._unseen = revision, dict(unseen)

    def wanted(self) -> tuple[int, int] | None:
        """Which two revisions are to be compared next; None where all is known."""
        shown, newest = self.opened.revision.n, self.opened.revision.n + self.newer()
        pairs = [(self._looked, shown)] if self._looked < shown else []
        if newest != shown and (self._news is None or self._news.new != newest):
            pairs.append((shown, newest))
        return next((pair for pair in pairs if pair not in self._failed), None)

    def learn(self, since: Since) -> bool:
        """Take what comparing two revisions gave; whether statements are unseen by that."""
        shown = self.opened.revision.n
        if since.new == shown and since.old == self._looked:
            self._looked, self._unseen = shown, since.carried(self._unseen)
            return True
        if since.old == shown:
            self._news = since
        return False

    def cannot_learn(self, old: int, new: int) -> None:
        """These two revisions could not be compared: they are not asked for again."""
        self._failed.add((old, new))
        if new == self.opened.revision.n:
            self._looked = new

    @property
    def news(self) -> Since | None:
        """What the newest revision brings that is not shown yet; None while that is not known."""
        news, newer = self._news, self.newer()
        shown = self.opened.revision.n
        known = news is not None and newer and (news.old, news.new) == (shown, shown + newer)
        return news if known else None

    def unseen(self) -> dict[int, str]:
        """The statements that came since the editor looked: what each said, "" for a new one."""
        numbers = range(1, len(self.statements) + 1) if self._unseen else ()
        found = ((n, self.is_unseen(n)) for n in numbers)
        return {n: was for n, was in found if was is not None}

    @property
    def count_unseen(self) -> int:
        """How many these are, as the splitter cut them."""
        return len(self._unseen) if self._up_to_date else 0

    @property
    def _up_to_date(self) -> bool:
        """Whether it is known what is unseen of the revision shown; in an older one it is not."""
        return self._looked == self.opened.revision.n

    def is_unseen(self, n: int) -> str | None:
        """What statement ``n`` said before, "" for a new one; None once it was seen."""
        if not self._unseen or not n or not self._up_to_date:
            return None
        parts = self._parts(n)
        whole = [self._unseen[each] for each in parts if each in self._unseen]
        return (whole[0] if len(parts) == 1 else "") if whole else None

    def said_before(self, n: int) -> str:
        """What statement ``n`` said when the editor tagged it, or looked at it."""
        return super().said_before(n) or self.is_unseen(n) or ""

    def to_keep(self) -> dict[int, str] | None:
        """What is still unseen, by the splitter's numbers; None while that is not known."""
        return self._unseen if self._up_to_date else None

    def see(self, numbers: Iterable[int]) -> None:
        """These statements were seen."""
        for n in numbers:
            self._see(n)

    def go(self, n: int) -> bool:
        """Go to a statement; the one that is left was seen."""
        before = self.n
        moved = super().go(n)
        if moved and before:
            self._see(before)
        return moved

    def _see(self, n: int) -> None:
        for each in self._parts(n) if self._unseen and n and self._up_to_date else ():
            self._unseen.pop(each, None)

    def _parts(self, n: int) -> range:
        """The numbers that the splitter gave to what statement ``n`` is, or is a part of."""
        base, statement = self.opened.base.split.statements, self.statements[n - 1]
        first = bisect_right(base, statement.start, key=lambda each: each.start)
        last = bisect_right(base, statement.end - 1, key=lambda each: each.start)
        return range(first, last + 1)

    # -- taking it -------------------------------------------------------------------------

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
