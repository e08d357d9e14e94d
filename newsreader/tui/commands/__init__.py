"""The one table of commands: id, keys, words, and when each applies.

Key bindings, the footer, the help screen, the palette and the table of keys in the docs are all
made from :data:`COMMANDS`; a screen that tells a key asks for it by its command, so that it is the
one in force. Must stay true: no two commands share a key in one place (:func:`check_table` refuses
to start on such a table), and every command has a letter, a punctuation mark or a function key,
because many terminals never send ``ctrl+…``.

Imports neither Textual nor the session, so that the docs and the tests can read it for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.errors import UsageError
from newsreader.tui.commands.app import APP_COMMANDS
from newsreader.tui.commands.command import Command, Offer, Place
from newsreader.tui.commands.list import LIST_COMMANDS
from newsreader.tui.commands.reader import READER_COMMANDS

if TYPE_CHECKING:
    from newsreader.session import Session

__all__ = [
    "COMMANDS",
    "Command",
    "Offer",
    "Place",
    "applying",
    "at",
    "check_table",
    "clash",
    "keys_of",
    "shown",
]

COMMANDS: tuple[Command, ...] = (*READER_COMMANDS, *LIST_COMMANDS, *APP_COMMANDS)

# What a terminal sends for the left is the same byte as for the right.
_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+left_square_bracket": "escape",
}

_SHOWN = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "escape": "Esc", "enter": "Enter",
    "space": "Space", "tab": "Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "delete": "Del", "insert": "Ins", "backspace": "⌫",
}  # fmt: skip

_FUNCTION = re.compile(r"f\d+")


def shown(key: str) -> str:
    """How a key of the table is written for people."""
    return key.upper() if _FUNCTION.fullmatch(key) else _SHOWN.get(key, key)


def at(place: Place, commands: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands whose keys count in ``place``, in the order of the table, the app's last."""
    here = [command for command in commands if command.place == place]
    if place != "app":
        here += [command for command in commands if command.place == "app"]
    return tuple(here)


def applying(
    commands: Sequence[Command], session: Session | None, *, unsaved: bool
) -> tuple[Command, ...]:
    """The commands that apply now, named for what they do now.

    Args:
        commands: of one place.
        session: the story that is open, if one is.
        unsaved: whether something could not be saved, in whatever story.
    """
    return tuple(each.named(session) for each in commands if each.applies(session, unsaved=unsaved))


def keys_of(commands: Sequence[Command]) -> dict[str, str]:
    """The first key of each command, by its id, as it is written for people."""
    return {each.id: shown(each.keys[0]) for each in commands}


def clash(commands: Sequence[Command]) -> tuple[str, str, str] | None:
    """The first key, or name, that means two things in one place, with both commands' names."""
    for place in dict.fromkeys(command.place for command in commands):
        taken: dict[str, Command] = {}
        for command in at(place, commands):
            for name in (command.id + " (name)", *(_SAME.get(key, key) for key in command.keys)):
                other = taken.setdefault(name, command)
                if other is not command:
                    one = f"{other.place}.{other.id}"
                    return name, one, f"{command.place}.{command.id}"
    return None


def check_table(commands: Sequence[Command] = COMMANDS) -> None:
    """Refuse a table in which one key means two things, or one name two commands.

    Raises:
        UsageError: names the key and both commands.
    """
    found = clash(commands)
    if found is not None:
        key, one, other = found
        raise UsageError(f"the key {key!r} stands for two commands: {one} and {other}")
