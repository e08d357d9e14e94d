"""Full-text search (FTS5) over titles and texts of the newest revisions.

The index refers to the article table and holds no text of its own. Only articles that are some
story's newest revision are in it, so a live story of a hundred revisions counts once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

TOKENIZER = "tokenize='unicode61 remove_diacritics 2'"
"""How a text is cut into words; as the schema has it."""

MAX_TERMS = 32
"""Words of a query that count; more would only cost time."""


HIT_START, HIT_END = "\x02", "\x03"
"""Stand around a hit in a piece of text: no text that was read has such characters."""


def match(phrases: Sequence[str], *, goes_on: bool) -> str | None:
    """An FTS5 query for all of the phrases, each in its order; None without a word.

    Every phrase is quoted, so nothing that a user types is read as FTS5 syntax.

    Args:
        phrases: any texts; those without a letter or digit are passed over.
        goes_on: whether the last one may be the beginning of a longer word.
    """
    quoted = ['"' + word.replace('"', '""') + '"' for word in terms(phrases)]
    return " ".join(quoted) + "*" * goes_on if quoted else None


def terms(phrases: Sequence[str]) -> list[str]:
    """As much of what is looked for as counts."""
    plain = (each.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") for each in phrases)
    return [each for each in plain if any(char.isalnum() for char in each)][:MAX_TERMS]


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


def enter_all(connection: sqlite3.Connection, entering: list[int]) -> None:
    """Add articles to the index, and clear the list of them.

    At once: whatever is written in between makes FTS5 put what it has into the file, and that is
    half of the time that adding takes.
    """
    if entering:
        numbers = ", ".join(map(str, sorted(set(entering))))
        connection.execute(
            "INSERT INTO search (rowid, title, text) "
            f"SELECT id, title, text FROM article WHERE id IN ({numbers})"
        )
        entering.clear()


def remove(connection: sqlite3.Connection, article: int) -> None:
    """Take the article out of the index."""
    connection.execute(
        "INSERT INTO search (search, rowid, title, text) "
        "SELECT 'delete', id, title, text FROM article WHERE id = ?",
        (article,),
    )


def snippets(
    articles: Iterable[tuple[int, str | None, str]], match: str, length: int
) -> dict[int, str]:
    """Where the words of a query stand in some texts.

    The texts are put into an index of their own: the library's would first gather all that it has
    of words that begin as the last one does.

    Args:
        articles: each with a number, its title and its text.
        match: the query.
        length: words of text around the hits, up to 64.

    Returns:
        By the number a piece of the text; nothing for those without the words.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as probe:
        probe.execute(f"CREATE VIRTUAL TABLE some USING fts5(title, text, {TOKENIZER})")
        probe.executemany("INSERT INTO some (rowid, title, text) VALUES (?, ?, ?)", articles)
        found = probe.execute(
            "SELECT rowid, snippet(some, 1, ?, ?, '…', ?) FROM some WHERE some MATCH ?",
            (HIT_START, HIT_END, length, match),
        )
        return dict(found.fetchall())
