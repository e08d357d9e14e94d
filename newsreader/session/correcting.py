"""Correcting the updates in a session: their times, where they begin, and that one is none.

What changes, changes for all editors and at once; the cursor stays with its statement.
"""

from __future__ import annotations

from newsreader.errors import UsageError
from newsreader.model.event import Draft, EventKind
from newsreader.model.statement import Update
from newsreader.session.recutting import Recutting
from newsreader.session.saving import Outcome

_NOWHERE = "this statement stands in no update"


class Correcting(Recutting):
    """A cursor among updates that can be corrected."""

    def typed_time(self, text: str) -> Update | str:
        """The current update with the time that is typed; or why it is no time, in one line."""
        from newsreader.session.sectioning import typed_update  # noqa: PLC0415  -- at first use

        if self.update is None:
            return _NOWHERE
        try:
            return typed_update(self.opened, self.update, text)
        except UsageError as error:
            return error.message

    def retime(self, text: str) -> Outcome:
        """Set the time of the current update to what is typed."""
        from newsreader.session.sectioning import retime_act  # noqa: PLC0415  -- at first use

        made = self.typed_time(text)
        if isinstance(made, str) or self.update is None:
            return Outcome(str(made))
        if made == self.updates[self.update] and not self._saving.unsaved:
            return Outcome("nothing changed")
        draft = retime_act(self.opened, self.update, made, self.editor)
        done = "time of the update set" if made.time is not None else "time told as unknown"
        return self._corrected(draft, done)

    def begin_update(self) -> Outcome:
        """Begin a new update with the current statement."""
        from newsreader.session.sectioning import split_act  # noqa: PLC0415  -- at first use

        if self.statement is None:
            return Outcome("no statement here")
        try:
            draft = split_act(self.opened, self.n, self.editor)
        except UsageError as error:
            return Outcome(error.message)
        return self._corrected(draft, "an update begins here")

    def merge_update(self) -> Outcome:
        """Merge the current update with the one before it, or with what stands before all."""
        from newsreader.session.sectioning import merge_act  # noqa: PLC0415  -- at first use

        if self.update is None:
            return Outcome(_NOWHERE)
        draft = merge_act(self.opened, self.update, self.editor)
        into = "merged with the update before" if self.update else "no update any more"
        return self._corrected(draft, into)

    def _corrected(self, draft: Draft, done: str) -> Outcome:
        return self._record(draft, done, self._came_about, "changed this update")

    def _came_about(self, draft: Draft) -> bool:
        """Whether the updates are as a correction was to make them."""
        anchor, sections = draft.anchor, self.opened.book.shape.sections
        assert anchor is not None
        at = sections.index_at(anchor.start) if sections is not None else None
        begun = at is not None and self._begins(at, anchor.start)
        if draft.kind is EventKind.MERGE:
            return not begun
        if draft.kind is EventKind.SPLIT or at is None:
            return begun
        time = self.updates[at].time
        return begun and draft.time == (time.isoformat() if time is not None else "")

    def _begins(self, update: int, offset: int) -> bool:
        """Whether an update's marker or first statement begins at that offset of the text."""
        section, first = self.updates[update], self.first_of(update)
        if section.marker_span is not None and section.marker_span[0] == offset:
            return True
        return first is not None and self.statements[first - 1].start == offset
