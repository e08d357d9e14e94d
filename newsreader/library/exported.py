"""The tags of a story as they leave the library, with what its articles say of their statements."""

from __future__ import annotations

from datetime import datetime

from newsreader.export.rows import ExportRow
from newsreader.library.recut import said_at
from newsreader.model.event import Tag
from newsreader.model.statement import Analysis, Attribution
from newsreader.model.story import Story
from newsreader.store import articles, projection, stories
from newsreader.store.database import Connection, Database
from newsreader.store.translating import sound

Said = tuple[tuple[Attribution, ...], datetime | None]
"""Who says a statement, and when its update was published."""


def rows(database: Database, story: Story) -> list[ExportRow]:
    """The story's tags as they are exported, all of one moment.

    Raises:
        LibraryError: the library is damaged.
    """
    found = []
    loaded: dict[str, Analysis] = {}  # articles with tags on what editors cut or joined
    with database.reading() as connection, sound(database.path):
        for tag in projection.tags(connection, story.id):
            said, time = _said(connection, tag, loaded)
            on = stories.revision_of(connection, story.id, tag.article) or None
            row = ExportRow.of(story, tag, revision=on, attributions=said, update_time=time)
            found.append(row)
    return found


def _said(connection: Connection, tag: Tag, loaded: dict[str, Analysis]) -> Said:
    given = articles.statement_at(connection, tag.article, tag.start, tag.end)
    if given is not None:
        return given
    if tag.article not in loaded:
        if articles.article_id(connection, tag.article) is None:
            return (), None
        loaded[tag.article] = articles.load(connection, tag.article, uri="", source="")
    return said_at(loaded[tag.article], tag.start, tag.end)
