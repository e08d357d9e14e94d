"""What one editor is doing in one story: cursor, search, tagging, undo. No screen, no SQL.

The screens ask a session what to show and tell it what was pressed; everything that is decided
is decided here, so that it can be tested without a terminal. A statement is named by its number
``n`` (1 is the first in reading order), as everywhere.

What is told as saved is on disk: an act is recorded before the session changes. When recording
fails, the act is kept in :attr:`Session.unsaved`, shown as such, and tried again, in order,
with the next act or by :meth:`Session.retry`.
"""

from __future__ import annotations

import uuid
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsreader.library import OpenedStory
from newsreader.model.article import Span
from newsreader.model.event import Act, Anchor, Draft, EventKind, Label, Tag
from newsreader.model.statement import Attribution, Statement, Update
from newsreader.model.story import Progress
from newsreader.session.saving import Outcome, Recorder, Saving
from newsreader.session.searching import find, holding

__all__ = ["Outcome", "Recorder", "Session", "Standing"]


class Standing(NamedTuple):
    """What the gutter shows of a statement."""

    own: Tag | None
    others: tuple[Tag, ...]
    unsaved: Label | None  # a label that could not be written yet


class Session:
    """One editor in one story."""

    def __init__(
        self, opened: OpenedStory, editor: str, record: Recorder, *, advance: bool = True
    ) -> None:
        """Begin at the first statement.

        Args:
            opened: the story, as :meth:`newsreader.library.Library.open` gives it.
            editor: who acts.
            record: usually :meth:`newsreader.library.Library.record`.
            advance: whether tagging moves on to the next statement.
        """
        self.opened = opened
        self.editor = editor
        self.advance = advance
        self.n = 1 if opened.analysis.split.statements else 0
        self.query = ""
        self.matches: tuple[Span, ...] = ()
        self._saving = Saving(opened, record)
        self._last: Label | None = None
        self._sections = _sections(opened.analysis.split.statements)

    # -- what is there ---------------------------------------------------------------------

    @property
    def unsaved(self) -> Sequence[Sequence[Draft]]:
        """What could not be written yet, by key press, oldest first."""
        return self._saving.unsaved

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of the article shown, in reading order."""
        return self.opened.analysis.split.statements

    @property
    def statement(self) -> Statement | None:
        """The current statement; None in an article without any."""
        return self.statements[self.n - 1] if self.n else None

    @property
    def updates(self) -> tuple[Update, ...]:
        """The update sections of the article shown."""
        return self.opened.analysis.split.updates

    @property
    def update(self) -> int | None:
        """Index of the update that the current statement stands in."""
        return self.statement.update if self.statement else None

    def words(self, n: int) -> str:
        """The exact words of statement ``n``."""
        return self.opened.analysis.words(self.statements[n - 1])

    def attributions(self, n: int) -> tuple[Attribution, ...]:
        """Who says statement ``n``, as far as known."""
        return self.opened.analysis.attributions[n - 1]

    def standing(self, n: int) -> Standing:
        """What the gutter shows of statement ``n``."""
        tags = self.opened.book.tags(n)
        own = next((tag for tag in tags if tag.editor == self.editor), None)
        others = tuple(tag for tag in tags if tag.editor != self.editor)
        return Standing(own, others, self._saving.label(self.statements[n - 1].start))

    def history(self, n: int) -> tuple[Act, ...]:
        """All that anyone did on statement ``n``, oldest first."""
        return self.opened.book.history(n)

    def left_behind(self) -> tuple[Tag, ...]:
        """The tags whose words are not in the revision shown."""
        return self.opened.book.gone()

    def progress(self, update: int | None = None) -> Progress:
        """How far the editor has come, in the story or in one of its updates."""
        book = self.opened.book
        if update is None:
            return book.progress(self.editor, len(self.statements))
        numbers = self._sections.get(update, range(0))
        return book.progress(self.editor, len(numbers), numbers)

    def first_of(self, update: int) -> int | None:
        """Number of the update's first statement; None when it has none."""
        numbers = self._sections.get(update)
        return numbers.start if numbers else None

    # -- moving ----------------------------------------------------------------------------

    def go(self, n: int) -> bool:
        """Make statement ``n`` the current one, or the nearest there is; False if nothing moved."""
        target = min(max(n, 1), len(self.statements))
        moved = target != self.n
        self.n = target
        return moved

    def move(self, by: int) -> bool:
        """Move by that many statements, stopping at the ends."""
        return self.go(self.n + by)

    def move_update(self, by: int) -> bool:
        """Move to the first statement of the next (1) or this or the previous (-1) update.

        The words before the first update count as a section of their own.
        """
        starts = sorted({1, *(numbers.start for numbers in self._sections.values())})
        if by > 0:
            at = bisect_right(starts, self.n)
            return at < len(starts) and self.go(starts[at])
        at = bisect_left(starts, self.n) - 1
        return at >= 0 and self.go(starts[at])

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

    # -- searching -------------------------------------------------------------------------

    def search(self, query: str) -> int:
        """Find ``query`` in the whole text; "" ends the search. Returns the number of matches."""
        self.query = query.strip()
        self.matches = find(self.opened.analysis.article.text, self.query)
        return len(self.matches)

    def matching(self) -> tuple[int, ...]:
        """Numbers of the statements that hold a match, rising."""
        return holding(self.matches, self.statements)

    def move_match(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) statement with a match, round the ends."""
        found = self.matching()
        if not found:
            return False
        if by > 0:
            return self.go(found[bisect_right(found, self.n) % len(found)])
        return self.go(found[bisect_left(found, self.n) - 1])

    # -- acting ----------------------------------------------------------------------------

    def tag(self, label: Label) -> Outcome:
        """Put ``label`` on the current statement and, where set so, move on."""
        outcome = self._act(EventKind.TAG, str(label), label=label)
        self._last = label
        if self.advance:
            self.move(1)
        return outcome

    def repeat(self) -> Outcome:
        """Put the label that was put last on the current statement."""
        if self._last is None:
            return Outcome("nothing to repeat yet")
        return self.tag(self._last)

    def clear(self) -> Outcome:
        """Take the editor's tag, with note and evidence, off the current statement."""
        if not self.n or self.standing(self.n).own is None:
            return Outcome("no tag of yours here")
        return self._act(EventKind.CLEAR, "cleared")

    def note(self, text: str) -> Outcome:
        """Leave a note on the current statement; "" takes it away."""
        return self._act(EventKind.NOTE, "note saved" if text else "note removed", note=text)

    def evidence(self, text: str) -> Outcome:
        """Leave evidence on the current statement; "" takes it away."""
        done = "evidence saved" if text else "evidence removed"
        return self._act(EventKind.EVIDENCE, done, evidence=text)

    def undo(self) -> Outcome:
        """Undo the editor's last action in this story, however long ago it was."""
        if self.unsaved:
            return self._saving.drop()
        ids = self.opened.book.undoable(self.editor)
        return self._switch(EventKind.UNDO, ids) if ids else Outcome("nothing to undo")

    def redo(self) -> Outcome:
        """Do again what was undone last."""
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
        statement = self.statement
        if statement is None:
            return Outcome("no statement here")
        article = self.opened.analysis.article
        draft = Draft(
            kind,
            self.editor,
            self.opened.story.uri,
            Anchor.of(
                self.opened.story.uri,
                self.opened.revision.hash,
                article.text,
                statement.start,
                statement.end,
            ),
            label=label,
            note=note,
            evidence=evidence,
            group=str(uuid.uuid4()),
        )
        return self._saving.write((draft,), done)

    def _switch(self, kind: EventKind, ids: tuple[str, ...]) -> Outcome:
        draft = Draft(kind, self.editor, self.opened.story.uri, events=ids)
        numbers = self.opened.book.numbers(ids)
        outcome = self._saving.write((draft,), "undone" if kind is EventKind.UNDO else "redone")
        if numbers:
            self.go(numbers[0])
        return outcome


def _sections(statements: Sequence[Statement]) -> dict[int, range]:
    """The statement numbers of each update; an update's statements stand together."""
    sections: dict[int, range] = {}
    for statement in statements:
        if statement.update is not None:
            first = sections.get(statement.update, range(statement.n, statement.n)).start
            sections[statement.update] = range(first, statement.n + 1)
    return sections
