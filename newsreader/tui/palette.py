"""Find a command or a story by typing some of its name.

Our own and not Textual's, which crashes where it is narrow and reads what it is given as markup.
An overlay: what is typed goes into its line, only the arrows, Enter and Escape act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click
from textual.screen import ModalScreen
from textual.strip import Strip

from newsreader.errors import NewsreaderError
from newsreader.model.story import Story
from newsreader.tui.commanding import KeyTaker
from newsreader.tui.commands import Command, shown
from newsreader.tui.drawing import Drawn, Parts, cut, spread
from newsreader.tui.line_editor import LineEditor
from newsreader.tui.prompt import TypingLine
from newsreader.tui.safe import line
from newsreader.tui.story_feed import Stories

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


class Hits(Drawn):
    """What was found, the one that Enter takes marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--here", "hits--dim", "hits--key"}
    DEFAULT_CSS = """
    Hits {
        height: 1fr; padding: 0 1;
        & > .hits--here { background: $boost; text-style: bold; }
        & > .hits--dim { color: $foreground-muted; }
        & > .hits--key { text-style: bold; color: $text-accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Command | Story] = []
        self.at = 0

    def show(self, found: list[Command | Story]) -> None:
        """Show other hits, the first one marked."""
        self.found, self.at = found, 0
        self.redraw()

    def move(self, by: int) -> None:
        """Mark another one."""
        self.at = max(0, min(self.at + by, len(self.found) - 1))
        self.redraw()

    @property
    def _top(self) -> int:
        return max(0, self.at - self.size.height + 1)

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many as fit around the one that is marked."""
        if not self.found:
            return [[("hits--dim", "  nothing of that name")]]
        page = self.found[self._top : self._top + height]
        return [_hit(hit, width, here=y == self.at - self._top) for y, hit in enumerate(page)]

    def render_line(self, y: int) -> Strip:
        """One hit; the marked one with a tint."""
        strip = super().render_line(y)
        here = self.found and y == self.at - self._top
        return strip.apply_style(self.part_style("hits--here")) if here else strip

    def on_click(self, event: Click) -> None:
        """Mark the one that was clicked."""
        place = event.get_content_offset(self)
        if place is not None:
            self.move(self._top + place.y - self.at)


def _hit(hit: Command | Story, width: int, *, here: bool) -> Parts:
    lead = "▶ " if here else "  "
    if isinstance(hit, Story):
        return [("", lead), ("hits--dim", "story  "), ("", cut(line(hit.title), width - 9))]
    said = [("", lead), ("", cut(hit.title, width - 2))]
    if width >= 50:
        said.append(("hits--dim", "  " + cut(hit.help, width - 14 - len(hit.title))))
    return spread(said, [("hits--key", shown(hit.keys[0]))], width)


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
        self._line = TypingLine(":", hint="a command or a story")
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
            self._change(lambda editor: editor.key(key, character))
        return True

    def take_paste(self, text: str) -> None:
        """Put pasted text in."""
        self._change(lambda editor: editor.paste(text))

    def _change(self, edit: Callable[[LineEditor], object]) -> None:
        before = self._line.editor.text
        edit(self._line.editor)
        self._line.redraw()
        if self._line.editor.text != before:
            self._find()

    def _find(self) -> None:
        """Find what has the words typed."""
        typed = self._line.editor.text
        found: list[Command | Story] = [*commands_for(typed, self._commands)]
        with suppress(NewsreaderError):  # the list will say so; the commands are still there
            found += self._stories(typed, limit=_STORIES)
        self._hits.show(found)

    def _take(self) -> None:
        """Take the one that is marked."""
        if self._hits.found:
            hit = self._hits.found[self._hits.at]
            self.dismiss(hit.id if isinstance(hit, Story) else hit)
