from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.model.event import AnchorState
from newsreader.revising.aligning import align

WORDS = st.lists(st.sampled_from([f"Sentence {n}." for n in range(12)]), max_size=30)
DISTINCT = st.lists(st.integers(0, 200).map(str), max_size=40, unique=True)


def numbers(old, new):
    return [place.n for place in align(old, new)]


@given(WORDS)
def test_identical_revisions_keep_everything(words):
    places = align(words, words)
    assert [place.n for place in places] == list(range(1, len(words) + 1))
    assert all(place.state is AnchorState.CURRENT for place in places)


@given(WORDS, st.data())
def test_an_insertion_leaves_the_others_where_they_are(words, data):
    at = data.draw(st.integers(0, len(words)))
    new = [*words[:at], "Something new.", *words[at:]]
    assert numbers(words, new) == [n + (n > at) for n in range(1, len(words) + 1)]


@given(DISTINCT, st.data())
def test_what_is_deleted_is_gone_and_nothing_else(words, data):
    kept = [word for word in words if data.draw(st.booleans())]
    places = align(words, kept)
    for word, place in zip(words, places, strict=True):
        if word in kept:
            assert place.n == kept.index(word) + 1
            assert place.state is AnchorState.CURRENT
        else:
            assert place.n is None
            assert place.state is AnchorState.GONE


@given(WORDS, WORDS)
def test_words_are_exact_and_no_two_share_a_place(old, new):
    places = align(old, new)
    taken = [place.n for place in places if place.n is not None]
    assert len(taken) == len(set(taken))
    for word, place in zip(old, places, strict=True):
        assert (place.n is None) == (place.state is AnchorState.GONE)
        if place.n is not None:
            assert new[place.n - 1] == word


@given(WORDS, WORDS)
def test_current_places_keep_the_sequence(old, new):
    current = [place.n for place in align(old, new) if place.state is AnchorState.CURRENT]
    assert current == sorted(current)


@given(DISTINCT, st.randoms())
def test_shuffled_statements_are_all_found(words, random):
    new = list(words)
    random.shuffle(new)
    assert numbers(words, new) == [new.index(word) + 1 for word in words]


@given(WORDS, WORDS)
def test_a_moved_statement_was_left_over_once_on_both_sides(old, new):
    places = align(old, new)
    current = {place.n for place in places if place.state is AnchorState.CURRENT}
    left_new = Counter(word for n, word in enumerate(new, 1) if n not in current)
    left_old = Counter(
        word
        for word, place in zip(old, places, strict=True)
        if place.state is not AnchorState.CURRENT
    )
    for word, place in zip(old, places, strict=True):
        if place.state is AnchorState.MOVED:
            assert left_old[word] == left_new[word] == 1


def test_a_duplicate_never_jumps_to_its_double():
    old = ["Head.", "No comment.", "One.", "No comment."]
    new = ["No comment.", "One.", "Head.", "No comment.", "No comment."]
    for word, place in zip(old, align(old, new), strict=True):
        assert place.n is None or new[place.n - 1] == word
    # Three look-alikes, two of them old: which is which cannot be told, so none is moved.
    moved = [
        place for place in align(["x.", "a.", "a."], ["a.", "y.", "a.", "z.", "a."]) if place.n
    ]
    assert all(place.state is AnchorState.CURRENT for place in moved)


def test_changed_words_are_gone_however_alike():
    places = align(["At least 6 people were hurt."], ["At least 60 people were hurt."])
    assert [(place.n, place.state) for place in places] == [(None, AnchorState.GONE)]


class Counting(str):
    """A text that counts how often it is looked at."""

    __slots__ = ()
    looks = 0

    def __eq__(self, other):
        Counting.looks += 1
        return str.__eq__(self, other)

    def __hash__(self):
        Counting.looks += 1
        return str.__hash__(self)


def looks(old, new):
    Counting.looks = 0
    align([Counting(each) for each in old], [Counting(each) for each in new])
    return Counting.looks


def shuffled(count):
    return [f"{n}." for n in range(count)], [f"{n * 7 % count}." for n in range(count)]


def staircase(count):
    """Each fixed point makes just one other word unique: the deepest that cutting can go."""
    steps = [word for n in range(count) for word in (f"{n + 1}.", f"{n}.")]
    return ["0.", *steps], [
        word for n, step in enumerate(["0.", *steps]) for word in (f"new {n}.", step)
    ]


@pytest.mark.parametrize("case", [shuffled, staircase])
def test_the_work_grows_with_the_text_not_with_its_square(case):
    assert looks(*case(2003)) < 3 * looks(*case(1001))
