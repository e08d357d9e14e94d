"""Articles and what was found in them, to rows and back without loss.

An article is addressed by the hash of its text and stored once, however many stories and
revisions show it; the first reading and splitting of a text stays, because tags hang on its
spans. What belongs to a revision (the source) or to a story (the URI) is not stored here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from newsreader.model.article import Article, Block, BlockKind, Link, Post, Span, text_hash
from newsreader.model.spans import span_of
from newsreader.model.statement import (
    Analysis,
    Attribution,
    Note,
    NoteKind,
    Order,
    Split,
    Statement,
    StatementKind,
    Update,
    UpdateKind,
)
from newsreader.model.version import Header
from newsreader.store.texts import saying
from newsreader.store.texts.ready import BLOCK_KINDS, STATEMENT_KINDS, Ready
from newsreader.store.texts.validating import validate
from newsreader.store.texts.wording import Wording

_BLOCK_KINDS = dict(enumerate(BLOCK_KINDS))  # unlike a tuple, has nothing at -1
_STATEMENT_KINDS = dict(enumerate(STATEMENT_KINDS))

_HEADLINE = STATEMENT_KINDS.index(StatementKind.HEADLINE)

_ARTICLE = (
    "hash, format, title, title_start, title_end, byline, published, language, "
    '"order", splitter, warnings, blocks, links, text, sourced, seal'
)
_UPDATE = (
    "start, end, kind, marker, marker_start, marker_end, number, time, zone, assumed, "
    "headline, headline_start, headline_end"
)


def article_id(connection: sqlite3.Connection, hash_: str) -> int | None:
    """The row of the article with that hash, if it is stored."""
    row = connection.execute("SELECT id FROM article WHERE hash = ?", (hash_,)).fetchone()
    return None if row is None else int(row[0])


def statement(connection: sqlite3.Connection, hash_: str, n: int) -> tuple[Span, str] | None:
    """Span and words of one statement, as the splitter gave it; None when there is no such."""
    row = connection.execute(
        "SELECT s.start, s.end, substr(a.text, s.start + 1, s.end - s.start) FROM article a "
        "JOIN statement s ON s.article = a.id AND s.n = ? WHERE a.hash = ?",
        (n, hash_),
    ).fetchone()
    return None if row is None else ((row[0], row[1]), row[2])


def text(connection: sqlite3.Connection, hash_: str) -> str:
    """The text of the article with that hash; "" where there is none."""
    row = connection.execute("SELECT text FROM article WHERE hash = ?", (hash_,)).fetchone()
    return str(row[0]) if row else ""


def save(connection: sqlite3.Connection, ready: Ready) -> int:
    """Store an article with all that was found in it, unless its text is stored already.

    Args:
        connection: with a write transaction open.
        ready: the article.

    Returns:
        The article's row.
    """
    known = article_id(connection, ready.hash)
    return insert(connection, ready) if known is None else known


def insert(connection: sqlite3.Connection, ready: Ready) -> int:
    """Store an article whose text is not stored; returns its row."""
    row = (ready.hash, *ready.row, ready.seal)
    cursor = connection.execute(
        f"INSERT INTO article ({_ARTICLE}) VALUES ({_marks(len(row))})", row
    )
    id_ = cursor.lastrowid
    assert id_ is not None
    for table, rows in (
        ('"update"', ready.updates),
        ("statement", ready.statements),
        ("attribution", ready.attributions),
        ("note", ready.notes),
    ):
        if rows:
            connection.executemany(
                f"INSERT INTO {table} VALUES (?, {_marks(len(rows[0]))})",
                [(id_, *row) for row in rows],
            )
    return id_


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _block(row: Sequence[Any]) -> Block:
    if len(row) == 2:
        return Block(row[0], row[1], BlockKind.PARAGRAPH)
    start, end, kind = row[:3]
    level = row[3] if len(row) > 3 else 0
    post = None
    if len(row) > 4:
        author, handle, date, url, credit_start, credit_end = row[4]
        post = Post(author, handle, date, url, (credit_start, credit_end))
    return Block(start, end, _BLOCK_KINDS[kind], level, post)


def _update(row: Sequence[Any]) -> Update:
    time = row[7]
    return Update(
        start=row[0],
        end=row[1],
        kind=UpdateKind(row[2]),
        marker=row[3],
        marker_span=span_of(row[4], row[5]),
        number=row[6],
        time=None if time is None else datetime.fromisoformat(time),
        zone=row[8],
        assumed=tuple(row[9].split()),
        headline=row[10],
        headline_span=span_of(row[11], row[12]),
    )


def load(connection: sqlite3.Connection, hash_: str, *, uri: str, source: str) -> Analysis:
    """The article with that hash as it was saved, seen as a revision of the story ``uri``.

    Raises:
        LookupError: there is no such article, or some of its rows are missing.
        ValueError, TypeError: its rows are damaged.
    """
    row = connection.execute(
        f"SELECT id, {_ARTICLE} FROM article WHERE hash = ?", (hash_,)
    ).fetchone()
    if row is None:
        raise LookupError(f"no article {hash_}")
    id_ = row[0]
    if text_hash(row[14]) != hash_:
        raise ValueError("the text is not what its hash says")
    split = Split(
        updates=updates(connection, id_),
        statements=_statements(connection, id_),
        notes=tuple(
            Note(NoteKind(kind), start, end)
            for kind, start, end in _rows(connection, "kind, start, end", "note", id_)
        ),
        order=Order(row[9]),
    )
    article = _article(row, uri, source)
    length = len(article.text)
    said = saying.load(connection, id_, len(split.statements), length) if row[15] else ()
    analysis = Analysis(article, split, said)
    validate(analysis)
    return analysis


def _article(row: Sequence[Any], uri: str, source: str) -> Article:
    return Article(
        source=source,
        format=row[2],
        uri=uri,
        text=row[14],
        blocks=tuple(_block(each) for each in json.loads(row[12])),
        title=row[3],
        title_span=span_of(row[4], row[5]),
        byline=row[6],
        published=row[7],
        language=row[8],
        links=tuple(Link(*each) for each in json.loads(row[13])),
        warnings=tuple(json.loads(row[11])),
    )


def _rows(
    connection: sqlite3.Connection, columns: str, table: str, article: int
) -> list[tuple[Any, ...]]:
    return connection.execute(
        f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY n", (article,)
    ).fetchall()


def updates(connection: sqlite3.Connection, article: int) -> tuple[Update, ...]:
    """The updates of the article in that row, in the order of the text."""
    return tuple(_update(row) for row in _update_rows(connection, _UPDATE, article))


def _headers(connection: sqlite3.Connection, article: int) -> tuple[Header, ...]:
    """What the updates of an article are known by."""
    rows = _update_rows(connection, "kind, time, marker, headline", article)
    return tuple(Header(*row[:-1]) for row in rows)


def _update_rows(
    connection: sqlite3.Connection, columns: str, article: int
) -> list[tuple[Any, ...]]:
    """Those of the updates, with their number last."""
    rows = _rows(connection, f"{columns}, n", '"update"', article)
    if any(row[-1] != n for n, row in enumerate(rows)):
        raise LookupError("an update is missing")
    return rows


def _statements(connection: sqlite3.Connection, article: int) -> tuple[Statement, ...]:
    rows = _rows(connection, 'n, start, end, kind, "update", block', "statement", article)
    kinds = _STATEMENT_KINDS
    return tuple(
        Statement(n, start, end, kinds[kind], update, block)
        for n, start, end, kind, update, block in rows
    )


def statement_at(
    connection: sqlite3.Connection, hash_: str, start: int, end: int
) -> tuple[tuple[Attribution, ...], datetime | None] | None:
    """Who says the statement at that span of an article, and when its update was published.

    None when the splitter gave no such statement: an editor cut it, or joined it from several.
    """
    row = connection.execute(
        'SELECT s.article, s.n, u.time FROM statement s LEFT JOIN "update" u '
        'ON u.article = s.article AND u.n = s."update" '
        "WHERE s.article = (SELECT id FROM article WHERE hash = ?) AND s.start = ? AND s.end = ?",
        (hash_, start, end),
    ).fetchone()
    if row is None:
        return None
    time = datetime.fromisoformat(row[2]) if row[2] else None
    return saying.of_statement(connection, row[0], row[1]), time


def is_sourced(connection: sqlite3.Connection, hash_: str) -> bool:
    """Whether it was looked for who says the statements of an article, before it was stored."""
    row = connection.execute("SELECT sourced FROM article WHERE hash = ?", (hash_,)).fetchone()
    return row is not None and bool(row[0])


def wording(connection: sqlite3.Connection, hash_: str) -> Wording | None:
    """The statements of an article as words, None when the article is not stored."""
    row = connection.execute("SELECT id, text FROM article WHERE hash = ?", (hash_,)).fetchone()
    if row is None:
        return None
    rows = _rows(connection, 'start, end, block, "update", kind', "statement", row[0])
    starts, ends, blocks, within, kinds = zip(*rows, strict=True) if rows else ((),) * 5
    text = row[1]
    return Wording(
        tuple(zip(starts, ends, strict=True)),
        tuple([text[start:end] for start, end, *_ in rows]),
        text,
        tuple(zip(blocks, within, strict=True)),
        _headers(connection, row[0]),
        frozenset(i for i, kind in enumerate(kinds) if kind == _HEADLINE),
    )


def size(connection: sqlite3.Connection, article: int) -> tuple[int, int]:
    """How many updates and statements an article has."""
    row = connection.execute(
        'SELECT (SELECT count(*) FROM "update" WHERE article = ?1), '
        "(SELECT count(*) FROM statement WHERE article = ?1)",
        (article,),
    ).fetchone()
    return int(row[0]), int(row[1])
