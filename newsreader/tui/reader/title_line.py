"""The story, the update one is in, and how far one has come, on one line; pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.plain.clock import timed_name, written_day
from newsreader.tui.plain.marks import bar, counts
from newsreader.tui.plain.parts import Part, Parts, cells, cut, spread
from newsreader.tui.plain.safe import line
from newsreader.tui.plain.troubles import SIGN, in_short

BAR = 14
"""Cells of the bar of progress."""


class TitleLine:
    """Title on the left; update, counts and progress on the right, as far as there is room."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        """Show where one is in ``session``; ``now`` tells the time, aware."""
        self._session = session
        self._now = now

    def parts(self, width: int) -> Parts:
        """The line."""
        right = self._right(width)
        room = max(0, width - cells(right) - 2)
        title = line(self._session.opened.story.title)
        return spread([("strong", cut(title, room))], right, width)

    def _right(self, width: int) -> list[Part]:
        """What there is room for, the most important longest."""
        session = self._session
        progress = session.progress()
        parts = counts(progress) if width >= 34 else counts(progress)[:1]
        left = len(session.left_behind())
        if left:
            parts = [("mark--alarm", f"!{left} left behind" if width >= 80 else f"!{left}"),
                     ("", "  "), *parts]  # fmt: skip
        stale = len(session.stale())
        if stale:
            parts = [("mark--alarm", f"!{stale} changed" if width >= 96 else f"!{stale}"),
                     ("", "  "), *parts]  # fmt: skip
        unseen = session.count_unseen
        if unseen:
            parts = [("fresh", f"+{unseen} unseen" if width >= 96 else f"+{unseen}"),
                     ("", "  "), *parts]  # fmt: skip
        if session.update is not None and width >= 56:
            update = session.updates[session.update]
            where = line(timed_name(update))
            parts = [("dim", where), ("", "  "), *parts]
        if session.trouble is not None:
            said = SIGN
            if width >= 100:
                said = in_short(session.trouble, self._now())
            parts = [("mark--alarm", said), ("", "  "), *parts]
        if width >= 100:
            parts = [*parts, ("", "  "), *bar(progress, BAR)]
        if width >= 110:
            parts = [("dim", " · ".join(self._about(width))), ("", "  "), *parts]
        return parts

    def _about(self, width: int) -> list[str]:
        """What story this is: its day, its updates, its revision, and who is reading."""
        session = self._session
        opened, updates = session.opened, len(session.updates)
        said = [f"{updates} update{'s' if updates > 1 else ''}"] if updates else []
        published = opened.analysis.article.published
        if width >= 150 and published:
            said.insert(0, line(written_day(published)))
        if width >= 130 or len(opened.revisions) > 1:
            said.append(f"r{opened.revision.n}")
        return [*said, line(session.editor)] if width >= 140 else said
