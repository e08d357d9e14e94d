"""The updates of the article with the progress in each, as lines beside the text; pure."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.model.story import Progress
from newsreader.session import Session
from newsreader.tui.plain.clock import ASSUMED, face, short_name, wall
from newsreader.tui.plain.marks import bar
from newsreader.tui.plain.parts import Parts, cut, spread
from newsreader.tui.plain.safe import line

HEAD = 2
"""Lines above the first."""
BROAD = 34
"""Columns from which an update has its first words below it."""


class UpdateLines:
    """Each update with its time, ``tagged/all`` and a bar; the current one is marked."""

    def __init__(self, session: Session) -> None:
        """The updates of ``session``, the current one in sight."""
        self._session = session
        self._first = 0  # index of the update that is shown first
        self._rows = 3  # lines that an update takes: name and counts, bar, air
        self._kept: int | None = None  # the update that was last kept in sight
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

    def _progress_of(self, update: int) -> Progress:
        if update not in self._progress:
            self._progress[update] = self._session.progress(update)
        return self._progress[update]

    def lines(self, width: int, height: int) -> list[Parts]:
        """The updates, and the line that parts them from the text."""
        edge = ("line", "│")
        said = self._said(width - 2, height)[:height]
        return [spread(parts, [edge], width) for parts in said + [[]] * (height - len(said))]

    def _said(self, width: int, height: int) -> list[Parts]:
        """The updates, as many as fit around the current one."""
        session = self._session
        self._rows = _rows_each(len(session.updates), height)
        fit = self._capacity(height)
        here = session.update
        if here is not None and here != self._kept:  # the one above and below is seen, too
            self._first = min(max(self._first, here + 2 - fit), max(0, here - 1))
            if not self._first <= here < self._first + fit:
                self._first = here
        self._kept = here
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
        broad = width >= BROAD
        count = f"{progress.tagged}/{progress.total}"
        name = line(short_name(update, (wall if broad else face)(update)))
        style = "strong" if here else ""
        left = [(style, "▸ " if here else "  "), (style, cut(name, width - len(count) - 3))]
        done = "dim" if progress.total and not progress.open else style
        size = min(max(width - 2, 1), max(progress.total, 1))
        lines: list[Parts]
        end = [("", " "), (done, count)]
        if self._rows == 1:
            small = bar(progress, min(size, width - 22)) if width >= 28 else []
            return [spread(left, [*small, *end], width)]
        if broad:
            said: Parts = [("dim", "  " + cut(self._words(i), width - 3))]
            lines = [spread(left, [*bar(progress, min(size, width // 3)), *end], width), said, []]
        else:
            lines = [spread(left, end[1:], width), [("", "  "), *bar(progress, size)], []]
        return lines[: self._rows]

    def _words(self, i: int) -> str:
        """How an update begins."""
        n = self._session.first_of(i)
        if n is None:
            return ""
        statement = self._session.statements[n - 1]
        start, end = statement.start, min(statement.end, statement.start + 2 * BROAD)
        return line(" ".join(self._session.opened.analysis.article.text[start:end].split()))

    def _capacity(self, height: int) -> int:
        """How many updates there is room for."""
        return max(1, (height - HEAD) // self._rows)

    def scroll(self, by: int, height: int) -> None:
        """Show later or earlier ones, one at a step; the current one stays as it is."""
        last = len(self._session.updates) - self._capacity(height)
        self._first = max(0, min(self._first + (1 if by > 0 else -1), last))

    def at(self, y: int) -> int | None:
        """Index of the update that stands on a line; None for none."""
        i = self._first + (y - HEAD) // self._rows
        return i if y >= HEAD and i < len(self._session.updates) else None


def _rows_each(count: int, height: int) -> int:
    """Lines that each of ``count`` updates takes, so that as many as possible are seen at once."""
    room = height - HEAD
    return next((rows for rows in (3, 2) if count * rows <= room), 2 if room >= 24 else 1)
