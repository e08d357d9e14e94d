"""The use case: sources are read, split, attributed and stored; stories are opened and tagged.

The one way in for the command line, the screens and Python. Whatever a method returns or yields
as done is on the disk; a source that fails never stops the others; everything else that goes wrong
raises an error of ``newsreader.errors``.

A :class:`Library` belongs to its thread; another one makes its own on the same file. Importing
this module loads neither a parser nor sqlite-utils.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsreader.config import Config, default_library, editor_name
from newsreader.errors import SourceError, UnknownStoryError, UsageError
from newsreader.library.added import Added, added, failed
from newsreader.library.listing import PAGE, Listing
from newsreader.library.opened import OpenedStory, analyse
from newsreader.library.placing import Placing
from newsreader.library.reshaped import as_shaped
from newsreader.model.event import Draft, Event
from newsreader.model.statement import Analysis
from newsreader.model.story import Story
from newsreader.revising import align
from newsreader.store import adding, articles, events, stories
from newsreader.store.adding import Provenance, Reading
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Database
from newsreader.store.listing import all_stories
from newsreader.store.recording import OpenBook
from newsreader.store.removing import Adder, revive
from newsreader.store.stamps import timestamp, utc_now
from newsreader.store.stories import SourceKey, storable
from newsreader.store.translating import sound

if TYPE_CHECKING:
    from newsreader.export.rows import ExportRow
    from newsreader.reading import Raw
    from newsreader.stats.counting import StoryStats
    from newsreader.store.checking import CheckReport

__all__ = ["PAGE", "STDIN", "Added", "Library", "OpenedStory", "analyse"]

STDIN = "-"
"""Names standard input, as a source."""


class Library(Listing, Placing):
    """One library file, opened for one editor."""

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        editor: str | None = None,
        clock: Callable[[], datetime] = utc_now,
        patience: float = 30.0,
    ) -> None:
        """Open a library; make it when there is none.

        Args:
            path: the file; None for the default one, whose folder is made when it is missing.
            editor: who acts; None for the login name.
            clock: tells the time, with its zone.
            patience: seconds that a write waits for other programs.

        Raises:
            LibraryError: it cannot be opened, or is not a library of ours; nothing was changed.
        """
        place = default_library() if path is None else Path(path)
        self._database = Database(place, patience=patience, make_folder=path is None)
        self._keeper = Bookkeeper(self._database.connection, self._database.path, align)
        self._clock = clock
        self.editor = storable(editor_name(editor, Config()))

    @property
    def path(self) -> Path:
        """The library's file, links followed."""
        return self._database.path

    @property
    def readonly(self) -> bool:
        """Whether nothing can be written, for want of rights."""
        return self._database.readonly

    def close(self) -> None:
        """Close the file; harmless when it is closed."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- adding ----------------------------------------------------------------------------

    def add(
        self,
        source: str | os.PathLike[str],
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
    ) -> Iterator[Added]:
        """Read what ``source`` names and store it, one article after the other.

        Args:
            source: a file, a folder, or ``-`` for standard input.
            as_uri: the story's identity; None for the one that the content or the path states.
            format: name of the format; None to tell it by the content.

        Yields:
            What became of each article, once it is on the disk; failures of sources, too.

        Raises:
            UsageError: no format of that name, or a blank identity.
            LibraryError, WriteError: the library fails; later sources were not read.
        """
        named = _identity(as_uri)
        from newsreader.reading import load_each  # noqa: PLC0415  (not needed to open a story)

        for raw in load_each(os.fspath(source)):
            if isinstance(raw, SourceError):
                yield failed(raw)
            else:
                yield from self._add_raw(raw, named, format)

    def _add_raw(self, raw: Raw, as_uri: str | None, format_: str | None) -> Iterator[Added]:
        from newsreader.library.incoming import read_in  # noqa: PLC0415
        from newsreader.splitting import SPLITTER  # noqa: PLC0415

        # What standard input is named (its content) would not tell that it went back to old words.
        asked = STDIN if raw.source == STDIN else raw.key or raw.uri
        provenance = Provenance(SourceKey(asked, as_uri or "", format_ or ""), raw.digest)
        known = list(_unchanged(self._database, raw, provenance))
        if known:
            yield from known
            return
        try:
            incoming = read_in(raw, as_uri, format_)
        except SourceError as error:
            yield failed(error)
            return
        for article, superseded in incoming:
            reading = Reading("", SPLITTER, provenance, superseded)
            yield self._store(analyse(article), reading)

    def add_analysis(self, analysis: Analysis, *, splitter: str = "") -> Added:
        """Store one article that was read and split already.

        Args:
            analysis: the article; its URI says which story it belongs to.
            splitter: which version of the splitter cut it.

        Returns:
            What became of it; it is on the disk.

        Raises:
            LibraryError, WriteError: it could not be stored.
        """
        return self._store(analysis, Reading("", splitter))

    def _store(self, analysis: Analysis, reading: Reading) -> Added:
        """Store an article, as read now."""
        revived: tuple[Event, ...] = ()
        with self._database.writing() as connection:
            moment = self._clock()
            now = reading._replace(at=timestamp(moment))
            addition = adding.add(connection, self._keeper, analysis, now)
            if addition.status == "revised":
                by = Adder(self.editor, moment)
                revived = revive(
                    connection, self._keeper, addition.story, self._database.device, by
                )
        events.acknowledge(revived)
        return added(analysis.article.source, addition)

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
            book, last = self._keeper.book(story.uri, revisions, shown.hash, base)
            mark = events.id_at(connection, last)
            kept = OpenBook(
                story, shown.hash, self._keeper, revisions, book, last, mark, self._database.device
            )
        return OpenedStory(story, revisions, shown, as_shaped(base, book.shape), base, kept)

    def tags(self, of: Sequence[Story] | None = None) -> Iterator[ExportRow]:
        """All editors' tags, story by story, for an export; of all that lists show when None."""
        from newsreader.library.exported import rows  # noqa: PLC0415  (seldom needed)

        shown = (story for story in all_stories(self._database) if story.removed is None)
        for story in shown if of is None else of:
            yield from rows(self._database, self._keeper, story)

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

    def backup(self, target: str | os.PathLike[str]) -> None:
        """Write a consistent copy to a new file while others go on writing.

        Raises:
            WriteError: the file exists already, or cannot be written.
        """
        from newsreader.store import backing_up  # noqa: PLC0415  (seldom needed)

        backing_up.backup(self._database.connection, self.path, target)


def _identity(as_uri: str | None) -> str | None:
    if as_uri is not None and not as_uri.strip():
        raise UsageError("the story's URI is blank")
    return None if as_uri is None else storable(as_uri)


def _unchanged(database: Database, raw: Raw, provenance: Provenance) -> Iterator[Added]:
    """The stories that these very bytes gave before.

    A newer splitter does not change that: a text that is stored keeps its cuts, because tags
    hang on them.
    """
    with database.reading() as connection:
        rows = [
            added(raw.source, adding.unchanged(connection, each.story, each.article))
            for each in stories.seen(connection, provenance.key)
            if each.digest == provenance.digest
        ]
    yield from rows
