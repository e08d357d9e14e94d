"""What an editor has seen of the stories: looked up when one is opened, kept when it is left."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from newsreader.errors import NewsreaderError
from newsreader.library.opening.opened import OpenedStory
from newsreader.library.opening.placing import PATIENCE
from newsreader.store import unseen
from newsreader.store.file.database import Database
from newsreader.store.unseen import Unseen


class Seeing:
    """What the editor has not seen yet in the stories of a library."""

    _database: Database
    editor: str

    def unseen(self, opened: OpenedStory) -> Unseen:
        """What the editor left unseen in a story, and of which revision; 0 where none is known.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        with self._database.reading() as connection:
            return unseen.unseen(connection, opened.story.id, self.editor)

    def keep_unseen(self, opened: OpenedStory, was: Mapping[int, str]) -> bool:
        """Remember what the editor has not seen of the revision shown.

        Returns:
            Whether that is on the disk; as for places, it is not worth waiting for.
        """
        story, shown = opened.story.id, opened.revision.n
        with suppress(NewsreaderError):
            if self.unseen(opened) != (shown, dict(was)):
                with self._database.writing(PATIENCE) as connection:
                    unseen.keep(connection, story, self.editor, shown, was)
            return True
        return False
