"""Six lines for who opens the program for the first time, above the line of keys.

They stand in nobody's way: the text is still there, and the key that takes them away also does
what it does. They are made from the table, so they show the keys in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from newsreader.tui.commanding import CommandScreen
from newsreader.tui.commands import Command, Place, shown
from newsreader.tui.plain.parts import Parts, cut
from newsreader.tui.widgets.drawing import Drawn

LOWEST, NARROWEST = 18, 40
"""Rows and columns of the smallest screen that has room for the lines."""

_FIRST: dict[Place, tuple[tuple[str, ...], str]] = {
    "list": (("list.next-story", "list.previous-story", "list.open"), "choose a story and read it"),
    "reader": (
        ("reader.next-statement", "reader.previous-statement", "reader.next-update"),
        "next statement, the one before, the next update",
    ),
}
_LINES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("reader.confirmed", "reader.speculative", "reader.opinion"),
     "confirmed, speculative, opinion: saved at once"),
    (("reader.clear", "reader.undo"), "take your tag off; undo, however long ago"),
    (("reader.note", "reader.evidence"), "leave a note; the evidence"),
    (("reader.search", "reader.next"), "search; the next match, or open statement"),
    (("app.help", "app.palette"), "all keys; all commands and stories by name"),
)  # fmt: skip


class Welcome(Drawn):
    """The lines, until a key is pressed."""

    DEFAULT_CSS = """
    Welcome { height: 8; dock: bottom; margin: 0 0 1 0; padding: 0 2; background: $surface; }
    """

    def __init__(self, place: Place, commands: Sequence[Command]) -> None:
        """Say what counts in ``place``, by the keys of ``commands``."""
        super().__init__()
        self._keys = {f"{each.place}.{each.id}": shown(each.keys[0]) for each in commands}
        self._place = place

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  as many as there are
        """A heading and six lines."""
        yield [("head", cut("New here? Six lines, once; any key takes them away.", width))]
        for names, says in (_FIRST[self._place], *_LINES):
            yield [("key", f"{keys_of(names, self._keys):<9}"), ("", cut(says, width - 9))]

    def on_click(self, event: Click) -> None:
        """Go, as with any key."""
        event.stop()
        self.remove()


def greet(screen: Screen[object]) -> Widget | None:
    """Put the lines on a screen, where there is room for them."""
    width, height = screen.size
    if not isinstance(screen, CommandScreen) or height < LOWEST or width < NARROWEST:
        return None
    lines = Welcome(screen.place, screen.desk.commands)
    screen.mount(lines)
    return lines


def keys_of(names: Iterable[str], keys: Mapping[str, str]) -> str:
    """The keys of these commands, one beside the other."""
    return " ".join(keys[name] for name in names)
