"""Lines of the screen as parts, cut and spread by what they take of it; pure, without Textual.

All outside text in a part must have come through :func:`newsreader.tui.plain.safe.line` or the
layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsreader.tui.plain.looks import tinted
from newsreader.tui.plain.measuring import cell_len, set_cell_size
from newsreader.tui.plain.wrapping import wrap
from newsreader.visible import visible

Part = tuple[str, str]
"""A look ("" for none) and the text drawn in it."""

Parts = Sequence[Part]


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def cells(parts: Parts) -> int:
    """Cells that the parts take."""
    return sum(cell_len(text) for _, text in parts)


def cut_parts(parts: Iterable[Part], width: int) -> list[Part]:
    """The parts, the last ones cut to fit into ``width`` cells."""
    kept: list[Part] = []
    room = width
    for style, text in parts:
        shown = cut(text, room)
        kept.append((style, shown))
        room -= cell_len(shown)
        if room <= 0:
            break
    return kept


def spread(left: Parts, right: Parts, width: int) -> list[Part]:
    """``left`` and ``right`` at the two ends of a line."""
    gap = max(1, width - cells(left) - cells(right))
    return [*left, ("", " " * gap), *right]


def wrapped(look: str, text: str, width: int, *, head: str = "") -> Iterator[list[Part]]:
    """A text of any length on as many lines as it takes, after ``head``."""
    for row in wrap(visible(text), 0, max(1, width), indent=len(head)):
        yield [("dim", head), (look, row.text)] if head else [(look, row.text)]
        head = " " * len(head) if not head.strip() else ""


def tinted_row(parts: Parts, width: int) -> list[Part]:
    """The current row of a list in ``width`` cells: a tint under all of it."""
    room = width - cells(parts)
    return [(tinted(look), text) for look, text in [*parts, ("", " " * room)]]


def fitted(parts: Iterable[Part], width: int) -> list[Part]:
    """The parts cut, without a sign of it, or filled with blanks to ``width`` cells."""
    kept: list[Part] = []
    for look, text in parts:
        took = cell_len(text)
        if took > width:
            text = set_cell_size(text, width)  # noqa: PLW2901
            took = width
        kept.append((look, text))
        width -= took
        if not width:
            return kept
    return [*kept, ("", " " * width)]
