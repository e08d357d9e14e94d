"""Looking at files: what is new, what changed, what is just being written."""

import os
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.reading.changes import Changes, load_changed
from newsreader.reading.raw import Raw


def write(path, words, at):
    path.write_text(words, encoding="utf-8")
    os.utime(path, ns=(at, at))
    return str(path)


def test_a_file_is_named_when_two_looks_find_it_changed_alike(tmp_path):
    path = tmp_path / "a.txt"
    name = write(path, "One.", 1)
    changes = Changes(name)
    assert changes.look() == [name]
    assert changes.look() == []
    write(path, "One. T", 2)
    assert changes.look() == []
    assert changes.unsettled
    write(path, "One. Two.", 3)  # it was being written
    assert changes.look() == []
    assert changes.look() == [name]
    assert not changes.unsettled
    assert changes.look() == []


def test_a_file_that_was_replaced_is_another_one(tmp_path):
    name = write(tmp_path / "a.txt", "One.", 1)
    changes = Changes(name)
    changes.look()
    Path(write(tmp_path / "b.txt", "Two.", 1)).replace(name)
    assert [changes.look(), changes.look()] == [[], [name]]


def test_a_file_that_is_away_for_a_moment_did_not_vanish(tmp_path):
    path = tmp_path / "a.txt"
    name = write(path, "One.", 1)
    changes = Changes(name)
    changes.look()
    path.rename(tmp_path / "kept")
    assert changes.look() == []
    (tmp_path / "kept").rename(path)
    assert [changes.look(), changes.look()] == [[], []]
    path.unlink()
    assert [changes.look(), changes.look()] == [[], [name]]
    [error] = load_changed(name, name)
    assert isinstance(error, SourceError)
    assert changes.vanished == []


def test_a_file_that_is_not_there_yet_is_awaited(tmp_path):
    path = tmp_path / "a.txt"
    changes = Changes(str(path))
    assert changes.look() == [str(path)]
    write(path, "One.", 1)
    assert [changes.look(), changes.look()] == [[], [str(path)]]


def test_of_a_folder_only_what_changed_is_named(tmp_path):
    (tmp_path / "in").mkdir()
    first = write(tmp_path / "a.txt", "One.", 1)
    second = write(tmp_path / "in" / "b.html", "<p>One.", 1)
    write(tmp_path / "c.jpg", "x", 1)
    write(tmp_path / ".hidden.txt", "x", 1)
    changes = Changes(str(tmp_path))
    assert changes.look() == [first, second]
    write(tmp_path / "in" / "b.html", "<p>Two.", 2)
    third = write(tmp_path / "d.txt", "New.", 2)
    Path(first).unlink()
    assert changes.look() == []
    assert changes.vanished == [first]
    assert changes.look() == [third, second]
    assert changes.vanished == []


def test_a_folder_that_comes_and_goes(tmp_path):
    folder = tmp_path / "in"
    changes = Changes(str(folder))
    assert changes.look() == [str(folder)]
    folder.mkdir()
    name = write(folder / "a.txt", "One.", 1)
    assert [changes.look(), changes.look()] == [[], [name]]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_what_changed_in_a_folder_is_read_by_its_rules(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    outside = write(tmp_path / "secret.txt", "Words.", 1)
    (folder / "a.txt").symlink_to(outside)
    name = write(folder / "b.txt", "Words.", 1)
    changes = Changes(str(folder))
    found = [item for path in changes.look() for item in load_changed(str(folder), path)]
    assert [type(item).__name__ for item in found] == ["SkippedError", "Raw"]
    assert isinstance(found[1], Raw)
    assert found[1].source == name
    nothing = write(folder / "no-suffix", "\x00\x01\x02" * 50, 1)
    assert list(load_changed(str(folder), nothing)) == []
