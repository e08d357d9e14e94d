"""A text of several rows being typed: how it breaks into rows, and the cursor among them; pure.

The text and the cursor are those of a :class:`~newsreader.tui.plain.line_editor.LineEditor`; here
is only what depends on a width. Must stay true: the rows together are the whole text but its line
breaks, no row is wider than asked for, and the cursor is in exactly one of them.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from newsreader.model.article import Span
from newsreader.model.spans import lines
from newsreader.tui.plain.line_editor import LineEditor
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Part
from newsreader.tui.plain.safe import line


def rows_of(text: str, width: int) -> list[Span]:
    """The rows that ``text`` is written in: at least one, broken after blanks where possible.

    Args:
        text: with its line breaks.
        width: cells of a row, at least 2; one is left for the cursor.
    """
    room = max(1, width - 1)
    rows: list[Span] = []
    for start, end in lines(text):
        rows += _broken(text, start, end, room)
    if not text or text.endswith("\n"):
        rows.append((len(text), len(text)))
    return rows


def _broken(text: str, start: int, end: int, room: int) -> list[Span]:
    """One line of the text in rows of at most ``room`` cells."""
    words = text[start:end]
    if words.isascii():
        ends = range(1, len(words) + 1)
    else:
        ends = list(accumulate(cell_len(line(char)) for char in words))  # type: ignore[assignment]
    rows: list[Span] = []
    at = 0
    while at < len(words):
        used = ends[at - 1] if at else 0
        stop = max(at + 1, bisect_right(ends, used + room))
        if stop < len(words):
            blank = max(words.rfind(" ", at, stop), words.rfind("\t", at, stop))
            stop = blank + 1 if blank >= at else stop
        rows.append((start + at, start + stop))
        at = stop
    return rows or [(start, end)]


def row_at(rows: list[Span], cursor: int) -> int:
    """The row that the cursor is in."""
    return max(0, bisect_right(rows, cursor, key=lambda row: row[0]) - 1)


def move_row(editor: LineEditor, by: int, width: int) -> None:
    """Put the cursor a row up (-1) or down (1), as far from its beginning as it was."""
    rows = rows_of(editor.text, width)
    here = row_at(rows, editor.cursor)
    to = here + by
    if not 0 <= to < len(rows):
        editor.move(0 if by < 0 else len(editor.text))
        return
    start, end = rows[to]
    last = to == len(rows) - 1 or rows[to + 1][0] > end  # the row ends the line
    editor.move(min(start + editor.cursor - rows[here][0], end if last else end - 1))


def drawn(editor: LineEditor, width: int) -> list[list[Part]]:
    """The rows, with the cursor in its place."""
    rows = rows_of(editor.text, width)
    here = row_at(rows, editor.cursor)
    shown: list[list[Part]] = [[("", line(editor.text[start:end]))] for start, end in rows]
    start, end = rows[here]
    cursor, text = editor.cursor, editor.text
    at = text[cursor:end][:1] or " "
    shown[here] = [
        ("", line(text[start:cursor])), ("cursor", line(at)), ("", line(text[cursor + 1 : end])),
    ]  # fmt: skip
    return shown
