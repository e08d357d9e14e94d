"""Recording what an editor did: events, tags and progress in one transaction.

The work does not grow with the story or the library: the book in memory is brought up to date
with what other programs appended, the new events are applied to it, and only what they touched
is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from newsreader.model.event import Draft, Event
from newsreader.model.story import Revision, Story
from newsreader.store import events, looking, stories
from newsreader.store.file.database import Database
from newsreader.store.file.translating import replaced
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.folding import Slot, TagBook
from newsreader.store.texts.ready import storable
from newsreader.store.texts.shaping import same

_STANDING = (
    "SELECT s.revisions, s.uri, (SELECT value FROM meta WHERE key = 'device'), "
    "(SELECT a.hash FROM revision r JOIN article a ON a.id = r.article "
    "WHERE r.story = s.id AND r.n = ?), (SELECT id FROM event WHERE rowid = ?) "
    "FROM story s WHERE s.id = ?"
)
"""How many revisions there are, and what tells whether this is still the file that was opened."""


_State = tuple[tuple[Revision, ...], TagBook, TagBook | None, int, str | None, bool]


class OpenBook:
    """One story's book as a program has it open, in step with log and revisions.

    The article shown never changes by itself, nor do its statements and sections. When another
    program adds a revision, the book learns of it, because that decides where words that are gone
    stood last. When another program cuts or joins statements or corrects sections, ``recut`` tells
    so. With the program's own cut, join, correction, or undo of one they are those of that moment,
    others' included.
    """

    def __init__(  # noqa: PLR0913  -- each by its name
        self,
        story: Story,
        shown: str,
        keeper: Bookkeeper,
        revisions: tuple[Revision, ...],
        *,
        device: str,
        book: TagBook,
        seen: int,
        mark: str | None,
    ) -> None:
        """Open a story's book.

        Args:
            story: the story.
            shown: hash of the article that the book is placed on.
            keeper: makes books.
            revisions: all that there are, as far as known.
            device: the file's name in the log.
            book: the tags, placed.
            seen: row of the last event in the book.
            mark: id of that event.
        """
        self.story, self.shown, self.keeper = story, shown, keeper
        self.revisions, self.device = revisions, device
        self.book, self.seen, self.mark = book, seen, mark
        self.recut = False  # the article shown is cut in another way by now
        self._newest: TagBook | None = None  # on the newest article, if that is another
        self._looked: set[str] = set()  # editors whose look is kept

    def sync(self, connection: sqlite3.Connection) -> bool:
        """Take in what was appended and added since; whether there was anything."""
        return self._catch_up(connection, events.last_row(connection), [])

    def record(
        self, database: Database, drafts: Sequence[Draft], moment: datetime
    ) -> tuple[Event, ...]:
        """Append events and bring book, tags and progress in line with them, durably.

        When anything fails, the book is as it was before.
        """
        before = self._state()
        applied: list[Event] = []
        try:
            with database.writing() as connection:
                tail = events.tail(connection, database.device)
                self._catch_up(connection, tail.row, applied)
                newest = self._on_newest()
                removal = newest.removals.last
                appended, self.seen = events.append(connection, tail, drafts, moment)
                self.mark = appended[-1].id if appended else self.mark
                if any(self.book.shapes(event) for event in appended):
                    self._shape_anew(connection)
                else:
                    self._put(connection, appended, newest, applied)
                self._look(connection, drafts)
                if newest.removals.last != removal:
                    projection.keep_removal(connection, self.story.id, newest.removals.last)
        except BaseException:
            self._restore(before)
            self._forget(applied)
            raise
        self._looked.update(draft.editor for draft in drafts)
        return appended

    def _look(self, connection: sqlite3.Connection, drafts: Sequence[Draft]) -> None:
        """Who does something in the story has the revision shown before their eyes."""
        shown = max(each.n for each in self.revisions if each.hash == self.shown)
        for editor in {draft.editor for draft in drafts} - self._looked:
            looking.look(connection, self.story.id, storable(editor), shown)

    def _state(self) -> _State:
        return self.revisions, self.book, self._newest, self.seen, self.mark, self.recut

    def _restore(self, state: _State) -> None:
        self.revisions, self.book, self._newest, self.seen, self.mark, self.recut = state

    def _put(
        self,
        connection: sqlite3.Connection,
        appended: Sequence[Event],
        newest: TagBook,
        applied: list[Event],
    ) -> None:
        """Apply new events to the books, and write what they touched."""
        slots: list[Slot] = []
        for event in appended:
            applied.append(event)
            slots += self._apply(event, newest)
        projection.update(connection, self.story.id, newest, slots)

    def _shape_anew(self, connection: sqlite3.Connection) -> None:
        """Take statements and sections as they are now, and write all tags with their numbers."""
        self._newest, self.recut = None, False
        self.book, self.seen = self.keeper.book(self.story.uri, self.revisions, self.shown)
        newest = self._on_newest()
        projection.rebuild(connection, self.story.id, newest)
        stories.count(connection, self.story.id, newest.shape)

    def _catch_up(self, connection: sqlite3.Connection, last: int, applied: list[Event]) -> bool:
        """Bring the book up to row ``last`` of the log; what is applied to it goes to ``applied``.

        Tags and progress on the disk are not touched: who appended has brought them in line.
        """
        if self._count_of_revisions(connection) != len(self.revisions):
            self._remake(connection)
            return True
        if last == self.seen:
            return False
        found, _ = self.keeper.events(self.story.uri, self.seen)
        if [event for event in found if self._learn(event, applied)]:
            self._newest = None
            self._look_at_shape()
        self.seen, self.mark = last, events.id_at(connection, last)
        return bool(found)

    def _learn(self, event: Event, applied: list[Event]) -> bool:
        """Apply another program's event; whether it changes which statements or sections are."""
        shapes = self.book.shapes(event)
        applied.append(event)
        self._apply(event, self._newest or self.book)
        return shapes

    def _look_at_shape(self) -> None:
        now = self.keeper.shape(self.shown, self.book.events)
        self.recut = not same(now, self.book.shape)

    def _count_of_revisions(self, connection: sqlite3.Connection) -> int:
        """How many revisions there are in the file, if it is the one that was opened.

        Raises:
            LibraryError: it is another: a backup was put in its place, say.
        """
        known = len(self.revisions)
        at = (known, self.seen, self.story.id)
        row = connection.execute(_STANDING, at).fetchone()
        expected = (self.story.uri, self.device, self.revisions[-1].hash, self.mark)
        if row is None or row[0] < known or row[1:] != expected:
            raise replaced(self.keeper.path)
        return int(row[0])

    def _remake(self, connection: sqlite3.Connection) -> None:
        """Place everything anew, in the knowledge of all revisions."""
        old = self.book
        self.revisions = stories.revisions(connection, self.story.id)
        uri, kept = self.story.uri, self.book
        self.book, self.seen = self.keeper.book(uri, self.revisions, self.shown, kept=kept)
        self._look_at_shape()
        self.mark = events.id_at(connection, self.seen)
        self._newest = None
        self.book.follow(old)

    def _on_newest(self) -> TagBook:
        """The book on the newest article, as it is cut now: the tags that are kept on the disk."""
        newest = self.revisions[-1].hash
        if newest == self.shown and not self.recut:
            return self.book
        if self._newest is None:
            self._newest, _ = self.keeper.book(self.story.uri, self.revisions, newest)
        return self._newest

    def _apply(self, event: Event, newest: TagBook) -> tuple[Slot, ...]:
        """Add one event to the books; returns what it touched on the newest article."""
        slots = self.book.apply(event)
        return slots if newest is self.book else newest.apply(event)

    def _forget(self, applied: Iterable[Event]) -> None:
        ids = [event.id for event in applied]
        for book in (self.book, self._newest) if ids else ():
            if book is not None:
                book.forget(ids)
