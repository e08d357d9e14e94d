"""What was worked out of a library's articles, for the next time that a story is opened.

Articles never change, so their words are the same for every opening; and where the words of events
stand in one of them depends on nothing but its :class:`Basis`. So taking a revision of a story that
is open costs what came, not what there is.

What must stay true: it only saves time. All of it may be forgotten at any moment; it is bounded,
whatever the library holds; several threads may use it.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from newsreader.model.event import Event, Place
from newsreader.store.texts.carrying import Key
from newsreader.store.texts.wording import Wording

MAX_STATEMENTS = 30_000
"""Of how many statements the words are remembered: some 15 MB of news."""

MAX_BASES = 6
"""For how many articles, each with what is known of its story, places are remembered."""


class Basis(NamedTuple):
    """What decides where words stand in an article, besides the words of articles."""

    shown: str  # hash of the article
    revisions: tuple[str, ...]  # hashes of the story's articles, oldest first
    links: tuple[str, ...]  # ids of the events that link these


class Log(NamedTuple):
    """A story's events as they were read last."""

    uri: str
    events: list[Event]  # in the order of the log; nobody changes the list
    last: int  # row of the last one


class Memory:
    """The words, places and events of one library file that were asked for last."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._lock = Lock()
        self._wordings: dict[str, Wording] = {}  # by the article's hash; what was used last is last
        self._statements = 0
        self._places: dict[Basis, dict[Key, Place]] = {}
        self.log: Log | None = None  # of the story that was opened last

    def wording(self, article: str, load: Callable[[str], Wording | None]) -> Wording | None:
        """The words of the article with that hash, loaded if they are not remembered."""
        with self._lock:
            known = self._wordings.pop(article, None)
            if known is not None:
                self._wordings[article] = known
        if known is None:
            known = load(article)
            if known is not None:
                self._keep(article, known)
        return known

    def _keep(self, article: str, wording: Wording) -> None:
        with self._lock:
            before = self._wordings.pop(article, None)
            self._wordings[article] = wording
            self._statements += len(wording.spans) - (len(before.spans) if before else 0)
            while self._statements > MAX_STATEMENTS:
                oldest = next(iter(self._wordings))
                self._statements -= len(self._wordings.pop(oldest).spans)

    def places(self, basis: Basis) -> dict[Key, Place]:
        """What is known of where words stand; who finds more adds it."""
        with self._lock:
            known = self._places.pop(basis, {})
            self._places[basis] = known
            while len(self._places) > MAX_BASES:
                del self._places[next(iter(self._places))]
        return known

    def forget(self) -> None:
        """Forget all: what was being written has failed, so articles may not be there."""
        with self._lock:
            self._wordings.clear()
            self._places.clear()
            self._statements = 0
            self.log = None
