"""Word diffs and alarms, beyond the readable cases."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library import analyse
from newsreader.model.comparison import Alarm
from newsreader.model.version import BODY, HEADLINE, Version
from newsreader.reading import read
from newsreader.revising.comparing import compare
from newsreader.revising.spelling import distance, is_common, same_spelling
from newsreader.revising.tokens import tokens

PIECES = [
    *("At least", "60", "people", " ", "\n", "“", "’", "not", "RIA", "said", ",", ".", "may"),
    *("p.m.", "Feb.", "3", "$", "1,200", "million", "\u200b", "é", "@x", "citing", "to", "told"),
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=40)


@given(TEXT)
def test_tokens_are_the_text(text):
    assert "".join(tokens(text)) == text


@given(TEXT, TEXT)
def test_a_diff_is_both_texts(old, new):
    told = compare(old, new)
    assert "".join(text for sign, text in told.diff if sign != "+") == old
    assert "".join(text for sign, text in told.diff if sign != "-") == new
    assert all(text for _, text in told.diff)
    signs = [sign for sign, _ in told.diff]
    assert all(a != b for a, b in pairwise(signs))
    assert told.cosmetic == (Alarm.COSMETIC in told.alarms)
    assert len(set(told.alarms)) == len(told.alarms)


@given(TEXT, TEXT)
def test_an_alarm_sounds_both_ways(old, new):
    assert compare(old, new).alarms == compare(new, old).alarms


def test_a_diff_is_read_as_words():
    told = compare("Police confirmed late on Monday.", "Police denied on Tuesday.")
    assert [tuple(piece) for piece in told.diff] == [
        ("=", "Police "), ("-", "confirmed late"), ("+", "denied"), ("=", " on "),
        ("-", "Monday"), ("+", "Tuesday"), ("=", "."),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [3_000, 30_000])
def test_a_sentence_without_an_end_is_compared_by_its_landmarks(size):
    words = [f"w{n}" for n in range(size)]
    old, new = " ".join(words), " ".join([*words[:9], "other", *words[10:-9], "last", *words[-8:]])
    told = compare(old, new)
    assert [text.strip() for sign, text in told.diff if sign != "="] == [
        "w9",
        "other",
        f"w{size - 9}",
        "last",
    ]


@pytest.mark.parametrize(
    ("old", "new", "alarms"),
    [
        ("He was born on March 3, 1962.", "He was born on March 3, 1963.", {"time"}),
        ("The May 5 vote is off.", "The May 6 vote is off.", {"time"}),
        ("It may fall in May.", "It will fall in May.", {"hedge"}),
        ("He left two days ago.", "He left six days ago.", {"time"}),
        ("Two hundred and six cars burned.", "Two hundred and nine cars burned.", {"number"}),
        ("The 3rd car burned.", "The 4th car burned.", {"number"}),
        ("About a hundred cars burned.", "A hundred cars burned.", {"hedge"}),
        ("Fewer than 9 cars burned.", "9 cars burned.", {"number"}),
        ("Only 9 cars burned.", "9 cars burned.", {"number"}),
        ("Version 1.2.3 failed.", "Version 1.2.4 failed.", {"number"}),
        ("There is no. 5 in the row.", "There is no. 6 in the row.", {"number"}),
        ("It is said that the dam broke.", "It is denied that the dam broke.", {"verb"}),
        ("He was quoted by Reuters.", "He was quoted by AFP.", {"source"}),
        ("@alvey_news reported a fire.", "@sorna_news reported a fire.", {"source"}),
        ("In Sorna, Lund said, it rained.", "In Sorna, Berg said, it rained.", {"source"}),
        ("The “Sorna” sank.", "The “Alvey” sank.", {"name"}),
        ("", "Something.", set()),
        ("It cost 7" + " million" * 200_000, "It cost 8" + " million" * 200_000, {"number"}),
        ("\u200bThe gate is shut.", "The gate is shut.", {"cosmetic"}),
    ],
)
def test_alarms(old, new, alarms):
    assert set(compare(old, new).alarms) == alarms


def test_spelling_is_within_two_letters_of_a_common_word():
    assert same_spelling("goverment", "government")
    assert same_spelling("government", "govermnet")
    assert not same_spelling("gvrnmet", "government")
    assert not same_spelling("six", "sxi")
    assert not same_spelling("a" * 50, "a" * 51)
    assert not same_spelling("xyzzy", "xyzzx")
    assert is_common("unrepaired")
    assert is_common("stopped")
    assert not is_common("stoped")
    assert distance("abcd", "badc") == 2
    assert distance("a", "abcdef") == 3


def test_a_version_of_an_article(tmp_path):
    text = (
        "Fire at the depot\n\nSmoke is seen.\n\nUPDATE 5:40 PM ET\n\nThe fire is out.\n\n"
        "UPDATE 3:15 PM ET\n\nCrews are on the way.\n"
    )
    path = tmp_path / "story.txt"
    path.write_text(text)
    (article,) = read(path)
    made = Version.of(analyse(article))
    assert made.words[0] == "Fire at the depot"
    assert made.homes[0] == HEADLINE
    assert BODY in made.homes
    assert [header.kind for header in made.headers][:2] == ["update", "update"]
