"""Going through the list, and into a story."""

from __future__ import annotations

from newsreader.tui.stories.base import ListBase
from newsreader.tui.widgets.picking import Rows


class Moving(ListBase):
    """Going from story to story."""

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
