"""Searching in a story, and going from match to match."""

from __future__ import annotations

from newsreader.session import Session
from newsreader.tui.reader.base import ReaderBase


class Searching(ReaderBase):
    """Searching in a story, and going from match to match."""

    def action_next(self) -> None:
        """The next match, or the next open statement."""
        self._step(1)

    def action_previous(self) -> None:
        """The previous match, or the previous open statement."""
        self._step(-1)

    def _step(self, by: int) -> None:
        session = self._session
        if not session.query:
            where = "below" if by > 0 else "above"
            self._moved(session.move_open(by), f"no open statement {where}")
            return
        session.move_match(by)
        self._panes.show()
        self._tell(_found(self._session))

    def action_search(self) -> None:
        """Search in the story."""
        self.ask("search", self._session.query, self._searched)

    def _searched(self, text: str | None) -> None:
        if text is None:
            return
        session = self._session
        session.search(text)
        current = session.n in session.matching()
        if not current:
            session.move_match(1)
        self._panes.show_all()
        self._tell(_found(self._session), loud=bool(session.query) and not session.matches)

    def action_end_search(self) -> None:
        """Take the marks of the search away."""
        self._session.search("")
        self._panes.view.redraw()
        self._tell("")


def _found(session: Session) -> str:
    """What the search found, and which of it one is at."""
    if not session.query:
        return ""
    count, found = len(session.matches), session.matching()
    if not count:
        return f"not found: {session.query}"
    at = f", statement {found.index(session.n) + 1} of {len(found)}" if session.n in found else ""
    return f"{count} match{'es' if count > 1 else ''}{at} for {session.query}"
