"""How long a revision takes: 500 statements, 50 revisions, as a live story grows.

    python -m benchmarks.revising [STATEMENTS] [REVISIONS]

Each revision brings an update on top, changes a few statements, moves one and drops ten. First
revising alone; then in a library, where an editor tags the first 300 statements, what every
revision brings and what it changes; last what is worse than any desk: every statement changed at
once, and all statements look alike.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.model.version import BODY, Header, Version
from newsreader.revising.history import History
from newsreader.session import Session

PLACES = "harbor mill station market bridge school depot chapel quarry airport".split()  # noqa: SIM905
SAID = (
    "police said",
    "officials said",
    "according to residents",
    "Reuters reported",
    "witnesses said",
)
WHAT = ("people were hurt near the", "houses burned behind the", "cars are stuck at the",
        "workers left the", "boats were tied up below the")  # fmt: skip


def sentence(chance: random.Random) -> str:
    """A sentence of a live story."""
    count, what = chance.randrange(2, 900), chance.choice(WHAT)
    detail = f"{chance.choice(PLACES)} in block {chance.randrange(400)}"
    return f"At least {count} {what} {detail}, {chance.choice(SAID)}."


def start(chance: random.Random, count: int) -> Version:
    """A first revision of one section."""
    words = tuple(sentence(chance) for _ in range(count))
    return Version(words, (BODY,) * count, ())


def edited(old: Version, chance: random.Random, hour: int) -> Version:
    """The next revision: ten statements on top, a few changed, one moved, ten dropped."""
    words, homes = list(old.words), [home + 1 if home >= 0 else home for home in old.homes]
    for _ in range(5):
        at = chance.randrange(len(words))
        words[at] = words[at].replace("At least ", f"More than {chance.randrange(9)} or ")
    at = chance.randrange(len(words) - 10)
    words[at], words[at + 3] = words[at + 3], words[at]
    del words[-10:], homes[-10:]
    header = Header(
        "update", f"2022-01-{1 + hour // 24:02}T{hour % 24:02}:00:00", f"{hour}:00", None
    )
    fresh = [sentence(chance) for _ in range(10)]
    return Version((*fresh, *words), (*[0] * 10, *homes), (header, *old.headers))


def main() -> None:
    """Print the figures."""
    count, revisions = (int(each) for each in (*sys.argv[1:3], *("500", "50")[len(sys.argv) - 1 :]))
    chance = random.Random(7)
    version = start(chance, count)
    history, spent = History(version), []
    for hour in range(1, revisions):
        version = edited(version, chance, hour)
        began = process_time()
        history.take(version)
        spent.append(process_time() - began)
    told(f"{count} statements, revisions 2 to {revisions}", spent)
    began = process_time()
    for revision in (1, revisions // 2, revisions - 1):
        history.place(revision, 1)
    told("placing all statements of three old revisions", [process_time() - began])
    in_a_library(history.versions)
    every = Version(
        tuple(f"{each} Again" for each in version.words), version.homes, version.headers
    )
    alike = Version.plain(f"At least {n} people were hurt, police said." for n in range(count))
    more = Version.plain(
        f"At least {n} people were hurt, police said." for n in range(count, 2 * count)
    )
    for name, one, other in (
        ("every statement changed", version, every),
        ("all alike", alike, more),
    ):
        began = process_time()
        History.of((one, other))
        told(name, [process_time() - began])


def in_a_library(versions: Sequence[Version]) -> None:
    """Add, open and tag one revision after the other; processor time, reading included."""
    adding, opening, tagging = [], [], []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "story.txt"
        with Library(Path(folder) / "desk.library", editor="eve") as library:
            for revision, version in enumerate(versions, 1):
                file.write_text(as_text(version), encoding="utf-8")
                began = process_time()
                list(library.add(file))
                adding.append(process_time() - began)
                began = process_time()
                opened = library.open(1)
                opening.append(process_time() - began)
                session = Session(opened, "eve", library.record, advance=False)
                began = process_time()
                tag(session, 300 if revision == 1 else 15)
                tagging.append(process_time() - began)
    told(f"in a library with tags, adding revisions 2 to {len(versions)}", adding[1:])
    told("opening them", opening[1:])
    told("tagging what is new and changed", tagging[1:])


def as_text(version: Version) -> str:
    """The version as a file says it, five statements a paragraph."""
    parts = ["Fire at the harbor"]
    for home, members in groupby(range(len(version.words)), key=lambda i: version.homes[i]):
        if home >= 0:
            hour = datetime.fromisoformat(version.headers[home].time or "")
            parts.append(f"Update {hour:%-d %B %H:%M} GMT")
        words = [version.words[i] for i in members]
        parts += [" ".join(words[i : i + 5]) for i in range(0, len(words), 5)]
    return "\n\n".join(parts)


def tag(session: Session, count: int) -> None:
    """Tag the first statements, and say again of changed ones what was said of them."""
    for n in range(1, count + 1):
        session.go(n)
        session.tag(Label.CONFIRMED if n % 3 else Label.SPECULATIVE)
    for n in range(1, len(session.statements) + 1):
        own = session.opened.book.own(n, "eve")
        if own is not None and not own.stands:
            session.go(n)
            session.reaffirm()


def told(name: str, seconds: list[float]) -> None:
    """One line of the report."""
    worst, usual = max(seconds) * 1000, median(seconds) * 1000
    print(f"{name}: median {usual:.1f} ms, worst {worst:.1f} ms")


if __name__ == "__main__":
    main()
