"""Where what is known of the current statement stands: beside the text, below it, or two lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.plain.parts import Parts
from newsreader.tui.reader.panel_lines import PanelLines
from newsreader.tui.reader.statement_lines import Writing
from newsreader.tui.widgets.drawing import Drawn


class Panel(Drawn):
    """The statement's panel; ``strip`` keeps it to what two lines can say."""

    DEFAULT_CSS = """
    Panel {
        &.-beside { width: 36; padding: 0; }
        &.-below { height: 40%; padding: 0 1; }
        &.-strip { height: 2; padding: 0 1; background: $surface; }
    }
    """

    def __init__(
        self, session: Session, now: Callable[[], datetime], keys: Mapping[str, str], place: str
    ) -> None:
        """Show the session's statement.

        Args:
            session: whose.
            now: tells the time that "ago" counts from.
            keys: of the reader's commands by their ids, as written for people.
            place: "beside", "below" or "strip".
        """
        super().__init__(id=f"panel-{place}")
        self.add_class(f"-{place}")
        self._panel = PanelLines(session, now, keys, place)

    def write(self, writing: Writing | None) -> None:
        """Show the box in which something is typed, or take it away."""
        self._panel.write(writing)
        self.redraw()

    def show_diff(self, *, on: bool) -> None:
        """Show the words that changed, or only what kind of change it is."""
        self._panel.show_diff(on=on)
        self.redraw()

    @property
    def text_width(self) -> int:
        """Cells of a row of the box."""
        return self._panel.text_width(self.size.width)

    def scroll_rows(self, by: int) -> bool:
        """Scroll by rows, stopping at the ends; whether anything moved."""
        moved = self._panel.scroll(by, *self.size)
        self.redraw()
        return moved

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The lines for the current statement, with the line that parts them from the text."""
        return self._panel.lines(width, height)
