"""Adding: what a source names is read, split, attributed and stored, one article after the other.

What must stay true: what is yielded is on the disk; a source that fails never stops the others.
Nothing that reads is loaded before something is added.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import SourceError, UsageError
from newsreader.library.added import Added, added, failed
from newsreader.library.known import as_it_was, keeping, unchanged, validators
from newsreader.library.linking import Linker
from newsreader.library.opened import analyse
from newsreader.model.statement import Analysis
from newsreader.store import adding, events
from newsreader.store.adding import Provenance, Reading
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Database
from newsreader.store.removing import Adder, revive
from newsreader.store.stamps import timestamp
from newsreader.store.stories import SourceKey, storable

if TYPE_CHECKING:
    from newsreader.reading import Raw
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
        """Read what ``source`` names and store it, one article after the other.

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
        from newsreader.reading.raw import Unmodified  # noqa: PLC0415  (not to open a story)

        named = _identity(as_uri)
        name = os.fspath(source)
        items = self.loader(name, as_uri=named, format=format)() if loaded is None else loaded
        for item in items:
            if isinstance(item, SourceError):
                yield failed(item)
            elif isinstance(item, Unmodified):
                key = SourceKey(name, named or "", format or "")
                yield from as_it_was(self._database, name, key)
            else:
                results = self._add_raw(item, named, format)
                yield from keeping(self._database, item, results)

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

    def _add_raw(self, raw: Raw, as_uri: str | None, format_: str | None) -> Iterator[Added]:
        from newsreader.library.incoming import read_in  # noqa: PLC0415
        from newsreader.splitting import SPLITTER  # noqa: PLC0415

        # What standard input is named (its content) would not tell that it went back to old words.
        asked = STDIN if raw.source == STDIN else raw.key or raw.uri
        provenance = Provenance(SourceKey(asked, as_uri or "", format_ or ""), raw.digest)
        known = list(unchanged(self._database, raw, provenance))
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
        with self._database.writing() as connection:
            moment = self._clock()
            by = Adder(self.editor, moment)
            linker = Linker(connection, self._keeper, by)
            now = reading._replace(at=timestamp(moment))
            addition = adding.add(connection, self._keeper, analysis, now, linker)
            done = linker.done
            if addition.status == "revised":
                device = self._database.device
                done += revive(connection, self._keeper, addition.story, device, by)
        events.acknowledge(done)
        return added(analysis.article.source, addition)


def _identity(as_uri: str | None) -> str | None:
    if as_uri is not None and not as_uri.strip():
        raise UsageError("the story's URI is blank")
    return None if as_uri is None else storable(as_uri)
