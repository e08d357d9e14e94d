"""The list of stories: wires keys to what is asked for, chosen and opened, and no more."""

from __future__ import annotations

from newsreader.tui.stories.adding import Adding
from newsreader.tui.stories.choosing import Choosing
from newsreader.tui.stories.finding import Finding
from newsreader.tui.stories.following import Following
from newsreader.tui.stories.moving import Moving
from newsreader.tui.stories.watching import Watching


class ListScreen(Moving, Finding, Choosing, Following, Adding, Watching):
    """All stories, or those that were asked for."""

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
        self.lay_over(overview, "overview")

    def action_retry(self) -> None:
        """Write what is not saved, in whatever story."""
        wrong = self.desk.write_again()
        self.take_news()
        self.say(wrong or "saved", loud=bool(wrong))

    def action_quit(self) -> None:
        """Leave the program."""
        self.desk.leave()
