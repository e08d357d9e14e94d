"""Tagging, notes, evidence, undo."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.model.event import EventKind, Label
from newsreader.session import Outcome
from newsreader.tui.reader.numbers import Numbers
from newsreader.tui.reader.writing import RemarkWriting


class Tagging(Numbers, RemarkWriting):
    """Tagging, notes, evidence, undo."""

    def _label(self, label: Label) -> None:
        """Tag what is chosen.

        One tag is seen where it stands: no need to say it in the place of the keys.
        """
        session, count = self._session, self._times()
        chosen = session.chosen(count)
        alone = len(chosen) == 1 and chosen[0] < len(session.statements)
        self._tagged(session.tag(label, count), quiet=alone)

    def _tagged(self, outcome: Outcome, *, quiet: bool) -> None:
        silent = quiet and outcome.saved and outcome.changed and not outcome.done
        said = "" if silent else outcome.message
        if outcome.open is not None:
            command, does = ("next", "finds them") if outcome.open else ("back", "goes back")
            said += f", {self.key(command)} {does}"
        self._done(outcome._replace(message=said))

    def action_confirmed(self) -> None:
        """Tag as confirmed."""
        self._label(Label.CONFIRMED)

    def action_speculative(self) -> None:
        """Tag as speculative."""
        self._label(Label.SPECULATIVE)

    def action_opinion(self) -> None:
        """Tag as opinion."""
        self._label(Label.OPINION)

    def action_clear(self) -> None:
        """Take the tag away."""
        count = self._times()
        self._tagged(self._session.clear(count), quiet=len(self._session.chosen(count)) == 1)

    def action_repeat(self) -> None:
        """The last label again."""
        outcome = self._session.repeat(self._counted())
        self._tagged(outcome, quiet=len(outcome.changed) == 1)

    def action_reaffirm(self) -> None:
        """The label again that the words had before they changed."""
        alone = len(self._session.chosen()) == 1
        self._tagged(self._session.reaffirm(), quiet=alone)

    def action_later(self) -> None:
        """Put the statement last of those whose words changed."""
        moved = self._session.put_off()
        self._moved(moved, "no other words changed under your tags")

    def action_word_diff(self) -> None:
        """Show or hide what changed."""
        self._panes.toggle_diff()
        self._tell("")

    def action_select(self) -> None:
        """Begin to select, or select nothing any more."""
        if not self._session.unselect():
            self._session.select()
        self._panes.show()
        self._tell("")

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
        self._done(outcome._replace(message=wrong or "saved", saved=not wrong))

    def action_note(self) -> None:
        """Write a note."""
        self._ask_about(EventKind.NOTE, self._session.note)

    def action_evidence(self) -> None:
        """Write down evidence."""
        self._ask_about(EventKind.EVIDENCE, self._session.evidence)

    def _ask_about(self, kind: EventKind, write: Callable[[str], Outcome]) -> None:
        """Ask for a text on what is chosen, and write it there."""
        n, count = self._session.n, len(self._session.chosen())

        def answered(text: str) -> None:
            self._session.go(n)
            self._done(write(text.strip()))

        self._write(kind.value, self._session.left(kind), count, answered)
