"""What changed in a statement, as lines: the kinds of change, and old and new words as a word diff.

What went stands in ``[-…-]``, struck through, what came in ``{+…+}``, underlined: brackets and line
tell them apart without any colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsreader.model.comparison import Alarm, Comparison, Piece
from newsreader.tui.plain.parts import Part, Parts
from newsreader.tui.plain.wrapping import wrap
from newsreader.visible import visible

_LOOK = {"=": "", "-": "went", "+": "came"}
_MARKS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
_BLANK = "_"
"""Stands for white space where nothing else changed."""


def alarm_parts(alarms: Sequence[Alarm]) -> list[Part]:
    """The kinds of change, each named: ``number, source changed``; nothing where none was seen."""
    if alarms == (Alarm.COSMETIC,):
        return [("dim", "only its looks changed")]
    return [("mark--alarm", ", ".join(alarms)), ("dim", " changed")] if alarms else []


def change_lines(change: Comparison, width: int) -> Iterator[Parts]:
    """The whole word diff on as many lines as it takes."""
    yield from _wrapped(_marked(change.diff), width)


def change_line(change: Comparison) -> list[Part]:
    """Only the words that went and came, on one line of any length."""
    pieces: list[Piece] = []
    for each in change.diff:
        if each.sign == "=":
            continue
        if pieces and not (pieces[-1].sign == "-" and each.sign == "+"):
            pieces.append(Piece("=", " … "))
        pieces.append(Piece(each.sign, each.text.strip() or each.text))
    return _joined(_marked(pieces))


def _marked(diff: Iterable[Piece]) -> list[tuple[str, str]]:
    """The characters of a diff with their marks, each with its look; white space is one blank."""
    found: list[tuple[str, str]] = []
    for sign, text in diff:
        if sign == "=":
            found += ((char, "") for char in text)
            continue
        core = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if not core:
            before, core, after = "", _BLANK * len(text), ""
        opens, closes = _MARKS[sign]
        found += ((char, "") for char in before)
        found += ((char, _LOOK[sign]) for char in opens + core + closes)
        found += ((char, "") for char in after)
    return found


def _wrapped(marked: Sequence[tuple[str, str]], width: int) -> Iterator[list[Part]]:
    """Characters with looks as rows of parts."""
    shown = _shown(marked)
    for row in wrap(shown, 0, max(1, width)):
        parts: list[Part] = []
        for start, end in row.spans:
            if parts:
                joint = marked[start - 1][1] if start else ""
                _add(parts, " ", joint if joint == parts[-1][0] else "")
            for at in range(start, end):
                _add(parts, shown[at], marked[at][1])
        yield parts


def _joined(marked: Sequence[tuple[str, str]]) -> list[Part]:
    """Characters with looks on one line."""
    parts: list[Part] = []
    for char, (_, look) in zip(_shown(marked), marked, strict=True):
        _add(parts, char, look)
    return parts


def _shown(marked: Sequence[tuple[str, str]]) -> str:
    """The characters, each safe to show."""
    return visible("".join(char for char, _ in marked), one_line=True)


def _add(parts: list[Part], text: str, look: str) -> None:
    if parts and parts[-1][0] == look:
        parts[-1] = (look, parts[-1][1] + text)
    else:
        parts.append((look, text))
