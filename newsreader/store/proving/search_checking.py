"""Whether the search index has the words of the newest revisions, and no others.

FTS5's own ``integrity-check`` would write, and would miss the older revisions, which are left
out on purpose. So the words are counted anew, some articles at a time, and compared: how many
each article has at once, how often and where each word stands at the end.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

from newsreader.store.file.database import Database
from newsreader.store.search import TOKENIZER

ARTICLES = 64
"""How many are read in one transaction."""

_PAGE = (
    "SELECT a.id, a.title, a.text, (SELECT sz FROM search_docsize WHERE id = a.id), "
    "EXISTS (SELECT 1 FROM story WHERE newest = a.id) FROM article a WHERE a.id > ? "
    "ORDER BY a.id LIMIT ?"
)
_PROBE = (
    f"CREATE VIRTUAL TABLE probe USING fts5(title, text, content='', {TOKENIZER})",
    "CREATE VIRTUAL TABLE words USING fts5vocab(probe, 'instance')",
)
_WORDS = "CREATE VIRTUAL TABLE temp.{name} USING fts5vocab(main, search, 'instance')"

Words = Counter[tuple[str, str]]
"""``(word, "count" or "places")`` → how often it stands there, and the sum of where."""

_PLACES = "sum(offset * 8191 + doc * 31 + (col = 'title'))"


def search_problems(database: Database) -> Iterator[str]:
    """How the index differs from the texts."""
    version = _version(database)
    words: Words = Counter()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as probe:
        for statement in _PROBE:
            probe.execute(statement)
        after = 0
        while True:
            with database.reading() as connection:
                rows = connection.execute(_PAGE, (after, ARTICLES)).fetchall()
            if not rows:
                break
            yield from _page(probe, rows, words)
            after = rows[-1][0]
    kept = _kept(database)
    if kept != words and _version(database) == version:  # unless others wrote meanwhile
        yield "search: the index has not the words of the newest revisions"


def _version(database: Database) -> int:
    """Another number after every write of another program."""
    with database.reading() as connection:
        return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _page(
    probe: sqlite3.Connection,
    rows: Sequence[tuple[int, str | None, str, bytes | None, int]],
    words: Words,
) -> Iterator[str]:
    """What is wrong with the sizes of some articles; their words are added to ``words``."""
    newest = [row for row in rows if row[4]]
    probe.execute("INSERT INTO probe(probe) VALUES ('delete-all')")
    probe.executemany(
        "INSERT INTO probe(rowid, title, text) VALUES (?, ?, ?)", [row[:3] for row in newest]
    )
    sizes = dict(probe.execute("SELECT id, sz FROM probe_docsize").fetchall())
    _count(probe, "words", words)
    for id_, _, _, size, _ in rows:
        if size != sizes.get(id_):
            yield f"article {id_}: the search index is not in accord with it"


def _count(connection: sqlite3.Connection, table: str, words: Words) -> None:
    found = connection.execute(f"SELECT term, count(*), {_PLACES} FROM {table} GROUP BY term")
    for word, count, places in found:
        words[word, "count"] += count
        words[word, "places"] += places


def _kept(database: Database) -> Words:
    """The words that the index has."""
    words: Words = Counter()
    with database.reading() as connection:
        connection.execute(_WORDS.format(name="kept_words"))
        try:
            _count(connection, "temp.kept_words", words)
        finally:
            connection.execute("DROP TABLE temp.kept_words")
    return words
