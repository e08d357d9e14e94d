"""Numbers typed before a command: what a digit means, and what was counted.

Keys come here before they are looked up. :mod:`newsreader.session.counting` decides what a digit
is; here its label is acted on, or what was counted is kept for the command that follows.
"""

from __future__ import annotations

from textual.timer import Timer

from newsreader.tui.commands import Command
from newsreader.tui.footer import KeyBar
from newsreader.tui.reader.base import ReaderBase


class Counts(ReaderBase):
    """Digits before they are commands."""

    _count: int | None = None  # for the command that the present key stands for
    _pause: Timer | None = None

    def take_key(self, key: str, character: str | None) -> bool:
        """Take the digits of a count, and Escape while something is selected."""
        if self.asking:
            return super().take_key(key, character)
        command = self._command(key, character)
        counting = self._session.counting
        typed = counting.typed
        pressed = counting.press(
            character if command is not None and character in command.keys else key,
            acts=command is not None,
            counted=command is not None and command.counted,
        )
        self._count = None
        if pressed.label:
            self._act_on(pressed.label)
        self._count = pressed.times
        if typed or counting.typed:
            self._show_count()
        if key == "escape" and pressed.now and self._session.unselect():
            self._panes.show()
            self._tell("")
            return True
        return not pressed.now

    def take_paste(self, text: str) -> None:
        """What was typed before a paste is not part of it."""
        self.settle()
        super().take_paste(text)

    def settle(self) -> None:
        """Act on a digit that nothing followed: it is a label."""
        label = self._session.counting.settle()
        if label:
            self._act_on(label)
            self._show_count()

    def _command(self, key: str, character: str | None = None) -> Command | None:
        """The command that a key stands for, where it applies now."""
        names = {key, character}
        found = (each for each in self._here if not names.isdisjoint(each.keys))
        command = next(found, None)
        return command if command is not None and self._applies(command) else None

    def _act_on(self, digit: str) -> None:
        """Do what a digit stands for."""
        command = self._command(digit)
        if command is not None:
            getattr(self, f"action_{command.action}")()

    def _show_count(self) -> None:
        """Show what is typed, and act on it after a pause if it is a label by then."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if self._session.counting.waiting:
            self._pause = self.set_timer(self._session.counting.pause, self.settle)
        self.query_one(KeyBar).redraw()

    def _counted(self) -> int | None:
        """What was counted for the command that is done now; None without a count."""
        count, self._count = self._count, None
        return count

    def _times(self) -> int:
        """How often the command that is done now is meant: once without a count."""
        return self._counted() or 1
