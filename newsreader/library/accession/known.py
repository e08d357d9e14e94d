"""What a server said of a page when it was read last, to ask only for what is new since."""

from __future__ import annotations

from newsreader.model.validators import Validators
from newsreader.store import fetched, stories
from newsreader.store.file.database import Database
from newsreader.store.stories import SourceKey


def validators(database: Database, key: SourceKey) -> Validators | None:
    """What to ask with whether a page is as it was; None where nothing came of it before."""
    with database.reading() as connection:
        seen = stories.seen(connection, key)
        return fetched.validators(connection, key.uri) if seen else None
