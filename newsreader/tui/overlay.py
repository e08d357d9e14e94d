"""A page of text over the screen that asked for it, scrolled by rows.

While it is shown no command counts, only the few keys that it names itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from newsreader.tui.drawing import Drawn, Parts, cut


class Page(Drawn):
    """Rows of any number; a subclass says them."""

    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; padding: 1 2; background: $surface; }
    """

    closing = "q, Esc closes"
    _top = 0

    def rows(self, width: int) -> list[Parts]:
        """All rows, in ``width`` cells."""
        raise NotImplementedError

    def scroll_rows(self, by: int) -> None:
        """Scroll by that many rows, stopping at the ends."""
        width, height = self.size
        longest = len(self.rows(width)) - max(1, height - 2)
        self._top = max(0, min(self._top + by, longest))
        self.redraw()

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many rows as fit, and how to close."""
        rows = self.rows(width)
        room = max(1, height - 2)
        self._top = max(0, min(self._top, len(rows) - room))  # it may have become wider or higher
        more = len(rows) - self._top - room
        end = (f"j {more} more · " if more > 0 else "") + self.closing
        page = rows[self._top : self._top + room]
        page += [[]] * (room - len(page))
        return [*page, [], [("dim", cut(end, width))]]


class Overlay(ModalScreen[None]):
    """Shows a page until it is closed."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter", "close", show=False),
        Binding("j,down", "scroll_rows(1)", show=False),
        Binding("k,up", "scroll_rows(-1)", show=False),
        Binding("space,pagedown,ctrl+d", "scroll_page(1)", show=False),
        Binding("b,pageup,ctrl+u", "scroll_page(-1)", show=False),
        Binding("g,home", "scroll_rows(-1000000)", show=False),
        Binding("G,end", "scroll_rows(1000000)", show=False),
    ]

    def __init__(self, page: Page) -> None:
        """Show ``page``."""
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """One widget."""
        yield self._page

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_scroll_rows(self, by: int) -> None:
        """Scroll by rows."""
        self._page.scroll_rows(by)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by screenfuls."""
        self._page.scroll_rows(by * max(1, self.size.height - 4))
