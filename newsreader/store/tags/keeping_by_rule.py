"""Keeping tags where only the looks of the words changed: a rule that a desk may turn on.

Each tag that is kept so is an event that says by which rule, which version of it, and on which
words; nobody's act, and undone with the tag itself.
Must stay true: a rule is asked about the words that the editor tagged, never about those of a step
between, so that many small changes never add up to another meaning.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsreader.model.event import Anchor, Draft, Event, EventKind
from newsreader.model.story import Revision
from newsreader.store import events
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.folding import TagBook
from newsreader.store.tags.removing import Adder


class Rule(NamedTuple):
    """What decides whether a tag is kept on other words."""

    name: str
    version: str
    holds: Callable[[str, str], bool]  # for the words that were tagged, and those that are there


def keep(
    connection: sqlite3.Connection,
    keeper: Bookkeeper,
    found: tuple[str, Sequence[Revision]],
    rule: Rule,
    by: Adder,
) -> tuple[Event, ...]:
    """Keep the tags of a story on its newest revision where a rule says so.

    Args:
        connection: with a write transaction open.
        keeper: of the library's books.
        found: the story's URI and its revisions, oldest first, linked.
        rule: which.
        by: who added the revision, and when.

    Returns:
        An event for each tag.
    """
    uri, revisions = found
    newest = revisions[-1].hash
    book, _ = keeper.book(uri, revisions, newest)
    drafts = [
        Draft(EventKind.KEEP, by.editor, uri, anchor, carry=_said(event, rule))
        for event, anchor in _stale(keeper, book, uri, newest)
        if rule.holds(event.body["exact"], anchor.exact)
    ]
    return events.append_here(connection, drafts, by.moment)


def _said(event: Event, rule: Rule) -> dict[str, object]:
    return {"of": event.id, "rule": rule.name, "version": rule.version}


def _stale(
    keeper: Bookkeeper, book: TagBook, uri: str, newest: str
) -> Iterator[tuple[Event, Anchor]]:
    """The acts whose words changed, each with the words that are there now."""
    stale = [tag for _, tag in book.slots() if tag.n is not None and not tag.stands]
    wording = keeper.wording(newest) if stale else None
    if wording is None:
        return
    cutting = book.shape.cutting
    spans = cutting.spans if cutting is not None else wording.spans
    by_id = {event.id: event for event in book.events}
    for tag in stale:
        assert tag.n is not None
        yield by_id[tag.event], Anchor.of(uri, newest, wording.text, *spans[tag.n - 1])
