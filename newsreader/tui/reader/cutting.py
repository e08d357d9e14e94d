"""Cutting the current statement in two, and joining it with the next one.

While a cut is being placed, the line at the bottom says which keys count; no other key does
anything, so that nobody tags half a thought.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from newsreader.session.cutting import Cutter

_SAID = "Enter cuts · Esc leaves it whole · ← → by word · Tab after a comma"
_BY_WORD = {"left": -1, "h": -1, "right": 1, "l": 1, "home": -(10**9), "end": 10**9}
_BY_MARK = {"tab": 1, "shift+tab": -1}


class Cutting(ReaderBase):
    """Cutting the current statement in two, and joining it with the next one."""

    @property
    def asking(self) -> bool:
        """Whether something is being typed, or a cut placed: no command applies."""
        return super().asking or self._session.cutter is not None

    def action_cut(self) -> None:
        """Begin to place a cut."""
        refused = self._session.begin_cut()
        if refused is not None:
            self._tell(refused.message)
            return
        self._panes.show()
        self._draw_cut()

    def action_join(self) -> None:
        """Join with the next statement."""
        self._done(self._session.join())

    def take_key(self, key: str, character: str | None) -> bool:
        """While a cut is being placed, take every key."""
        session = self._session
        cutter = session.cutter
        if cutter is None:
            return super().take_key(key, character)
        if key == "enter":
            self._done(session.cut_there())
        elif key == "escape":
            session.end_cut()
            self._panes.view.restate([cutter.n])
            self._tell("")
        elif self._moved_cut(cutter, key):
            self._draw_cut()
        return True

    @staticmethod
    def _moved_cut(cutter: Cutter, key: str) -> bool:
        if key in _BY_MARK:
            return cutter.jump(_BY_MARK[key])
        return key in _BY_WORD and cutter.move(_BY_WORD[key])

    def take_paste(self, text: str) -> None:
        """A paste means nothing to a cut."""
        if self._session.cutter is None:
            super().take_paste(text)

    def _draw_cut(self) -> None:
        self._panes.view.restate([self._session.n])
        self.say(_SAID)
