"""Work beside what somebody does: in a thread, with an opening of the library of its own.

What must stay true: nobody who types waits for it. It ends soon after it is told to, at a whole
article; what it says of itself may be read at any time, from any thread.
"""

from __future__ import annotations

import sys
from threading import Thread
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError

if TYPE_CHECKING:
    from newsreader.library import Library

_TURN = 0.0005  # seconds a thread computes while another one waits; Python's own are ten times that
_SOON = 2.0  # seconds that who leaves waits for the end; a server may take longer


class Worker:
    """Something that goes on in the background; those that inherit say what."""

    _at_work = 0
    _usual = sys.getswitchinterval()

    def __init__(self, library: Library, name: str) -> None:
        """Be ready to work on the library, as its editor."""
        self.wrong = ""
        """What ended it before its time, or keeps it from going on; "" for nothing."""
        self.running = False
        self.stopped = False
        """Whether it was told to end before all was done."""
        self._library = library
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self.running = True
        self._thread.start()

    def stop(self) -> None:
        """End at a whole article, and wait for that."""
        if self.running:
            self.stopped = True
            self.wake()
            self._thread.join(_SOON)

    def wake(self) -> None:
        """End a wait, where there is one."""

    def work(self, library: Library) -> None:
        """Do it, in the thread.

        Args:
            library: of the thread, open.

        Raises:
            NewsreaderError: it cannot go on.
        """
        raise NotImplementedError

    def _run(self) -> None:
        Worker._at_work += 1
        sys.setswitchinterval(_TURN)
        try:
            with self._library.again() as library:
                self.work(library)
        except NewsreaderError as error:
            self.wrong = str(error)
        finally:
            Worker._at_work -= 1
            if not Worker._at_work:
                sys.setswitchinterval(Worker._usual)
            self.running = False
