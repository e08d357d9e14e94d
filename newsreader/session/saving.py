"""Writing what an editor did, and keeping what could not be written.

What is told as saved is on disk. When recording fails, the act is kept, shown as not saved, and
tried again, in order, before the next one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsreader.errors import NewsreaderError
from newsreader.library import OpenedStory
from newsreader.model.event import Draft, Event, Label

Recorder = Callable[[OpenedStory, Sequence[Draft]], Sequence[Event]]
"""Puts drafts on disk and into the story's book, or raises and changes nothing."""


class Outcome(NamedTuple):
    """What came of a key press, for the status line."""

    message: str
    saved: bool = True  # False: nothing is on disk, the act waits in Session.unsaved
    changed: tuple[int, ...] = ()  # numbers of the statements to draw anew


class Saving:
    """The acts of one session on their way to the disk."""

    def __init__(self, opened: OpenedStory, record: Recorder) -> None:
        self._opened = opened
        self._record = record
        self._starts = [each.start for each in opened.analysis.split.statements]
        self.unsaved: list[tuple[Draft, ...]] = []  # what one key press did, oldest first

    def write(self, drafts: tuple[Draft, ...], done: str) -> Outcome:
        """Record ``drafts`` after all that waits; ``done`` is what to say when it is on disk."""
        self.unsaved.append(drafts)
        return self.flush(done)

    def flush(self, done: str) -> Outcome:
        """Record all that waits, oldest first; what fails, and all after it, stays."""
        changed: list[int] = []
        while self.unsaved:
            drafts = self.unsaved[0]
            changed += self._numbers(drafts)
            try:
                self._record(self._opened, drafts)
            except NewsreaderError as error:
                changed += [n for batch in self.unsaved[1:] for n in self._numbers(batch)]
                return Outcome(f"NOT SAVED: {error}", saved=False, changed=tuple(changed))
            del self.unsaved[0]
        return Outcome(done, changed=tuple(changed))

    def drop(self) -> Outcome:
        """Give up the last act that waits."""
        dropped = self.unsaved.pop()
        return Outcome("undone, it had not been saved", changed=self._numbers(dropped))

    def label(self, start: int) -> Label | None:
        """The label that waits for the statement that begins at ``start``."""
        for drafts in reversed(self.unsaved):
            for draft in drafts:
                if draft.anchor is not None and draft.anchor.start == start:
                    return draft.label
        return None

    def _numbers(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        """The statements that drafts are about."""
        numbers = [n for draft in drafts for n in self._opened.book.numbers(draft.events)]
        anchors = (draft.anchor for draft in drafts if draft.anchor is not None)
        numbers.extend(bisect_right(self._starts, anchor.start) for anchor in anchors)
        return tuple(numbers)
