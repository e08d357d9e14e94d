"""What all commands of the reader share: the session, the panes, and telling what came of an act.

What a key means is decided by the session; this screen tells the widgets what may look different
now. Nothing is told as done before the session says that it is saved.
"""

from __future__ import annotations

from contextlib import suppress

from textual.app import ComposeResult
from textual.events import Resize

from newsreader.errors import NewsreaderError
from newsreader.session import Outcome, Session
from newsreader.tui.commanding import CommandScreen
from newsreader.tui.commands.command import has_change, has_stale, has_unseen
from newsreader.tui.plain.troubles import in_full
from newsreader.tui.reader.panes import Panes
from newsreader.tui.widgets.footer import KeyBar

MINUTE = 60.0
SOURCED = 500
"""Statements up to which who speaks is found unasked; beyond, it would hold up the first keys."""


class ReaderBase(CommandScreen):
    """One story on the screen; the commands are added by the modules beside this one."""

    def __init__(self, session: Session) -> None:
        """Show what ``session`` works on."""
        super().__init__()
        self._session = session
        self._told: tuple[str, dict[int, int], tuple[object, ...]] = ("", {}, ())

    @property
    def session(self) -> Session:
        """What the editor is doing in this story."""
        return self._session

    def compose(self) -> ComposeResult:
        """Seven widgets and the line of keys."""
        self._panes = Panes(self._session, self.desk.now, self.keys)
        self._panes.arrange(*self.app.size)
        yield from self._panes.compose()
        yield KeyBar()

    def on_mount(self) -> None:
        """What others did is looked for each minute at least; times told as "ago" are told anew."""
        self.set_interval(MINUTE, self.look_up)
        self.call_after_refresh(self._know_trouble)
        if len(self._session.statements) <= SOURCED:
            self.call_after_refresh(self._know_sources)

    def _know_sources(self) -> None:
        """Find who speaks in the story, once its first frame is to be seen."""
        self._session.sources()
        self._panes.show()

    def _know_trouble(self) -> None:
        """Find whether what the story came from is followed and cannot be read."""
        session = self._session
        with suppress(NewsreaderError):  # as below
            trouble = self.desk.library.story_troubles().get(session.opened.story.id)
            if trouble == session.trouble:
                return
            session.trouble = trouble
            self._panes.title.redraw()
            if not self.asking:
                self._tell(in_full(trouble, self.desk.now()) if trouble is not None else "")

    def look_up(self) -> None:
        """Take in what others did, and say what waits."""
        self._know_trouble()
        with suppress(NewsreaderError):  # the next key that needs the library will say so
            if self.desk.library.refresh(self._session.opened):
                self._panes.show_tags(self._session.opened.book.take_touched())
        self._panes.show_time()
        if not self.asking:
            self._tell(self._told[0])

    def on_resize(self, event: Resize) -> None:
        """Show the panes that there is room for."""
        self._panes.arrange(*event.size)
        if self._prompt is not None:  # what is typed in the panel may have lost its place there
            self._prompt.redraw()

    def _done(self, outcome: Outcome) -> None:
        """Show what came of an act."""
        if outcome.recut:
            self._panes.take_revision()
        else:
            self._panes.show_tags(outcome.changed)
        self._tell(outcome.message, loud=not outcome.saved)

    def hush(self) -> None:
        """What was said is over, also for what is told anew each minute."""
        self._tell("")
        super().hush()

    def _tell(self, message: str, *, loud: bool = False, again: bool = False) -> None:
        """Say it, and draw the line at the bottom only when it changes, or ``again``."""
        session = self._session
        news = session.newer(), session.recut(), session.removed
        keys = has_stale(session), has_change(session), has_unseen(session)
        seen = *news, bool(session.query), len(session.selection), *keys
        told = message, dict(self.desk.unsaved()), seen
        if message or again or told != self._told:
            self._told = told
            self.say(message, loud=loud)

    def _moved(self, moved: bool, otherwise: str = "") -> None:  # noqa: FBT001  one fact
        """Show where one is now, or say why one is where one was."""
        if moved:
            self._panes.show()
        self._tell("" if moved else otherwise)
