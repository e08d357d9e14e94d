"""Gathering the ledger beside what somebody does: in a thread, with an opening of its own.

Comparing all revisions of many stories takes long; nobody who types waits for it. What was found so
far may be read at any time, from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Thread
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.library.ledger import Entry, ledger
from newsreader.model.story import Story

if TYPE_CHECKING:
    from newsreader.library import Library

_SOON = 2.0  # seconds that who leaves waits for the end


class Gathering:
    """The edits of one story, or of all that lists show, the newest of each first."""

    def __init__(self, library: Library, story: int | None) -> None:
        """Be ready to gather.

        Args:
            library: open.
            story: number of the story; None for all.
        """
        self.found: list[Entry] = []
        """What was found so far; only ever grows."""
        self.stories = 0
        """How many stories were looked through."""
        self.wrong = ""
        """What ended it before its time; "" for nothing."""
        self.running = False
        self._story = story
        self._library = library
        self._stopped = False
        self._thread = Thread(target=self._run, name="ledger", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.running = True
        self._thread.start()

    def stop(self) -> None:
        """End after the story that is being looked through, and wait for that."""
        self._stopped = True
        if self.running:
            self._thread.join(_SOON)

    def _run(self) -> None:
        try:
            with self._library.again() as library:
                chosen = library.stories() if self._story is None else [library.find(self._story)]
                self._gather(library, chosen)
        except NewsreaderError as error:
            self.wrong = str(error)
        finally:
            self.running = False

    def _gather(self, library: Library, stories: Iterable[Story]) -> None:
        for story in stories:
            if self._stopped:
                return
            found = [*ledger(library, [story])]
            self.found += found[::-1]
            self.stories += 1
