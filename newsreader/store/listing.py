"""Going through all stories, page by page, with no transaction held between pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.model.story import Story
from newsreader.store import stories
from newsreader.store.database import Database

PAGE = 128
"""Stories that are fetched at a time."""


def all_stories(database: Database) -> Iterator[Story]:
    """Every story, by its number, with nobody's progress."""
    after = 0
    while True:
        with database.reading() as connection:
            page = stories.page_by_id(connection, "", after, PAGE)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id
