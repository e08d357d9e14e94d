"""What one editor is doing in one story: cursor, search, tagging, undo. No screen, no SQL.

The screens ask a session what to show and tell it what was pressed; everything that is decided
is decided here, so that it can be tested without a terminal. A statement is named by its number
``n`` (1 is the first in reading order), as everywhere.

What is told as saved is on disk: an act is recorded before the session changes. When recording
fails, the act is kept in :attr:`Session.unsaved`, shown as such, and tried again, in order,
with the next act or by :meth:`Session.retry`.

The text shown never changes by itself. :meth:`Session.newer` says whether there is a newer
revision, and :meth:`Session.take_newer` goes on with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsreader.library import OpenedStory
from newsreader.model.event import Act, AnchorState, Draft, EventKind, Label, Place, Tag
from newsreader.model.story import Progress
from newsreader.revising import align
from newsreader.session import telling
from newsreader.session.acting import act
from newsreader.session.saving import Outcome, Recording, Saving
from newsreader.session.searching import Searching

__all__ = ["Outcome", "Recording", "Session", "Standing", "act"]


class Standing(NamedTuple):
    """What the gutter shows of a statement."""

    own: Tag | None
    others: tuple[Tag, ...]
    unsaved: Label | None  # a label that could not be written yet
    unsaved_clear: bool = False  # a clear that could not be written yet


class Session(Searching):
    """One editor in one story."""

    def __init__(
        self,
        opened: OpenedStory,
        editor: str,
        record: Recording,
        *,
        advance: bool = True,
        reopen: Callable[[], OpenedStory] | None = None,
    ) -> None:
        """Begin at the first statement.

        Args:
            opened: the story, as :meth:`newsreader.library.Library.open` gives it.
            editor: who acts.
            record: usually :meth:`newsreader.library.Library.record`.
            advance: whether tagging moves on to the next statement.
            reopen: opens the story anew, on its newest revision; None where none can come.
        """
        super().__init__(opened.analysis)
        self.opened = opened
        self.editor = editor
        self.advance = advance
        self._reopen = reopen
        self._saving = Saving(opened, record)
        self._last: Label | None = None

    # -- what is there ---------------------------------------------------------------------

    @property
    def unsaved(self) -> Sequence[Sequence[Draft]]:
        """What could not be written yet, by key press, oldest first."""
        return self._saving.unsaved

    def standing(self, n: int) -> Standing:
        """What the gutter shows of statement ``n``."""
        tags = self.opened.book.tags(n)
        own = next((tag for tag in tags if tag.editor == self.editor), None)
        others = tuple(tag for tag in tags if tag.editor != self.editor)
        waiting = self._saving.waiting(n) if self.unsaved else None
        if waiting is None:
            return Standing(own, others, None)
        return Standing(own, others, waiting.label, waiting.kind is EventKind.CLEAR)

    def history(self, n: int) -> tuple[Act, ...]:
        """All that anyone did on statement ``n``, oldest first."""
        return self.opened.book.history(n)

    def left_behind(self) -> tuple[Tag, ...]:
        """The editor's tags whose words are not in the revision shown."""
        return self.opened.book.gone(self.editor)

    def progress(self, update: int | None = None) -> Progress:
        """How far the editor has come, in the story or in one of its updates."""
        book = self.opened.book
        if update is None:
            return book.progress(self.editor, len(self.statements))
        numbers = self.within(update)
        return book.progress(self.editor, len(numbers), numbers)

    # -- newer revisions -------------------------------------------------------------------

    def newer(self) -> int:
        """How many revisions came after the one shown, as far as known; 0 without ``reopen``."""
        return self.opened.newer if self._reopen is not None else 0

    def take_newer(self) -> Outcome:
        """Show the story's newest revision instead, if there is one.

        Raises:
            LibraryError: it cannot be opened; nothing has changed.
        """
        if self._reopen is None or not self.newer():
            return Outcome("no newer revision")
        self.take(self._reopen())
        return Outcome(f"revision {self.opened.revision.n}")

    def take(self, opened: OpenedStory) -> None:
        """Go on with the story as it was opened anew.

        The cursor stays with the exact words of its statement, or goes to the nearest statement
        before it that is still there. What is not saved is kept, and the search is done again.
        """
        places = _places(self.opened, opened)
        here = next((place.n for place in reversed(places[: self.n]) if place.n is not None), 1)
        self._saving.take(opened, places)
        self.opened = opened
        self.show(opened.analysis, here)

    # -- moving ----------------------------------------------------------------------------

    def move_open(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) statement without a label of the editor's."""
        book, total = self.opened.book, len(self.statements)
        n = self.n + by
        while 1 <= n <= total:
            tag = book.own(n, self.editor)
            if tag is None or tag.label is None:
                return self.go(n)
            n += by
        return False

    # -- acting ----------------------------------------------------------------------------

    def tag(self, label: Label) -> Outcome:
        """Put ``label`` on the current statement and, where set so, move on."""
        if self._has(label):
            outcome = Outcome(f"already {label}")
        else:
            outcome = self._act(EventKind.TAG, str(label), label=label)
        self._last = label
        if outcome.saved and self.n and self.n == len(self.statements):
            outcome = outcome._replace(message=telling.left(self.progress()))
        if self.advance:
            self.move(1)
        return outcome

    def _has(self, label: Label) -> bool:
        """Whether the current statement has that label on disk, given to exactly these words."""
        own = self.opened.book.own(self.n, self.editor)
        if self.unsaved or own is None:
            return False
        return own.label is label and own.state is AnchorState.CURRENT

    def repeat(self) -> Outcome:
        """Put the label that was put last on the current statement."""
        if self._last is None:
            return Outcome("nothing to repeat yet")
        return self.tag(self._last)

    def clear(self) -> Outcome:
        """Take the editor's tag, with note and evidence, off the current statement."""
        standing = self.standing(self.n) if self.n else None
        if standing is None or (standing.own is None and standing.unsaved is None):
            return Outcome("no tag of yours here")
        return self._act(EventKind.CLEAR, telling.cleared(standing.own))

    def note(self, text: str) -> Outcome:
        """Leave a note on the current statement; "" takes it away."""
        own = self.opened.book.own(self.n, self.editor)
        return self._leave(EventKind.NOTE, text, own.note if own else None)

    def evidence(self, text: str) -> Outcome:
        """Leave evidence on the current statement; "" takes it away."""
        own = self.opened.book.own(self.n, self.editor)
        return self._leave(EventKind.EVIDENCE, text, own.evidence if own else None)

    def _leave(self, kind: EventKind, text: str, before: str | None) -> Outcome:
        if self.n and not self.unsaved and text == (before or ""):
            return Outcome("nothing changed")
        done = f"{kind.value} {'saved' if text else 'removed'}"
        if kind is EventKind.NOTE:
            return self._act(kind, done, note=text)
        return self._act(kind, done, evidence=text)

    def undo(self) -> Outcome:
        """Undo the editor's last action in this story, however long ago it was."""
        if self.unsaved:
            return self._saving.drop()
        ids = self.opened.book.undoable(self.editor)
        return self._switch(EventKind.UNDO, ids) if ids else Outcome("nothing to undo")

    def redo(self) -> Outcome:
        """Do again what was undone last; not while something else waits to be saved."""
        if self.unsaved:
            return Outcome("NOT SAVED: save first, then redo", saved=False)
        ids = self.opened.book.redoable(self.editor)
        return self._switch(EventKind.REDO, ids) if ids else Outcome("nothing to redo")

    def retry(self) -> Outcome:
        """Try to write what could not be written."""
        if not self.unsaved:
            return Outcome("everything is saved")
        return self._saving.flush("saved")

    def _act(
        self,
        kind: EventKind,
        done: str,
        *,
        label: Label | None = None,
        note: str | None = None,
        evidence: str | None = None,
    ) -> Outcome:
        if not self.n:
            return Outcome("no statement here")
        who = self.editor
        draft = act(self.opened, self.n, kind, who, label=label, note=note, evidence=evidence)
        return self._saving.write((draft,), done)

    def _switch(self, kind: EventKind, ids: tuple[str, ...]) -> Outcome:
        draft = Draft(kind, self.editor, self.opened.story.uri, events=ids)
        numbers = self.opened.book.numbers(ids)
        done = [act.event for n in numbers for act in self.history(n) if act.event.id in ids]
        outcome = self._saving.write((draft,), telling.switched(kind, done, numbers))
        if numbers:
            self.go(numbers[0])
        return outcome


def _places(old: OpenedStory, new: OpenedStory) -> list[Place]:
    """Where each statement of one revision stands in another, by its exact words."""
    analyses = (old.analysis, new.analysis)
    words = ([each.words(statement) for statement in each.split.statements] for each in analyses)
    return align(*words)
