"""Text from outside made safe to show."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import SourceError
from newsreader.visible import _LATIN, MAX_MARKS, _markless, visible

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
ANY = st.text(alphabet=st.characters(blacklist_categories=()))


@given(ANY)
def test_length_is_kept_and_nothing_unsafe_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not UNSAFE.search(shown)


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    shown = visible(text, one_line=True)
    assert len(shown) == len(text)
    assert not re.search(r"[\n\t\u2028\u2029]", shown)


@given(st.text(alphabet=st.sampled_from("abc é ü — “ ” [ ] / $ :")))
def test_ordinary_text_is_untouched(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\x07b", "a␇b"),
        ("\x9b2J", "\ufffd2J"),
        ("\x85", "\ufffd"),
        ("\u202eevil", "◦evil"),
        ("zero\u200bwidth", "zero·width"),
        ("\u2028", "␊"),
        ("\ud800", "\ufffd"),
        ("[sic] [/] $x :smile:", "[sic] [/] $x :smile:"),
        ("👩\u200d🚒 ❤\ufe0f می\u200cخواهم", "👩\u200d🚒 ❤\ufe0f می\u200cخواهم"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_flood_of_marks_is_capped() -> None:
    shown = visible("e" + "\u0301" * 4000 + "x")
    marks = sum(unicodedata.category(char) == "Mn" for char in shown)
    assert marks == MAX_MARKS
    assert len(shown) == 4002


def test_the_short_way_misses_no_mark() -> None:
    marks = (chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) in {"Mn", "Me"})
    assert not [mark for mark in marks if _LATIN.fullmatch(mark) or _markless().fullmatch(mark)]


def test_errors_are_one_safe_line() -> None:
    error = SourceError("bad\nname\x1b]0;x\x07", "cannot be read", "try again")
    assert str(error) == "bad␊name␛]0;x␇: cannot be read (try again)"
