"""The line at the bottom: the keys that count now, or what was said last, and what is saved.

One widget of one line, drawn from the table of commands; Textual's own Footer is many widgets and
costs more at every key. What could not be saved stays in it, loud, until it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.commands import Command, shown
from newsreader.tui.safe import line

if TYPE_CHECKING:
    from newsreader.session import Session

Part = tuple[str, str]
"""A component class and the text drawn in it."""


class _Commanded(Protocol):
    """The screen that the line belongs to."""

    @property
    def session(self) -> Session | None: ...

    def applicable(self) -> tuple[Command, ...]: ...


class KeyBar(Widget):
    """The keys that count now on the left, what is saved on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "keybar--key",
        "keybar--text",
        "keybar--message",
        "keybar--loud",
        "keybar--saved",
    }
    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        dock: bottom;
        background: $panel;
        & > .keybar--key { text-style: bold; color: $text-accent; }
        & > .keybar--text { color: $text-muted; }
        & > .keybar--message { color: $text; }
        & > .keybar--loud { text-style: bold reverse; color: $text-error; }
        & > .keybar--saved { color: $text-success; }
    }
    """

    _message = ""
    _loud = False

    def tell(self, message: str = "", *, loud: bool = False) -> None:
        """Show ``message`` instead of the keys, or the keys again; draw anew what is saved."""
        self._message, self._loud = line(message), loud
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The only line."""
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self.rich_style)
        screen = cast("_Commanded", self.screen)
        right = saved(screen.session)
        room = width - 2 - sum(cell_len(text) + 2 for _, text in right)
        left = self._left(screen, room)
        used = sum(cell_len(text) for _, text in left)
        gap = max(1, width - 2 - used - sum(cell_len(text) for _, text in right))
        parts = [("", " "), *left, ("", " " * gap), *right, ("", " ")]
        return self._strip(parts).adjust_cell_length(width, self.rich_style)

    def _left(self, screen: _Commanded, room: int) -> list[Part]:
        if self._message:
            return [("keybar--loud" if self._loud else "keybar--message", self._message)]
        return keys_that_fit(screen.applicable(), room)

    def _strip(self, parts: Sequence[Part]) -> Strip:
        base = self.rich_style
        return Strip(
            [
                Segment(text, base + self.get_component_rich_style(name) if name else base)
                for name, text in parts
            ]
        )


def saved(session: Session | None) -> list[Part]:
    """What is said of saving: nothing without a story, all saved, or how much is not."""
    if session is None:
        return []
    if session.unsaved:
        return [("keybar--loud", f" {len(session.unsaved)} NOT SAVED ")]
    return [("keybar--saved", "saved ✓")]


def keys_that_fit(commands: Sequence[Command], room: int) -> list[Part]:
    """The commands of the footer in the order of the table; the least important go first."""
    ranked = sorted((command for command in commands if command.footer), key=lambda c: c.footer)
    kept: list[Command] = []
    for command in ranked:
        room -= cell_len(shown(command.keys[0])) + 1 + cell_len(command.title) + 2
        if room < 0:
            break
        kept.append(command)
    parts: list[Part] = []
    for command in (command for command in commands if command in kept):
        space = "  " if parts else ""
        parts.append(("", space))
        parts.append(("keybar--key", shown(command.keys[0])))
        parts.append(("keybar--text", f" {command.title}"))
    return parts
