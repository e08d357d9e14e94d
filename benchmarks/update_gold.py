"""Gold of updates: readable files, one a document, and how well the splitter meets them.

A file says title, input and expected, with ``----`` between. Expected is the order, then a line
for each section: kind, wall clock, zone, what is assumed, and the words it begins with, ``-``
where there is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newsreader import read, split
from newsreader.model.article import Article
from newsreader.model.statement import Split, Update


@dataclass(frozen=True, slots=True)
class Section:
    """One expected section; ``clock`` is ``YYYY-MM-DD HH:MM``."""

    start: int
    kind: str
    clock: str
    zone: str
    assumed: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One document with its sections."""

    title: str
    article: Article
    order: str
    sections: tuple[Section, ...]


@dataclass(slots=True)
class Tally:
    """What was met over all documents."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    clocks: int = 0  # right among the hits
    moments: int = 0  # right with day, zone and assumptions
    orders: int = 0
    documents: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the sections found that are in the gold."""
        return self.hits / max(1, self.hits + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the sections of the gold that were found."""
        return self.hits / max(1, self.hits + self.missed)


def read_gold(path: Path, desk: Path) -> Gold:
    """The gold in one file.

    Args:
        path: the file.
        desk: a folder in which its input is written to be read as any file is.

    Raises:
        ValueError: the expected words of a section do not stand in the input.
    """
    title, text, expected = path.read_text(encoding="utf-8").split("\n----\n")
    source = desk / f"{path.stem}{'.md' if text.startswith('---') else '.txt'}"
    source.write_text(text, encoding="utf-8")
    article = read(source)[0]
    order, *rows = expected.strip().split("\n")
    sections: list[Section] = []
    at = article.title_span[1] if article.title_span else 0
    for row in rows:
        kind, clock, zone, assumed, words = row.split(" | ", 4)
        head = re.compile(rf"^(?:#+ )?[ \t]*(?={re.escape(words.strip())})", re.MULTILINE)
        found = head.search(article.text, at)
        at = found.end() if found else article.text.index(words.strip(), at)
        sections.append(Section(at, kind, clock, zone, assumed))
        at += 1
    return Gold(title, article, order.removeprefix("order "), tuple(sections))


def clock_of(update: Update) -> str:
    """The wall clock of an update as the gold writes it."""
    return update.time.strftime("%Y-%m-%d %H:%M") if update.time else "-"


def zone_of(update: Update) -> str:
    """The zone of an update as the gold writes it: its name, or its offset where it has none."""
    if update.zone is not None:
        return update.zone
    return (
        "-" if update.time is None or update.time.tzinfo is None else update.time.isoformat()[-6:]
    )


def rows_of(article: Article, found: Split) -> list[str]:
    """A split as the gold writes it."""
    rows = [f"order {found.order.value}"]
    for update in found.updates:
        words = article.text[update.start : update.end].split("\n", 1)[0][:40]
        assumed = " ".join(update.assumed) or "-"
        row = (update.kind.value, clock_of(update), zone_of(update), assumed, words)
        rows.append(" | ".join(row))
    return rows


def compare(golds: Iterable[Gold]) -> Tally:
    """Split every document and compare it with its gold."""
    tally = Tally()
    for gold in golds:
        found = split(gold.article)
        expected = {section.start: section for section in gold.sections}
        starts = {update.start: update for update in found.updates}
        same = expected.keys() & starts.keys()
        tally.hits += len(same)
        tally.wrong += len(starts) - len(same)
        tally.missed += len(expected) - len(same)
        tally.documents += 1
        tally.orders += gold.order == found.order.value
        right = len(same) == len(starts) == len(expected) and gold.order == found.order.value
        for start in same:
            section, update = expected[start], starts[start]
            clock = section.clock == clock_of(update) and section.zone == zone_of(update)
            whole = section.assumed == (" ".join(update.assumed) or "-")
            tally.clocks += clock
            tally.moments += clock and whole
            right = right and clock and whole and section.kind == update.kind.value
        if not right:
            tally.errors.append("\n  ".join([gold.title, *rows_of(gold.article, found)]))
    return tally
