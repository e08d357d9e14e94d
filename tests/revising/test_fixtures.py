"""Readable cases: what a change must be called, and where a tag must go."""

from pathlib import Path

import pytest

from newsreader.model.version import BODY, HEADLINE, Header, Version
from newsreader.revising.comparing import compare
from newsreader.revising.history import History
from newsreader.revising.revising import revise

FIXTURES = Path(__file__).parent / "fixtures"


def changes(name="changes.txt"):
    """``(old, new, alarms)`` of each case."""
    old = new = ""
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("- "):
            old = line[2:]
        elif line.startswith("+ "):
            new = line[2:]
        elif line.startswith("="):
            yield pytest.param(old, new, set(line[1:].split()), id=f"{old} > {new}")


def version(lines):
    """The version that a fixture's lines are, and the number of the tagged statement."""
    words, homes, headers, tagged = [], [], [], None
    for line in lines:
        if line.startswith("# "):
            time, _, headline = (part.strip() for part in line[2:].partition("|"))
            kind = "original" if time == "original" else "update"
            at = None if time == "original" else f"2022-01-05T{time}:00"
            headers.append(Header(kind, at, time, headline or None))
            continue
        if line.startswith("*"):
            tagged = len(words) + 1
        line_words = line.removeprefix("*").strip()
        first = HEADLINE if line_words.startswith("!") else BODY
        homes.append(len(headers) - 1 if headers else first)
        words.append(line_words.removeprefix("!").strip())
    return Version(tuple(words), tuple(homes), tuple(headers)), tagged


def stories(name="stories.txt"):
    text = (FIXTURES / name).read_text(encoding="utf-8")
    for case in text.split("\n== ")[1:]:
        title, *lines = case.strip().splitlines()
        cut = lines.index("-- new")
        old, tagged = version(lines[:cut])
        new, _ = version(lines[cut + 1 : -1])
        state, _, rest = lines[-1].removeprefix("-> ").partition(" ")
        words, _, alarms = rest.partition(" !")
        yield pytest.param(old, new, tagged, state, words, set(alarms.split()), id=title)


def test_there_are_two_hundred_cases():
    assert len(list(changes())) + len(list(stories())) >= 200


@pytest.mark.parametrize(("old", "new", "alarms"), changes())
def test_a_change_is_stale_and_told(old, new, alarms):
    around = ("Nothing moved on the canal.", "The shops stay shut.")
    carried = revise(
        Version.plain((around[0], old, around[1])), Version.plain((around[0], new, around[1]))
    )
    assert [(each.old, each.new, each.was) for each in carried.stale] == [(2, 2, old)]
    told = compare(old, new)
    assert set(told.alarms) == alarms
    assert "".join(text for sign, text in told.diff if sign != "+") == old
    assert "".join(text for sign, text in told.diff if sign != "-") == new


@pytest.mark.parametrize(
    ("old", "new", "tagged", "state", "words", "alarms"),
    [*stories(), *stories("unseen2_stories.txt")],
)
def test_a_tag_goes_where_its_statement_went(old, new, tagged, state, words, alarms):
    place = History.of([old, new]).place(1, tagged)
    assert place.state == state
    found = new.words[place.n - 1] if place.n else ""
    assert found == words
    if state == "stale":
        assert set(compare(old.words[tagged - 1], found).alarms) == alarms


@pytest.mark.parametrize(
    ("old", "new", "alarms"), [*changes("unseen.txt"), *changes("unseen2.txt")]
)
def test_what_was_not_tuned_to(old, new, alarms):
    assert set(compare(old, new).alarms) == alarms
