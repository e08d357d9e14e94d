"""The keys that count where one is, made from the table of commands and nothing else.

An overlay: while it is shown no command counts, only the few keys that it names itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from newsreader.tui.commands import Command, shown
from newsreader.tui.drawing import Drawn, Parts, cells, cut
from newsreader.tui.marks import Part

_KEYS = 22  # cells of the column of keys
_WIDE = 100  # columns from which the groups stand in two columns


class KeyTable(Drawn):
    """The commands by group; scrolled by rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--group", "help--key", "help--dim"}
    DEFAULT_CSS = """
    KeyTable {
        width: 1fr; height: 1fr; padding: 1 2; background: $surface;
        & > .help--group { text-style: bold underline; }
        & > .help--key { text-style: bold; color: $text-accent; }
        & > .help--dim { color: $foreground-muted; }
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._top = 0

    def scroll_rows(self, by: int) -> None:
        """Scroll by that many rows, stopping at the ends."""
        width, height = self.size
        longest = len(self._all(width)) - max(1, height - 2)
        self._top = max(0, min(self._top + by, longest))
        self.redraw()

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The title, as many rows as fit, and how to close."""
        rows = self._all(width)
        room = max(1, height - 2)
        more = len(rows) - self._top - room
        end = "?, q, Esc closes" + (f" · j {more} more" if more > 0 else "")
        page = rows[self._top : self._top + room]
        page += [[]] * (room - len(page))
        return [*page, [], [("help--dim", cut(end, width))]]

    def _all(self, width: int) -> list[list[Part]]:
        groups = [
            [command for command in self._commands if command.group == name]
            for name in dict.fromkeys(command.group for command in self._commands)
        ]
        if width < _WIDE:
            return _stack(groups, width)
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
        rows.append([("help--group", cut(group[0].group, width))])
        for command in group:
            rows += _rows(command, width)
    return rows


def _rows(command: Command, width: int) -> list[list[Part]]:
    """One command: its keys, and what it does in as many rows as that takes."""
    keys = "  ".join(map(shown, command.keys))
    room = max(8, width - _KEYS)
    words = _wrap(command.help, room)
    rows: list[list[Part]] = [[("help--key", f"{keys:<{_KEYS}}"), ("", words[0])]]
    if len(keys) >= _KEYS:
        rows[0][0] = ("help--key", keys + "  ")
    rows += [[("", " " * _KEYS + more)] for more in words[1:]]
    return rows


def _wrap(text: str, width: int) -> list[str]:
    """Our own plain words in rows of ``width``."""
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] += f" {word}" if rows[-1] else word
    return rows


class HelpScreen(ModalScreen[None]):
    """Help over the screen that asked for it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,?,f1,escape,enter", "close", show=False),
        Binding("j,down", "scroll_rows(1)", show=False),
        Binding("k,up", "scroll_rows(-1)", show=False),
        Binding("space,pagedown,ctrl+d", "scroll_page(1)", show=False),
        Binding("b,pageup,ctrl+u", "scroll_page(-1)", show=False),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        """Show ``commands``, those that apply now."""
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """One widget."""
        yield KeyTable(self._commands)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_scroll_rows(self, by: int) -> None:
        """Scroll by rows."""
        self.query_one(KeyTable).scroll_rows(by)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by screenfuls."""
        self.query_one(KeyTable).scroll_rows(by * max(1, self.size.height - 4))
