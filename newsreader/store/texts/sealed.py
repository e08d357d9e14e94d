"""Whether articles and revisions are what was written: their seals made again from the rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from newsreader.store.texts import saying, sealing

_ARTICLE = (
    "hash, format, title, title_start, title_end, byline, published, language, "
    '"order", splitter, warnings, blocks, links, sourced'
)
_PARTS = {
    '"update"': "n, start, end, kind, marker, marker_start, marker_end, number, time, zone, "
    "assumed, headline, headline_start, headline_end",
    "statement": 'n, start, end, kind, "update", block',
    "attribution": f"statement, n, {saying.COLUMNS}",
    "note": "n, kind, start, end",
}
_UNSEALED = (
    "SELECT id FROM article WHERE seal IS NULL "
    "AND id > (SELECT min(id) FROM article WHERE seal IS NOT NULL) ORDER BY id"
)
_REVISIONS = (
    "SELECT r.n, a.hash, r.read_at, r.source, r.seal, a.seal IS NOT NULL FROM revision r "
    "JOIN article a ON a.id = r.article WHERE r.story = ? ORDER BY r.n"
)


def article_seal(connection: sqlite3.Connection, article: int) -> bytes:
    """The seal that the article in that row must have, by what the rows say now."""
    row = connection.execute(f"SELECT {_ARTICLE} FROM article WHERE id = ?", (article,)).fetchone()
    parts: list[list[tuple[Any, ...]]] = [
        connection.execute(
            f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY "
            + ("statement, n" if table == "attribution" else "n"),
            (article,),
        ).fetchall()
        for table, columns in _PARTS.items()
    ]
    return sealing.of_article(row[0], row[1:], parts)


def article_problem(connection: sqlite3.Connection, article: int, seal: bytes | None) -> str:
    """How the article in that row is not what its seal says; "" where it is, or has none."""
    if seal is None or article_seal(connection, article) == seal:
        return ""
    return "what was found in its text is not what its seal says"


def unsealed(connection: sqlite3.Connection) -> list[int]:
    """The articles that came after a sealed one and have no seal."""
    return [row[0] for row in connection.execute(_UNSEALED)]


def revision_problems(connection: sqlite3.Connection, story: int, uri: str) -> Iterator[str]:
    """What is wrong with the revisions of a story, a line each."""
    before = False
    for n, hash_, read_at, source, seal, article_sealed in connection.execute(_REVISIONS, (story,)):
        if seal is None:
            if before or article_sealed:
                yield f"revision {n}: its seal is missing"
            continue
        before = True
        if seal != sealing.of_revision(uri, n, hash_, read_at, source):
            yield f"revision {n} is not what its seal says"
