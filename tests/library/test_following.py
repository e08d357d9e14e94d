"""What is followed comes into the library by itself; what cannot be read is known."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from newsreader.config import Config
from newsreader.errors import SourceError, UsageError
from newsreader.library import Library
from newsreader.library.accession.intake import HANDFUL
from newsreader.library.watching.errands import MOST, Errands
from newsreader.library.watching.followed import while_open
from newsreader.library.watching.follower import Follower
from newsreader.model.followed import NEVER
from tests.reading.servers import answer, serving

HERE = Config(fetch_networks=("127.0.0.1",))
FIRST = "<!doctype html><h1>Ferry aground</h1><p>" + "All forty passengers are safe. " * 20
SECOND = FIRST.replace("forty", "forty-one")


class Clock:
    def __init__(self):
        self.now = datetime(2022, 1, 5, 12, tzinfo=UTC)

    def __call__(self):
        return self.now

    def go(self, seconds):
        self.now += timedelta(seconds=seconds)


class AtOnce(Errands):
    """Fetches when it is sent."""

    def send(self, row, load):
        self._out.add(row.source)
        self._back.put((row, list(load())))

    def back(self, seconds):
        return super().back(0)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    place = tmp_path / "kept" / "a.library"
    place.parent.mkdir()
    with Library(place, editor="ana", config=HERE, clock=clock) as opened:
        yield opened


@pytest.fixture
def follower(library):
    return Follower(library, 100, chance=lambda: 0.5, errands=AtOnce())


def told(results):
    return [(each.status, each.story, each.revision) for each in results]


# -- what is followed --------------------------------------------------------------------


def test_what_is_followed_is_kept(library, tmp_path):
    assert library.follow(tmp_path / "a.txt")
    assert library.follow("https://a.example/live", as_uri="desk:a", format="html", every=60)
    assert not library.follow("https://a.example/live", as_uri="desk:a", format="html")
    assert not library.follow("https://a.example/live", as_uri="desk:b")
    with library.again() as other:
        rows = other.followed()
    assert [(row.source, row.named, row.format, row.host, row.every) for row in rows] == [
        (str(tmp_path / "a.txt"), "", "", "", None),
        ("https://a.example/live", "desk:b", "", "a.example", 60),
    ]
    assert library.unfollow(str(tmp_path / "a.txt"))
    assert not library.unfollow(str(tmp_path / "a.txt"))
    assert len(library.followed()) == 1
    assert library.check(deep=True).ok


@pytest.mark.parametrize(
    ("source", "how", "error"),
    [
        ("-", {}, SourceError),
        ("", {}, SourceError),
        ("ftp://a.example/x", {}, SourceError),
        ("https://user:word@a.example/x", {}, SourceError),
        ("https://a.example/x", {"every": 5}, UsageError),
        ("https://a.example/x", {"as_uri": " "}, UsageError),
        ("https://a.example/x", {"format": "docx"}, UsageError),
    ],
)
def test_what_cannot_be_followed(library, source, how, error):
    with pytest.raises(error):
        library.follow(source, **how)
    assert library.followed() == []


# -- on the disk -------------------------------------------------------------------------


def test_what_a_program_was_started_with_is_looked_at_but_not_kept(library, clock, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The depot burns.\n\nSix people were hurt.")
    list(library.add(path))
    beside = while_open([str(path), "-", "https://a.example/live", str(tmp_path / "none.txt")])
    follower = Follower(library, 100, beside=beside, errands=AtOnce())
    assert told(follower.step())[0] == ("unchanged", 1, 1)
    path.write_text("The depot burns.\n\nSixty people were hurt.")
    clock.go(1)
    assert told(follower.step()) == []  # it may be still being written
    clock.go(1)
    assert told(follower.step()) == [("revised", 1, 2)]
    path.unlink()
    clock.go(1)
    list(follower.step())
    assert library.followed() == []
    assert library.troubles() == []


def test_a_folder_of_many_that_was_just_added_is_not_read_twice(library, clock, tmp_path):
    folder = tmp_path / "wire"
    folder.mkdir()
    for n in range(HANDFUL + 1):
        (folder / f"{n}.txt").write_text(f"Story {n}\n\nSix people were hurt.")
    list(library.add(folder))
    follower = Follower(library, 100, beside=while_open([str(folder)]), errands=AtOnce())
    assert told(follower.step()) == []
    (folder / "3.txt").write_text("Story 3\n\nSixty people were hurt.")
    for _ in range(2):
        clock.go(1)
        results = told(follower.step())
    assert [status for status, *_ in results] == ["revised"]


def test_a_file_that_is_rewritten_is_the_next_revision(library, follower, clock, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The depot burns.\n\nSix people were hurt.")
    library.follow(path)
    assert told(follower.step()) == [("added", 1, 1)]
    path.write_text("The depot burns.\n\nSixty people were hurt.")
    assert told(follower.step()) == []  # not looked at again yet
    clock.go(1)
    assert told(follower.step()) == []  # it may still be written
    clock.go(0.25)
    assert told(follower.step()) == [("revised", 1, 2)]
    clock.go(1)
    assert told(follower.step()) == []


def test_of_a_folder_new_and_changed_files_come(library, follower, clock, tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.txt").write_text("Words of a.")
    library.follow(desk)
    assert told(follower.step()) == [("added", 1, 1)]
    (desk / "b.txt").write_text("Words of b.")
    for seconds in (1, 0.25):
        clock.go(seconds)
        results = told(follower.step())
    assert results == [("added", 2, 1)]


def test_a_file_that_cannot_be_read_is_known_beside_its_story(library, follower, clock, tmp_path):
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.txt").write_text("Words of a.")
    (desk / "b.txt").write_text("Words of b.")
    library.follow(desk)
    list(follower.step())
    assert library.troubles() == []
    (desk / "a.txt").write_text("")
    for seconds in (1, 0.25):
        clock.go(seconds)
        results = told(follower.step())
    assert results == [("failed", None, None)]
    [wrong] = library.troubles()
    assert (wrong.source, wrong.followed) == (str(desk / "a.txt"), str(desk))
    assert (wrong.problem, wrong.due_at) == ("empty file", "")
    assert library.story_troubles() == {1: wrong}
    (desk / "a.txt").unlink()
    clock.go(1)
    list(follower.step())
    assert library.troubles() == []


def test_a_file_that_vanishes_is_told_until_it_is_back(library, follower, clock, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    library.follow(path)
    list(follower.step())
    path.unlink()
    for _ in range(2):
        clock.go(1)
        results = list(follower.step())
    assert [each.error for each in results] == [f"{path}: no such file or directory"]
    assert [each.problem for each in library.troubles()] == ["no such file or directory"]
    assert list(library.story_troubles()) == [1]
    path.write_text("Words of a.")
    for _ in range(2):
        clock.go(1)
        results = list(follower.step())
    assert told(results) == [("unchanged", 1, 1)]
    assert library.story_troubles() == {}


def test_a_folder_that_is_gone_is_told_beside_all_of_its_stories(
    library, follower, clock, tmp_path
):
    desk = tmp_path / "desk"
    desk.mkdir()
    for name in "ab":
        (desk / f"{name}.txt").write_text(f"Words of {name}.")
    library.follow(desk)
    list(follower.step())
    desk.rename(tmp_path / "other")
    for _ in range(2):
        clock.go(1)
        list(follower.step())
    assert set(library.story_troubles()) == {1, 2}
    library.unfollow(desk)
    assert library.story_troubles() == {}


def test_only_what_was_meant_is_looked_at(library, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Words of {name}.")
        library.follow(tmp_path / f"{name}.txt")
    follower = Follower(library, 100, only={str(tmp_path / "b.txt")}, errands=AtOnce())
    assert [each.title for each in follower.step()] == ["Words of b."]


# -- addresses ---------------------------------------------------------------------------


def test_a_page_is_asked_for_when_it_is_due(library, follower, clock):
    with serving(answer(FIRST, ETag='"1"'), answer(status="304 x"), answer(SECOND)) as server:
        library.follow(f"{server.address}/ferry")
        assert told(follower.step()) == [("added", 1, 1)]
        clock.go(104)
        assert told(follower.step()) == []
        clock.go(1)
        assert told(follower.step()) == [("unchanged", 1, 1)]
        clock.go(105)
        assert told(follower.step()) == [("revised", 1, 2)]
    assert ['"1"' in asked for asked in server.asked] == [False, True, True]


def test_several_programs_ask_no_more_often_than_one(library, follower):
    with serving(answer(FIRST)) as server:
        library.follow(f"{server.address}/ferry")
        assert told(follower.step()) == [("added", 1, 1)]
        with library.again() as other:
            assert told(Follower(other, 1, errands=AtOnce()).step()) == []
    assert len(server.asked) == 1


def test_what_fails_is_asked_less_and_less_often_and_known(library, follower, clock):
    broken = answer(status="500 x")
    with serving(answer(FIRST), broken, broken, broken, answer(SECOND)) as server:
        source = f"{server.address}/ferry"
        library.follow(source)
        list(follower.step())
        asked = []
        for second in range(0, 1600, 5):
            clock.go(5)
            if results := list(follower.step()):
                asked.append((second + 5, results[0].status))
                if len(asked) == 1:
                    assert library.story_troubles()[1].problem.startswith("the server answers 500")
                    assert library.story_troubles()[1].due_at == "2022-01-05T12:05:15.000Z"
                    began = library.story_troubles()[1].since
                if len(asked) == 3:
                    assert library.story_troubles()[1].since == began
        assert [status for _, status in asked] == ["failed", "failed", "failed", "revised"]
        assert [second for second, _ in asked] == [105, 315, 735, 1575]
        assert library.story_troubles() == {}
        assert library.followed()[0].failures == 0


def test_a_server_that_wants_to_be_left_alone_is(library, follower, clock):
    busy = answer(status="503 x", Retry_After="600")
    with serving(busy, answer(FIRST), answer(SECOND)) as server:
        library.follow(f"{server.address}/ferry")
        library.follow(f"{server.address}/other")
        assert [each.status for each in follower.step()] == ["failed"]
        clock.go(300)
        follower.asked = {f"{server.address}/ferry"}
        assert told(follower.step()) == []
        assert [row.source for row in follower.held()] == [f"{server.address}/ferry"]
        clock.go(300)
        assert told(follower.step()) == [("added", 1, 1)]
        clock.go(2)
        assert told(follower.step()) == [("added", 2, 1)]


def test_a_page_that_is_gone_for_good_is_asked_for_no_more_but_by_hand(library, follower, clock):
    with serving(answer(status="410 x"), answer(FIRST)) as server:
        page = f"{server.address}/ferry"
        library.follow(page)
        assert [each.status for each in follower.step()] == ["failed"]
        (trouble,) = library.troubles()
        assert "410" in trouble.problem
        assert trouble.due_at == NEVER
        for _ in range(3):
            clock.go(100_000)
            assert told(follower.step()) == []
        follower.asked = {page}
        assert told(follower.step()) == [("added", 1, 1)]
        assert not library.troubles()
        assert library.followed()[0].due_at < NEVER


def test_one_host_is_asked_for_one_page_at_a_time(library, follower, clock):
    with serving(answer(FIRST), answer(SECOND)) as server:
        library.follow(f"{server.address}/one")
        library.follow(f"{server.address}/two")
        assert told(follower.step()) == [("added", 1, 1)]
        clock.go(1)
        assert told(follower.step()) == []
        clock.go(1)
        assert told(follower.step()) == [("added", 2, 1)]


def test_a_page_that_cannot_be_read_counts_as_failed(library, follower):
    with serving(answer("<!doctype html>")) as server:
        library.follow(f"{server.address}/ferry")
        assert told(follower.step()) == [("failed", None, None)]
        assert [each.problem for each in library.troubles()] == ["no text in this page"]
        assert library.followed()[0].failures == 1


def test_a_story_keeps_the_identity_that_was_stated(library, follower, clock):
    with serving(answer(FIRST), answer(SECOND)) as server:
        library.follow(f"{server.address}/ferry", as_uri="desk:ferry", every=15)
        assert told(follower.step()) == [("added", 1, 1)]
        clock.go(20)
        assert told(follower.step()) == [("revised", 1, 2)]
    assert library.find("desk:ferry").revisions == 2


def test_pages_are_fetched_beside_the_rest(library, clock, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    with serving(answer(FIRST)) as server:
        library.follow(f"{server.address}/ferry")
        library.follow(path)
        follower = Follower(library, 100, chance=random.random)
        results = told(follower.step())
        clock.go(1)
        while follower.fetching:
            results += told(follower.step(5))
    assert sorted(results) == [("added", 1, 1), ("added", 2, 1)]
    follower.wake()
    assert told(follower.step(5)) == []


def test_no_more_than_a_few_pages_are_on_their_way(library):
    class Never(Errands):
        def send(self, row, load):
            self._out.add(row.source)

    for i in range(MOST + 3):
        library.follow(f"https://a{i}.example/x")
    follower = Follower(library, 100, errands=Never())
    assert list(follower.step()) == []
    assert follower.fetching == MOST


def test_what_is_followed_no_more_leaves_no_trace(library, follower):
    with serving(answer(status="404 x")) as server:
        source = f"{server.address}/ferry"
        library.follow(source)
        row = library.take_due()
        library.unfollow(source)
        library.settle(row, "the server answers 404", lambda _: 100.0, 0.0)
    assert library.troubles() == []
    follower.asked = {source}
    assert list(follower.step()) == []
    assert not follower.asked


# -- what a story came from ---------------------------------------------------------------


def test_what_to_follow_for_a_story(library, follower, tmp_path):
    desk = tmp_path / "the desk"
    desk.mkdir()
    (desk / "a%1.txt").write_text("Words of a.")
    assert [each.status for each in library.add(desk / "a%1.txt")] == ["added"]
    assert library.origin(1).source == str(desk / "a%1.txt")
    assert library.origin(1).since == ""
    library.follow(desk)
    assert library.origin(1).source == str(desk)
    with serving(answer(FIRST)) as server:
        list(library.add(f"{server.address}/ferry", as_uri="desk:ferry"))
        found = library.origin(2)
        assert (found.source, found.named) == (f"{server.address}/ferry", "desk:ferry")
