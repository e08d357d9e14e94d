"""Digits are labels or counts, and none is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.session.counting import Counting

LABELS = {"0": "x", "1": "c", "2": "s", "3": "o"}
COUNTED = {*"jkcsox", *"0123"}
PAUSED = "pause"


def play(counting, keys):
    """What is acted on, in order: ``(key, times)``; and what was never acted on."""
    done = []
    for key in keys:
        if key == PAUSED:
            label = counting.settle()
            done += [(label, None)] if label else []
            continue
        pressed = counting.press(key, acts=key in LABELS or key.isalpha(), counted=key in COUNTED)
        done += [(pressed.label, None)] if pressed.label else []
        done += [(key, pressed.times)] if pressed.now else []
    return done


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        ("1", ["1"]),
        ("0", ["0"]),
        ("3j", ["3j"]),
        ("4s", ["4s"]),
        ("12G", ["1", "2", "G"]),  # G takes no count in this test
        ("25j", ["25j"]),
        ("9", []),
        ("50j", ["50j"]),
        ("22j", ["2", "2j"]),
        ("21", ["2", "1"]),
        ("20", ["2", "0"]),
        ("2m", ["2", "m"]),
        ("4m", ["m"]),
        ("2_", ["2"]),
        ("4_j", ["4j"]),
        ("2_j", ["2", "j"]),
        ("99999j", ["9999j"]),
    ],
)
def test_what_digits_come_to(keys, done):
    counting = Counting()
    pressed = play(counting, [PAUSED if key == "_" else key for key in keys])
    assert [f"{times or ''}{key}" for key, times in pressed] == done


def test_escape_drops_a_count_and_does_nothing_else():
    counting = Counting()
    assert play(counting, ["4", "7", "escape", "j"]) == [("j", None)]
    assert play(counting, ["escape"]) == [("escape", None)]


def test_escape_after_a_digit_that_may_be_a_label_makes_it_one():
    assert play(Counting(), ["2", "escape"]) == [("2", None), ("escape", None)]


def test_where_tagging_does_not_move_on_labels_act_at_once():
    assert play(Counting(waits=False), "2j4j") == [("2", None), ("j", None), ("j", 4)]


def test_without_a_pause_labels_act_at_once():
    assert play(Counting(pause=0), "23j") == [("2", None), ("3", None), ("j", None)]


def test_labels_only_and_counts_only():
    assert play(Counting("labels"), "2j4j") == [("2", None), ("j", None), ("4", None), ("j", None)]
    assert play(Counting("counts"), "12j03s") == [("j", 12), ("s", 3)]


keys = st.lists(st.sampled_from([*"0123456789", *"jkcsoxmg?", "escape", PAUSED]), max_size=40)


@given(keys)
def test_every_digit_is_acted_on_in_its_place_or_part_of_a_count_that_was_seen(pressed):
    counting, made = Counting(), []
    for key in pressed:
        before, waited = counting.typed, counting.waiting
        now = play(counting, [key])
        if key in LABELS and not before:
            assert now == ([] if key in "23" else [(key, None)])
        if waited and (key in LABELS or key not in {*COUNTED, *"456789"}):
            assert now[0] == (before, None)
        if before and not waited and key.isdigit():
            assert counting.typed == before + key
        if before and not key.isdigit() and key != PAUSED:
            made += [before] if (before, None) not in now else []
            assert not counting.typed
        made += ["escape"] if key == "escape" and not now else []
        made += [each for each, _ in now]
        assert [times for each, times in now if each == key] in ([], [None], [int(before[:4] or 1)])
    made.append(counting.typed)
    assert "".join(made) == "".join(key for key in pressed if key != PAUSED)


@given(st.lists(st.sampled_from([*"0123", PAUSED]), max_size=40))
def test_who_types_labels_alone_gets_them_all_in_order(pressed):
    counting = Counting()
    done = [*play(counting, pressed), *play(counting, [PAUSED])]
    assert [key for key, _ in done] == [key for key in pressed if key != PAUSED]
    assert all(times is None for _, times in done)


@given(keys)
def test_keys_that_are_no_digits_are_all_acted_on_in_order(pressed):
    done = [key for key, _ in play(Counting(), pressed) if not key.isdigit()]
    wanted = [key for key in pressed if not key.isdigit() and key != PAUSED]
    assert [key for key in done if key != "escape"] == [key for key in wanted if key != "escape"]
