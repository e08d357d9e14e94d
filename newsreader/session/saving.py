"""Writing what an editor did, and keeping what could not be written.

What is told as saved is on disk. When recording fails, the act is kept, shown as not saved, and
tried again, in order, before the next one; it survives the taking of a newer revision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsreader.errors import NewsreaderError
from newsreader.library import OpenedStory
from newsreader.model.event import Anchor, Draft, Event, EventKind, Place

Recording = Callable[[OpenedStory, Sequence[Draft]], Sequence[Event]]
"""Puts drafts on disk and into the story's book, or raises and changes nothing."""


class Outcome(NamedTuple):
    """What came of a key press, for the status line."""

    message: str
    saved: bool = True  # False: nothing is on disk, the act waits in Session.unsaved
    changed: tuple[int, ...] = ()  # numbers of the statements to draw anew
    recut: bool = False  # there are other statements now: all is to be drawn anew
    open: int | None = None  # how many statements are, when the last one was tagged
    done: bool = False  # the last tag whose words changed was decided on


class Saving:
    """The acts of one session on their way to the disk."""

    def __init__(self, opened: OpenedStory, record: Recording) -> None:
        self._record = record
        self.unsaved: list[tuple[Draft, ...]] = []  # what one key press did, oldest first
        self._carried: dict[Anchor, int] = {}  # acts on an older revision: where they stand, or 0
        self._show(opened)

    def _show(self, opened: OpenedStory) -> None:
        self._opened = opened
        statements = opened.analysis.split.statements
        self._spans = [(each.start, each.end) for each in statements]

    def take(self, opened: OpenedStory, places: Sequence[Place]) -> None:
        """Go on with a newer revision; what waits stays on its words.

        Args:
            opened: the story, with the newer revision shown.
            places: where each statement of the revision shown so far stands in it.
        """
        anchors = [draft.anchor for batch in self.unsaved for draft in batch if draft.anchor]
        numbers = {anchor: self._number(anchor) for anchor in anchors}
        self._carried = {anchor: places[n - 1].n or 0 if n else 0 for anchor, n in numbers.items()}
        self._show(opened)

    def write(self, drafts: tuple[Draft, ...], done: str) -> Outcome:
        """Record ``drafts`` after all that waits; ``done`` is what to say when it is on disk."""
        self.unsaved.append(drafts)
        return self.flush(done)

    def flush(self, done: str) -> Outcome:
        """Record all that waits, oldest first; what fails, and all after it, stays."""
        changed: list[int] = []
        before = self._opened.analysis
        wrong = self._flush(changed)
        recut = self._opened.analysis is not before
        if recut:
            self._show(self._opened)
        return Outcome(wrong or done, not wrong, _once(changed), recut)

    def _flush(self, changed: list[int]) -> str:
        """Record all that waits; what went wrong, "" for nothing. What changed goes to the list."""
        while self.unsaved:
            drafts = self.unsaved[0]
            try:
                self._record(self._opened, drafts)
            except NewsreaderError as error:
                changed += [n for batch in self.unsaved for n in self._numbers(batch)]
                return f"NOT SAVED: {error}"
            changed += [*self._numbers(drafts), *self._opened.book.take_touched()]
            del self.unsaved[0]
        return ""

    def drop(self) -> Outcome:
        """Give up the last act that waits."""
        dropped = self.unsaved.pop()
        return Outcome("undone, it had not been saved", changed=self._numbers(dropped))

    def waiting(self, n: int) -> Draft | None:
        """The last tag or clear of statement ``n`` that waits; notes do not hide it."""
        for drafts in reversed(self.unsaved):
            for draft in reversed(drafts):
                if draft.kind in (EventKind.TAG, EventKind.CLEAR) and n in self._numbers([draft]):
                    return draft
        return None

    def acts(self) -> Iterator[tuple[Draft, int]]:
        """What waits, oldest first, each with the statement shown that it is about; 0 for none."""
        for batch in self.unsaved:
            for draft in batch:
                yield draft, self._number(draft.anchor) if draft.anchor is not None else 0

    def _numbers(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """The statements shown that drafts are about."""
        numbers = [n for draft in drafts for n in self._opened.book.numbers(draft.events)]
        anchors = (draft.anchor for draft in drafts if draft.anchor is not None)
        numbers.extend(n for anchor in anchors if (n := self._number(anchor)))
        return tuple(numbers)

    def _number(self, anchor: Anchor) -> int:
        """The statement shown that has the anchor's words; 0 when none has."""
        carried = self._carried.get(anchor)
        if carried is not None:
            return carried
        i = bisect_left(self._spans, (anchor.start, anchor.end))
        return i + 1 if self._spans[i : i + 1] == [(anchor.start, anchor.end)] else 0


def _once(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
