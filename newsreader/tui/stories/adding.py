"""Adding a file, a folder or a page from inside the program: named, then read step by step.

One article is read at a time, and keys come in between, so that a large folder stops nobody. A page
is fetched beside all that, in a thread that touches neither the library nor the screen.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.errors import NewsreaderError
from newsreader.library import Added
from newsreader.tui.stories.base import ListBase

if TYPE_CHECKING:
    from newsreader.reading.raw import Loaded


class Adding(ListBase):
    """Adding what is on the disk or has an address."""

    _asking_for_path = False
    _adding: Iterator[Added] | None = None

    def action_add(self) -> None:
        """Ask for a file, a folder or an address and add it."""

        def answered(text: str | None) -> None:
            self._asking_for_path = False
            if text and text.strip():
                self._begin(text.strip())

        if self._adding is not None:
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
        """Begin to read what was typed; ``-`` is a file of that name here."""
        self._counts: Counter[str] = Counter()
        self._first: int | None = None
        self._wrong = ""
        self._from = self._current()
        if "://" in typed:
            self._fetch(typed)
            return
        source = os.path.abspath(os.path.expanduser(typed))  # noqa: PTH100, PTH111  a path may be none
        self._adding = self.desk.library.add(source)
        self.call_later(self._add_one)

    def _fetch(self, address: str) -> None:
        """Fetch a page; it is added when it is here."""
        try:
            load = self.desk.library.loader(address)
        except NewsreaderError as error:
            self.say(str(error), loud=True)
            return
        self._adding = iter(())  # nothing else is added meanwhile
        self.say(f"fetching {address} …")
        loop = asyncio.get_running_loop()

        def fetch() -> None:
            loaded = tuple(load())
            with suppress(RuntimeError):  # the program has been left
                loop.call_soon_threadsafe(self._fetched, address, loaded)

        # A daemon: who leaves the program does not wait for a server.
        threading.Thread(target=fetch, daemon=True).start()

    def _fetched(self, address: str, loaded: Iterable[Loaded]) -> None:
        """Add a page that is here."""
        if self.is_attached:
            self._adding = self.desk.library.add(address, loaded=loaded)
            self.call_later(self._add_one)

    def _add_one(self) -> None:
        """Read one article more."""
        if self._adding is None:
            return
        try:
            added = next(self._adding, None)
        except NewsreaderError as error:
            self._wrong, added = str(error), None
        if added is None:
            self._adding = None
            self._added()
            return
        self._take(added)
        if not self.asking:
            self.say(f"adding … {sum(self._counts.values())}")
        self.call_later(self._add_one)

    def _take(self, added: Added) -> None:
        status = "passed over" if added.skipped else added.status
        self._counts[status] += 1
        if added.error is not None and not added.skipped:
            self._wrong = self._wrong or added.error
        if added.story is not None and (self._first is None or added.status != "unchanged"):
            self._first = self._first or added.story

    def _added(self) -> None:
        """Tell what came of it, and go to the first story that came, if nobody went on."""
        if self._first is not None and self._current() == self._from:
            self._go_to_added(self._first)
        elif self._first is not None:
            self.take_news()
        counts = ", ".join(f"{count} {status}" for status, count in self._counts.items())
        said = " · ".join(each for each in (counts, self._wrong) if each)
        self.say(said or "nothing to add there", loud=bool(self._wrong))

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
