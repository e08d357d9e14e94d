"""The commands of the list of stories."""

from __future__ import annotations

from newsreader.tui.commands.command import (
    FIND,
    LOOK,
    MOVE,
    PROGRAM,
    TAG,
    Command,
)

LIST_COMMANDS: tuple[Command, ...] = (
    Command(
        "open", ("l", "enter", "right"), "open", "Read the story",
        LOOK, "list", footer=2,
    ),
    Command(
        "next-story", ("j", "down"), "next", "Go to the next story",
        MOVE, "list", footer=4,
    ),
    Command(
        "previous-story", ("k", "up"), "previous", "Go to the previous story",
        MOVE, "list", footer=5,
    ),
    Command(
        "page-down", ("space", "ctrl+d", "pagedown"), "page down", "Go down by a screenful",
        MOVE, "list",
    ),
    Command(
        "page-up", ("b", "ctrl+u", "pageup"), "page up", "Go up by a screenful",
        MOVE, "list",
    ),
    Command("first-story", ("g", "home"), "first", "Go to the first story", MOVE, "list"),
    Command("last-story", ("G", "end"), "last", "Go to the last story", MOVE, "list"),
    Command(
        "search-stories", ("/",), "search", "Search the stories' titles and text, as you type",
        FIND, "list", footer=3,
    ),
    Command(
        "clear-search", ("\\", "escape"), "all stories", "End the search and show all stories",
        FIND, "list",
    ),
    Command(
        "overview", ("%",), "overview", "Show how all stories stand: labels, what is open, who did "
        "what, how fast the work goes", LOOK, "list",
    ),
    Command(
        "reload", ("r",), "take news", "Take in what other programs did in this library",
        LOOK, "list",
    ),
    Command(
        "retry", ("w",), "write again", "Write again what could not be saved",
        TAG, "list", footer=1, waiting=True,
    ),
    Command("quit", ("q",), "quit", "Leave the program", PROGRAM, "list", footer=6),
)  # fmt: skip
