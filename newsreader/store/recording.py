"""Recording what an editor did: events, tags and progress in one transaction.

The work does not grow with the story or the library: the book in memory is brought up to date
with what other programs appended, the new events are applied to it, and only what they touched
is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from newsreader.model.event import Draft, Event
from newsreader.model.story import Story
from newsreader.store import events, projection, stories
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Database
from newsreader.store.folding import Slot, TagBook


@dataclass(slots=True)
class Recorder:
    """One story's book as a program has it open, in step with the log."""

    story: Story
    shown: str  # hash of the article that the book is placed on
    book: TagBook
    keeper: Bookkeeper
    revisions: int  # how many the story had then
    seen: int  # row of the last event in the book

    def sync(self, connection: sqlite3.Connection) -> list[Event]:
        """Apply what was appended since; returns it."""
        found, self.seen = events.of_story(connection, self.story.uri, self.seen)
        for event in found:
            self.book.apply(event)
        return found

    def record(
        self, database: Database, drafts: Sequence[Draft], moment: datetime
    ) -> tuple[Event, ...]:
        """Append events and bring book, tags and progress in line with them, durably.

        When anything fails, the book is as it was before.
        """
        before = self.seen
        applied: list[Event] = []
        try:
            with database.writing() as connection:
                applied += self.sync(connection)
                appended = events.append(connection, drafts, moment)
                slots: list[Slot] = []
                for event in appended:
                    applied.append(event)
                    slots += self.book.apply(event)
                self._project(connection, slots)
                self.seen = events.last_row(connection)
        except BaseException:
            self.seen = before
            if applied:
                self.book.forget(event.id for event in applied)
            raise
        return appended

    def _project(self, connection: sqlite3.Connection, slots: Sequence[Slot]) -> None:
        newest, revisions, count = stories.newest(connection, self.story.id)
        if (newest, revisions) == (self.shown, self.revisions):
            projection.update(connection, self.story.id, count, self.book, slots)
        else:  # an older revision is shown, or another program added a newer one
            book, _ = self.keeper.newest(self.story.uri, self.story.id)
            projection.rebuild(connection, self.story.id, count, book)
