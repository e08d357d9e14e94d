"""Find a command by typing some of its name, a story by some of its title or text.

Our own and not Textual's, which crashes where it is narrow and reads what it is given as markup.
An overlay: what is typed goes into its line, only the arrows, Enter and Escape act.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from newsreader.errors import NewsreaderError
from newsreader.model.story import Story
from newsreader.tui.commands import Command, Offer, shown
from newsreader.tui.pages.word_search import MOVES, begun
from newsreader.tui.plain.marks import MARKER
from newsreader.tui.plain.parts import Part, Parts, cut, spread
from newsreader.tui.plain.safe import line
from newsreader.tui.stories.story_feed import PLAIN, Stories, StoryFeed
from newsreader.tui.widgets.key_taker import KeyTaker
from newsreader.tui.widgets.picking import Rows
from newsreader.tui.widgets.prompt import TypingLine

Choice = Command | int
"""A command, or the number of a story."""

_NAME = 20  # cells of the column of names
_STORIES = 5  # that stand before the commands found by their help alone


class Found(NamedTuple):
    """The commands that have all the words typed."""

    by_name: list[Offer]  # words of whose titles begin so
    by_help: list[Offer]  # that only say so of themselves


def commands_for(typed: str, offered: Sequence[Offer]) -> Found:
    """The commands that have all the words typed, the nearest first.

    Nearest: those that apply now, of them those whose title begins with what was typed.
    """
    words = typed.casefold().split()
    start = " ".join(words)

    def far(offer: Offer) -> tuple[bool, bool]:
        return bool(offer.why_not), not offer.command.title.casefold().startswith(start)

    found = Found([], [])
    for offer in sorted(offered, key=far):
        title = offer.command.title
        if offer.command.id == "palette":
            continue
        if begun(words, title):
            found.by_name.append(offer)
        elif begun(words, f"{title} {offer.command.help}"):
            found.by_help.append(offer)
    return found


class Hits(Rows):
    """What was found, the one that Enter takes marked.

    Commands of that name, some stories, commands that say so of themselves, then all the stories.
    """

    DEFAULT_CSS = """
    Hits { height: 1fr; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found = Found([], [])
        self._feed: StoryFeed | None = None
        self._first = 0  # stories that stand before the commands found by their help

    def show(self, found: Found, feed: StoryFeed) -> None:
        """Show other hits, the first one marked."""
        self._found, self._feed, self.cursor = found, feed, 0
        stories = range(_STORIES if found.by_help else 0)
        self._first = sum(self._story(i) is not None for i in stories)
        self.redraw()

    def hit(self, index: int) -> Offer | Story | None:
        """What was found in that place; None beyond the end."""
        by_name, by_help = self._found
        if index < len(by_name):
            return by_name[index]
        place = index - len(by_name)
        if self._first <= place < self._first + len(by_help):
            return by_help[place - self._first]
        return self._story(place if place < self._first else place - len(by_help))

    def _story(self, place: int) -> Story | None:
        """The story found in that place among the stories."""
        with suppress(NewsreaderError):  # the list will say so; the commands are still there
            if self._feed is not None:
                return self._feed[place]
        return None

    def has(self, index: int) -> bool:
        """Whether there is a hit in that place."""
        return self.hit(index) is not None

    def last(self) -> int:
        """The place of the last hit that is known."""
        known = self._feed.known if self._feed is not None else 0
        return max(0, sum(map(len, self._found)) + known - 1)

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many as fit around the one that is marked."""
        hits = [(i, hit) for i in self.page(height) if (hit := self.hit(i)) is not None]
        if not hits:
            return [[("dim", "  nothing of that name")]]
        return [_hit(hit, width, here=i == self.cursor) for i, hit in hits]


def _hit(hit: Offer | Story, width: int, *, here: bool) -> Parts:
    """A hit in its columns: name, what it is, key; the middle one only where there is room."""
    lead = f"{MARKER} " if here else "  "
    if isinstance(hit, Story):
        return _columns(lead, ("dim", "story"), ("", line(hit.title.strip() or hit.uri)), "", width)
    command, look = hit.command, "dim" if hit.why_not else ""
    says = ("note", f"not now: {hit.why_not}") if hit.why_not else ("dim", command.help)
    return _columns(lead, (look, command.title), says, shown(command.keys[0]), width)


def _columns(lead: str, name: Part, says: Part, key: str, width: int) -> Parts:
    """The name, what is said of it, and at the right its key."""
    if width < 2 * _NAME + 10:  # no room for both: of a story its title, of a command its name
        kept = name if key else says
        return spread([("", lead), (kept[0], cut(kept[1], width - 4 - len(key)))],
                      [("key", key)], width)  # fmt: skip
    title = cut(name[1], _NAME - 2)
    room = width - len(lead) - _NAME - (len(key) + 2 if key else 0)
    gap = " " * (_NAME - len(title))
    left: list[Part] = [("", lead), (name[0], title), ("", gap), (says[0], cut(says[1], room))]
    return spread(left, [("key", key)], width)


class Palette(ModalScreen[Choice], KeyTaker):
    """A line to type into, and what has that name."""

    DEFAULT_CSS = """
    Palette {
        align: center top;
        & > Vertical {
            width: 100%; max-width: 90; height: 100%; max-height: 20; background: $surface;
        }
    }
    """
    AUTO_FOCUS = ""

    def __init__(self, offered: Sequence[Offer], stories: Stories) -> None:
        """Offer commands and ``stories``."""
        super().__init__()
        self._offered = offered
        self._stories = stories
        self._line = TypingLine(
            ":", hint="a command, or a story by title or text", typing=self._find
        )
        self._hits = Hits()
        self._find()

    def compose(self) -> ComposeResult:
        """The line and the hits."""
        with Vertical():
            yield self._line
            yield self._hits

    def take_key(self, key: str, character: str | None) -> bool:
        """Mark, take, give up; all other keys are typed."""
        if key in MOVES:
            self._hits.move(MOVES[key])
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
        self._hits.show(
            commands_for(typed, self._offered), StoryFeed(self._stories, PLAIN.searching(typed))
        )

    def _take(self) -> None:
        """Take the one that is marked, or say why it does not apply."""
        hit = self._hits.hit(self._hits.cursor)
        if isinstance(hit, Story):
            self.dismiss(hit.id)
        elif hit is not None and hit.why_not:
            self._line.tell(f"not now: {hit.why_not}")
        elif hit is not None:
            self.dismiss(hit.command)
