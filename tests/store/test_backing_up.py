import sqlite3

import pytest

from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.store import backing_up


@pytest.fixture
def desk(library, article, act):
    library.add_analysis(article("urn:a", ["One.", "Two."]))
    opened = library.open(1)
    library.record(opened, [act(opened, 1)])
    return library


def test_a_copy_is_a_library_of_its_own(desk, tmp_path, act):
    desk.backup(tmp_path / "copy")
    with Library(tmp_path / "copy", editor="ana") as copy:
        assert copy.check(deep=True).ok
        assert [row.text for row in copy.tags()] == ["One."]
        opened = copy.open(1)
        (event,) = copy.record(opened, [act(opened, 2)])
        assert (event.seq, event.prev) == (1, "")
        assert copy.check(deep=True).ok
    assert sorted(each.name for each in tmp_path.iterdir() if "-journal" not in each.name) == [
        "copy",
        "desk.library",
    ]


def test_no_file_is_overwritten(desk, tmp_path):
    (tmp_path / "copy").write_text("precious")
    with pytest.raises(WriteError, match="exists already"):
        desk.backup(tmp_path / "copy")
    with pytest.raises(WriteError, match="exists already"):
        desk.backup(desk.path)
    assert (tmp_path / "copy").read_text() == "precious"


def test_a_file_that_appears_meanwhile_is_not_overwritten(desk, tmp_path, monkeypatch):
    copy = backing_up._copy

    def slow(connection, draft, *, patient):
        copy(connection, draft, patient=patient)
        (tmp_path / "copy").write_text("precious")

    monkeypatch.setattr(backing_up, "_copy", slow)
    with pytest.raises(WriteError, match="exists already"):
        desk.backup(tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "precious"


def test_a_missing_folder(desk, tmp_path):
    with pytest.raises(WriteError, match="cannot be written"):
        desk.backup(tmp_path / "no" / "copy")


def test_nothing_is_left_of_a_copy_that_failed(desk, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backing_up, "publish", fail)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WriteError, match="No space left"):
        desk.backup(tmp_path / "copy")
    assert sorted(tmp_path.iterdir()) == before


def test_when_others_write_all_the_time_the_copy_still_ends(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(backing_up, "PAGES", 1)
    monkeypatch.setattr(backing_up, "RESTARTS", 2)
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("PRAGMA synchronous=OFF")  # it writes hundreds of times

    class Disturbed:
        """Another program that writes after every page."""

        def backup(self, target, *, pages, progress, sleep):
            def disturb(status, remaining, total):
                other.execute("UPDATE meta SET value = value WHERE key = 'library'")
                progress(status, remaining, total)

            calls.append(pages)
            desk._database.connection.backup(target, pages=pages, progress=disturb, sleep=sleep)

    calls = []
    backing_up.backup(Disturbed(), desk.path, tmp_path / "copy")
    other.close()
    assert calls == [1, -1]
    with Library(tmp_path / "copy") as copy:
        assert copy.check(deep=True).ok


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN])
def test_a_copy_that_is_refused_is_told_by_its_own_name(desk, tmp_path, monkeypatch, code):
    def fail(*_):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(backing_up, "_fill", fail)
    with pytest.raises(WriteError, match="copy: cannot be written") as caught:
        desk.backup(tmp_path / "copy")
    assert str(desk.path) not in str(caught.value)


def test_a_library_that_cannot_be_read_is_told_by_its_name(desk, tmp_path, monkeypatch):
    def fail(*_):
        error = sqlite3.DatabaseError("malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr(backing_up, "_fill", fail)
    with pytest.raises(LibraryError, match="damaged") as caught:
        desk.backup(tmp_path / "copy")
    assert str(desk.path) in str(caught.value)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "desk.library/copy"])
def test_names_that_no_file_can_have(desk, tmp_path, name):
    with pytest.raises(WriteError, match="cannot be written"):
        desk.backup(tmp_path / name)
