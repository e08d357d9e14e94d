"""What stands above the stories: how many, what was asked for, the quick filters, columns; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsreader.model.filter import Sort
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Parts, cut, spread
from newsreader.tui.plain.safe import line
from newsreader.tui.stories.asking import QUICK, SINCE, Asked, Quick
from newsreader.tui.stories.story_row import heads

ORDERS = {
    Sort.CHANGED: "last changed first",
    Sort.PUBLISHED: "last published first",
    Sort.ADDED: "last added first",
    Sort.TITLE: "by title",
    Sort.OPEN: "most open first",
}
"""What each order is called."""

LOW, NARROW = 12, 60
"""Rows and columns of a screen below which the heading gives up some of its lines."""


class Shelf(NamedTuple):
    """What the heading tells of."""

    asked: Asked
    known: int  # how many stories are known to be shown
    complete: bool  # whether these are all
    marked: int = 0
    adding: str = ""  # how far adding is, in words
    news: str = ""  # what came and is not shown yet, in words


def heading_lines(shelf: Shelf, width: int, height: int, keys: Mapping[str, str]) -> list[Parts]:
    """Up to three lines; ``keys`` of the list's commands by their ids."""
    title = _title(shelf, width)
    if height < 2:
        return [title]
    filters = quick_filters(shelf.asked, width, keys)
    return [title, [(look, text) for look, text, _ in filters], heads(width)]


def height_for(width: int, height: int) -> int:
    """Lines of the heading on a screen of that size."""
    return 1 if height < LOW else 2 if width < NARROW else 3


def _title(shelf: Shelf, width: int) -> Parts:
    many = (
        f"{shelf.known:,}{'' if shelf.complete else '+'} stor{'y' if shelf.known == 1 else 'ies'}"
    )
    said = f"{many} found" if shelf.asked.narrows else many
    said += f" · {shelf.marked} marked" if shelf.marked else ""
    said += f" · {line(shelf.adding)}" if shelf.adding else ""
    said += f" · {shelf.news}" if shelf.news else ""
    asked = cut(what_was_asked(shelf.asked), width // 2)
    name = [("strong", "newsreader   ")] if width >= NARROW else []
    room = width - cell_len(asked) - 1 - 13 * bool(name)
    return spread([*name, ("dim", cut(said, room))], [("", asked)], width)


def what_was_asked(asked: Asked) -> str:
    """The search, the filter and the order, as far as they are not the usual ones."""
    said = [f"/ {line(asked.words)}"] if asked.words.strip() else []
    said += [line(asked.line)] if asked.line else []
    if asked.sort is not Sort.CHANGED and f"sort:{asked.sort}" not in asked.line:
        said.append(ORDERS[asked.sort])
    return " · ".join(said)


def quick_filters(
    asked: Asked, width: int, keys: Mapping[str, str]
) -> list[tuple[str, str, str | None]]:
    """The quick filters with their keys, the one that is on marked, in ``width`` cells.

    Args:
        asked: what is asked for.
        width: cells.
        keys: of the list's commands by their ids, as written for people.

    Returns:
        Look, text, and the filter line that a click means, if any.
    """
    forms = [([each.name for each in QUICK], 3), ([each.short for each in QUICK], 2)]
    keyed = sum(cell_len(keys[each.command]) + 1 for each in QUICK)
    names, gap = next(
        (form for form in forms if keyed + _together(*form) <= width), (forms[-1][0], 1)
    )
    parts: list[tuple[str, str, str | None]] = []
    for each, name in zip(QUICK, names, strict=True):
        key = f"{keys[each.command]} "
        width -= cell_len(key + name) + (gap if parts else 0)
        if width < 0:
            break
        parts += [("", " " * gap, None)] if parts else []
        parts.append(("key", key, each.line))
        parts.append(("strong" if _is_on(each, asked) else "dim", name, each.line))
    return parts


def _together(names: Sequence[str], gap: int) -> int:
    """Cells of the names with gaps between them."""
    return sum(map(cell_len, names)) + gap * (len(names) - 1)


def _is_on(quick: Quick, asked: Asked) -> bool:
    """Whether a quick filter is what is asked for; that of a day with whatever day was typed."""
    if not quick.line:
        return not asked.narrows
    return quick.line == asked.line or (
        quick.line.startswith(SINCE) and asked.line.startswith(SINCE) and " " not in asked.line
    )
