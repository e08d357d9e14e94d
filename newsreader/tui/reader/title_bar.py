"""The line at the top: the story, the update one is in, and how far one has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.plain.parts import Parts
from newsreader.tui.reader.title_line import TitleLine
from newsreader.tui.widgets.drawing import Drawn


class TitleBar(Drawn):
    """The title line of one session."""

    DEFAULT_CSS = """
    TitleBar { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Show where one is in ``session``; ``now`` tells the time, aware."""
        super().__init__()
        self._title = TitleLine(session, now)

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  one line only
        """The line."""
        return [self._title.parts(width)]
