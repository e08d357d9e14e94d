"""What became of statements over the revisions: a statement's history, revisions compared."""

from __future__ import annotations

from datetime import datetime

from newsreader.model.aged import Aged
from newsreader.session import Outcome
from newsreader.tui.reader.base import ReaderBase


class Retracing(ReaderBase):
    """Looking back through the revisions of the story."""

    def action_history(self) -> None:
        """Show the words and tags of the statement over the revisions."""
        from newsreader.library.tracing import Tracer  # noqa: PLC0415  -- at use
        from newsreader.tui.reader.history_screen import HistoryPage, HistoryScreen  # noqa: PLC0415  -- at use

        session = self._session
        stretches = Tracer(session.opened).stretches(self.desk.library, session.n)
        shown = session.opened.revision.n
        page = HistoryPage(session.n, stretches, session.editor, self.desk.now(), shown)
        self.lay_over(
            HistoryScreen(page, lambda revision, n: self._shown(session.visit(revision, n))),
            "history",
        )

    def action_revisions(self) -> None:
        """Show what changed between two revisions, at first the one shown and the one before."""
        from newsreader.library.revisions import difference  # noqa: PLC0415  -- at use
        from newsreader.tui.reader.diff_screen import DiffPage, DiffScreen  # noqa: PLC0415  -- at use

        session, library = self._session, self.desk.library

        def go(revision: int, n: int) -> None:
            self._shown(session.retrace(revision, n))

        new = max(2, session.opened.revision.n)
        revisions = session.opened.kept.revisions
        found = difference(library, str(session.opened.story.id), new - 1, new)
        page = DiffPage(found, revisions, self.desk.now())
        self.lay_over(DiffScreen(page, len(revisions), library, go), "revisions")

    def action_ledger(self) -> None:
        """Show what changed or vanished in the story without a new update header."""
        from newsreader.library.gathering import Gathering  # noqa: PLC0415  -- at use
        from newsreader.library.ledger import Entry  # noqa: PLC0415  -- at use
        from newsreader.tui.pages.ledger_screen import LedgerScreen  # noqa: PLC0415  -- at use

        session = self._session

        def go(each: Entry) -> None:
            self._shown(session.retrace(each.edit.last, each.edit.n))

        gathering = Gathering(self.desk.library, session.opened.story.id)
        self.lay_over(LedgerScreen(gathering, go), "ledger")

    def action_ageing(self) -> None:
        """Show the speculative tags of the story that nobody looked at for too long."""
        from newsreader.tui.pages.ageing_screen import MOST, AgeingScreen, Waiting  # noqa: PLC0415  -- at use

        session, desk = self._session, self.desk
        story = session.opened.story.id

        def go(tag: Aged) -> None:
            self._shown(session.go_to_act(tag.event, tag.n))

        def again(tag: Aged) -> str:
            outcome = session.still(tag.event, tag.n)
            self._panes.show_tags(outcome.changed)
            return outcome.message

        def aged(before: datetime, *, mine: bool) -> list[Aged]:
            return desk.library.aged(before, MOST + 1, story=story, mine=mine)

        waiting = Waiting(aged, go, again)
        self.lay_over(AgeingScreen(waiting, session.editor, desk.now(), desk.config), "ageing")

    def _shown(self, outcome: Outcome) -> None:
        """Show where the session was taken, in whatever revision."""
        self._panes.take_revision()
        self._panes.arrange(*self.app.size)
        self._tell(outcome.message)
