"""What an input comes to in the library: small acts of writing, each of an article.

What must stay true: an input is known again by its bytes only when all of its articles are stored,
so that who is interrupted and adds it again loses nothing. The acts of an input are done in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsreader.errors import SourceError
from newsreader.library.accession.added import Added, added, failed
from newsreader.library.accession.linking import Linker
from newsreader.model.event import Event
from newsreader.model.validators import Validators
from newsreader.store import adding, fetched, stories
from newsreader.store.adding import Provenance, Reading, Within
from newsreader.store.file.database import Connection, Database
from newsreader.store.file.stamps import timestamp
from newsreader.store.stories import UNFINISHED, Seen
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.removing import Adder, revive
from newsreader.store.texts.ready import Ready

if TYPE_CHECKING:
    from newsreader.library.accession.preparing import Outcome


class Input(NamedTuple):
    """An input on its way into the library."""

    source: str
    provenance: Provenance
    seen: Sequence[Seen] = ()  # what it gave before, where it is as it was then
    page: str | None = None  # the address that it was asked for by, where it is a page
    validators: Validators | None = None  # what the server gave with the page


class Writing(NamedTuple):
    """What acts need of the library."""

    database: Database
    keeper: Bookkeeper
    clock: Callable[[], datetime]
    editor: str
    done: list[Event]  # grows: what is to be acknowledged when it is on the disk
    entering: list[int]  # grows: articles that are still to be searched for
    keeps: bool = False  # tags, where only the looks of their words changed


Act = tuple[Callable[[Connection], Added | None], bool]
"""Something to be done within a transaction, and whether it writes."""


def told(error: SourceError) -> Act:
    """Telling what could not be read, or was passed over."""
    return (lambda _: failed(error)), False


def as_it_was(item: Input) -> Iterator[Act]:
    """Telling of an input that gave nothing new."""
    for each in item.seen:
        yield partial(_unchanged, item.source, each), False


def _unchanged(source: str, seen: Seen, connection: Connection) -> Added:
    return added(source, adding.unchanged(connection, seen.story, seen.article))


def stored(writing: Writing, item: Input, outcome: Outcome) -> Iterator[Act]:
    """Storing what was found in an input."""
    if isinstance(outcome, SourceError):
        yield told(outcome)
        return
    alone = len(outcome) == 1
    given = item.provenance if alone else item.provenance._replace(digest=UNFINISHED)
    for ready, superseded in outcome:
        yield partial(_store, writing, item.source, ready, Reading("", given, superseded)), True
    if not alone:
        yield partial(_complete, item.provenance), True


def made(writing: Writing, source: str, ready: Ready) -> Iterator[Act]:
    """Storing an article that came from no bytes."""
    yield partial(_store, writing, source, ready, Reading("")), True


def _store(
    writing: Writing, source: str, ready: Ready, reading: Reading, connection: Connection
) -> Added:
    """Store an article, as read now."""
    moment = writing.clock()
    by = Adder(writing.editor, moment)
    linker = Linker(connection, writing.keeper, by, keeps=writing.keeps)
    now = reading._replace(at=timestamp(moment))
    addition = adding.add(Within(connection, writing.keeper, writing.entering), ready, now, linker)
    writing.done.extend(linker.done)
    if addition.status == "revised":
        device = writing.database.device
        writing.done.extend(revive(connection, writing.keeper, addition.story, device, by))
    return added(source, addition)


def _complete(provenance: Provenance, connection: Connection) -> None:
    stories.complete(connection, *provenance)


def page_kept(database: Database, item: Input, outcome: Outcome | None) -> Iterator[Act]:
    """Keeping what the server gave with a page, if all of the page is stored."""
    if item.page is None:
        return
    given = None if isinstance(outcome, SourceError) else item.validators
    with database.reading() as connection:
        same = fetched.validators(connection, item.page) == given
    if not same:
        yield partial(_keep, item.page, given), True


def _keep(page: str, given: Validators | None, connection: Connection) -> None:
    fetched.keep(connection, page, given)
