"""How long a revision takes: 500 statements, 50 revisions, as a live story grows.

    python -m benchmarks.revising [STATEMENTS] [REVISIONS]

Each revision brings an update on top, changes a few statements, moves one and drops one; the last
lines are worse than any desk: every statement changed at once, and all statements look alike.
"""

from __future__ import annotations

import random
import sys
from statistics import median
from time import process_time

from newsreader.model.version import BODY, Header, Version
from newsreader.revising.history import History

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


def told(name: str, seconds: list[float]) -> None:
    """One line of the report."""
    worst, usual = max(seconds) * 1000, median(seconds) * 1000
    print(f"{name}: median {usual:.1f} ms, worst {worst:.1f} ms")


if __name__ == "__main__":
    main()
