"""What waits over all stories: the ledger of quiet edits, speculative tags that grew old."""

from __future__ import annotations

from datetime import datetime

from newsreader.model.aged import Aged
from newsreader.session import Session
from newsreader.tui.stories.base import ListBase


class Watching(ListBase):
    """Lists over the whole library, each with a way into its stories."""

    def action_ledger(self) -> None:
        """Show what changed or vanished anywhere without a new update header."""
        from newsreader.library.gathering import Gathering  # noqa: PLC0415  at first use
        from newsreader.library.ledger import Entry  # noqa: PLC0415  at first use
        from newsreader.tui.pages.ledger_screen import LedgerScreen  # noqa: PLC0415  at first use

        def go(each: Entry) -> None:
            edit = each.edit
            self.desk.open_story(each.story.id, lambda it: it.retrace(edit.last, edit.n))

        self.lay_over(LedgerScreen(Gathering(self.desk.library, None), go), "ledger")

    def action_ageing(self) -> None:
        """Show the speculative tags that nobody looked at for too long, of all stories."""
        from newsreader.tui.pages.ageing_screen import MOST, AgeingScreen, Waiting  # noqa: PLC0415  at first use

        desk, library = self.desk, self.desk.library

        def go(tag: Aged) -> None:
            desk.open_story(tag.story, lambda it: it.go_to_act(tag.event, tag.n))

        def again(tag: Aged) -> str:
            session = Session(library.open(tag.story), library.editor, library.record)
            return session.still(tag.event, tag.n).message

        def aged(before: datetime, *, mine: bool) -> list[Aged]:
            return library.aged(before, MOST + 1, mine=mine)

        waiting = Waiting(aged, go, again)
        self.lay_over(AgeingScreen(waiting, library.editor, desk.now(), desk.config), "ageing")
