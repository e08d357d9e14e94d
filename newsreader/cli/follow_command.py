"""``newsreader follow``, ``unfollow`` and ``refresh``: new revisions that come by themselves.

Imports nothing heavy: the command line starts with it.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

import click

from newsreader.cli.opening import Common
from newsreader.cli.options import common_options, format_option, json_option
from newsreader.cli.output import Output
from newsreader.errors import SourceError, UnknownStoryError, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from newsreader.library import Added, Library
    from newsreader.library.watching.follower import Follower
    from newsreader.model.followed import Followed

PATIENCE = 5.0
"""Seconds of waiting after which it is looked whether another program brought something."""


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option("--as", "as_uri", metavar="URI", help="The story that the source belongs to.")
@format_option
@click.option(
    "--every", type=click.IntRange(min=15), metavar="SECONDS",
    help="How often a page or a feed is asked for. Default: the setting follow_every.",
)  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="Only say what is followed, and how it is.")
@json_option("One JSON object a line, for each article that is new or changed, or failure.")
@common_options
def follow(
    sources: tuple[str, ...],
    as_uri: str | None,
    format_: str | None,
    *,
    every: int | None,
    listing: bool,
    as_json: bool,
    common: Common,
) -> int:
    """Add the sources and read them again whenever they change; a line for each new revision.

    SOURCE: a file, a folder, the address of a page or a feed. Without: all that is followed. It
    goes on until Ctrl-C. The program looks at what is followed, too, while it is open.
    """
    out = Output()
    with common.open() as library:
        if listing:
            _list(library, out, as_json=as_json)
            return out.status
        only = _begun(library, sources, out, (as_uri, format_, every))
        if not only:
            return out.status
        from newsreader.library.watching.arrivals import Arrivals
        from newsreader.library.watching.follower import Follower

        meant = only if sources else None
        others = Arrivals(library, meant)
        follower = Follower(library, common.config().follow_every, only=meant)
        told = _Told(out, as_json=as_json, library=library)
        count = f"{len(only)} source{'s' if len(only) > 1 else ''}"
        out.talk(f"newsreader: following {count}; Ctrl-C ends it")
        with _signalled(follower.wake) as signals:
            while not signals:
                with closing(follower.step(PATIENCE)) as results:
                    for added in chain(results, others.look()):
                        others.told(added)
                        told.take(added)
                        if signals:
                            break
    out.talk("newsreader: interrupted")
    return 128 + signals[0]


def _begun(
    library: Library,
    sources: Sequence[str],
    out: Output,
    how: tuple[str | None, str | None, int | None],
) -> set[str]:
    """Follow the sources from now on; the names of those to look at."""
    from newsreader.library.watching.followed import followed_name

    as_uri, format_, every = how
    if as_uri is not None and len(sources) != 1:
        raise UsageError("--as is for one source")
    if not sources:
        known = {row.source for row in library.followed()}
        if not known:
            raise UsageError("nothing is followed yet", "newsreader follow SOURCE")
        return known
    names = set()
    for source in sources:
        try:
            library.follow(source, as_uri=as_uri, format=format_, every=every)
            names.add(followed_name(source))
        except SourceError as error:
            out.failed(str(error))
    return names


def _list(library: Library, out: Output, *, as_json: bool) -> None:
    """What is followed, each with what is wrong with it."""
    from newsreader.cli.shapes import followed_shape, json_line
    from newsreader.model.followed import NEVER

    wrong = library.troubles()
    for row in library.followed():
        its = [each for each in wrong if each.followed == row.source]
        if as_json:
            out.data(json_line(followed_shape(row, its)))
            continue
        every = f" · every {row.every} s" if row.every else ""
        out.say(f"{row.source}{every}")
        for each in its:
            where = "" if each.source == row.source else f"{each.source}: "
            again = f" · asked again at {_clock(each.due_at)}" if each.due_at else ""
            again = " · not asked again" if each.due_at == NEVER else again
            out.say(f"    {where}{each.problem} · since {_clock(each.since)}{again}")


def _clock(stamp: str) -> str:
    """A time as the library writes it, by this machine's clock."""
    return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"


@contextmanager
def _signalled(wake: Callable[[], None]) -> Iterator[list[int]]:
    """A list that gets the number of the signal that ends the work; the next one ends it hard."""
    got: list[int] = []
    ending = (signal.SIGINT, signal.SIGTERM)
    before = {each: signal.getsignal(each) for each in ending}

    def ended(number: int, _frame: FrameType | None) -> None:
        got.append(number)
        for each in ending:
            signal.signal(each, before[each])
        wake()

    for each in ending:
        signal.signal(each, ended)
    try:
        yield got
    finally:
        for each in ending:
            signal.signal(each, before[each])


