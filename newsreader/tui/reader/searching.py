"""Searching in a story: as one types, from hit to hit, and back to where one was."""

from __future__ import annotations

from newsreader.session import Session
from newsreader.session.searching import Hit
from newsreader.tui.reader.article_view import Kept
from newsreader.tui.reader.numbers import Numbers


class Searching(Numbers):
    """Searching in a story, and going from hit to hit."""

    _began: Kept | None = None  # how the text stood when the search began

    def action_next(self) -> None:
        """The next hit, or the next tag on changed words, or the next open statement."""
        self._step(self._times())

    def action_previous(self) -> None:
        """The previous hit, or likewise backwards."""
        self._step(-self._times())

    def _step(self, by: int) -> None:
        session = self._session
        if not session.query:
            self._step_open(by)
            return
        hit = session.move_match(by)
        self._show_hits()
        self._tell(_told(session, hit, "the top" if by > 0 else "the end"))

    def _step_open(self, by: int) -> None:
        """To what waits for the editor."""
        session = self._session
        before = session.n
        moved = session.move_next(by)
        self._moved(
            moved, "nothing is open" if not session.progress().open else "nothing else is open"
        )
        if moved and (session.n - before) * by < 0 and not session.stale():
            self._tell(f"went on from {'the top' if by > 0 else 'the end'}")

    def action_search(self) -> None:
        """Search in the story, as one types."""
        session = self._session
        here = self._panes.view.keep()
        if not session.query:
            self._began = here
        session.start_search()

        def typing(text: str) -> None:
            found = session.seek(text)
            self._show_hits()
            self.tell_typing(_typed(session, found))

        def answered(text: str | None) -> None:
            term = (text or "").strip()
            if term and session.query != term:  # typed ahead of what was drawn
                session.seek(term)
            found = bool(term) and bool(session.matches)
            if not found:
                session.drop()
                self._panes.view.restore(here)
            if term:
                session.offer(term)
            self._show_hits()
            if term and not found:
                self._tell(f"not found: {term}", loud=True)
            else:
                back = f" · {self.key('leave-search')} goes back"
                self._tell(_told(session, session.count) + back if term else "")

        self.ask("search", "", answered, typing=typing, offered=session.terms)

    def action_end_search(self) -> None:
        """Take the marks of the search away."""
        self._session.end_search(back=False)
        self._panes.view.redraw()
        self._tell("")

    def action_leave_search(self) -> None:
        """Take the marks of the search away and go back to where it began."""
        self._session.end_search(back=True)
        if self._began is not None:
            self._panes.view.restore(self._began)
        self._show_hits()
        self._tell("")

    def _show_hits(self) -> None:
        """Show where one is, and all hits."""
        self._panes.show()
        self._panes.view.redraw()


def _told(session: Session, hit: Hit | None, end: str = "") -> str:
    """Which hit one is at: ``3 of 17 · quay``."""
    count = len(session.matches)
    if hit is None:
        return f"{count} of {session.query}" if count else f"not found: {session.query}"
    wrapped = f" · went on from {end}" if hit.wrapped and end else ""
    return f"{hit.at} of {hit.of} · {session.query}{wrapped}"


def _typed(session: Session, found: int) -> str:
    """The same while one types."""
    if not session.query:
        return ""
    return f"{session.count.at if session.count else 0} of {found}" if found else "not found"
