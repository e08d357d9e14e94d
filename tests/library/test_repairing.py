"""All that can be saved of a damaged library is, in a new one; what is lost is told."""

import json
import sqlite3
from contextlib import closing

import pytest

from benchmarks import damage
from newsreader.cli import run
from newsreader.errors import LibraryError, WriteError
from newsreader.library import Library
from newsreader.library.safekeeping.repairing import repair
from newsreader.store.proving.mending import mended_text


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "desk.library"
    damage.make(path)
    return path.read_bytes()


@pytest.fixture
def desk(sound, tmp_path):
    (tmp_path / "desk.library").write_bytes(sound)
    return tmp_path / "desk.library"


def shown(path):
    """What an editor sees in a library."""
    with Library(path, editor="ana") as library:
        assert library.check(deep=True).ok
        rows = [(row.story, row.editor, row.label, row.text, row.note) for row in library.tags()]
        listed = [each._replace(changed_at="") for each in library.stories()]
        return sorted(rows, key=repr), listed


def events(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT id, device, seq, hash, body FROM event ORDER BY rowid"
        ).fetchall()


def test_a_sound_library_is_the_same_afterwards(desk, tmp_path):
    before, log, data = shown(desk), events(desk), desk.read_bytes()
    done = repair(desk, tmp_path / "new.library")
    assert done.lost == []
    assert desk.read_bytes() == data
    assert shown(tmp_path / "new.library") == before
    assert events(tmp_path / "new.library") == log
    assert sorted(each.name for each in tmp_path.iterdir() if "-journal" not in each.name) == [
        "desk.library",
        "new.library",
    ]


def test_whatever_is_spoiled_what_is_saved_is_sound(sound, tmp_path):
    path, new = tmp_path / "desk.library", tmp_path / "new.library"
    saved = 0
    for where, spoiled in [*damage.flips(sound, 25, 7), *damage.cuts(sound, 15, 7)]:
        path.write_bytes(spoiled)
        new.unlink(missing_ok=True)
        try:
            repair(path, new)
        except LibraryError:
            continue
        assert path.read_bytes() == spoiled, where
        shown(new)
        saved += 1
    assert saved > 25


@pytest.mark.parametrize(
    ("statements", "lost"),
    [
        ("UPDATE event SET body = replace(body, 'Six', 'Ten') WHERE rowid = 7", "event in row"),
        ("DELETE FROM event WHERE rowid = 4", "events: 1 could not be saved"),
        ("DELETE FROM article WHERE id = 1", "story 1, revision 1: its article cannot be read"),
        ("UPDATE article SET text = text || '!!' WHERE id = 2", "story 2, revision 1: its text"),
        ("UPDATE article SET blocks = '[' WHERE id = 2", "article 2: what was found in its text"),
        ("DELETE FROM story WHERE id = 1", "story 6: file"),
        ("DELETE FROM meta", ""),
        ("DROP INDEX event_story", ""),
        ("UPDATE tag SET label = 'opinion'", ""),
        ("INSERT INTO look VALUES (77, 'ana', 1)", "look: 1 rows that lead nowhere"),
    ],
)
def test_what_is_lost_is_told(desk, tmp_path, statements, lost):
    assert damage.spoil(desk, statements)
    done = repair(desk, tmp_path / "new.library")
    assert lost in " | ".join(done.lost)
    assert bool(done.lost) is bool(lost)
    shown(tmp_path / "new.library")


def test_one_wrong_bit_is_put_right(desk, tmp_path):
    before = shown(desk)
    assert damage.spoil(
        desk,
        "UPDATE event SET editor = 'ane' WHERE rowid = 3;; "
        "UPDATE article SET text = replace(text, 'The Depot', 'The Dupot') WHERE id = 5",
    )
    with Library(desk) as library:
        assert not library.check(deep=True).ok
    # 'a' and 'e' differ in one bit, 'e' and 'u' in one bit as well.
    done = repair(desk, tmp_path / "new.library")
    assert done.lost == []
    assert shown(tmp_path / "new.library") == before


def test_a_text_that_is_too_far_off_is_told():
    assert mended_text(b"abc", "0" * 64) == ("abc", False)


def test_the_first_bytes_may_be_gone(desk, tmp_path):
    before, data = shown(desk), desk.read_bytes()
    desk.write_bytes(bytes(16) + data[16:])
    with pytest.raises(LibraryError):
        Library(desk)
    assert repair(desk, tmp_path / "new.library").lost == []
    assert shown(tmp_path / "new.library") == before


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\0" + bytes(4080)])
def test_where_there_is_nothing_to_save(tmp_path, content):
    (tmp_path / "desk.library").write_bytes(content)
    with pytest.raises(LibraryError):
        repair(tmp_path / "desk.library", tmp_path / "new.library")
    assert [each.name for each in tmp_path.iterdir()] == ["desk.library"]


def test_no_file_is_overwritten(desk, tmp_path):
    with pytest.raises(WriteError, match="exists already"):
        repair(desk, desk)
    with pytest.raises(LibraryError, match="no such file"):
        repair(tmp_path / "none", tmp_path / "new.library")
    with pytest.raises(WriteError, match="cannot be written"):
        repair(desk, tmp_path / "no" / "new.library")


def test_the_command(desk, tmp_path, capsys):
    new = tmp_path / "new.library"
    assert run(["check", "--library", str(desk), "--repair-to", str(new), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert told["saved"]["stories"] == 5
    damage.spoil(desk, "DELETE FROM event WHERE rowid = 4")
    assert run(["check", "--library", str(desk), "--repair-to", str(tmp_path / "b")]) == 1
    out, err = capsys.readouterr()
    assert "saved to" in out
    assert "lost: events: 1 could not be saved" in err
    assert run(["check", "--library", str(desk), "--repair-to", str(tmp_path / "b")]) == 4
    assert run(["check", "--deep", "--library", str(desk), "--repair-to", str(new)]) == 2
