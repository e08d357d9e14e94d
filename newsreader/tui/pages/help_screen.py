"""All keys of where one is, made from the table of commands; searched as one types.

``/`` begins a search; while one types, every letter is text. A command that does not apply now is
shown all the same, with why.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.app import ComposeResult

from newsreader.tui.commands import Offer, Place, shown
from newsreader.tui.pages.word_search import MOVES, begun
from newsreader.tui.plain.parts import Part, Parts, cells, cut
from newsreader.tui.plain.wrapping import wrap
from newsreader.tui.widgets.overlay import Overlay, Page
from newsreader.tui.widgets.prompt import TypingLine

_KEYS = 20  # cells of the column of keys
_WIDE = 100  # columns from which the groups stand in two columns
_TITLES: dict[Place, str] = {"list": "Keys in the list of stories", "reader": "Keys in the reader"}


class KeyTable(Page):
    """The commands by group."""

    says = "/ search"

    def __init__(self, place: Place, offered: Sequence[Offer]) -> None:
        super().__init__()
        self._title = _TITLES.get(place, "Keys")
        self._offered = offered
        self._words: list[str] = []
        self._rows: dict[int, list[Parts]] = {}

    def find(self, typed: str) -> int:
        """Show only commands that have all the words typed, in their names, keys or help.

        Returns:
            How many they are.
        """
        self._words = typed.casefold().split()
        self._rows.clear()
        self._top = 0
        self.redraw()
        return len(self._found())

    def _found(self) -> list[Offer]:
        return [offer for offer in self._offered if _has(offer, self._words)]

    def rows(self, width: int) -> list[Parts]:
        """The groups, side by side where there is room."""
        rows = self._rows.get(width)
        if rows is None:
            rows = self._rows[width] = [
                [("strong", cut(self._title, width))],
                [],
                *self._all(width),
            ]
        return rows

    def _all(self, width: int) -> list[Parts]:
        found = self._found()
        if not found:
            return [[("dim", cut("no command of that name", width))]]
        groups = [
            [offer for offer in found if offer.command.group == name]
            for name in dict.fromkeys(offer.command.group for offer in found)
        ]
        if width < _WIDE:
            return [*_stack(groups, width)]
        half = width // 2 - 2
        left: list[list[Offer]] = []
        while groups and sum(map(len, left)) < len(found) // 2 - 1:
            left.append(groups.pop(0))
        nothing: list[Part] = []
        pairs = zip_longest(_stack(left, half), _stack(groups, half), fillvalue=nothing)
        return [[*one, ("", " " * (half + 4 - cells(one))), *other] for one, other in pairs]


def _has(offer: Offer, words: Sequence[str]) -> bool:
    """Whether a command has all these words; a single sign is looked for among its keys."""
    command = offer.command
    keys = " ".join(map(shown, command.keys))
    if len(words) == 1 and len(words[0]) == 1:
        return words[0] in keys.casefold().split()
    return begun(words, f"{command.title} {command.help} {command.group} {keys}")


def _stack(groups: Sequence[Sequence[Offer]], width: int) -> list[list[Part]]:
    """The groups one under the other, a heading over each."""
    rows: list[list[Part]] = []
    for group in groups:
        rows += [[]] if rows else []
        rows.append([("head", cut(group[0].command.group.upper(), width))])
        for offer in group:
            rows += _rows(offer, width)
    return rows


def _rows(offer: Offer, width: int) -> list[list[Part]]:
    """One command: its keys, and what it does in as many rows as that takes."""
    keys = "  ".join(map(shown, offer.command.keys))
    column = min(_KEYS, max(6, width // 3))
    room = max(8, width - column)
    look = "dim" if offer.why_not else ""
    words = [(look, each.text) for each in wrap(offer.command.help, 0, room)]
    if offer.why_not:
        words += [("note", each.text) for each in wrap(f"not now: {offer.why_not}", 0, room)]
    if cells([("", keys)]) >= column:
        words.insert(0, ("", ""))
    rows: list[list[Part]] = [[("key", keys), ("", " " * (column - len(keys))), words[0]]]
    rows += [[("", " " * column), more] for more in words[1:]]
    return rows


class HelpScreen(Overlay):
    """Help over the screen that asked for it."""

    DEFAULT_CSS = """
    HelpScreen > TypingLine { dock: bottom; }
    """

    def __init__(self, place: Place, offered: Sequence[Offer]) -> None:
        """Show the commands of ``place``."""
        self._table = KeyTable(place, offered)
        super().__init__(self._table)
        self._line = TypingLine("/", typing=self._find)

    def compose(self) -> ComposeResult:
        """The table, and the line to type into while one searches."""
        yield self._table
        self._line.display = False
        yield self._line

    def take_key(self, key: str, character: str | None) -> bool:
        """While one types, take all keys; else begin to, or give up what was found."""
        if self._line.display:
            self._take_typed(key, character)
            return True
        if character == "/":
            self._line.display = True
            self._line.redraw()
        elif key == "escape" and self._line.editor.text:
            self._end()
        else:
            return super().take_key(key, character)
        return True

    def _take_typed(self, key: str, character: str | None) -> None:
        if key in {"escape", "ctrl+c"}:
            self._end()
        elif key in {"enter", "ctrl+j"}:
            self._line.display = False
        elif key in MOVES:
            self._table.scroll_rows(MOVES[key])
        else:
            self._line.change(lambda editor: editor.key(key, character))

    def take_paste(self, text: str) -> None:
        """Put pasted text in, where one types."""
        if self._line.display:
            self._line.take_paste(text)

    def _end(self) -> None:
        """All commands again."""
        self._line.change(lambda editor: editor.replace(0, len(editor.text), ""))
        self._line.display = False

    def _find(self, typed: str) -> None:
        count = self._table.find(typed)
        self._line.tell(f"{count} command{'' if count == 1 else 's'}" if typed else "")
