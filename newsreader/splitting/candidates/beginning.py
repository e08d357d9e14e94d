"""Whether a candidate's line begins something, or is only the rest of a sentence, or a label's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsreader.language.stamps import BEFORE, CHANGED, PUBLISHED
from newsreader.splitting.candidates.sequence import clock_of
from newsreader.splitting.grammar.lines import Line, ends_sentence, is_name
from newsreader.splitting.grammar.markers import Form, Marker

_NEAR = 12  # lines before and after, whose longest shows how wide a paragraph is
_WIDEST = 110  # nobody wraps lines by hand beyond this
_LONGEST_LABEL = 60  # code points
_LABEL = re.compile(
    rf"\W{{0,4}}(?:(?:{BEFORE})\s)?(?:{PUBLISHED}|{CHANGED})\s?:?\s*$|"
    r"(?:kommentar von|comment by|commentaire de|commento di)\s|"
    r".{1,40}\s(?:says|said|wrote|sagt|schreibt|schrieb|meint|dit|a écrit|dice|ha scritto)\s?:\s*$",
    re.IGNORECASE,
)
_AWAITS = re.compile(
    r"(?:[,;]|\b(?:at|by|until|till|from|to|of|on|after|before|about|around|and|or|the|um|gegen|ab|"
    r"bis|und|à|vers|de|et|alle|ore|e|dalle))$",
    re.IGNORECASE,
)


def one_a_moment(found: Sequence[Marker]) -> list[Marker]:
    """``found`` with two clocks right below each other as one: "9.21pm BST", and "21:21".

    Of two ages the second counts: the first is that of what stands above it.
    """
    kept: list[Marker] = []
    for marker in found:
        last = kept[-1] if kept else None
        if last is not None and last.line + 1 == marker.line and _same_moment(last, marker):
            kept[-1] = replace(last, span=(last.span[0], marker.span[1]), rest=marker.rest)
        else:
            kept.append(marker)
    return kept


def _same_moment(first: Marker, second: Marker) -> bool:
    """Whether two times, each alone on its line, are one, told for two places or in two ways."""
    clocks = clock_of(first), clock_of(second)
    if first.form is Form.AGO is second.form:
        return True
    return (
        first.form is Form.ALONE is second.form
        and clocks[0] is not None
        and clocks[1] is not None
        and clocks[0].minute == clocks[1].minute
        and clocks[0] != clocks[1]
    )


def begins(text: str, lines: Sequence[Line], marker: Marker, by_line: dict[int, Marker]) -> bool:
    """Whether the marker's line begins something, and is not one that was only wrapped."""
    line = lines[marker.line]
    aside = marker.form is Form.WORD and text[line.start] in "([" and not line.first
    if aside or (
        marker.line
        and marker.form in (Form.ALONE, Form.STAMPED)
        and _labelled(text, lines[marker.line - 1])
    ):
        return False  # a note on the sentence before it; the time of a label
    if (
        line.first
        or marker.form is Form.TAILED
        or (marker.form is Form.TIMED and "UPDATE" in text[slice(*marker.span)])
    ):
        return True
    before = lines[marker.line - 1]
    if _had_room(text, lines, marker.line):
        return True
    if marker.form is Form.ALONE and (not line.last or not _wrapped(text, before, line)):
        return True
    if marker.form is Form.ALONE and before.first and is_name(text, before):
        return True  # who wrote the entry stands above its time
    return ends_sentence(text, before.start, before.end) or marker.line - 1 in by_line


def _had_room(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line before had room for the next word: then nobody wrapped it there."""
    before, line = lines[at - 1], lines[at]
    word = text.find(" ", line.start, line.end)
    need = before.end - before.start + 1 + (word if word > 0 else line.end) - line.start
    around = lines[max(0, at - _NEAR) : at + _NEAR]
    width = max(each.end - each.start for each in around if each.block == line.block)
    return need <= min(width, _WIDEST) and _AWAITS.search(text[before.start : before.end]) is None


def _wrapped(text: str, before: Line, line: Line) -> bool:
    """Whether a time at the end of a paragraph may be the rest of the sentence before it."""
    return text[line.end - 1] == "." or _AWAITS.search(text[before.start : before.end]) is not None


def _labelled(text: str, above: Line) -> bool:
    """Whether the line above says what the time below it is: a stamp's, or a comment's."""
    return (
        above.end - above.start <= _LONGEST_LABEL
        and _LABEL.match(text, above.start, above.end) is not None
    )
