import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.store.file import opening, waiting
from newsreader.store.file.database import Database
from newsreader.store.schema import migrations

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def make(path, article):
    with Library(path, editor="ana") as library:
        library.add_analysis(article("urn:desk:depot", ["Smoke rose.", "Nobody knows why."]))
        return library.open(1)


def refused(path, match):
    """Opening is refused with one plain line, and the file is as it was."""
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=match) as caught:
        Library(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def harmed(path, act, match="damaged"):
    """It is refused, or opened for reading alone; the file is as it was."""
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=match) as caught:
        _write_to_what_is_harmed(path, act)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def _write_to_what_is_harmed(path, act):
    with Library(path, editor="ana") as library:
        assert library.damage
        assert library.readonly
        assert not library.check().ok
        library.record(library.open(1), [act(library.open(1), 1)])


def test_a_new_library_is_made_whole(path):
    with Library(path) as library:
        assert list(library.stories()) == []
        assert not library.readonly
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x6E777264
        assert connection.execute("PRAGMA user_version").fetchone()[0] == opening.SCHEMA_VERSION
        strict = connection.execute(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND NOT strict AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%'"
        ).fetchone()[0]
        assert strict == 0


@pytest.mark.parametrize("name", ["a?b#c%20d", "with space", "ünïcode", "'quote\""])
def test_any_file_name_will_do(tmp_path, name):
    with Library(tmp_path / name):
        pass
    assert (tmp_path / name).is_file()


def test_an_empty_file_becomes_a_library(path):
    path.touch()
    with Library(path) as library:
        assert library.check(deep=True).ok


