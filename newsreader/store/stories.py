"""Stories, their revisions, and what each source gave last.

Lists go page by page along an index, never by OFFSET, and hold no transaction between pages.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsreader.model.story import Progress, Revision, Spot, Story
from newsreader.store import search
from newsreader.store.articles import size
from newsreader.store.file.translating import UNSOUND, broken
from newsreader.store.looking import LOOK, NEWS
from newsreader.store.shelving import shelve
from newsreader.store.texts import sealing
from newsreader.store.texts.ready import Told, storable
from newsreader.store.texts.shaping import Shape

COLUMNS = (
    "s.id, s.uri, s.title, s.source, s.published, s.added_at, s.changed_at, s.revisions, "
    "s.updates, s.statements, p.confirmed, p.speculative, p.opinion, p.left_behind, p.stale, "
    f"s.removed, l.revision, {NEWS}"
)
"""What :func:`story_of` makes a story of; of the tables in :data:`FROM`."""

PROGRESS = f"LEFT JOIN progress p ON p.story = s.id AND p.editor = :editor {LOOK}"
FROM = f"story s {PROGRESS}"


UNFINISHED = ""
"""Digest of a source of which more is to be stored: its bytes are not known again before."""


class Seen(NamedTuple):
    """What a source gave when it was read last for a story."""

    story: int
    digest: str
    article: str  # hash of the article that it gave


class SourceKey(NamedTuple):
    """What a source was asked for: the same file may be read under another name or format."""

    uri: str
    named: str  # the URI that the user stated for the story, "" if none
    format: str  # the format that the user stated, "" if none


def story_of(row: Sequence[Any]) -> Story:
    """The story in a row of :data:`COLUMNS`.

    Raises:
        sqlite3.DatabaseError: the row is damaged.
    """
    if not (type(row[1]) is type(row[2]) is type(row[6]) is str and type(row[9]) is int):
        raise broken("a story's row is none")
    confirmed, speculative, opinion, left_behind, stale = (each or 0 for each in row[10:15])
    id_, uri, title, source, published, added_at, changed_at, revisions_, updates, statements = row[
        :10
    ]
    return Story(
        id=id_,
        uri=uri,
        title=title,
        source=source,
        published=published,
        added_at=added_at,
        changed_at=changed_at,
        revisions=revisions_,
        updates=updates,
        statements=statements,
        progress=Progress(statements, confirmed, speculative, opinion),
        left_behind=left_behind,
        stale=stale,
        removed=row[15],
        looked=row[16] or 0,
        news=row[17] or 0,
    )


def by_id(connection: sqlite3.Connection, id_: int, editor: str) -> Story | None:
    """The story of that number."""
    if id_.bit_length() > 63:
        return None
    row = connection.execute(
        f"SELECT {COLUMNS} FROM {FROM} WHERE s.id = :id", {"id": id_, "editor": editor}
    ).fetchone()
    return None if row is None else story_of(row)


def by_uri(connection: sqlite3.Connection, uri: str, editor: str) -> Story | None:
    """The story of that identity."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM {FROM} WHERE s.uri = :uri",
        {"uri": storable(uri), "editor": editor},
    ).fetchone()
    return None if row is None else story_of(row)


def find(connection: sqlite3.Connection, ref: str | int, editor: str) -> Story | None:
    """The story of that number, URI or path; or the one that came from that path or address."""
    if isinstance(ref, int):
        return by_id(connection, ref, editor)
    found = None
    if ref.isascii() and ref.isdecimal():
        found = by_id(connection, int(ref[:20]), editor)
    found = found or by_uri(connection, ref, editor)
    try:
        path = Path(os.path.abspath(ref)).as_uri()  # noqa: PTH100  (resolve() follows links)
    except UnicodeEncodeError:  # no file can have that name
        return found
    return found or by_uri(connection, path, editor) or _only_of(connection, (ref, path), editor)


def _only_of(connection: sqlite3.Connection, sources: tuple[str, str], editor: str) -> Story | None:
    """The one story that came from a source, or out of a pack; None where there are several."""
    for uri in map(storable, sources):
        rows = connection.execute(
            "SELECT DISTINCT story FROM source WHERE uri = :uri "
            "OR (uri > :uri || '!/' AND uri < :uri || '!0') LIMIT 2",
            {"uri": uri},
        ).fetchall()
        if len(rows) == 1:
            return by_id(connection, rows[0][0], editor)
    return None


