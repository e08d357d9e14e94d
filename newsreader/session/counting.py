"""Digits as they are typed: a count for the next command, or a label; pure.

Digits do two things in one place: some stand for commands (1 confirmed, 2 speculative, 3 opinion,
0 clear), and a number before a command says how often. What a digit is, is told by what follows:

- A count never begins with a digit that acts, but for 2 and 3. The others that act do so at once.
- 2 and 3 wait. A digit that does not act (4 to 9), or a command that takes a count, makes a count
  of them; anything else, and a pause, makes them the label that they stand for, which is then
  acted on before anything that came later.
- Once a count has begun, all digits belong to it. A command that takes none drops it, and Escape
  does nothing but drop it.

Must stay true: every digit that acts is either acted on, in order, or part of a count that was
there to be seen.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

NumberKeys = Literal["both", "labels", "counts"]
"""What digits are: labels and counts, always labels, always counts."""

PAUSE = 0.5
"""Seconds after which 2 and 3 are labels."""

DIGITS = frozenset("0123456789")
LONGEST = 4
"""Digits of a count; more are taken in, but change nothing."""

_WAITING = frozenset("23")


class Pressed(NamedTuple):
    """What a key press comes to."""

    label: str = ""  # a digit pressed before that turned out to be a label: act on it first
    now: bool = False  # whether the key is to be acted on
    times: int | None = None  # what was counted for it


class Counting:
    """What was typed of a number."""

    def __init__(
        self, keys: NumberKeys = "both", pause: float = PAUSE, *, waits: bool = True
    ) -> None:
        """Begin with nothing typed.

        Args:
            keys: what digits are.
            pause: seconds after which 2 and 3 are labels, for who keeps the time; 0: at once.
            waits: whether 2 and 3 wait at all. Where tagging does not move on, ``2 j`` is how one
                tags and goes on: they act at once.
        """
        self.keys = keys
        self.pause = pause
        self._waits = _WAITING if waits and pause else frozenset[str]()
        self.typed = ""  # to be shown
        self.waiting = False  # whether ``typed`` is one digit that may still be a label

    def press(self, key: str, *, acts: bool, counted: bool) -> Pressed:
        """A key was pressed.

        Args:
            key: its name.
            acts: whether it stands for a command that applies now.
            counted: whether that command takes a count.
        """
        if self.keys == "labels":
            return Pressed(now=True)
        if key in DIGITS:
            return self._digit(key, acts=acts and self.keys == "both")
        typed, waited = self.typed, self.waiting
        self._begin("")
        if not typed:
            return Pressed(now=True)
        if counted:
            return Pressed(now=True, times=int(typed[:LONGEST]))
        if waited:
            return Pressed(label=typed, now=True)
        return Pressed(now=key != "escape")

    def settle(self) -> str:
        """A pause, or something that is no key: the digit that is a label by now, or ""."""
        label = self.typed if self.waiting else ""
        if self.waiting:
            self._begin("")
        return label

    def _digit(self, key: str, *, acts: bool) -> Pressed:
        if self.typed and not (self.waiting and (acts or key == "0")):
            self.typed += key
            self.waiting = False
            return Pressed()
        label = self.settle()
        if acts and key not in self._waits:
            return Pressed(label=label, now=True)
        if key != "0":
            self._begin(key, waiting=acts)
        return Pressed(label=label)

    def _begin(self, typed: str, *, waiting: bool = False) -> None:
        self.typed, self.waiting = typed, waiting
