"""Which stories there are: the part of a library that lists and looks up, and opens nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newsreader.errors import UnknownStoryError
from newsreader.model.story import Story
from newsreader.store import removing, stories
from newsreader.store.database import Database

PAGE = 128
"""Stories that are fetched at a time."""


class Listing:
    """The lists of a library, with the progress of the editor who asks."""

    _database: Database
    editor: str

    def stories(
        self, text: str = "", *, before: Story | None = None, limit: int | None = None
    ) -> Iterator[Story]:
        """The stories, the one that changed last first.

        Args:
            text: only those whose newest revision has all these words, the last one as a prefix.
            before: go on after this one, which a call with the same ``text`` yielded.
            limit: how many at most.

        Yields:
            Stories with this editor's progress. No transaction is held between pages.
        """
        left = limit
        while left is None or left > 0:
            count = PAGE if left is None else min(PAGE, left)
            with self._database.reading() as connection:
                if text.strip():
                    page = stories.page_of_found(connection, self.editor, text, before, count)
                else:
                    page = stories.page(connection, self.editor, before, count)
            yield from page
            if len(page) < count:
                return
            before = page[-1]
            left = None if left is None else left - count

    def find(self, ref: str | int | os.PathLike[str]) -> Story:
        """The story of that number, URI or path, with this editor's progress.

        Raises:
            UnknownStoryError: there is none.
        """
        with self._database.reading() as connection:
            known = ref if isinstance(ref, int) else os.fspath(ref)
            story = stories.find(connection, known, self.editor)
        if story is None:
            raise UnknownStoryError(f"{ref}: no such story", "newsreader list shows them all")
        return story

    def last_removed(self) -> list[int]:
        """The numbers of the stories that the editor's last removal took off the lists."""
        with self._database.reading() as connection:
            return removing.last_removed(connection, self.editor)
