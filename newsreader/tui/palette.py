"""Find a command or a story by typing some of its name.

Our own and not Textual's, which crashes where it is narrow and reads what it is given as markup.
An overlay: what is typed goes into its line, only the arrows, Enter and Escape act.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from newsreader.errors import NewsreaderError
from newsreader.model.story import Story
from newsreader.tui.commanding import KeyTaker
from newsreader.tui.commands import Command, shown
from newsreader.tui.drawing import Parts, cut, spread
from newsreader.tui.picking import MARKER, Rows
from newsreader.tui.prompt import TypingLine
from newsreader.tui.safe import line
from newsreader.tui.stories.story_feed import Stories

Choice = Command | int
"""A command, or the number of a story."""

_STORIES = 20  # stories that are offered
_MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "pagedown": 10, "pageup": -10}


def commands_for(typed: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that have all the words typed, those whose title begins with them first."""
    words = typed.casefold().split()
    found = [
        command
        for command in commands
        if command.id != "palette"
        and all(word in f"{command.title} {command.help}".casefold() for word in words)
    ]
    start = " ".join(words)
    return sorted(found, key=lambda command: not command.title.startswith(start))


class Hits(Rows):
    """What was found, the one that Enter takes marked."""

    DEFAULT_CSS = """
    Hits { height: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Command | Story] = []

    def show(self, found: list[Command | Story]) -> None:
        """Show other hits, the first one marked."""
        self.found, self.cursor = found, 0
        self.redraw()

    def has(self, index: int) -> bool:
        """Whether there is a hit in that place."""
        return index < len(self.found)

    def last(self) -> int:
        """The place of the last hit."""
        return max(0, len(self.found) - 1)

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many as fit around the one that is marked."""
        if not self.found:
            return [[("dim", "  nothing of that name")]]
        page = self.page(height)
        hits = self.found[page.start : page.stop]
        return [_hit(hit, width, here=i == self.cursor) for i, hit in enumerate(hits, page.start)]


def _hit(hit: Command | Story, width: int, *, here: bool) -> Parts:
    lead = f"{MARKER} " if here else "  "
    if isinstance(hit, Story):
        return [("", lead), ("dim", "story  "), ("", cut(line(hit.title), width - 9))]
    said = [("", lead), ("", cut(hit.title, width - 2))]
    if width >= 50:
        said.append(("dim", "  " + cut(hit.help, width - 14 - len(hit.title))))
    return spread(said, [("key", shown(hit.keys[0]))], width)


class Palette(ModalScreen[Choice], KeyTaker):
    """A line to type into, and what has that name."""

    DEFAULT_CSS = """
    Palette {
        align: center top;
        & > Vertical {
            width: 100%; max-width: 80; height: 100%; max-height: 20; background: $surface;
        }
    }
    """
    AUTO_FOCUS = ""

    def __init__(self, commands: Sequence[Command], stories: Stories) -> None:
        """Offer ``commands``, those that apply now, and ``stories``."""
        super().__init__()
        self._commands = commands
        self._stories = stories
        self._line = TypingLine(":", hint="a command or a story", typing=self._find)
        self._hits = Hits()
        self._find()

    def compose(self) -> ComposeResult:
        """The line and the hits."""
        with Vertical():
            yield self._line
            yield self._hits

    def take_key(self, key: str, character: str | None) -> bool:
        """Mark, take, give up; all other keys are typed."""
        if key in _MOVES:
            self._hits.move(_MOVES[key])
        elif key in {"enter", "ctrl+j"}:
            self._take()
        elif key in {"escape", "ctrl+c", "ctrl+p"}:
            self.dismiss(None)
        else:
            self._line.change(lambda editor: editor.key(key, character))
        return True

    def take_paste(self, text: str) -> None:
        """Put pasted text in."""
        self._line.take_paste(text)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """Mark the hit that was clicked."""
        self._hits.go(event.index)

    def _find(self, typed: str = "") -> None:
        """Find what has the words typed."""
        found: list[Command | Story] = [*commands_for(typed, self._commands)]
        with suppress(NewsreaderError):  # the list will say so; the commands are still there
            found += self._stories(typed, limit=_STORIES)
        self._hits.show(found)

    def _take(self) -> None:
        """Take the one that is marked."""
        if self._hits.found:
            hit = self._hits.found[self._hits.cursor]
            self.dismiss(hit.id if isinstance(hit, Story) else hit)
