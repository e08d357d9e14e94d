"""Where the editor was in a story: looked up when it is opened, kept when it is left."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress

from newsreader.errors import NewsreaderError
from newsreader.library.opening.opened import OpenedStory
from newsreader.revising import places
from newsreader.store import articles, looking
from newsreader.store.file.database import Database
from newsreader.store.texts import placing
from newsreader.store.texts.placing import KeptPlace
from newsreader.store.texts.wording import Wording

PATIENCE = 0.2
"""Seconds that keeping a place waits for other programs: leaving a story must not."""


class Placing:
    """The editor's places in the stories of a library."""

    _database: Database
    editor: str

    def place(self, opened: OpenedStory) -> int:
        """Number of the statement where the editor was in the story when it was left.

        The words count: in a newer revision it is the same statement, or the nearest before it
        that is still there.

        Returns:
            The number; 1 when nothing is known.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        with self._database.reading() as connection:
            kept = placing.place(connection, opened.story.id, self.editor)
            if kept is None:
                return 1
            start: int | None = kept.start
            if kept.article != opened.revision.hash:
                old = articles.wording(connection, kept.article)
                new = Wording.of(opened.base)
                span = None if old is None else placing.carried(kept, old, new, places)
                start = None if span is None else span[0]
        if start is None:
            return 1
        statements = opened.analysis.split.statements
        return max(1, bisect_right(statements, start, key=lambda each: each.start))

    def keep_place(self, opened: OpenedStory, n: int) -> bool:
        """Remember that the editor is at statement ``n``, for the next time the story is opened.

        Returns:
            Whether that is on the disk. A library that cannot be written, or is locked for more
            than a moment, is no error: a place is not worth waiting for.
        """
        if not 1 <= n <= len(opened.analysis.split.statements):
            return False
        statement = opened.analysis.split.statements[n - 1]
        here = KeptPlace(opened.revision.hash, statement.start, statement.end)
        story = opened.story.id
        with suppress(NewsreaderError):
            with self._database.reading() as connection:
                known = placing.place(connection, story, self.editor) == here
                seen = looking.looked(connection, story, self.editor)
            if not known or seen < opened.revision.n:
                with self._database.writing(PATIENCE) as connection:
                    placing.keep(connection, story, self.editor, here)
                    looking.look(connection, story, self.editor, opened.revision.n)
            return True
        return False