class _Told:
    """Tells what is new; what fails is told once, until it changes."""

    def __init__(self, out: Output, *, as_json: bool, library: Library) -> None:
        self._out = out
        self._as_json = as_json
        self._library = library
        self._wrong: dict[str, str] = {}
        self.news = 0

    def take(self, added: Added) -> None:
        """Tell what became of an article, if it is news."""
        from newsreader.cli.shapes import added_shape, json_line

        if added.skipped:
            return
        before = self._wrong.pop(added.source, None)
        if added.error is not None:
            self._wrong[added.source] = added.error
            if before == added.error:
                return
            self._out.failed(added.error)
        elif before is not None:
            self._out.talk(f"newsreader: {added.source}: can be read again")
        if added.status == "unchanged":
            return
        self.news += added.error is None
        if self._as_json:
            self._out.data(json_line(added_shape(added)))
        elif added.error is None:
            moment = self._library.now().astimezone()
            self._out.say(f"{moment:%H:%M:%S} {_words(added)}")


def _words(added: Added) -> str:
    """A new story or revision in one line."""
    left = [f"{added.carried[state]} {state}" for state in ("stale", "gone")]
    left = [each for each in left if not each.startswith("0 ")]
    tags = f" · tags: {', '.join(left)}" if left else ""
    return (
        f"{added.status:9} {added.story}: {added.title or '(no title)'} · "
        f"revision {added.revision} · {added.statements} statements · "
        f"{added.updates} updates{tags}"
    )


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@common_options
def unfollow(sources: tuple[str, ...], common: Common) -> int:
    """Follow the sources no more; their stories and tags stay."""
    out = Output()
    with common.open() as library:
        for source in sources:
            try:
                if not library.unfollow(source):
                    out.failed(f"{source}: is not followed (newsreader follow --list)")
            except SourceError as error:
                out.failed(str(error))
    return out.status


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE|STORY]…")
@json_option("One JSON object a line, for each article that is new or changed, or failure.")
@common_options
def refresh(sources: tuple[str, ...], *, as_json: bool, common: Common) -> int:
    """Look once at all that is followed, or at what these stories came from, now.

    A line for each new revision. A server that asked to be left alone for a while is.
    """
    from newsreader.library.watching.follower import Follower

    out = Output()
    with common.open() as library:
        told = _Told(out, as_json=as_json, library=library)
        rows = _meant(library, sources, out) if sources else library.followed()
        known = {row.source for row in library.followed()}
        only = {row.source for row in rows} & known
        follower = Follower(library, common.config().follow_every, only=only)
        follower.asked = {row.source for row in rows if row.host and row.source in known}
        for row in rows:
            if row.source not in known:
                as_uri, format_ = row.named or None, row.format or None
                _take(told, library.add(row.source, as_uri=as_uri, format=format_))
        _finish(follower, told, out)
    if not told.news and not out.status:
        out.talk("newsreader: nothing new")
    return out.status


def _finish(follower: Follower, told: _Told, out: Output) -> None:
    """Look until all that was asked for has come, or is not to be asked for yet."""
    patience = 0.0
    while True:
        _take(told, follower.step(patience))
        patience = PATIENCE
        held = follower.held()
        follower.asked.difference_update(row.source for row in held)
        for row in held:
            until = _clock(row.held_until)
            out.failed(f"{row.source}: its server wants to be left alone until {until}")
        if not follower.asked and not follower.fetching:
            return


def _take(told: _Told, results: Iterable[Added]) -> None:
    for added in results:
        told.take(added)


def _meant(library: Library, sources: Sequence[str], out: Output) -> list[Followed]:
    """What is to be looked at for each source or story that was named."""
    rows: dict[str, Followed] = {}
    for source in sources:
        try:
            row = _row(library, source)
        except (SourceError, UnknownStoryError) as error:
            out.failed(str(error))
        else:
            rows[row.source] = row
    return list(rows.values())


def _row(library: Library, source: str) -> Followed:
    """What a source or a story is read from.

    Raises:
        SourceError, UnknownStoryError: there is no such thing, or it came from standard input.
    """
    from newsreader.library.watching.followed import followed_name

    name = followed_name(source)
    row = next((each for each in library.followed() if each.source == name), None)
    row = row or library.origin(library.find(source).id)
    if row is None:
        raise SourceError(source, "came from standard input, which gives but once")
    return row
