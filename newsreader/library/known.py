"""What a source gave before: known again by its bytes, or by what its server says.

A newer splitter does not change that: a text that is stored keeps its cuts, because tags hang on
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.library.added import Added, added
from newsreader.model.validators import Validators
from newsreader.store import adding, fetched, stories
from newsreader.store.adding import Provenance
from newsreader.store.database import Database
from newsreader.store.stories import SourceKey

if TYPE_CHECKING:
    from newsreader.reading import Raw


def unchanged(database: Database, raw: Raw, provenance: Provenance) -> Iterator[Added]:
    """The stories that these very bytes gave before."""
    yield from _given(database, raw.source, provenance.key, provenance.digest)


def as_it_was(database: Database, source: str, key: SourceKey) -> Iterator[Added]:
    """The stories that a page gave which is as it was then."""
    yield from _given(database, source, key, None)


def _given(database: Database, source: str, key: SourceKey, digest: str | None) -> Iterator[Added]:
    with database.reading() as connection:
        rows = [
            added(source, adding.unchanged(connection, each.story, each.article))
            for each in stories.seen(connection, key)
            if digest in {None, each.digest}
        ]
    yield from rows


def validators(database: Database, key: SourceKey) -> Validators | None:
    """What to ask with whether a page is as it was; None where nothing came of it before."""
    with database.reading() as connection:
        seen = stories.seen(connection, key)
        return fetched.validators(connection, key.uri) if seen else None


def keeping(database: Database, raw: Raw, results: Iterator[Added]) -> Iterator[Added]:
    """``results``, and after them what the server gave with the page, if all of it was read."""
    whole = True
    for each in results:
        whole = whole and each.status != "failed"
        yield each
    if raw.key != raw.source:  # no page that was fetched
        return
    given = raw.validators if whole else None
    with database.reading() as connection:
        same = fetched.validators(connection, raw.key) == given
    if not same:
        with database.writing() as connection:
            fetched.keep(connection, raw.key, given)
