"""Text from outside made safe to show: no control code, no invisible trick, length kept.

One character in, one character out, so that offsets into the stored text stay valid on the
screen. Everything that is printed, logged, notified or drawn and was not written by this
program goes through :func:`visible`; the screens do so by way of ``tui/plain/safe.py``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsreader.characters import BIDI, INVISIBLE, control_picture, within

MAX_MARKS = 4
"""Combining marks shown on one base character; a flood beyond them becomes dots."""


class _Shown(dict[int, str]):
    """What each character is shown as, a table for ``str.translate``; filled as they come up.

    All at once they would be 6,000 entries, half a megabyte that nearly no text needs.
    """

    def __missing__(self, code: int) -> str:
        shown = control_picture(code) or chr(code)
        if within(code, BIDI):
            shown = "\u25e6"
        elif within(code, INVISIBLE):
            shown = "\u00b7"
        if len(self) < _KEPT:
            self[code] = shown
        return shown


_KEPT = 4096  # characters; more different ones than a text of any script has
_LINE = _Shown()
_LINES = _Shown({0x09: "\t", 0x0A: "\n"})

# Characters among which no combining mark is: Latin and punctuation, which nearly all text is ...
_LATIN = re.compile("[\x00-\u02ff\u2000-\u20cf]*+")


@cache
def _markless() -> re.Pattern[str]:
    """... and symbols and East Asian scripts; compiled at need, for that takes two milliseconds."""
    return re.compile(
        "[\x00-\u02ff\u2000-\u20cf\u2100-\u2bff\u3030-\u3098\u309b-\ua66e\uac00-\ud7ff\ufffd]*+"
    )


def visible(text: str, *, one_line: bool = False) -> str:
    """``text`` with everything a terminal could obey, or an eye could miss, made visible.

    Args:
        text: any string, however hostile.
        one_line: also show TAB and LF as pictures.

    Returns:
        A string of the same length without control, bidi or zero-width characters.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_LINE if one_line else _LINES)
    if _LATIN.fullmatch(shown) or _markless().fullmatch(shown):
        return shown
    return _cap_marks(shown)


def _cap_marks(text: str) -> str:
    """``text`` with at most :data:`MAX_MARKS` combining marks on a base, the rest as dots."""
    run = 0
    capped: list[str] | None = None
    for i, char in enumerate(text):
        if unicodedata.category(char) in ("Mn", "Me"):
            run += 1
            if run > MAX_MARKS:
                capped = list(text) if capped is None else capped
                capped[i] = "\u00b7"
        else:
            run = 0
    return text if capped is None else "".join(capped)
