"""The list of stories, drawn line by line from a feed; no widget for a row, no row kept.

The marker, the letters and the shapes of the bar carry all that the colours do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import PurePath

from rich.cells import cell_len

from newsreader.model.story import Story
from newsreader.tui import clock
from newsreader.tui.drawing import Parts, cells, cut
from newsreader.tui.marks import Part, bar
from newsreader.tui.picking import MARKER, Rows
from newsreader.tui.safe import line
from newsreader.tui.stories.story_feed import StoryFeed

_SOURCE, _WHEN, _UPDATES, _STATEMENTS = 16, 12, 7, 5  # cells of the columns
_FAR = 10_000  # rows that one jump to the end may read


class StoryList(Rows):
    """The stories, the current one marked."""

    DEFAULT_CSS = """
    StoryList { height: 1fr; padding: 0 1; }
    """

    def __init__(self, feed: StoryFeed, now: datetime, unsaved: Mapping[int, int]) -> None:
        """Show the stories of ``feed``.

        Args:
            feed: which ones.
            now: the present, aware.
            unsaved: how many acts are not saved, by the number of their story.
        """
        super().__init__()
        self.feed = feed
        self.now = now
        self.unsaved = unsaved

    @property
    def story(self) -> Story | None:
        """The current story."""
        return self.feed[self.cursor]

    def show(self, feed: StoryFeed, cursor: int = 0) -> None:
        """Show other rows."""
        self.feed, self.cursor, self._top = feed, cursor, min(self._top, cursor)
        self.redraw()

    def has(self, index: int) -> bool:
        """Whether there is a story in that place."""
        return self.feed[index] is not None

    def last(self) -> int:
        """The place of the last story that is known."""
        return self.feed.last(0)

    def move_page(self, by: int) -> None:
        """Move by that many screenfuls."""
        self.move(by * max(1, self.size.height - 1))

    def go_last(self) -> None:
        """Go to the last row, as far as one jump reaches."""
        self.go(self.feed.last(_FAR))

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows around the current one, or what to do when there is none."""
        if self.feed[0] is None:
            return _nothing(self.feed.text)
        return [
            row(story, width, self.now, self.unsaved.get(story.id, 0), here=i == self.cursor)
            for i in self.page(height)
            if (story := self.feed[i]) is not None
        ]


def row(story: Story, width: int, now: datetime, unsaved: int = 0, *, here: bool) -> list[Part]:
    """A story as one line: what there is room for, the title always."""
    right: list[Part] = []
    if width >= 110:
        right += [("dim", _fixed(_source(story), _SOURCE)), ("", "  ")]
    if width >= 60:
        right += [("dim", _fixed(_when(story, now), _WHEN))]
        if width >= 96:
            updates = f"{story.updates} upd" if story.updates else "–"
            right.append(("", updates.rjust(_UPDATES)))
        right += [("", str(story.statements).rjust(_STATEMENTS)), ("", "  ")]
    if width >= 34:
        right += bar(story.progress, 14 if width >= 110 else 10 if width >= 80 else 6)
    state = _state(story, unsaved, wide=width >= 110) if width >= 20 else []
    reserved = 19 if width >= 110 else 9 if width >= 76 else 0
    said = [("", "  "), *state] if state else []
    right += [*said, ("", " " * max(0, reserved - cells(said)))]
    room = max(1, width - 4 - cells(right))
    title = line(story.title.strip() or story.uri)
    lead = ("strong", f"{MARKER} ") if here else ("", "  ")
    return [lead, ("", _fixed(title, room)), ("", "  "), *right]


def _when(story: Story, now: datetime) -> str:
    """The day of publication, or when it was read where that is not known."""
    if story.published:
        return line(clock.written_day(story.published))
    return clock.clock(story.changed_at, now)


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


def _state(story: Story, unsaved: int, *, wide: bool) -> list[Part]:
    """What asks for the editor: not saved, left behind, else all done; and how often revised."""
    parts: list[Part] = []
    if unsaved:
        return [("loud", f" {unsaved} NOT SAVED " if wide else f"!{unsaved}")]
    if story.left_behind:
        said = f"!{story.left_behind} left behind" if wide else f"!{story.left_behind}"
        parts.append(("mark--alarm", said))
    elif story.statements and not story.progress.open:
        parts.append(("done", "done" if wide else "✓"))
    if story.revisions > 1:
        parts.append(("dim", f"{' ' if parts else ''}r{story.revisions}"))
    return parts


def _nothing(searched: str) -> list[Parts]:
    """What is shown where there are no stories."""
    if searched:
        return [(), [("", f"  No story has “{line(searched)}”.")], (),
                [("dim", "  Esc shows all stories again.")]]  # fmt: skip
    return [
        (),
        [("strong", "  No stories yet.")],
        (),
        [("", "  Leave with q and type")],
        (),
        [("strong", "      newsreader add FILE")],
        (),
        [("", "  FILE is a text, a Markdown file, or a folder of them;")],
        [("", "  newsreader FILE adds it and opens it at once.")],
    ]
