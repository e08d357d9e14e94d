"""Following beside what somebody does, as long as the program is open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.library.watching.errands import Errands
from newsreader.library.worker import Worker

if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.model.followed import Followed

PATIENCE = 60.0
"""Seconds of one wait at most."""

_AGAIN = 5.0  # seconds after which it goes on where the library failed


class Following(Worker):
    """Looking at what is followed, under way. What came is in the library, and not told here."""

    def __init__(self, library: Library, every: float, beside: Sequence[Followed] = ()) -> None:
        """Be ready to look.

        Args:
            library: whose sources.
            every: seconds between two looks at an address that states none of its own.
            beside: what is looked at, too, though it is not followed.
        """
        super().__init__(library, "following")
        self._every = every
        self._beside = beside
        self._errands = Errands()

    def wake(self) -> None:
        """Look whether something else is to be followed now."""
        self._errands.wake()

    def work(self, library: Library) -> None:
        """Look until it is told to end; a library that is locked or full is tried again."""
        from newsreader.library.watching.follower import Follower  # noqa: PLC0415  (loads what reads)

        follower = Follower(library, self._every, beside=self._beside, errands=self._errands)
        while not self.stopped:
            try:
                with closing(follower.step(PATIENCE)) as results:
                    while not self.stopped and next(results, None) is not None:
                        pass
                self.wrong = ""
            except NewsreaderError as error:
                self.wrong = str(error)
                self._errands.back(_AGAIN)
