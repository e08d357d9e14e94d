"""What adding many files costs, beside SQLite alone storing the same rows.

    python -m benchmarks.adding [--articles 10000] [--rounds 1]

Invented plain articles of 4 KB, each a file. In one run, one after the other: adding by one
process that does everything, by it and another, the same folder once more (nothing new), and raw
``sqlite3`` putting the rows of that library into an empty one, table by table, with full-text
search, in one transaction that is as durable, without a look at foreign keys. That both hold the
same rows, and find the same words, is checked. Each is told in seconds and as a multiple of the
last; of several rounds the best counts. Where the machine has other work, the computing says more
than the clock.

Who says what in articles as short as these is found when they are opened: the last lines tell what
that takes, beside an opening for which it is stored.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.invented import write
from newsreader.library import Library
from newsreader.library.accession.intake import HANDFUL
from newsreader.store.file.opening import create

_COUNTS = (
    "SELECT count(*), sum(length(text)) FROM article",
    "SELECT count(*), sum(start), sum(end) FROM statement",
    "SELECT count(*) FROM attribution",
    "SELECT count(*) FROM story JOIN revision ON revision.story = story.id",
    "SELECT count(*), sum(rowid) FROM search WHERE search MATCH 'quay'",
    "SELECT count(*), sum(rowid) FROM search WHERE search MATCH 'town hope'",
)
_OPENED = 300

TABLES = ("article", '"update"', "note", "statement", "attribution", "story", "revision", "source")
ONE, TWO, AGAIN, RAW = "one process", "two processes", "nothing new", "raw sqlite3"


class Took(NamedTuple):
    """Seconds that something took: on the clock, and of computing in all processes."""

    clock: float
    computing: float


@contextmanager
def timed() -> Iterator[list[Took]]:
    """Time what is done meanwhile."""
    took: list[Took] = []
    begun, before = time.perf_counter(), computed()
    yield took
    took.append(Took(time.perf_counter() - begun, computed() - before))


def computed() -> float:
    """Seconds that this process and those that it ended have computed."""
    return sum(os.times()[:4])


def added(library: Path, folder: Path, processes: int, status: str = "added") -> Took:
    """What it takes to add a folder."""
    with timed() as took, Library(library) as opened:
        results = opened.add_loaded(opened.load_all([str(folder)]), processes=processes)
        assert {each.status for each in results} == {status}
    return took[0]


def raw(library: Path, target: Path) -> Took:
    """What SQLite alone needs to store the rows of a library."""
    with closing(sqlite3.connect(library)) as made:
        rows = {table: made.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        searched = made.execute("SELECT id, title, text FROM article").fetchall()
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        create(connection)
        connection.execute("PRAGMA synchronous=FULL")
        with timed() as took:
            connection.execute("BEGIN")
            for table, found in rows.items():
                if found:
                    marks = ", ".join("?" * len(found[0]))
                    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
            connection.executemany(
                "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", searched
            )
            connection.execute("COMMIT")
        with closing(sqlite3.connect(library)) as made:
            assert all(answers(made, each) == answers(connection, each) for each in _COUNTS)
    return took[0]


def answers(connection: sqlite3.Connection, question: str) -> list[tuple[int]]:
    """What a library answers."""
    return connection.execute(question).fetchall()


def openings(library: Path) -> Iterator[str]:
    """What opening takes, by whether who says what is stored already; a line each."""
    with Library(library) as opened:
        numbers = sorted(story.id for story in opened.stories())
        for what, some in (("stored", numbers[:HANDFUL]), ("left for then", numbers[HANDFUL:])):
            opened.open(some[0])  # loads what it needs
            begun = time.process_time()
            for number in some[:_OPENED]:
                opened.open(number)
            each = (time.process_time() - begun) / len(some[:_OPENED]) * 1000
            yield f"opening, who says what {what:14} {each:6.2f} ms of computing a story"


def measure(folder: Path, files: Path) -> dict[str, Took]:
    """One round: what each took."""
    for old in folder.glob("*.library*"):
        old.unlink()
    one, two = folder / "one.library", folder / "two.library"
    return {
        ONE: added(one, files, 0),
        TWO: added(two, files, 1),
        AGAIN: added(two, files, 1, "unchanged"),
        RAW: raw(two, folder / "raw.library"),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = Path(name) / "files"
        write(files, asked.articles)
        rounds = [measure(Path(name), files) for _ in range(asked.rounds)]
        lines = list(openings(Path(name) / "two.library"))
    best = {what: min(each[what] for each in rounds) for what in rounds[0]}
    for what, took in best.items():
        each = took.clock / asked.articles * 1000
        times, work = took.clock / best[RAW].clock, took.computing / best[RAW].computing
        print(
            f"{what:14} {took.clock:8.2f} s {each:7.3f} ms an article {times:6.2f}×"
            f"   {took.computing:8.2f} s of computing {work:6.2f}×"
        )
    print(f"two processes: {best[ONE].clock / best[TWO].clock:.2f} times as fast as one")
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
