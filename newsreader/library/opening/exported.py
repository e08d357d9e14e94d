"""The tags of a story as they leave the library, with what its articles say of their statements."""

from __future__ import annotations

from datetime import datetime

from newsreader.export.rows import ExportRow
from newsreader.library.opening.opened import sourced
from newsreader.library.opening.recut import said_at
from newsreader.model.event import Tag
from newsreader.model.statement import Analysis, Attribution
from newsreader.model.story import Story
from newsreader.store import articles, events, stories
from newsreader.store.file.database import Connection, Database
from newsreader.store.file.translating import sound
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.undoing import SECTIONS
from newsreader.store.texts.sectioning import Sections

Said = tuple[tuple[Attribution, ...], datetime | None]
"""Who says a statement, and when its update was published."""


def rows(database: Database, keeper: Bookkeeper, story: Story) -> list[ExportRow]:
    """The story's tags as they are exported, all of one moment.

    Raises:
        LibraryError: the library is damaged.
    """
    found = []
    loaded: dict[str, Analysis] = {}  # with tags on what editors cut, or with sources left open
    with database.reading() as connection, sound(database.path):
        corrected = _Corrected(connection, keeper, story)
        for tag in projection.tags(connection, story.id):
            said, time = _said(connection, tag, loaded)
            time = corrected.time(tag, time)
            on = stories.revision_of(connection, story.id, tag.article) or None
            row = ExportRow.of(story, tag, revision=on, attributions=said, update_time=time)
            found.append(row)
    return found


class _Corrected:
    """When the sections of a story's articles were published, as editors corrected it."""

    def __init__(self, connection: Connection, keeper: Bookkeeper, story: Story) -> None:
        self._keeper = keeper
        some = events.any_of(connection, story.uri, SECTIONS)
        self._done = keeper.events(story.uri)[0] if some else []
        self._sections: dict[str, Sections | None] = {}

    def time(self, tag: Tag, time: datetime | None) -> datetime | None:
        """When what was tagged was published; ``time`` where nothing was ever corrected."""
        if not self._done:
            return time
        if tag.article not in self._sections:
            self._sections[tag.article] = self._keeper.shape(tag.article, self._done).sections
        sections = self._sections[tag.article]
        if sections is None:  # the article is not in the library
            return time
        at = sections.index_at(tag.start)
        return None if at is None else sections.updates[at].time


def _said(connection: Connection, tag: Tag, loaded: dict[str, Analysis]) -> Said:
    given = articles.statement_at(connection, tag.article, tag.start, tag.end)
    if given is not None and articles.is_sourced(connection, tag.article):
        return given
    if tag.article not in loaded:
        if articles.article_id(connection, tag.article) is None:
            return (), None
        found = articles.load(connection, tag.article, uri="", source="")
        loaded[tag.article] = sourced(found)
    return said_at(loaded[tag.article], tag.start, tag.end)
