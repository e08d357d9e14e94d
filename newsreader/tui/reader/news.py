"""What is new: counted while it waits, marked in the text until it was seen, listed on a key.

Revisions are compared beside what the editor does; what is known by then is shown, and no key
waits for the rest.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from newsreader.tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from newsreader.library.since import Since


class News(ReaderBase):
    """What is new in the story."""

    _asked: tuple[int, int] | None = None  # what is being compared

    def on_mount(self) -> None:
        """What came since one looked is found once the first frame is to be seen."""
        super().on_mount()
        self.call_after_refresh(self._compare)

    def _compare(self) -> None:
        """Begin to compare what is to be compared next, unless that is under way."""
        wanted = self._session.wanted()
        if wanted is None or self._asked is not None:
            return
        from newsreader.library.since import beside, since  # noqa: PLC0415  -- at use

        self._asked = wanted
        loop = asyncio.get_running_loop()
        story, (old, new) = self._session.opened.story.id, wanted

        def done(answer: Since | None) -> None:
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(self._compared, answer)

        beside(self.desk.library, partial(since, story=story, old=old, new=new), done)

    def _compared(self, answer: Since | None) -> None:
        asked, self._asked = self._asked, None
        if answer is None:
            if asked is not None:
                self._session.cannot_learn(*asked)
        elif self._session.learn(answer) and self.is_attached:
            self._panes.show_unseen()
            told = answer.told()
            if told and not self.asking and not self._told[0]:
                lists = f" · {self.key('since')} lists them" if answer.fresh else ""
                self._tell(f"since you looked: {told}{lists}")
        if self.is_attached:
            self._tell(self._told[0], again=True)
            self._compare()

    def _tell(self, message: str, *, loud: bool = False, again: bool = False) -> None:
        """Say it; where a newer revision became known by that, begin to count what it brings."""
        super()._tell(message, loud=loud, again=again)
        if self._session.newer() and self._asked is None:
            self._compare()

    def action_since(self) -> None:
        """List what came since one looked and was not seen yet."""
        from newsreader.tui.reader.since_screen import SinceScreen  # noqa: PLC0415  -- at use

        def went(n: int) -> None:
            self._moved(self._session.go(n))

        def seen() -> None:
            self._session.see(self._session.unseen())
            self._panes.show_unseen()

        self.lay_over(SinceScreen(self._session, went, seen), "since")
