"""Moving among the statements of a story."""

from __future__ import annotations

from newsreader.tui.reader.base import ReaderBase


class Moving(ReaderBase):
    """Moving among the statements of a story."""

    def action_next_statement(self) -> None:
        """The next statement."""
        self._moved(self._session.move(1))

    def action_previous_statement(self) -> None:
        """The previous statement."""
        self._moved(self._session.move(-1))

    def action_next_update(self) -> None:
        """The next update."""
        self._moved(self._session.move_update(1), "this is the last update")

    def action_previous_update(self) -> None:
        """The start of this update, then the previous one."""
        self._moved(self._session.move_update(-1), "this is the first update")

    def action_first(self) -> None:
        """The first statement."""
        self._moved(self._session.go(1))

    def action_last(self) -> None:
        """The last statement."""
        self._moved(self._session.go(len(self._session.statements)))

    def action_page_down(self) -> None:
        """A screenful down."""
        self._panes.view.page(1)
        self._panes.show()
        self._tell("")

    def action_page_up(self) -> None:
        """A screenful up."""
        self._panes.view.page(-1)
        self._panes.show()
        self._tell("")
