"""Adding a file or a folder from inside the program: a path with completion, read step by step.

One article is read at a time, and keys come in between, so that a large folder stops nobody.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from newsreader.errors import NewsreaderError
from newsreader.library import Added
from newsreader.tui.stories.base import ListBase


class Adding(ListBase):
    """Adding what is on the disk."""

    _asking_for_path = False
    _adding: Iterator[Added] | None = None

    def action_add(self) -> None:
        """Ask for a file or a folder and add it."""

        def answered(text: str | None) -> None:
            self._asking_for_path = False
            if text and text.strip():
                self._begin(text.strip())

        if self._adding is not None:
            self.say("still adding")
            return
        self._asking_for_path = True
        self.ask("add", "", answered)
        self.tell_typing("a file or a folder; Tab completes")

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
        source = typed if "://" in typed else os.path.abspath(os.path.expanduser(typed))  # noqa: PTH100, PTH111  a path may be none
        self._adding = iter(self.desk.library.add(source))
        self._counts: Counter[str] = Counter()
        self._first: int | None = None
        self._wrong = ""
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
        """Tell what came of it, and go to the first story that came."""
        if self._first is not None:
            self._go_to_added(self._first)
        counts = ", ".join(f"{count} {status}" for status, count in self._counts.items())
        said = " · ".join(each for each in (counts, self._wrong) if each)
        self.say(said or "nothing to add there", loud=bool(self._wrong))

    def _go_to_added(self, story: int) -> None:
        """Make the story the current one, where need be among all stories."""
        self.take_news(story)
        current = self.stories.story
        if current is None or current.id != story:
            self._show(self._feed(self.asked.searching("").filtered("")))
            self.take_news(story)
