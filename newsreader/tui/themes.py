"""The theme that is shown, as Textual has them, of the colours in ``plain/colours.py``.

One theme is made and registered, the one that is shown: the others cost nothing.
"""

from __future__ import annotations

from textual.theme import Theme

from newsreader.tui.plain.colours import COLOURS, named

_SIXTEEN: dict[str, dict[str, str]] = {
    "dark": {
        "background": "#000000", "surface": "#000000", "panel": "#0000aa",
        "here": "#0000aa", "chosen": "#0000aa", "tint": "#0000aa",
        "foreground": "#ffffff", "muted": "#aaaaaa", "line": "#aaaaaa",
        "confirmed": "#55ff55", "speculative": "#ffff55", "opinion": "#ff55ff",
        "alarm": "#ff5555", "key": "#55ffff", "match": "#ffff55", "match-text": "#000000",
    },
    "light": {
        "background": "#ffffff", "surface": "#ffffff", "panel": "#55ffff",
        "here": "#55ffff", "chosen": "#55ffff", "tint": "#55ffff",
        "foreground": "#000000", "muted": "#555555", "line": "#555555",
        "confirmed": "#0000aa", "speculative": "#aa5500", "opinion": "#aa00aa",
        "alarm": "#aa0000", "key": "#0000aa", "match": "#ffff55", "match-text": "#000000",
    },
}  # fmt: skip
"""The same for terminals of sixteen colours, made of those sixteen as a PC's console has them
(what is between them would be put to the nearest, two labels to one); bright grounds are few, so
cursor, selection and bars share one. High contrast is the dark one."""


def made(name: str, color_system: str | None = None) -> Theme:
    """The theme of that name, one of :data:`newsreader.tui.plain.colours.NAMES`.

    Args:
        name: which.
        color_system: of the terminal, by Rich's names: ``standard`` is sixteen colours.
    """
    colour = COLOURS[name]
    if color_system == "standard":
        colour = _SIXTEEN.get(name, _SIXTEEN["dark"])
    return Theme(
        name=name,
        primary=colour["key"],
        secondary=colour["muted"],
        warning=colour["speculative"],
        error=colour["alarm"],
        success=colour["confirmed"],
        accent=colour["key"],
        foreground=colour["foreground"],
        background=colour["background"],
        surface=colour["surface"],
        panel=colour["panel"],
        boost=colour["tint"],
        dark=name != "light",
        variables=named(colour),
    )
