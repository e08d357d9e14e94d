"""Following while the program is open, and noticing what comes into the library.

What must stay true: nothing of it happens before the first frame, and nothing that comes moves
the cursor: the screen that is shown is told to look, and says what waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import NewsreaderError
from newsreader.library import Library
from newsreader.tui.commanding import CommandScreen
from newsreader.tui.tty.keying import KeyApp

if TYPE_CHECKING:
    from newsreader.library.safekeeping.backups import BackingUp
    from newsreader.library.watching.following import Following
    from newsreader.model.followed import Followed

BACKUPS = 10.0
"""Seconds after the start at which it is asked for the first time whether a backup is due."""

LOOK = 1.0
"""Seconds between two looks whether the library changed."""


class Noticing(KeyApp):
    """An app that follows, and whose screens hear of news."""

    library: Library
    config: Config
    following: Following | None = None
    """What looks at what is followed; None while nothing is."""
    backing_up: BackingUp | None = None
    """What makes backups; None before it began."""
    _wrong = ""
    beside: Sequence[Followed] = ()
    """What the program was started with, and is looked at as long as it is open."""

    def begin_noticing(self) -> None:
        """Look for news from now on; what is followed is looked at, if anything is."""
        self.set_interval(LOOK, self.notice)
        self.set_timer(LOOK / 2, self._begin)
        if self.config.backups and not self.library.readonly:
            self.set_timer(BACKUPS, self.back_up)

    def back_up(self) -> None:
        """Make backups from now on, whenever one is due."""
        from newsreader.library.safekeeping.backups import BackingUp  # noqa: PLC0415  -- at use

        self.backing_up = BackingUp(self.library, self.config)
        self.backing_up.start()

    def _begin(self) -> None:
        self.follow()
        self.notice()

    def follow(self) -> None:
        """Look at what is followed in the background, now that something may be."""
        if self.following is not None:
            self.following.wake()
        elif self.config.follow and not self.library.readonly:
            with suppress(NewsreaderError):  # locked for a moment: the next change is another try
                if self.beside or self.library.followed():
                    from newsreader.library.watching.following import Following  # noqa: PLC0415  -- at use

                    every = self.config.follow_every
                    self.following = Following(self.library, every, self.beside)
                    self.following.start()

    def notice(self) -> None:
        """Tell the screen if another program, or what is followed, changed the library."""
        self._tell_of_backups()
        with suppress(NewsreaderError):  # as above
            if self.library.changed():
                if self.following is None:
                    self.follow()
                self._tell_screen()

    def _tell_screen(self) -> None:
        if (shown := self._shown()) is not None:
            shown.look_up()

    def _shown(self) -> CommandScreen | None:
        """The screen with commands that is seen, if it is there yet."""
        screens = reversed(self.screen_stack)
        shown = next((each for each in screens if isinstance(each, CommandScreen)), None)
        return shown if shown is not None and shown.is_mounted else None

    def _tell_of_backups(self) -> None:
        """Say once why no backup could be made."""
        wrong = self.backing_up.wrong if self.backing_up is not None else ""
        if wrong != self._wrong:
            shown = self._shown()
            if wrong and shown is not None and not shown.asking:
                shown.say(f"no backup: {wrong}", loud=True)
            self._wrong = wrong

    def end_following(self) -> None:
        """Look no more, and make no more backups."""
        for worker in (self.following, self.backing_up):
            if worker is not None:
                worker.stop()

    def toggle_following(self, story: int) -> str:
        """Follow what a story came from, or follow it no more.

        Args:
            story: its number.

        Returns:
            What was done, or why nothing was.

        Raises:
            NewsreaderError: it could not be written.
        """
        from newsreader.library.watching.followed import is_folder  # noqa: PLC0415  -- at use

        origin = self.library.origin(story)
        if origin is None:
            return "came from standard input, which cannot be followed"
        if not origin.since:
            as_uri, format_ = origin.named or None, origin.format or None
            self.library.follow(origin.source, as_uri=as_uri, format=format_)
            self.follow()
            return f"followed from now on: {origin.source}"
        if is_folder(origin):
            return f"followed with its folder; newsreader unfollow {origin.source} ends that"
        self.library.unfollow(origin.source)
        return f"followed no more: {origin.source}"
