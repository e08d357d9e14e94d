"""Textual's driver for browsers, reading through the input guard like the one for terminals.

What the browser's terminal sends comes in packets; keys among them pass the same guard, because
that terminal, too, answers questions in the stream that carries the keys. The program ends with
the page.
"""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver

from newsreader.tui.driver import PAUSE, SHORT_PAUSE
from newsreader.tui.input_guard import InputGuard
from newsreader.tui.terminal import SafeApp

_READ = 4096


class ServedDriver(WebDriver):
    """Hands on what an editor did in the browser, and nothing else."""

    def run_input_thread(self) -> None:
        """Read until the app stops or the server is gone."""
        guard = InputGuard(self._app.alt_keys if isinstance(self._app, SafeApp) else ())
        parser = XTermParser(self._debug)
        packets = ByteStream()
        decode = getincrementaldecoder("utf-8")(errors="surrogateescape").decode
        assert sys.__stdin__ is not None
        fileno = sys.__stdin__.fileno()
        with selectors.SelectSelector() as selector:
            selector.register(fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                passed = ""
                if selector.select(SHORT_PAUSE if guard.waiting else PAUSE):
                    data = os.read(fileno, _READ)
                    if not data:
                        self._app.call_later(self._app.exit)
                        return
                    for kind, payload in packets.feed(data):
                        if kind == "D":
                            passed += guard.feed(decode(payload))
                        else:
                            self._on_meta(kind, payload)
                else:
                    passed = guard.pause()
                if passed:
                    for event in parser.feed(passed):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
