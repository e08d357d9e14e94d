"""Times as editors type them, completed by what is known of the update."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.splitting.moments.typed import Known, read_typed

NEW_YORK = "America/New_York"
KNOWN = Known(datetime(2022, 1, 5, 14, 1, tzinfo=ZoneInfo(NEW_YORK)), NEW_YORK)


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("14:01 ET", "2022-01-05T14:01:00-05:00", NEW_YORK),
        ("2:01 pm", "2022-01-05T14:01:00-05:00", NEW_YORK),
        ("2:05", "2022-01-05T14:05:00-05:00", NEW_YORK),  # in the half that was known
        ("02:05", "2022-01-05T02:05:00-05:00", NEW_YORK),
        ("noon", "2022-01-05T12:00:00-05:00", NEW_YORK),
        ("5 Jan 2022 14:01 Europe/Moscow", "2022-01-05T14:01:00+03:00", "Europe/Moscow"),
        ("14:01 europe/moscow", "2022-01-05T14:01:00+03:00", "Europe/Moscow"),
        ("(Europe/Moscow) 14:01", "2022-01-05T14:01:00+03:00", "Europe/Moscow"),
        ("14:01 Moscow", "2022-01-05T14:01:00+03:00", "Europe/Moscow"),
        ("23:01 Asia/Tokyo", "2022-01-06T23:01:00+09:00", "Asia/Tokyo"),  # the day there
        ("Jan 6, 9:30 a.m. CT", "2022-01-06T09:30:00-06:00", "America/Chicago"),
        ("Tuesday 5 pm", "2022-01-04T17:00:00-05:00", NEW_YORK),
        ("Friday 5 pm", "2022-01-07T17:00:00-05:00", NEW_YORK),
        ("31 Dec, 23:59", "2021-12-31T23:59:00-05:00", NEW_YORK),
        ("18 Uhr", "2022-01-05T18:00:00+01:00", "Europe/Berlin"),
        ("14:01 +03:00", "2022-01-05T14:01:00+03:00", None),
        ("2022-01-05T14:01:00-05:00", "2022-01-05T14:01:00-05:00", None),
        ("24:00", "2022-01-06T00:00:00-05:00", NEW_YORK),
        ("6 Nov 2022 1:30 am EST", "2022-11-06T01:30:00-05:00", NEW_YORK),
    ],
)
def test_a_time_is_read_and_nothing_of_it_is_assumed(text, time, zone):
    moment = read_typed(text, KNOWN)
    assert (moment.time.isoformat(), moment.zone, moment.assumed) == (time, zone, ())


@pytest.mark.parametrize("text", ["unknown", " Unknown ", "?"])
def test_unknown(text):
    moment = read_typed(text, KNOWN)
    assert (moment.time, moment.zone) == (None, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a time, as 14:01 ET"),
        ("9" * 200, "a time, as 14:01 ET"),
        ("soon", "no time: soon"),
        ("5 Jan 2022", "no time"),
        ("14:01 x", "not understood: x"),
        ("14:01 - 15:00", "one time only"),
        ("25:61", "no clock shows 25:61"),
        ("14:01 Mars/Base", "no zone is called Mars/Base"),
        ("14:01 IST", "which zone"),
        ("14:01 local time", "which zone"),
        ("31 Feb 14:01", "which day"),
        ("Monday 5 Jan 2022 14:01", "another day of the week"),
        ("13 March 2022 2:30 am", "put forward"),
        ("6 Nov 2022 1:30 am", "put back"),
    ],
)
def test_what_is_no_time_says_why(text, why):
    with pytest.raises(ValueError, match=why):
        read_typed(text, KNOWN)


def test_what_is_not_known_stays_unknown_or_is_asked_for():
    moment = read_typed("9:30", Known(day=date(2022, 1, 5)))
    assert (moment.time, moment.zone) == (datetime(2022, 1, 5, 9, 30), None)  # noqa: DTZ001
    moment = read_typed("6 Jan 2022 9:30 UTC", Known())
    assert (moment.time, moment.zone) == (datetime(2022, 1, 6, 9, 30, tzinfo=UTC), "UTC")
    with pytest.raises(ValueError, match="which day"):
        read_typed("9:30", Known())
    with pytest.raises(ValueError, match="which day"):
        read_typed("6 Jan 9:30", Known())


def test_an_offset_that_is_known_is_kept():
    offset = timezone(timedelta(hours=3))
    moment = read_typed("22:01", Known(datetime(2022, 1, 5, 14, 1, tzinfo=offset)))
    assert (moment.time.isoformat(), moment.zone) == ("2022-01-05T22:01:00+03:00", None)
    naive = Known(datetime(2022, 1, 5, 14, 1))  # noqa: DTZ001
    assert read_typed("22:01 ET", naive).time.isoformat() == "2022-01-05T22:01:00-05:00"


def test_a_zone_whose_rules_are_not_known_here_is_none():
    known = Known(datetime(2022, 1, 5, 14, 1, tzinfo=UTC), "Mars/Base")
    assert read_typed("22:01", known).time == datetime(2022, 1, 5, 22, 1)  # noqa: DTZ001


@given(st.text(max_size=120) | st.from_regex(r"[0-9:./ apmETUhrJan+-]{1,30}", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused(text):
    with suppress(ValueError):
        assert read_typed(text, KNOWN).assumed == ()
