"""The one table of commands: id, keys, words, and when each applies.

Key bindings, the footer, the help screen, the palette and the table of keys in the docs are all
made from :data:`COMMANDS`; nothing else names a key. Must stay true: no two commands share a key
in one place (:func:`check_table` refuses to start on such a table), and every command has a
letter, a punctuation mark or a function key, because many terminals never send ``ctrl+…``.

Imports neither Textual nor the session, so that the docs and the tests can read it for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.session import Session

Place = Literal["app", "list", "reader"]
"""Where a command's keys count; those of "app" count everywhere."""


def always(_session: Session | None) -> bool:
    """The command applies wherever its place is shown."""
    return True


def has_statement(session: Session | None) -> bool:
    """There is a statement to act on."""
    return session is not None and session.n > 0


def has_updates(session: Session | None) -> bool:
    """The article has update sections."""
    return session is not None and bool(session.updates)


def is_searching(session: Session | None) -> bool:
    """A search is on in the story."""
    return session is not None and bool(session.query)


def has_left_behind(session: Session | None) -> bool:
    """Tags of the editor stand on words that are not in the text shown."""
    return session is not None and bool(session.left_behind())


class Command(NamedTuple):
    """One thing that a key can do; its method is ``action_<id>`` on the screen of its place.

    ``keys`` are written as they look (``"?"``, ``"ctrl+d"``, ``"pagedown"``), the plain one first.
    ``waiting`` commands apply only while something could not be saved, in whatever story.
    ``footer`` is the rank in the line of keys: 1 goes last when it gets narrow, 0 is never shown.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    place: Place
    when: Callable[[Session | None], bool] = always
    footer: int = 0
    waiting: bool = False

    @property
    def action(self) -> str:
        """The name of the action, without ``action_``."""
        return self.id.replace("-", "_")


_MOVE, _TAG, _FIND, _LOOK, _PROGRAM = "Moving", "Tagging", "Searching", "Looking", "Program"

COMMANDS: tuple[Command, ...] = (
    Command(
        "confirmed", ("c", "1"), "confirmed", "Tag the statement as confirmed",
        _TAG, "reader", has_statement, 2,
    ),
    Command(
        "speculative", ("s", "2"), "speculative", "Tag the statement as speculative",
        _TAG, "reader", has_statement, 3,
    ),
    Command(
        "opinion", ("o", "3"), "opinion", "Tag the statement as opinion",
        _TAG, "reader", has_statement, 4,
    ),
    Command(
        "clear", ("x", "0"), "clear", "Take your tag, with note and evidence, off the statement",
        _TAG, "reader", has_statement, 14,
    ),
    Command(
        "repeat", (".",), "repeat", "Put the last label on this statement too",
        _TAG, "reader", has_statement,
    ),
    Command(
        "undo", ("u",), "undo", "Undo your last action in this story, however long ago it was",
        _TAG, "reader", has_statement, 5,
    ),
    Command(
        "redo", ("U", "ctrl+r"), "redo", "Do again what was undone last",
        _TAG, "reader", has_statement,
    ),
    Command(
        "note", ("m",), "note", "Write a note on the statement",
        _TAG, "reader", has_statement, 9,
    ),
    Command(
        "evidence", ("e",), "evidence", "Write down the evidence for the tag: a link, a document",
        _TAG, "reader", has_statement, 10,
    ),
    Command(
        "retry", ("w",), "write again", "Write again what could not be saved",
        _TAG, "reader", footer=1, waiting=True,
    ),
    Command(
        "next-statement", ("j", "down"), "next", "Go to the next statement",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "previous-statement", ("k", "up"), "previous", "Go to the previous statement",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "next", ("n",), "next open", "Go to the next match, or without a search to the next "
        "statement that you have not tagged", _MOVE, "reader", has_statement, 6,
    ),
    Command(
        "previous", ("N",), "previous open", "Go to the previous match, or without a search to "
        "the previous statement that you have not tagged", _MOVE, "reader", has_statement,
    ),
    Command(
        "next-update", ("]",), "update", "Go to the next update",
        _MOVE, "reader", has_updates, 8,
    ),
    Command(
        "previous-update", ("[",), "previous update", "Go to the start of this update, then to "
        "the one before", _MOVE, "reader", has_updates,
    ),
    Command(
        "page-down", ("space", "ctrl+d", "pagedown"), "page down", "Go down by a screenful",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "page-up", ("b", "ctrl+u", "pageup"), "page up", "Go up by a screenful",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "first", ("g", "home"), "first", "Go to the first statement",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "last", ("G", "end"), "last", "Go to the last statement",
        _MOVE, "reader", has_statement,
    ),
    Command(
        "search", ("/",), "search", "Search in the story",
        _FIND, "reader", has_statement, 11,
    ),
    Command(
        "end-search", ("\\", "escape"), "end search", "End the search and take its marks away",
        _FIND, "reader", is_searching, 7,
    ),
    Command(
        "panel", ("p", "tab"), "panel", "Show or hide what is known of the statement: tags, note, "
        "evidence, who says it, history", _LOOK, "reader", has_statement, 12,
    ),
    Command(
        "updates", ("t",), "updates", "Show or hide the list of updates",
        _LOOK, "reader", has_updates,
    ),
    Command(
        "left-behind", ("v",), "left behind", "Show or hide your tags whose words are no longer in "
        "the text", _LOOK, "reader", has_left_behind,
    ),
    Command(
        "reload", ("r",), "take news", "Take in the newest revision, and what other programs did "
        "in this story", _LOOK, "reader",
    ),
    Command(
        "back", ("q", "left"), "back", "Go back to the list of stories",
        _PROGRAM, "reader", footer=13,
    ),
    Command(
        "open", ("l", "enter", "right"), "open", "Read the story",
        _LOOK, "list", footer=2,
    ),
    Command(
        "next-story", ("j", "down"), "next", "Go to the next story",
        _MOVE, "list", footer=4,
    ),
    Command(
        "previous-story", ("k", "up"), "previous", "Go to the previous story",
        _MOVE, "list", footer=5,
    ),
    Command(
        "page-down", ("space", "ctrl+d", "pagedown"), "page down", "Go down by a screenful",
        _MOVE, "list",
    ),
    Command(
        "page-up", ("b", "ctrl+u", "pageup"), "page up", "Go up by a screenful",
        _MOVE, "list",
    ),
    Command("first-story", ("g", "home"), "first", "Go to the first story", _MOVE, "list"),
    Command("last-story", ("G", "end"), "last", "Go to the last story", _MOVE, "list"),
    Command(
        "search-stories", ("/",), "search", "Search the stories' titles and text, as you type",
        _FIND, "list", footer=3,
    ),
    Command(
        "clear-search", ("\\", "escape"), "all stories", "End the search and show all stories",
        _FIND, "list",
    ),
    Command(
        "reload", ("r",), "take news", "Take in what other programs did in this library",
        _LOOK, "list",
    ),
    Command(
        "retry", ("w",), "write again", "Write again what could not be saved",
        _TAG, "list", footer=1, waiting=True,
    ),
    Command("quit", ("q",), "quit", "Leave the program", _PROGRAM, "list", footer=6),
    Command(
        "help", ("?", "f1"), "keys", "Show the keys that count here",
        _PROGRAM, "app", footer=1,
    ),
    Command(
        "palette", (":", "ctrl+p"), "commands", "Find a command or a story by its name",
        _PROGRAM, "app", footer=15,
    ),
    Command(
        "quit-now", ("Q", "ctrl+q"), "quit", "Leave the program from anywhere",
        _PROGRAM, "app",
    ),
)  # fmt: skip

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
    "end": "End", "f1": "F1",
}  # fmt: skip


def shown(key: str) -> str:
    """How a key of the table is written for people."""
    return _SHOWN.get(key, key)


def at(place: Place, commands: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands whose keys count in ``place``, in the order of the table, the app's last."""
    here = [command for command in commands if command.place == place]
    if place != "app":
        here += [command for command in commands if command.place == "app"]
    return tuple(here)


def check_table(commands: Sequence[Command] = COMMANDS) -> None:
    """Refuse a table in which one key means two things, or one name two commands.

    Raises:
        UsageError: names the key and both commands.
    """
    places: tuple[Place, ...] = ("app", "list", "reader")
    for place in places:
        taken: dict[str, Command] = {}
        for command in at(place, commands):
            for name in (command.id + " (name)", *(_SAME.get(key, key) for key in command.keys)):
                other = taken.setdefault(name, command)
                if other is not command:
                    raise UsageError(
                        f"the key {name!r} stands for two commands: "
                        f"{other.place}.{other.id} and {command.place}.{command.id}"
                    )
