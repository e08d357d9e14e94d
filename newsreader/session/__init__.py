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

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from newsreader.library import OpenedStory
from newsreader.model.event import Act, AnchorState, Draft, EventKind, Label, Tag, new_group
from newsreader.model.followed import Trouble
from newsreader.model.story import Progress
from newsreader.session import telling
from newsreader.session.acting import act
from newsreader.session.digits import Digits
from newsreader.session.renewing import Reopen
from newsreader.session.retracing import Retracing
from newsreader.session.saving import Outcome, Recording, Saving

__all__ = ["Advance", "Outcome", "Recording", "Session", "Standing", "act"]

Advance = bool | Literal["open"]
"""Where tagging moves on to: the next statement, the next open one, or nowhere."""


class Standing(NamedTuple):
    """What the gutter shows of a statement."""

    own: Tag | None
    others: tuple[Tag, ...]
    unsaved: Label | None  # a label that could not be written yet
    unsaved_clear: bool = False  # a clear that could not be written yet


class Session(Retracing):
    """One editor in one story."""

    def __init__(
        self,
        opened: OpenedStory,
        editor: str,
        record: Recording,
        *,
        advance: Advance = True,
        reopen: Reopen | None = None,
    ) -> None:
        """Begin at the first statement.

        Args:
            opened: the story, as :meth:`newsreader.library.Library.open` gives it.
            editor: who acts.
            record: usually :meth:`newsreader.library.Library.record`.
            advance: whether tagging moves on to the next statement, or to the next open one.
            reopen: opens the story anew; None where none can come.
        """
        super().__init__(opened, editor)
        self.advance = advance
        self.digits = Digits()  # what they mean; may be set
        self.trouble: Trouble | None = None
        """What is wrong with what the story came from, if that is followed; set from outside."""
        self._reopen = reopen
        self._saving = Saving(opened, record)
        self._last: tuple[Label, int] | None = None  # what was put last, and on how many

    # -- what is there ---------------------------------------------------------------------

    @property
    def unsaved(self) -> Sequence[Sequence[Draft]]:
        """What could not be written yet, by key press, oldest first."""
        return self._saving.unsaved

    def waiting_acts(self) -> Iterator[tuple[Draft, int]]:
        """Likewise, each act with the statement shown that it is about; 0 for none."""
        return self._saving.acts()

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

    # -- acting ----------------------------------------------------------------------------

    def tag(self, label: Label, count: int = 1) -> Outcome:
        """Put ``label`` on the selection, or on the current statement, as one action.

        Then the selection ends and the cursor moves on, where that is set so.

        Args:
            label: what is said.
            count: how many statements from the current one on, where nothing is selected.
        """
        numbers = self.chosen(count)
        fresh = tuple(n for n in numbers if not self._has(n, label))
        if numbers and not fresh:
            outcome = Outcome(f"already {label}")
        else:
            done = telling.several(str(label), len(fresh))
            outcome = self._act(EventKind.TAG, fresh, done, label=label)
        self._last = label, len(numbers)
        return self._tagged(numbers, outcome)

    def _tagged(self, numbers: Sequence[int], outcome: Outcome) -> Outcome:
        """Go on after these statements were tagged: to the next of the queue, or the next one."""
        self.unselect()
        if outcome.saved and self._led_here() and not self.stale():
            outcome = outcome._replace(message="no changed words are left to look at", done=True)
        elif outcome.saved and numbers and numbers[-1] == len(self.statements):
            progress = self.progress()
            outcome = outcome._replace(message=telling.left(progress), open=progress.open)
        if self.advance and numbers:
            self._move_on(numbers[-1])
        return outcome

    def _move_on(self, n: int) -> None:
        """Go to what comes after statement ``n``, which was tagged.

        Who was led to it is led on, and back at the end; else that is the next one, or open one.
        """
        if self._led_here():
            if not self._lead_on():
                self._lead_back()
            return
        self.go(n)
        if self.advance == "open":
            self.move_open(1)
        else:
            self.move(1)

    def _has(self, n: int, label: Label) -> bool:
        """Whether statement ``n`` has that label on disk, given to exactly these words."""
        own = self.opened.book.own(n, self.editor)
        if self.unsaved or own is None:
            return False
        return own.label is label and own.state is AnchorState.CURRENT

    def repeat(self, count: int | None = None) -> Outcome:
        """Put the label that was put last, on as many statements as then or on ``count``."""
        if self._last is None:
            return Outcome("nothing to repeat yet")
        label, size = self._last
        return self.tag(label, count or size)

    def reaffirm(self) -> Outcome:
        """Put the labels again that the chosen statements had before their words changed."""
        chosen = self.chosen()
        labels = {n: tag.label for n in chosen if (tag := self.stale_tag(n)) and tag.label}
        if not labels:
            return Outcome("no tag of yours here is on other words")
        group = new_group()
        drafts = tuple(
            act(self.opened, n, EventKind.TAG, self.editor, label=label, group=group)
            for n, label in labels.items()
        )
        done = telling.several("the same again", len(labels))
        return self._tagged(tuple(labels), self._go_on(self._saving.write(drafts, done)))

    def still(self, event: str, n: int) -> Outcome:
        """Put a speculative label again, unchanged: that it was looked at, and when.

        Args:
            event: what put the label.
            n: number of the statement, where the event is not known any more.
        """
        numbers = self.opened.book.numbers((event,)) or (n,)
        return self._act(EventKind.TAG, numbers, "still speculative", label=Label.SPECULATIVE)

    def clear(self, count: int = 1) -> Outcome:
        """Take the editor's tags, with note and evidence, off what :meth:`chosen` names."""
        standings = {n: self.standing(n) for n in self.chosen(count)}
        tagged = [n for n, each in standings.items() if each.own or each.unsaved]
        if not tagged:
            return Outcome("no tag of yours here")
        one = telling.cleared(standings[tagged[0]].own)
        done = telling.several(one if len(tagged) == 1 else "cleared", len(tagged))
        self.unselect()
        return self._act(EventKind.CLEAR, tagged, done)

    def left(self, kind: EventKind) -> str:
        """The editor's note, or evidence, on what is chosen; "" where they are not all the same."""
        owns = [self.opened.book.own(n, self.editor) for n in self.chosen()]
        texts = {(getattr(own, kind.value) if own else None) or "" for own in owns}
        return texts.pop() if len(texts) == 1 else ""

    def note(self, text: str) -> Outcome:
        """Leave a note on what is chosen; "" takes it away."""
        return self._leave(EventKind.NOTE, text)

    def evidence(self, text: str) -> Outcome:
        """Leave evidence on what is chosen; "" takes it away."""
        return self._leave(EventKind.EVIDENCE, text)

    def _leave(self, kind: EventKind, text: str) -> Outcome:
        numbers = self.chosen()
        if numbers and text == self.left(kind) and (len(numbers) > 1 or not self.unsaved):
            return Outcome("nothing changed")
        done = telling.several(f"{kind.value} {'saved' if text else 'removed'}", len(numbers))
        self.unselect()
        if kind is EventKind.NOTE:
            return self._act(kind, numbers, done, note=text)
        return self._act(kind, numbers, done, evidence=text)

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
        return self._go_on(self._saving.flush("saved"))

    def _act(  # noqa: PLR0913  -- as for act
        self, kind: EventKind, numbers: Sequence[int], done: str, *, label: Label | None = None,
        note: str | None = None, evidence: str | None = None,
    ) -> Outcome:  # fmt: skip
        """Do the same to these statements, all of it or nothing, undone as one."""
        if not numbers:
            return Outcome("no statement here")
        who, group = self.editor, new_group()
        drafts = tuple(
            act(self.opened, n, kind, who, label=label, note=note, evidence=evidence, group=group)
            for n in numbers
        )
        return self._go_on(self._saving.write(drafts, done))

    def _switch(self, kind: EventKind, ids: tuple[str, ...]) -> Outcome:
        draft = Draft(kind, self.editor, self.opened.story.uri, events=ids)
        numbers = self.opened.book.numbers(ids)
        done = [act.event for n in numbers for act in self.history(n) if act.event.id in ids]
        shaping = self.opened.book.shaping(ids)
        said = telling.reshaped(kind, shaping) if shaping else telling.switched(kind, done, numbers)
        outcome = self._go_on(self._saving.write((draft,), said))
        self.unselect()
        if numbers:
            self.go(numbers[0])
        for event in shaping[:1]:
            self._go_to(event)
        return outcome
