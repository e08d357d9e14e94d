"""What other programs brought is told once, and what this one brought is not told again."""

from datetime import UTC, datetime, timedelta

import pytest

from newsreader.library import Library
from newsreader.library.watching.arrivals import Arrivals
from newsreader.model.event import Label
from newsreader.session import Session


@pytest.fixture
def library(tmp_path):
    moment = datetime(2022, 1, 5, 12, tzinfo=UTC)
    times = (moment + timedelta(seconds=i) for i in range(10_000))
    (tmp_path / "desk").mkdir()
    with Library(tmp_path / "l.library", editor="ana", clock=lambda: next(times)) as opened:
        opened.follow(tmp_path / "desk")
        yield opened


@pytest.fixture
def bring(library, tmp_path):
    def write(by, name, words):
        path = tmp_path / name
        path.write_text(f"Headline\n\n{words}\n")
        return list(by.add(path))

    return write


def seen(found):
    return [(each.status, each.story, each.revision) for each in found]


def test_what_another_program_brought_is_told_once(library, bring):
    bring(library, "desk/a.txt", "Six were hurt.")
    session = Session(library.open(1), "ana", library.record)
    session.go(2)
    session.tag(Label.CONFIRMED)
    arrivals = Arrivals(library, None)
    with library.again() as other:
        assert seen(arrivals.look()) == []
        bring(other, "desk/a.txt", "Sixty were hurt.")
        [added] = arrivals.look()
        assert (added.status, added.story, added.revision) == ("revised", 1, 2)
        assert added.carried["stale"] == 1
        bring(other, "desk/b.txt", "Nobody was hurt.")
        assert seen(arrivals.look()) == [("added", 2, 1)]
        assert seen(arrivals.look()) == []


def test_what_this_program_brought_is_not_told_again(library, bring):
    arrivals = Arrivals(library, None)
    with library.again() as other:
        for added in bring(library, "desk/a.txt", "Six were hurt."):
            arrivals.told(added)
        bring(other, "desk/b.txt", "Others.")
        assert seen(arrivals.look()) == [("added", 2, 1)]


def test_what_another_program_was_quicker_with_is_told(library, bring):
    bring(library, "desk/a.txt", "Six were hurt.")
    arrivals = Arrivals(library, None)
    with library.again() as other:
        bring(other, "desk/a.txt", "Sixty were hurt.")
        for added in bring(library, "desk/a.txt", "Sixty were hurt."):
            assert added.status == "unchanged"
            arrivals.told(added)
        assert seen(arrivals.look()) == [("revised", 1, 2)]


def test_only_stories_of_what_is_meant_count(library, bring, tmp_path):
    library.follow(tmp_path / "c.txt")
    arrivals = Arrivals(library, {str(tmp_path / "c.txt")})
    with library.again() as other:
        bring(other, "desk/a.txt", "Six were hurt.")
        bring(other, "b.txt", "Not followed.")
        bring(other, "c.txt", "Followed.")
        assert seen(arrivals.look()) == [("added", 3, 1)]
