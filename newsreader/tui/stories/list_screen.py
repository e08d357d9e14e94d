"""The list of stories: search as you type, open one, come back to where one was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from newsreader.errors import NewsreaderError
from newsreader.tui.commanding import CommandScreen
from newsreader.tui.commands import Place
from newsreader.tui.drawing import Drawn, Parts, cut, spread
from newsreader.tui.footer import KeyBar
from newsreader.tui.picking import Rows
from newsreader.tui.safe import line
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_list import StoryList


class ListTitle(Drawn):
    """The line at the top: how many stories, and what was searched for."""

    DEFAULT_CSS = """
    ListTitle { height: 1; padding: 0 1; background: $panel; margin: 0 0 1 0; }
    """

    def __init__(self, feed: StoryFeed) -> None:
        super().__init__()
        self.feed = feed

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  one line only
        """The line."""
        known = self.feed.known
        many = f"{known}{'' if self.feed.complete else '+'} stor{'y' if known == 1 else 'ies'}"
        said = f"{many} found" if self.feed.text else many
        search = cut(f"/ {line(self.feed.text)}", width // 2) if self.feed.text else ""
        name = [("strong", "newsreader"), ("dim", f"   {said}")]
        return [spread(name, [("", search)], width)]


class ListScreen(CommandScreen):
    """All stories, or those that were searched for."""

    place: ClassVar[Place] = "list"

    def __init__(self) -> None:
        super().__init__()
        self._shown_once = False

    def compose(self) -> ComposeResult:
        """The title, the rows, the keys."""
        try:
            feed = self._feed("")
        except NewsreaderError as error:
            feed = StoryFeed(lambda *_, **__: ())
            self.call_after_refresh(self.say, str(error), loud=True)
        yield ListTitle(feed)
        yield StoryList(feed, self.desk.now(), self.desk.unsaved())
        yield KeyBar()

    @property
    def stories(self) -> StoryList:
        """The rows."""
        return self.query_one(StoryList)

    def on_screen_resume(self) -> None:
        """Show what changed while a story was open; the cursor stays on its story."""
        if self._shown_once:
            try:
                self.take_news()
                self.query_one(KeyBar).redraw()  # of what is not saved
            except NewsreaderError as error:
                self.say(str(error), loud=True)
        self._shown_once = True

    def take_news(self) -> None:
        """Read the rows anew; the cursor stays on its story, or else in its place."""
        rows = self.stories
        current, place = rows.story, rows.cursor
        feed = self._feed(rows.feed.text)
        found = feed.find(current.id, place) if current is not None else None
        if found is None:
            found = place if feed[place] is not None else feed.last(0)
        rows.now, rows.unsaved = self.desk.now(), self.desk.unsaved()
        self._show(feed, found)

    def _feed(self, text: str) -> StoryFeed:
        """The stories that have the words of ``text``, with the first page read."""
        feed = StoryFeed(self.desk.library.stories, text)
        feed[0]
        return feed

    def _show(self, feed: StoryFeed, cursor: int = 0) -> None:
        self.stories.show(feed, cursor)
        title = self.query_one(ListTitle)
        title.feed = feed
        title.redraw()

    def _find(self, text: str) -> None:
        """Show the stories that have the words of ``text``; "" shows all."""
        self._show(self._feed(text))

    # -- commands --------------------------------------------------------------------------

    def action_open(self) -> None:
        """Read the current story."""
        story = self.stories.story
        if story is not None:
            self.desk.open_story(story.id)

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """The first click goes to a row, one on the current row opens it; none while one types."""
        if self.asking:
            return
        if event.index == self.stories.cursor:
            self.action_open()
        else:
            self.stories.go(event.index)
            self._moved()

    def action_next_story(self) -> None:
        """Go to the next story."""
        self._move(1)

    def action_previous_story(self) -> None:
        """Go to the previous story."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Go down by a screenful."""
        self.stories.move_page(1)
        self._moved()

    def action_page_up(self) -> None:
        """Go up by a screenful."""
        self.stories.move_page(-1)
        self._moved()

    def action_first_story(self) -> None:
        """Go to the first story."""
        self.stories.go(0)
        self._moved()

    def action_last_story(self) -> None:
        """Go to the last story."""
        self.stories.go_last()
        self._moved()

    def _move(self, by: int) -> None:
        self.stories.move(by)
        self._moved()

    def _moved(self) -> None:
        """Going down may have found more stories; what was said is read."""
        self.query_one(ListTitle).redraw()
        self.say()

    def action_search_stories(self) -> None:
        """Search as you type; Escape goes back to what was shown before."""
        before, cursor = self.stories.feed, self.stories.cursor

        def answered(text: str | None) -> None:
            if text is None:
                self._show(before, cursor)

        self.ask("search", before.text, answered, typing=self._find)

    def action_clear_search(self) -> None:
        """Show all stories, the current one still current."""
        rows = self.stories
        if not rows.feed.text:
            return
        current = rows.story
        feed = self._feed("")
        self._show(feed, (feed.find(current.id, 0) if current is not None else None) or 0)

    def action_reload(self) -> None:
        """Take in what other programs did."""
        self.take_news()
        self.say("up to date")

    def action_overview(self) -> None:
        """Show how all stories stand."""
        from newsreader.tui.overview.screen import OverviewScreen  # noqa: PLC0415  -- at use

        current = self.stories.story
        story = current.id if current is not None else None
        overview = OverviewScreen(self.desk.library, self.desk.now(), story, all_=True)
        self.app.push_screen(overview)

    def action_retry(self) -> None:
        """Write what is not saved, in whatever story."""
        wrong = self.desk.write_again()
        self.take_news()
        self.say(wrong or "saved", loud=bool(wrong))

    def action_quit(self) -> None:
        """Leave the program."""
        self.desk.leave()
