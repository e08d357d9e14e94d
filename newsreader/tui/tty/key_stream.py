"""What a terminal sends, on its way to being keys: decoded, guarded, parsed.

Both drivers read through it, so that the input guard stands before every parser. Bytes that are no
UTF-8 are for the guard to drop; Textual's own loop dies of one, with a traceback and exit status 0.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.message import Message

from newsreader.tui.tty.input_guard import InputGuard
from newsreader.tui.tty.terminal import SafeApp

PAUSE, SHORT_PAUSE = 0.1, 0.02
"""Seconds without input that count as a pause; the short one while a paste may have ended."""


class KeyStream:
    """The bytes of one terminal, in the order in which they come."""

    def __init__(self, app: App[Any], *, debug: bool) -> None:
        """Begin where nothing was read; ``debug`` is for Textual's parser."""
        self._guard = InputGuard(app.alt_keys if isinstance(app, SafeApp) else ())
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")(errors="surrogateescape").decode

    @property
    def pause(self) -> float:
        """Seconds without input that count as a pause now."""
        return SHORT_PAUSE if self._guard.waiting else PAUSE

    def take(self, data: bytes) -> str:
        """What passes the guard of bytes that came."""
        return self._guard.feed(self._decode(data))

    def idle(self) -> str:
        """What passes the guard because nothing came for :attr:`pause` seconds."""
        return self._guard.pause()

    def messages(self, passed: str) -> Iterator[Message]:
        """Keys, pastes and reports that ``passed`` means, and those that only time completes."""
        if passed:
            yield from self._parser.feed(passed)
        yield from self._parser.tick()
