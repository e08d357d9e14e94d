"""The list of stories, drawn line by line from a feed; no widget for a row, no row kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from newsreader.model.followed import Trouble
from newsreader.model.story import Story
from newsreader.tui.parts import Parts
from newsreader.tui.picking import Rows
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_lines import Known, nothing, story_lines, tall

_FAR = 10_000  # rows that one jump to the end may read


class StoryList(Rows):
    """The stories, the current one marked; those that were found with their text below."""

    DEFAULT_CSS = """
    StoryList { height: 1fr; padding: 0 1; }
    """

    def __init__(
        self, feed: StoryFeed, now: datetime, unsaved: Mapping[int, int], keys: Mapping[str, str]
    ) -> None:
        """Show the stories of ``feed``.

        Args:
            feed: which ones.
            now: the present, aware.
            unsaved: how many acts are not saved, by the number of their story.
            keys: of the list's commands by their ids, as written for people.
        """
        super().__init__()
        self.feed = feed
        self.now = now
        self.unsaved = unsaved
        self._keys = keys
        self.troubles: Mapping[int, Trouble] = {}
        """What is wrong with the source of a story that is followed, by the story's number."""
        self.marked: dict[int, Story] = {}
        """Those that are chosen for what is done with several, in the order of choosing."""

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
        self.move(by * max(1, self.size.height // self.tall - 1))

    def go_last(self) -> None:
        """Go to the last row, as far as one jump reaches."""
        self.go(self.feed.last(_FAR))

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows around the current one, or what to do when there is none."""
        self.tall = tall(self.feed.asked, height)
        if self.feed[0] is None:
            return nothing(self.feed.asked, self._keys, width)
        known = Known(self.now, self.unsaved, self.marked, self.troubles)
        page = self.page(height)
        return story_lines(self.feed, page, self.cursor, width, known, lines=self.tall)
