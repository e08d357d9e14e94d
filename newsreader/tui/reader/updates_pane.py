"""The updates of the article with the progress in each, beside the text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.events import Click
from textual.message import Message

from newsreader.model.story import Progress
from newsreader.session import Session
from newsreader.tui.clock import ASSUMED, face, short_name
from newsreader.tui.drawing import Drawn, Parts, cut, spread
from newsreader.tui.marks import bar
from newsreader.tui.safe import line

ROWS = 3
"""Lines that an update takes: name and counts, bar, air."""
HEAD = 2
"""Lines above the first."""


class UpdatesPane(Drawn):
    """Each update with its time, ``tagged/all`` and a bar; the current one is marked."""

    DEFAULT_CSS = """
    UpdatesPane { width: 22; padding: 0 0 0 1; }
    """

    class Picked(Message):
        """An update was clicked."""

        def __init__(self, update: int) -> None:
            super().__init__()
            self.update = update

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._first = 0
        self._progress: dict[int, Progress] = {}  # of the updates drawn so far

    def recount(self, numbers: Iterable[int]) -> None:
        """The tags of these statements changed: count their updates anew when drawn next."""
        statements = self._session.statements
        for update in {statements[n - 1].update for n in numbers}:
            if update is not None:
                self._progress.pop(update, None)

    def renew(self) -> None:
        """The article is another one."""
        self._first = 0
        self._progress.clear()
        self.redraw()

    def _progress_of(self, update: int) -> Progress:
        if update not in self._progress:
            self._progress[update] = self._session.progress(update)
        return self._progress[update]

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The updates, and the line that parts them from the text."""
        edge = ("line", "│")
        said = self._said(width - 2, height)[:height]
        return [spread(parts, [edge], width) for parts in said + [[]] * (height - len(said))]

    def _said(self, width: int, height: int) -> list[Parts]:
        """The updates, as many as fit around the current one."""
        session = self._session
        fit = max(1, (height - HEAD) // ROWS)
        here = session.update
        if here is not None:
            self._first = min(max(self._first, here - fit + 1), here)
        self._first = max(0, min(self._first, len(session.updates) - fit))
        shown = range(self._first, min(self._first + fit, len(session.updates)))
        more = len(session.updates) - len(shown)
        head = f"UPDATES {len(session.updates)}" if more else "UPDATES"
        lines: list[Parts] = [[("head", head)], []]
        for i in shown:
            lines += self._update(i, width, here=i == here)
        if any(session.updates[i].assumed for i in shown):
            lines.append([("dim", cut(f"{ASSUMED} assumed", width))])
        return lines

    def _update(self, i: int, width: int, *, here: bool) -> list[Parts]:
        update, progress = self._session.updates[i], self._progress_of(i)
        count = f"{progress.tagged}/{progress.total}"
        name = line(short_name(update, face(update)))
        style = "strong" if here else ""
        left = [(style, "▸ " if here else "  "), (style, cut(name, width - len(count) - 3))]
        done = "dim" if progress.total and not progress.open else style
        size = min(max(width - 2, 1), max(progress.total, 1))
        return [spread(left, [(done, count)], width), [("", "  "), *bar(progress, size)], []]

    def on_click(self, event: Click) -> None:
        """Go to the update that was clicked."""
        i = self._first + (event.y - HEAD) // ROWS
        if event.y >= HEAD and i < len(self._session.updates):
            self.post_message(self.Picked(i))
