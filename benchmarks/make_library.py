"""Makes a library of any size, of invented text, always the same one: for measuring what grows.

    python -m benchmarks.make_library 1000000 FILE

Articles of some twenty short statements and two kilobytes, each a story of its own, put into the
library by the acts that put there what is read, in greater transactions. One of 1,000 has a second
revision; of one of 40 the editor ``ana`` has tagged something, of one of 400 everything. What was
made passes ``check --deep``; nothing of it is on the disk before the end.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsreader.library.accession.acts import Input, Writing, stored
from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.event import Anchor, Draft, EventKind, Label
from newsreader.model.statement import Analysis, Order, Split, Statement, StatementKind
from newsreader.revising import places
from newsreader.splitting import SPLITTER
from newsreader.store import events, looking, search, stories
from newsreader.store.adding import Provenance
from newsreader.store.file.database import Database
from newsreader.store.file.translating import sound
from newsreader.store.stories import SourceKey
from newsreader.store.tags import projection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.texts.ready import Ready, ready

EDITOR = "ana"
"""Who tagged in it."""

BATCH = 5_000
"""Articles of a transaction."""

RARE = "quartzite"
"""A word of one article in 10,000."""
COMMON = "harbour"
"""A word of nearly all articles."""
PREFIX = "mar"
"""How many words begin, of many articles."""

_SOUNDS = (
    "ka", "lo", "mir", "ten", "sha", "dor", "vel", "rin", "gu", "pos", "eth", "un", "bra", "mar",
    "sil", "tor",
)  # fmt: skip
_WORDS = (
    "council", "harbour", "road", "water", "night", "town", "bridge", "market", "school", "train",
    "storm", "fire", "police", "street", "union", "mayor", "clinic", "ferry", "quay", "station",
    "budget", "vote", "plan", "river", "north", "south", "driver", "crew",
)  # fmt: skip
_PATTERNS = (
    "The {a} of the {b} said that the {c} {d} would be closed on {e}, and {n} people sent home.",
    "Nobody knows why the {a} {d} was moved to the {b} in {e}, when it had room for {n} more.",
    "Reports of a second {a} near the {b} could not be checked on {e}, {d} said to reporters.",
    "According to {d}, {n} people left the {a} before the {b} was shut at the end of {e}.",
    "It is a scandal that the {a} {d} has waited {n} months for a {b} that was promised in {e}.",
    "The {a} opens again at {n} a.m., and the {b} of {d} after that, if the {c} allows it.",
    "Witnesses saw smoke over the {a} of {d} for {n} minutes, and the {b} was evacuated.",
    "In {e} the {b} had {n} complaints about the {a} from {d} alone, as many as from the {c}.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "the spring", "the summer")
_FIRST = datetime(2021, 1, 1, tzinfo=UTC)
_STATEMENTS = 20


def article(n: int, revision: int = 1) -> Article:
    """Invented article number ``n``; a later revision has other words in two statements."""
    draw = random.Random(n)
    lines = [f"{_name(draw).title()} {draw.choice(_WORDS)} and {draw.choice(_WORDS)}, no. {n}"]
    lines += [_sentence(draw) for _ in range(_STATEMENTS - 1)]
    if n % 10_000 == 7:
        lines[5] = f"A block of {RARE} fell from the roof of the {_name(draw)} chapel."
    for each in range(1, revision):
        lines[3 + each] = _sentence(draw)
        lines[8 + each] = lines[8 + each].replace("said", "denied").replace("the", "a", 1)
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(len(text), len(text) + len(line), BlockKind.PARAGRAPH))
        text += line + "\n\n"
    day = (_FIRST + timedelta(minutes=2 * n)).date().isoformat()
    path = f"/desk/wire/{n // 1000:04}/{n:07}.txt"
    return Article(
        path, "text", f"file://{path}", text[:-1], tuple(blocks),
        lines[0], (0, len(lines[0])), None, day, "en",
    )  # fmt: skip


def _sentence(draw: random.Random) -> str:
    a, b, c = draw.choices(_WORDS, k=3)
    pattern = _PATTERNS[draw.randrange(len(_PATTERNS))]
    who, day, n = _name(draw).title(), draw.choice(_DAYS), draw.randrange(2, 90)
    return pattern.format(a=a, b=b, c=c, d=who, e=day, n=n)


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(_SOUNDS, k=draw.randrange(2, 5)))


def analysis(made: Article) -> Analysis:
    """The article with a statement in each of its blocks."""
    kinds = (StatementKind.HEADLINE, *(StatementKind.SENTENCE for _ in made.blocks))
    statements = [
        Statement(n, block.start, block.end, kind, None, n - 1)
        for n, (block, kind) in enumerate(zip(made.blocks, kinds, strict=False), 1)
    ]
    return Analysis(made, Split((), tuple(statements), (), Order.SINGLE), ())


def make(path: Path, count: int, *, tell: bool = False) -> None:
    """Make a library of ``count`` articles at ``path``, where nothing is."""
    database = Database(path, patience=1.0)
    connection = database.connection
    for pragma in ("synchronous=OFF", "journal_mode=OFF", "foreign_keys=OFF", "cache_size=-200000"):
        connection.execute(f"PRAGMA {pragma}").fetchone()
    keeper = Bookkeeper(connection, path, places)
    begun = time.monotonic()
    for first in range(1, count + 1, BATCH):
        with sound(path), database.writing():
            _put(database, keeper, range(first, min(first + BATCH, count + 1)))
        if tell:
            done = min(first + BATCH - 1, count)
            print(f"{done:,} articles, {time.monotonic() - begun:.0f} s", flush=True)
    with sound(path), database.writing():
        for n in range(40, count + 1, 40):
            _tag(connection, keeper, database.device, n)
        for n in range(1000, count + 1, 1000):
            _store(database, keeper, n, 2)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    database.close()


def _put(database: Database, keeper: Bookkeeper, numbers: Sequence[int]) -> None:
    for n in numbers:
        _store(database, keeper, n, 1)


def _store(database: Database, keeper: Bookkeeper, n: int, revision: int) -> None:
    """Add a revision as the program adds what it reads."""
    made = article(n, revision)
    added_at = _FIRST + timedelta(minutes=n, days=1000 * (revision - 1))
    writing = Writing(database, keeper, lambda: added_at, EDITOR, [], [])
    digest = hashlib.sha256(made.text.encode()).hexdigest()
    item = Input(made.source, Provenance(SourceKey(made.uri, "", ""), digest))
    for act, _ in stored(writing, item, [(_ready(made), False)]):
        act(database.connection)
    search.enter_all(database.connection, writing.entering)


def _ready(made: Article) -> Ready:
    return ready(analysis(made), SPLITTER)


def _tag(connection: sqlite3.Connection, keeper: Bookkeeper, device: str, n: int) -> None:
    """Tag what the editor tagged of a story."""
    made = article(n)
    story = stories.by_uri(connection, made.uri, EDITOR)
    assert story is not None
    moment = _FIRST + timedelta(days=900, minutes=n)
    tail = events.tail(connection, device)
    events.append(connection, tail, list(_drafts(made, n)), moment)
    book, _ = keeper.newest(made.uri, story.id)
    projection.rebuild(connection, story.id, book)
    looking.look(connection, story.id, EDITOR, 1)


def _drafts(made: Article, n: int) -> Iterator[Draft]:
    statements = analysis(made).split.statements
    some = statements if n % 400 == 0 else statements[1 : 2 + n % 7]
    for each in some:
        anchor = Anchor.of(made.uri, made.hash, made.text, each.start, each.end)
        label = [*Label][(n // 40 + each.n) % 3]
        note = f"asked {each.n} times" if n % 200 == 0 and each.n == 2 else None
        yield Draft(EventKind.TAG, EDITOR, made.uri, anchor, label, note)


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    wanted = parser.parse_args()
    if wanted.file.exists():
        parser.error(f"{wanted.file} is there already")
    make(wanted.file.absolute(), wanted.count, tell=True)


if __name__ == "__main__":
    main()
