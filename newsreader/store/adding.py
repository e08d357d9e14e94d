"""Adding what was read: a new story, a story's next revision, or nothing new.

A tag carries over where its exact words stand in the new revision, and is listed as left
behind where they do not; it is never dropped and never moved to other words. A version that says
of itself that it is older than the newest one comes too late and changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from newsreader.model.article import abridges, precedes
from newsreader.model.event import AnchorState
from newsreader.model.statement import Analysis
from newsreader.model.story import Revision
from newsreader.store import articles, projection, stories
from newsreader.store.books import Bookkeeper
from newsreader.store.stories import Seen, SourceKey
from newsreader.store.translating import sound

Linking = Callable[[str, Sequence[Revision]], None]
"""Given the story's URI and its revisions, the new one last; writes within the transaction."""


class Addition(NamedTuple):
    """What adding an article came to."""

    status: Literal["added", "revised", "unchanged"]
    story: int
    uri: str
    revision: int  # the one that has the article
    title: str
    updates: int
    statements: int
    carried: dict[str, int]


class Provenance(NamedTuple):
    """Where an article came from, for knowing the same bytes again."""

    key: SourceKey
    digest: str


class Reading(NamedTuple):
    """How and when an article was read."""

    at: str  # UTC, ISO 8601
    splitter: str  # which version of the splitter cut it
    provenance: Provenance | None = None  # None when it came from no bytes
    superseded: bool = False  # the same bytes hold a newer text of this story


def carried(states: Sequence[AnchorState]) -> dict[str, int]:
    """How many tags are in which state."""
    counts = Counter(states)
    return {state.value: counts[state] for state in AnchorState}


def add(
    connection: sqlite3.Connection,
    keeper: Bookkeeper,
    analysis: Analysis,
    reading: Reading,
    linking: Linking | None = None,
) -> Addition:
    """Store one article, within the caller's write transaction.

    Args:
        connection: with a write transaction open.
        keeper: of the library's books.
        analysis: the article; its URI says which story it belongs to.
        reading: how it was read.
        linking: what links a new revision to the one before; None for exact words alone.
    """
    if reading.superseded and (known := _known(connection, analysis)) is not None:
        return known
    addition = _place(connection, keeper, analysis, reading, linking)
    provenance = reading.provenance
    if provenance is not None:
        hash_ = analysis.article.hash
        if (
            articles.article_id(connection, hash_) is None
        ):  # an older version: nothing of it is kept
            hash_ = stories.newest(connection, addition.story)
        given = Seen(addition.story, provenance.digest, hash_)
        stories.see(connection, provenance.key, given)
    return addition


def _known(connection: sqlite3.Connection, analysis: Analysis) -> Addition | None:
    """Nothing new if the story ever had that text; None if it never had."""
    story = stories.by_uri(connection, analysis.article.uri, "")
    hash_ = analysis.article.hash
    if story is None or not stories.revision_of(connection, story.id, hash_):
        return None
    return unchanged(connection, story.id, hash_)


def _place(
    connection: sqlite3.Connection,
    keeper: Bookkeeper,
    analysis: Analysis,
    reading: Reading,
    linking: Linking | None,
) -> Addition:
    story = stories.by_uri(connection, analysis.article.uri, "")
    hash_ = analysis.article.hash
    if story is None:
        article, kept = _save(connection, keeper, analysis, reading)
        id_ = stories.add(connection, kept, article, reading.at)
        return _addition(connection, "added", id_, hash_)
    if hash_ == stories.newest(connection, story.id) or (
        reading.provenance and _gave_before(connection, reading.provenance, story.id, hash_)
    ):
        return unchanged(connection, story.id, hash_)
    format_, published, length = stories.newest_stated(connection, story.id)
    read = analysis.article
    if precedes(read, format_, published) or abridges(read, format_, length):
        return unchanged(connection, story.id, stories.newest(connection, story.id))
    article, kept = _save(connection, keeper, analysis, reading)
    stories.revise(connection, story.id, kept, article, reading.at)
    if linking is not None:
        linking(story.uri, stories.revisions(connection, story.id))
    states = _carry_over(connection, keeper, story.id, story.uri)
    return _addition(connection, "revised", story.id, hash_, states)


def _save(
    connection: sqlite3.Connection, keeper: Bookkeeper, analysis: Analysis, reading: Reading
) -> tuple[int, Analysis]:
    """Store the article; its row, and the article as it is kept: of equal texts the first.

    What lists say of a story is taken from what is kept, for that is what opening it shows.
    """
    read = analysis.article
    known = articles.article_id(connection, read.hash)
    if known is not None:
        with sound(keeper.path):
            kept = articles.load(connection, read.hash, uri=read.uri, source=read.source)
        return known, kept
    return articles.save(connection, analysis, reading.splitter), analysis


def unchanged(connection: sqlite3.Connection, story: int, hash_: str) -> Addition:
    """Nothing new: the story has that article already."""
    return _addition(connection, "unchanged", story, hash_)


def _addition(
    connection: sqlite3.Connection,
    status: Literal["added", "revised", "unchanged"],
    story: int,
    hash_: str,
    states: Sequence[AnchorState] = (),
) -> Addition:
    found = stories.by_id(connection, story, "")
    article = articles.article_id(connection, hash_)
    assert found is not None
    assert article is not None
    updates, statements = articles.size(connection, article)
    if hash_ == stories.newest(connection, story):
        updates, statements = found.updates, found.statements  # as editors shaped it
    revision = stories.revision_of(connection, story, hash_)
    return Addition(
        status, story, found.uri, revision, found.title, updates, statements, carried(states)
    )


def _gave_before(
    connection: sqlite3.Connection, provenance: Provenance, story: int, hash_: str
) -> bool:
    """Whether this text is what the source gave for the story last: it says nothing new.

    The file of an older revision added again; an entry of a feed that is as it was, while others
    changed, and the story went on by other ways.
    """
    return any(
        (seen.story, seen.article) == (story, hash_)
        for seen in stories.seen(connection, provenance.key)
    )


def _carry_over(
    connection: sqlite3.Connection, keeper: Bookkeeper, story: int, uri: str
) -> list[AnchorState]:
    """Place what all editors did on the new revision; returns the states of their tags."""
    book, last = keeper.newest(uri, story)
    if last:
        projection.rebuild(connection, story, book)
        stories.count(connection, story, book.shape)
    return [tag.state for _, tag in book.slots()]
