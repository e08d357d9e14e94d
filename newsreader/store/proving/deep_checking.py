"""The part of a check that reads every row: hashes, seals, the chain, the events folded anew.

What must stay true: one row that cannot be read, or understood, hides no other one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from newsreader.model.article import text_hash
from newsreader.model.story import Story
from newsreader.store import articles, events, looking, stories
from newsreader.store.file.database import Connection, Database
from newsreader.store.file.translating import UNSOUND, DamagedError
from newsreader.store.file.walking import Unreadable, walk
from newsreader.store.proving import expecting
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts import sealed
from newsreader.store.texts.ready import title_of
from newsreader.store.texts.validating import mismatch

_MOST = 100  # problems of one sort that are looked for
_TEXT = "SELECT hash, text, published, seal FROM article WHERE id = ?"
_SHOWN = "SELECT story, n FROM revision WHERE article = ? ORDER BY story, n LIMIT 1"
_TIMES = (
    "SELECT s.added_at, s.changed_at, (SELECT json_group_array(read_at) FROM "
    "(SELECT read_at FROM revision WHERE story = s.id ORDER BY n)), "
    "(SELECT source FROM revision WHERE story = s.id AND n = s.revisions) "
    "FROM story s WHERE s.id = ?"
)
_DIGEST = re.compile(r"([0-9a-f]{64})?")
EVENTS = 512
"""How many are read in one transaction."""


def checks(database: Database, keeper: Bookkeeper) -> list[Iterator[str]]:
    """What is to be looked at, each as the problems that it finds, a plain line each."""
    return [
        _parts(database),
        _articles(database),
        _stories(database, keeper),
        _seals(database),
        _order(database),
        _sources(database),
    ]


def _parts(database: Database) -> Iterator[str]:
    with database.reading() as connection:
        found = list(islice(expecting.part_problems(connection), _MOST))
        found += [*expecting.count_problems(connection)]
        found += [f"article {id_}: its seal is missing" for id_ in sealed.unsealed(connection)]
    yield from found[:_MOST]


def _articles(database: Database) -> Iterator[str]:
    for id_ in walk(database, "article"):
        if isinstance(id_, Unreadable):
            yield f"article {id_}: cannot be read"
            continue
        try:
            with database.reading() as connection:
                found = list(_article(connection, id_))
                shown = connection.execute(_SHOWN, (id_,)).fetchone() if found else None
        except (DamagedError, *UNSOUND) as error:
            found, shown = [_why(error)], None
        where = f" (story {shown[0]}, revision {shown[1]})" if shown else ""
        yield from (f"article {id_}: {each}{where}" for each in found)


def _why(error: Exception) -> str:
    """What could not be read, without the name of the file."""
    said = error.message if isinstance(error, DamagedError) else f"{error}"
    return f"cannot be read: {said.rpartition('damaged: ')[2]}"


def _article(connection: Connection, id_: int) -> Iterator[str]:
    """What is wrong with one article."""
    hash_, text, published, seal = connection.execute(_TEXT, (id_,)).fetchone()
    if text_hash(text) != hash_:
        yield "the text is not what its hash says"
        return
    if published is not None and not _is_time(published):
        yield "when it was published is no time"
    try:
        analysis = articles.load(connection, hash_, uri="", source="")
    except UNSOUND as error:
        yield str(error)
        return
    found = list(mismatch(analysis))
    if not found and (problem := sealed.article_problem(connection, id_, seal)):
        found.append(problem)
    yield from found


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _stories(database: Database, keeper: Bookkeeper) -> Iterator[str]:
    for id_ in walk(database, "story"):
        if isinstance(id_, Unreadable):
            yield f"story {id_}: cannot be read"
            continue
        try:
            with database.reading() as connection:
                story = stories.by_id(connection, id_, "")
                found = list(_story(connection, story)) if story is not None else []
        except (DamagedError, *UNSOUND) as error:
            found, story = [_why(error)], None
        if story is not None and (problem := _fold(database, keeper, story)):
            found.append(problem)
        yield from (f"story {id_}: {problem}" for problem in found)


def _story(connection: Connection, story: Story) -> Iterator[str]:
    """How a story's row differs from its revisions and its newest article."""
    added, changed, listed, source = connection.execute(_TIMES, (story.id,)).fetchone()
    read = json.loads(listed)
    if not all(_is_time(each) for each in (added, changed, *read)):
        yield "when it was added or changed is no time"
    elif read and (added, changed) != (read[0], read[-1]):
        yield "when it was added or changed is not when its revisions were read"
    if source is not None and story.source != source:
        yield "its source is not that of its newest revision"
    yield from sealed.revision_problems(connection, story.id, story.uri)
    hash_ = stories.newest(connection, story.id)
    try:
        analysis = articles.load(connection, hash_, uri=story.uri, source=story.source)
    except UNSOUND:
        return  # told of the article
    if story.title != title_of(analysis):
        yield "its title is not that of its newest revision"
    if story.published != analysis.article.published:
        yield "when it was published is not what its newest revision says"


