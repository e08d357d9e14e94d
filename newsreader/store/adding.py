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

from newsreader.model.article import LETTERED, abridges, precedes
from newsreader.model.event import AnchorState
from newsreader.model.story import Revision
from newsreader.store import articles, search, stories
from newsreader.store.file.translating import sound
from newsreader.store.shelving import shelve
from newsreader.store.stories import Seen, SourceKey
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts.ready import Ready, Told, told

_NONE: Counter[AnchorState] = Counter()

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
    provenance: Provenance | None = None  # None when it came from no bytes
    superseded: bool = False  # the same bytes hold a newer text of this story


class Within(NamedTuple):
    """A write transaction of the caller's."""

    connection: sqlite3.Connection
    keeper: Bookkeeper  # of the library's books
    entering: list[int]
    """Grows by articles that the caller lets be searched for before the transaction ends, with
    :func:`newsreader.store.search.enter_all`."""


def carried(states: Sequence[AnchorState]) -> dict[str, int]:
    """How many tags are in which state."""
    counts = Counter(states) if states else _NONE
    return {state.value: counts[state] for state in AnchorState}


def add(within: Within, ready: Ready, reading: Reading, linking: Linking | None = None) -> Addition:
    """Store one article.

    Args:
        within: the transaction.
        ready: the article; its URI says which story it belongs to.
        reading: how it was read.
        linking: what links a new revision to the one before; None for exact words alone.
    """
    connection = within.connection
    if reading.superseded and (known := _known(connection, ready)) is not None:
        return known
    addition, hash_ = _place(within, ready, reading, linking)
    provenance = reading.provenance
    if provenance is not None:
        stories.see(connection, provenance.key, Seen(addition.story, provenance.digest, hash_))
    return addition


def _known(connection: sqlite3.Connection, ready: Ready) -> Addition | None:
    """Nothing new if the story ever had that text; None if it never had."""
    story = stories.by_uri(connection, ready.told.uri, "")
    if story is None or not stories.revision_of(connection, story.id, ready.hash):
        return None
    return unchanged(connection, story.id, ready.hash)


def _place(
    within: Within, ready: Ready, reading: Reading, linking: Linking | None
) -> tuple[Addition, str]:
    """Give the article its place; what came of it, and the hash of what the story has for it.

    Of what came too late, says less, or differs in a page's furniture alone, nothing is kept: that
    is what the story had before.
    """
    connection, keeper, entering = within
    story = stories.by_uri(connection, ready.told.uri, "")
    hash_ = ready.hash
    if story is None:
        return _begin(within, ready, reading.at), hash_
    newest = stories.newest(connection, story.id)
    if hash_ == newest or (
        reading.provenance and _gave_before(connection, reading.provenance, story.id, hash_)
    ):
        return unchanged(connection, story.id, hash_), hash_
    format_, published, length = stories.newest_stated(connection, story.id)
    if precedes(ready, format_, published) or abridges(ready, format_, length):
        kept = newest if articles.article_id(connection, hash_) is None else hash_
        return unchanged(connection, story.id, newest), kept
    if ready.format not in LETTERED and _same_story(articles.text(connection, newest), ready.text):
        return unchanged(connection, story.id, newest), newest
    article, told, _ = _save(connection, keeper, ready)
    search.enter_all(connection, entering)  # the one before may be among them, and leaves
    stories.revise(connection, story.id, told, article, reading.at)
    if linking is not None:
        linking(story.uri, stories.revisions(connection, story.id))
    states = _carry_over(connection, keeper, story.id, story.uri)
    shelve(connection, story.id)
    return _addition(connection, "revised", story.id, hash_, states), hash_


def _same_story(old: str, new: str) -> bool:
    """Whether two texts of a page differ in nothing that its story says."""
    from newsreader.language.furniture import same_but_furniture  # noqa: PLC0415  (its patterns)

    return same_but_furniture(old, new)


def _begin(within: Within, ready: Ready, now: str) -> Addition:
    """Begin a story with the article."""
    article, told, size = _save(within.connection, within.keeper, ready)
    story = stories.add(within.connection, told, article, size, now)
    within.entering.append(article)
    return Addition("added", story, told.uri, 1, told.title, *size, carried(()))


def _save(
    connection: sqlite3.Connection, keeper: Bookkeeper, ready: Ready
) -> tuple[int, Told, tuple[int, int]]:
    """Store the article; its row, what lists tell of it, how many updates and statements it has.

    All that is of the article as it is kept, of equal texts the first: opening it shows that.
    """
    known = articles.article_id(connection, ready.hash)
    if known is None:
        size = (len(ready.updates), len(ready.statements))
        return articles.insert(connection, ready), ready.told, size
    with sound(keeper.path):
        uri, source = ready.told.uri, ready.told.source
        kept = articles.load(connection, ready.hash, uri=uri, source=source)
    return known, told(kept), articles.size(connection, known)


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
