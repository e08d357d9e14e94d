"""The updates of the article with the progress in each, beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.events import Click
from textual.message import Message

from newsreader.session import Session
from newsreader.tui.clock import ASSUMED, face, short_name
from newsreader.tui.drawing import Drawn, Parts, cut, spread
from newsreader.tui.marks import MARK_CLASSES, MARK_CSS, bar
from newsreader.tui.safe import line

ROWS = 3
"""Lines that an update takes: name and counts, bar, air."""
HEAD = 2
"""Lines above the first."""


class UpdatesPane(Drawn):
    """Each update with its time, ``tagged/all`` and a bar; the current one is marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *MARK_CLASSES, "updates--head", "updates--here", "updates--dim",
    }  # fmt: skip
    DEFAULT_CSS = (
        """
    UpdatesPane {
        width: 22; padding: 0 1; border-right: solid $foreground 20%;
        & > .updates--head { color: $foreground-muted; }
        & > .updates--dim { color: $foreground-muted; }
        & > .updates--here { text-style: bold; }
    """
        + MARK_CSS
        + "}"
    )

    class Picked(Message):
        """An update was clicked."""

        def __init__(self, update: int) -> None:
            super().__init__()
            self.update = update

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._first = 0

    def lines(self, width: int, height: int) -> Iterable[Parts]:
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
        lines: list[Parts] = [[("updates--head", head)], []]
        for i in shown:
            lines += self._update(i, width, here=i == here)
        if any(session.updates[i].assumed for i in shown):
            lines.append([("updates--dim", cut(f"{ASSUMED} assumed", width))])
        return lines

    def _update(self, i: int, width: int, *, here: bool) -> list[Parts]:
        update, progress = self._session.updates[i], self._session.progress(i)
        count = f"{progress.tagged}/{progress.total}"
        name = line(f"{short_name(update)} {face(update)}".rstrip())
        style = "updates--here" if here else ""
        left = [(style, "▸ " if here else "  "), (style, cut(name, width - len(count) - 3))]
        done = "updates--dim" if progress.total and not progress.open else style
        size = min(max(width - 2, 1), max(progress.total, 1))
        return [spread(left, [(done, count)], width), [("", "  "), *bar(progress, size)], []]

    def on_click(self, event: Click) -> None:
        """Go to the update that was clicked."""
        i = self._first + (event.y - HEAD) // ROWS
        if event.y >= HEAD and i < len(self._session.updates):
            self.post_message(self.Picked(i))
