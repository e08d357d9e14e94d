"""Rows of text with looks, as figures are drawn in: parts, their width, side by side, wrapped.

A part is a look and a text. The looks are names; what they look like is the business of whoever
shows the rows: the screens have a table of them, the command line has its colours, a pipe has none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from newsreader.visible import visible

Part = tuple[str, str]
"""A look ("" for none) and the text drawn in it."""

Row = list[Part]


def cells(text: str) -> int:
    """Cells that ``text`` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def length(row: Sequence[Part]) -> int:
    """Cells that a row takes."""
    return sum(cells(text) for _, text in row)


def fixed(text: str, width: int) -> str:
    """An outside text on one line, safe to show, in exactly ``width`` cells."""
    if width <= 0:
        return ""
    shown = visible(text, one_line=True)
    if cells(shown) > width:
        shown = shown[: width - 1]
        while cells(shown) > width - 1:
            shown = shown[:-1]
        shown += "…"
    return shown + " " * (width - cells(shown))


def facts(said: Iterable[str], width: int, *, look: str = "dim", indent: int = 0) -> list[Row]:
    """Short facts with a dot between them, on as many rows as they need."""
    rows: list[str] = []
    room = max(1, width - indent)
    for fact in said:
        if rows and len(rows[-1]) + len(fact) + 3 <= room:
            rows[-1] += f" · {fact}"
        else:
            rows.append(fact)
    return [[("", " " * indent), (look, row)] for row in rows]


def beside(left: Sequence[Row], right: Sequence[Row], width: int, gap: int) -> list[Row]:
    """Two columns of rows; the left one is ``width`` wide."""
    nothing: Row = []
    return [
        [*one, ("", " " * (width - length(one) + gap)), *other] if other else one
        for one, other in zip_longest(left, right, fillvalue=nothing)
    ]
