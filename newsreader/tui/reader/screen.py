"""The screen in which a story is read and tagged: wires keys to the session, and no more."""

from __future__ import annotations

from typing import ClassVar

from newsreader.tui.commands import Place
from newsreader.tui.reader.article_view import ArticleView
from newsreader.tui.reader.copying import Copying
from newsreader.tui.reader.correcting import Correcting
from newsreader.tui.reader.cutting import Cutting
from newsreader.tui.reader.looking import Looking
from newsreader.tui.reader.moving import Moving
from newsreader.tui.reader.news import News
from newsreader.tui.reader.retracing import Retracing
from newsreader.tui.reader.searching import Searching
from newsreader.tui.reader.tagging import Tagging
from newsreader.tui.reader.updates_pane import UpdatesPane


class ReaderScreen(
    Cutting, Correcting, Moving, Tagging, Searching, Copying, Looking, News, Retracing
):
    """One story: title, updates, text, panel, keys."""

    place: ClassVar[Place] = "reader"
    BLANK = True  # its widgets leave nothing of it to be seen
    DEFAULT_CSS = """
    ReaderScreen Body { height: 1fr; }
    """

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        """A statement was clicked; while one types, it is the one before that is meant."""
        if self.asking:
            return
        self._moved(self._session.go(event.n))

    def on_article_view_wheeled(self, event: ArticleView.Wheeled) -> None:
        """The text is scrolled, and takes the cursor along; while one types, it does not."""
        self._scrolled(self._panes.view.scroll_rows(event.by, drag=not self.asking))

    def on_updates_pane_picked(self, event: UpdatesPane.Picked) -> None:
        """An update was clicked."""
        first = self._session.first_of(event.update)
        if first is not None and not self.asking:
            self._moved(self._session.go(first))
