import uuid
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from newsreader.store.file.stamps import new_id, tick, timestamp, utc_now, uuid7

NOON = datetime(2022, 1, 5, 12, 0, tzinfo=UTC)


def test_times_are_utc_with_milliseconds():
    here = datetime(2022, 1, 5, 7, 0, 0, 123999, timezone(timedelta(hours=-5)))
    assert timestamp(here) == "2022-01-05T12:00:00.123Z"
    assert utc_now().tzinfo is UTC


def test_ids_are_version_7_of_their_moment():
    made = uuid.UUID(uuid7(1_641_384_000_000, 5))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == 1_641_384_000_000
    assert made.int >> 64 & 0xFFF == 5
    assert uuid.UUID(new_id()).version == 7
    assert new_id() != new_id()


def test_the_clock_counts_within_a_millisecond():
    ms, count, first = tick("", NOON, "d")
    assert (ms, count) == (1_641_384_000_000, 0)
    _, count, second = tick(first, NOON, "d")
    assert count == 1
    assert second > first


def test_a_full_counter_moves_to_the_next_millisecond():
    ms, count, _ = tick("001641384000000-4095-d", NOON, "d")
    assert (ms, count) == (1_641_384_000_001, 0)


@given(st.lists(st.integers(-5000, 5000), min_size=2, max_size=40))
def test_clock_and_ids_never_run_backwards(steps):
    moment, clock, ids = NOON, "", []
    for step in steps:
        moment += timedelta(milliseconds=step)
        ms, count, later = tick(clock, moment, "device")
        assert later > clock
        clock = later
        ids.append(uuid7(ms, count))
    assert ids == sorted(ids)
