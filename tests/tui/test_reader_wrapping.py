"""Text broken into rows by cells, not by characters."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.tui.plain.wrapping import wrap
from newsreader.visible import visible

PIECES = st.text(
    st.sampled_from(
        [*list("abc .,-\n\t"), "東", "京", "、", "é", "é"[1], "👩", "\u200d", "️", "❤", "\xa0"]
    ),
    max_size=80,
)


def rows(text, width, **more):
    return [row.text for row in wrap(text, 0, width, **more)]


def test_words_are_kept_whole():
    assert rows("The quay is closed today", 12) == ["The quay is", "closed today"]


def test_a_word_wider_than_the_row_is_cut():
    assert rows("see https://example.org/a now", 8) == [
        "see",
        "https://",
        "example.",
        "org/a",
        "now",
    ]


def test_the_first_row_may_have_less_room():
    assert rows("one two three", 9, indent=4) == ["one", "two three"]


def test_wide_characters_count_two_and_break_anywhere_but_before_a_closing_mark():
    assert rows("東京港、閉鎖", 6) == ["東京", "港、閉", "鎖"]
    assert rows("東京港閉鎖", 5) == ["東京", "港閉", "鎖"]


def test_a_grapheme_is_never_cut():
    family = "👩\u200d👩\u200d👧"
    assert rows(family * 2, 2) == [family, family]
    assert rows("e\u0301" * 4, 2) == ["e\u0301e\u0301", "e\u0301e\u0301"]


def test_white_space_of_any_length_is_one_blank_and_belongs_to_no_span():
    (row,) = wrap("one\n   two three", 10, 40)
    assert row.text == "one two three"
    assert row.spans == ((10, 13), (17, 26))


def test_a_single_line_break_is_a_blank_within_the_span():
    (row,) = wrap("one\ntwo", 0, 40)
    assert (row.text, row.spans) == ("one two", ((0, 7),))


@given(PIECES, st.integers(2, 30), st.integers(0, 12))
def test_every_visible_character_once_and_no_row_too_wide(text, width, indent):
    shown = visible(text)
    seen = []
    for at, row in enumerate(wrap(shown, 0, width, indent=indent)):
        room = width if at else max(1, width - indent)
        assert row.cells == cell_len(row.text)
        assert row.cells <= room
        for start, end in row.spans:
            seen += range(start, end)
    assert seen == sorted(set(seen))
    assert {i for i, char in enumerate(shown) if char not in " \n\t"} <= set(seen)
