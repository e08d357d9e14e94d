"""Transactions: durable or nothing, many writers, full disks."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.store.file import database, waiting
from newsreader.store.file.database import Database
from newsreader.store.file.opening import SCHEMA_VERSION

WORDS = [f"Statement {n} of the depot fire." for n in range(1, 41)]


@pytest.fixture
def opened(library, article):
    library.add_analysis(article("urn:desk:depot", WORDS))
    return library.open(1)


def test_a_failed_block_leaves_nothing(path):
    store = Database(path, patience=1)

    def interrupted():
        with store.writing() as connection:
            connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with store.reading() as connection:
        assert not connection.execute("SELECT 1 FROM meta WHERE key = 'a'").fetchone()
    store.close()
    store.close()


def test_nothing_is_written_to_what_a_newer_program_upgraded_meanwhile(opened, library, act):
    library.record(opened, [act(opened, 1, Label.OPINION)])
    with closing(sqlite3.connect(library.path)) as newer:
        newer.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    with pytest.raises(LibraryError, match="newer newsreader"):
        library.record(opened, [act(opened, 2, Label.OPINION)])
    assert opened.book.progress(library.editor, 40).opinion == 1
    assert len(opened.book.events) == 1


def test_reading_within_reading_is_one_transaction(path):
    store = Database(path, patience=1)
    with store.reading() as connection:
        with store.reading():
            pass
        assert connection.in_transaction
    assert not connection.in_transaction
    store.close()


def test_misuse_is_a_bug_and_stays_one(path):
    store = Database(path, patience=1)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError), store.reading():
        pass


def test_a_write_waits_for_its_turn(path, monkeypatch):
    one, two = Database(path, patience=60), Database(path, patience=60)
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            one.connection.execute("COMMIT")

    monkeypatch.setattr(waiting.time, "sleep", pause)
    one.connection.execute("BEGIN IMMEDIATE")
    with two.writing() as connection:
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    assert len(pauses) == 3
    assert max(pauses) < 0.02
    one.close()
    two.close()


def test_patience_ends(path):
    one, two = Database(path, patience=0), Database(path, patience=0)
    with one.writing(), pytest.raises(WriteError, match="locked by another program"), two.writing():
        pass
    one.close()
    two.close()


def test_patience_is_waiting_and_not_having_been_stopped(path, monkeypatch):
    """All who wait are stopped for an hour together with who holds the lock: none gives up."""
    one, two = Database(path, patience=30), Database(path, patience=30)
    clock, pauses = [0.0], []

    def pause(seconds):
        pauses.append(seconds)
        clock[0] += 3600 if len(pauses) == 1 else seconds
        if len(pauses) == 5:
            one.connection.execute("COMMIT")

    monkeypatch.setattr(waiting.time, "sleep", pause)
    monkeypatch.setattr(waiting.time, "monotonic", lambda: clock[0])
    one.connection.execute("BEGIN IMMEDIATE")
    with two.writing() as connection:
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    assert len(pauses) == 5
    one.close()
    two.close()


def test_patience_ends_also_where_time_goes_by_in_leaps(path, monkeypatch):
    one, two = Database(path, patience=30), Database(path, patience=30)
    clock, pauses = [0.0], []

    def pause(seconds):
        pauses.append(seconds)
        clock[0] += 60

    monkeypatch.setattr(waiting.time, "sleep", pause)
    monkeypatch.setattr(waiting.time, "monotonic", lambda: clock[0])
    with one.writing(), pytest.raises(WriteError, match="locked by another program"), two.writing():
        pass
    assert len(pauses) == 120  # a quarter of a second each
    one.close()
    two.close()


def test_a_reader_holds_a_commit_up_only_for_a_while(path, monkeypatch):
    one, two = Database(path, patience=60), Database(path, patience=60)
    one.connection.execute("BEGIN")
    one.connection.execute("SELECT * FROM meta").fetchall()
    monkeypatch.setattr(waiting.time, "sleep", lambda _: one.connection.execute("COMMIT"))
    with two.writing() as connection:
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    with one.reading() as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'a'").fetchone() == ("b",)
    one.close()
    two.close()


def test_a_full_disk_loses_nothing_and_shows_nothing(library, opened, act):
    library.record(opened, [act(opened, 1)])
    connection = library._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    big = act(opened, 2, note="x" * 100_000)
    with pytest.raises(WriteError, match="disk is full"):
        library.record(opened, [big])
    assert opened.book.own(2, "ana") is None
    assert opened.book.own(1, "ana").label is Label.CONFIRMED
    connection.execute("PRAGMA max_page_count=1000000")
    (event,) = library.record(opened, [big])
    assert event.seq == 2
    assert library.check(deep=True).ok


def test_a_file_size_limit_is_a_write_error(path, article, library, opened):
    script = (
        "import resource, signal, sys, os\n"
        "from newsreader.library import Library\n"
        "from newsreader.errors import WriteError\n"
        "from newsreader.model.event import *\n"
        "library = Library(sys.argv[1], editor='ana')\n"
        "limit = os.path.getsize(sys.argv[1]) + 20000\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "opened = library.open(1)\n"
        "anchor = Anchor('urn:desk:depot', opened.revision.hash, 0, 31, 'x', '', '')\n"
        "draft = Draft(EventKind.TAG, 'ana', 'urn:desk:depot', anchor, label=Label.OPINION)\n"
        "for _ in range(200):\n"
        "    try:\n"
        "        print(library.record(opened, [draft])[0].id)\n"
        "    except WriteError as error:\n"
        "        print(error, file=sys.stderr); break\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stderr.count("\n") == 1
    acknowledged = done.stdout.split()
    assert 0 < len(acknowledged) < 200
    with library._database.reading() as connection:
        kept = [row[0] for row in connection.execute("SELECT id FROM event ORDER BY seq")]
    assert kept == acknowledged
    assert library.check(deep=True).ok


WRITER = (
    "import sys\n"
    "from newsreader.library import Library\n"
    "from newsreader.model.event import *\n"
    "with Library(sys.argv[1], editor=sys.argv[2]) as library:\n"
    "    opened = library.open(1)\n"
    "    for statement in opened.analysis.split.statements:\n"
    "        anchor = Anchor.of(opened.story.uri, opened.revision.hash,\n"
    "            opened.analysis.article.text, statement.start, statement.end)\n"
    "        draft = Draft(EventKind.TAG, sys.argv[2], opened.story.uri, anchor,\n"
    "            label=Label.CONFIRMED)\n"
    "        print(library.record(opened, [draft])[0].id, flush=True)\n"
)


def test_programs_that_write_at_once_lose_nothing(library, opened, path):
    editors = ["ana", "ben", "cleo"]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), editor], stdout=subprocess.PIPE, text=True
        )
        for editor in editors
    ]
    told = [line for each in running for line in each.communicate()[0].split()]
    assert [each.returncode for each in running] == [0, 0, 0]
    assert len(set(told)) == len(WORDS) * 3
    assert library.check(deep=True).ok
    assert library.refresh(opened)
    assert [
        tag.editor for tag in sorted(opened.book.tags(7), key=lambda tag: tag.editor)
    ] == editors
    assert not library.refresh(opened)


def test_what_others_did_comes_with_the_next_act(library, opened, act, path):
    with Library(path, editor="ben") as other:
        theirs = other.open(1)
        other.record(theirs, [act(theirs, 1, Label.OPINION, editor="ben")])
    library.record(opened, [act(opened, 1)])
    assert {tag.editor for tag in opened.book.tags(1)} == {"ana", "ben"}
    assert library.check(deep=True).ok


def test_a_failure_after_the_sync_can_be_tried_again(library, opened, act, path):
    with Library(path, editor="ben") as other:
        theirs = other.open(1)
        other.record(theirs, [act(theirs, 1, Label.OPINION, editor="ben")])
    connection = library._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WriteError):
        library.record(opened, [act(opened, 2, note="x" * 100_000)])
    assert opened.book.tags(1) == ()
    connection.execute("PRAGMA max_page_count=1000000")
    library.record(opened, [act(opened, 2)])
    assert {tag.editor for tag in opened.book.tags(1)} == {"ben"}


def test_what_others_did_meanwhile_is_named(library, opened, act, path):
    with Library(path, editor="ben") as other:
        theirs = other.open(1)
        other.record(theirs, [act(theirs, 7, Label.OPINION, editor="ben")])
    library.record(opened, [act(opened, 1)])
    assert set(opened.book.take_touched()) == {1, 7}


def test_a_key_press_asks_the_library_little(library, opened, act):
    library.record(opened, [act(opened, 1)])
    asked = []
    library._database.connection.set_trace_callback(asked.append)
    library.record(opened, [act(opened, 2)])
    library._database.connection.set_trace_callback(None)
    pragmas = [each for each in asked if each.startswith("PRAGMA")]
    assert pragmas == ["PRAGMA user_version"]  # a number in the file's head: two microseconds
    assert len(asked) <= 9


def test_reading_waits_for_its_turn_too(path, monkeypatch):
    one, two = Database(path, patience=60), Database(path, patience=60)
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        one.connection.execute("COMMIT")

    monkeypatch.setattr(waiting.time, "sleep", pause)
    one.connection.execute("BEGIN EXCLUSIVE")
    with two.reading() as connection:
        assert connection.execute("SELECT count(*) FROM meta").fetchone() == (2,)
    assert len(pauses) == 1
    one.connection.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with pytest.raises(LibraryError, match="locked"), two.reading():
        pass
    assert not two.connection.in_transaction
    one.close()
    two.close()


BODIES = [
    "[1",
    "[]",
    "{}",
    '{"article": "a", "start": "1", "end": 2, "exact": "x", "label": "confirmed"}',
    '{"article": "a", "start": 1, "end": 2, "exact": "x", "label": "perhaps"}',
]


@pytest.mark.parametrize("body", BODIES)
def test_bodies_that_cannot_be_understood_are_told_plainly(library, opened, act, path, body):
    library.record(opened, [act(opened, 1)])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TRIGGER event_is_never_changed")
        other.execute("UPDATE event SET body = ?", (body,))
    with pytest.raises(LibraryError, match="damaged"):
        library.open(1)
    assert not library.check(deep=True).ok


def test_a_bug_of_ours_is_not_told_as_damage(library, opened, act, monkeypatch):
    def stumble(*_):
        raise TypeError("a bug")

    monkeypatch.setattr("newsreader.store.tags.projection.update", stumble)
    with pytest.raises(TypeError, match="a bug"):
        library.record(opened, [act(opened, 1)])
    assert opened.book.tags(1) == ()


@pytest.mark.parametrize("column", ["body", "kind"])
def test_damaged_events_are_told_plainly(library, opened, act, path, column):
    library.record(opened, [act(opened, 1)])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TRIGGER event_is_never_changed")
        other.execute(f"UPDATE event SET {column} = '[1'")
    with pytest.raises(LibraryError, match="damaged"):
        library.open(1)
    assert not library.check(deep=True).ok
