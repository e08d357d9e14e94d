"""What a library follows: the part that is told what to look at again and again.

Who looks is :mod:`newsreader.library.watching.follower`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsreader.errors import SourceError, UsageError
from newsreader.library.watching.pacing import LEASE, later, next_due
from newsreader.model.followed import NEVER, Followed, Trouble
from newsreader.store import following
from newsreader.store.file.database import Database
from newsreader.store.file.stamps import timestamp
from newsreader.store.texts.ready import storable

LEAST = 15
"""Seconds between two looks at an address that nobody may go below."""


class FollowedSources:
    """The sources that a library follows, for all of its editors."""

    _database: Database
    _clock: Callable[[], datetime]

    def follow(
        self,
        source: str | os.PathLike[str],
        *,
        as_uri: str | None = None,
        format: str | None = None,  # noqa: A002
        every: int | None = None,
    ) -> bool:
        """Follow a source from now on; it is not looked at by that.

        Args:
            source: a file, a folder or the address of a page or a feed.
            as_uri: the story's identity; None for the one that the content or the path states.
            format: name of the format; None to tell it by the content.
            every: seconds between two looks at an address; None as it was, or as the settings say.

        Returns:
            Whether it was not followed before.

        Raises:
            UsageError: no such format, a blank identity, or too often.
            SourceError: it is no address that is fetched, or standard input.
            WriteError, LibraryError: it could not be written.
        """
        if as_uri is not None and not as_uri.strip():
            raise UsageError("the story's URI is blank")
        if every is not None and every < LEAST:
            raise UsageError(f"no page is asked for more often than every {LEAST} seconds")
        if format is not None:
            from newsreader.reading.formats import format_named  # noqa: PLC0415  (seldom needed)

            format_named(format)
        name = followed_name(source)
        since = timestamp(self._clock())
        wanted = Followed(name, as_uri or "", format or "", _host(name), every, since)
        if self._is_as_wanted(wanted):
            return False
        with self._database.writing() as connection:
            return following.follow(connection, wanted)

    def _is_as_wanted(self, wanted: Followed) -> bool:
        """Whether the source is followed just so already: then nothing need be written."""
        stated = (wanted.source, wanted.named, wanted.format)
        return any(
            (each.source, each.named, each.format) == stated and wanted.every in {None, each.every}
            for each in self.followed()
        )

    def unfollow(self, source: str | os.PathLike[str]) -> bool:
        """Follow a source no more; its stories stay.

        Returns:
            Whether it was followed.

        Raises:
            WriteError, LibraryError: it could not be written.
        """
        with self._database.writing() as connection:
            return following.unfollow(connection, followed_name(source))

    def followed(self) -> list[Followed]:
        """All that is followed, what was begun first in front."""
        with self._database.reading() as connection:
            return following.followed(connection)

    def troubles(self) -> list[Trouble]:
        """All that is followed and cannot be read, what failed first in front."""
        with self._database.reading() as connection:
            return following.troubles(connection)

    def story_troubles(self) -> dict[int, Trouble]:
        """By the number of a story, what it would have its next revision from and cannot be read.

        Quick where nothing is wrong.
        """
        with self._database.reading() as connection:
            return following.story_troubles(connection)

    # -- for who looks ---------------------------------------------------------------------

    def take_due(
        self, meant: Collection[str] | None = None, asked: Collection[str] = ()
    ) -> Followed | None:
        """The address to ask now, kept from other programs until :meth:`settle` or for a while.

        Args:
            meant: which ones to ask; None for all that are followed.
            asked: those whose turn it is, whatever the time is.

        Returns:
            The address; None where none is to be asked yet.

        Raises:
            WriteError, LibraryError: it could not be written.
        """
        now = self._clock()
        if next_due(self.followed(), now, meant, asked) is None:  # as nearly always
            return None
        with self._database.writing() as connection:  # another program may have been quicker
            row = next_due(following.followed(connection), now, meant, asked)
            if row is not None:
                following.take(connection, row, timestamp(now), later(now, LEASE))
        return row

    def settle(
        self, row: Followed, problem: str, wait: Callable[[int], float] | None, held: float
    ) -> None:
        """Say what asking an address came to.

        Args:
            row: the address.
            problem: what is wrong; "" for nothing.
            wait: from how often it failed now to the seconds until it is asked next; None where
                it is gone for good.
            held: seconds for which its server wants to be left alone.

        Raises:
            WriteError, LibraryError: it could not be written.
        """
        now = self._clock()
        failures = row.failures + 1 if problem else 0
        with self._database.writing() as connection:
            due = NEVER if wait is None else later(now, wait(failures))
            following.settle(connection, row.source, failures, due)
            if held:
                following.hold(connection, row.host, later(now, held))
            following.trouble(connection, row.source, [(row.source, problem)], timestamp(now))

    def found(self, row: Followed, problems: Mapping[str, str]) -> None:
        """Say what is wrong with inputs of a source; nothing is written where that is known.

        Args:
            row: the source.
            problems: paths, each with what is wrong; "" for nothing.

        Raises:
            WriteError, LibraryError: it could not be written.
        """
        known = {each.source: each.problem for each in self.troubles()}
        news = [each for each in problems.items() if known.get(storable(each[0]), "") != each[1]]
        if news:
            with self._database.writing() as connection:
                following.trouble(connection, row.source, news, timestamp(self._clock()))

    def origin(self, story: int) -> Followed | None:
        """What to follow so that a story is followed: the page, the feed or the file it came from.

        Args:
            story: its number.

        Returns:
            That source; as it is followed, if it is. None for what came from standard input.
        """
        with self._database.reading() as connection:
            came = following.sources_of(connection, story)
            known = following.followed(connection)
        names = [(_named(uri), named, format_) for uri, named, format_ in came]
        for row in known:
            if any(_is_of(name, row.source) for name, _, _ in names if name):
                return row
        for name, named, format_ in reversed(names):
            if name:
                return Followed(name, named, format_, "", None, "")
        return None


def while_open(sources: Iterable[str]) -> list[Followed]:
    """What of some sources is on the disk, to be looked at only while somebody has it open.

    Nothing of it is kept: such a row says no time since when.
    """
    paths = [each for each in sources if each and each != "-" and "://" not in each]
    return [Followed(followed_name(each), "", "", "", None, "") for each in paths]


def is_folder(row: Followed) -> bool:
    """Whether what is followed is a folder."""
    return not row.host and os.path.isdir(row.source)  # noqa: PTH112  (False for no name)


def followed_name(source: str | os.PathLike[str]) -> str:
    """A source as it is named wherever one is: an absolute path, or an address as it is.

    Raises:
        SourceError: it is no address that is fetched, or standard input, which gives but once.
    """
    name = os.fspath(source)
    if name == "-":
        raise SourceError("-", "standard input cannot be followed", "name a file")
    if not name:
        raise SourceError("''", "names nothing", "a file, a folder or an address")
    if "://" not in name:
        return os.path.abspath(name)  # noqa: PTH100  (resolve() follows links)
    from newsreader.reading.fetching.address import parse_address  # noqa: PLC0415  (seldom needed)

    parse_address(name, name)
    return name


def _host(name: str) -> str:
    """The host of an address; "" for a path."""
    return (urlsplit(name).hostname or "") if "://" in name else ""


def _named(uri: str) -> str:
    """What a user would name to read again what is known as ``uri``; "" for what nobody can.

    What is in a pack is read from the pack.
    """
    outer = uri.partition("!/")[0]
    if outer.startswith(("http://", "https://")):
        return outer
    if not outer.startswith("file://"):
        return ""
    return str(Path(unquote(urlsplit(outer).path)))


def _is_of(name: str, followed: str) -> bool:
    """Whether a path or address is what is followed, or in the folder that is."""
    return name == followed or ("://" not in name and name.startswith(f"{followed}{os.sep}"))
