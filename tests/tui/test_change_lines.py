"""The word diff as lines: brackets and lines tell what went and came, without colour."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.revising.comparing import compare
from newsreader.tui.reader.change_lines import alarm_parts, change_line, change_lines
from newsreader.visible import visible

OLD = "At least 6 people were killed near the old port on Tuesday, the ministry said."
NEW = "At least 60 people were not killed near the old port on Friday, the ministry confirmed."


def said(parts):
    return "".join(text for _, text in parts)


def test_all_of_it_on_lines():
    lines = list(change_lines(compare(OLD, NEW), 36))
    assert said(lines[0]) == "At least [-6-]{+60+} people were"
    assert ("went", "[-6-]") in lines[0]
    assert ("came", "{+60+}") in lines[0]
    assert all(cell_len(said(each)) <= 36 for each in lines)


def test_only_what_changed_on_one_line():
    told = said(change_line(compare(OLD, NEW)))
    assert told == "[-6-]{+60+} … {+not+} … [-Tuesday-]{+Friday+} … [-said-]{+confirmed+}"


def test_blanks_that_changed_are_seen():
    assert said(change_line(compare("a b  c", "a b c"))) == "[-__-]{+_+}"


def test_the_kinds_of_change():
    assert said(alarm_parts(compare(OLD, NEW).alarms)) == "number, negation, verb, time changed"
    assert said(alarm_parts(compare("It sank.", "it sank.").alarms)) == "only its looks changed"
    assert alarm_parts(()) == []


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 30))
def test_any_text_is_shown_safely(old, new, width):
    if old == new:
        return
    told = compare(old, new)
    for parts in (change_line(told), *change_lines(told, width)):
        assert visible(said(parts), one_line=True) == said(parts)
