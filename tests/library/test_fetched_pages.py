"""Stories whose source is an address: revisions, what is asked again, what is not."""

import pytest

from newsreader.config import Config
from newsreader.errors import UnknownStoryError
from newsreader.library import Library
from tests.reading.servers import answer, serving

HERE = Config(fetch_networks=("127.0.0.1",))
FIRST = "<!doctype html><h1>Ferry aground</h1><p>" + "All forty passengers are safe. " * 20
SECOND = FIRST.replace("forty", "forty-one")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.library", editor="ana", config=HERE) as opened:
        yield opened


def added(library, source, **options):
    return [(each.status, each.story, each.revision) for each in library.add(source, **options)]


def test_a_page_that_changed_is_the_next_revision(library):
    with serving(answer(FIRST), answer(FIRST), answer(SECOND)) as server:
        source = f"{server.address}/ferry"
        assert added(library, source) == [("added", 1, 1)]
        assert added(library, source) == [("unchanged", 1, 1)]
        assert added(library, source) == [("revised", 1, 2)]
    assert library.find(source).uri == source
    assert "If-" not in "".join(server.asked)


def test_a_server_that_says_it_is_as_it_was(library):
    same = answer(status="304 Not Modified")
    with serving(answer(FIRST, ETag='"1"'), same, answer(SECOND), same) as server:
        source = f"{server.address}/ferry"
        assert added(library, source) == [("added", 1, 1)]
        assert added(library, source) == [("unchanged", 1, 1)]
        assert added(library, source) == [("revised", 1, 2)]
        # with the second text came nothing to ask with, and what came with the first is void
        assert [status for status, *_ in added(library, source)] == ["failed"]
    assert [('"1"' in asked) for asked in server.asked] == [False, True, True, False]


def test_what_was_not_read_for_a_story_is_asked_for_in_full(library):
    with serving(answer(FIRST, ETag='"1"'), answer(FIRST, ETag='"1"')) as server:
        source = f"{server.address}/ferry"
        assert added(library, source) == [("added", 1, 1)]
        assert added(library, source, as_uri="urn:desk:ferry") == [("added", 2, 1)]
    assert "If-" not in server.asked[1]


def test_a_page_that_cannot_be_read_is_asked_for_again(library):
    with serving(answer("<!doctype html>", ETag='"1"'), answer(FIRST, ETag='"2"')) as server:
        source = f"{server.address}/ferry"
        [failed] = library.add(source)
        assert failed.error == f"{source}: no text in this page"
        assert added(library, source) == [("added", 1, 1)]
    assert "If-" not in server.asked[1]


def test_a_page_that_leads_elsewhere_is_the_story_there(library):
    moved = answer(status="301 Moved", Location="/new")
    with serving(moved, answer(FIRST, ETag='"1"'), moved, answer(status="304 x")) as server:
        source = f"{server.address}/old"
        assert added(library, source) == [("added", 1, 1)]
        assert added(library, source) == [("unchanged", 1, 1)]
    assert library.find(f"{server.address}/new") is not None
    assert ["If-None-Match" in asked for asked in server.asked] == [False, False, False, True]


def test_nothing_is_fetched_that_the_settings_do_not_allow(tmp_path):
    with Library(tmp_path / "b.library", editor="ana") as library, serving() as server:
        [failed] = library.add(f"{server.address}/ferry")
        assert "is no public address, not connected to" in (failed.error or "")
        [failed] = library.add("ftp://a.example/x")
        assert "ftp: is not fetched" in (failed.error or "")


def test_what_was_loaded_elsewhere_is_added(library):
    with serving(answer(FIRST)) as server:
        source = f"{server.address}/ferry"
        loaded = list(library.loader(source)())
    assert added(library, source, loaded=loaded) == [("added", 1, 1)]


def test_one_page_twice_in_a_warc_is_two_revisions_once(library, tmp_path):
    def record(body):
        head = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/x\r\n"
        kind = "Content-Type: text/html\r\n"
        return f"{head}{kind}Content-Length: {len(body)}\r\n\r\n{body}\r\n\r\n"

    path = tmp_path / "a.warc"
    path.write_text(record(FIRST) + record(SECOND), newline="")
    assert added(library, path) == [("added", 1, 1), ("revised", 1, 2)]
    assert added(library, path) == [("unchanged", 1, 1), ("unchanged", 1, 2)]


def test_a_story_is_found_by_what_it_came_from(library, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(f'<link rel=canonical href="https://a.example/x">{FIRST}', encoding="utf-8")
    assert added(library, page) == [("added", 1, 1)]
    assert library.find(str(page)).uri == "https://a.example/x"
    with serving(answer(status="301 Moved", Location="/new"), answer(FIRST + "More.")) as server:
        assert added(library, f"{server.address}/old") == [("added", 2, 1)]
        assert library.find(f"{server.address}/old").id == 2
    box = tmp_path / "a%.mbox"
    mail = "From a Mon Jan 3 2022\nSubject: x\nMessage-ID: <{0}@a>\n\nWords of {0}.\n\n"
    box.write_text(mail.format(1))
    assert added(library, box) == [("added", 3, 1)]
    assert library.find(str(box)).uri == "mid:1@a"
    box.write_text(mail.format(1) + mail.format(2))
    assert added(library, box) == [("unchanged", 3, 1), ("added", 4, 1)]
    with pytest.raises(UnknownStoryError):
        library.find(str(box))


def test_a_page_that_differs_in_its_furniture_alone_is_as_it_was(library, tmp_path):
    page = "<!doctype html><h1>Ferry aground</h1><p>Updated {0} hours ago<p>{0},034 views<p>"
    first, later, news = (
        page.format(hours) + f"All {many} passengers are safe. " * 20
        for hours, many in ((1, "forty"), (2, "forty"), (3, "fifty"))
    )
    with serving(*map(answer, (first, later, later, news))) as server:
        source = f"{server.address}/ferry"
        assert added(library, source) == [("added", 1, 1)]
        assert added(library, source) == [("unchanged", 1, 1)]
        assert added(library, source) == [("unchanged", 1, 1)]
        assert added(library, source) == [("revised", 1, 2)]
    text = tmp_path / "a.txt"
    text.write_text("Ferry aground\n\n1,034 views\n\nAll are safe.")
    assert added(library, text) == [("added", 2, 1)]
    text.write_text("Ferry aground\n\n1,035 views\n\nAll are safe.")
    assert added(library, text) == [("revised", 2, 2)]  # to the letter of the file
    assert library.check(deep=True).ok
