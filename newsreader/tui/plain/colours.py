"""The colours: dark, light and high-contrast, and which of them are shown; pure.

Must stay true (a test measures it): all text has a contrast of 4.5 to 1 on every ground it may
stand on, 7 to 1 in high-contrast; and the three labels can be told apart by those who see no red,
no green or no blue. Letters and shapes carry the meaning all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsreader.config.settings import THEMES
from newsreader.errors import UsageError

NAMES = THEMES[1:]
"""The themes there are, in the order in which the key goes through them."""

_LIGHT_GROUNDS = {"7", "15"}  # of the sixteen colours, those that make a light terminal

COLOURS: dict[str, dict[str, str]] = {
    "dark": {
        "background": "#14171a", "surface": "#1b1f24", "panel": "#242a31",
        "here": "#1f3a55", "chosen": "#393052", "tint": "#26323f",
        "foreground": "#e6e8ea", "muted": "#a8b0b8", "line": "#6b7682",
        "confirmed": "#4ecb8d", "speculative": "#f2a32b", "opinion": "#cb9af5",
        "alarm": "#ff9a8f", "key": "#8fc7ff", "match": "#ffd866", "match-text": "#14171a",
    },
    "light": {
        "background": "#fbf9f5", "surface": "#f2efe9", "panel": "#e6e2da",
        "here": "#cfe2f5", "chosen": "#e8daf2", "tint": "#dde6ee",
        "foreground": "#1c2024", "muted": "#4f565d", "line": "#8f8a80",
        "confirmed": "#006046", "speculative": "#8a4b00", "opinion": "#6a2c9e",
        "alarm": "#a4121f", "key": "#0b4f94", "match": "#ffdf70", "match-text": "#1c2024",
    },
    "high-contrast": {
        "background": "#000000", "surface": "#0d0d0d", "panel": "#1c1c1c",
        "here": "#003060", "chosen": "#3a1a5c", "tint": "#10304d",
        "foreground": "#ffffff", "muted": "#d6d6d6", "line": "#9a9a9a",
        "confirmed": "#3df2a2", "speculative": "#ffc233", "opinion": "#dfb3ff",
        "alarm": "#ffb3ab", "key": "#a6d8ff", "match": "#ffe14d", "match-text": "#000000",
    },
}  # fmt: skip
"""What each theme has, by its own names."""

_VARIABLES = {
    "foreground": "foreground",
    "background": "background",
    "surface": "surface",
    "panel": "panel",
    "foreground-muted": "muted",
    "foreground-disabled": "line",
    "primary-muted": "here",
    "secondary-muted": "chosen",
    "boost": "tint",
    "text-primary": "key",
    "text-accent": "key",
    "text-warning": "speculative",
    "text-error": "alarm",
    "text-success": "confirmed",
    "label-confirmed": "confirmed",
    "label-speculative": "speculative",
    "label-opinion": "opinion",
    "match": "match",
    "match-text": "match-text",
}


def named(colours: Mapping[str, str]) -> dict[str, str]:
    """Colours of a theme by the names that looks and style sheets call them."""
    return {name: colours[own] for name, own in _VARIABLES.items()}


def chosen(setting: str, environment: Mapping[str, str]) -> str:
    """The theme to show.

    Args:
        setting: what the settings say, one of them ``auto``.
        environment: where NEWSREADER_THEME comes before the settings, and COLORFGBG tells
            ``auto`` of a light terminal.

    Raises:
        UsageError: NEWSREADER_THEME names no theme.
    """
    name = environment.get("NEWSREADER_THEME") or setting
    if name not in THEMES:
        raise UsageError(f"NEWSREADER_THEME: no theme {name!r}", f"known: {', '.join(THEMES)}")
    if name != "auto":
        return name
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in _LIGHT_GROUNDS else "dark"


def after(name: str) -> str:
    """The theme that comes after the one of that name."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]
