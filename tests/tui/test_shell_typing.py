"""The line that one types into: what each key does, and that it is drawn within its width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.tui.plain.line_editor import LineEditor
from newsreader.tui.widgets.prompt import Prompt, typed


def after(text, *keys, at=None):
    editor = LineEditor(text)
    if at is not None:
        editor.move(at)
    for key in keys:
        editor.key(key, key if len(key) == 1 else None)
    return editor.text[: editor.cursor] + "|" + editor.text[editor.cursor :]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["x"], "two wordsx|"),
        (["backspace"], "two word|"),
        (["left", "delete"], "two word|"),
        (["home", "é"], "é|two words"),
        (["ctrl+a", "ctrl+f", "ctrl+d"], "t|o words"),
        (["ctrl+left"], "two |words"),
        (["ctrl+left", "ctrl+left", "ctrl+left"], "|two words"),
        (["home", "ctrl+right", "ctrl+right", "ctrl+right"], "two words|"),
        (["home", "ctrl+right"], "two| words"),
        (["ctrl+w"], "two |"),
        (["ctrl+u"], "|"),
        (["ctrl+a", "right", "ctrl+k", "end"], "t|"),
        (["home", "backspace", "left"], "|two words"),
        (["delete", "right"], "two words|"),
        (["alt+enter", "x"], "two words\nx|"),
        (["f5", "tab", "ctrl+b", "ctrl+e"], "two words|"),
    ],
)
def test_what_keys_do(keys, line):
    assert after("two words", *keys) == line


def test_a_key_that_means_nothing_says_so():
    assert not LineEditor("x").key("f5", None)
    assert not LineEditor("x").key("escape", "\x1b")


def test_a_paste_keeps_its_lines():
    editor = LineEditor("")
    editor.paste("one\r\ntwo\rthree\n\n")
    assert editor.text == "one\ntwo\nthree"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 40))
def test_what_is_drawn_is_one_safe_line_with_the_cursor(text, at, width):
    editor = LineEditor(text)
    editor.move(at)
    parts = typed(editor, width)
    shown = "".join(part for _, part in parts)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in shown)
    before, cursor = (part for _, part in parts[:2])
    assert cursor
    assert cell_len(before) <= max(0, width - cell_len(cursor))


def test_a_line_feed_answers_like_enter_and_ctrl_c_gives_up():
    answers = []
    for key in ("enter", "ctrl+j", "escape", "ctrl+c"):
        Prompt("note", "as it was\x1b\n", answers.append).take_key(key, None)
    assert answers == ["as it was\x1b\n", "as it was\x1b\n", None, None]
