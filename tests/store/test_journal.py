from pathlib import Path

import pytest

from newsreader.store.file import journal
from newsreader.store.file.journal import is_local, journal_mode, wal_is_safe


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 9), False),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False),
        ((3, 51, 3), True), ((3, 52, 0), True), ((4, 0, 0), True),
    ],
)  # fmt: skip
def test_wal_only_without_the_reset_bug(version, safe):
    assert wal_is_safe(version) is safe


MOUNTS = r"""overlay / overlay rw 0 0
server:/export /desk nfs4 rw 0 0
/dev/sdb1 /desk/local ext4 rw 0 0
host:/x /with\040space fuse.sshfs rw 0 0
nonsense
"""


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/home/ana/library", True),
        ("/desk/library", False),
        ("/desk/local/library", True),
        ("/deskless/library", True),
        ("/with space/library", False),
    ],
)
def test_network_file_systems_are_known(tmp_path, path, local):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert is_local(Path(path), mounts) is local


def test_what_cannot_be_told_is_not_local(tmp_path):
    assert not is_local(tmp_path, tmp_path / "missing")
    (tmp_path / "empty").touch()
    assert not is_local(tmp_path, tmp_path / "empty")


def test_the_mode(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "is_local", lambda _: True)
    monkeypatch.setattr(journal.sqlite3, "sqlite_version_info", (3, 51, 3))
    assert journal_mode(tmp_path) == "wal"
    monkeypatch.setattr(journal.sqlite3, "sqlite_version_info", (3, 40, 1))
    assert journal_mode(tmp_path) == "truncate"
