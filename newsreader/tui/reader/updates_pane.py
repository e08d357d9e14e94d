"""The updates of the article with the progress in each, beside the text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.events import Click
from textual.message import Message

from newsreader.session import Session
from newsreader.tui.plain.parts import Parts
from newsreader.tui.reader.update_lines import UpdateLines
from newsreader.tui.widgets.drawing import Drawn


class UpdatesPane(Drawn):
    """The updates of one session; a click goes to one."""

    DEFAULT_CSS = """
    UpdatesPane { width: 22; padding: 0 0 0 1; }
    """

    class Picked(Message):
        """An update was clicked."""

        def __init__(self, update: int) -> None:
            super().__init__()
            self.update = update

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._updates = UpdateLines(session)

    def recount(self, numbers: Iterable[int]) -> None:
        """The tags of these statements changed: count their updates anew when drawn next."""
        self._updates.recount(numbers)

    def renew(self) -> None:
        """The article is another one."""
        self._updates.renew()
        self.redraw()

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The updates, and the line that parts them from the text."""
        return self._updates.lines(width, height)

    def wheel(self, by: int) -> None:
        """Show later or earlier ones, one at a step; the current one stays as it is."""
        self._updates.scroll(by, self.size.height)
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Go to the update that was clicked."""
        found = self._updates.at(event.y)
        if found is not None:
            self.post_message(self.Picked(found))
