"""The server: textual-serve's websocket and scripts behind our own page and door.

For each page that is opened it starts the program anew, on the same library; the program ends with
the page.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shlex
import socket
from collections.abc import Sequence
from pathlib import Path

import textual_serve
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from newsreader.errors import UsageError
from newsreader.serving.access import refusal
from newsreader.serving.page import HEADERS, HTML, START
from newsreader.serving.program import Running, attend

_ENDING = 3.0
"""Seconds that programs have to end when the server does."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any free one.

    Raises:
        UsageError: it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        number = getattr(error, "errno", None)
        reason = os.strerror(number) if number else str(error)
        raise UsageError(f"port {port}: {reason}", "--port 0 takes any free one") from error


def serve(command: Sequence[str], listening: socket.socket, secret: str) -> None:
    """Serve ``command`` until it is interrupted.

    Args:
        command: the program and its arguments, started for each page.
        listening: of this machine only.
        secret: the first part of every path.
    """
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    logging.getLogger("textual-serve").propagate = False  # its tracebacks quote what was sent
    web.run_app(
        application(command, secret),
        sock=listening,
        print=None,
        access_log=None,
        shutdown_timeout=_ENDING,
    )


def application(command: Sequence[str], secret: str) -> web.Application:
    """The page, its parts and its websocket, behind the door."""
    line = f"exec {shlex.join(command)}"  # no shell stays between: who is ended is the program
    running: Running = set()
    parts = Path(textual_serve.__file__).parent / "static"

    async def attended(request: web.Request) -> web.StreamResponse:
        return await attend(request, line, running)

    async def see_off(_: web.Application) -> None:
        """Of programs whose page was dropped, because the server ends."""
        await asyncio.gather(*(program.see_off() for program in running))

    app = web.Application(middlewares=[_door(secret)])
    app.on_cleanup.append(see_off)
    app.add_routes(
        [
            web.get(f"/{secret}/", _page),
            web.get(f"/{secret}/start.js", _start),
            web.get(f"/{secret}/ws", attended),
            web.static(f"/{secret}/static", parts),
        ]
    )
    return app


async def _page(_: web.Request) -> web.Response:
    return web.Response(text=HTML, content_type="text/html")


async def _start(_: web.Request) -> web.Response:
    return web.Response(text=START, content_type="text/javascript")


def _door(secret: str) -> Middleware:
    """Refuses before anything is looked at, and puts our headers on what is answered."""

    @web.middleware
    async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
        socket_ = request.path.endswith("/ws")
        why = refusal(request.path, request.headers, secret, socket=socket_)
        if why is not None:
            return web.Response(status=403, text=f"{why}\n", headers=HEADERS)
        try:
            response = await handler(request)
        except web.HTTPException as none:
            none.headers.update(HEADERS)
            raise
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    return door
