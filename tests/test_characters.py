"""The characters that nobody sees: one list, whatever is made of it."""

import re

import pytest

from newsreader.characters import (
    INVISIBLE,
    SHAPING,
    UNSEEN,
    control_pictures,
    folds,
    pattern,
    says_something,
    table,
)
from newsreader.reading.clean import canonical
from newsreader.reading.head_lines import fold as fold_line
from newsreader.splitting.grammar.matching import fold as fold_head
from newsreader.visible import visible

UNSEEN_CHARS = [chr(code) for code in table(None, UNSEEN)]


def test_every_part_agrees_on_what_is_unseen() -> None:
    for char in UNSEEN_CHARS:
        written = f"UP{char}DATE"
        assert fold_line(written) == "UPDATE"
        assert fold_head(written, 0, len(written)).text == "UPDATE"
        assert re.fullmatch(pattern(UNSEEN), char)
        assert not says_something(char)


def test_a_screen_shows_all_of_them_but_what_scripts_need() -> None:
    needed = set(table(None, SHAPING))
    assert not needed & set(table(None, INVISIBLE))
    for char in UNSEEN_CHARS:
        assert (visible(char) == char) == (ord(char) in needed)


def test_what_is_stored_and_what_is_shown_have_the_same_pictures() -> None:
    for code, shown in control_pictures().items():
        assert visible(chr(code), one_line=True) == shown
        if code not in (0x09, 0x0A, 0x0D):
            assert canonical(chr(code)) == shown


@pytest.mark.parametrize(("code", "char"), [(0xA0, " "), (0x2009, " "), (0x3000, " ")])
def test_odd_spaces_are_plain_ones(code: int, char: str) -> None:
    assert folds()[code] == char


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("␀␀␀", False),
        (" ␛ \ufffd\u200b", False),
        ("", False),
        ("␀ fire ␀", True),
        ("…", True),
        ("؟", True),
        ("❤\ufe0f", True),
    ],
)
def test_control_pictures_say_nothing(text: str, says: bool) -> None:
    assert says_something(text) is says
