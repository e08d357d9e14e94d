"""Sections that a source marks itself: taken as they are, their times checked against the text."""

import pytest

from newsreader.model.article import Article, Block, BlockKind, Section
from newsreader.model.statement import Order
from newsreader.splitting import split

WORDS = "Words of an entry."


def article(*entries, published=None, uri="a"):
    """An article whose entries are ``(time as shown or None, time as stated or None)``."""
    parts, blocks, sections, end = [], [], [], 0
    for shown, stated in entries:
        first = end
        for words in (shown, WORDS) if shown else (WORDS,):
            parts.append(words)
            blocks.append(Block(end, end + len(words), BlockKind.PARAGRAPH))
            end += len(words) + 2
        marker = (first, first + len(shown)) if shown else None
        sections.append(Section(first, end - 2, marker, None, stated))
    text = "\n\n".join(parts)
    return Article(
        "a", "html", uri, text, tuple(blocks), published=published, sections=tuple(sections)
    )


def times(found):
    return [(each.time.isoformat() if each.time else None, each.zone) for each in found.updates]


@pytest.mark.parametrize(
    ("entry", "time"),
    [
        (("10.41 GMT", "2022-01-05T10:41:30+00:00"), ("2022-01-05T10:41:30+00:00", "UTC")),
        (("5:41 a.m. ET", "2022-01-05T10:41:00+00:00"),
         ("2022-01-05T05:41:00-05:00", "America/New_York")),
        (("10:41", "2022-01-05T09:41:00+00:00"), ("2022-01-05T09:41:00+00:00", "UTC")),
        (("10:41", "2022-01-05T10:41:00+01:00"), ("2022-01-05T10:41:00+01:00", None)),
        (("10:41", "2022-01-05T10:41:00"), ("2022-01-05T10:41:00", None)),
        (("10.41 GMT", "2022-01-05T10:33:00+00:00"), ("2022-01-05T10:41:00+00:00", "UTC")),
        (("a while ago", "2022-01-05T10:33:00+00:00"), ("2022-01-05T10:33:00+00:00", "UTC")),
        ((None, "2022-01-05T10:33:00+00:00"), ("2022-01-05T10:33:00+00:00", "UTC")),
        (("10.41 GMT", None), ("2022-01-05T10:41:00+00:00", "UTC")),
        ((None, None), (None, None)),
    ],
)  # fmt: skip
def test_the_time_is_the_stated_one_unless_the_page_shows_another(entry, time):
    found = split(article(entry, published="2022-01-05"))
    assert times(found) == [time]
    assert found.order is Order.SINGLE
    assert [each.marker for each in found.updates] == [entry[0]]
    assert [each.update for each in found.statements] == [0]


@pytest.mark.parametrize(
    ("hours", "order"),
    [("12 11 10", Order.NEWEST_FIRST), ("10 11 12", Order.OLDEST_FIRST), ("10 12 11", Order.MIXED)],
)
def test_the_order_is_that_of_the_stated_times(hours, order):
    entries = [(None, f"2022-01-05T{hour}:00:00+00:00") for hour in hours.split()]
    assert split(article(*entries)).order is order


def test_without_times_the_markers_tell_the_order_else_newest_first():
    shown = [("10:00", None), ("11:00", None), ("12:00", None)]
    assert split(article(*shown)).order is Order.OLDEST_FIRST
    assert split(article((None, None), (None, None))).order is Order.NEWEST_FIRST


def test_markers_in_stated_sections_open_none():
    found = split(article(("10:00", None), ("Update (1345ET):", None)))
    assert len(found.updates) == 2
    assert [found.statements[n].update for n in range(2)] == [0, 1]
