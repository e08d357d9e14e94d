"""Damage a library in every way that can be thought of: does ``check --deep`` find it?

    python -m benchmarks.damage [--flips 3000] [--cuts 200] [--seed 1]

A small library in use (revisions, tags of two editors, cuts, undone acts, a deleted story, what is
followed) is copied, and one thing in the copy is spoiled: a bit of the file flipped, the file cut
off, a column of a row changed, a row deleted or put in twice, events exchanged. What was spoiled is
*found* when the library is not opened or the check tells of it; *harmless* when all rows and all
words of the index are what they were; else it is *MISSED*, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.invented import articles
from newsreader.errors import NewsreaderError
from newsreader.library import Library
from newsreader.model.event import Draft, EventKind, Label
from newsreader.session import act

Content = dict[str, Any]

CONVENIENCES = frozenset({"place", "look", "unseen", "fetched", "followed", "trouble", "source"})
"""Tables whose rows the program itself changes at will; nobody can tell an edit from its own."""


def make(path: Path) -> None:
    """A library in use, with rows in every table."""
    folder = path.parent / "desk"
    folder.mkdir(exist_ok=True)
    texts = [*articles(4)]
    live = folder / "live.txt"
    with Library(path, editor="ana") as library:
        for n, text in enumerate(texts):
            (folder / f"{n}.txt").write_text(text, encoding="utf-8")
            list(library.add(folder / f"{n}.txt"))
        for words in ("Six were hurt.", "Nine were hurt.\n\nTrains stand.", "Nine were hurt."):
            live.write_text(f"The Depot Fire\n\n(UPDATE 2:01 pm):\n\n{words}\n\nMore.\n")
            list(library.add(live))
            for editor in ("ana", "ben"):
                _use(library, 5, editor)
        for story in (1, 2):
            _use(library, story, "ana")
        opened = library.open(1)
        library.keep_place(opened, 3)
        library.keep_unseen(opened, {2: "was"})
        library.follow("https://desk.example/live")
        library.record(library.open(3), [Draft(EventKind.REMOVE, "ana", opened_uri(library, 3))])
        with library._database.writing() as connection:  # noqa: SLF001 -- what fetching would leave
            connection.execute("INSERT INTO fetched VALUES ('https://a', 'https://b', 'x', 'y')")
            connection.execute(
                "INSERT INTO trouble SELECT source, source, 'urn:x', 'gone', since FROM followed"
            )


def opened_uri(library: Library, story: int) -> str:
    """The URI of a story."""
    return library.find(story).uri


def _use(library: Library, story: int, editor: str) -> None:
    """What an editor does: labels, a note, something undone and done again."""
    opened = library.open(story)
    count = len(opened.analysis.split.statements)
    labels = [*Label]
    for n in range(1, min(count, 6) + 1):
        label = labels[n % 3]
        library.record(opened, [act(opened, n, EventKind.TAG, editor, label=label, note=f"n{n}")])
    done = library.record(opened, [act(opened, 1, EventKind.CLEAR, editor)])
    undo = Draft(EventKind.UNDO, editor, opened.story.uri, events=(done[0].id,))
    library.record(opened, [undo])


def content(path: Path) -> Content:
    """All rows of all tables but the index's own, and where each word stands by the index."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' "
            "AND name <> '_sqlite_migrations'"
        ).fetchall()
        found: Content = {}
        for (written,) in names:
            name = written.decode()
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            # Of the log the order counts, not the numbers of its rows.
            found[name] = [row[1:] for row in rows] if name == "event" else sorted(rows, key=repr)
        connection.execute("CREATE VIRTUAL TABLE temp.w USING fts5vocab(main, search, instance)")
        found["search"] = connection.execute("SELECT * FROM temp.w").fetchall()
    return found


def told(path: Path) -> str | None:
    """What the program says of a spoiled library: the first problem; None for nothing."""
    try:
        with Library(path) as library:
            report = library.check(deep=True)
    except NewsreaderError as error:
        return str(error)
    return report.problems[0] if report.problems else None


def judge(path: Path, sound: Content) -> str:
    """``found``, ``harmless``, or ``MISSED`` with the tables that differ."""
    if told(path) is not None:
        return "found"
    now = content(path)
    differ = [name for name in sound if now.get(name) != sound[name]]
    if differ == ["source"]:
        return "harmless: what is known again unread is read again"
    return f"MISSED {', '.join(differ)}" if differ else "harmless"


