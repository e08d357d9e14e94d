"""The head of a plain text: title, date, byline, found by judging, never by assuming.

The first line of a text is a headline less often than one thinks. Of 21 pages with the corpus
header `` date YYYY-MM-DD `` the rest of that line was a headline in 3, body text or a dateline in
10, page chrome in 6, an update marker in 1. So each line is judged (``head_lines.py``).

What must stay true: the header's own characters lie outside every block; the title's block is
``title_span``; an impossible date is no date and said so; nothing is taken for a title that
marks an update.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from newsreader.model.article import Block, BlockKind, Span
from newsreader.model.spans import lines, tight
from newsreader.reading.head_lines import (
    byline,
    is_chrome,
    is_headline,
    is_marker,
    is_note,
    is_slug,
    stamp,
)
from newsreader.reading.text import blocks

_HEADER = re.compile(r"[ \t\ufeff]*date[ \t]+(\d{4}-\d{2}(?:-\d{2})?)(?!\S)[ \t]*")
_LATER = re.compile(r"(?:^|\n)[ \t]*\n[ \t]*date[ \t]{1,9}\d{4}-\d{2}-\d{2}(?!\S)[ \t]*")
_SEVERAL = "two articles in one file: another date header stands inside"
_HEAD_BLOCKS = 8  # a byline or a date of publication stands among the first blocks, or nowhere


@dataclass
class Head:
    """What the head of a text states, filled in while it is read."""

    title_span: Span | None = None
    byline: str | None = None
    published: str | None = None
    blocks: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def parse_text(text: str) -> Head:
    """Head and blocks of a plain text.

    Args:
        text: the canonical text.

    Returns:
        Everything that was found; ``blocks`` are those of the whole text.
    """
    head = Head()
    start = len(text) - len(text.lstrip("\n"))
    header = _HEADER.match(text, _line_start(text))
    if header:
        head.published = _date(header[1], head)
        start = header.end()
    head.blocks = _by_line(text, _sections(text, start, head))
    if header:
        head.blocks = _apart(text, head.blocks, header.start())
    first = _first_line(text, head, has_header=header is not None)
    mark_head(text, head, first)
    return head


def _line_start(text: str) -> int:
    """The beginning of the first line that has words."""
    first = len(text) - len(text.lstrip())
    return text.rfind("\n", 0, first) + 1


def _date(written: str, head: Head) -> str | None:
    if len(written) < len("2022-01-05"):
        return None  # only the month is stated: no day
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        head.warnings.append(f"the header's date {written} does not exist")
        return None


def _sections(text: str, start: int, head: Head) -> list[Block]:
    """The blocks from ``start``; the headers of further articles in the text stay outside."""
    found: list[Block] = []
    for later in _LATER.finditer(text, start) if "date" in text else ():
        found += blocks(text, start, later.start())
        start = later.end()
        end = text.find("\n", start)
        span = tight(text, start, len(text) if end < 0 else end)
        if is_headline(text[slice(*span)]):
            found.append(Block(*span, BlockKind.HEADING, 1))
            start = span[1]
        if _SEVERAL not in head.warnings:
            head.warnings.append(_SEVERAL)
    return found + blocks(text, start)


def _by_line(text: str, found: list[Block]) -> list[Block]:
    """``found`` with a slug, a byline or a date that is a line of one of the first blocks apart."""
    apart: list[Block] = []
    for block in found[:3]:
        few = block.kind is BlockKind.PARAGRAPH and text.count("\n", block.start, block.end) < 5
        own = [tight(text, *line) for line in lines(text, block.start, block.end)] if few else []
        words = [text[slice(*span)] for span in own[1:]]
        slugged = len(own) > 1 and is_slug(text[slice(*own[0])])
        if slugged or any(byline(line) is not None or stamp(line) is not None for line in words):
            apart += [Block(*span, block.kind) for span in own]
        else:
            apart.append(block)
    return apart + found[3:]


def _apart(text: str, found: list[Block], header: int) -> list[Block]:
    """``found`` with a headline set apart from the text that begins on the line after it.

    The header makes its line longer than the others, so only a line that had room for the word
    after it counts.
    """
    if not found or found[0].kind is not BlockKind.PARAGRAPH:
        return found
    own = list(lines(text, found[0].start, found[0].end))
    if len(own) < 2 or not is_headline(text[slice(*own[0])]) or text[own[1][0]].islower():
        return found
    word = text[own[1][0] : own[1][0] + 40].split(maxsplit=1)[0]
    width = max(end - start for start, end in own[1:])
    if own[0][1] - header + 1 + len(word) > width:
        return found
    rest = found[0]._replace(start=tight(text, own[1][0], found[0].end)[0])
    return [found[0]._replace(end=tight(text, *own[0])[1]), rest, *found[1:]]


def _first_line(text: str, head: Head, *, has_header: bool) -> int:
    """Judge the first blocks for a title; returns the index of the block after it."""
    for i, block in enumerate(head.blocks[:3]):
        line = text[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            return _entitle(head, i, block)
        if block.kind is not BlockKind.PARAGRAPH:
            return i
        if is_slug(line) or is_chrome(line):
            head.blocks[i] = block._replace(kind=BlockKind.NOTE)
        elif is_headline(line):
            follows = i + 1 < len(head.blocks) and _parts(text, block, head.blocks[i + 1])
            return _entitle(head, i, block) if has_header or follows else i
        elif byline(line) is None and stamp(line) is None:
            return i
    return 0


def _parts(text: str, block: Block, after: Block) -> bool:
    """Whether a blank line, a byline, a date or a note parts a first line from what follows."""
    line = text[after.start : after.end]
    blank = text.count("\n", block.end, after.start) > 1
    return blank or byline(line) is not None or stamp(line) is not None or is_note(line)


def _entitle(head: Head, i: int, block: Block) -> int:
    head.title_span = (block.start, block.end)
    head.blocks[i] = block._replace(kind=BlockKind.HEADING, level=1)
    return i + 1


def mark_head(text: str, head: Head, first: int = 0) -> None:
    """Find byline and date of publication among the first blocks, up to the first marker.

    Args:
        text: the canonical text.
        head: its blocks are changed in place; ``byline`` and ``published`` are set where found.
        first: index of the block to begin with.
    """
    for i, block in enumerate(head.blocks[: first + _HEAD_BLOCKS]):
        line = text[block.start : block.end]
        if block.kind is BlockKind.BYLINE and head.byline is None:
            head.byline = byline(line)
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if is_marker(line):
            return
        name = byline(line)
        when = stamp(line if name is None else line.rpartition("|")[2])
        if name is not None and head.byline is None:
            head.byline = name
            head.blocks[i] = block._replace(kind=BlockKind.BYLINE)
            head.published = head.published or when
        elif when is not None:
            head.published = head.published or when
            head.blocks[i] = block._replace(kind=BlockKind.NOTE)
