"""Plain glyphs: bars, marks, cards and ticks in ASCII, for terminals that have no others.

A filter on every rendered line, so that no screen has to know of it and none can be forgotten.
It puts one character in the place of one, so nothing moves. In running text it touches only such
signs as are for drawing (boxes, blocks, arrows); a dot is drawn plain where it stands among signs.
"""

from __future__ import annotations

import locale
from collections.abc import Mapping

_BARE = {"linux", "vt100", "vt102", "vt220"}
"""Terminals whose fonts cannot be relied on."""

_DRAWN = {
    "#": "▓█▉▊▋▌▍▎▆▇▀▐■▪",
    "=": "▒▄═━",
    "-": "░▂─╌┄╴╶",
    "+": "▅┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋",
    ".": "▁",
    ":": "▃",
    "'": "°",
    "|": "▏▕┃│║┆┊",
    ">": "▶▸►▷→",
    "<": "◀◂←⌫↵⏎",
    "v": "▼↓",
    "^": "▲↑",
    "o": "○◇□",
    "*": "●◆•✓✔",
    "x": "✗✘╳",
}
_SIGNS = str.maketrans({sign: letter for letter, signs in _DRAWN.items() for sign in signs})
_ALONE = str.maketrans("·…–—", "..--")


def plain(setting: str, environment: Mapping[str, str]) -> bool:
    """Whether to draw with ASCII only.

    Args:
        setting: ``plain``, ``full``, or ``auto``: as terminal and locale are able to.
        environment: TERM, and the variables of the locale.
    """
    if setting != "auto":
        return setting == "plain"
    if environment.get("TERM", "") in _BARE:
        return True
    names = (environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    said = f"{next(filter(None, names), '')} {locale.getencoding()}".lower()
    return "utf-8" not in said and "utf8" not in said


def plainly(text: str) -> str:
    """``text`` with ASCII only in the place of what is drawn."""
    shown = text.translate(_SIGNS)
    return shown if any(map(str.isalnum, shown)) else shown.translate(_ALONE)
