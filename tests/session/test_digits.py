"""Digits are labels or numbers, and none is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.session.digits import Digits

LABELS = {"0": "x", "1": "c", "2": "s", "3": "o"}
COUNTED = {*"jkcsox#", *"0123"}


def play(digits, keys):
    """What is acted on, in order: ``(key, times)``; going to a statement is ``("go", n)``."""
    done = []
    for key in keys:
        acts = key in LABELS or key.isalpha() or key == "#"
        pressed = digits.press(key, acts=acts and len(key) == 1, counted=key in COUNTED)
        done += [("go", pressed.go)] if pressed.go is not None else []
        done += [(key, pressed.times)] if pressed.now else []
        if (key, pressed.now, pressed.times) == ("#", True, None):
            digits.begin()
    return done


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        ("1", ["1"]),
        ("0", ["0"]),
        ("2j", ["2", "j"]),
        ("3j", ["3", "j"]),
        ("4s", ["4s"]),
        ("12G", ["1", "2", "G"]),
        ("45j", ["45j"]),
        ("41j", ["41j"]),
        ("50j", ["50j"]),
        ("9", []),
        ("4m", ["m"]),
        ("9999999j", ["999999j"]),
        ("#12j", ["#", "12j"]),
        ("#30s", ["#", "30s"]),
        ("#12#", ["#", "12#"]),
        ("#05j", ["#", "5j"]),
        ("#m", ["#"]),
        ("#mj", ["#", "j"]),
        ("#1mj", ["#", "j"]),
        ("##2j", ["#", "2", "j"]),
    ],
)
def test_what_digits_come_to(keys, done):
    assert [f"{times or ''}{key}" for key, times in play(Digits(), keys)] == done


def test_enter_goes_to_the_statement_and_else_is_a_key():
    assert play(Digits(), ["4", "2", "enter"]) == [("go", 42)]
    assert play(Digits(), ["#", "1", "2", "enter", "enter"]) == [
        ("#", None), ("go", 12), ("enter", None)
    ]  # fmt: skip
    assert play(Digits(), ["#", "enter"]) == [("#", None)]
    assert play(Digits(), ["#", "7", "ctrl+j"]) == [("#", None), ("go", 7)]


def test_escape_drops_a_number_and_does_nothing_else():
    assert play(Digits(), ["4", "7", "escape", "j"]) == [("j", None)]
    assert play(Digits(), ["#", "escape", "1"]) == [("#", None), ("1", None)]
    assert play(Digits(), ["escape"]) == [("escape", None)]


def test_backspace_takes_back_a_digit():
    digits = Digits()
    assert play(digits, ["4", "7", "backspace", "2"]) == []
    assert digits.shown == "42"
    play(digits, ["backspace", "backspace"])
    assert not digits.shown
    play(digits, ["#", "1", "backspace", "2"])
    assert digits.shown == "#2"


def test_labels_only_and_counts_only():
    assert play(Digits("labels"), "2j4j") == [("2", None), ("j", None), ("4", None), ("j", None)]
    assert play(Digits("labels"), "#12j") == [("#", None), ("j", 12)]
    assert play(Digits("counts"), "12j03s0") == [("j", 12), ("s", 3)]


keys = st.lists(
    st.sampled_from([*"0123456789", *"jkcsoxmg?#", "escape", "enter", "backspace"]), max_size=40
)


@given(keys)
def test_a_digit_acts_when_it_is_pressed_or_is_part_of_a_number_that_is_shown(pressed):
    digits = Digits()
    for key in pressed:
        before = digits.shown
        now = play(digits, [key])
        if key in LABELS and not before:
            assert now == [(key, None)]
        elif key.isdigit():
            assert (now, digits.shown) == ([], before + key)
        if not key.isdigit() and key != "backspace":
            assert digits.shown == ("#" if now == [("#", None)] else "")


@given(st.lists(st.sampled_from("0123"), max_size=40))
def test_who_types_labels_alone_gets_them_all_in_order(pressed):
    assert play(Digits(), pressed) == [(key, None) for key in pressed]


@given(keys)
def test_where_no_number_is_begun_by_its_key_all_other_keys_act_in_order(pressed):
    pressed = [key for key in pressed if key not in {"#", "escape", "enter", "backspace"}]
    done = [key for key, _ in play(Digits(), pressed) if not key.isdigit()]
    assert done == [key for key in pressed if not key.isdigit()]
