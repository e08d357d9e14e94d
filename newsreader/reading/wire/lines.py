"""Text that was laid out in lines for teleprinters, as paragraphs again.

A line end that only the width of the paper made is a space, so that a lead that was set anew
changes no statement; rows of tables stay rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent

from newsreader.model.article import BlockKind
from newsreader.reading.clean import canonical
from newsreader.reading.composing import Composition
from newsreader.reading.text import blocks

_LEVELS = {BlockKind.HEADING: 2, BlockKind.LIST_ITEM: 1, BlockKind.QUOTATION: 1}
_ROW = re.compile(r"\S(?: {3,}|\.{4,}|\t)\S")
_FINAL = frozenset(".!?…:;\"”’'»)")
_WIDEST = 90  # code points that a line of a teleprinter may have
_NARROWEST = 40
_HYPHEN = re.compile(r"[^\W\d_]-$")
_EMPTY = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_INDENTED = re.compile(r"\n(?= {3,}\S|\t)")


def put_lines(made: Composition, text: str) -> None:
    """Put a text that is laid out in lines below what is there."""
    for kind, words in laid_out(text):
        put_block(made, kind, words)


def laid_out(text: str) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of a text that is laid out in lines, with the line ends as they are.

    A blank line and an indentation begin a paragraph. Within one a line end is only a line end as
    long as the lines are full; where they are short, what is said in :mod:`reading.text` decides.
    """
    text = _without_margin(canonical(text))
    width = max((len(line) for line in text.split("\n") if len(line) <= _WIDEST), default=0)
    wrapped = width >= _NARROWEST and is_laid_out(text)
    for stretch in _EMPTY.split(_INDENTED.sub("\n\n", text)):
        found = blocks(stretch)
        full = wrapped and all(
            len(line) * 5 >= width * 3 for line in stretch.strip().split("\n")[:-1]
        )
        if full and all(block.kind is BlockKind.PARAGRAPH for block in found):
            yield BlockKind.PARAGRAPH, stretch
        else:
            yield from ((block.kind, stretch[block.start : block.end]) for block in found)


def _without_margin(text: str) -> str:
    """A text without the indentation that markup gave all of its lines, or all but the first.

    Lines that all begin indented and mostly end like sentences are paragraphs, though.
    """
    text = dedent(text)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(line.startswith("   ") for line in lines[1:]):
        return text
    ended = sum(line.rstrip()[-1] in _FINAL for line in lines[:-1])
    return text if 2 * ended >= len(lines) - 1 else "\n".join(map(str.strip, lines))


def put_block(made: Composition, kind: BlockKind, words: str) -> None:
    """Put one block of such a text below what is there."""
    told = words if is_table(words) else unwrapped(words)
    level = _LEVELS.get(kind, 0)
    made.flow.flush()
    made.page.add(told, kind, level)


def is_laid_out(text: str) -> bool:
    """Whether the lines of a text are those of a teleprinter: indented or parted by blank lines."""
    text = text.strip("\n")
    return text.count("\n") > 2 and (_INDENTED.search(text) or _EMPTY.search(text)) is not None


def is_table(words: str) -> bool:
    """Whether most lines of a block are rows of a table."""
    lines = words.split("\n")
    rows = sum(_ROW.search(line.strip()) is not None for line in lines)
    return len(lines) > 1 and 2 * rows >= len(lines)


def rows(text: str) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of a text that is a table: its lines stay what they are."""
    return ((BlockKind.PARAGRAPH, part) for part in _EMPTY.split(canonical(text)) if part.strip())


def unwrapped(words: str) -> str:
    """The words of a paragraph as one line; a word that a hyphen parts stays one word."""
    parts: list[str] = []
    for line in words.split("\n"):
        bare = line.strip()
        joined = not parts or (_HYPHEN.search(parts[-1]) and bare[:1].islower())
        parts.append(bare if joined else f" {bare}")
    return "".join(parts)
