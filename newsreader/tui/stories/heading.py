"""What stands above the stories, and the clicks on the quick filters there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.events import Click
from textual.message import Message

from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Parts
from newsreader.tui.stories.heading_lines import LOW, NARROW, Shelf, heading_lines, quick_filters
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.widgets.drawing import Drawn


class Heading(Drawn):
    """Up to three lines at the top of the list."""

    DEFAULT_CSS = """
    Heading { height: 3; padding: 0 1; background: $panel; }
    Heading.narrow { height: 2; }
    Heading.low { height: 1; }
    """

    class Picked(Message):
        """A quick filter was clicked."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    def __init__(self, feed: StoryFeed, keys: Mapping[str, str]) -> None:
        """Say what ``feed`` shows; ``keys`` of the list's commands by their ids."""
        super().__init__()
        self.feed = feed
        self._keys = keys
        self.marked = 0
        self.adding = ""
        """How far adding is, in words."""
        self.news = ""
        """What came and is not shown yet, in words."""

    def fit_screen(self, width: int, height: int) -> None:
        """Take as many lines as a screen of that size has room for."""
        self.set_class(height < LOW, "low")
        self.set_class(width < NARROW, "narrow")

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The lines."""
        feed = self.feed
        told = self.marked, self.adding, self.news
        return heading_lines(
            Shelf(feed.asked, feed.known, feed.complete, *told), width, height, self._keys
        )

    def on_click(self, event: Click) -> None:
        """Tell which quick filter was clicked."""
        place = event.get_content_offset(self)
        if place is None or place.y != 1:
            return
        at = 0
        for _, text, filter_line in quick_filters(
            self.feed.asked, self.content_size.width, self._keys
        ):
            at += cell_len(text)
            if place.x < at:
                if filter_line is not None:
                    self.post_message(self.Picked(filter_line))
                return
