"""The editor's own keys: the table of commands with the keys that the settings give.

Must stay true: what is refused here is refused before anything is drawn, with the file, the line
and the names of the commands, and no command is ever left without a key that every terminal sends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsreader.config import Origin
from newsreader.config.loading import meant
from newsreader.errors import UsageError
from newsreader.tui.commands import COMMANDS, Command, check_table, clash

_NAMES = {
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "backspace", "enter", "escape", "tab", "space", *(f"f{n}" for n in range(1, 25)),
}  # fmt: skip
_ALIASES = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "del": "delete",
    "ins": "insert", "↓": "down", "↑": "up", "←": "left", "→": "right", " ": "space",
    "page-down": "pagedown", "page-up": "pageup", "bs": "backspace",
}  # fmt: skip
_MODIFIERS = {"ctrl", "alt", "shift"}


def remapped(keys: Mapping[str, Sequence[str]], origin: Origin) -> tuple[Command, ...]:
    """The table of commands with ``keys`` put in.

    Args:
        keys: the new keys by ``place.id`` of their command, as the settings have them.
        origin: where the settings stand, for the errors.

    Returns:
        The table itself when there is nothing to put in.

    Raises:
        UsageError: a name is no command's, a key is none, a command has no plain key left, or two
            commands have one key in one place.
    """
    if not keys:
        check_table()
        return COMMANDS
    names = {f"{command.place}.{command.id}": command for command in COMMANDS}
    for name in keys:
        if name not in names:
            at = origin.where(f"keys.{name}")
            raise UsageError(f"{at}: keys: no command {name!r}", meant(name, names))
    commands = tuple(
        command._replace(keys=_keys(name, keys[name], origin)) if name in keys else command
        for name, command in names.items()
    )
    found = clash(commands)
    if found is not None:
        key, one, other = found
        written = [each for each in (one, other) if each in keys]
        at = origin.where(f"keys.{written[-1]}")
        raise UsageError(
            f"{at}: keys: {key!r} stands for two commands: {one} and {other}",
            "give one of them another key",
        )
    return commands


def _keys(name: str, written: Sequence[str], origin: Origin) -> tuple[str, ...]:
    """The keys of one command as the table has them, plain ones first."""
    keys: dict[str, None] = {}
    for number, each in enumerate(written):
        key = key_named(each)
        if key is None:
            at = origin.where(f"keys.{name}.{number}")
            raise UsageError(
                f"{at}: keys.{name}: no key {each!r}",
                'write "j", "?", "space", "pagedown", "f5", "ctrl+n"',
            )
        keys[key] = None
    if not any(map(is_plain, keys)):
        raise UsageError(
            f"{origin.where(f'keys.{name}')}: keys.{name}: no plain key is left",
            "many terminals never send ctrl+…: add a letter, a sign or a function key",
        )
    return tuple(sorted(keys, key=lambda key: not is_plain(key)))


def key_named(written: str) -> str | None:
    """The key that someone wrote, as the table has it; None where there is none of that name."""
    if len(written) == 1 and written.isprintable() and written not in _ALIASES:
        return written
    *modifiers, name = written.lower().split("+") if len(written) > 1 else [written]
    name = _ALIASES.get(name, name)
    if not modifiers:
        return name if name in _NAMES else None
    known = name in _NAMES or (len(name) == 1 and name.isprintable())
    if not known or not set(modifiers) <= _MODIFIERS:
        return None
    if modifiers == ["shift"] and len(name) == 1:
        return written[-1].upper()  # what a terminal sends
    return "+".join([*modifiers, name])


def is_plain(key: str) -> bool:
    """Whether every terminal sends the key: it needs no ctrl, alt or shift beside a name."""
    return len(key) == 1 or "+" not in key
