"""What must hold of the statements of any text whatever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.language.credits import find_all_credits
from newsreader.splitting.sentences import Cutter, cut, regions, split_statements
from newsreader.splitting.sentences.layout import forced_starts
from newsreader.splitting.sentences.rules import ends, ends_plainly
from newsreader.splitting.sentences.stops import find_stops, stop_at

PIECES = st.sampled_from(
    (
        *r"""
        . ! ? … ... .” .’ ?” !) .) ) ( [ ] [1] “ ” " ' — - -- # @ : ; , 1. 2. a) b. • * *** -----
        U.S. Mr. p.m. Inc. No. Jan. vs. e.g. The Holt said he I i www http://a.b t.co/x :) :-( 😡
        ⚠️ 🚨 pic.twitter.com/aB (@holt) January 5, 2022 CAPITALS ONE 2/5 (?) 。 » « iDrive ABC
        """.split(),  # noqa: SIM905 - read more easily as text
        *(" ", "  ", "\n", "\t", "\u00a0", "\u2028", "\x1c", ""),
    )
)
TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)


def assert_tight_ordered_disjoint(text, spans, low, high):
    at = low
    for start, end in spans:
        assert at <= start < end <= high
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end


@given(TEXT)
def test_only_white_space_lies_outside_of_a_blocks_statements(text):
    spans = cut(text, 0, len(text))
    assert_tight_ordered_disjoint(text, spans, 0, len(text))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXT)
def test_statements_of_a_text_are_tight_ordered_and_within_one_line(text):
    spans = split_statements(text)
    assert_tight_ordered_disjoint(text, spans, 0, len(text))
    assert not any("\n" in text[start:end] for start, end in spans)


@given(TEXT)
def test_regions_and_credits_share_out_the_block(text):
    parts = regions(text, 0, len(text))
    credits_ = [(c.start, c.end) for c in find_all_credits(text, 0, len(text))]
    pieces = sorted([*parts, *credits_])
    assert "".join(text[start:end] for start, end in pieces) == text


@given(TEXT, TEXT, TEXT)
def test_a_block_is_cut_by_itself_alone(before, block, after):
    alone = cut(block, 0, len(block))
    offset = len(before)
    within = cut(before + block + after, offset, offset + len(block))
    assert within == [(start + offset, end + offset) for start, end in alone]
    assert Cutter(before + block + after).cut(offset, offset + len(block)) == within


WORDS = st.sampled_from(
    "Holm holm U.S US Inc Jan May IV x X a11 No no straße Ⅷ Éva of Monday Yahoo Section".split()  # noqa: SIM905
)
LEAD = st.lists(st.one_of(WORDS, PIECES), max_size=30).map(" ".join)
MARKS = st.sampled_from([". ", "! ", "? ", ".\t", ".” ", "… ", ".\u00a0", ".. ", ". “", ".) "])


@given(LEAD, WORDS, MARKS, st.one_of(WORDS, PIECES), st.integers(0, 60))
def test_what_ends_plainly_ends(lead, word, marks, first, begin):
    piece = f"{lead} {word}{marks}{first} and so on".translate({ord(c): None for c in "()[]"})
    for found in find_stops(piece):
        at, after = found.span()
        if begin < at and after < len(piece) and ends_plainly(piece, begin, at, after):
            stop = stop_at(piece, begin, found)
            assert (stop.at + len(stop.marks), stop.next) == (at + 1, after)
            assert ends(stop)


@given(TEXT)
def test_layout_starts_are_ordered_and_inside(text):
    starts = forced_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 < start <= len(text) for start in starts)


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\t \u00a0\u2028"])
def test_nothing_comes_of_blank_text(blank):
    assert split_statements(blank) == []


@pytest.mark.parametrize(
    "unit",
    [
        "U.S. Mr. X. ", ".", ". ", "(", '"', "a", "“x. ", "(x. ", "x.” — ", "1. A ", "• A ", "😡 ",
        "#a. ", "— N (@h) ", "(@h) January 5, 2022 ", "https://a.b ", "t.co/a ", "AB CD ", ":) ",
        "* ", "x... ", "。", ".)", "“X?” Holt ", "-", "[x. ", ". »", "\n",
        "In Sept. Holt resigned. ",
    ],
)  # fmt: skip
def test_a_huge_line_of_one_thing_comes_through(unit):
    # Anything worse than linear would show as a test that hangs.
    text = unit * (100_000 // len(unit))
    spans = split_statements(text)
    assert_tight_ordered_disjoint(text, spans, 0, len(text))