def test_the_missing_folder_of_a_named_library_is_an_error(tmp_path):
    with pytest.raises(LibraryError, match="no folder"):
        Library(tmp_path / "no" / "such" / "library")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_default_library_is_made(tmp_path, monkeypatch):
    place = tmp_path / "data" / "newsreader" / "default"
    monkeypatch.setattr("newsreader.library.default_library", lambda: place)
    with Library() as library:
        assert library.path == place
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_a_default_folder_that_cannot_be_made(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("newsreader.library.default_library", lambda: tmp_path / "data" / "l")
    monkeypatch.setattr(opening.Path, "mkdir", refuse)
    with pytest.raises(LibraryError, match="cannot be made: Permission denied"):
        Library()


def test_folders_and_pipes_are_no_libraries(tmp_path):
    with pytest.raises(LibraryError, match="a folder"):
        Library(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LibraryError, match="not a regular file"):
        Library(tmp_path / "pipe")


def test_impossible_names(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for name in (loop, tmp_path / "nul\0nul", tmp_path / ("long" * 100)):
        with pytest.raises(LibraryError, match="cannot be"):
            Library(name)


def test_a_link_leads_to_the_library(tmp_path, path, article):
    make(path, article)
    (tmp_path / "link").symlink_to(path)
    with Library(tmp_path / "link") as library:
        assert library.path == path
    (tmp_path / "dangling").symlink_to(tmp_path / "target")
    with Library(tmp_path / "dangling"):
        assert (tmp_path / "target").is_file()


def test_other_programs_databases_are_left_alone(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY)")
        connection.execute("PRAGMA application_id=1234")
    refused(path, "not a newsreader library")


@pytest.mark.parametrize(
    "content", [b"x", b"plain text\n" * 500, b"SQLite format 3\0", bytes(5000)]
)
def test_other_files_are_left_alone(path, content):
    path.write_bytes(content)
    refused(path, "not a newsreader library|damaged")


def test_a_newer_library_is_left_alone(path, article):
    make(path, article)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={opening.SCHEMA_VERSION + 1}")
    refused(path, "newer newsreader")


@pytest.mark.parametrize("share", [0.001, 0.3, 0.99])
def test_a_truncated_library_is_not_written_to(path, article, act, share):
    make(path, article)
    os.truncate(path, int(path.stat().st_size * share))
    harmed(path, act)


def test_pages_of_garbage_are_not_written_to(path, article, act):
    make(path, article)
    with path.open("r+b") as file:
        for page in range(1, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 64)
    harmed(path, act)


def test_a_large_file_that_is_cut_off_is_known_without_reading_it(path, article, act, monkeypatch):
    make(path, article)
    monkeypatch.setattr(opening, "CHECKED_BYTES", 0)
    with Library(path):
        pass
    os.truncate(path, path.stat().st_size - 4096)
    harmed(path, act, "the end of the file is missing")


def test_a_schema_that_is_not_text_is_refused(path, article):
    make(path, article)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE story", b"CREATE TABLE \xa0\xff\xfery"))
    refused(path, "damaged")


def test_a_locked_library(path, article, monkeypatch):
    make(path, article)
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryError, match="locked by another program"):
            Library(path)
        other.execute("ROLLBACK")
    with Library(path):
        pass


def test_opening_begins_anew_until_others_are_done(path, article, monkeypatch):
    make(path, article)
    pauses = []
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def pause(seconds):
            pauses.append(seconds)
            if len(pauses) == 3:
                other.execute("ROLLBACK")

        monkeypatch.setattr(waiting.time, "sleep", pause)
        other.execute("BEGIN EXCLUSIVE")
        with Library(path) as library:
            assert library.stories()
    assert len(pauses) == 3


def test_a_library_without_rights_can_be_read(path, article, act, monkeypatch):
    opened = make(path, article)
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    with Library(path, editor="ana") as library:
        assert library.readonly
        assert [story.uri for story in library.stories()] == ["urn:desk:depot"]
        opened = library.open(1)
        with pytest.raises(WriteError, match="read-only"):
            library.record(opened, [act(opened, 1)])
        with pytest.raises(WriteError, match="read-only"):
            library.add_analysis(article("urn:desk:two", ["New."]))
        assert library.check(deep=True).ok


@pytest.mark.skipif(AS_ROOT, reason="root may do everything")
def test_rights_are_asked_of_the_system(path, article):
    make(path, article)
    path.chmod(0o444)
    with Library(path) as library:
        assert library.readonly
    path.chmod(0)
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library(path)


def test_a_folder_that_takes_no_file(path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "publish", refuse)
    with pytest.raises(LibraryError, match="cannot be made here: Permission denied"):
        Library(path)
    assert list(path.parent.iterdir()) == []


def test_two_programs_make_the_same_library_at_once(path):
    made = []

    def run():
        with Library(path) as library:
            made.append(library.check().ok)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [True] * 4
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_vanishes_while_it_is_opened(path, monkeypatch):
    monkeypatch.setattr(opening, "_make", lambda *_, **__: None)
    with pytest.raises(LibraryError, match="no such file"):
        Library(path)


def older(path):
    """A library as a program would have left it that knew only the first migrations."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        migrations.apply(connection, stop_before="search_and_meta")
        connection.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        connection.execute("COMMIT")


def test_an_older_library_is_upgraded(path, article, act):
    older(path)
    with Library(path, editor="ana") as library:
        library.add_analysis(article("urn:desk:depot", ["Smoke rose."]))
        opened = library.open(1)
        library.record(opened, [act(opened, 1)])
        assert library.check(deep=True).ok


def test_an_older_library_without_rights(path, monkeypatch):
    older(path)
    monkeypatch.setattr(opening.os, "access", lambda *_: False)
    refused(path, "older newsreader, and read-only")


def test_an_upgrade_that_fails_changes_nothing(path, monkeypatch):
    older(path)

    def fail(_):
        raise sqlite3.OperationalError("no such thing")

    monkeypatch.setattr(migrations, "apply", fail)
    refused(path, "damaged")


def test_a_crash_in_the_middle_of_a_write_is_rolled_back(path, article):
    make(path, article)
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode=TRUNCATE'); c.execute('PRAGMA cache_size=1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE story SET title = hex(zeroblob(60000))')\n"
        "c.execute('UPDATE article SET text = hex(zeroblob(60000))')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size
    with Library(path) as library:
        assert library.open(1).analysis.article.text == "Smoke rose.\nNobody knows why."
        assert library.check(deep=True).ok


def test_a_look_while_another_program_writes(path, article, act):
    """Between its first and its last page, a growing file is shorter than its header says."""
    make(path, article)
    with path.open("r+b") as file:
        file.seek(28)
        pages = int.from_bytes(file.read(4))
        file.seek(28)
        file.write((pages + 5).to_bytes(4))
    assert opening._look(path) == opening.SCHEMA_VERSION
    harmed(path, act, "the end of the file is missing")


def test_the_connection_is_configured(path):
    database = Database(path, patience=1)
    pragma = {
        name: database.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "trusted_schema", "recursive_triggers")
    }
    assert pragma == {
        "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "recursive_triggers": 1,
    }  # fmt: skip
    assert database.connection.execute("PRAGMA journal_mode").fetchone()[0] in {"truncate", "wal"}
    database.close()


def test_wal_is_used_where_it_is_safe(path, article, monkeypatch):
    monkeypatch.setattr(opening, "journal_mode", lambda _: "wal")
    make(path, article)
    with Library(path) as library:
        library.add_analysis(article("urn:desk:two", ["New."]))
        assert path.with_name(path.name + "-wal").exists()
    with Library(path) as library:
        assert library.check(deep=True).counts["stories"] == 2


def test_whether_others_wrote_is_asked_without_waiting(path):
    with Library(path) as library, Library(path) as other:
        assert not library.changed()
        assert not library.changed()
        other.follow("https://desk.example/ferry")
        assert library.changed()
        assert not library.changed()
        library.follow("https://desk.example/other")  # its own
        assert not library.changed()
        other._database.connection.execute("PRAGMA journal_mode=DELETE")
        other._database.connection.execute("BEGIN EXCLUSIVE")
        assert not library.changed()  # nobody else wrote yet
        other._database.connection.execute("ROLLBACK")
        other.follow("https://desk.example/third")
        assert library.changed()
