"""What holds of any two revisions, and of any row of them."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.model.carryover import Carryover
from newsreader.model.event import AnchorState
from newsreader.model.lineage import Lineage, Missing
from newsreader.model.version import BODY, Header, Version
from newsreader.revising.history import Edit, History
from newsreader.revising.revising import revise

TOWNS = "Marivel Dunholm Brenwick Sorna Alvey".split()  # noqa: SIM905
SENTENCES = [f"{count} people were {what} in {town}, police {verb}."
             for count in ("Six", "60", "No") for what in ("killed", "hurt")
             for town in TOWNS for verb in ("said", "denied")]  # fmt: skip
HELD = (AnchorState.CURRENT, AnchorState.MOVED)


@st.composite
def updates(draw, least=0):
    """Updates as (hour, sentences): few words, so that look-alikes abound."""
    hours = draw(st.lists(st.integers(0, 23), min_size=least, max_size=4, unique=True))
    return [(hour, draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5)))
            for hour in hours]  # fmt: skip


def version(parts, body=()):
    words, homes = list(body), [BODY] * len(body)
    for at, (_, sentences) in enumerate(parts):
        words += sentences
        homes += [at] * len(sentences)
    headers = tuple(Header("update", f"2022-01-05T{h:02}:00:00", f"{h}:00", None) for h, _ in parts)
    return Version(tuple(words), tuple(homes), headers)


@given(updates(), st.lists(st.sampled_from(SENTENCES), max_size=4))
def test_text_unchanged_keeps_everything(parts, body):
    it = version(parts, body)
    history = History.of([it, it])
    for n in range(1, len(it.words) + 1):
        place = history.place(1, n)
        assert (place.n, place.state) == (n, AnchorState.CURRENT)
    assert not list(history.ledger())


@given(updates(least=1), st.data())
def test_an_update_inserted_anywhere_leaves_every_other_tag(parts, data):
    new = data.draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
    hour = data.draw(st.sampled_from(sorted(set(range(24)) - {h for h, _ in parts})))
    at = data.draw(st.integers(0, len(parts)))
    grown = [*parts[:at], (hour, new), *parts[at:]]
    old, now = version(parts), version(grown)
    history = History.of([old, now])
    for n, words in enumerate(old.words, 1):
        place = history.place(1, n)
        assert place.state in HELD
        assert now.words[place.n - 1] == words
        shift = len(new) if old.homes[n - 1] >= at else 0
        assert place.n == n + shift


@given(updates(), updates())
def test_old_new_old_gives_back_what_was(one, other):
    old, new = version(one), version(other)
    history = History.of([old, new, old])
    for n in range(1, len(old.words) + 1):
        place = history.place(1, n)
        assert (place.n, place.state) == (n, AnchorState.CURRENT)


@given(updates(), updates())
def test_revising_twice_is_revising_once(one, other):
    old, new = version(one), version(other)
    once, twice = History.of([old, new]), History.of([old, new, new])
    for n in range(1, len(old.words) + 1):
        a, b = once.place(1, n), twice.place(1, n)
        assert (a.n, a.state) == (b.n, b.state)


@given(st.lists(updates(), min_size=2, max_size=5))
def test_no_two_on_one_and_exact_words_only(rows):
    versions = [version(parts) for parts in rows]
    history = History.of(versions)
    newest = versions[-1].words
    for revision, old in enumerate(versions, 1):
        taken = []
        for n, words in enumerate(old.words, 1):
            place = history.place(revision, n)
            assert (place.n is None) == (place.state is AnchorState.GONE)
            if place.n is not None:
                taken.append(place.n)
                assert (newest[place.n - 1] == words) == (place.state in HELD)
        assert len(taken) == len(set(taken))


@given(st.lists(updates(), min_size=2, max_size=5))
def test_every_statement_is_accounted_for_and_can_be_kept(rows):
    versions = [version(parts) for parts in rows]
    history = History.of(versions)
    for old, new, carried in zip(versions, versions[1:], history.carryovers, strict=False):
        partners = carried.partners()
        assert {*partners, *(each.old for each in carried.gone)} == {*range(1, len(old.words) + 1)}
        assert len(set(partners.values())) == len(partners)
        assert Carryover.of_body(carried.body()) == carried
        for each in carried.stale:
            assert each.was == old.words[each.old - 1] != new.words[each.new - 1]
    kept = [Carryover.of_body(each.body()) for each in history.carryovers]
    again = Lineage.of(len(versions[0].words), kept)
    for n in range(1, len(versions[0].words) + 1):
        assert again.now(1, n) == history.lineage.now(1, n)
    assert again.missing() == history.lineage.missing()


@settings(max_examples=30)
@given(updates(least=1), st.randoms(use_true_random=False))
def test_the_same_two_texts_always_give_the_same(parts, chance):
    old = version(parts)
    words = [chance.choice((each, each.replace("Six", "Nine"))) for each in old.words]
    new = old._replace(words=tuple(words))
    assert revise(old, new) == revise(old, new)


def test_what_was_deleted_and_restored_is_back():
    full = Version.plain(("The gate is shut.", "The well is dry.", "The lamp is out."))
    less = Version.plain(("The gate is shut.", "The lamp is out."))
    history = History.of([full, less, less])
    assert history.place(1, 2).state is AnchorState.GONE
    assert (history.place(1, 2).last_revision, history.place(1, 2).last_n) == (1, 2)
    carried = history.take(full)
    assert [(each.revision, each.n, each.new) for each in carried.back] == [(1, 2, 2)]
    assert carried.new == ()
    assert history.place(1, 2).state is AnchorState.CURRENT
    assert history.lineage.path(1, 2) == [(1, 2), (4, 2)]


def test_what_changed_went_and_came_back_is_still_the_same_statement():
    def told(words):
        return Version.plain(("The gate is shut.", *words, "The lamp is out."))

    six, nine = "Six people are in the mine.", "Nine people are in the mine."
    history = History.of([told([six]), told([nine]), told([]), told([six])])
    assert history.place(1, 2).state is AnchorState.CURRENT
    assert history.place(2, 2).state is AnchorState.STALE  # it was put on "Nine"
    assert history.lineage.path(2, 2) == [(1, 2), (2, 2), (4, 2)]


def test_a_change_is_followed_through_many_small_ones():
    steps = [
        "Six people are in the mine.",
        "Nine people are in the old mine.",
        "Nine miners are in the old mine near Sorna.",
        "Nine miners are reported to be in the flooded old mine near Sorna.",
    ]
    history = History.of(
        Version.plain(("The gate is shut.", each, "The lamp is out.")) for each in steps
    )
    assert [(history.place(r, 2).n, history.place(r, 2).state.value) for r in (1, 2, 3, 4)] == [
        (2, "stale"), (2, "stale"), (2, "stale"), (2, "current"),
    ]  # fmt: skip


def test_words_that_were_put_back_beside_their_successor_take_their_tag():
    """The statement went on as other words; its own words are there again, as another one."""
    six, nine = "Six people are in the mine.", "Nine people are in the mine."
    around = ("The gate is shut.", "The lamp is out.", "The well is dry.")
    history = History.of(
        Version.plain(each)
        for each in (
            (around[0], six, around[1], around[2]),
            (around[0], nine, around[1], around[2]),
            (around[0], nine, around[1], six, around[2]),
        )
    )
    place = history.place(1, 2)
    assert (place.n, place.state in HELD) == (4, True)
    assert (history.place(2, 2).n, history.place(2, 2).state) == (2, AnchorState.CURRENT)


def test_doubles_that_went_come_back_as_they_were():
    full = Version.plain(("No comment.", "The gate is shut.", "No comment."))
    less = Version.plain(("The gate is shut.",))
    history = History.of([full, less, full])
    assert [history.place(1, n).n for n in (1, 2, 3)] == [1, 2, 3]
    assert revise(less, full, [Missing(1, 1, "No comment.")]).back == ()  # one went, two came


def test_the_ledger_tells_what_no_header_announced():
    first = [(9, ["The gate is shut.", "Six people are missing.", "The well is dry."])]
    quiet = [(9, ["The gate is shut.", "Nine people are missing."])]
    loud = [(9, ["The gate is shut.", "Nine people are missing."]), (11, ["The search goes on."])]
    last = [(9, ["The gate is shut.", "Nine people are missing.", "The well is dry."]),
            (12, ["The search is over."])]  # fmt: skip
    history = History.of(version(each) for each in (first, quiet, loud, last))
    assert list(history.ledger()) == [
        Edit("changed", "Six people are missing.", "Nine people are missing.", 1, 1, 2, None),
        Edit("vanished", "The well is dry.", None, 1, 1, 3, 4),
    ]


def test_outside_of_updates_any_new_header_announces():
    old = version([], ["Six people are missing.", "The gate is shut."])
    new = version(
        [(9, ["Nine are missing by now."])], ["Nine people are missing.", "The gate is shut."]
    )
    assert list(History.of([old, new]).ledger()) == []
    silent = version([], ["Nine people are missing.", "The gate is shut."])
    assert [each.kind for each in History.of([old, silent]).ledger()] == ["changed"]


@pytest.mark.parametrize(
    "damage",
    [
        {"current": [[1, 1, 10**9]]},
        {"current": [[1, 1, 0]]},
        {"current": [[1, 1, 2]], "moved": [[3, 2]]},
        {"stale": [[1, 9, "words", False]]},
        {"stale": [[1]]},
        {"gone": "x"},
        {"back": [[1, 1, 0]]},
        {"size": "many"},
    ],
)
def test_a_damaged_carry_over_is_refused(damage):
    whole = {"reviser": "1", "current": [], "moved": [], "stale": [], "gone": [], "back": [],
             "size": 2}  # fmt: skip
    with pytest.raises((LookupError, TypeError, ValueError)):
        Carryover.of_body(whole | damage)


def test_links_from_nowhere_are_passed_over():
    body = {"reviser": "1", "current": [[7, 1, 1]], "moved": [], "stale": [[9, 2, "x", False]],
            "gone": [[12, "y", False]], "back": [[5, 5, 3]], "size": 3}  # fmt: skip
    lineage = Lineage.of(2, [Carryover.of_body(body)])
    assert [lineage.now(1, n) for n in (1, 2, 3)] == [None, None, None]
    assert lineage.now(2, 1) == 1
    assert lineage.now(1, 1, at=1) == 1
    assert lineage.now(1, 1, at=2) is None
    assert lineage.now(1, 1, at=7) is None
    assert lineage.last(9, 9) == (0, 0)


def test_a_huge_story_of_look_alikes_takes_a_bounded_time():
    chance = random.Random(1)
    old = Version.plain(f"{chance.randrange(999)} people were hurt." for _ in range(800))
    new = Version.plain(f"{chance.randrange(999)} people were killed." for _ in range(800))
    carried = revise(old, new)
    assert len(carried.partners()) + len(carried.gone) == 800


def test_updates_that_are_numbered_anew_are_told_by_their_words():
    first = ["The gate is shut.", "Six people are missing.", "The well is dry."]
    second = ["The lamp is out.", "The bridge holds.", "Nobody is on it."]
    old = version([(9, first), (8, second)])
    new = version(
        [
            (9, ["The search goes on.", "Dogs help."]),
            (8, [*first[:1], "Nine people are missing.", first[2]]),
            (7, second),
        ]
    )
    history = History.of([old, new])
    states = [history.place(1, n).state.value for n in range(1, 7)]
    assert states == ["current", "stale", "current", "current", "current", "current"]
