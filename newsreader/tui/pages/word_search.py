"""Finding by words typed, the same in help and palette: which words fit, which keys move on.

Letters are always text there, so what was found is gone through with keys that type nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "pagedown": 10, "pageup": -10}
"""Rows that keys move by while one types."""


def begun(words: Sequence[str], text: str) -> bool:
    """Whether each of the (case-folded) words begins a word of ``text``."""
    said = [word.lstrip("“‘(\"'") for word in text.casefold().split()]
    return all(any(each.startswith(word) for each in said) for word in words)
