"""Which stories there are: the part of a library that lists and looks up, and opens nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.errors import UnknownStoryError
from newsreader.model.article import Span
from newsreader.model.story import ALL_OF_IT, Spot, Story, Stretch
from newsreader.store import articles, stories
from newsreader.store.file.database import Database
from newsreader.store.file.stamps import timestamp
from newsreader.store.file.translating import DamagedError, sound
from newsreader.store.search import HIT_END, HIT_START
from newsreader.store.tags import removing

if TYPE_CHECKING:
    from newsreader.model.aged import Aged
    from newsreader.model.filter import Filter
    from newsreader.model.version import Version

__all__ = ["HIT_END", "HIT_START", "PAGE", "Listing"]

PAGE = 128
"""Stories that are fetched at a time."""


class Listing:
    """The lists of a library, with the progress of the editor who asks."""

    _database: Database
    editor: str

    def stories(
        self, wanted: str | Filter = "", *, before: Story | None = None, limit: int | None = None
    ) -> Iterator[Story]:
        """The stories, by default the one that changed last first.

        Args:
            wanted: a filter (``newsreader.filtering`` reads one); or only words, which the newest
                revision must have all, the last one as a prefix. "" for all that are not removed.
            before: go on after this one, which a call with the same ``wanted`` yielded.
            limit: how many at most.

        Yields:
            Stories with this editor's progress. No transaction is held between pages.
        """
        left = limit
        spot = self._spot(wanted, before)
        while left is None or left > 0:
            found = self.stretch(wanted, spot, PAGE if left is None else min(PAGE, left))
            yield from found.stories
            if found.ends is None:
                return
            spot = found.ends
            left = None if left is None else left - len(found.stories)

    def stretch(
        self,
        wanted: str | Filter = "",
        spot: Spot | None = None,
        limit: int = PAGE,
        *,
        back: bool = False,
        looks: int = ALL_OF_IT,
    ) -> Stretch:
        """Some of the stories, as of :meth:`stories`, with so much looking and no more.

        Args:
            wanted: which stories.
            spot: where to begin: where a stretch of the same list ended; None for the first.
            limit: how many at most.
            back: from the end of the list, the last first; with spots of such stretches.
            looks: rows that are looked at, about; with fewer stories than ``limit`` there may be
                more from where the stretch ends.
        """
        if isinstance(wanted, str) and not wanted.strip():
            page = self._page(spot, limit, back=back)
            full = len(page) == limit > 0
            return Stretch(page, (page[-1].changed_at, page[-1].id) if full else None)
        with self._database.reading() as connection:
            from newsreader.model.filter import Filter  # noqa: PLC0415  the plain list does without
            from newsreader.store.lists import filtered  # noqa: PLC0415
            from newsreader.store.lists.stretching import Piece  # noqa: PLC0415

            asked = Filter().and_words(wanted) if isinstance(wanted, str) else wanted
            piece = Piece(spot, limit, back, looks)
            return filtered.stretch(connection, self.editor, asked, piece)

    def _page(self, spot: Spot | None, limit: int, *, back: bool) -> list[Story]:
        """Some of the plain list; one damaged row hides no other one."""
        try:
            with self._database.reading() as connection:
                return stories.page(connection, self.editor, spot, limit, back=back)
        except DamagedError:
            with self._database.reading() as connection:
                return stories.page_around(connection, self.editor, spot, limit, back=back)

    def count(self) -> int:
        """How many stories lists show when nothing is asked for."""
        with self._database.reading() as connection:
            return stories.shown(connection)

    def _spot(self, wanted: str | Filter, before: Story | None) -> Spot | None:
        """Where a story stands in a list."""
        if before is None or (isinstance(wanted, str) and not wanted.strip()):
            return None if before is None else (before.changed_at, before.id)
        from newsreader.model.filter import Filter  # noqa: PLC0415  as above
        from newsreader.store.lists import filtered  # noqa: PLC0415

        asked = Filter().and_words(wanted) if isinstance(wanted, str) else wanted
        with self._database.reading() as connection:
            return filtered.spot_of(connection, asked, before)

    def aged(
        self, before: datetime, limit: int, *, story: int | None = None, mine: bool = False
    ) -> list[Aged]:
        """Speculative tags that were put before a moment, the oldest first.

        Args:
            before: the moment; with its zone.
            limit: how many at most.
            story: only those of the story with this number; None for all that lists show.
            mine: only those of this editor.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        from newsreader.store.tags import ageing  # noqa: PLC0415  (seldom needed)

        with self._database.reading() as connection, sound(self._database.path):
            editor = self.editor if mine else None
            return ageing.aged(connection, timestamp(before), limit, story, editor)

    def versions(self, story: Story, first: int = 1, last: int | None = None) -> list[Version]:
        """The statements of a story's revisions, oldest first; for comparing them.

        Args:
            story: which.
            first: number of the first revision.
            last: number of the last one; None for the newest.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        with self._database.reading() as connection, sound(self._database.path):
            known = stories.revisions(connection, story.id)[first - 1 : last]
            worded = (articles.wording(connection, each.hash) for each in known)
            return [each.version for each in worded if each is not None]

    def statement(self, article: str, n: int) -> tuple[Span, str] | None:
        """A statement of any article, as the splitter gave it; None when there is no such.

        Args:
            article: hash of the article.
            n: the statement's number.

        Returns:
            Its span and its words.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        with self._database.reading() as connection, sound(self._database.path):
            return articles.statement(connection, article, n)

    def contexts(self, found: Sequence[Story], wanted: Filter, length: int) -> dict[int, str]:
        """Where the words that were searched for stand in the newest texts of some stories.

        Args:
            found: stories that :meth:`stories` yielded for ``wanted``.
            wanted: the filter.
            length: words of text around the hits, up to 64.

        Returns:
            By the number of the story a piece of its text, the hits between
            :data:`HIT_START` and :data:`HIT_END`; nothing for those without the words.
        """
        if not wanted.words or not found:
            return {}
        from newsreader.store.lists import filtered  # noqa: PLC0415

        with self._database.reading() as connection:
            numbers = [story.id for story in found]
            return filtered.contexts(connection, numbers, wanted.words, length)

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
