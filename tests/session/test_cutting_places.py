"""Where a statement may be cut, and the cut as it is being placed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.spans import halves
from newsreader.model.statement import Statement, StatementKind
from newsreader.session.cutting import Cutter, cut_places, likely, whole


def parts(words):
    return [words[:at] + "|" + words[at:] for at in cut_places(words)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Six were hurt.", ["Six |were hurt.", "Six were |hurt."]),
        ("One", []),
        ("", []),
        ("…!", []),
        ("“Yes,” he said", ["“Yes,” |he said", "“Yes,” he |said"]),
        ("Fire — again", ["Fire |— again", "Fire — |again"]),
        ("fire—again…and on", ["fire—|again…and on", "fire—again…|and on", "fire—again…and |on"]),
        ("- item", []),
        ("done :)", []),
        ("six\n  died", ["six\n  |died"]),
        (
            "火事だ。逃げろ",
            [
                "火|事だ。逃げろ",
                "火事|だ。逃げろ",
                "火事だ。|逃げろ",
                "火事だ。逃|げろ",
                "火事だ。逃げ|ろ",
            ],
        ),
        ("a e\u0301 b", ["a |e\u0301 b", "a e\u0301 |b"]),
        ("a \u0301b c", ["a \u0301b |c"]),
        ("so 👍🏽 it is", ["so |👍🏽 it is", "so 👍🏽 |it is", "so 👍🏽 it |is"]),
    ],
)
def test_the_starts_of_words(words, places):
    assert parts(words) == places


def test_no_character_is_torn_apart():
    assert not whole("e\u0301", 1)
    assert not whole("👍🏽", 1)
    assert not whole("a\u200db", 1)
    assert not whole("a\u200db", 2)
    assert whole("ab", 1)


@given(st.text(st.sampled_from("ab. ,—\n\u0301\u200d。火👍🏽"), max_size=30))
def test_every_place_leaves_words_on_both_sides(words):
    text, span = f"x {words} y", (2, 2 + len(words))
    for at in cut_places(words):
        first, second = halves(text, span, at)
        assert second[0] == 2 + at
        assert any(map(str.isalnum, text[slice(*first)]))
        assert any(map(str.isalnum, text[slice(*second)]))


def cutter(words, start=0):
    return Cutter(Statement(3, start, start + len(words), StatementKind.SENTENCE, None, 0), words)


def test_it_begins_after_the_punctuation_nearest_to_the_middle():
    words = "Oh, six were hurt, and two of them died, he said."
    assert words[cutter(words).at :].startswith("and two")
    assert likely(words, cut_places(words)) == (4, 19, 41)
    words = "Six of them were hurt"
    assert words[cutter(words).at :].startswith("were")


def test_it_moves_by_word_and_by_punctuation():
    words = "Oh, six were hurt, and two died"
    placing = cutter(words, 100)
    assert (placing.n, placing.offset) == (3, 119)
    assert placing.move(1)
    assert words[placing.at :] == "two died"
    assert placing.move(-2)
    assert words[placing.at :].startswith("hurt")
    assert placing.move(-99)
    assert not placing.move(-1)
    assert words[placing.at :].startswith("six")
    assert placing.move(99)
    assert not placing.move(1)
    assert words[placing.at :] == "died"
    assert placing.jump(1)
    assert words[placing.at :].startswith("six")
    assert placing.jump(1)
    assert words[placing.at :].startswith("and")
    assert placing.jump(-1)
    assert placing.jump(-1)
    assert words[placing.at :].startswith("and")
    assert not cutter("no marks here").jump(1)
    assert not cutter("one, only").jump(1)
