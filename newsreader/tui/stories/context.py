"""The line under a story that was found: some of its text, the hits marked; pure."""

from __future__ import annotations

import re

from newsreader.library.listing import HIT_END, HIT_START
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Part, cut
from newsreader.tui.plain.safe import line

INDENT = 4
_HIT = re.compile(f"{HIT_START}([^{HIT_START}{HIT_END}]*){HIT_END}")


def context(piece: str, title: str, width: int, *, here: bool = False) -> list[Part]:
    """A piece of text with hits as parts, in ``width`` cells, the first hit always to be seen.

    Args:
        piece: as :meth:`newsreader.library.Library.contexts` gives it.
        title: of the story, which need not be said again.
        width: cells of the line.
        here: whether the story is the current one, whose lines look different as a whole.
    """
    room = width - INDENT
    lead = ("strong" if here else "", " " * min(INDENT, width))
    if room <= 0:
        return [lead]
    text = _without(" ".join(title.split()), " ".join(piece.split()))
    parts = [(look, line(text)) for look, text in _parts(text) if text]
    parts = _begun_near_the_hit(parts, room)
    shown: list[Part] = [lead]
    for look, text in parts:
        shown.append((look, cut(text, room)))
        room -= cell_len(text)
        if room <= 0:
            break
    return shown


def _without(title: str, piece: str) -> str:
    """The piece without the title that it begins with."""
    at = 0
    for char in title:
        while piece[at : at + 1] in {HIT_START, HIT_END}:
            at += 1
        if piece[at : at + 1] != char:
            return piece
        at += 1
    rest = piece[at:].lstrip(f"{HIT_END} ")
    return rest or piece


def _parts(piece: str) -> list[Part]:
    """The text between the hits, and the hits."""
    texts = _HIT.split(piece)
    return [("match" if i % 2 else "dim", text) for i, text in enumerate(texts)]


def _begun_near_the_hit(parts: list[Part], room: int) -> list[Part]:
    """Without so much of the beginning that the first hit would not fit."""
    if not parts or parts[0][0] == "match":
        return parts
    lead = parts[0][1]
    hit = cell_len(parts[1][1]) if len(parts) > 1 else 0
    kept = max(0, min(room - hit - 1, room // 3))
    if not hit or cell_len(lead) + hit <= room:
        return parts
    words = lead[-kept:] if kept else ""
    return [("dim", "…" + words[words.find(" ") + 1 :] if words else ""), *parts[1:]]
