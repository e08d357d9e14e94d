"""Search, filters and orders of the list: what is typed is shown at once, and Escape takes it back.

A filter line that is not understood changes nothing of what is shown; what is wrong with it is told
beside it while one types.
"""

from __future__ import annotations

from newsreader.errors import UsageError
from newsreader.model.story import Story
from newsreader.tui.stories.asking import QUICK, SINCE, Asked
from newsreader.tui.stories.base import ListBase
from newsreader.tui.stories.heading import Heading
from newsreader.tui.stories.heading_lines import ORDERS

_LINES = {each.command: each.line for each in QUICK}


class Finding(ListBase):
    """Which stories are shown, and in which order."""

    _lines: tuple[str, ...] = ()  # filter lines that were used, the last first

    def action_search_stories(self) -> None:
        """Search as you type; Escape goes back to what was shown before."""
        before, cursor = self.stories.feed, self.stories.cursor
        self._keep_place()

        def typing(text: str) -> None:
            self._show(self._feed(before.asked.searching(text)))
            self.tell_typing(self._count())

        def answered(text: str | None) -> None:
            if text is None:
                self._show(before, cursor)

        self.ask("search", before.asked.words, answered, typing=typing)

    def action_filter(self) -> None:
        """Type a filter line, with its result at once; Escape goes back."""
        self._type_filter(self.asked.line)

    def _type_filter(self, line: str) -> None:
        before, cursor, current = self.stories.feed, self.stories.cursor, self.stories.story
        self._keep_place()

        def meant(text: str) -> str:
            return _LINES["show-since"] if text.strip() == SINCE else text

        def typing(text: str) -> None:
            try:
                asked = before.asked.filtered(meant(text))
            except UsageError as error:
                self.tell_typing(str(error))
                return
            self._ask_for(asked, current)
            days = "7d; or 2022-01-05, 2022-01 · " if meant(text) != text else ""
            self.tell_typing(days + self._count())

        def answered(text: str | None) -> None:
            if text is None:
                self._show(before, cursor)
                return
            try:
                self._use(before.asked.filtered(meant(text)), current)
            except UsageError as error:
                self._remember(text)
                self.say(str(error), loud=True)

        self.ask("filter", line, answered, typing=typing, offered=self._lines)
        if line != before.asked.line:
            typing(line)

    def _count(self) -> str:
        feed = self.stories.feed
        return f"{feed.known:,}{'' if feed.complete else '+'} found"

    def _use(self, asked: Asked, current: Story | None = None) -> None:
        """Show what is asked for, and offer its line again later."""
        self._remember(asked.line)
        self._ask_for(asked, current)

    def _remember(self, line: str) -> None:
        if line.strip():
            self._lines = (line, *(each for each in self._lines if each != line))[:20]

    def on_heading_picked(self, event: Heading.Picked) -> None:
        """A quick filter was clicked."""
        if not self.asking:
            self._switch(event.line)

    def _switch(self, line: str) -> None:
        """Switch a quick filter on; the one that is on is switched off."""
        on = self.asked.line == line
        self._use(self.asked.filtered("" if on else line))
        self.say()

    def action_show_untagged(self) -> None:
        """Only stories without a tag of the editor's."""
        self._switch(_LINES["show-untagged"])

    def action_show_progress(self) -> None:
        """Only stories that are begun."""
        self._switch(_LINES["show-progress"])

    def action_show_done(self) -> None:
        """Only stories that are done."""
        self._switch(_LINES["show-done"])

    def action_show_mine(self) -> None:
        """Only stories with tags of the editor's."""
        self._switch(_LINES["show-mine"])

    def action_show_speculative(self) -> None:
        """Only stories with speculative statements."""
        self._switch(_LINES["show-speculative"])

    def action_show_noted(self) -> None:
        """Only stories with a note."""
        self._switch(_LINES["show-noted"])

    def action_show_since(self) -> None:
        """Only stories published since a day, which can be typed; a week ago where none is."""
        if self.asked.line.startswith(SINCE):
            self._switch(self.asked.line)
        else:
            self._type_filter(SINCE)

    def action_show_waiting(self) -> None:
        """Only stories with a newer revision than the editor had open."""
        self._switch(_LINES["show-waiting"])

    def action_show_stale(self) -> None:
        """Only stories in which words changed under the editor's tags."""
        self._switch(_LINES["show-stale"])

    def action_show_all(self) -> None:
        """All stories, without search and filter."""
        self._use(self.asked.searching("").filtered(""))
        self.say()

    def action_sort(self) -> None:
        """Put the stories in the next order."""
        asked = self.asked.next_order()
        self._ask_for(asked)
        self.say(f"order: {ORDERS[asked.sort]}")

    def action_saved_filters(self) -> None:
        """Choose a filter of the settings."""
        from newsreader.tui.stories.saved_filters import SavedFilters  # noqa: PLC0415  at first use

        def chosen(line: str | None) -> None:
            if line is not None:
                self._use(self.asked.filtered(line))

        filters = self.desk.config.filters
        if filters:
            self.lay_over(SavedFilters(filters), "saved-filters", chosen)
        else:
            self.say("no saved filters: put them under [filters] in the settings")
