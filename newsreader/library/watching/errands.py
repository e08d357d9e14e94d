"""Fetching a few pages at a time, so that a slow server holds nobody up.

What must stay true: who sends and takes back is one thread; what is sent touches no library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.followed import Followed
    from newsreader.reading.raw import Loaded

MOST = 4
"""Pages that are fetched at one time."""

Back = tuple["Followed", list["Loaded"]]
"""What was asked for, and all that came of it."""


class Errands:
    """What is being fetched."""

    def __init__(self) -> None:
        self._out: set[str] = set()
        self._back: SimpleQueue[Back | None] = SimpleQueue()

    @property
    def free(self) -> bool:
        """Whether one more may be sent."""
        return len(self._out) < MOST

    @property
    def out(self) -> int:
        """How many are on their way."""
        return len(self._out)

    def send(self, row: Followed, load: Callable[[], Iterable[Loaded]]) -> None:
        """Fetch an address in a thread of its own, which nobody has to wait for at the end."""

        def fetch() -> None:
            items: list[Loaded] = []
            try:
                items.extend(load())
            finally:
                self._back.put((row, items))

        self._out.add(row.source)
        Thread(target=fetch, name="fetching", daemon=True).start()

    def back(self, seconds: float) -> list[Back]:
        """What came back; waits for the first, and up to ``seconds`` for that."""
        came: list[Back] = []
        try:
            item = self._back.get(timeout=seconds) if seconds > 0 else self._back.get_nowait()
            while True:
                if item is not None:
                    self._out.discard(item[0].source)
                    came.append(item)
                item = self._back.get_nowait()
        except Empty:
            return came

    def wake(self) -> None:
        """Let who waits go on; from any thread, also out of the handler of a signal."""
        self._back.put(None)
