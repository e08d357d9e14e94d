"""The list of stories, drawn line by line from a feed; no widget for a row, no row kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime

from textual.message import Message

from newsreader.errors import NewsreaderError
from newsreader.model.followed import Trouble
from newsreader.model.story import Story
from newsreader.tui.plain.parts import Parts
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_lines import Known, nothing, story_lines, tall
from newsreader.tui.widgets.picking import Rows

_SOON = 0.01  # seconds after which looking goes on, when keys were served


class StoryList(Rows):
    """The stories, the current one marked; those that were found with their text below."""

    class LookedOn(Message):
        """More of what is asked for was looked for."""

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
        self._looking = False  # whether looking goes on by itself
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
        return self.feed.last(self.cursor)

    def move_page(self, by: int) -> None:
        """Move by that many screenfuls."""
        self.move(by * max(1, self.size.height // self.tall - 1))

    def go(self, index: int) -> None:
        """Make the story at ``index``, or the nearest there is, the current one."""
        place = self.feed.settled(index)
        self._top += place - index if place != index else 0
        super().go(place)

    def go_last(self) -> None:
        """Go to the last row."""
        self.go(self.feed.end())

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows around the current one, or what to do when there is none."""
        self.tall = tall(self.feed.asked, height)
        feed, page = self.feed, self.page(height)
        lines: list[Parts] = []
        if feed[0] is not None:
            known = Known(self.now, self.unsaved, self.marked, self.troubles)
            lines = story_lines(feed, page, self.cursor, width, known, lines=self.tall)
        if feed.waits and len(lines) < len(page) * self.tall:
            self._look_on_soon()
        if feed[0] is None:
            return [[], [("dim", "  looking …")]] if feed.waits else nothing(
                feed.asked, self._keys, width
            )  # fmt: skip
        return lines

    def _look_on_soon(self) -> None:
        """Look for more of what is asked for, when keys were served."""
        if not self._looking:
            self._looking = True
            self.set_timer(_SOON, self._look_on)

    def _look_on(self) -> None:
        self._looking = False
        with suppress(NewsreaderError):  # locked for a moment: the next key finds it
            self.feed.look_on()
        self.redraw()
        self.post_message(self.LookedOn())
