"""Clocks, days and zones as written, and the moments they become."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest

from newsreader.model.article import Article, Block, BlockKind
from newsreader.splitting import split
from newsreader.splitting.grammar.clocks import match_clock
from newsreader.splitting.grammar.dates import match_day, match_weekday
from newsreader.splitting.grammar.when import match_when
from newsreader.splitting.grammar.zones import match_zone

SAID = "The harbour stays closed, the port authority said. Nobody was hurt."


def times(*markers: str, published: str | None = "2022-07-05", uri: str = "story.txt", top=""):
    """Times and assumptions of an article whose updates bear these markers."""
    text = "\n\n".join([*([top] if top else []), *(f"{marker} {SAID}" for marker in markers)])
    blocks, at = [], 0
    for piece in text.split("\n\n"):
        blocks.append(Block(at, at + len(piece), BlockKind.PARAGRAPH))
        at += len(piece) + 2
    found = split(Article("s", "text", uri, text, tuple(blocks), published=published))
    marked = [update for update in found.updates if update.marker]
    assert len(marked) == len(markers)
    return [(u.time.isoformat() if u.time else None, " ".join(u.assumed)) for u in marked]


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("2:05pm", 14, 5), ("2.05 p.m.", 14, 5), ("12:14 a.m.", 0, 14), ("12 PM", 12, 0),
        ("3h45", 3, 45), ("18h", 18, 0), ("18 Uhr", 18, 0), ("23.45 Uhr", 23, 45),
        ("1345ET", 13, 45), ("0339 GMT", 3, 39), ("11.45ish", 11, 45), ("15:24pm", 15, 24),
        ("noon", 12, 0), ("midnight", 0, 0), ("9:15:30", 9, 15), ("5 p. m.", 17, 0),
    ],
)  # fmt: skip
def test_clock_is_read_as_written(written, hour, minute):
    clock, end = match_clock(written, 0)
    assert divmod(clock.minutes(), 60) == (hour, minute)
    assert end == len(written)


@pytest.mark.parametrize(
    "written", ["1345", "10.30.2022", "9:5", "5 pmx", "17", "12.50%", "10:00,5"]
)
def test_other_numbers_are_no_clocks(written):
    assert match_clock(written, 0) is None


@pytest.mark.parametrize("written", ["25:61", "24:01", "12:60"])
def test_an_impossible_clock_is_kept_and_known(written):
    clock, _ = match_clock(written, 0)
    assert not clock.possible


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-03-10", (2022, 3, 10)), ("03. Mai 2020", (2020, 5, 3)), ("May 23", (None, 5, 23)),
        ("July 3rd", (None, 7, 3)), ("3.5.2020", (2020, 5, 3)), ("Nov. 19, 2019", (2019, 11, 19)),
        ("1er mars 2021", (2021, 3, 1)), ("5/23", (None, 5, 23)), ("23/5/21", (2021, 5, 23)),
        ("10 Mar 2022", (2022, 3, 10)), ("3. Mai, 16:05", (None, 5, 3)),
    ],
)  # fmt: skip
def test_day_is_read_as_written(written, expected):
    day, _ = match_day(written, 0)
    assert (day.year, day.month, day.day) == expected


@pytest.mark.parametrize("written", ["May 5 p.m.", "99.99.2020", "13/13/2020", "Mayor 5", "17.00"])
def test_other_words_are_no_days(written):
    assert match_day(written, 0) is None


def test_weekdays_of_two_letters_need_their_dot():
    assert match_weekday("Do. 5", 0) == (3, 3)
    assert match_weekday("do 5", 0) is None
    assert match_weekday("dimanche", 0) == (6, 8)


@pytest.mark.parametrize(
    ("written", "iana", "offset"),
    [
        ("ET", "America/New_York", None), ("eastern", "America/New_York", None),
        ("Eastern Standard Time", "America/New_York", -300), ("EDT", "America/New_York", -240),
        ("Moscow time", "Europe/Moscow", None), ("UK time", "Europe/London", None),
        ("UTC+5:30", None, 330), ("GMT -5", None, -300), ("+02:00", None, 120),
        ("heure de Paris", "Europe/Paris", None), ("MESZ", "Europe/Berlin", 120),
    ],
)  # fmt: skip
def test_zone_is_known_by_name(written, iana, offset):
    zone, end = match_zone(written, 0)
    assert (zone.iana, zone.offset, end) == (iana, offset, len(written))


@pytest.mark.parametrize("written", ["est là", "Springfield time", "mt and", "GMTX", "+15:00"])
def test_other_words_are_no_zones(written):
    assert match_zone(written, 0) is None


def test_two_clocks_joined_by_a_dash_are_a_span():
    assert match_when("13:15 Uhr - 17:00 Uhr", 0).span
    assert not match_when("0339 GMT (1139 HKT)", 0).span


def test_midnight_is_crossed_both_ways():
    down = times("00.10 –", "23.50 –", "22.10 –")
    assert [time for time, _ in down] == [
        "2022-07-05T00:10:00", "2022-07-04T23:50:00", "2022-07-04T22:10:00",
    ]  # fmt: skip
    up = times("22.10 –", "23.50 –", "00.10 –")
    assert [time for time, _ in up][-1] == "2022-07-06T00:10:00"


def test_no_day_no_time_and_a_later_day_reaches_back():
    assert times("UPDATE 5:10 p.m.:", published=None) == [(None, "")]
    found = times("UPDATE 12:10 a.m.:", "UPDATE May 3, 2022, 11:10 p.m.:", published=None)
    assert found == [("2022-05-04T00:10:00", "date"), ("2022-05-03T23:10:00", "")]


def test_half_is_taken_from_the_entry_before_or_the_hour():
    assert times("UPDATE 9:40:")[0] == ("2022-07-05T09:40:00", "am date")
    assert times("UPDATE 2:40:")[0] == ("2022-07-05T14:40:00", "pm date")
    assert times("UPDATE 2:40:", "UPDATE 1:15 a.m.:")[0] == ("2022-07-05T02:40:00", "am date")
    assert times("UPDATE 22:40:", "UPDATE 11:40:")[1] == ("2022-07-05T11:40:00", "date")


def test_gap_and_fold_are_named():
    assert times("UPDATE 2:30 a.m. ET:", published="2022-03-13") == [
        ("2022-03-13T02:30:00-05:00", "date gap")
    ]
    assert times("UPDATE 1:30 a.m. ET:", published="2022-11-06")[0][1] == "date fold"
    assert times("UPDATE 1:30 a.m. EST:", published="2022-11-06") == [
        ("2022-11-06T01:30:00-05:00", "date")
    ]


def test_a_winter_label_in_summer_keeps_its_clock():
    assert times("UPDATE 5:10 p.m. EST:") == [("2022-07-05T17:10:00-04:00", "date zone")]
    assert times("UPDATE 5:10 p.m. MST:") == [("2022-07-05T17:10:00-07:00", "date")]
    assert times("UPDATE 5:10 p.m. AEST:", published="2022-01-05") == [
        ("2022-01-05T17:10:00+10:00", "date")
    ]


def test_zone_of_the_page():
    local = "BERLIN (AP) — The latest on the storm (all times local):"
    assert times("UPDATE 5:10 p.m.:", top=local)[0] == ("2022-07-05T17:10:00+02:00", "date zone")
    uk = "All times stated are UK"
    assert times("UPDATE 5:10 p.m.:", top=uk)[0] == ("2022-07-05T17:10:00+01:00", "date")
    outlet = "https://www.example.co.uk/live"
    assert times("UPDATE 5:10 p.m.:", uri=outlet)[0] == ("2022-07-05T17:10:00+01:00", "date zone")
    india = times("UPDATE 5:10 p.m. IST:", uri="https://news.example.in/live")
    assert india[0][0] == "2022-07-05T17:10:00+05:30"
    assert times("UPDATE 5:10 p.m. IST:")[0][0] == "2022-07-05T17:10:00"
    near = "The latest on the flood near Springfield, Ohio (all times local):"
    assert times("UPDATE 5:10 p.m.:", top=near)[0][0] == "2022-07-05T17:10:00-04:00"
    unknown = "SMALLVILLE (AP) — The latest on the storm (all times local):"
    assert times("UPDATE 5:10 p.m.:", top=unknown)[0][0] == "2022-07-05T17:10:00"


def test_one_zone_said_holds_for_the_others_as_assumed():
    found = times("UPDATE 5:10 p.m. ET:", "UPDATE 4:10 p.m.:")
    assert found[1] == ("2022-07-05T16:10:00-04:00", "date zone")


def test_published_moment_is_seen_in_the_zone_of_the_markers():
    found = times("UPDATE 8:10 p.m. ET:", published="2022-07-06T00:30:00+00:00")
    assert found == [("2022-07-05T20:10:00-04:00", "date")]


def test_slash_dates_take_the_reading_nearer_to_the_article():
    assert times("UPDATE 5/7/2022, 5:10 p.m.:")[0] == ("2022-07-05T17:10:00", "date")


def test_impossible_days_and_clocks_stay_unknown():
    assert times("UPDATE 25:61:") == [(None, "")]
    found = times("UPDATE 31.2.2022, 17:10 Uhr:")
    assert found[0][0] is None or datetime.fromisoformat(found[0][0])


@pytest.mark.parametrize("uri", ["http://[bad", "https://]", "http://[x", "://", "http://"])
def test_an_identity_that_is_no_address_says_nothing_of_the_zone(uri):
    assert times("UPDATE 5:10 p.m.:", uri=uri) == times("UPDATE 5:10 p.m.:")


def test_without_rules_for_a_zone_it_is_unknown(monkeypatch):
    def missing(name):
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr("newsreader.splitting.moments.placing.ZoneInfo", missing)
    assert times("UPDATE 5:10 p.m. ET:") == [("2022-07-05T17:10:00", "date")]
    published = "2022-07-05T20:00:00+00:00"
    assert times("UPDATE 5:10 p.m. ET:", published=published) == [("2022-07-05T17:10:00", "date")]
    assert times("UPDATE 5:10 p.m. UTC+2:")[0][0] == "2022-07-05T17:10:00+02:00"
