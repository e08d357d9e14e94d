"""Text from outside made safe to show: no control code, no invisible trick, length kept.

One character in, one character out, so that offsets into the stored text stay valid on the
screen. Everything that is printed, logged, notified or drawn and was not written by this
program goes through :func:`visible`; the screens do so by way of ``tui/safe.py``.
"""

from __future__ import annotations

import unicodedata

MAX_MARKS = 4
"""Combining marks shown on one base character; a flood beyond them becomes dots."""

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# ZWJ and ZWNJ (200D, 200C) and the variation selectors stay: Persian, Indic scripts and emoji
# need them.
_INVISIBLE = (
    0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, *range(0x2060, 0x2066),
    *range(0x206A, 0x2070), 0x3164, 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE1000),
)  # fmt: skip


def _table(*, one_line: bool) -> dict[int, str]:
    """The translation table; TAB and LF stay unless everything must fit on one line."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # ESC becomes U+241B
    if not one_line:
        del table[0x09], table[0x0A]
    table[0x7F] = "\u2421"
    table |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\ufffd")
    table |= dict.fromkeys((0x2028, 0x2029), "\u240a")
    table |= dict.fromkeys(_BIDI, "\u25e6")
    table |= dict.fromkeys(_INVISIBLE, "\u00b7")
    return table


_LINES = _table(one_line=False)
_LINE = _table(one_line=True)


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
    return shown if shown.isascii() else _cap_marks(shown)


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
