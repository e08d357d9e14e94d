"""The keys that count where one is, made from the table of commands and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.tui.commands import Command, shown
from newsreader.tui.drawing import Parts, cells, cut
from newsreader.tui.marks import Part
from newsreader.tui.overlay import Overlay, Page
from newsreader.tui.wrapping import wrap

_KEYS = 22  # cells of the column of keys
_WIDE = 100  # columns from which the groups stand in two columns


class KeyTable(Page):
    """The commands by group."""

    closing = "?, q, Esc closes"

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def rows(self, width: int) -> list[Parts]:
        """The groups, side by side where there is room."""
        groups = [
            [command for command in self._commands if command.group == name]
            for name in dict.fromkeys(command.group for command in self._commands)
        ]
        if width < _WIDE:
            return [*_stack(groups, width)]
        half = width // 2 - 2
        left: list[list[Command]] = []
        while groups and sum(map(len, left)) < len(self._commands) // 2 - 1:
            left.append(groups.pop(0))
        nothing: list[Part] = []
        pairs = zip_longest(_stack(left, half), _stack(groups, half), fillvalue=nothing)
        return [[*one, ("", " " * (half + 4 - cells(one))), *other] for one, other in pairs]


def _stack(groups: Sequence[Sequence[Command]], width: int) -> list[list[Part]]:
    """The groups one under the other, a heading over each."""
    rows: list[list[Part]] = []
    for group in groups:
        rows += [[]] if rows else []
        rows.append([("title", cut(group[0].group, width))])
        for command in group:
            rows += _rows(command, width)
    return rows


def _rows(command: Command, width: int) -> list[list[Part]]:
    """One command: its keys, and what it does in as many rows as that takes."""
    keys = "  ".join(map(shown, command.keys))
    room = max(8, width - _KEYS)
    words = [each.text for each in wrap(command.help, 0, room)]
    rows: list[list[Part]] = [[("key", f"{keys:<{_KEYS}}"), ("", words[0])]]
    if len(keys) >= _KEYS:
        rows[0][0] = ("key", keys + "  ")
    rows += [[("", " " * _KEYS + more)] for more in words[1:]]
    return rows


class HelpScreen(Overlay):
    """Help over the screen that asked for it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("?,f1", "close", show=False)]

    def __init__(self, commands: Sequence[Command]) -> None:
        """Show ``commands``, those that apply now."""
        super().__init__(KeyTable(commands))
