"""Textual's driver for POSIX terminals, reading through the input guard.

Textual's own loop dies of one byte that is no UTF-8, with a traceback and exit status 0, and takes
terminal replies for keys. Only the loop is replaced; it follows the one of Textual 8.2.
"""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from newsreader.tui.input_guard import InputGuard
from newsreader.tui.terminal import SafeApp

PAUSE, SHORT_PAUSE = 0.1, 0.02
"""Seconds without input that count as a pause; the short one while a paste may have ended."""

_READ = 4096
_HUNG_UP = 128 + 1  # as if SIGHUP had come, which it mostly does


class SafeDriver(LinuxDriver):
    """Hands on what an editor did, and nothing else."""

    def __init__(self, app: App[Any], **options: Any) -> None:  # noqa: ANN401 -- Textual's
        super().__init__(app, **options)
        screens = (sys.__stderr__, sys.__stdout__)  # standard error may go to a file
        found = next((each for each in screens if each is not None and each.isatty()), None)
        self._file = found or self._file

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
        guard = InputGuard(self._app.alt_keys if isinstance(self._app, SafeApp) else ())
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="surrogateescape").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(SHORT_PAUSE if guard.waiting else PAUSE):
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, return_code=_HUNG_UP)
                        return
                    passed = guard.feed(decode(data))
                else:
                    passed = guard.pause()
                if passed:
                    for event in parser.feed(passed):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What the terminal sent; nothing once it is gone."""
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""
