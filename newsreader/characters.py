"""Which characters a reader cannot see, or a terminal would obey: the data, once, for everybody.

What is made of it differs (a screen shows a dot, a matcher drops it, a search steps over it);
what the characters *are* must not, or a marker that one part sees is missed by another. Only
data and its two plain shapes stand here: code points, and classes of regular expressions.
"""

from __future__ import annotations

import re
from functools import cache

Ranges = tuple[tuple[int, int], ...]
"""Code points as ``(first, last)``, both included."""

BIDI: Ranges = ((0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
"""Controls that turn the direction of what follows."""

INVISIBLE: Ranges = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180E, 0x180E),
    (0x200B, 0x200B), (0x2060, 0x2065), (0x206A, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Characters without a shape that no script needs."""

SHAPING: Ranges = ((0x200C, 0x200D), (0xFE00, 0xFE0F))
"""Joiners and variation selectors: no width of their own, yet Persian, Indic scripts and emoji
need them, so a screen leaves them alone."""

UNSEEN: Ranges = tuple(sorted((*BIDI, *INVISIBLE, *SHAPING)))
"""All of these: whoever types a word cannot know that they are in it."""

SPACES: Ranges = (
    (0x09, 0x09), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip
"""What stands for a plain space within a line."""

REPLACEMENT = "\ufffd"


def table(shown: str | None, *parts: Ranges) -> dict[int, str | None]:
    """A table for ``str.translate`` that makes each of ``parts`` into ``shown`` (None: nothing)."""
    made: dict[int, str | None] = {}
    for part in parts:
        for first, last in part:
            made.update(dict.fromkeys(range(first, last + 1), shown))
    return made


def pattern(*parts: Ranges) -> str:
    """The class of a regular expression, brackets and all, that matches one of ``parts``."""
    return f"[{''.join(f'{chr(first)}-{chr(last)}' for part in parts for first, last in part)}]"


_NAMELESS: Ranges = ((0x80, 0x9F), (0xD800, 0xDFFF))
_LINE_ENDS: Ranges = ((0x2028, 0x2029),)


def within(code: int, ranges: Ranges) -> bool:
    """Whether a code point is in one of ``ranges``."""
    return any(first <= code <= last for first, last in ranges)


def control_picture(code: int) -> str | None:
    """The one character shown for a control, a lone surrogate or an odd line end; else None."""
    if code < 0x20:
        return chr(0x2400 + code)  # ESC becomes U+241B
    if code == 0x7F:
        return "\u2421"
    if within(code, _LINE_ENDS):
        return "\u240a"
    return REPLACEMENT if within(code, _NAMELESS) else None


@cache
def control_pictures() -> dict[int, str]:
    """:func:`control_picture` as a table for ``str.translate``; do not change it.

    It is made when first asked for: hardly any text needs it.
    """
    ranges = ((0, 0x1F), (0x7F, 0x7F), *_NAMELESS, *_LINE_ENDS)
    codes = (code for first, last in ranges for code in range(first, last + 1))
    return {code: shown for code in codes if (shown := control_picture(code)) is not None}


@cache
def folds() -> dict[int, str | None]:
    """Every space to a plain one, everything unseen to nothing; do not change it.

    A table for ``str.translate``. It is made when first asked for: the program's start needs none.
    """
    return table(" ", SPACES) | table(None, UNSEEN)


_SAYS = rf"[^\s\u2400-\u2421\u2424\ufffd{pattern(UNSEEN)[1:]}"  # compiled when first used


def says_something(text: str) -> bool:
    """Whether ``text`` holds anything but white space, control pictures and unseen characters."""
    first = text[:1]  # as of nearly every text
    return (first.isascii() and first.isalnum()) or re.search(_SAYS, text) is not None
