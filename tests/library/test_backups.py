"""Backups are made when they are due, the new one before the oldest goes, and can be put back."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from newsreader.cli import run
from newsreader.config import Config
from newsreader.errors import LibraryError, UsageError, WriteError
from newsreader.library import Library
from newsreader.library.safekeeping import backups, restoring
from newsreader.library.safekeeping.backups import BackingUp
from newsreader.model.event import EventKind, Label
from newsreader.session import act
from newsreader.store import backing_up


class Clock:
    now = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    (tmp_path / "story.txt").write_text("The Depot Fire\n\nSix were hurt.\n\nTrains stand still.\n")
    with Library(tmp_path / "desk.library", editor="ana", clock=clock) as library:
        list(library.add(tmp_path / "story.txt"))
        tag(library, 2)
        yield library


def tag(library, n):
    opened = library.open(1)
    library.record(opened, [act(opened, n, EventKind.TAG, "ana", label=Label.CONFIRMED)])


def touched(library, hours):
    """Something was written so long after the newest backup."""
    at = backups.backups(library.path)[0].path.stat().st_mtime + hours * 3600
    os.utime(library.path, (at, at))


def tagged(path):
    with Library(path, editor="ana") as library:
        assert library.check(deep=True).ok
        return [row.text for row in library.tags()]


def test_one_is_due_when_time_has_passed_and_something_was_written(desk, clock):
    config = Config(backup_every="24h")
    assert backups.is_due(desk, config)
    assert not backups.is_due(desk, Config(backups=0))
    backups.make(desk, 7)
    assert not backups.is_due(desk, config)
    clock.now += timedelta(hours=25)
    touched(desk, -1)
    assert not backups.is_due(desk, config)
    touched(desk, 1)
    assert backups.is_due(desk, config)


def test_what_can_only_be_read_is_not_backed_up(desk):
    closed = SimpleNamespace(readonly=True, path=desk.path)
    assert not backups.is_due(closed, Config())


def test_the_oldest_go_when_the_new_one_is_there(desk, clock):
    made = []
    for _ in range(5):
        made.append(backups.make(desk, 3))
        clock.now += timedelta(days=1)
    assert [each.path for each in backups.backups(desk.path)] == made[:1:-1]
    assert all(tagged(path) == ["Six were hurt."] for path in made[2:])


def test_two_of_the_same_second(desk):
    assert backups.make(desk, 7) != backups.make(desk, 7)


def test_none_goes_when_the_new_one_fails(desk, monkeypatch):
    first = backups.make(desk, 1)

    def fail(*_, **__):
        raise WriteError("disk full")

    monkeypatch.setattr(Library, "backup", fail)
    with pytest.raises(WriteError):
        backups.make(desk, 1)
    assert first.is_file()


def test_too_little_room(desk, monkeypatch):
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: SimpleNamespace(free=10))
    with pytest.raises(WriteError, match="too little room"):
        backups.make(desk, 7)


def test_a_folder_that_cannot_be_made(desk):
    backups.folder_of(desk.path).write_text("a file")
    with pytest.raises(WriteError):
        backups.make(desk, 7)
    assert backups.backups(desk.path) == []


def test_what_was_left_unfinished_is_swept_away(desk):
    folder = backups.folder_of(desk.path)
    folder.mkdir()
    old, new = folder / ".x.library.1.new", folder / ".y.library.2.new"
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    (folder / "99999999-999999.library").touch()
    (folder / "mine.txt").touch()
    backups.make(desk, 7)
    assert not old.exists()
    assert new.exists()
    assert len(backups.backups(desk.path)) == 1


def test_while_others_write_all_the_time_it_is_left_for_later(desk, monkeypatch):
    def disturbed(*_):
        raise backing_up.DisturbedError("no backup")

    monkeypatch.setattr(backing_up, "_fill", disturbed)
    worker = BackingUp(desk, Config())
    monkeypatch.setattr(worker._woken, "wait", lambda _: setattr(worker, "stopped", True))
    worker.work(desk)
    assert worker.wrong == ""
    assert backups.backups(desk.path) == []


def test_the_worker_makes_one_and_ends_when_told(desk):
    worker = BackingUp(desk, Config())
    worker.start()
    while not backups.backups(desk.path) and worker.running:
        worker._thread.join(0.01)
    worker.stop()
    assert not worker.running
    assert len(backups.backups(desk.path)) == 1


def test_the_worker_tells_what_went_wrong(desk, monkeypatch):
    backups.folder_of(desk.path).write_text("a file")
    worker = BackingUp(desk, Config())
    monkeypatch.setattr(worker._woken, "wait", lambda _: setattr(worker, "stopped", True))
    worker.work(desk)
    assert "cannot be made" in worker.wrong


def test_a_backup_is_put_back_and_what_was_there_is_kept(desk):
    made = backups.make(desk, 7)
    tag(desk, 3)
    desk.close()
    done = restoring.restore(desk.path, made)
    assert tagged(desk.path) == ["Six were hurt."]
    assert tagged(done.aside) == ["Six were hurt.", "Trains stand still."]
    assert tagged(made) == ["Six were hurt."]
    again = restoring.restore(desk.path, made)
    assert again.aside != done.aside
    devices = set()
    for path in (desk.path, again.aside, done.aside, made):
        with closing(sqlite3.connect(path)) as connection:
            devices |= {*connection.execute("SELECT value FROM meta WHERE key = 'device'")}
    assert len(devices) == 4


def test_a_library_that_is_gone_or_damaged_is_replaced(desk):
    made = backups.make(desk, 7)
    desk.close()
    desk.path.write_bytes(desk.path.read_bytes()[:20_000])
    journal = desk.path.with_name(desk.path.name + "-journal")
    journal.write_bytes(b"a journal of something else")
    done = restoring.restore(desk.path, made)
    assert tagged(desk.path) == ["Six were hurt."]
    assert done.aside.stat().st_size == 20_000
    assert not journal.exists() or not journal.stat().st_size
    desk.path.unlink()
    assert restoring.restore(desk.path, made).aside is None
    assert tagged(desk.path) == ["Six were hurt."]


def test_without_hard_links(desk, monkeypatch):
    made = backups.make(desk, 7)
    desk.close()

    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(restoring.os, "link", refuse)
    assert tagged(restoring.restore(desk.path, made).aside) == ["Six were hurt."]


def test_what_is_no_sound_library_is_not_put_back(desk, tmp_path):
    made = backups.make(desk, 7)
    desk.close()
    before = desk.path.read_bytes()
    bad = tmp_path / "bad.library"
    bad.write_bytes(made.read_bytes()[:30_000])
    other = tmp_path / "other"
    other.write_text("a text")
    for each in (bad, other):
        with pytest.raises(LibraryError, match=f"{each.name}: "):
            restoring.restore(desk.path, each)
    with pytest.raises(UsageError, match="the library itself"):
        restoring.restore(desk.path, desk.path)
    with pytest.raises(UsageError, match="no backup 9"):
        restoring.choose(desk.path, "9")
    with pytest.raises(UsageError, match="no such file"):
        restoring.choose(desk.path, str(tmp_path / "none"))
    assert desk.path.read_bytes() == before


def test_it_is_refused_while_another_program_has_the_library_open(desk):
    made = backups.make(desk, 7)
    desk.close()
    script = "import sys; f = open(sys.argv[1], 'rb'); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(desk.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(LibraryError, match=f"process {other.pid}"):
            restoring.restore(desk.path, made)
    restoring.restore(desk.path, made)


def test_the_commands(desk, capsys):
    desk.close()
    at = ["--library", str(desk.path)]
    assert run(["restore", *at]) == 0
    assert "no backups" in capsys.readouterr().out
    assert run(["backup", *at]) == 0
    made = capsys.readouterr().out.strip()
    assert run(["restore", *at, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["path"] == made
    assert run(["restore", *at]) == 0
    assert made in capsys.readouterr().out
    assert run(["restore", *at, "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["backup"] == made
    shutil.copy(told["aside"], desk.path.with_name("kept"))
    assert run(["restore", *at, str(desk.path.with_name("kept"))]) == 0
    assert "the library that was there" in capsys.readouterr().out
    assert run(["restore", *at, "7"]) == 2
