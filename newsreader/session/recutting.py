"""Cutting and joining in a session: the cut that is being placed, and going on with what it made.

The statements change for all editors and at once; the cursor stays with the words that it was at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsreader.errors import UsageError
from newsreader.library import OpenedStory
from newsreader.model.event import Draft, Event
from newsreader.session.rejudging import Rejudging
from newsreader.session.saving import Outcome, Saving

if TYPE_CHECKING:
    from newsreader.session.cutting import Cutter

_CUT_FIRST = "cut or joined this"


class Recutting(Rejudging):
    """A cursor among statements that can be cut and joined."""

    _saving: Saving
    cutter: Cutter | None = None  # the cut that is being placed

    def begin_cut(self) -> Outcome | None:
        """Begin to place a cut in the current statement; says why not, where it cannot be cut."""
        if self.statement is None:
            return Outcome("no statement here")
        from newsreader.session.cutting import Cutter, cut_places  # noqa: PLC0415  -- at first use

        words = self.words(self.n)
        if not cut_places(words):
            return Outcome("one word cannot be cut")
        self.cutter = Cutter(self.statement, words)
        return None

    def end_cut(self) -> None:
        """Leave the statement as it is."""
        self.cutter = None

    def cut_there(self) -> Outcome:
        """Cut where :attr:`cutter` stands; the first part is then the current statement."""
        cutter, self.cutter = self.cutter, None
        if cutter is None:
            return Outcome("no cut is being placed")
        self.go(cutter.n)
        return self.cut(cutter.at)

    def cut(self, at: int) -> Outcome:
        """Cut the current statement ``at`` code points after its start.

        The first part is then the current statement.
        """
        from newsreader.session.cutting import cut_act  # noqa: PLC0415  -- at first use

        try:
            draft = cut_act(self.opened, self.n, at, self.editor)
        except UsageError as error:
            return Outcome(str(error))
        return self._record(draft, "cut in two", self._stands, _CUT_FIRST)

    def join(self) -> Outcome:
        """Join the current statement with the next one; both are then the current statement."""
        from newsreader.session.cutting import join_act  # noqa: PLC0415  -- at first use

        try:
            draft = join_act(self.opened, self.n, self.editor)
        except UsageError as error:
            return Outcome(error.message)
        return self._record(draft, "joined with the next", self._stands, _CUT_FIRST)

    def _record(
        self, draft: Draft, done: str, came_about: Callable[[Draft], bool], stood_in: str
    ) -> Outcome:
        """Record a change of statements or updates; ``stood_in`` if another editor was first."""
        outcome = self._go_on(self._saving.write((draft,), done))
        if outcome.saved and not came_about(draft):
            return outcome._replace(message=f"another editor {stood_in} just before you")
        return outcome

    def _stands(self, draft: Draft) -> bool:
        """Whether there are the statements that a cut or join was to make."""
        anchor = draft.anchor
        assert anchor is not None
        if draft.at is None:
            return any(
                (each.start, each.end) == (anchor.start, anchor.end) for each in self.statements
            )
        second = anchor.start + draft.at
        made = statement_at(self.opened, second)
        first = self.statements[made - 2] if made > 1 else None
        starts = self.statements[made - 1].start, first.start if first else -1
        return starts == (second, anchor.start) and self.statements[made - 1].end == anchor.end

    def _go_on(self, outcome: Outcome) -> Outcome:
        """Show the statements as they are after what was written; the outcome as it is."""
        if outcome.recut:
            start = self.statement.start if self.statement else 0
            self.show(self.opened.analysis, statement_at(self.opened, start))
        return outcome

    def _go_to(self, event: Event) -> None:
        """Go to the words that a cut, a join or a correction was about, if they are shown."""
        cutting, sections = self.opened.book.shape
        for act, span in cutting.acts if cutting else ():
            if act.event.id == event.id:
                self.go(statement_at(self.opened, span[0]))
        for act, head in sections.acts if sections else ():
            if act.event.id == event.id:
                self.go(statement_from(self.opened, head))


def statement_at(opened: OpenedStory, offset: int) -> int:
    """The number of the statement at an offset of the text, or of the one before it."""
    statements = opened.analysis.split.statements
    return bisect_right(statements, offset, key=lambda each: each.start)


def statement_from(opened: OpenedStory, offset: int) -> int:
    """The number of the first statement that ends after an offset of the text."""
    statements = opened.analysis.split.statements
    return bisect_right(statements, offset, key=lambda each: each.end) + 1
