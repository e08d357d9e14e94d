"""How long ago, counted back from the moment of fetching."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newsreader.reading import parse
from newsreader.reading.raw import Raw
from newsreader.splitting import split
from newsreader.splitting.moments.fetched import _AGO, _minutes

FETCHED = datetime(2023, 11, 7, 2, 22, tzinfo=UTC)
STORY = (
    "32 min ago\nTwo tugs have reached the ferry off the point, the harbour desk reports.\n\n"
    "1 hr 5 min ago\nThe ferry has run aground off Skerry Point, the coastguard confirms.\n"
)


def article_of(text=STORY, uri="https://news.example/ferry", fetched=FETCHED):
    return parse(Raw("a.txt", uri, "a.txt", text.encode(), fetched=fetched))[0]


def times(article):
    return [(each.time.isoformat() if each.time else None, each.zone, each.assumed)
            for each in split(article).updates]  # fmt: skip


def test_counted_back_from_the_moment_of_fetching():
    assert times(article_of()) == [
        ("2023-11-07T01:50:00+00:00", "UTC", ("fetched",)),
        ("2023-11-07T01:17:00+00:00", "UTC", ("fetched",)),
    ]


def test_in_the_zone_of_the_page():
    article = article_of(STORY + "\nAll times are Eastern.\n")
    assert times(article)[0] == (
        "2023-11-06T20:50:00-05:00", "America/New_York", ("fetched",),
    )  # fmt: skip
    east = FETCHED.astimezone(timezone(timedelta(hours=2)))
    assert times(article_of(fetched=east))[0] == ("2023-11-07T03:50:00+02:00", None, ("fetched",))


def test_not_without_that_moment_nor_for_clocks():
    assert times(article_of(fetched=None)) == [(None, None, ()), (None, None, ())]
    clocks = STORY.replace("32 min ago", "10:20 a.m.").replace("1 hr 5 min ago", "9:40 a.m.")
    assert [time for time, _, _ in times(article_of(clocks))] == [None, None]


def test_it_changes_nothing_else():
    article = article_of()
    assert article == article._replace(fetched=None)
    assert split(article).statements == split(article._replace(fetched=None)).statements


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("5 min ago", 5), ("an hour ago", 60), ("2 hours ago", 120), ("1h 20m ago", 80),
     ("about 1 hr and 5 minutes ago", 65), ("vor 12 Minuten", 12), ("vor einer Stunde", 60),
     ("vor 3 Std.", 180), ("il y a 7 min", 7), ("il y a une heure", 60), ("long ago", None)],
)  # fmt: skip
def test_what_is_said(said, minutes):
    found = _AGO.search(said)
    assert (_minutes(found) if found else None) == minutes
