"""A story's tags in memory: its events folded on one of its articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from newsreader.model.event import Event
from newsreader.model.statement import Analysis
from newsreader.model.story import Revision
from newsreader.store import articles, events, stories
from newsreader.store.anchoring import Placer
from newsreader.store.articles import Wording
from newsreader.store.carrying import Aligning, Carrier, Worded
from newsreader.store.cutting import Cutting, cut_up
from newsreader.store.folding import ACTS, TagBook
from newsreader.store.translating import sound, translated
from newsreader.store.undoing import cuts_among


class Bookkeeper:
    """Makes and extends the books of one library's stories; knows how revisions are aligned."""

    def __init__(self, connection: sqlite3.Connection, path: Path, aligning: Aligning) -> None:
        """Work on ``connection`` of the library ``path``; ``aligning`` is ``revising.align``."""
        self._connection = connection
        self.path = path
        self._aligning = aligning

    def book(
        self,
        uri: str,
        revisions: Sequence[Revision],
        shown: str,
        analysis: Analysis | None = None,
        *,
        kept: TagBook | None = None,
    ) -> tuple[TagBook, int]:
        """All events of the story ``uri``, folded on the article ``shown``.

        Args:
            uri: the story's identity.
            revisions: of the story.
            shown: hash of the article to place the tags on.
            analysis: that article as the splitter cut it, if it is in memory.
            kept: a book on the same article, whose statements stay as they are in it; None to
                cut the article as all events say.

        Returns:
            The book, and the row of the last event in it.

        Raises:
            LibraryError: the events are damaged.
        """
        found, last = self.events(uri)
        worded = self._worded(shown, analysis)
        cutting = self._cutting(shown, found, worded) if kept is None else kept.cutting
        placer = Placer(shown, revisions, worded, self._aligning, cutting)
        placer.prepare(_anchors(found))
        return TagBook(placer, found, cutting), last

    def _worded(self, shown: str, analysis: Analysis | None) -> Worded:
        def worded(hash_: str) -> Wording | None:
            if analysis is not None and hash_ == shown:
                return Wording.of(analysis)
            return articles.wording(self._connection, hash_)

        return worded

    def cutting(self, shown: str, found: Sequence[Event]) -> Cutting | None:
        """How a story's events cut the article ``shown``; None when nothing was ever cut."""
        return self._cutting(shown, found, self._worded(shown, None))

    def _cutting(self, shown: str, found: Sequence[Event], worded: Worded) -> Cutting | None:
        acts = cuts_among(found)
        wording = worded(shown) if acts else None
        if wording is None:
            return None
        return cut_up(wording, acts, Carrier(shown, wording, worded, self._aligning))

    def events(self, uri: str, after: int = 0) -> tuple[list[Event], int]:
        """The story's events from after row ``after``, and the row of the last one.

        Raises:
            LibraryError: the events are damaged.
        """
        with sound(self.path):
            return events.of_story(self._connection, uri, after)

    def newest(self, uri: str, story: int) -> tuple[TagBook, int]:
        """The book of the story on its newest revision.

        Raises:
            LibraryError: its events or its revisions are damaged.
        """
        with translated(self.path, writing=False):
            newest = stories.newest(self._connection, story)
            return self.book(uri, stories.revisions(self._connection, story), newest)


def _anchors(found: Sequence[Event]) -> list[tuple[str, int, int, str]]:
    bodies = (event.body for event in found if event.kind in ACTS)
    return [(body["article"], body["start"], body["end"], body["exact"]) for body in bodies]
