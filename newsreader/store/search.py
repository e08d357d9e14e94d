"""Full-text search (FTS5) over titles and texts of the newest revisions.

The index refers to the article table and holds no text of its own. Only articles that are some
story's newest revision are in it, so a live story of a hundred revisions counts once.
"""

from __future__ import annotations

import sqlite3

TOKENIZER = "tokenize='unicode61 remove_diacritics 2'"
"""How a text is cut into words; as the schema has it."""

MAX_TERMS = 32
"""Words of a query that count; more would only cost time."""


def query(text: str) -> str | None:
    """Any text as an FTS5 query: all of its words, the last one as a prefix; None without words.

    Every word is quoted, so nothing that a user types is read as FTS5 syntax.
    """
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    words = [word for word in plain.split() if any(char.isalnum() for char in word)][:MAX_TERMS]
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " ".join(quoted) + "*" if quoted else None


def is_entered(connection: sqlite3.Connection, article: int) -> bool:
    """Whether the article is some story's newest, and so in the index."""
    row = connection.execute("SELECT 1 FROM story WHERE newest = ? LIMIT 1", (article,)).fetchone()
    return row is not None


def enter(connection: sqlite3.Connection, article: int) -> None:
    """Add the article to the index."""
    connection.execute(
        "INSERT INTO search (rowid, title, text) SELECT id, title, text FROM article WHERE id = ?",
        (article,),
    )


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Take the article out of the index."""
    connection.execute(
        "INSERT INTO search (search, rowid, title, text) "
        "SELECT 'delete', id, title, text FROM article WHERE id = ?",
        (article,),
    )
