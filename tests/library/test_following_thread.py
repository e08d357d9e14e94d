"""Following in a thread: it goes on after failures, and ends when it is told to."""

import threading

from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.library.watching import following
from newsreader.library.watching.following import Following


def test_a_file_that_changes_is_read_beside_what_somebody_does(tmp_path):
    (tmp_path / "a.txt").write_text("Words of a.")
    came = threading.Event()
    with Library(tmp_path / "l.library", editor="ana") as library:
        library.follow(tmp_path / "a.txt")
        work = Following(library, 100)
        errands = work._errands
        waits = errands.back

        def back(seconds):
            came.set()
            return waits(seconds)

        errands.back = back
        work.start()
        assert came.wait(20)
        work.stop()
        assert not work.running
        assert [story.title for story in library.stories()] == ["Words of a."]


def test_a_library_that_fails_is_tried_again(tmp_path, monkeypatch):
    steps = iter([WriteError("the disk is full"), LibraryError("locked"), None])
    ended = threading.Event()
    said = []

    class Looking:
        def __init__(self, *_, **__):
            pass

        def step(self, patience):
            error = next(steps, None)
            said.append(work.wrong)
            if len(said) > 4:
                ended.set()
            if error is not None:
                raise error
            yield object()

    monkeypatch.setattr("newsreader.library.watching.follower.Follower", Looking)
    monkeypatch.setattr(following, "_AGAIN", 0.0)
    with Library(tmp_path / "l.library", editor="ana") as library:
        work = Following(library, 100)
        work.start()
        assert ended.wait(20)
        work.stop()
    assert said[:4] == ["", "the disk is full", "locked", ""]
    assert work.wrong == ""


def test_a_library_that_cannot_be_opened_ends_it(tmp_path, monkeypatch):
    with Library(tmp_path / "l.library", editor="ana") as library:

        def again():
            raise LibraryError("gone")

        monkeypatch.setattr(library, "again", again)
        work = Following(library, 100)
        work.start()
        work._thread.join(20)
    assert (work.running, work.wrong) == (False, "gone")
