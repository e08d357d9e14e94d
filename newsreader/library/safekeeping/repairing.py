"""Saving a damaged library: a new one is written with all that can be saved, the rest is told.

What must stay true: the damaged file is only read. The new one gets its name when it is whole and
``check --deep`` finds nothing in it. Nothing is saved as what it may not be: an event only when its
seal holds; a text that is not what its hash says is kept, and says so of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from newsreader.errors import LibraryError, NewsreaderError, SourceError, WriteError
from newsreader.library import Library, analyse
from newsreader.model.event import Event
from newsreader.model.statement import Analysis
from newsreader.reading import Raw, parse
from newsreader.splitting import SPLITTER
from newsreader.store.file.database import Connection
from newsreader.store.file.publishing import beside, publish
from newsreader.store.file.stamps import timestamp, utc_now
from newsreader.store.proving import rebuilding
from newsreader.store.proving.remains import Left, Remains, remains
from newsreader.store.texts.ready import Ready, ready

_CONVENIENCES = {
    "source": "uri, named, format, story",
    "fetched": "asked",
    "followed": "source",
    "trouble": "source",
    "place": "story, editor",
    "look": "story, editor",
    "unseen": "story, editor",
}
_DOUBTFUL = "the library was damaged: some characters of this text may be wrong"
_ONLY_TAGGED = "the article was lost with a damaged library: these are the words that had tags"


@dataclass(slots=True)
class Repaired:
    """What a repair came to."""

    stories: int = 0
    revisions: int = 0
    events: int = 0
    tags: int = 0
    lost: list[str] = field(default_factory=list)
    """What could not be saved as it was, a plain line each."""


def repair(path: Path, target: Path) -> Repaired:
    """Write a clean new library with all that can be saved of a damaged one.

    Args:
        path: the damaged library; only read.
        target: the new one; must not exist.

    Raises:
        LibraryError: nothing can be read of it.
        WriteError: the new one is there already, or cannot be written.
    """
    if not path.is_file():
        raise LibraryError(f"{path}: the library cannot be opened: no such file")
    target = target.absolute()
    if target.exists():
        raise _there(target)
    with _draft(target) as draft, remains(path, target) as left:
        with Library(draft) as library:
            done = _Repair(left, library).run()
            report = library.check(deep=True)
        if not report.ok:
            raise LibraryError(f"{path}: cannot be repaired: {report.problems[0]}")
        try:
            publish(draft, target)
        except FileExistsError as error:
            raise _there(target) from error
        except OSError as error:
            raise WriteError(f"{target}: cannot be written: {error.strerror}") from error
    return done


def _there(target: Path) -> WriteError:
    return WriteError(f"{target}: exists already, left as it is", "name a new file")


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    with beside(target) as draft:
        yield draft


class _Repair:
    """One repair, under way."""

    def __init__(self, left: Remains, library: Library) -> None:
        self._left = left
        self._library = library
        self._database = library._database  # noqa: SLF001  -- the library's own workshop
        self._keeper = library._keeper  # noqa: SLF001
        self._done = Repaired()
        self._kept: dict[int, tuple[int, Ready] | None] = {}  # article's row there → row here

    def run(self) -> Repaired:
        """Do it, in one transaction: the file has no name yet, and nobody else waits for it."""
        with self._database.writing() as connection:
            for id_, (uri, source, added_at) in self._left.stories():
                self._story(connection, id_, uri, source, added_at)
                self._kept.clear()
            self._log(connection)
            for table, key in _CONVENIENCES.items():
                rows = self._left.all_of(table, key)
                missed = sum(not rebuilding.put_row(connection, table, row) for row in rows)
                if missed:
                    self._lose(f"{table}: {missed} rows that lead nowhere")
            names: dict[str, str] = dict(self._left.ask("SELECT key, value FROM meta"))
            rebuilding.name(connection, names.get("library"))
            for (id_,) in connection.execute("SELECT id FROM story ORDER BY id").fetchall():
                rebuilding.derive(connection, self._keeper, id_)
            counts = ("story", "revision", "event", "tag")
            found = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in counts]
        done = self._done
        done.stories, done.revisions, done.events, done.tags = found
        return done

    def _lose(self, what: str) -> None:
        self._done.lost.append(what)

    def _story(
        self, connection: Connection, id_: int, uri: str, source: str, added_at: str
    ) -> None:
        rows = self._left.revisions(id_)
        now = timestamp(utc_now())
        shown = []
        for n, article, read_at, from_ in rows:
            kept = self._article(connection, article, uri, from_ or source)
            if kept is None:
                self._lose(f"story {id_}, revision {n}: its article cannot be read")
            else:
                told = f"story {id_}, revision {n}"
                self._tell(told, kept[1])
                shown.append(rebuilding.Shown(*kept, read_at or now, from_ or source))
        if not uri:
            uri = f"urn:newsreader:lost:{id_}"
            self._lose(f"story {id_}: its URI, now {uri}")
        if shown:
            rebuilding.put_story(connection, id_, uri, added_at, shown)
        else:
            self._lose(f"story {id_}: {uri}: none of its revisions can be read")

    def _tell(self, where: str, kept: Ready) -> None:
        """Say it where an article is not what it was."""
        if _DOUBTFUL in str(kept.row):
            self._lose(f"{where}: its text is not what its hash says; kept, and marked as doubtful")

    def _article(
        self, connection: Connection, id_: int, uri: str, source: str
    ) -> tuple[int, Ready] | None:
        """Save an article; its row in the new library."""
        if id_ not in self._kept:
            left = self._left.article(id_)
            self._kept[id_] = self._saved(connection, left, uri, source, id_)
        return self._kept[id_]

    def _saved(
        self, connection: Connection, left: Left | None, uri: str, source: str, id_: int
    ) -> tuple[int, Ready] | None:
        if left is None:
            return None
        analysis, splitter = left.analysis, left.splitter
        if analysis is None:
            analysis, splitter = _read_anew(left.text, uri, source, whole=left.whole), SPLITTER
            if analysis is None:
                return None
            if left.whole:
                self._lose(f"article {id_}: what was found in its text; found anew")
        article = analysis.article._replace(uri=uri, source=source)
        made = ready(analysis._replace(article=article), splitter)
        return rebuilding.put_article(connection, made), made

    def _log(self, connection: Connection) -> None:
        rebuilding.begin_log(connection)
        for row, event in self._left.events():
            if isinstance(event, Event):
                rebuilding.put_event(connection, event)
            else:
                self._lose(f"event in row {row}: {event}")
        for uri in rebuilding.stray(connection):
            self._stand_in(connection, uri)
        known = self._left.ask("SELECT device, max(seq) FROM event GROUP BY device")
        sound = ((device, seq) for device, seq in known if isinstance(seq, int) and seq < 1 << 31)
        missing = rebuilding.end_log(connection, sound)
        if missing:
            self._lose(f"events: {missing} could not be saved")

    def _stand_in(self, connection: Connection, uri: str) -> None:
        """A story whose article is lost: the words of its tags are left, in the events."""
        bodies = [event.body for event in rebuilding.events_of(connection, uri)]
        words = dict.fromkeys(body["exact"] for body in bodies if "exact" in body)
        analysis = _read_anew("\n\n".join(words) or uri, uri, uri, warning=_ONLY_TAGGED)
        if analysis is None:
            return
        made = ready(analysis, SPLITTER)
        row = rebuilding.put_article(connection, made)
        now = timestamp(utc_now())
        highest = connection.execute("SELECT coalesce(max(id), 0) FROM story").fetchone()[0]
        shown = rebuilding.Shown(row, made, now, uri)
        rebuilding.put_story(connection, highest + 1, uri, now, [shown])
        self._lose(f"story {highest + 1}: {uri}: only the words that had tags are left")


def _read_anew(
    text: str, uri: str, source: str, *, whole: bool = True, warning: str = _DOUBTFUL
) -> Analysis | None:
    """A text read and split as if it were a file; None where that cannot be.

    Args:
        text: as it was stored.
        uri: of its story.
        source: where it came from.
        whole: whether it is what was stored.
        warning: what readers are to know of it; only where it is not.
    """
    raw = Raw(source=source or "-", uri=uri, name="lost.txt", data=text.encode("utf-8"))
    try:
        (article,) = parse(raw, format="text")
    except (SourceError, NewsreaderError, ValueError):
        return None
    if not whole or warning is not _DOUBTFUL:
        article = article._replace(warnings=(*article.warnings, warning))
    return analyse(article)
