"""Frames without the colour codes that change nothing.

Textual writes each run of cells with all of its colours and a reset after it: two thirds of what a
key sends. Over a slow line (9,600 baud is 960 bytes a second) that is what an editor waits for, so
only what differs from the run before is sent, and blanks take the colour that is there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_CODES = re.compile(r"\x1b\[([0-9;]*)m")
_MOVE = re.compile(r"\x1b\[[0-9;]*H|\r?\n")
_INTENSITY = frozenset({"1", "2"})
_SEEN_ON_BLANKS = frozenset({"4", "5", "7", "8", "9", "21", "53"})
"""Underlined, blinking, reversed, concealed, struck, underlined twice, overlined."""

_LONG = {"38": "fore", "48": "back"}
_ATTRIBUTES = frozenset("123456789") | {"21", "53"}


class _Look(NamedTuple):
    """What codes say of a run of cells: attributes and colours, as their codes."""

    attributes: frozenset[str]
    fore: str
    back: str


_NONE = _Look(frozenset(), "", "")


def slimmed(frame: str) -> str:
    """The same picture with fewer codes.

    Args:
        frame: text and control sequences as Textual makes them: it begins with no colour set and,
            where it does not end so, is given back as it is.
    """
    parts = _CODES.split(frame)
    out: list[str] = []
    now = wanted = ""
    for place, part in enumerate(parts):
        if place % 2:
            wanted = _after(wanted, part)
        elif part:
            if now != wanted and not _MOVE.fullmatch(part):
                codes, now = _between(now, wanted, not part.strip(" "))
                out.append(codes)
            out.append(part)
    if wanted:
        return frame
    if now:
        out.append("\x1b[0m")
    return "".join(out)


def _after(codes: str, more: str) -> str:
    """The codes in force after ``more``, where ``codes`` were."""
    reset, _, rest = more.partition(";")
    if reset in ("", "0"):
        return rest
    return f"{codes};{more}" if codes else more


@lru_cache(maxsize=4096)
def _between(now: str, wanted: str, blank: bool) -> tuple[str, str]:  # noqa: FBT001 -- a cache's key
    """What is to be written between two runs, and the codes that are then in force."""
    before, after = _look(now), _look(wanted)
    anew = f"0;{wanted}" if wanted else "0"
    if before is None or after is None:
        return f"\x1b[{anew}m", wanted
    if blank and before.back == after.back:
        seen = (before.attributes | after.attributes) & _SEEN_ON_BLANKS
        if not seen:
            return "", now
    changed = _changes(before, after)
    shorter = changed if changed is not None and len(changed) < len(anew) else anew
    return f"\x1b[{shorter}m" if shorter else "", wanted


def _changes(before: _Look, after: _Look) -> str | None:
    """The codes that make one look of the other; None where only a reset does."""
    gone = before.attributes - after.attributes
    if not gone <= _INTENSITY or (before.fore and not after.fore):
        return None
    if before.back and not after.back:
        return None
    kept = before.attributes - _INTENSITY if gone else before.attributes
    codes = ["22"] if gone else []
    codes += sorted(after.attributes - kept)
    codes += [after.fore] if after.fore != before.fore else []
    codes += [after.back] if after.back != before.back else []
    return ";".join(codes)


@lru_cache(maxsize=4096)
def _look(codes: str) -> _Look | None:
    """What ``codes`` say; None where one of them is not known here."""
    if not codes:
        return _NONE
    attributes: set[str] = set()
    colours = {"fore": "", "back": ""}
    left = iter(codes.split(";"))
    for code in left:
        if code in _LONG:
            kind = next(left, "")
            values = [next(left, "") for _ in range(1 if kind == "5" else 3)]
            colours[_LONG[code]] = ";".join((code, kind, *values))
        elif code in _ATTRIBUTES:
            attributes.add(code)
        elif re.fullmatch(r"[39][0-7]", code):
            colours["fore"] = code
        elif re.fullmatch(r"(?:4|10)[0-7]", code):
            colours["back"] = code
        else:
            return None
    return _Look(frozenset(attributes), colours["fore"], colours["back"])
