"""Figures as rows: they fit, they say every number, and hostile names do nothing."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.stats.charts import PLAIN, Shapes, bar, columns
from newsreader.stats.counting import EditorTally, Section, StoryStats, Tally
from newsreader.stats.figures import Drawing, of_all, of_story
from newsreader.stats.overall import Overall
from newsreader.stats.rows import cells, facts, fixed, length
from newsreader.stats.shares import shares
from newsreader.stats.standing import Labels, Standings
from newsreader.stats.timeline import Grain, Slot, Timeline, timeline

FIRST = datetime(2022, 1, 5, 20)  # noqa: DTZ001  on the wall


def stats_of(title="A story", editor="ana", hours=3, updates=2):
    """A story with so many hours and updates."""
    tally = Tally(
        1,
        Standings(50, 10, 5, 2, 1),
        {editor: EditorTally(Labels(11, 6, 2), 3, 1, 2, 40, 4, [float(4 * i) for i in range(19)])},
        {FIRST + timedelta(hours=i): Labels(i, 1, 2) for i in range(hours)},
    )
    update = SimpleNamespace(number=1)
    sections = [Section(None, None, Standings(1))]
    sections += [Section(update, i, Standings(20, 5, 3)) for i in range(updates)]
    story = SimpleNamespace(id=7, title=title, revisions=2)
    return StoryStats(story, tuple(sections) if updates else (), tally)


def text(rows):
    return "\n".join("".join(part for _, part in row) for row in rows)


def drawing(width, shapes=None):
    return Drawing(width, lambda update: f"UPDATE {update.number}", shapes or Shapes())


def overall_of(*every):
    overall = Overall()
    for each in every:
        overall.add(each)
    return overall


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 120, 164, 300])
def test_all_rows_fit_and_every_number_is_there(width) -> None:
    for rows in (
        of_story(stats_of(), drawing(width)),
        of_all(overall_of(stats_of()), drawing(width)),
    ):
        assert max(map(length, rows)) <= width
        said = " ".join(text(rows).split()).replace("S 6", "S6")
        for number in ("10 confirmed, 20 %", "32 open, 64 %", "1 disputed, 2 %", "C11", "S6"):
            assert number in said
        for words in ("15.0 tags a minute", "4.0 s between tags", "4 of 40 acts undone"):
            assert words in said


@pytest.mark.parametrize("width", range(1, 40))
def test_nothing_breaks_however_narrow(width) -> None:
    assert of_story(stats_of(), drawing(width))
    assert of_all(overall_of(stats_of()), drawing(width))


def test_two_columns_where_there_is_room() -> None:
    wide, narrow = (of_story(stats_of(), drawing(width)) for width in (120, 100))
    assert len(wide) < len(narrow)
    assert "BY UPDATE" in text(wide).partition("OVER TIME")[0].splitlines()[-1]


def test_plain_shapes_are_ascii() -> None:
    said = text(of_story(stats_of(updates=0), drawing(80, PLAIN))).replace("·", "-")
    assert said.isascii()
    assert "##" in said


def test_a_story_without_anything() -> None:
    story = SimpleNamespace(id=1, title="", revisions=1)
    empty = StoryStats(story, (), Tally(1))
    said = text(of_story(empty, drawing(80)))
    assert "0 statements · 0 tagged (0 %)" in said
    assert "OVER TIME" not in said
    assert "SPEED" not in said
    assert "MOST OPEN" not in text(of_all(overall_of(empty), drawing(80)))


def test_too_few_tags_to_tell_the_speed() -> None:
    stats = stats_of()
    stats.tally.editors["ana"].times = [1.0]
    assert "too few tags in a row to tell" in text(of_story(stats, drawing(80)))


def test_hostile_names_do_nothing() -> None:
    hostile = "\x1b]0;PWNED\x07[red]\u202e\nnews"
    for rows in (
        of_story(stats_of(hostile, hostile), drawing(80)),
        of_all(overall_of(stats_of(hostile, hostile)), drawing(80)),
    ):
        assert all(part.isprintable() for row in rows for _, part in row)
        assert "\u202e" not in text(rows)


def test_stories_beyond_the_shown_are_told() -> None:
    every = [stats_of() for _ in range(25)]
    for i, each in enumerate(every):
        each.story.id = i
    assert "and 5 stories more with something open" in text(
        of_all(overall_of(*every), drawing(100))
    )


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(0, 80))
def test_shares_are_whole_and_leave_nothing_out(amounts, width) -> None:
    found = shares(amounts, width)
    assert sum(found) == (width if sum(amounts) else 0)
    assert all(each >= 0 for each in found)
    present = sum(amount > 0 for amount in amounts)
    if width >= 2 * present:
        assert all((cell > 0) == (amount > 0) for cell, amount in zip(found, amounts, strict=True))


def test_a_bar_is_as_long_as_it_was_asked_for() -> None:
    row = bar((3, 2, 1, 1, 3), 20, Shapes())
    assert text([row]) == "▓" * 6 + "▒" * 4 + "░" * 2 + "╳" * 2 + "·" * 6
    assert [look for look, _ in row][:2] == ["mark--confirmed", "mark--speculative"]


@given(
    st.dictionaries(st.integers(0, 20000), st.integers(0, 9), min_size=1, max_size=30),
    st.integers(10, 120),
    st.integers(1, 10),
)
def test_columns_fit_and_show_every_slot(found, width, height) -> None:
    hours = {FIRST + timedelta(hours=h): Labels(1, c) for h, c in found.items()}
    rows = columns(timeline(hours), width, height, Shapes())
    assert len(rows) == height + 2
    assert max(map(length, rows)) <= width


def test_columns_of_an_afternoon() -> None:
    line = Timeline(
        Grain.HOUR,
        (
            Slot(FIRST, Labels(2, 1, 1)),
            Slot(FIRST + timedelta(hours=2), Labels(0, 2)),
        ),
    )
    assert text(columns(line, 40, 4, Shapes())).splitlines() == [
        "    4 │░░░░░             ",
        "      │▒▒▒▒▒             ",
        "      │▓▓▓▓▓       ▒▒▒▒▒ ",
        "      │▓▓▓▓▓       ▒▒▒▒▒ ",
        "    0 └──────────────────",
        "       5 Jan 20:00 5 Jan 22:00",
    ]


@pytest.mark.parametrize(("shown", "width"), [("abc", 6), ("林林林", 5), ("a\u0301bc", 2), ("", 3)])
def test_fixed_takes_exactly_its_room(shown, width) -> None:
    assert cells(fixed(shown, width)) == width


def test_fixed_in_no_room_at_all() -> None:
    assert fixed("abc", 0) == ""


def test_facts_wrap_between_facts() -> None:
    rows = facts(["one", "two three", "four"], 12)
    assert text(rows).splitlines() == ["one", "two three", "four"]
    assert text(facts(["one", "two"], 12, indent=2)) == "  one · two"
