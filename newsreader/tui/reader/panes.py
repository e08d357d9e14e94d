"""What the reader's screen is made of: which widgets there are, which are shown, what to redraw.

The screen tells that something happened; this says which widgets may look different because of
it, and leaves the others alone, so that a key press draws no more than it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal

from newsreader.session import Session
from newsreader.tui.reader.arranging import BESIDE, LOW, Arrangement, Wanted, arranged
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.panel import Panel
from newsreader.tui.reader.row_painter import Measures
from newsreader.tui.reader.statement_lines import Writing
from newsreader.tui.reader.title_bar import TitleBar
from newsreader.tui.reader.updates_pane import UpdatesPane

_LEAST = 33  # columns that what is laid over the text takes at least


class Body(Horizontal):
    """Text and panes side by side; they leave nothing of it to be seen."""

    BLANK = True  # spares a drawing of its own at every key


class Panes:
    """The widgets of one reader."""

    def __init__(
        self, session: Session, now: Callable[[], datetime], keys: Mapping[str, str]
    ) -> None:
        """Make them.

        Args:
            session: what they show.
            now: tells the time that "ago" counts from.
            keys: of the reader's commands by their ids, as written for people.
        """
        self._session = session
        self.title = TitleBar(session, now)
        self.updates = UpdatesPane(session)
        self.view = ArticleView(session, now)
        self._beside = Panel(session, now, keys, "beside")
        self._below = Panel(session, now, keys, "below")
        self._strip = Panel(session, now, keys, "strip")
        self._panels = (self._beside, self._below, self._strip)
        self._panel_on: bool | None = None  # None: as the width suggests
        self._updates_on: bool | None = None
        self._panel_below: bool | None = None  # None: as the width suggests
        self._diff_on = True
        self._shown_unseen = 0
        self._shown_update = session.update

    def compose(self) -> ComposeResult:
        """Title, text with what stands beside it, and what stands below."""
        yield self.title
        with Body():
            yield self.updates
            yield self.view
            yield self._beside
        yield self._below
        yield self._strip

    def arrange(self, width: int, height: int) -> None:
        """Show what there is room for in so many cells, and what the editor asked for."""
        shown = self._arranged(width, height)
        self.title.display, self.updates.display = shown.title, shown.updates
        self._beside.display, self._below.display = shown.beside, shown.below
        self._strip.display = shown.strip
        self.updates.styles.width = shown.updates_width
        self._beside.styles.width = shown.panel_width

    def _arranged(self, width: int, height: int) -> Arrangement:
        wanted = Wanted(self._panel_on, self._updates_on, self._panel_below)
        return arranged(width, height, wanted, has_updates=bool(self._session.updates))

    def move_panel(self, width: int, height: int) -> bool:
        """From beside the text to below it, or back; whether there is room for that."""
        below = not self._below.display
        if height < LOW or (not below and width < BESIDE):
            return False
        self._panel_below = below
        self._panel_on = True
        return True

    def scroll_panel(self, by: int) -> bool:
        """Scroll the panel that is shown; whether anything moved."""
        moved = [panel.scroll_rows(by) for panel in self._full]
        return any(moved)

    def toggle_diff(self) -> bool:
        """Show the words that changed, or hide them; whether they are shown."""
        self._diff_on = not self._diff_on
        for panel in self._panels:
            panel.show_diff(on=self._diff_on)
        self.view.show_diff(on=self._diff_on)
        return self._diff_on

    @property
    def _full(self) -> list[Panel]:
        return [panel for panel in (self._beside, self._below) if panel.display]

    # -- what is typed in the panel ----------------------------------------------------------

    @property
    def text_width(self) -> int:
        """Cells of a row of what is typed in the panel; 0 while no panel is shown."""
        return max((panel.text_width for panel in self._full), default=0)

    def write(self, writing: Writing | None) -> None:
        """Something is being typed, or no longer."""
        for panel in self._panels:
            panel.write(writing)

    def show_writing(self) -> None:
        """What is typed changed."""
        for panel in self._full:
            panel.redraw()

    # -- what to draw anew -------------------------------------------------------------------

    def beside_text(self, width: int) -> int:
        """Columns to the right of the text on a screen so wide: the panel's, and what is empty."""
        shown = self._arranged(width, LOW)
        left, right = shown.updates_width, shown.panel_width
        room = width - left - Measures.of(width - left - right).whole
        return max(_LEAST, room)

    def toggle_panel(self) -> None:
        """The other way round from now on, whatever the width suggests."""
        self._panel_on = not (self._beside.display or self._below.display)

    def toggle_updates(self) -> None:
        """Show or hide the updates from now on, whatever the width suggests."""
        self._updates_on = not self.updates.display

    def show(self) -> None:
        """The current statement may be another one; what only tags change is left alone."""
        self._show_statement()
        if self._session.update != self._shown_update:
            self._show_progress()

    def show_tags(self, numbers: Sequence[int]) -> None:
        """The tags of these statements changed, and the current one may be another."""
        self.view.restate(numbers)
        self.updates.recount(numbers)
        self._show_statement()
        self._show_progress()

    def _show_statement(self) -> None:
        self.view.follow()
        for panel in self._panels:
            panel.redraw()
        if self._session.count_unseen != self._shown_unseen:
            self._shown_unseen = self._session.count_unseen
            self.title.redraw()

    def _show_progress(self) -> None:
        self._shown_update = self._session.update
        self.title.redraw()
        self.updates.redraw()

    def show_all(self) -> None:
        """Anything may look different."""
        self.view.redraw()
        self.show_tags(range(1, len(self._session.statements) + 1))

    def show_unseen(self) -> None:
        """What was not seen yet is another by now."""
        self.view.redraw()
        for widget in (self.title, *self._panels):
            widget.redraw()

    def take_revision(self) -> None:
        """Another revision is shown."""
        self.view.renew()
        self.updates.renew()
        self.show_all()

    def show_time(self) -> None:
        """Tell "ago" anew; the text keeps its place."""
        for widget in (self.view, *self._panels):
            widget.redraw()
