"""Notes and evidence are typed where they stand: in the panel while it is shown, else below.

One text and one cursor, wherever they are drawn, so that nothing typed is lost when the window
changes. What is given up with Escape is offered again when one comes back to the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsreader.session import Session
from newsreader.tui.plain.parts import Parts, cut
from newsreader.tui.plain.text_box import move_row
from newsreader.tui.reader.base import ReaderBase
from newsreader.tui.reader.panes import Panes
from newsreader.tui.reader.statement_lines import Writing
from newsreader.tui.widgets.prompt import Prompt

HOW = "Enter saves · Alt+Enter begins a new line · Esc keeps what was there"


class RemarkPrompt(Prompt):
    """A note or evidence being typed."""

    def __init__(
        self, what: str, on: str, value: str, answered: Callable[[str | None], None], panes: Panes
    ) -> None:
        """Ask for ``what`` in the panes that are shown; ``on`` says on how much."""
        super().__init__(what + on, value, answered)
        self._panes = panes
        panes.write(Writing(what, on, self.editor))

    def take_key(self, key: str, character: str | None) -> None:
        """Among the rows in the panel; else as in any line."""
        width = self._panes.text_width
        if key in {"up", "down"} and width:
            move_row(self.editor, -1 if key == "up" else 1, width)
            self._panes.show_writing()
        elif key not in {"up", "down"}:
            super().take_key(key, character)

    def redraw(self) -> None:
        """Wherever the text stands."""
        super().redraw()
        self._panes.show_writing()

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The text, or while it stands in the panel how to end."""
        if self._panes.text_width:
            return [[("dim", cut(HOW, width))]]
        return super().lines(width, height)


class RemarkWriting(ReaderBase):
    """Asks for notes and evidence."""

    def __init__(self, session: Session) -> None:
        """Show what ``session`` works on."""
        super().__init__(session)
        self._given_up: dict[tuple[str, str, int, int], str] = {}

    def _write(self, what: str, value: str, count: int, answered: Callable[[str], None]) -> None:
        """Ask for a note or evidence.

        Args:
            what: "note" or "evidence".
            value: what is there already.
            count: on how many statements, the current one among them.
            answered: is called with the text on Enter.
        """
        session, panes = self._session, self._panes
        at = session.statement.start if session.statement is not None else 0
        place = what, session.opened.revision.hash, at, count
        on = f" on {count} statements" if count > 1 else ""

        def done(text: str | None, typed: str) -> None:
            panes.write(None)
            if text is not None:
                answered(text)
            elif typed.strip() and typed != value:
                self._given_up[place] = typed
                self._tell(f"{what} not changed; what you typed is kept for the next try")

        begin = self._given_up.pop(place, value)
        self.begin(lambda answer: RemarkPrompt(what, on, begin, answer, panes), done)
