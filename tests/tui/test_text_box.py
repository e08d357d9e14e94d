"""A text of several rows: how it breaks, and the cursor among the rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.tui.plain.line_editor import LineEditor
from newsreader.tui.plain.safe import line
from newsreader.tui.plain.text_box import drawn, move_row, row_at, rows_of


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 9, [""]),
        ("one two three", 9, ["one two ", "three"]),
        ("one\n\ntwo\n", 9, ["one", "", "two", ""]),
        ("abcdefghij", 5, ["abcd", "efgh", "ij"]),
        ("東京の貨物船", 5, ["東京", "の貨", "物船"]),
        ("a b", 2, ["a", " ", "b"]),
    ],
)
def test_rows(text, width, rows):
    assert [text[start:end] for start, end in rows_of(text, width)] == rows


@given(st.text(max_size=40), st.integers(2, 12), st.data())
def test_the_rows_are_the_text_and_hold_the_cursor(text, width, data):
    rows = rows_of(text, width)
    at = 0
    for start, end in rows:
        assert text[at:start] in {"", "\n"}
        assert cell_len(line(text[start:end])) <= max(width - 1, 2)
        at = end
    assert at == len(text)
    editor = LineEditor(text)
    editor.move(data.draw(st.integers(0, len(text))))
    start, end = rows[row_at(rows, editor.cursor)]
    assert start <= editor.cursor <= end
    looks = [look for row in drawn(editor, width) for look, _ in row]
    assert looks.count("cursor") == 1
    for by in (-1, 1):
        before = row_at(rows, editor.cursor)
        move_row(editor, by, width)
        assert 0 <= editor.cursor <= len(text)
        moved = row_at(rows, editor.cursor) - before
        assert moved == by or (moved == 0 and before in {0, len(rows) - 1})


def test_the_cursor_keeps_its_column_and_stops_at_the_ends():
    editor = LineEditor("one two three\nab")
    editor.move(10)
    move_row(editor, -1, 9)
    assert editor.cursor == 2
    move_row(editor, -1, 9)
    assert editor.cursor == 0
    editor.move(7)
    move_row(editor, 1, 9)
    move_row(editor, 1, 9)
    assert editor.cursor == 16
    move_row(editor, 1, 9)
    assert editor.cursor == 16
