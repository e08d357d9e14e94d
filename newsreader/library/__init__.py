"""The use case: sources are read, split, attributed and stored; stories are opened and tagged.

The one way in for the command line, the screens and Python. Whatever a method returns or yields
as done is on the disk; a source that fails never stops the others; everything else that goes wrong
raises an error of ``newsreader.errors``.

A :class:`Library` belongs to its thread; another one makes its own on the same file. Importing
this module loads neither a parser nor sqlite-utils.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsreader.config import Config, default_library, editor_name
from newsreader.errors import UnknownStoryError
from newsreader.library.accession.added import Added
from newsreader.library.accession.adding import STDIN, Adding
from newsreader.library.listing import PAGE, Listing
from newsreader.library.opening.opened import OpenedStory, analyse, sourced
from newsreader.library.opening.placing import Placing
from newsreader.library.opening.reshaped import as_shaped
from newsreader.library.opening.seeing import Seeing
from newsreader.library.watching.followed import FollowedSources
from newsreader.model.event import Draft, Event
from newsreader.model.story import Story
from newsreader.revising import places
from newsreader.store import articles, events, stories
from newsreader.store.file.database import Database
from newsreader.store.file.stamps import utc_now
from newsreader.store.file.translating import DamagedError, damaged, sound
from newsreader.store.lists.listing import all_stories
from newsreader.store.recording import OpenBook
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts.ready import storable

if TYPE_CHECKING:
    from newsreader.export.rows import ExportRow
    from newsreader.stats.counting import StoryStats
    from newsreader.store.checking import CheckReport

__all__ = ["PAGE", "STDIN", "Added", "Library", "OpenedStory", "analyse"]


class Library(Listing, Placing, Seeing, FollowedSources, Adding):
    """One library file, opened for one editor."""

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        editor: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        patience: float = 30.0,
        config: Config | None = None,
    ) -> None:
        """Open a library; make it when there is none.

        Args:
            path: the file; None for the default one, whose folder is made when it is missing.
            editor: who acts; None for the login name.
            clock: tells the time, with its zone.
            patience: seconds that a write waits for other programs.
            config: the settings, which say what may be fetched; None for the defaults.

        Raises:
            LibraryError: it cannot be opened, or is not a library of ours; nothing was changed.
        """
        place = default_library() if path is None else Path(path)
        self._database = Database(place, patience=patience, make_folder=path is None)
        self._keeper = Bookkeeper(self._database.connection, self._database.path, places)
        self._clock = clock
        self._config = config or Config()
        self.editor = storable(editor_name(editor, Config()))

    @property
    def path(self) -> Path:
        """The library's file, links followed."""
        return self._database.path

    @property
    def readonly(self) -> bool:
        """Whether nothing can be written, for want of rights or because it is damaged."""
        return self._database.readonly or bool(self._database.damage)

    @property
    def damage(self) -> str:
        """What is wrong with the file's structure, so that it is only read; "" for nothing."""
        return self._database.damage

    def need_sound(self) -> None:
        """Say that the file is damaged, where it is.

        Raises:
            LibraryError: its structure is damaged.
        """
        if self.damage:
            raise damaged(self.path, self.damage)

    def now(self) -> datetime:
        """The time by the library's clock."""
        return self._clock()

    def changed(self) -> bool:
        """Whether another opening of the library wrote to it since this was asked last; quick."""
        return self._database.changed()

    def again(self) -> Library:
        """Another opening of the same library for the same editor, for another thread."""
        other = Library(self.path, editor=self.editor, clock=self._clock, config=self._config)
        other._keeper.memory = self._keeper.memory
        return other

    def close(self) -> None:
        """Close the file; harmless when it is closed."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- reading ---------------------------------------------------------------------------

    def open(
        self, ref: str | int | os.PathLike[str] | Story, *, revision: int | None = None
    ) -> OpenedStory:
        """Open a story for reading and tagging.

        Args:
            ref: its number, URI or path; or the story as it was listed.
            revision: which one to show; None for the newest.

        Raises:
            UnknownStoryError: no such story, or no such revision.
            LibraryError: the library is damaged or locked.
        """
        with self._database.reading() as connection:
            story = self.find(ref.id if isinstance(ref, Story) else ref)
            revisions = stories.revisions(connection, story.id)
            shown = next((each for each in revisions if each.n == revision), None)
            if revision is None:
                shown = revisions[-1]
            if shown is None:
                raise UnknownStoryError(
                    f"{story.uri}: no revision {revision}", f"there are {len(revisions)}"
                )
            with sound(self.path):
                base = articles.load(connection, shown.hash, uri=story.uri, source=shown.source)
            base = sourced(base)
            book, last = self._keeper.book(story.uri, revisions, shown.hash, base)
            mark = events.id_at(connection, last)
            kept = OpenBook(
                story, shown.hash, self._keeper, revisions, device=self._database.device,
                book=book, seen=last, mark=mark,
            )  # fmt: skip
        return OpenedStory(story, shown, as_shaped(base, book.shape), base, kept)

    def tags(
        self, of: Iterable[Story] | None = None, told: Callable[[str], None] | None = None
    ) -> Iterator[ExportRow]:
        """All editors' tags, story by story, for an export.

        Args:
            of: which stories; None for all that lists show.
            told: is called with what is damaged, in words, and all else goes on.

        Raises:
            LibraryError: the library is locked; or damaged, where nobody is ``told`` of it.
        """
        from newsreader.library.opening.exported import rows  # noqa: PLC0415  (seldom needed)

        known = all_stories(self._database, told)
        shown = (story for story in known if story.removed is None)
        for story in shown if of is None else of:
            try:
                found = rows(self._database, self._keeper, story)
            except DamagedError as error:
                if told is None:
                    raise
                told(f"story {story.id}: {error.message}")
                continue
            yield from found

    def stats(
        self, of: Sequence[Story] | None = None, *, zone: tzinfo | None = UTC
    ) -> Iterator[StoryStats]:
        """How stories stand: labels, editors, what is open, how fast the work goes.

        Args:
            of: which stories; None for all that lists show, by their number.
            zone: in which days and hours are told; None for this machine's.

        Yields:
            What each story comes to, of one moment. No transaction is held between stories.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        from newsreader.stats.counting import count  # noqa: PLC0415  (seldom needed)
        from newsreader.store.counting import countable  # noqa: PLC0415

        shown = (story for story in all_stories(self._database) if story.removed is None)
        for story in shown if of is None else of:
            with self._database.reading() as connection, sound(self.path):
                counted = count(story, countable(connection, self._keeper, story), zone)
            yield counted

    # -- acting and keeping ----------------------------------------------------------------

    def record(self, opened: OpenedStory, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        """Put what an editor did on the disk, all of it or nothing.

        Args:
            opened: the story it was done in; its book gets the events, and those that other
                programs appended meanwhile; its ``take_touched()`` names the statements of both.
                With a cut, a join, a correction of sections, or the undo of one it gets the
                statements and sections of that moment.
            drafts: what was done, in order.

        Returns:
            The events. They are on the disk.

        Raises:
            WriteError: nothing was written, and the book is as it was.
            LibraryError: the library is damaged.
        """
        before = opened.book.shape
        recorded = opened.kept.record(self._database, drafts, self._clock())
        if opened.book.shape is not before:
            opened.analysis = as_shaped(opened.base, opened.book.shape)
        events.acknowledge(recorded)
        return recorded

    def refresh(self, opened: OpenedStory) -> bool:
        """Bring the story's book up to date with other programs.

        Returns:
            Whether there was anything: others' acts, whose statements the book's
            ``take_touched()`` names, or newer revisions, which ``opened.newer`` counts.
        """
        with self._database.reading() as connection:
            return opened.kept.sync(connection)

    def check(self, *, deep: bool = False) -> CheckReport:
        """Check the library's structure, and with ``deep`` every hash, seal and tag."""
        from newsreader.store import checking  # noqa: PLC0415  (seldom needed)

        return checking.check(self._database, self._keeper, deep=deep)

    def backup(self, target: str | os.PathLike[str], *, patient: bool = False) -> None:
        """Write a consistent copy to a new file while others go on writing.

        Args:
            target: the file.
            patient: whether to give up, rather than to let writers wait, while they write often.

        Raises:
            WriteError: the file exists already, or cannot be written.
        """
        from newsreader.store import backing_up  # noqa: PLC0415  (seldom needed)

        backing_up.backup(self._database.connection, self.path, target, patient=patient)
