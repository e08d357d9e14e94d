"""What lies over the screen that asked for it: pages of text, scrolled by rows.

While it is shown no command counts, only the few keys that it names itself; the keys of the command
that opened it, as they are set, put it away again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from newsreader.tui.commands import Command, shown
from newsreader.tui.plain.parts import Parts, cut
from newsreader.tui.widgets.drawing import Drawn
from newsreader.tui.widgets.key_taker import OverScreen


class Page(Drawn):
    """Rows of any number; a subclass says them."""

    DEFAULT_CSS = """
    Page { width: 1fr; height: 1fr; padding: 1 2; background: $surface; }
    """

    says = ""
    """What the last line says before how to close: the other keys."""
    own_key = ""
    """The key that opened it, as it is written for people."""
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

    def wheel(self, by: int) -> None:
        """Scroll."""
        self.scroll_rows(by)

    def ending(self) -> str:
        """The last line: which keys count."""
        closes = "".join(f"{key}, " for key in (self.own_key, "q") if key) + "Esc closes"
        return f"{self.says} · {closes}" if self.says else closes

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many rows as fit, and how to close."""
        rows = self.rows(width)
        room = max(1, height - 2)
        self._top = max(0, min(self._top, len(rows) - room))  # it may have become wider or higher
        more = len(rows) - self._top - room
        end = (f"j {more} more · " if more > 0 else "") + self.ending()
        page = rows[self._top : self._top + room]
        page += [[]] * (room - len(page))
        return [*page, [], [("dim", cut(end, width))]]


class Overlay(OverScreen[None]):
    """Shows a page until it is closed."""

    DEFAULT_CSS = """
    Overlay.-low > Page { padding: 0 2; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012  -- as Textual declares it

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

    def opened_by(self, command: Command) -> None:
        """Take note of which command opened it, and say so on the page."""
        super().opened_by(command)
        self._page.own_key = shown(command.keys[0])

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_scroll_rows(self, by: int) -> None:
        """Scroll by rows."""
        self._page.scroll_rows(by)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by screenfuls."""
        self._page.scroll_rows(by * max(1, self.size.height - 4))
