"""Moving among the statements of a story."""

from __future__ import annotations

from newsreader.tui.reader.numbers import Numbers


class Moving(Numbers):
    """Moving among the statements of a story; a number says how far."""

    def action_next_statement(self) -> None:
        """The next statement."""
        self._moved(self._session.move(self._times()))

    def action_previous_statement(self) -> None:
        """The previous statement."""
        self._moved(self._session.move(-self._times()))

    def action_next_paragraph(self) -> None:
        """The next paragraph."""
        moved = self._session.move_paragraph(self._times())
        self._moved(moved, "this is the last paragraph")

    def action_previous_paragraph(self) -> None:
        """The start of this paragraph, then the previous one."""
        moved = self._session.move_paragraph(-self._times())
        self._moved(moved, "this is the first paragraph")

    def action_next_update(self) -> None:
        """The next update."""
        self._moved(self._session.move_update(self._times()), "this is the last update")

    def action_previous_update(self) -> None:
        """The start of this update, then the previous one."""
        self._moved(self._session.move_update(-self._times()), "this is the first update")

    def action_next_note(self) -> None:
        """The next statement with a note or evidence."""
        self._moved(self._session.move_note(self._times()), "no note below")

    def action_previous_note(self) -> None:
        """The previous statement with a note or evidence."""
        self._moved(self._session.move_note(-self._times()), "no note above")

    def action_first(self) -> None:
        """The first statement, or the one with the number that was typed."""
        self._go_to(self._counted() or 1)

    def action_last(self) -> None:
        """The last statement, or the one with the number that was typed."""
        self._go_to(self._counted() or len(self._session.statements))

    def action_page_down(self) -> None:
        """A screenful down."""
        self._page(self._times())

    def action_page_up(self) -> None:
        """A screenful up."""
        self._page(-self._times())

    def _page(self, by: int) -> None:
        before = self._session.n
        self._scrolled(self._panes.view.page(by))
        if self._session.n > before:  # all of it was on the screen
            self._session.see(range(before, self._session.n))
        self._tell("")

    def _scrolled(self, n: int) -> None:
        """The text was moved: go to the statement that is the current one by that."""
        if self._session.go(n):
            self._panes.show()
