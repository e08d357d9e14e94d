"""The commands that count everywhere."""

from __future__ import annotations

from newsreader.tui.commands.command import (
    LOOK,
    PROGRAM,
    Command,
)

APP_COMMANDS: tuple[Command, ...] = (
    Command(
        "help", ("?", "f1"), "keys", "Show the keys that count here",
        PROGRAM, "app", footer=1,
    ),
    Command(
        "palette", (":", "ctrl+p"), "commands", "Find a command by its name, a story by its title "
        "or text", PROGRAM, "app", footer=15,
    ),
    Command(
        "next-theme", ("T",), "next theme", "Show the next theme: dark, light, high-contrast",
        LOOK, "app",
    ),
    Command(
        "suspend", ("f12", "ctrl+z"), "to the shell", "Go back to the shell for a while; its fg "
        "comes here again", PROGRAM, "app",
    ),
    Command(
        "quit-now", ("Q", "ctrl+q"), "quit", "Leave the program from anywhere",
        PROGRAM, "app",
    ),
)  # fmt: skip
