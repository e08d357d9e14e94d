"""The terminal, held from the program's first moment until Textual's driver takes over.

Keys typed meanwhile are not echoed: they wait in the terminal and are obeyed afterwards. Must stay
true: whatever ends the program in between (an error, a signal, a closed terminal), the terminal is
given back as it was; and once the driver has taken over, giving back is the driver's business.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[?7l", "\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
"""To the screen that programs draw on, without a cursor, and back."""

_SLOW = {getattr(termios, f"B{baud}") for baud in (50, 75, 110, 300, 1200, 2400, 9600, 19200)}
"""Lines on which a screen takes so long that it must not be written twice."""

_INPUT = (
    termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
)  # as Textual sets it
_LOCAL = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG


class HeldTerminal:
    """A terminal whose keys are kept, and that may show a frame."""

    def __init__(self, keys: int, screen: int) -> None:
        """Hold it.

        Args:
            keys: the descriptor that keys come from.
            screen: the one that is drawn on.

        Raises:
            OSError: it cannot be held.
        """
        self._keys = keys
        self._screen = screen
        self.shown = False
        """Whether a frame is shown, and so the screen for drawing entered."""
        try:
            self.attributes: list[Any] = termios.tcgetattr(keys)
            """How the terminal was."""
            held = termios.tcgetattr(keys)
            held[0] &= ~_INPUT
            held[3] &= ~_LOCAL
            held[6][termios.VMIN] = 1
            termios.tcsetattr(keys, termios.TCSANOW, held)
        except termios.error as error:
            raise OSError(*error.args) from error

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows, as Textual will take them."""
        told = os.get_terminal_size(self._screen)
        named = (os.environ.get("COLUMNS", ""), os.environ.get("LINES", ""))
        columns, rows = (int(each) if each.isdecimal() else 0 for each in named)
        return columns or told.columns, rows or told.lines

    @property
    def slow(self) -> bool:
        """Whether it is on a slow line."""
        return self.attributes[5] in _SLOW

    def show(self, frame: str) -> None:
        """Write a frame; a terminal that is gone shows nothing, and Textual will find that out."""
        data = (ENTER + frame).encode("utf-8", "replace")
        with suppress(OSError):
            self.shown = True
            while data:
                data = data[os.write(self._screen, data) :]

    def taken_over(self) -> bool:
        """The driver has the terminal now; whether it is on the screen for drawing already."""
        shown, self.shown = self.shown, False
        return shown

    def give_back(self) -> None:
        """Set it as it was; leave the screen for drawing if nobody took over."""
        if self.shown:
            self.shown = False
            with suppress(OSError):
                os.write(self._screen, LEAVE.encode())
        with suppress(termios.error):
            termios.tcsetattr(self._keys, termios.TCSANOW, self.attributes)


@contextmanager
def holding() -> Iterator[HeldTerminal | None]:
    """Hold the terminal that the program was started on; None where that cannot be done."""
    keys, screen = 0, 2 if os.isatty(2) else 1
    held = None
    with suppress(OSError):
        ours = os.isatty(keys) and os.isatty(screen) and os.tcgetpgrp(keys) == os.getpgrp()
        held = HeldTerminal(keys, screen) if ours else None
    if held is None:
        yield None
        return
    try:
        with _ended_by_signals():
            yield held
    finally:
        held.give_back()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Signals that would end the program at once end it by way of what gives the terminal back."""
    before: list[tuple[int, Callable[[int, FrameType | None], Any] | int | None]] = []
    numbers: tuple[int, ...] = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    for number in numbers:
        was = signal.getsignal(number)
        if was is not signal.SIG_IGN:
            before.append((number, was))
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, was in before:
            signal.signal(number, was)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