def flips(data: bytes, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Copies of a file with one bit flipped each, and where."""
    draw = random.Random(seed)
    for _ in range(count):
        at, bit = draw.randrange(len(data)), draw.randrange(8)
        spoiled = bytearray(data)
        spoiled[at] ^= 1 << bit
        yield f"bit {bit} of byte {at}", bytes(spoiled)


def cuts(data: bytes, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """The beginnings of a file, of any length and of whole pages; and files with zeroed pages."""
    draw = random.Random(seed)
    page = int.from_bytes(data[16:18])
    for n in range(count):
        size = draw.randrange(1, len(data))
        if n % 3 == 1:
            size = size // page * page or page
        if n % 3 == 2:
            at = draw.randrange(len(data) // page) * page
            yield f"page at {at} zeroed", data[:at] + bytes(page) + data[at + page :]
        else:
            yield f"cut to {size}", data[:size]


def edits(path: Path) -> Iterator[tuple[str, str]]:
    """SQL that spoils one row each, and the table and column that it spoils."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' "
            "AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for (table,) in names:
            columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            key = ", ".join(f'"{each[1]}"' for each in columns if each[5]) or "rowid"
            for place in ("", " DESC"):
                order = ", ".join(f"{each}{place}" for each in key.split(", "))
                one = f'({key}) = (SELECT {key} FROM "{table}" ORDER BY {order} LIMIT 1)'
                for _, column, kind, *_ in columns:
                    value = {
                        "INTEGER": f'coalesce("{column}", 0) + 1',
                        "BLOB": "randomblob(16)",
                    }.get(kind, f"coalesce(\"{column}\", '') || 'x'")
                    change = f'UPDATE "{table}" SET "{column}" = {value} WHERE {one}'
                    yield f"{table}.{column}", change
                yield f"{table} (a row deleted)", f'DELETE FROM "{table}" WHERE {one}'


SWAPS = {
    "event order": "UPDATE event SET rowid = -rowid WHERE rowid IN (2, 3);; "
    "UPDATE event SET rowid = 5 + rowid WHERE rowid IN (-2, -3)",
    "event seq": "UPDATE event SET seq = -seq WHERE seq IN (2, 3);; "
    "UPDATE event SET seq = 5 + seq WHERE seq < 0",
    "event twice": "INSERT INTO event SELECT NULL, id || 'x', device, seq + 1000, prev, hash, "
    "hlc, editor, kind, at, body, story FROM event WHERE rowid = 2",
    "event in the middle": "DELETE FROM event WHERE rowid = 4",
    "last events": "DELETE FROM event WHERE rowid > (SELECT max(rowid) - 2 FROM event)",
    "index dropped": "DROP INDEX event_story",
    "index added": "CREATE INDEX mine ON event(kind)",
    "table added": "CREATE TABLE mine (a)",
    "trigger added": "CREATE TRIGGER mine AFTER INSERT ON event BEGIN DELETE FROM tag; END",
    "statement moved": "UPDATE statement SET start = start + 1 WHERE article = 1 AND n = 2",
}


def spoil(path: Path, statements: str) -> bool:
    """Run SQL on a library with nothing to hold it back; whether it could be run."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("PRAGMA foreign_keys=OFF")
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        try:
            for statement in statements.split(";; "):
                connection.execute(statement)
        except sqlite3.Error:
            return False
        for _, sql in triggers:
            connection.execute(sql)
    return True


def main() -> int:
    """Spoil, judge and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=3000)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        path, copy = Path(name) / "desk.library", Path(name) / "copy.library"
        make(path)
        data, sound = path.read_bytes(), content(path)
        copy.write_bytes(data)
        assert judge(copy, sound) == "harmless", told(copy)
        for title, spoiled in (
            ("bit flips", flips(data, options.flips, options.seed)),
            ("cut off, zeroed", cuts(data, options.cuts, options.seed)),
        ):
            counts: Counter[str] = Counter()
            for where, bytes_ in spoiled:
                copy.write_bytes(bytes_)
                verdict = judge(copy, sound)
                counts[verdict.split(" ")[0]] += 1
                if verdict.startswith("MISSED"):
                    print(f"  {where}: {verdict}")
            print(f"{title}: {dict(counts)}")
            missed += counts["MISSED"]
        counts = Counter()
        for what, statements in [*edits(path), *SWAPS.items()]:
            copy.write_bytes(data)
            if not spoil(copy, statements):
                counts["refused by SQLite"] += 1
                continue
            verdict = judge(copy, sound).split(" ")[0]
            if verdict == "MISSED" and what.partition(".")[0].partition(" ")[0] in CONVENIENCES:
                verdict = "convenience"
            counts[verdict] += 1
            if verdict == "MISSED":
                print(f"  {what}: {verdict}")
        print(f"edited rows: {dict(counts)}")
        missed += counts["MISSED"]
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
