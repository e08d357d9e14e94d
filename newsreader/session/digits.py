"""Digits as they are typed: labels, or a number for the next command; pure.

Some digits stand for commands (1 confirmed, 2 speculative, 3 opinion, 0 clear), and a number before
a command says how often, how many, or which. A key never waits to see what follows it, so:

- A digit that stands for a command is that command, at once.
- A digit that stands for none (4 to 9) begins a number.
- A number that begins with any digit at all is begun with a key of its own (``#``).
- Once a number has begun, all digits belong to it. A command that takes a number gets it, Enter
  goes to the statement that has it, Escape drops it, and Backspace takes back its last digit.

Must stay true: every digit is either acted on when it is pressed, or part of a number that is
there to be seen.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

NumberKeys = Literal["both", "labels", "counts"]
"""What digits are: labels and numbers, always labels, always numbers."""

DIGITS = frozenset("0123456789")
LONGEST = 6
"""Digits of a number; more are taken in, but change nothing."""


class Pressed(NamedTuple):
    """What a key press comes to."""

    now: bool = False  # whether the key is to be acted on
    times: int | None = None  # the number typed for it
    go: int | None = None  # the statement to go to instead


class Digits:
    """What was typed of a number."""

    def __init__(self, keys: NumberKeys = "both") -> None:
        """Begin with nothing typed; ``keys`` says what digits are."""
        self.keys = keys
        self._begun = False  # by its own key: it may begin with any digit
        self._typed = ""

    @property
    def shown(self) -> str:
        """The number as far as it is typed, "" while there is none."""
        return "#" * self._begun + self._typed

    def begin(self) -> None:
        """Begin a number, whatever its first digit will be."""
        self._begun, self._typed = True, ""

    def press(self, key: str, *, acts: bool, counted: bool) -> Pressed:
        """A key was pressed.

        Args:
            key: its name.
            acts: whether it stands for a command that applies now.
            counted: whether that command takes a number.
        """
        if key in DIGITS:
            return self._digit(key, acts=acts)
        begun, typed = self._begun, self._typed
        self._begun, self._typed = False, ""
        number = int(typed[:LONGEST]) if typed else None
        if key == "backspace" and typed:
            self._begun, self._typed = begun, typed[:-1]
            return Pressed()
        if key in {"enter", "ctrl+j"} and (begun or typed):
            return Pressed(go=number)
        if counted and number is not None:
            return Pressed(now=True, times=number)
        # Who began a number with its own key is typing: a key that has no use for it does nothing.
        return Pressed(now=not begun and not (typed and key == "escape"))

    def _digit(self, key: str, *, acts: bool) -> Pressed:
        begins = self.keys == "counts" or (self.keys == "both" and not acts)
        if not self.shown and (key == "0" or not begins):
            return Pressed(now=self.keys != "counts")
        self._typed += key
        return Pressed()
