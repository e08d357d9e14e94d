"""A story's tags in memory: its events folded on one of its articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from newsreader.model.event import Event, EventKind
from newsreader.model.statement import Analysis, Update
from newsreader.model.story import Revision
from newsreader.store import articles, events, stories
from newsreader.store.file.translating import sound, translated
from newsreader.store.tags.folding import ACTS, TagBook
from newsreader.store.tags.linking import Links
from newsreader.store.tags.undoing import CUTS, SECTIONS, shapes_among
from newsreader.store.texts.anchoring import Placer
from newsreader.store.texts.carrying import Aligning, Carrier, Worded
from newsreader.store.texts.cutting import cut_up
from newsreader.store.texts.remembering import Basis, Log, Memory
from newsreader.store.texts.sectioning import Locator, Updated, resection
from newsreader.store.texts.shaping import UNSHAPED, Shape
from newsreader.store.texts.wording import Wording


class Bookkeeper:
    """Makes and extends the books of one library's stories; knows how revisions are aligned."""

    def __init__(self, connection: sqlite3.Connection, path: Path, aligning: Aligning) -> None:
        """Work on ``connection`` of the library ``path``; ``aligning`` is ``revising.places``."""
        self._connection = connection
        self.path = path
        self._aligning = aligning
        self.memory = Memory()  # shared by all openings of the file in this process

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
            kept: a book on the same article, whose statements and sections stay as they are in
                it; None to shape the article as all events say.

        Returns:
            The book, and the row of the last event in it.

        Raises:
            LibraryError: the events are damaged.
        """
        found, last = self.events(uri)
        worded = self._worded(shown, analysis)
        updated = self._updated(shown, analysis)
        with sound(self.path):
            shape = self._shape(shown, found, worded, updated) if kept is None else kept.shape
            links = Links(found, revisions)
            known = None if shape.cutting else self.memory.places(_basis(shown, revisions, found))
            placer = Placer(shown, revisions, worded, self._aligning, shape.cutting, links, known)
            placer.prepare(_anchors(found))
            return TagBook(placer, found, shape), last

    def _worded(self, shown: str, analysis: Analysis | None) -> Worded:
        def load(hash_: str) -> Wording | None:
            if analysis is not None and hash_ == shown:
                return Wording.of(analysis)
            return articles.wording(self._connection, hash_)

        return lambda hash_: self.memory.wording(hash_, load)

    def wording(self, hash_: str) -> Wording | None:
        """The statements of an article as words, None when the article is not stored."""
        return self._worded(hash_, None)(hash_)

    def _updated(self, shown: str, analysis: Analysis | None) -> Updated:
        def updated(hash_: str) -> tuple[Update, ...]:
            if analysis is not None and hash_ == shown:
                return analysis.split.updates
            id_ = articles.article_id(self._connection, hash_)
            return () if id_ is None else articles.updates(self._connection, id_)

        return updated

    def shape(self, shown: str, found: Sequence[Event]) -> Shape:
        """How a story's events shape the article ``shown``."""
        return self._shape(shown, found, self._worded(shown, None), self._updated(shown, None))

    def _shape(self, shown: str, found: Sequence[Event], worded: Worded, updated: Updated) -> Shape:
        acts = shapes_among(found)
        wording = worded(shown) if acts else None
        if wording is None:
            return UNSHAPED
        carrier = Carrier(shown, wording, worded, self._aligning)
        cuts = [act for act in acts if act.event.kind in CUTS]
        cutting = cut_up(wording, cuts, carrier) if cuts else None
        corrections = [act for act in acts if act.event.kind in SECTIONS]
        if not corrections:
            return Shape(cutting, None)
        locator = Locator(shown, wording, carrier, updated)
        sections = resection(wording, updated(shown), corrections, locator)
        return Shape(cutting, sections)

    def events(self, uri: str, after: int = 0) -> tuple[list[Event], int]:
        """The story's events from after row ``after``, and the row of the last one.

        Raises:
            LibraryError: the events are damaged.
        """
        with sound(self.path):
            if after:
                return events.of_story(self._connection, uri, after)
            known = self.memory.log
            if known is None or not self._goes_on(known, uri):
                known = Log(uri, [], 0)
            found, last = events.of_story(self._connection, uri, known.last)
            known = Log(uri, [*known.events, *found], last)
            self.memory.log = known if known.events else None
            return known.events, last

    def _goes_on(self, known: Log, uri: str) -> bool:
        """Whether the log begins as it is remembered: events are only ever appended."""
        return known.uri == uri and events.id_at(self._connection, known.last) == (
            known.events[-1].id
        )

    def newest(self, uri: str, story: int) -> tuple[TagBook, int]:
        """The book of the story on its newest revision.

        Raises:
            LibraryError: its events or its revisions are damaged.
        """
        with translated(self.path, writing=False):
            newest = stories.newest(self._connection, story)
            return self.book(uri, stories.revisions(self._connection, story), newest)


def _basis(shown: str, revisions: Sequence[Revision], found: Sequence[Event]) -> Basis:
    links = tuple(event.id for event in found if event.kind is EventKind.CARRY)
    return Basis(shown, tuple(each.hash for each in revisions), links)


def _anchors(found: Sequence[Event]) -> list[tuple[str, int, int, str]]:
    bodies = (event.body for event in found if event.kind in ACTS)
    return [(body["article"], body["start"], body["end"], body["exact"]) for body in bodies]
