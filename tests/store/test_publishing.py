import pytest

from newsreader.store.file import publishing
from newsreader.store.file.publishing import beside, publish


def test_a_file_gets_its_name_when_it_is_finished(tmp_path):
    with beside(tmp_path / "file") as draft:
        draft.write_text("done")
        assert not (tmp_path / "file").exists()
        publish(draft, tmp_path / "file")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def without_links(*_):
    raise OSError(95, "Operation not supported")


def test_where_there_are_no_links(tmp_path, monkeypatch):
    monkeypatch.setattr(publishing.os, "link", without_links)
    with beside(tmp_path / "file") as draft:
        draft.write_text("done")
        publish(draft, tmp_path / "file")
    with beside(tmp_path / "file") as draft:
        draft.write_text("other")
        with pytest.raises(FileExistsError):
            publish(draft, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "done"
    assert len(list(tmp_path.iterdir())) == 1


def test_nothing_is_left_of_what_sqlite_made_beside_it(tmp_path):
    with beside(tmp_path / "file") as draft:
        for ending in ("", "-journal", "-wal", "-shm"):
            draft.with_name(draft.name + ending).write_text("half")
    assert list(tmp_path.iterdir()) == []
