"""How well sources are found: statements that hold a cue, and whose cue it is.

    python -m benchmarks.sourcing GOLD.jsonl [--errors N]

A line of gold is a document: ``{"text", "attributions": [{"source", "cue", "content"}]}``, each a
list of ``[start, end]`` in code points. A statement is gold when a cue stands in it. A source is
right when the last word of its head (what stands before the first comma, bracket or preposition)
lies in ours.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsreader.model.article import Article, Block, BlockKind, Span
from newsreader.model.statement import Attribution, Statement
from newsreader.sourcing import attribute
from newsreader.splitting import split

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_HEAD = re.compile(r"[,(]|\s(?:of|for|at|in|from|with|who|that|to|on|near|whose|by)\s")


@dataclass(slots=True)
class Count:
    """What was found, and examples of what was not."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    heads: int = 0
    right: int = 0
    seconds_splitting: float = 0.0
    seconds_sourcing: float = 0.0
    errors: list[str] = field(default_factory=list)


def article(text: str) -> Article:
    """The text with a block a line."""
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in _LINE.finditer(text))
    return Article("gold", "text", "gold", text, blocks)


def meets(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span overlaps one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def measure(document: dict[str, Any], count: Count) -> None:
    """Add one document to the count."""
    read = article(document["text"])
    begun = time.process_time()
    parts = split(read)
    between = time.process_time()
    found = attribute(read, parts)
    count.seconds_splitting += between - begun
    count.seconds_sourcing += time.process_time() - between
    for statement, ours in zip(parts.statements, found, strict=True):
        span = statement.start, statement.end
        gold = [each for each in document["attributions"] if meets(span, each["cue"])]
        count.hits += bool(gold and ours)
        count.wrong += bool(ours and not gold)
        count.missed += bool(gold and not ours)
        if bool(gold) != bool(ours):
            count.errors.append(_told(read, statement, ours))
        count.errors += _heads(read, gold, ours, count)


def _heads(
    read: Article, gold: list[dict[str, Any]], ours: tuple[Attribution, ...], count: Count
) -> Iterator[str]:
    for each in gold:
        same = [one for one in ours if one.cue_span and meets(one.cue_span, each["cue"])]
        if not same or not each.get("source"):
            continue
        start, stop = min(each["source"])
        cut = _HEAD.search(read.text, start, stop)
        end = cut.start() if cut else stop
        count.heads += 1
        spans = [one.origin_span for one in same if one.origin_span]
        if any(span[0] < end <= span[1] + 1 for span in spans):
            count.right += 1
        else:
            yield f"SOURCE {[one.origin for one in same]} is {read.text[start:stop]!r}"


def _told(read: Article, statement: Statement, ours: tuple[Attribution, ...]) -> str:
    words = " ".join(read.text[statement.start : statement.end].split())[:120]
    return (
        f"WRONG  {[(one.origin, one.cue) for one in ours]} {words}" if ours else f"MISSED {words}"
    )


def main() -> None:
    """Print the figures of all the gold files together."""
    parser = argparse.ArgumentParser(description="How well sources are found.")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many of them")
    options = parser.parse_args()
    count = Count()
    for path in options.gold:
        for line in path.read_text("utf-8").split("\n"):
            if line.strip():
                measure(json.loads(line), count)
    precision = count.hits / max(1, count.hits + count.wrong)
    recall = count.hits / max(1, count.hits + count.missed)
    f1 = 2 * count.hits / max(1, 2 * count.hits + count.wrong + count.missed)
    print(f"holds a cue: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    print(f"source given the cue: {count.right / max(1, count.heads):.3f} of {count.heads}")
    ratio = count.seconds_sourcing / max(1e-9, count.seconds_splitting)
    print(f"time of sourcing to splitting: {ratio:.2f}")
    step = max(1, len(count.errors) // max(1, options.errors))
    for error in count.errors[::step][: options.errors]:
        print(error)


if __name__ == "__main__":
    main()
