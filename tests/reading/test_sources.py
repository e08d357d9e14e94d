"""Files, folders and standard input as bytes: no hang, no loop, no way out of the folder."""

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from newsreader.errors import SourceError
from newsreader.reading import packs, sources
from newsreader.reading.sources import Raw, load_each, printable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and fifos")


def load(path):
    return list(load_each(str(path)))


def told(items):
    return [str(item) for item in items if isinstance(item, SourceError)]


def names(items):
    return [item.name for item in items if isinstance(item, Raw)]


def test_a_file(tmp_path):
    path = tmp_path / "a b.txt"
    path.write_bytes(b"words")
    [raw] = load(path)
    assert (raw.source, raw.name, raw.data) == (str(path), "a b.txt", b"words")
    assert raw.uri == path.as_uri()
    assert raw.digest == hashlib.sha256(b"words").hexdigest()


def test_a_relative_name_has_an_absolute_identity(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(b"words")
    monkeypatch.chdir(tmp_path)
    [raw] = load("a.txt")
    assert (raw.source, raw.uri) == ("a.txt", (tmp_path / "a.txt").as_uri())


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    [raw] = load("-")
    assert raw.uri == "stdin:" + hashlib.sha256(b"words").hexdigest()[:16]
    assert (raw.source, raw.name, raw.data) == ("-", "", b"words")


def test_standard_input_too_large_or_broken(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 20_000_001)))
    [error] = load("-")
    assert "larger than 20 MB" in str(error)

    class Broken:
        buffer = property(lambda self: self)

        def read(self, size):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", Broken())
    assert told(load("-")) == ["-: input/output error"]


def test_missing_and_impossible_names(tmp_path):
    assert told(load(tmp_path / "none.txt"))[0].endswith("none.txt: no such file or directory")
    assert len(told(load("a\0b"))) == 1
    assert told(load("a" * 300))[0].endswith("file name too long")


def test_too_large_names_the_limit(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 2_000_001)
    monkeypatch.setattr(sources, "MAX_BYTES", 2_000_000)
    assert "larger than 2 MB" in told(load(path))[0]


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 30)
    size = os.stat_result((0o100644, *[0] * 5, 5, 0, 0, 0))
    monkeypatch.setattr(packs, "MAX_BYTES", 20)
    monkeypatch.setattr(os, "fstat", lambda _: size)
    assert len(told(load(path))) == 1


def test_a_fifo_by_name_and_in_a_folder_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_bytes(b"words")
    assert "not a regular file" in told(load(tmp_path / "pipe.txt"))[0]
    found = load(tmp_path)
    assert names(found) == ["a.txt"]
    assert "not a regular file, skipped" in told(found)[0]


def test_a_folder_is_read_by_name_and_deep_without_hidden_entries(tmp_path):
    for name in ("b.md", "a.txt", ".hidden.txt", "c/d.markdown", ".git/x.txt", "c/B.TXT", "README"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words here")
    found = load(tmp_path)
    assert names(found) == ["README", "a.txt", "b.md", "B.TXT", "d.markdown"]
    assert found[3].source == str(tmp_path / "c" / "B.TXT")


def test_other_files_are_told_in_one_line(tmp_path):
    for n in range(30):
        (tmp_path / f"p{n}.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "blob").write_bytes(bytes(range(256)))
    (tmp_path / "z.txt").write_text("words")
    found = load(tmp_path)
    assert names(found) == ["z.txt"]
    assert told(found) == [f"{tmp_path}: 31 other files skipped (such as blob)"]


def test_a_folder_without_articles(tmp_path):
    assert told(load(tmp_path)) == [f"{tmp_path}: no articles here"]
    (tmp_path / "a.jpg").write_bytes(b"x")
    assert told(load(tmp_path)) == [
        f"{tmp_path}: no articles here (1 other file skipped, such as a.jpg)"
    ]


def test_links(tmp_path):
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (inside / "own.txt").write_text("own")
    (inside / "link-in.txt").symlink_to("own.txt")
    (inside / "link-out.txt").symlink_to(outside / "secret.txt")
    (inside / "link-folder").symlink_to(outside)
    (inside / "loop").symlink_to(".")
    (inside / "nowhere.txt").symlink_to("none.txt")
    (inside / "self.txt").symlink_to("self.txt")
    found = load(inside)
    assert names(found) == ["link-in.txt", "own.txt"]
    assert all(b"secret" not in item.data for item in found if isinstance(item, Raw))
    lines = [line.rpartition("/")[2] for line in told(found)]
    assert lines[:4] == [
        "link-folder: a link that leaves the folder, not followed",
        "link-out.txt: a link that leaves the folder, not followed",
        "loop: a link to a folder, not followed",
        "nowhere.txt: no such file or directory",
    ]
    assert lines[4].startswith("self.txt: too many levels")
    [linked] = [item for item in found if isinstance(item, Raw) and item.name == "link-in.txt"]
    assert linked.uri == (inside / "link-in.txt").as_uri()


def test_a_link_given_by_name_is_followed(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").symlink_to("a.txt")
    [raw] = load(tmp_path / "b.txt")
    assert (raw.name, raw.data) == ("b.txt", b"words")


def test_a_link_swapped_in_at_the_last_moment_is_not_followed(tmp_path, monkeypatch):
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    monkeypatch.setattr(os.path, "islink", lambda _: False)
    found = load(tmp_path)
    assert names(found) == []


def test_a_linked_file_that_vanishes(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").symlink_to("a.txt")
    real = sources._file
    monkeypatch.setattr(
        sources, "_file", lambda path, target: real(path, target + "x" * ("b.txt" in path))
    )
    assert "b.txt: no such file" in told(load(tmp_path))[0]


def test_an_unreadable_folder_and_read_error(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert told(load(tmp_path))[0] == f"{tmp_path}: permission denied"

    (tmp_path / "a.txt").write_text("words")

    def broken(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fstat", broken)
    assert told(load(tmp_path / "a.txt"))[0].endswith("a.txt: input/output error")


def test_a_name_that_is_no_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(b"words")
    [raw] = load(tmp_path)
    assert raw.uri.endswith("caf%E9.txt")
    printable(raw.source).encode("utf-8")
    assert printable("plain") == "plain"
    error = SourceError(raw.source, "wrong")
    str(error).encode("utf-8")
