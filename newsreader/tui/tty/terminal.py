"""Between Textual and the terminal: nothing obeyed that the news wrote, nothing left behind.

Three nets under the door of ``safe.py``: a driver that reads through the input guard and survives
bytes that are no UTF-8; a filter on every rendered line, for the widget that was forgotten; and an
app that gives the terminal back on signals and tells of its own bugs without control codes.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.text import Text
from textual.app import App, ReturnType
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor

from newsreader.config import is_served
from newsreader.errors import UsageError
from newsreader.tui.plain.safe import harmless
from newsreader.visible import visible

if TYPE_CHECKING:
    from newsreader.tui.first_frame.held import HeldTerminal

_HTTP = re.compile(r'"?https?://[!-~]+"?')


class SafeFilter(LineFilter):
    """Last net, after layout: no control or bidi character is written, no odd link either.

    The door does it well; what comes this far may only be replaced by what is as wide, so a
    character that takes no room is left out.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments, safe to write."""
        return [_safe(segment) for segment in segments]


def _safe(segment: Segment) -> Segment:
    text, style, control = segment
    if style is not None and style.link and not _HTTP.fullmatch(style.link):
        style = style.update_link(None)
    return Segment(harmless(text), style, control)


class SafeApp(App[ReturnType]):
    """An app that keeps the terminal whole."""

    alt_keys: frozenset[str] = frozenset()
    """Letters that mean something together with Alt; of any other, Escape was pressed before it."""

    held: HeldTerminal | None = None
    """The terminal, if something was done with it before the driver takes it."""

    def __init__(self) -> None:
        super().__init__()
        # What Textual does for NO_COLOR is shades of grey; no colour means none.
        self._filters = [
            NoColor() if isinstance(each, Monochrome) else each for each in self._filters
        ]
        self._filters.append(SafeFilter())

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver; on POSIX the one that guards the input."""
        found = super().get_driver_class()
        if found.__name__ == "WebDriver":
            from newsreader.tui.tty.served_driver import ServedDriver  # noqa: PLC0415  -- in a browser

            return ServedDriver
        if found.__name__ != "LinuxDriver":
            return found
        from newsreader.tui.tty.driver import SafeDriver  # noqa: PLC0415  -- POSIX only

        return SafeDriver

    def catch_signals(self) -> None:
        """Give the terminal back before a signal ends the program; call it in the event loop.

        SIGINT is what ctrl+c is elsewhere, and ends the program no more than that key does here:
        there may be tags that are not saved yet. In a browser nobody can send it by a slip.
        """
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)  # Windows has fewer
            if number is not None:
                asked = name == "SIGINT" and not is_served()
                handler = self.action_help_quit if asked else partial(self._end, 128 + number)
                try:
                    loop.add_signal_handler(number, handler)
                except (NotImplementedError, RuntimeError, ValueError):
                    return  # not in the main thread, or not on this platform

    def on_driver_signal_resume(self) -> None:
        """Draw all anew after a stop: the terminal showed something else meanwhile."""
        self.refresh(layout=True)

    def _end(self, status: int) -> None:
        self.exit(return_code=status)

    def _fatal_error(self) -> None:
        """Tell of a bug: the traceback without local values, which would be the news."""
        report = visible(traceback.format_exc())
        self._exit_renderables.append(
            Text(f"newsreader: this is a bug, please report it\n{report}")
        )
        self._close_messages_no_wait()


def need_terminal() -> None:
    """Make sure that there is a terminal to read keys from and to draw on.

    Where standard input is a pipe (``newsreader -``), the keys come from the terminal itself.

    Raises:
        UsageError: there is none.
    """
    if is_served():
        return
    try:
        if not os.isatty(0):
            terminal = os.open("/dev/tty", os.O_RDWR)
            os.dup2(terminal, 0)
            os.close(terminal)
    except OSError:
        pass
    screens = (sys.__stderr__, sys.__stdout__)
    if not (os.isatty(0) and any(each is not None and each.isatty() for each in screens)):
        raise UsageError("the screen needs a terminal", "see `newsreader list` and `show`")
