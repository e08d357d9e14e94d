"""Gathering the ledger beside what somebody does: in a thread, with an opening of its own.

Comparing all revisions of many stories takes long; nobody who types waits for it. What was found so
far may be read at any time, from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsreader.library.ledger import Entry, ledger
from newsreader.library.worker import Worker
from newsreader.model.story import Story

if TYPE_CHECKING:
    from newsreader.library import Library


class Gathering(Worker):
    """The edits of one story, or of all that lists show, the newest of each first."""

    def __init__(self, library: Library, story: int | None) -> None:
        """Be ready to gather.

        Args:
            library: open.
            story: number of the story; None for all.
        """
        super().__init__(library, "ledger")
        self.found: list[Entry] = []
        """What was found so far; only ever grows."""
        self.stories = 0
        """How many stories were looked through."""
        self._story = story

    def work(self, library: Library) -> None:
        """Look through one story after the other, until it is told to end."""
        chosen = library.stories() if self._story is None else [library.find(self._story)]
        self._gather(library, chosen)

    def _gather(self, library: Library, stories: Iterable[Story]) -> None:
        for story in stories:
            if self.stopped:
                return
            found = [*ledger(library, [story])]
            self.found += found[::-1]
            self.stories += 1
