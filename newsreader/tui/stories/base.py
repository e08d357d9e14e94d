"""What all commands of the list share: the rows, what was asked for, and showing what changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Resize

from newsreader.errors import NewsreaderError
from newsreader.model.filter import Sort
from newsreader.model.story import Story, Stretch
from newsreader.tui.commanding import CommandScreen
from newsreader.tui.commands import Command, Place
from newsreader.tui.stories.asking import Asked
from newsreader.tui.stories.fitting import fitting
from newsreader.tui.stories.heading import Heading
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_list import StoryList
from newsreader.tui.widgets.footer import KeyBar


class ListBase(CommandScreen):
    """The stories on the screen; the commands are added by the modules beside this one."""

    place: ClassVar[Place] = "list"

    def __init__(self) -> None:
        super().__init__()
        self._shown_once = False
        self._left: Story | None = None  # the current story, to come back to
        self.seen = ""
        """When the story changed that changed last of those that were read; UTC, ISO 8601."""

    def compose(self) -> ComposeResult:
        """The heading, the rows, the keys."""
        try:
            feed = self._feed(Asked())
        except NewsreaderError as error:
            feed = StoryFeed(lambda *_, **__: Stretch([], None))
            self.call_after_refresh(self.say, str(error), loud=True)
        heading = Heading(feed, self.keys)
        heading.fit_screen(*self.app.size)
        yield heading
        yield StoryList(feed, self.desk.now(), self.desk.unsaved(), self.keys)
        yield KeyBar()

    def on_resize(self, event: Resize) -> None:
        """Give the heading what there is room for."""
        self.heading.fit_screen(*event.size)

    def applicable(self) -> tuple[Command, ...]:
        """The commands that apply now; those for what is marked, found or filtered come first."""
        here, marked = self.stories.story, bool(self.stories.marked)
        return fitting(super().applicable(), self.asked, marked=marked, any_=here is not None)

    @property
    def stories(self) -> StoryList:
        """The rows."""
        return self.query_one(StoryList)

    @property
    def heading(self) -> Heading:
        """The lines above them."""
        return self.query_one(Heading)

    @property
    def asked(self) -> Asked:
        """What the rows were asked for."""
        return self.stories.feed.asked

    def on_screen_resume(self) -> None:
        """Show what changed while a story was open; the cursor stays on its story."""
        if self._shown_once:
            try:
                self.take_news()
                self.query_one(KeyBar).redraw()  # of what is not saved
            except NewsreaderError as error:
                self.say(str(error), loud=True)
        self._shown_once = True

    def take_news(self, go_to: int | None = None) -> None:
        """Read the rows anew; the cursor stays on its story, or else in its place.

        Args:
            go_to: a story that becomes the current one, when it is among the first.
        """
        rows = self.stories
        current = rows.story.id if rows.story is not None else None
        rows.now, rows.unsaved = self.desk.now(), self.desk.unsaved()
        feed = self._feed(self.asked)
        found = feed.find(go_to, rows.cursor) if go_to is not None else None
        if found is None and current is not None:
            found = feed.find(current, rows.cursor)
        if found is None:
            found = rows.cursor if feed[rows.cursor] is not None else feed.last(rows.cursor)
        self._show(feed, found)
        self._know_troubles()

    def _latest(self) -> Iterable[Story]:
        """The stories, the one that changed last first."""
        return self.desk.library.stories("")

    def _know_troubles(self) -> None:
        """Find what of the stories is followed and cannot be read."""
        self.stories.troubles = self.desk.library.story_troubles()

    def _feed(self, asked: Asked) -> StoryFeed:
        """The stories that are asked for, with the first page read."""
        library = self.desk.library
        total = None if asked.narrows else library.count()
        feed = StoryFeed(library.stretch, asked, library.contexts, total)
        first = feed[0]
        if asked.narrows or asked.sort is not Sort.CHANGED:
            first = next(iter(library.stories("", limit=1)), None)
        self.seen = first.changed_at if first is not None else ""
        return feed

    def _show(self, feed: StoryFeed, cursor: int = 0) -> None:
        if not self.asking:
            self._keep_place()
        self.stories.show(feed, cursor)
        heading = self.heading
        heading.feed, heading.marked, heading.news = feed, len(self.stories.marked), ""
        heading.redraw()

    def _keep_place(self) -> None:
        """Remember the current story, to come back to it when nothing is found in between."""
        self._left = self.stories.story or self._left

    def _ask_for(self, asked: Asked, current: Story | None = None) -> None:
        """Show other stories.

        Args:
            asked: which.
            current: which one is to be the current one, where it is among them; None for the
                one that is.
        """
        current = current or self.stories.story or self._left
        feed = self._feed(asked)
        self._show(feed, (feed.find(current.id, 0) if current is not None else None) or 0)

    def on_story_list_looked_on(self) -> None:
        """More of what was asked for was looked for."""
        self.heading.redraw()

    def _moved(self) -> None:
        """Going down may have found more stories; what was said is read."""
        self.heading.redraw()
        self.say()
