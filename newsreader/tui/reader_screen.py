"""The screen in which a story is read and tagged: wires keys to the session, and no more.

What a key means is decided by the session; this screen tells the widgets what may look different
now. Nothing is told as done before the session says that it is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Resize

from newsreader.errors import NewsreaderError
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
    BLANK = True  # its widgets leave nothing of it to be seen
    DEFAULT_CSS = """
    ReaderScreen Body { height: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        """Show what ``session`` works on."""
        super().__init__()
        self._session = session
        self._told: tuple[str, dict[int, int], int] = ("", {}, 0)

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
        """What others did is looked for once a minute; times told as "ago" are told anew."""
        self.set_interval(MINUTE, self._look_up)

    def _look_up(self) -> None:
        with suppress(NewsreaderError):  # the next key that needs the library will say so
            if self.desk.library.refresh(self._session.opened):
                self._panes.show_tags(self._session.opened.book.take_touched())
        self._panes.show_time()
        if not self.asking:
            self._tell(self._told[0])

    def on_resize(self, event: Resize) -> None:
        """Show the panes that there is room for."""
        self._panes.arrange(*event.size)

    def _done(self, outcome: Outcome) -> None:
        """Show what came of an act."""
        self._panes.show_tags(outcome.changed)
        self._tell(outcome.message, loud=not outcome.saved)

    def _tell(self, message: str, *, loud: bool = False) -> None:
        """Say it, and draw the line at the bottom only when it changes."""
        told = message, dict(self.desk.unsaved()), self._session.newer()
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
        self._tell(_found(self._session))

    # -- tagging ----------------------------------------------------------------------------

    def _tagged(self, outcome: Outcome) -> None:
        """A tag is seen where it stands: no need to say it in the place of the keys."""
        said = "" if outcome.saved and outcome.changed else outcome.message
        self._done(outcome._replace(message=said))

    def action_confirmed(self) -> None:
        """Tag as confirmed."""
        self._tagged(self._session.tag(Label.CONFIRMED))

    def action_speculative(self) -> None:
        """Tag as speculative."""
        self._tagged(self._session.tag(Label.SPECULATIVE))

    def action_opinion(self) -> None:
        """Tag as opinion."""
        self._tagged(self._session.tag(Label.OPINION))

    def action_clear(self) -> None:
        """Take the tag away."""
        self._tagged(self._session.clear())

    def action_repeat(self) -> None:
        """The last label again."""
        self._tagged(self._session.repeat())

    def action_undo(self) -> None:
        """Undo the last action."""
        self._done(self._session.undo())

    def action_redo(self) -> None:
        """Redo what was undone."""
        self._done(self._session.redo())

    def action_retry(self) -> None:
        """Write what is not saved, in this story and in those that were left."""
        outcome = self._session.retry()
        wrong = self.desk.write_again() if outcome.saved else outcome.message
        self._done(Outcome(wrong or "saved", not wrong, outcome.changed))

    def action_note(self) -> None:
        """Write a note."""
        self._ask_about("note", self._session.note)

    def action_evidence(self) -> None:
        """Write down evidence."""
        self._ask_about("evidence", self._session.evidence)

    def _ask_about(self, what: str, write: Callable[[str], Outcome]) -> None:
        """Ask for a text on the current statement, and write it on that one."""
        n = self._session.n
        own = self._session.standing(n).own

        def answered(text: str | None) -> None:
            if text is not None:
                self._session.go(n)
                self._done(write(text.strip()))

        self.ask(what, getattr(own, what, None) or "", answered)

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
        self._tell(_found(self._session), loud=bool(session.query) and not session.matches)

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

    def action_left_behind(self) -> None:
        """Show the tags whose words are no longer in the text."""
        from newsreader.tui.left_behind_screen import LeftBehindScreen  # noqa: PLC0415  -- at use

        self.app.push_screen(LeftBehindScreen(self._session.left_behind(), self.desk.now()))

    def action_reload(self) -> None:
        """Take the newer revision that is waiting, or else look for what other programs did."""
        session = self._session
        if session.newer():
            outcome = session.take_newer()
            self._panes.take_revision()
            self._panes.arrange(*self.app.size)
            self._tell(outcome.message)
            return
        news = self.desk.library.refresh(session.opened)
        if news:
            self._panes.show_all()
        self._tell("" if session.newer() else "taken in" if news else "nothing new")

    def action_back(self) -> None:
        """Back to the list of stories."""
        self.desk.leave()

    # -- mouse ------------------------------------------------------------------------------

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        """A statement was clicked; while one types, it is the one before that is meant."""
        if self.asking:
            return
        self._moved(self._session.go(event.n))

    def on_updates_pane_picked(self, event: UpdatesPane.Picked) -> None:
        """An update was clicked."""
        first = self._session.first_of(event.update)
        if first is not None and not self.asking:
            self._moved(self._session.go(first))


def _found(session: Session) -> str:
    """What the search found, and which of it one is at."""
    if not session.query:
        return ""
    count, found = len(session.matches), session.matching()
    if not count:
        return f"not found: {session.query}"
    at = f", statement {found.index(session.n) + 1} of {len(found)}" if session.n in found else ""
    return f"{count} match{'es' if count > 1 else ''}{at} for {session.query}"
