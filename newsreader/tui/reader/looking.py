"""What is shown beside the text, and newer revisions."""

from __future__ import annotations

from newsreader.tui.plain.troubles import in_full
from newsreader.tui.reader.base import ReaderBase


class Looking(ReaderBase):
    """What is shown beside the text, and newer revisions."""

    def action_panel(self) -> None:
        """Show or hide the panel."""
        self._panes.toggle_panel()
        self._panes.arrange(*self.app.size)

    def action_move_panel(self) -> None:
        """Move the panel from beside the text to below it, or back."""
        size = self.app.size
        if self._panes.move_panel(*size):
            self._panes.arrange(*size)
            self._tell("")
        else:
            self._tell("no room for the panel there in a window of this size")

    def action_panel_down(self) -> None:
        """More of the panel."""
        self._scroll_panel(3)

    def action_panel_up(self) -> None:
        """Back in the panel."""
        self._scroll_panel(-3)

    def _scroll_panel(self, by: int) -> None:
        moved = self._panes.scroll_panel(by)
        self._tell("" if moved else "this is all of the panel")

    def action_guidelines(self) -> None:
        """Show what the labels mean at this desk."""
        from newsreader.library.guidelines import guidelines  # noqa: PLC0415  -- at use
        from newsreader.tui.reader.guidelines_screen import GuidelinesScreen  # noqa: PLC0415  -- at use

        self.lay_over(
            GuidelinesScreen(guidelines(self.desk.config), self._panes.beside_text), "guidelines"
        )

    def action_updates(self) -> None:
        """Show or hide the updates."""
        self._panes.toggle_updates()
        self._panes.arrange(*self.app.size)

    def action_left_behind(self) -> None:
        """Show the tags whose words are no longer in the text."""
        from newsreader.tui.reader.left_behind_screen import LeftBehindScreen  # noqa: PLC0415  -- at use

        session = self._session
        shown = session.opened.revision.n
        over = LeftBehindScreen(session.left_behind(), self.desk.now(), shown)
        self.lay_over(over, "left-behind")

    def action_sources(self) -> None:
        """Show who speaks in the story; back on the statement that was chosen there."""
        from newsreader.tui.reader.sources_screen import SourcesScreen  # noqa: PLC0415  -- at use

        self.lay_over(SourcesScreen(self._session, self._show_statement), "sources")

    def _show_statement(self, n: int) -> None:
        self._moved(self._session.go(n))

    def action_overview(self) -> None:
        """Show how this story stands."""
        from newsreader.tui.overview.screen import OverviewScreen  # noqa: PLC0415  -- at use

        story = self._session.opened.story.id
        overview = OverviewScreen(self.desk.library, self.desk.now(), story, all_=False)
        self.lay_over(overview, "overview")

    def action_reload(self) -> None:
        """Take the newer revision that is waiting, or else look for what other programs did."""
        session = self._session
        if session.newer() or session.recut():
            outcome = session.take_newer()
            self._panes.take_revision()
            self._panes.arrange(*self.app.size)
            self._tell(outcome.message)
            return
        news = self.desk.library.refresh(session.opened)
        if news:
            self._panes.show_all()
        waiting = session.newer() or session.recut()
        told = "taken in" if news else "nothing new"
        if session.trouble is not None and not news:
            told = in_full(session.trouble, self.desk.now())
        self._tell("" if waiting else told)

    def action_follow(self) -> None:
        """Follow what the story came from, or follow it no more."""
        self._tell(self.desk.toggle_following(self._session.opened.story.id))
        self._know_trouble()

    def action_back(self) -> None:
        """Back to the list of stories."""
        self.desk.leave()
