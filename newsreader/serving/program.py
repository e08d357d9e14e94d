"""One program behind one websocket: started with the page, ended with it, and the other way round.

textual-serve starts the program and speaks its protocol; what the browser sends is taken apart
here, and what is none of the few things that a page of ours sends is passed over.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

WIDEST, HIGHEST = 1000, 500
"""Cells of the largest terminal that is believed."""

_ENDING = 3.0  # seconds that a program has to end when its page is gone
_HEARTBEAT = 15.0  # seconds between two looks whether the page is still there


class Program(AppService):
    """The program; the page is closed with it, however it ended."""

    async def run(self) -> None:
        """Pass on what it writes until it ends, then close the page."""
        try:
            # One that ends before it has said anything leaves textual-serve as if cancelled.
            with suppress(asyncio.CancelledError):
                await super().run()
        finally:
            await self.remote_close()

    async def see_off(self) -> None:
        """Have it end, and wait until it has and its pipes are closed: a server runs for weeks."""
        try:
            await asyncio.wait_for(self.stop(), _ENDING)
        except TimeoutError:
            pass
        finally:
            if self._process is not None:
                with suppress(ProcessLookupError):  # it ended by itself
                    self._process.kill()  # what was tagged is on disk
                await self._process.communicate()


Running = set[Program]
"""The programs that were started and not seen off yet."""


async def attend(request: web.Request, command: str, running: Running) -> web.WebSocketResponse:
    """Start the program for a page, and serve the page until one of the two is gone.

    Args:
        request: of the websocket; ``width`` and ``height`` say how large the terminal is.
        command: for the shell.
        running: has the program in it from its start until it was seen off.
    """
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT)
    await socket.prepare(request)
    program = Program(
        command,
        write_bytes=socket.send_bytes,
        write_str=socket.send_str,
        close=socket.close,  # type: ignore[arg-type]  # that it tells whether it was open is no harm
        download_manager=DownloadManager(),
    )
    running.add(program)
    size = [_number(request.query.get(name, "")) for name in ("width", "height")]
    try:
        await program.start(*_believed(size[0] or 80, size[1] or 24))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await _obey(socket, program, _sent(message.data))
    finally:
        await program.see_off()
        running.discard(program)
    return socket


def _number(text: str) -> int:
    return int(text[:6]) if text.isascii() and text.isdecimal() else 0


def _believed(width: int, height: int) -> tuple[int, int]:
    """A size that there is."""
    return max(1, min(width, WIDEST)), max(1, min(height, HIGHEST))


def _sent(data: str) -> Sequence[object]:
    """What the page sent; nothing where it is not what a page sends."""
    try:
        sent = json.loads(data)
    except (ValueError, RecursionError):
        return ()
    return sent if isinstance(sent, list) else ()


async def _obey(socket: web.WebSocketResponse, program: Program, sent: Sequence[object]) -> None:
    """Pass on keys, sizes and focus."""
    match sent:
        case ["stdin", str(keys)]:
            await program.send_bytes(keys.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await program.set_terminal_size(*_believed(width, height))
        case ["ping", str() | int() | float() as mark]:
            await socket.send_json(["pong", mark])
        case ["focus", *_]:
            await program.focus()
        case ["blur", *_]:
            await program.blur()
        case _:
            return
