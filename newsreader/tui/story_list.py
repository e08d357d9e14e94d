"""The list of stories, drawn line by line from a feed; no widget for a row, no row kept.

The marker, the letters and the shapes of the bar carry all that the colours do.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from newsreader.model.story import Story
from newsreader.tui import clock
from newsreader.tui.drawing import Drawn, Parts, cells, cut
from newsreader.tui.marks import MARK_CLASSES, MARK_CSS, Part, bar
from newsreader.tui.safe import line
from newsreader.tui.story_feed import StoryFeed

MARKER = "▶"
_SOURCE, _WHEN, _UPDATES, _STATEMENTS = 16, 12, 7, 5  # cells of the columns
_FAR = 10_000  # rows that one jump to the end may read


class StoryList(Drawn):
    """The stories, the current one marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *MARK_CLASSES, "list--title", "list--here", "list--dim", "list--done",
    }  # fmt: skip
    DEFAULT_CSS = (
        """
    StoryList {
        height: 1fr; padding: 0 1;
        & > .list--title { color: $foreground; }
        & > .list--here { background: $boost; text-style: bold; }
        & > .list--dim { color: $foreground-muted; }
        & > .list--done { color: $text-success; }
    """
        + MARK_CSS
        + "}"
    )

    class Opened(Message):
        """The current story was clicked."""

    def __init__(self, feed: StoryFeed, now: datetime) -> None:
        super().__init__()
        self.feed = feed
        self.now = now
        self.cursor = 0
        self._top = 0

    @property
    def story(self) -> Story | None:
        """The current story."""
        return self.feed[self.cursor]

    def show(self, feed: StoryFeed, cursor: int = 0) -> None:
        """Show other rows."""
        self.feed, self.cursor, self._top = feed, cursor, min(self._top, cursor)
        self.redraw()

    def go(self, index: int) -> None:
        """Make the row at ``index``, or the nearest there is, the current one."""
        index = max(0, index)
        if index and self.feed[index] is None:
            index = self.feed.last(0)
        self.cursor = index
        self.redraw()

    def move(self, by: int) -> None:
        """Move by that many rows."""
        self.go(self.cursor + by)

    def move_page(self, by: int) -> None:
        """Move by that many screenfuls."""
        self.move(by * max(1, self.size.height - 1))

    def go_last(self) -> None:
        """Go to the last row, as far as one jump reaches."""
        self.go(self.feed.last(_FAR))

    # -- drawing ---------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows around the current one, or what to do when there is none."""
        if self.feed[0] is None:
            return _nothing(self.feed.text)
        self._top = max(self.cursor - height + 1, min(self._top, self.cursor), 0)
        stories = (self.feed[i] for i in range(self._top, self._top + height))
        return [
            row(story, width, self.now, here=self._top + y == self.cursor)
            for y, story in enumerate(stories)
            if story is not None
        ]

    def render_line(self, y: int) -> Strip:
        """One row; the current one with a tint over all of it."""
        strip = super().render_line(y)
        if y != self.cursor - self._top or self.feed.known == 0:
            return strip
        return strip.apply_style(self.part_style("list--here"))

    # -- the mouse -------------------------------------------------------------------------

    def on_click(self, event: Click) -> None:
        """The first click goes to a row, one on the current row opens it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        index = self._top + place.y
        if index == self.cursor and self.story is not None:
            self.post_message(self.Opened())
        elif self.feed[index] is not None:
            self.go(index)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Move down."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Move up."""
        event.stop()
        self.move(-3)


def row(story: Story, width: int, now: datetime, *, here: bool) -> list[Part]:
    """A story as one line: what there is room for, the title always."""
    right: list[Part] = []
    if width >= 110:
        right += [("list--dim", _fixed(_source(story), _SOURCE)), ("", "  ")]
    if width >= 60:
        right += [("list--dim", _fixed(clock.clock(story.changed_at, now), _WHEN))]
        if width >= 96:
            updates = f"{story.updates} upd" if story.updates else "–"
            right.append(("", updates.rjust(_UPDATES)))
        right += [("", str(story.statements).rjust(_STATEMENTS)), ("", "  ")]
    if width >= 34:
        right += bar(story.progress, 14 if width >= 110 else 10 if width >= 80 else 6)
    state = _state(story, wide=width >= 110) if width >= 20 else []
    reserved = 19 if width >= 110 else 9 if width >= 76 else 0
    said = [("", "  "), *state] if state else []
    right += [*said, ("", " " * max(0, reserved - cells(said)))]
    room = max(1, width - 4 - cells(right))
    title = line(story.title.strip() or story.uri)
    lead = ("list--title", f"{MARKER} ") if here else ("", "  ")
    return [lead, ("list--title", _fixed(title, room)), ("", "  "), *right]


def _fixed(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))


def _source(story: Story) -> str:
    """The short name of where the story came from: the file's name, or the host."""
    source = line(story.source)
    scheme, found, rest = source.partition("://")
    if found and scheme.isalpha():
        return rest.partition("/")[0] or source
    return PurePath(source).name or source


def _state(story: Story, *, wide: bool) -> list[Part]:
    """What asks for the editor: tags left behind, else all done; and how often it was revised."""
    parts: list[Part] = []
    if story.left_behind:
        said = f"!{story.left_behind} left behind" if wide else f"!{story.left_behind}"
        parts.append(("mark--alarm", said))
    elif story.statements and not story.progress.open:
        parts.append(("list--done", "done" if wide else "✓"))
    if story.revisions > 1:
        parts.append(("list--dim", f"{' ' if parts else ''}r{story.revisions}"))
    return parts


def _nothing(searched: str) -> list[Parts]:
    """What is shown where there are no stories."""
    if searched:
        return [(), [("", f"  No story has “{line(searched)}”.")], (),
                [("list--dim", "  Esc shows all stories again.")]]  # fmt: skip
    return [
        (),
        [("list--title", "  No stories yet.")],
        (),
        [("", "  Leave with q and type")],
        (),
        [("list--title", "      newsreader add FILE")],
        (),
        [("", "  FILE is a text, a Markdown file, or a folder of them;")],
        [("", "  newsreader FILE adds it and opens it at once.")],
    ]
