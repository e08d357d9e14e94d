"""Times as told to an editor; what is not known is not guessed."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from newsreader.model.statement import Update, UpdateKind
from newsreader.tui.plain.clock import ago, clock, face, heading, moment, name, short_name, wall

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2022, 1, 5, 22, 54, tzinfo=UTC)
TWO = datetime(2022, 1, 5, 14, 1, tzinfo=NEW_YORK)


def update(time=None, **more):
    return Update(0, 1, more.pop("kind", UpdateKind.UPDATE), time=time, **more)


def test_both_clocks_and_the_age():
    five = update(datetime(2022, 1, 5, 17, 40, tzinfo=NEW_YORK), number=2, zone="America/New_York")
    assert heading(five, NOW) == ["UPDATE 2", "5:40 PM ET", "22:40Z", "14 min ago"]


def test_a_time_in_utc_is_told_once():
    there = update(datetime(2022, 1, 5, 22, 40, tzinfo=UTC), zone="UTC")
    assert heading(there, NOW) == ["UPDATE", "22:40 UTC", "14 min ago"]
    guessed = there._replace(assumed=("zone",))
    assert heading(guessed, NOW)[1:3] == ["22:40 UTC*", "22:40Z"]


def test_what_was_assumed_is_marked_where_it_stands():
    assert wall(update(TWO, zone="America/New_York", assumed=("pm", "date"))) == "2:01 PM* ET"
    assert wall(update(TWO, zone="America/New_York", assumed=("zone",))) == "2:01 PM ET*"
    astray = update(TWO, zone="America/New_York", assumed=("out-of-order",))
    assert wall(astray) == "2:01 PM* ET"
    odd = update(TWO, zone="America/New_York", assumed=("weekday",))
    assert any(part.endswith("2022*") for part in heading(odd, NOW + timedelta(days=1)))
    late = heading(update(TWO, zone="America/New_York", assumed=("date",)), NOW + timedelta(days=1))
    assert late[3:] == ["5 Jan 2022*", "27 h ago"]


def test_an_unknown_zone_stays_unknown():
    naive = update(datetime(2022, 1, 5, 0, 5), number=1)  # noqa: DTZ001
    assert heading(naive, NOW) == ["UPDATE 1", "00:05", "zone unknown", "5 Jan 2022"]


@pytest.mark.parametrize(
    ("marker", "short", "whole"),
    [
        ("22:41 BST", "22:41", "22:41 BST"),
        ("(update2:01eastern):", "2:01", "2:01"),
        ("Update, 3.15pm:", "3.15pm", "3.15pm"),
        ("5 p.m. ET —", "5 p.m.", "5 p.m. ET"),
        ("Stand 14.43 Uhr", "14.43", "14.43"),
        ("05.01.2022", "", ""),
        ("12:30:15", "", ""),
        ("UPDATE 3", "", ""),
        ("٢٢:٤١", "", ""),
        ("x" * 100 + " 22:41", "", ""),
        (None, "", ""),
    ],
)
def test_a_clock_without_a_day_is_shown_as_written(marker, short, whole):
    undated = update()._replace(marker=marker)
    assert (face(undated), wall(undated)) == (short, whole)
    said = [whole, "day unknown"] if whole else ["time unknown"]
    assert heading(undated, NOW) == ["UPDATE", *said]
    assert short_name(undated, face(undated)) == (short or "UPDATE")


def test_an_unknown_time_stays_unknown():
    assert heading(update(number=1), NOW) == ["UPDATE 1", "time unknown"]
    assert heading(update(kind=UpdateKind.ORIGINAL), NOW) == ["ORIGINAL"]
    assert wall(update()) == ""


def test_names():
    assert [name(update(number=3)), name(update())] == ["UPDATE 3", "UPDATE"]
    kinds = [update(number=3), update(), *(update(kind=kind) for kind in list(UpdateKind)[1:])]
    assert [short_name(each, "5:40 PM") for each in kinds] == [
        "U3 5:40 PM", "5:40 PM", "ORIG 5:40 PM", "SUM 5:40 PM",
    ]  # fmt: skip
    assert [short_name(each, "") for each in kinds] == ["U3", "UPDATE", "ORIG", "SUM"]


def test_a_zone_without_a_short_name_is_told_by_its_own():
    paris = update(datetime(2022, 1, 5, 9, 0, tzinfo=ZoneInfo("Europe/Paris")), zone="Europe/Paris")
    assert wall(paris) == "09:00 CET"


@pytest.mark.parametrize(
    ("marker", "zone", "time"),
    [
        ("01.44", "Europe/London", "01:44"),
        ("5.40pm GMT", "Europe/London", "5:40 PM"),
        ("17:40", "Europe/London", "17:40"),
        ("17:40 ET", "America/New_York", "17:40"),
        ("05:40 ET", "America/New_York", "05:40"),
        ("11:05", "America/Chicago", "11:05 AM"),
        ("5:40 p.m. ET", "America/New_York", "5:40 PM"),
        (None, "America/New_York", "5:40 PM"),
        (None, "Asia/Tokyo", "17:40"),
    ],
)
def test_a_time_is_told_as_it_was_written(marker, zone, time):
    hour, minute = map(int, time.split()[0].split(":"))
    hour += 12 * time.endswith("PM")
    made = update(datetime(2022, 1, 5, hour, minute, tzinfo=ZoneInfo(zone)), zone=zone)
    assert face(made._replace(marker=marker)) == time


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "now"), (59, "now"), (60, "1 min ago"), (3599, "59 min ago"), (7200, "2 h ago"),
     (86400 * 3, "3 days ago"), (86400 * 15, "2 weeks ago"), (86400 * 70, "2 months ago"),
     (86400 * 731, "2 years ago"), (-300, "in 5 min"), (-5, "now")],
)  # fmt: skip
def test_ago(seconds, told):
    assert ago(NOW - timedelta(seconds=seconds), NOW) == told


def test_an_acts_time():
    assert moment("2022-01-05T22:52:00.000Z", NOW) == "22:52Z (2 min ago)"
    assert moment("2022-01-04T22:52:00.000Z", NOW) == "4 Jan 2022 22:52Z (24 h ago)"
    there = NOW.astimezone(timezone(timedelta(hours=-5)))
    assert moment("2022-01-05T22:52:00.000Z", there) == "17:52 · 22:52Z (2 min ago)"
    assert clock("2022-01-05T22:52:00.000Z", NOW) == "22:52"
    assert clock("2022-01-04T22:52:00.000Z", NOW) == "4 Jan 22:52"
