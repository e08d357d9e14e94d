"""Going through all stories, page by page, with no transaction held between pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsreader.model.story import Story
from newsreader.store import stories
from newsreader.store.file.database import Database
from newsreader.store.file.translating import DamagedError
from newsreader.store.file.walking import Unreadable, walk

PAGE = 128
"""Stories that are fetched at a time."""


def all_stories(database: Database, told: Callable[[str], None] | None = None) -> Iterator[Story]:
    """Every story, by its number, with nobody's progress.

    Args:
        database: the library.
        told: is called with what cannot be read, in words, and all else goes on.

    Raises:
        LibraryError: the library is locked; or damaged, where nobody is ``told`` of it.
    """
    after = 0
    while True:
        try:
            with database.reading() as connection:
                page = stories.page_by_id(connection, "", after, PAGE)
        except DamagedError:
            if told is None:
                raise
            yield from _one_by_one(database, after, told)
            return
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id


def _one_by_one(database: Database, after: int, told: Callable[[str], None]) -> Iterator[Story]:
    """The stories from after that number on, around those that cannot be read."""
    for id_ in walk(database, "story"):
        if isinstance(id_, Unreadable):
            if id_.last > after:
                told(f"story {id_}: cannot be read")
        elif id_ > after:
            try:
                with database.reading() as connection:
                    story = stories.by_id(connection, id_, "")
            except DamagedError:
                told(f"story {id_}: cannot be read")
                continue
            if story is not None:
                yield story
