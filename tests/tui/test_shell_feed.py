"""The rows of the list: paged by key, few kept; and how a row looks in little room."""

from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from newsreader.model.story import Progress, Story, Stretch
from newsreader.tui.stories.story_feed import PAGE, StoryFeed
from newsreader.tui.stories.story_row import row

NOW = datetime(2022, 1, 5, 12, 0, tzinfo=UTC)


def story(number, **more):
    made = Story(
        number,
        f"odd:{number}",
        f"Story {number}",
        "/desk/story.txt",
        None,
        "2022-01-05T10:00:00.000Z",
        "2022-01-05T10:00:00.000Z",
        1,
        2,
        10,
    )
    return made._replace(**more)


def ascii_of(value):
    return ascii(value)[:8]


class Shelf:
    """So many stories, numbered from 0; counts what is read."""

    def __init__(self, count):
        self.count = count
        self.read = []

    def __call__(self, wanted="", spot=None, limit=PAGE, *, back=False, looks=0):
        start = 0 if spot is None else spot[0]
        self.read.append(start)
        stop = min(start + limit, self.count)
        found = [story(self.count - 1 - i if back else i) for i in range(start, stop)]
        return Stretch(found, (stop, 0) if stop - start == limit else None)


def test_only_the_page_that_is_shown_is_read():
    shelf = Shelf(10_000)
    feed = StoryFeed(shelf)
    assert feed[0].id == 0
    assert feed[PAGE - 1].id == PAGE - 1
    assert shelf.read == [0]
    assert (feed.known, feed.complete) == (PAGE, False)


@pytest.mark.parametrize("count", [0, 1, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE])
def test_every_row_is_there_and_none_beyond(count):
    feed = StoryFeed(Shelf(count))
    assert [feed[i].id for i in range(count)] == list(range(count))
    assert feed[count] is None
    assert feed[count + 10 * PAGE] is None
    assert (feed.known, feed.complete) == (count, True)
    assert feed.end() == max(0, count - 1)


def test_few_rows_are_kept_and_any_page_comes_back():
    shelf = Shelf(40 * PAGE)
    feed = StoryFeed(shelf)
    assert [feed[n].id for n in range(30 * PAGE)] == list(range(30 * PAGE))
    assert sum(map(len, feed._front._pages.values())) <= 8 * PAGE
    assert feed[3].id == 3


def test_a_jump_to_the_end_reads_one_page():
    shelf = Shelf(10**9)
    feed = StoryFeed(shelf)
    assert feed[0].id == 0
    end = feed.end()
    assert shelf.read == [0, 0]
    assert [feed[end - n].id for n in range(PAGE + 1)] == [10**9 - 1 - n for n in range(PAGE + 1)]
    assert feed[end + 1] is None
    assert feed.find(10**9 - 3, end) == end - 2
    assert (feed.last(end), feed.last(5)) == (end, PAGE - 1)


def test_who_comes_up_from_the_end_is_told_the_place_from_the_beginning():
    feed = StoryFeed(Shelf(3 * PAGE + 5))
    assert feed[0].id == 0
    end = feed.end()
    places = []
    for n in range(3 * PAGE + 8):
        place = feed.settled(end - n)
        places.append(feed[place].id)
    assert places == [*range(3 * PAGE + 4, 0, -1), 0, 0, 0, 0]
    assert feed.settled(end - 3 * PAGE - 4) == 0


class Sparse:
    """A list of which each stretch of looking has one story; three in all."""

    def __call__(self, wanted="", spot=None, limit=PAGE, *, back=False, looks=0):
        at = 0 if spot is None else spot[0]
        return Stretch([story(at)], (at + 1, 0) if at < 2 else None)


def test_no_more_than_one_stretch_is_read_before_somebody_looks_on():
    feed = StoryFeed(Sparse())
    assert (feed[0].id, feed[1], feed.known, feed.complete, feed.waits) == (0, None, 1, False, True)
    feed.look_on()
    assert (feed[1].id, feed[2], feed.waits) == (1, None, True)
    feed.look_on()
    assert (feed[2].id, feed[3], feed.waits, feed.complete) == (2, None, False, True)
    assert feed.end() == 2


def test_the_number_of_stories_may_be_known_before_they_are_read():
    feed = StoryFeed(Shelf(1000), total=1000)
    assert (feed.known, feed.complete) == (1000, True)


def test_a_story_is_found_near_its_place():
    feed = StoryFeed(Shelf(1000))
    assert feed.find(130, 0) is None
    assert feed.find(130, 110) == 130
    assert StoryFeed(Shelf(5)).find(9, 3) is None


FULL = Progress(10, 4, 3, 3)


@pytest.mark.parametrize("width", range(1, 150, 3))
@pytest.mark.parametrize(
    "title", ["x", "A title " * 30, "東京 " * 40, "👩\u200d🚀 e\u0301" * 30], ids=ascii_of
)
def test_a_row_fits_its_width(width, title):
    parts = row(story(1, title=title, revisions=3, left_behind=12), width, NOW, here=True)
    wide = sum(cell_len(text) for _, text in parts)
    assert wide <= max(width, 5)


@pytest.mark.parametrize(
    ("width", "more", "words"),
    [
        (140, {"progress": FULL}, ["done", "▓", "▒", "░", "story.txt", "10/10"]),
        (140, {"left_behind": 2, "revisions": 3}, ["!2 left behind", "r3", "····"]),
        (80, {"left_behind": 2, "revisions": 3, "updates": 0}, ["!2 r3"]),
        (40, {"progress": FULL}, ["✓", "▓"]),
        (120, {"source": "https://news.example/a/b"}, ["news.example"]),
        (120, {"title": "  "}, ["odd:1"]),
    ],
)
def test_a_row_says_what_asks_for_the_editor(width, more, words):
    text = "".join(part for _, part in row(story(1, **more), width, NOW, here=False))
    assert all(word in text for word in words)
