"""Textual's driver for browsers, reading through the input guard like the one for terminals.

What the browser's terminal sends comes in packets; keys among them pass the same guard, because
that terminal, too, answers questions in the stream that carries the keys. The program ends with
the page.
"""

from __future__ import annotations

import os
import selectors
import sys

from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver

from newsreader.tui.tty.key_stream import KeyStream

_READ = 4096


class ServedDriver(WebDriver):
    """Hands on what an editor did in the browser, and nothing else."""

    def run_input_thread(self) -> None:
        """Read until the app stops or the server is gone."""
        stream = KeyStream(self._app, debug=self._debug)
        packets = ByteStream()
        assert sys.__stdin__ is not None
        fileno = sys.__stdin__.fileno()
        with selectors.SelectSelector() as selector:
            selector.register(fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                passed = ""
                if selector.select(stream.pause):
                    data = os.read(fileno, _READ)
                    if not data:
                        self._app.call_later(self._app.exit)
                        return
                    for kind, payload in packets.feed(data):
                        if kind == "D":
                            passed += stream.take(payload)
                        else:
                            self._on_meta(kind, payload)
                else:
                    passed = stream.idle()
                for message in stream.messages(passed):
                    self.process_message(message)
