"""Areas of lines put together to a screen, and the screen as what a terminal is sent; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsreader.tui.first_frame.ink import Ink
from newsreader.tui.plain.key_line import Said, key_line
from newsreader.tui.plain.parts import Part, Parts, fitted
from newsreader.tui.plain.safe import harmless


class Area(NamedTuple):
    """A part of the screen's rows; areas beside each other come from left to right."""

    y: int
    width: int
    height: int
    lines: Sequence[Parts]  # as the widget there has them; what is missing is blank
    ground: str = "background"
    left: int = 0  # blank cells at the sides, within the width
    right: int = 0


def key_area(width: int, height: int, said: Said) -> Area:
    """The line of keys, at the bottom of a screen of that size."""
    return Area(height - 1, width, 1, [key_line(said, width - 2)], "panel", 1, 1)


class Canvas:
    """A screen that is being put together."""

    def __init__(self, height: int) -> None:
        """Nothing stands on its ``height`` rows."""
        self._rows: list[list[tuple[str, Part]]] = [[] for _ in range(height)]

    def put(self, area: Area) -> None:
        """Put an area to the right of what stands on its rows."""
        room = area.width - area.left - area.right
        for y in range(area.height):
            parts = area.lines[y] if y < len(area.lines) else ()
            line = [("", " " * area.left), *fitted(parts, room), ("", " " * area.right)]
            self._rows[area.y + y] += [(area.ground, part) for part in line]

    def written(self, ink: Ink) -> str:
        """What a terminal is sent for it; a code is written only where it changes."""
        said: list[str] = []
        now = ""
        for y, row in enumerate(self._rows, 1):
            said.append(f"\x1b[{y};1H")
            for ground, (look, text) in row:
                if not text:
                    continue
                code = ink.code(ground, look)
                if code != now:
                    said.append(code)
                    now = code
                said.append(harmless(text))
        return "".join([*said, "\x1b[0m"])
