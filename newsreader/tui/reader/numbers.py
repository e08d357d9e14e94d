"""Numbers typed before a command: how often, how many, or which statement.

Keys come here before they are looked up. :mod:`newsreader.session.digits` decides what a digit is;
here the number is shown while it is typed, and kept for the command that follows.
"""

from __future__ import annotations

from newsreader.tui.commands import Command
from newsreader.tui.reader.base import ReaderBase
from newsreader.tui.widgets.footer import KeyBar


class Numbers(ReaderBase):
    """Digits before they are commands."""

    _count: int | None = None  # for the command that the present key stands for

    def take_key(self, key: str, character: str | None) -> bool:
        """Take the digits of a number, and Escape while something is selected."""
        if self.asking:
            return super().take_key(key, character)
        command = self._command(key, character)
        digits = self._session.digits
        before = digits.shown
        pressed = digits.press(
            character if command is not None and character in command.keys else key,
            acts=command is not None,
            counted=command is not None and command.counted,
        )
        self._count = pressed.times
        if pressed.go is not None:
            self._go_to(pressed.go)
        elif before and not digits.shown and not pressed.now:
            self._tell("")
        elif before != digits.shown:
            self.query_one(KeyBar).redraw()
        if key == "escape" and pressed.now and self._session.unselect():
            self._panes.show()
            self._tell("")
            return True
        return not pressed.now

    def _command(self, key: str, character: str | None) -> Command | None:
        """The command that a key stands for, where it applies now."""
        names = {key, character}
        found = (each for each in self._here if not names.isdisjoint(each.keys))
        command = next(found, None)
        return command if command is not None and self._applies(command) else None

    def action_go_to(self) -> None:
        """Go to the statement whose number was typed, or begin a number."""
        number = self._counted()
        if number is not None:
            self._go_to(number)
            return
        self._session.digits.begin()
        last = len(self._session.statements)
        example = f"{self.key('go-to')}12{self.key('next-statement')}"
        self._tell(f"1 to {last}, then Enter goes there; or a key, as {example}")

    def _go_to(self, n: int) -> None:
        """Go to a number, or say that there is none and go to the nearest."""
        total = len(self._session.statements)
        self._moved(self._session.go(n))
        if not 1 <= n <= total:
            self._tell(f"no statement {n}, the last one is {total}")

    def _counted(self) -> int | None:
        """The number typed for the command that is done now; None without one."""
        count, self._count = self._count, None
        return count

    def _times(self) -> int:
        """How often the command that is done now is meant: once without a number."""
        return self._counted() or 1
