"""Tagging, notes, evidence, undo."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.model.event import Label
from newsreader.session import Outcome
from newsreader.tui.reader.base import ReaderBase


class Tagging(ReaderBase):
    """Tagging, notes, evidence, undo."""

    def _tagged(self, outcome: Outcome) -> None:
        """A tag is seen where it stands: no need to say it in the place of the keys."""
        said = "" if outcome.saved and outcome.changed else outcome.message
        self._done(outcome._replace(message=said))

    def action_confirmed(self) -> None:
        """Tag as confirmed."""
        self._tagged(self._session.tag(Label.CONFIRMED))

    def action_speculative(self) -> None:
        """Tag as speculative."""
        self._tagged(self._session.tag(Label.SPECULATIVE))

    def action_opinion(self) -> None:
        """Tag as opinion."""
        self._tagged(self._session.tag(Label.OPINION))

    def action_clear(self) -> None:
        """Take the tag away."""
        self._tagged(self._session.clear())

    def action_repeat(self) -> None:
        """The last label again."""
        self._tagged(self._session.repeat())

    def action_undo(self) -> None:
        """Undo the last action."""
        self._done(self._session.undo())

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._done(self._session.redo())

    def action_retry(self) -> None:
        """Write what is not saved, in this story and in those that were left."""
        outcome = self._session.retry()
        wrong = self.desk.write_again() if outcome.saved else outcome.message
        self._done(Outcome(wrong or "saved", not wrong, outcome.changed))

    def action_note(self) -> None:
        """Write a note."""
        self._ask_about("note", self._session.note)

    def action_evidence(self) -> None:
        """Write down evidence."""
        self._ask_about("evidence", self._session.evidence)

    def _ask_about(self, what: str, write: Callable[[str], Outcome]) -> None:
        """Ask for a text on the current statement, and write it on that one."""
        n = self._session.n
        own = self._session.standing(n).own

        def answered(text: str | None) -> None:
            if text is not None:
                self._session.go(n)
                self._done(write(text.strip()))

        self.ask(what, getattr(own, what, None) or "", answered)
