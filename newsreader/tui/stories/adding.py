"""Adding a file, a folder or a page from inside the program: named, then added in the background.

Keys never wait for it. The line above the stories says how far it is; it fills a list that has
room, and moves nothing in one that has none.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.tui.stories.base import ListBase

if TYPE_CHECKING:
    from textual.timer import Timer

    from newsreader.library.accession.background import Background

_LOOK = 0.1  # seconds between two looks at how far it is


class Adding(ListBase):
    """Adding what is on the disk or has an address."""

    _asking_for_path = False
    _following: Timer

    def action_add(self) -> None:
        """Ask for a file, a folder or an address and add it."""

        def answered(text: str | None) -> None:
            self._asking_for_path = False
            if text and text.strip():
                self._begin(text.strip())

        if self.desk.adding is not None:
            self.say("still adding")
            return
        self._asking_for_path = True
        self.ask("add", "", answered)
        self.tell_typing("a file, a folder or an address; Tab completes")

    def take_key(self, key: str, character: str | None) -> bool:
        """Tab completes a path that is being typed."""
        if key == "tab" and self._asking_for_path:
            from newsreader.session.completing import complete  # noqa: PLC0415  at first use

            done = complete(self.typed)
            self.retype(done.path)
            few = "  ".join(done.names[:6]) if len(done.names) > 1 else ""
            self.tell_typing(few if done.names or done.path.endswith("/") else "nothing like that")
            return True
        return super().take_key(key, character)

    def _begin(self, typed: str) -> None:
        """Begin to add what was typed; ``-`` is a file of that name here."""
        from newsreader.library.accession.background import Background  # noqa: PLC0415  at first use

        source = typed if "://" in typed else os.path.abspath(os.path.expanduser(typed))  # noqa: PTH100, PTH111  a path may be none
        self.desk.adding = Background(self.desk.library, [source])
        self.desk.adding.start()
        if "://" in typed:
            self.say(f"fetching {typed} …")
        self.follow()

    def on_mount(self) -> None:
        """Follow what is being added already."""
        if self.desk.adding is not None:
            self.follow()

    def follow(self) -> None:
        """Show how far the adding is, until it ends."""
        self._from = self._placed = self._current()
        self._shown = 0
        self._following = self.set_interval(_LOOK, self._look)

    def _look(self) -> None:
        adding = self.desk.adding
        if adding is None or not adding.running:
            self._following.stop()
            self.heading.adding = ""
            self.heading.redraw()
            if adding is not None:
                self.desk.adding = None
                self._added(adding)
            return
        self.heading.adding = adding.told()
        self.heading.redraw()
        # What fills the screen comes by itself; after that nothing moves until somebody asks.
        if adding.done > self._shown and self.stories.feed.known < self.stories.size.height:
            self._shown = adding.done
            with suppress(NewsreaderError):  # locked for a moment: the next look finds it
                self._fill()

    def _fill(self) -> None:
        """Show what came; in a list that was empty one is at its top until one goes on."""
        untouched = self._from is None and self._current() == self._placed
        self.take_news()
        if untouched:
            self.stories.go(0)
            self._placed = self._current()

    def _added(self, adding: Background) -> None:
        """Tell what came of it, and go to the first story that came, if nobody went on."""
        if self._from is None and self._placed is not None:
            self._fill()
        elif adding.first is not None and self._current() == self._from and self.is_current:
            self._go_to_added(adding.first)
        elif adding.first is not None:
            self.take_news()
        counts = ", ".join(f"{count:,} {status}" for status, count in adding.counts.items())
        wrong = adding.wrong or next(iter(adding.failures), "")
        said = " · ".join(each for each in (counts, wrong) if each)
        self.say(said or "nothing to add there", loud=bool(wrong))

    def _current(self) -> int | None:
        """Number of the story that the list is at."""
        return self.stories.story.id if self.stories.story is not None else None

    def _go_to_added(self, story: int) -> None:
        """Make the story the current one, where need be among all stories."""
        self.take_news(story)
        current = self.stories.story
        if current is None or current.id != story:
            self._show(self._feed(self.asked.searching("").filtered("")))
            self.take_news(story)
