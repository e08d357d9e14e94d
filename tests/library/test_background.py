"""Adding in a thread: told at any time, stopped at a whole article."""

import threading

import pytest

from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.library.accession import background
from newsreader.library.accession.background import Background


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "l.db", editor="ana") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "files"
    made.mkdir()
    for n in range(8):
        (made / f"{n}.txt").write_text(f"Headline {n}\n\nShed {n} was empty.\n")
    (made / "3.txt").write_text("")
    return made


def finished(adding):
    adding.start()
    adding._thread.join(60)
    assert not adding.running
    return adding


def test_everything_is_added_and_told(library, folder, monkeypatch):
    monkeypatch.setattr(background, "_MANY", 4)
    adding = Background(library, [str(folder)])
    assert adding.told() == "adding …"
    finished(adding)
    assert dict(adding.counts) == {"added": 7, "failed": 1}
    assert (adding.first, adding.stopped, adding.wrong) == (1, False, "")
    assert [each.endswith("3.txt: empty file") for each in adding.failures] == [True]
    words = adding.told().split(" · ")
    assert (words[0], words[-1]) == ("adding 8 of 8", "1 failed")
    assert len(list(library.stories())) == 7
    again = finished(Background(library, [str(folder)]))
    assert again.counts["unchanged"] == 7
    assert again.first == 1


def test_it_stops_at_a_whole_article(library, folder):
    here, on = threading.Event(), threading.Event()

    class Slow(Background):
        def _take(self, added):
            super()._take(added)
            here.set()
            on.wait(60)

    adding = Slow(library, [str(folder)])
    adding.start()
    here.wait(60)
    adding.stopped = True
    on.set()
    adding.stop()
    adding._thread.join(60)
    assert adding.done == 1
    assert len(list(library.stories())) == 1
    assert library.check(deep=True).ok


def test_what_ends_it_is_told(library, folder, monkeypatch):
    def fail(*_, **__):
        raise LibraryError("the library is damaged")

    monkeypatch.setattr(Library, "load_all", fail)
    assert finished(Background(library, [str(folder)])).wrong == "the library is damaged"


@pytest.mark.parametrize(
    ("seconds", "said"), [(4.2, "4 s"), (300, "5 min"), (7200, "2 h"), (0, "0 s")]
)
def test_a_time_to_wait(seconds, said):
    assert background._span(seconds) == said
