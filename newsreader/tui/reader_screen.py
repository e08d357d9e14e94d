"""The screen in which a story is read and tagged: wires keys to the session, and no more.

What a key means is decided by the session; this screen tells the widgets what may look different
now. Nothing is told as done before the session says that it is saved.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Resize

from newsreader.model.event import Label
from newsreader.session import Outcome, Session
from newsreader.tui.article_view import ArticleView
from newsreader.tui.commanding import CommandScreen
from newsreader.tui.commands import Place
from newsreader.tui.footer import KeyBar
from newsreader.tui.panes import Panes
from newsreader.tui.updates_pane import UpdatesPane

MINUTE = 60.0


class ReaderScreen(CommandScreen):
    """One story: title, updates, text, panel, keys."""

    place: ClassVar[Place] = "reader"
    BLANK = True  # likewise
    DEFAULT_CSS = """
    ReaderScreen Body { height: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        """Show what ``session`` works on."""
        super().__init__()
        self._session = session
        self._told = ("", 0)

    @property
    def session(self) -> Session:
        """What the editor is doing in this story."""
        return self._session

    def compose(self) -> ComposeResult:
        """Seven widgets and the line of keys."""
        self._panes = Panes(self._session, self.desk.now)
        self._panes.arrange(*self.app.size)
        yield from self._panes.compose()
        yield KeyBar()

    def on_mount(self) -> None:
        """Times told as "ago" are told anew once a minute."""
        self.set_interval(MINUTE, self._panes.show_time)

    def on_resize(self, event: Resize) -> None:
        """Show the panes that there is room for."""
        self._panes.arrange(*event.size)

    def _done(self, outcome: Outcome) -> None:
        """Show what came of an act."""
        self._panes.show_tags(outcome.changed)
        self._tell(outcome.message, loud=not outcome.saved)

    def _tell(self, message: str, *, loud: bool = False) -> None:
        """Say it, and draw the line at the bottom only when it changes."""
        told = message, len(self._session.unsaved)
        if message or told != self._told:
            self._told = told
            self.say(message, loud=loud)

    # -- moving -----------------------------------------------------------------------------

    def _moved(self, moved: bool, otherwise: str = "") -> None:  # noqa: FBT001  one fact
        """Show where one is now, or say why one is where one was."""
        if moved:
            self._panes.show()
        self._tell("" if moved else otherwise)

    def action_next_statement(self) -> None:
        """The next statement."""
        self._moved(self._session.move(1))

    def action_previous_statement(self) -> None:
        """The previous statement."""
        self._moved(self._session.move(-1))

    def action_next_update(self) -> None:
        """The next update."""
        self._moved(self._session.move_update(1), "this is the last update")

    def action_previous_update(self) -> None:
        """The start of this update, then the previous one."""
        self._moved(self._session.move_update(-1), "this is the first update")

    def action_first(self) -> None:
        """The first statement."""
        self._moved(self._session.go(1))

    def action_last(self) -> None:
        """The last statement."""
        self._moved(self._session.go(len(self._session.statements)))

    def action_page_down(self) -> None:
        """A screenful down."""
        self._panes.view.page(1)
        self._panes.show()
        self._tell("")

    def action_page_up(self) -> None:
        """A screenful up."""
        self._panes.view.page(-1)
        self._panes.show()
        self._tell("")

    def action_next(self) -> None:
        """The next match, or the next open statement."""
        self._step(1)

    def action_previous(self) -> None:
        """The previous match, or the previous open statement."""
        self._step(-1)

    def _step(self, by: int) -> None:
        session = self._session
        if not session.query:
            where = "below" if by > 0 else "above"
            self._moved(session.move_open(by), f"no open statement {where}")
            return
        session.move_match(by)
        self._panes.show()
        self._tell(self._found())

    # -- tagging ----------------------------------------------------------------------------

    def action_confirmed(self) -> None:
        """Tag as confirmed."""
        self._done(self._session.tag(Label.CONFIRMED))

    def action_speculative(self) -> None:
        """Tag as speculative."""
        self._done(self._session.tag(Label.SPECULATIVE))

    def action_opinion(self) -> None:
        """Tag as opinion."""
        self._done(self._session.tag(Label.OPINION))

    def action_clear(self) -> None:
        """Take the tag away."""
        self._done(self._session.clear())

    def action_repeat(self) -> None:
        """The last label again."""
        self._done(self._session.repeat())

    def action_undo(self) -> None:
        """Undo the last action."""
        self._done(self._session.undo())

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._done(self._session.redo())

    def action_retry(self) -> None:
        """Write what is not saved."""
        self._done(self._session.retry())

    def action_note(self) -> None:
        """Write a note."""
        own = self._session.standing(self._session.n).own
        self.ask("note", (own and own.note) or "", self._noted)

    def _noted(self, text: str | None) -> None:
        if text is not None:
            self._done(self._session.note(text.strip()))

    def action_evidence(self) -> None:
        """Write down evidence."""
        own = self._session.standing(self._session.n).own
        self.ask("evidence", (own and own.evidence) or "", self._evidenced)

    def _evidenced(self, text: str | None) -> None:
        if text is not None:
            self._done(self._session.evidence(text.strip()))

    # -- searching --------------------------------------------------------------------------

    def action_search(self) -> None:
        """Search in the story."""
        self.ask("search", self._session.query, self._searched)

    def _searched(self, text: str | None) -> None:
        if text is None:
            return
        session = self._session
        session.search(text)
        current = session.n in session.matching()
        if not current:
            session.move_match(1)
        self._panes.show_all()
        self._tell(self._found(), loud=bool(session.query) and not session.matches)

    def _found(self) -> str:
        session = self._session
        if not session.query:
            return ""
        found = session.matching()
        count = len(session.matches)
        if not count:
            return f"not found: {session.query}"
        at = (
            f", statement {found.index(session.n) + 1} of {len(found)}"
            if session.n in found
            else ""
        )
        return f"{count} match{'es' if count > 1 else ''}{at} for {session.query}"

    def action_end_search(self) -> None:
        """Take the marks of the search away."""
        self._session.search("")
        self._panes.view.redraw()
        self._tell("")

    # -- looking ----------------------------------------------------------------------------

    def action_panel(self) -> None:
        """Show or hide the panel."""
        self._panes.toggle_panel()
        self._panes.arrange(*self.app.size)

    def action_updates(self) -> None:
        """Show or hide the updates."""
        self._panes.toggle_updates()
        self._panes.arrange(*self.app.size)

    def action_reload(self) -> None:
        """Take in what other programs did."""
        news = self.desk.library.refresh(self._session.opened)
        if news:
            self._panes.show_all()
        self._tell("taken in" if news else "nothing new")

    def action_back(self) -> None:
        """Back to the list of stories."""
        self.desk.leave()

    # -- mouse ------------------------------------------------------------------------------

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        """A statement was clicked."""
        self._moved(self._session.go(event.n))

    def on_updates_pane_picked(self, event: UpdatesPane.Picked) -> None:
        """An update was clicked."""
        first = self._session.first_of(event.update)
        if first is not None:
            self._moved(self._session.go(first))
