"""Adding: what a source names is read, split, attributed and stored.

What must stay true: what is yielded is on the disk; a source that fails never stops the others.
Nothing that reads is loaded before something is added.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import UsageError
from newsreader.library.accession.added import Added
from newsreader.library.accession.known import validators
from newsreader.model.statement import Analysis
from newsreader.store.file.database import Database
from newsreader.store.stories import SourceKey
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts.ready import storable

if TYPE_CHECKING:
    from newsreader.library.accession.writing import Writer
    from newsreader.reading.raw import Loaded

STDIN = "-"
"""Names standard input, as a source."""


class Adding:
    """Adding to a library."""

    _database: Database
    _keeper: Bookkeeper
    _clock: Callable[[], datetime]
    _config: Config
    editor: str

    def add(
        self,
        source: str | os.PathLike[str],
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
        loaded: Iterable[Loaded] | None = None,
    ) -> Iterator[Added]:
        """Read what ``source`` names and store it.

        Args:
            source: a file, a folder, the address of a page, or ``-`` for standard input.
            as_uri: the story's identity; None for the one that the content or the path states.
            format: name of the format; None to tell it by the content.
            loaded: what :meth:`loader` gave for that source; None to load it now.

        Yields:
            What became of each article, once it is on the disk; failures of sources, too.

        Raises:
            UsageError: no format of that name, or a blank identity.
            LibraryError, WriteError: the library fails; later sources were not read.
        """
        if loaded is None:
            loaded = self.load_all((os.fspath(source),), as_uri=as_uri, format=format)
        yield from self.add_loaded(loaded, as_uri=as_uri, format=format)

    def add_loaded(
        self,
        loaded: Iterable[Loaded],
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
        processes: int | None = None,
        busy: bool = False,
    ) -> Generator[Added, None, None]:
        """Store what was loaded, whatever it was loaded from; more than a handful together.

        Args:
            loaded: inputs, as of :meth:`load_all`; taken as they are needed.
            as_uri: as for :meth:`add`.
            format: as for :meth:`add`.
            processes: how many may help to read; None for as many as are of use, 0 for none.
            busy: whether this process has more to do: then it leaves reading many to those.

        Yields:
            What became of each article in the order of the inputs, once it is on the disk.

        Raises:
            UsageError, LibraryError, WriteError: as for :meth:`add`.
        """
        named = _identity(as_uri)
        from newsreader.library.accession.intake import Intake  # noqa: PLC0415  (not to open a story)
        from newsreader.library.accession.preparing import Asked  # noqa: PLC0415

        if format is not None:
            from newsreader.reading.formats import format_named  # noqa: PLC0415

            format_named(format)
        intake = Intake(self._database, self._writer(), Asked(named, format), processes, busy=busy)
        yield from intake.results(loaded)

    def load_all(
        self,
        sources: Iterable[str],
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
    ) -> Iterator[Loaded]:
        """What several sources name, one input after the other, loaded as it is asked for."""
        named = _identity(as_uri)
        for source in sources:
            yield from self.loader(source, as_uri=named, format=format)()

    def loader(
        self,
        source: str,
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
    ) -> Callable[[], Iterable[Loaded]]:
        """What gets the bytes of a source, once it is called; for :meth:`add`.

        That of an address takes seconds, and touches no library: it may be called in another
        thread, and asks only for what is new since the page was read last.
        """
        from newsreader.reading import is_address, load_each, load_page  # noqa: PLC0415

        if not is_address(source):
            return partial(load_each, source)
        key = SourceKey(source, as_uri or "", format or "")
        return partial(load_page, source, self._config, validators(self._database, key))

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
        from newsreader.library.accession.acts import made  # noqa: PLC0415  (not to open a story)
        from newsreader.store.texts.ready import ready  # noqa: PLC0415

        writer = self._writer()
        source = analysis.article.source
        acts = made(writer.writing, source, ready(analysis, splitter))
        return next(writer.one_by_one(acts))

    def _writer(self) -> Writer:
        from newsreader.library.accession.writing import Writer  # noqa: PLC0415  (not to open a story)

        keeps = self._config.carry_cosmetic
        return Writer(self._database, self._keeper, self._clock, self.editor, keeps=keeps)


def _identity(as_uri: str | None) -> str | None:
    if as_uri is not None and not as_uri.strip():
        raise UsageError("the story's URI is blank")
    return None if as_uri is None else storable(as_uri)
