"""News in the list: what came waits until it is taken; what is wrong with what is followed."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice, takewhile

from newsreader.errors import NewsreaderError
from newsreader.tui.plain.troubles import in_full
from newsreader.tui.stories.base import ListBase

_MOST = 100  # stories that are counted


class Following(ListBase):
    """Noticing what is followed, and choosing it."""

    def on_mount(self) -> None:
        """What is wrong is found once the rows are to be seen."""
        self.call_after_refresh(self._first_troubles)

    def _first_troubles(self) -> None:
        with suppress(NewsreaderError):  # as below
            self._know_troubles()
            if self.stories.troubles:
                self.stories.redraw()

    def look_up(self) -> None:
        """Say how many stories are new or changed; the rows stay as they are."""
        with suppress(NewsreaderError):  # locked for a moment: the next look finds it
            self._know_troubles()
            newer = takewhile(lambda story: story.changed_at > self.seen, self._latest())
            count = sum(1 for _ in islice(newer, _MOST))
            self.heading.news = self._told(count) if count else ""
        self.heading.redraw()
        self.stories.redraw()

    def _told(self, count: int) -> str:
        many = f"{count}{'+' if count == _MOST else ''} new or changed"
        return f"{many} · {self.key('reload')} to take"

    def _moved(self) -> None:
        """Say what is wrong with the source of the story that one went to."""
        super()._moved()
        story = self.stories.story
        trouble = self.stories.troubles.get(story.id) if story is not None else None
        if trouble is not None:
            self.say(in_full(trouble, self.desk.now()))

    def action_follow(self) -> None:
        """Follow what the story came from, or follow it no more."""
        story = self.stories.story
        if story is not None:
            self.say(self.desk.toggle_following(story.id))
            self._know_troubles()
            self.stories.redraw()