def page(
    connection: sqlite3.Connection,
    editor: str,
    spot: Spot | None,
    limit: int,
    *,
    back: bool = False,
) -> list[Story]:
    """Up to ``limit`` stories, the one that changed last first, from after ``spot``.

    Args:
        connection: within a transaction.
        editor: whose progress counts.
        spot: when a story changed, and its number; None for the first.
        limit: how many at most.
        back: from the end, the last first.
    """
    values: dict[str, Any] = {"editor": editor, "limit": limit}
    op, way = (">", "ASC") if back else ("<", "DESC")
    where = ""
    if spot is not None:
        where = f"AND (s.changed_at, s.id) {op} (:changed_at, :id)"
        values |= {"changed_at": spot[0], "id": spot[1]}
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {FROM} WHERE s.removed IS NULL {where} "
        f"ORDER BY s.changed_at {way}, s.id {way} LIMIT :limit",
        values,
    ).fetchall()
    return [story_of(row) for row in rows]


def page_around(
    connection: sqlite3.Connection,
    editor: str,
    spot: Spot | None,
    limit: int,
    *,
    back: bool = False,
) -> list[Story]:
    """As :func:`page`, of a damaged library: by the index, each row by itself.

    What cannot be read is there as a story that says so.
    """
    op, way = (">", "ASC") if back else ("<", "DESC")
    where = f"AND (changed_at, id) {op} (?, ?)" if spot is not None else ""
    keys = connection.execute(
        f"SELECT changed_at, id FROM story INDEXED BY story_changed WHERE removed IS NULL {where} "
        f"ORDER BY changed_at {way}, id {way} LIMIT ?",
        (*(spot or ()), limit),
    ).fetchall()
    return [_by_itself(connection, id_, changed_at, editor) for changed_at, id_ in keys]


def _by_itself(connection: sqlite3.Connection, id_: int, changed_at: str, editor: str) -> Story:
    try:
        story = by_id(connection, id_, editor)
    except (sqlite3.Error, *UNSOUND):
        story = None
    if story is not None:
        return story
    title = f"(story {id_} is damaged and cannot be read)"
    return Story(id_, "", title, "", None, changed_at, changed_at, 1, 0, 0, damaged=True)


def shown(connection: sqlite3.Connection) -> int:
    """How many stories lists show, as it is kept."""
    return int(connection.execute("SELECT n FROM counted WHERE name = 'stories'").fetchone()[0])


def article_at(connection: sqlite3.Connection, story: Story) -> int:
    """The row of the article that was the story's newest when it was listed."""
    row = connection.execute(
        "SELECT article FROM revision WHERE story = ? AND n = ?", (story.id, story.revisions)
    ).fetchone()
    return int(row[0]) if row else 0


def page_by_id(connection: sqlite3.Connection, editor: str, after: int, limit: int) -> list[Story]:
    """Stories by their number, from after ``after``: the order for going through all of them."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {FROM} WHERE s.id > :after ORDER BY s.id LIMIT :limit",
        {"editor": editor, "after": after, "limit": limit},
    ).fetchall()
    return [story_of(row) for row in rows]


def revisions(connection: sqlite3.Connection, story: int) -> tuple[Revision, ...]:
    """The story's revisions, oldest first; at least one.

    Raises:
        sqlite3.DatabaseError: one is missing.
    """
    rows = connection.execute(
        "SELECT r.n, a.hash, r.read_at, r.source FROM revision r "
        "JOIN article a ON a.id = r.article WHERE r.story = ? ORDER BY r.n",
        (story,),
    ).fetchall()
    if not rows or any(row[0] != n for n, row in enumerate(rows, 1)):
        raise broken(f"story {story}: a revision is missing")
    return tuple(Revision(*row) for row in rows)


def newest_stated(connection: sqlite3.Connection, story: int) -> tuple[str, str | None, int]:
    """The format of the story's newest article, when that says it was published, its length.

    Raises:
        sqlite3.DatabaseError: it is missing.
    """
    row = connection.execute(
        "SELECT a.format, a.published, length(a.text) FROM story s "
        "JOIN article a ON a.id = s.newest WHERE s.id = ?",
        (story,),
    ).fetchone()
    if row is None:
        raise broken(f"story {story}: its newest article is missing")
    return str(row[0]), row[1], int(row[2])


def newest(connection: sqlite3.Connection, story: int) -> str:
    """Hash of the story's newest article.

    Raises:
        sqlite3.DatabaseError: it is missing.
    """
    row = connection.execute(
        "SELECT a.hash FROM story s JOIN article a ON a.id = s.newest WHERE s.id = ?", (story,)
    ).fetchone()
    if row is None:
        raise broken(f"story {story}: its newest article is missing")
    return str(row[0])


def revision_of(connection: sqlite3.Connection, story: int, hash_: str) -> int:
    """The newest of the story's revisions that has this text; 0 when none has."""
    row = connection.execute(
        "SELECT max(n) FROM revision WHERE story = ? "
        "AND article = (SELECT id FROM article WHERE hash = ?)",
        (story, hash_),
    ).fetchone()
    return int(row[0] or 0)


