"""Zones and days that an article's own stamps, posts and address give; times out of their order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from newsreader.model.article import Article, Block, BlockKind, Post
from newsreader.model.statement import Order
from newsreader.splitting import split
from newsreader.splitting.moments.astray import out_of_order

SAID = "The harbour stays closed, the port authority said. Nobody was hurt."


def marked(*pieces, published=None, uri="story.txt", posted=()):
    """Times and assumptions of the marked updates of an article of these paragraphs."""
    blocks, at = [], 0
    for number, piece in enumerate(pieces):
        kind = BlockKind.BYLINE if piece.startswith("By ") else BlockKind.PARAGRAPH
        post = None
        if number in posted:
            kind, post = BlockKind.POST, Post(None, None, piece[-10:], None, (at, at))
        blocks.append(Block(at, at + len(piece), kind, 0, post))
        at += len(piece) + 2
    text = "\n\n".join(pieces)
    found = split(Article("s", "text", uri, text, tuple(blocks), published=published))
    return [
        (str(u.time) if u.time else None, " ".join(u.assumed)) for u in found.updates if u.marker
    ]


FIVE = f"UPDATE 5:10 p.m.: {SAID}"


@pytest.mark.parametrize(
    "stamp",
    [
        "Published 8:02 am ET, July 5, 2022",
        "Updated: July 5, 2022 8:02 am ET / Original July 5, 2022 7:40 am ET",
        "By Jo Reed | July 5, 2022, 8:02 am ET",
    ],
)
def test_a_stamp_gives_its_day_and_the_zone_of_its_area(stamp):
    assert marked(stamp, FIVE) == [("2022-07-05 17:10:00-04:00", "date zone")]


def test_utc_in_a_stamp_is_the_pages_clock_only_in_the_same_minute():
    assert marked("Updated 2117 GMT July 5, 2022", FIVE) == [("2022-07-05 17:10:00", "date")]
    same = marked("Updated 1710 GMT July 5, 2022", FIVE)
    assert same == [("2022-07-05 17:10:00+00:00", "date zone")]


def test_stamps_of_two_areas_give_no_zone():
    pages = "Updated 8:02 am ET, July 5, 2022 / Original 7:02 am PT, July 5, 2022"
    assert marked(pages, FIVE) == [("2022-07-05 17:10:00", "date")]


@pytest.mark.parametrize(
    ("published", "time"),
    [
        ("2022-07-05T17:10:41-04:00", "2022-07-05 17:10:00-04:00"),
        ("2022-07-05T17:11:00-04:00", "2022-07-05 17:10:00"),
        ("2022-07-05T17:10:00", "2022-07-05 17:10:00"),
    ],
)
def test_the_offset_of_publication_holds_in_the_same_minute(published, time):
    assert marked(FIVE, published=published)[0][0] == time


@pytest.mark.parametrize(
    ("uri", "time"),
    [
        ("https://desk.example.com/2022/07/05/storm", "2022-07-05 17:10:00"),
        ("2022-07-05-storm.txt", "2022-07-05 17:10:00"),
        ("https://desk.example.com/2022/02/31/storm", None),
        ("https://desk.example.com/1-2022/07-05", None),
    ],
)
def test_an_address_gives_a_day(uri, time):
    assert marked(FIVE, uri=uri)[0][0] == time


def test_the_posts_of_a_page_date_it():
    posts = ("We are safe. 2022-07-04", "It is over. 2022-07-05", "Odd. not-a-date")
    above = marked(FIVE, f"UPDATE 1:05 p.m.: {SAID}", *posts, posted=(2, 3, 4))
    assert [time for time, _ in above] == ["2022-07-05 17:10:00", "2022-07-05 13:05:00"]
    below = marked(f"UPDATE 1:05 p.m.: {SAID}", FIVE, *posts, posted=(2, 3, 4))
    assert [time for time, _ in below] == ["2022-07-04 13:05:00", "2022-07-04 17:10:00"]
    inside = marked(FIVE, "“All safe.” — Ann Example (@ann) July 5, 2022")
    assert inside == [("2022-07-05 17:10:00", "date")]


def test_an_outlet_is_known_by_its_host():
    assert marked(FIVE, published="2022-07-05", uri="https://www.theguardian.com/x") == [
        ("2022-07-05 17:10:00+01:00", "date zone")
    ]


DAY = date(2022, 7, 5)


@pytest.mark.parametrize(
    ("minutes", "astray"),
    [
        ((900, 800, 700), set()),
        ((900, 700, 800, 600), {2}),
        ((900, 600, 800, 700), {1}),
        ((700, 900, 800), {0}),
        ((900, 800, 850), {2}),
        ((900, None, 950), {2}),
        ((900, 900), set()),
        ((), set()),
    ],
)
def test_what_stands_against_the_order_is_found(minutes, astray):
    days = [(DAY, True)] * len(minutes)
    assert out_of_order(days, minutes, Order.NEWEST_FIRST) == astray
    turned = [None if at is None else -at for at in minutes]
    assert out_of_order(days, turned, Order.OLDEST_FIRST) == astray
    assert out_of_order(days, minutes, Order.MIXED) == set()


def test_a_later_day_is_no_disorder():
    days = [(DAY, False), (DAY - timedelta(days=1), False), None]
    assert out_of_order(days, [30, 1400, 5], Order.NEWEST_FIRST) == set()


def test_a_weekday_of_another_date_is_named():
    said = marked(f"UPDATE Monday, July 5, 2022, 5:10 p.m.: {SAID}")
    assert said == [("2022-07-05 17:10:00", "weekday")]
    assert marked(f"UPDATE Tuesday, July 5, 2022, 5:10 p.m.: {SAID}")[0][1] == ""


@pytest.mark.parametrize(
    ("header", "day", "time"),
    [
        (" date 2023-03 Pier shut", "11. März", "2023-03-11 17:10:00+01:00"),
        (" date 2023-01 Pier shut", "30. Dezember", "2022-12-30 17:10:00+01:00"),
        ("Pier shut", "11. März", None),
    ],
)
def test_a_header_of_a_month_gives_days_their_year(header, day, time):
    assert marked(header, f"Update vom {day}, 17.10 Uhr: {SAID}")[0][0] == time
