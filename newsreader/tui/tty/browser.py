"""Handing an address to the browser of the machine that the program runs on.

In a process of its own without a terminal, so that no browser can write on the screen or read the
keys; as one argument, never through a shell. Only what
:func:`newsreader.session.addresses.examine` refuses nothing of comes here.
"""

from __future__ import annotations

import os
import subprocess
import sys


def has_browser() -> bool:
    """Whether a browser can show a page where the editor sits, as far as can be told."""
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    if any(os.environ.get(name) for name in seen):
        return True
    far = os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY")
    return sys.platform in {"darwin", "win32"} and not far


def open_address(url: str) -> str:
    """Open ``url``; returns what went wrong, "" for nothing."""
    if not has_browser():
        return "no browser here: y copies the address"
    command = [sys.executable, "-I", "-m", "webbrowser", "-t", url]
    nothing = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603  -- a list of arguments, no shell; the address was examined
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError as error:
        return f"no browser could be started: {error.strerror}"
    return ""
