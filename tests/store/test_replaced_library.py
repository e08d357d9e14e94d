"""A library that is not the one any more that was opened: put back, exchanged or deleted."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.model.event import Label


@pytest.fixture
def opened(library, article):
    library.add_analysis(article("urn:a", ["One.", "Two.", "Three."]))
    return library.open(1)


def put_in_place(backup, path):
    """What ``cat backup > library`` does: the same file, with other content."""
    path.write_bytes(backup.read_bytes())


def events(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM event").fetchone()[0]


@pytest.mark.parametrize("way", ["copied", "backed up"])
def test_an_older_state_put_in_place_is_not_written_to(library, opened, act, path, tmp_path, way):
    library.record(opened, [act(opened, 1)])
    older = tmp_path / "older.library"
    if way == "copied":
        shutil.copyfile(path, older)
    else:
        library.backup(older)
    library.record(opened, [act(opened, 2)])
    put_in_place(older, path)
    for _ in range(2):
        with pytest.raises(LibraryError, match="replaced by another program") as caught:
            library.record(opened, [act(opened, 3)])
        assert "open it again" in str(caught.value)
    with pytest.raises(LibraryError, match="replaced"):
        library.refresh(opened)
    assert events(path) == 1
    with Library(path, editor="ana") as again:
        assert again.check(deep=True).ok
        story = again.open(1)
        again.record(story, [act(story, 3)])


def test_another_library_put_in_place_is_not_written_to(library, opened, act, article, path):
    elsewhere = path.with_name("other.library")
    with Library(elsewhere, editor="ana") as other:
        other.add_analysis(article("urn:b", ["One.", "Two."]))
        other.add_analysis(article("urn:c", ["Elsewhere."]))
    put_in_place(elsewhere, path)
    with pytest.raises(LibraryError, match="replaced"):
        library.record(opened, [act(opened, 1)])
    assert events(path) == 0


def test_a_library_without_the_story_is_another(library, opened, act, path):
    empty = path.with_name("empty.library")
    Library(empty).close()
    put_in_place(empty, path)
    with pytest.raises(LibraryError, match="replaced"):
        library.record(opened, [act(opened, 1)])


def test_what_others_append_is_no_replacement(library, opened, act, article, path):
    with Library(path, editor="ben") as other:
        other.add_analysis(article("urn:b", ["Elsewhere."]))
        for ref in (1, 2):
            theirs = other.open(ref)
            other.record(theirs, [act(theirs, 1, Label.OPINION, editor="ben")])
        assert library.refresh(opened)
        other.add_analysis(article("urn:a", ["One.", "Three."]))
        assert library.refresh(opened)
    library.record(opened, [act(opened, 2)])
    assert library.check(deep=True).ok


def test_a_deleted_library_is_told_as_gone(library, opened, act, path):
    library.record(opened, [act(opened, 1)])
    path.unlink()
    with pytest.raises(WriteError, match="the file is gone"):
        library.record(opened, [act(opened, 2)])


def test_another_file_of_that_name_is_told_as_replaced(library, opened, act, path):
    other = path.with_name("other.library")
    Library(other).close()
    other.replace(path)
    with pytest.raises(LibraryError, match="replaced"):
        library.record(opened, [act(opened, 1)])