def add(
    connection: sqlite3.Connection, told: Told, article: int, size: tuple[int, int], now: str
) -> int:
    """A new story whose first revision is the stored ``article``, still to be searched for.

    Args:
        connection: with a write transaction open.
        told: of that article.
        article: its row.
        size: how many updates and statements it has.
        now: the time.

    Returns:
        The story's number.
    """
    cursor = connection.execute(
        "INSERT INTO story (uri, title, source, published, added_at, changed_at, revisions, "
        "newest, updates, statements) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
        (told.uri, told.title, told.source, told.published, now, now, article, *size),
    )
    story = cursor.lastrowid
    assert story is not None
    _put_revision(connection, (story, 1, article, now, told.source))
    return story


def _put_revision(connection: sqlite3.Connection, row: tuple[int, int, int, str, str]) -> None:
    """Store a revision, sealed."""
    story, n, article, read_at, source = row
    uri, hash_ = connection.execute(
        "SELECT s.uri, a.hash FROM story s, article a WHERE s.id = ? AND a.id = ?", (story, article)
    ).fetchone()
    seal = sealing.of_revision(uri, n, hash_, read_at, source)
    connection.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)", (*row, seal))


def revise(connection: sqlite3.Connection, story: int, told: Told, article: int, now: str) -> None:
    """Make the stored ``article`` the story's next and newest revision."""
    before, known = connection.execute(
        "SELECT newest, revisions FROM story WHERE id = ?", (story,)
    ).fetchone()
    was_shown = search.is_entered(connection, article)
    connection.execute("UPDATE story SET newest = ? WHERE id = ?", (article, story))
    if not was_shown:
        search.enter(connection, article)
    if not search.is_entered(connection, before):
        search.remove(connection, before)
    _put_revision(connection, (story, known + 1, article, now, told.source))
    connection.execute(
        "UPDATE story SET revisions = revisions + 1, title = ?, source = ?, published = ?, "
        "changed_at = ?, updates = ?, statements = ? WHERE id = ?",
        (told.title, told.source, told.published, now, *size(connection, article), story),
    )


def count(connection: sqlite3.Connection, story: int, shape: Shape) -> None:
    """Say how many statements and updates the story's newest article has, as it is shaped now."""
    for column, parts in (
        ("statements", shape.cutting and shape.cutting.spans),
        ("updates", shape.sections and shape.sections.updates),
    ):
        if parts is not None:
            connection.execute(f"UPDATE story SET {column} = ? WHERE id = ?", (len(parts), story))
    connection.execute(
        "UPDATE progress SET open = (SELECT statements FROM story WHERE id = story) "
        "- confirmed - speculative - opinion WHERE story = ?",
        (story,),
    )
    shelve(connection, story)


def seen(connection: sqlite3.Connection, key: SourceKey) -> list[Seen]:
    """What the source gave when it was read last, a row for each story in it."""
    rows = connection.execute(
        "SELECT o.story, o.digest, a.hash FROM source o JOIN article a "
        "ON a.id = o.article WHERE o.uri = ? AND o.named = ? AND o.format = ? ORDER BY o.story",
        (storable(key.uri), storable(key.named), storable(key.format)),
    ).fetchall()
    return [Seen(*row) for row in rows]


def see(connection: sqlite3.Connection, key: SourceKey, seen_: Seen) -> None:
    """Remember what the source gave."""
    connection.execute(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, (SELECT id FROM article WHERE hash = ?)) "
        "ON CONFLICT DO UPDATE SET digest = excluded.digest, article = excluded.article",
        (
            storable(key.uri), storable(key.named), storable(key.format), seen_.story,
            seen_.digest, seen_.article,
        ),
    )  # fmt: skip


def complete(connection: sqlite3.Connection, key: SourceKey, digest: str) -> None:
    """Remember that all of what the source gave is stored; see :data:`UNFINISHED`."""
    connection.execute(
        "UPDATE source SET digest = ? WHERE uri = ? AND named = ? AND format = ? AND digest = ?",
        (digest, storable(key.uri), storable(key.named), storable(key.format), UNFINISHED),
    )
