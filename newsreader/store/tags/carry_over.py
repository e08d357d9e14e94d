"""Appending what a new revision did to the statements of the one before (``linking.py``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from newsreader.model.carryover import Carryover
from newsreader.model.event import Draft, Event, EventKind
from newsreader.model.lineage import Missing
from newsreader.model.story import Revision
from newsreader.model.version import Version
from newsreader.store import events, looking
from newsreader.store.file.translating import sound
from newsreader.store.looking import News
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.linking import Links
from newsreader.store.tags.removing import Adder

Revising = Callable[[Version, Version, Sequence[Missing]], Carryover]
"""``revising.revising.revise``, handed in because stages do not import each other."""


def link(
    connection: sqlite3.Connection,
    keeper: Bookkeeper,
    found: tuple[str, Sequence[Revision]],
    revising: Revising,
    by: Adder,
) -> tuple[Event, ...]:
    """Work out what a story's newest revision did to the one before, and append it.

    Args:
        connection: with a write transaction open.
        keeper: of the library's books.
        found: the story's URI and its revisions, oldest first.
        revising: how two revisions are compared.
        by: who added it, and when.

    Returns:
        The event; nothing for a first revision, or when an article is missing.
    """
    uri, revisions = found
    if len(revisions) < 2:
        return ()
    before, after = (keeper.wording(each.hash) for each in revisions[-2:])
    if before is None or after is None:
        return ()
    kept, _ = keeper.events(uri)
    with sound(keeper.path):
        links = Links(kept, revisions[:-1])
    carryover = revising(before.version, after.version, links.missing())
    looking.count(connection, uri, revisions[-1].n, News.of(carryover))
    body = carryover.body() | {"before": revisions[-2].hash, "article": revisions[-1].hash}
    draft = Draft(EventKind.CARRY, by.editor, uri, carry=body)
    return events.append_here(connection, [draft], by.moment)
