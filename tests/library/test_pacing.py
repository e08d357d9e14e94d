"""When what is followed is asked for: never too often, whatever happens."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsreader.library.watching import pacing
from newsreader.library.watching.pacing import later, next_due, wait
from newsreader.model.followed import Followed

NOW = datetime(2022, 1, 5, 12, tzinfo=UTC)
ROW = Followed("https://a.example/x", "", "", "a.example", None, later(NOW, -9))


def named(source, **fields):
    return ROW._replace(source=source, host=source.split("/")[2], **fields)


def test_what_is_due_longest_comes_first_and_files_never():
    rows = [
        named("https://a.example/x", due_at=later(NOW, -1)),
        named("https://b.example/x", due_at=later(NOW, -2)),
        named("https://c.example/x", due_at=later(NOW, 1)),
        ROW._replace(source="/desk/a.txt", host=""),
    ]
    assert next_due(rows, NOW, None, ()) == rows[1]
    assert next_due(rows, NOW, {rows[0].source}, ()) == rows[0]
    assert next_due(rows, NOW, None, {rows[2].source}) == rows[2]
    assert next_due(rows[2:], NOW, None, ()) is None


def test_a_host_is_not_asked_twice_in_a_row():
    rows = [named("https://a.example/x", looked_at=later(NOW, -1), due_at=later(NOW, 60))]
    rows.append(named("https://a.example/y"))
    assert next_due(rows, NOW, None, {rows[1].source}) is None
    assert next_due(rows, NOW + timedelta(seconds=pacing.PAUSE), None, ()) == rows[1]


def test_a_host_that_wants_to_be_left_alone_is_also_by_hand():
    row = named("https://a.example/x", held_until=later(NOW, 1))
    assert next_due([row], NOW, None, {row.source}) is None


def test_a_clock_that_was_set_back_keeps_nobody_waiting():
    row = named("https://a.example/x", looked_at=later(NOW, 900), due_at=later(NOW, -1))
    assert next_due([row], NOW, None, ()) == row


@given(st.integers(15, 90_000), st.integers(0, 10_000), st.floats(0, 1))
def test_failing_is_asked_less_and_less_often(every, failures, chance):
    assert wait(every, failures, chance) >= every
    assert wait(every, failures, chance) <= max(every, pacing.LONGEST) * 1.1 + 0.001
    assert wait(every, failures + 1, 0) >= wait(every, failures, 0)
