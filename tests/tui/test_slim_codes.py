"""Frames without needless colour codes: the same cells in the same looks, in fewer bytes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.tui.plain.slim_codes import slimmed

FORES = ["", "31", "97", "38;5;254", "38;2;1;22;255"]
BACKS = ["", "44", "107", "48;5;17", "48;2;0;0;7"]
ATTRIBUTES = ["1", "2", "3", "4", "7", "9"]
PIECE = re.compile(r"\x1b\[([0-9;]*)([mH])|([^\x1b])")
ON_BLANKS = {"4", "7", "9"}

looks = st.builds(
    lambda attributes, fore, back: ";".join(filter(None, [*sorted(attributes), fore, back])),
    st.sets(st.sampled_from(ATTRIBUTES)),
    st.sampled_from(FORES),
    st.sampled_from(BACKS),
)
texts = st.text(alphabet=" ab│·", min_size=1, max_size=4)
runs = st.tuples(looks, texts).map(lambda run: f"\x1b[{run[0]}m{run[1]}\x1b[0m")
moves = st.sampled_from(["\x1b[3;7H", "\x1b[1;1H", "plain", " "])
frames = st.lists(runs | moves).map("".join)


def cells(frame: str) -> list[tuple[object, ...]]:
    """What a terminal would show, cell by cell, as far as it can be seen."""
    shown: list[tuple[object, ...]] = []
    attributes: set[str] = set()
    fore = back = ""
    for codes, kind, letter in PIECE.findall(frame):
        if letter:
            on_blank = frozenset(attributes & ON_BLANKS)
            seen = letter != " " or bool(on_blank)
            shown.append(
                (letter, frozenset(attributes) if seen else on_blank, fore if seen else "", back)
            )
        elif kind == "H":
            shown.append((codes,))
        else:
            left = iter(codes.split(";"))
            for code in left:
                if code in ("", "0"):
                    attributes, fore, back = set(), "", ""
                elif code in ("38", "48"):
                    mode = next(left)
                    value = ";".join(
                        [code, mode, *(next(left) for _ in range(1 if mode == "5" else 3))]
                    )
                    fore, back = (value, back) if code == "38" else (fore, value)
                elif code == "22":
                    attributes -= {"1", "2"}
                elif code in ATTRIBUTES:
                    attributes.add(code)
                elif len(code) == 3 or code[0] == "4":
                    back = code
                else:
                    fore = code
    assert (attributes, fore, back) == (set(), "", ""), "a frame ends without any look"
    return shown


@given(frames)
def test_the_picture_is_the_same(frame: str) -> None:
    assert cells(slimmed(frame)) == cells(frame)


@given(frames)
def test_it_is_never_longer(frame: str) -> None:
    assert len(slimmed(frame)) <= len(frame)


@pytest.mark.parametrize(
    ("frame", "slim"),
    [
        ("\x1b[31;44ma\x1b[0m\x1b[31;44mb\x1b[0m", "\x1b[31;44mab\x1b[0m"),
        ("\x1b[31;44ma\x1b[0m\x1b[32;44mb\x1b[0m", "\x1b[31;44ma\x1b[32mb\x1b[0m"),
        ("\x1b[1;31;44ma\x1b[0m\x1b[31;44mb\x1b[0m", "\x1b[1;31;44ma\x1b[22mb\x1b[0m"),
        ("\x1b[31;44ma\x1b[0m\x1b[32;44m  \x1b[0m", "\x1b[31;44ma  \x1b[0m"),
        ("\x1b[4;31;44ma\x1b[0m\x1b[31;44m \x1b[0m", "\x1b[4;31;44ma\x1b[0;31;44m \x1b[0m"),
        ("\x1b[0;31ma\x1b[0;31;44mb\x1b[0m", "\x1b[31ma\x1b[44mb\x1b[0m"),
        ("\x1b[2J\x1b[?25l", "\x1b[2J\x1b[?25l"),
    ],
)
def test_what_is_left_out(frame: str, slim: str) -> None:
    assert slimmed(frame) == slim


@pytest.mark.parametrize("frame", ["\x1b[31ma", "\x1b[31ma\x1b[0mb\x1b[6;58;5;1m"])
def test_a_frame_that_does_not_end_plain_is_left_alone(frame: str) -> None:
    assert slimmed(frame) == frame


def test_codes_that_are_not_known_stay() -> None:
    frame = "\x1b[31ma\x1b[0m\x1b[58;5;1mb\x1b[0m"
    assert slimmed(frame) == "\x1b[31ma\x1b[0;58;5;1mb\x1b[0m"