def _fold(database: Database, keeper: Bookkeeper, story: Story) -> str | None:
    """How the story's kept tags differ from what its events say."""
    try:
        with database.reading() as connection:
            return _folded(connection, keeper, story)
    except (DamagedError, *UNSOUND) as error:
        return f"its tags cannot be placed: {_why(error)}"


def _folded(connection: Connection, keeper: Bookkeeper, story: Story) -> str | None:
    book, _ = keeper.newest(story.uri, story.id)
    cutting, sections = book.shape
    if cutting is not None and len(cutting.spans) != story.statements:
        return f"{story.statements} statements counted, {len(cutting.spans)} as it is cut"
    if sections is not None and len(sections.updates) != story.updates:
        return f"{story.updates} updates counted, {len(sections.updates)} as corrected"
    revisions = stories.revisions(connection, story.id)
    if looking.counted(connection, story.id) != looking.told(book.events, revisions):
        return "what its revisions brought is not what the events say"
    return projection.differs(connection, story.id, book)


def _seals(database: Database) -> Iterator[str]:
    """What is wrong with the events, by the order of their devices."""
    with database.reading() as connection:
        lost = {*connection.execute("SELECT device, seq FROM lost").fetchall()}
    last: dict[str, str] = {}
    at, limit = ("", 0), EVENTS
    while True:
        try:
            with database.reading() as connection:
                rows = events.page(connection, at, limit)
        except DamagedError as error:
            if limit > 1:
                limit = 1  # up to what cannot be read
                continue
            at = _after_unreadable(database, at)
            yield f"event {at[1]} of device {at[0]}: {_why(error)}"
            last[at[0]] = UNKNOWN
            continue
        if not rows:
            return
        for row in rows:
            if lost and (row[1], row[2] - 1) in lost:
                last[row[1]] = UNKNOWN
            yield from _seal(row, last)
        at, limit = rows[-1][1:3], min(EVENTS, limit * 2)


UNKNOWN = "?"
"""The hash of an event that cannot be read: what follows it is not compared with it."""


def _after_unreadable(database: Database, at: tuple[str, int]) -> tuple[str, int]:
    """The next place in the log, by its index alone.

    Raises:
        LibraryError: not even that can be read.
    """
    with database.reading() as connection:
        row = connection.execute(
            "SELECT device, seq FROM event WHERE (device, seq) > (?, ?) "
            "ORDER BY device, seq LIMIT 1",
            at,
        ).fetchone()
    return str(row[0]), int(row[1])


def _seal(row: tuple[Any, ...], last: dict[str, str]) -> Iterator[str]:
    """What is wrong with one row of the log; ``last`` holds each device's last hash."""
    try:
        event = events.from_row(row)
    except UNSOUND:
        yield f"event {row[0]}: cannot be understood"
        last[row[1]] = row[4]
        return
    if last.get(event.device, "") not in {UNKNOWN, event.prev}:
        yield f"event {event.id}: does not follow the one before it"
    if event.hash != events.seal(event) or event.body.get("story") != row[-1]:
        yield f"event {event.id}: is not what its hash says"
    if not _is_time(event.at):
        yield f"event {event.id}: when it happened is no time"
    last[event.device] = event.hash


def _order(database: Database) -> Iterator[str]:
    """The events that are not in the log in the order in which they happened."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT id FROM (SELECT id, rowid, hlc, lag(hlc) OVER (ORDER BY rowid) AS before "
            "FROM event) WHERE hlc <= before ORDER BY rowid LIMIT ?",
            (_MOST,),
        ).fetchall()
    yield from (f"event {id_}: is not in its place in the log" for (id_,) in rows)


def _sources(database: Database) -> Iterator[str]:
    """The sources whose digest is none; it is for knowing the same bytes again, and for no more."""
    at = ("", "", "", 0)
    while True:
        with database.reading() as connection:
            rows = connection.execute(
                "SELECT uri, named, format, story, digest FROM source "
                "WHERE (uri, named, format, story) > (?, ?, ?, ?) "
                "ORDER BY uri, named, format, story LIMIT ?",
                (*at, EVENTS),
            ).fetchall()
        for row in rows:
            if not _DIGEST.fullmatch(row[4]):
                yield f"source {row[0]}: its digest is none"
        if len(rows) < EVENTS:
            return
        at = rows[-1][:4]
