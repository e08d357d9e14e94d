"""Textual's driver for POSIX terminals, reading through the input guard.

Only Textual's loop is replaced, which takes terminal replies for keys; ours follows that of 8.2.
"""

from __future__ import annotations

import os
import selectors
import sys
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from newsreader.tui.plain.slim_codes import slimmed
from newsreader.tui.tty.key_stream import KeyStream
from newsreader.tui.tty.terminal import SafeApp

_READ = 4096
_ENTER = "\x1b[?1049h"
_HUNG_UP = 128 + 1  # as if SIGHUP had come, which it mostly does


class SafeDriver(LinuxDriver):
    """Hands on what an editor did, and nothing else."""

    def __init__(self, app: App[Any], **options: Any) -> None:  # noqa: ANN401 -- Textual's
        super().__init__(app, **options)
        screens = (sys.__stderr__, sys.__stdout__)  # standard error may go to a file
        found = next((each for each in screens if each is not None and each.isatty()), None)
        self._file = found or self._file

    _entered = False  # whether the screen for drawing was entered by the first frame

    def write(self, data: str) -> None:
        """Write a frame, without the codes that change nothing."""
        if self._entered and data == _ENTER:  # terminals clear the screen when it comes again
            self._entered = False
            return
        super().write(slimmed(data))

    def start_application_mode(self) -> None:
        """Take the terminal over; what it was before is what it was when the program started."""
        held = self._app.held if isinstance(self._app, SafeApp) else None
        if held is not None:
            self._entered = held.taken_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if held is not None and self.attrs_before is not None:
            self.attrs_before = held.attributes

    def _sigcont_application(self, *_: object) -> None:
        """Go on where the program was stopped.

        A SIGSTOP comes unannounced: what still runs is stopped now, or it would run twice, and the
        terminal would be given back as it was between.
        """
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True  # all is to be drawn anew
        if self._must_signal_resume:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Read until the app stops."""
        stream = KeyStream(self._app, debug=self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(stream.pause):
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, return_code=_HUNG_UP)
                        return
                    passed = stream.take(data)
                else:
                    passed = stream.idle()
                for message in stream.messages(passed):
                    self.process_message(message)

    def _read(self) -> bytes:
        """What the terminal sent; nothing once it is gone."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""
