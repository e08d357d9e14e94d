"""What servers gave with the pages that were fetched, to ask next time for what is new only.

What must stay true: what is kept belongs to the page that was read last, or nothing is kept; else
a server's "as it was" would be said of other words than ours.
"""

from __future__ import annotations

import sqlite3

from newsreader.model.validators import Validators
from newsreader.store.texts.ready import storable


def validators(connection: sqlite3.Connection, asked: str) -> Validators | None:
    """What was given with the page that was fetched last for an address; None for nothing.

    Args:
        connection: the library's.
        asked: the address as the user names it.
    """
    row = connection.execute(
        "SELECT address, etag, modified FROM fetched WHERE asked = ?", (storable(asked),)
    ).fetchone()
    return Validators(*row) if row else None


def keep(connection: sqlite3.Connection, asked: str, given: Validators | None) -> None:
    """Keep what was given with a page in place of what was given before, within a transaction."""
    connection.execute("DELETE FROM fetched WHERE asked = ?", (storable(asked),))
    if given is not None:
        connection.execute(
            "INSERT INTO fetched VALUES (?, ?, ?, ?)",
            (storable(asked), *(storable(each) for each in given)),
        )
