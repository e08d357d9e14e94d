"""Colour on standard output: sixteen colours of the terminal's own, and only where someone looks.

None of it carries a meaning that the text does not: without a terminal, with NO_COLOR or on a dumb
terminal the same letters come out bare.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

_CODES = {
    "title": "1",
    "head": "1",
    "dim": "2",
    "mark--confirmed": "32",
    "mark--speculative": "33",
    "mark--opinion": "34",
    "mark--alarm": "31",
    "mark--open": "2",
}


def wanted() -> bool:
    """Whether standard output is a terminal that shows colour, and nobody said no."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


def encodes(text: str) -> bool:
    """Whether standard output can show all of ``text``."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def painted(parts: Iterable[tuple[str, str]], *, coloured: bool) -> str:
    """The parts as one line; their text must be safe to show."""
    if not coloured:
        return "".join(text for _, text in parts)
    return "".join(
        f"\x1b[{_CODES[look]}m{text}\x1b[m" if look in _CODES and text else text
        for look, text in parts
    )
