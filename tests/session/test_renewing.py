"""What came since one looked: unseen until the cursor was there, counted before it is taken."""

import pytest

from newsreader.library import Library
from newsreader.library.since import since
from newsreader.model.event import EventKind, Label
from newsreader.session import Session, act
from newsreader.session.keeping import Sessions

FIRST = "The Quay\n\nSix boats sank.\n\nNobody was hurt.\n\nIt was raining hard.\n"
SECOND = FIRST.replace("Six", "Nine").replace("It was", "The fire is out.\n\nIt was")
THIRD = SECOND.replace("Nobody was hurt.\n\n", "").replace("It was", "Schools are shut.\n\nIt was")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "quay.txt"


@pytest.fixture
def library(tmp_path, path):
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        put(opened, path, FIRST)
        yield opened


def put(library, path, text):
    path.write_text(text)
    assert [each.status for each in library.add(path)] == (
        ["added"] if text == FIRST else ["revised"]
    )


def learn(library, session):
    """All that the session wants to know."""
    while (pair := session.wanted()) is not None:
        session.learn(since(library, 1, *pair))


def said(session):
    return {session.words(n): was for n, was in session.unseen().items()}


@pytest.fixture
def sessions(library):
    return Sessions(library, advance=True, number_keys="both")


def test_a_story_opened_for_the_first_time_has_nothing_to_be_seen(library, sessions):
    session = sessions.open(1)
    assert session.wanted() is None
    assert session.unseen() == {}
    assert session.count_unseen == 0


def test_news_is_counted_before_it_is_taken(library, sessions, path):
    session = sessions.open(1)
    session.go(4)
    put(library, path, SECOND)
    assert library.refresh(session.opened)
    assert session.wanted() == (1, 2)
    assert session.news is None
    learn(library, session)
    assert session.news.told() == "1 new · 1 changed"
    assert session.words(session.n) == "It was raining hard."
    put(library, path, THIRD)
    library.refresh(session.opened)
    assert session.news is None
    learn(library, session)
    assert session.news.told() == "2 new · 1 changed · 1 gone"
    assert session.take_newer().message == "revision 3: 2 new · 1 changed · 1 gone"
    assert session.words(session.n) == "It was raining hard."
    assert session.news is None
    assert session.wanted() is None
    assert said(session) == {
        "Nine boats sank.": "Six boats sank.", "The fire is out.": "", "Schools are shut.": "",
    }  # fmt: skip


def test_what_is_taken_before_it_was_counted_is_learnt_after(library, sessions, path):
    session = sessions.open(1)
    put(library, path, SECOND)
    library.refresh(session.opened)
    assert session.take_newer().message == "revision 2"
    assert session.unseen() == {}
    assert session.to_keep() is None
    assert session.wanted() == (1, 2)
    learn(library, session)
    assert len(session.unseen()) == 2
    assert session.is_unseen(2) == "Six boats sank."
    assert session.said_before(2) == "Six boats sank."


def test_it_is_seen_once_the_cursor_was_there(library, sessions, path):
    session = sessions.open(1)
    put(library, path, SECOND)
    library.refresh(session.opened)
    learn(library, session)
    session.take_newer()
    session.go(2)
    assert session.count_unseen == 2
    session.go(1)
    assert said(session) == {"The fire is out.": ""}
    session.see(range(1, 6))
    assert session.unseen() == {}


def test_it_is_known_tomorrow(library, sessions, path):
    session = sessions.open(1)
    put(library, path, SECOND)
    library.refresh(session.opened)
    learn(library, session)
    session.take_newer()
    session.go(2)
    session.go(1)
    sessions.keep_places()
    put(library, path, THIRD)
    tomorrow = Sessions(library, advance=True, number_keys="both").open(1)
    assert tomorrow.wanted() == (2, 3)
    assert tomorrow.to_keep() is None
    learn(library, tomorrow)
    assert said(tomorrow) == {"The fire is out.": "", "Schools are shut.": ""}
    sessions.keep(1, tomorrow)
    sessions.keep_places()
    again = Sessions(library, advance=True, number_keys="both").open(1)
    assert again.wanted() is None
    assert said(again) == said(tomorrow)


def test_others_have_seen_other_things(library, sessions, path, tmp_path):
    sessions.open(1)
    sessions.keep_places()
    put(library, path, SECOND)
    with Library(tmp_path / "desk.library", editor="bo") as other:
        assert Sessions(other, advance=True, number_keys="both").open(1).wanted() is None
    assert Sessions(library, advance=True, number_keys="both").open(1).wanted() == (1, 2)


def test_who_tagged_a_story_by_script_has_looked_at_it(library, sessions, path):
    story = library.open(1)
    library.record(story, [act(story, 1, EventKind.TAG, "ana", label=Label.OPINION)])
    put(library, path, SECOND)
    session = Sessions(library, advance=True, number_keys="both").open(1)
    assert session.wanted() == (1, 2)


def test_what_is_cut_or_joined_is_marked_and_seen_as_it_is(library, sessions, path):
    text = FIRST.replace("It was raining hard.", "It was raining hard. The wind rose at dusk.")
    put(library, path, text)
    session = sessions.open(1)
    put(library, path, text.replace("It was raining", "It was snowing").replace("dusk", "night"))
    library.refresh(session.opened)
    learn(library, session)
    session.take_newer()
    assert list(session.unseen()) == [4, 5]
    session.go(4)
    session.join()
    assert session.unseen() == {4: ""}
    session.go(1)
    assert session.unseen() == {}
    assert session.to_keep() == {}


def test_what_cannot_be_compared_is_not_asked_for_again(library, sessions, path):
    session = sessions.open(1)
    put(library, path, SECOND)
    library.refresh(session.opened)
    session.cannot_learn(*session.wanted())
    assert session.wanted() is None
    assert session.news is None
    session.take_newer()
    assert session.wanted() is None
    session.cannot_learn(1, 2)
    assert session.to_keep() == {}


def test_a_place_that_is_no_revision_any_more_tells_nothing(library, sessions):
    session = sessions.open(1)
    session.left_off(7, {1: ""})
    assert session.wanted() is None
    assert session.unseen() == {}


def test_of_a_session_on_an_older_revision_nothing_is_unseen(library, path):
    put(library, path, SECOND)
    session = Session(library.open(1, revision=1), "ana", library.record)
    session.left_off(2, {1: ""})
    assert session.unseen() == {}
