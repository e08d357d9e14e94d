"""Looks as the codes that a terminal takes, as Rich would write them; pure.

Only terminals of 256 colours or more are written to: sixteen are the user's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import rgb_to_hls

from newsreader.tui.plain import colours
from newsreader.tui.plain.looks import LOOKS

_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7", "strike": "9"}


def has_true_colour(environment: Mapping[str, str]) -> bool | None:
    """Whether the terminal has all colours, or 256 of them; None where it has fewer."""
    if environment.get("TEXTUAL_COLOR_SYSTEM", "auto") != "auto":
        return None
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return True
    kind = environment.get("TERM", "").strip().lower().rpartition("-")[2]
    return False if kind in {"256color", "kitty"} else None


class Ink:
    """The looks in one theme."""

    def __init__(self, theme: str, *, true_colour: bool) -> None:
        """Write in the colours of ``theme``, or in the nearest of 256."""
        self._variables = colours.named(colours.COLOURS[theme])
        self._true = true_colour
        self._codes: dict[tuple[str, str], str] = {}

    def code(self, ground: str, look: str) -> str:
        """The control sequence of a look.

        Args:
            ground: the variable of what it stands on, as ``panel``.
            look: as in :mod:`newsreader.tui.plain.looks`.
        """
        code = self._codes.get((ground, look))
        if code is None:
            code = self._codes[ground, look] = self._made(ground, look)
        return code

    def _made(self, ground: str, look: str) -> str:
        fore, back = "foreground", ground
        attributes = list[str]()
        for word in " ".join(LOOKS[each] for each in look.split()).split():
            if word.startswith("on$"):
                back = word[3:]
            elif word.startswith("$"):
                fore = word[1:]
            elif _ATTRIBUTES[word] not in attributes:
                attributes.append(_ATTRIBUTES[word])
        parts = ["0", *attributes, f"38;{self._colour(fore)}", f"48;{self._colour(back)}"]
        return f"\x1b[{';'.join(parts)}m"

    def _colour(self, variable: str) -> str:
        shown = self._variables[variable]
        red, green, blue = (int(shown[i : i + 2], 16) for i in (1, 3, 5))
        if self._true:
            return f"2;{red};{green};{blue}"
        return f"5;{nearest(red, green, blue)}"


def nearest(red: int, green: int, blue: int) -> int:
    """The one of 256 colours that Rich writes for a colour: a grey, or one of a cube of six."""
    _, light, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < 0.15:
        grey = round(light * 25)
        return {0: 16, 25: 231}.get(grey, 231 + grey)
    six = [round(each / 95 if each < 95 else 1 + (each - 95) / 40) for each in (red, green, blue)]
    return 16 + 36 * six[0] + 6 * six[1] + six[2]
