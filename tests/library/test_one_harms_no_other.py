"""One damaged story harms no other: lists, exports and other stories go on."""

import pytest

from benchmarks import damage
from newsreader.cli import run
from newsreader.errors import LibraryError
from newsreader.library import Library
from newsreader.store.file import opening


@pytest.fixture
def desk(tmp_path, monkeypatch):
    path = tmp_path / "desk.library"
    damage.make(path)
    return path


def test_a_row_that_cannot_be_read_is_listed_as_damaged(desk, capsys):
    assert damage.spoil(desk, "UPDATE story SET title = CAST(x'ff41' AS TEXT) WHERE id = 2")
    with Library(desk, editor="ana") as library:
        listed = list(library.stories())
        assert [story.id for story in listed if story.damaged] == [2]
        assert len(listed) == 4
        assert "damaged" in next(story.title for story in listed if story.damaged)
        with pytest.raises(LibraryError, match="damaged"):
            library.open(2)
        assert library.open(1).book.tags(2)
    assert run(["list", "--library", str(desk), "--json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "story 2: cannot be read" in err
    assert run(["export", "--library", str(desk)]) == 1
    out, err = capsys.readouterr()
    assert "story 2: cannot be read" in err
    assert len(out.splitlines()) > 10


def test_a_story_whose_tags_cannot_be_read_is_told(desk, capsys):
    assert damage.spoil(desk, "UPDATE tag SET exact = CAST(x'ff41' AS TEXT) WHERE story = 1")
    assert run(["export", "--library", str(desk)]) == 1
    out, err = capsys.readouterr()
    assert "story 1: " in err
    assert len(out.splitlines()) > 5
    with Library(desk) as library, pytest.raises(LibraryError):
        list(library.tags())


def test_a_broken_page_of_stories(desk, capsys, monkeypatch):
    """With the page of the stories' rows unreadable, the index still says that they are there."""
    monkeypatch.setattr(opening, "CHECKED_BYTES", 0)
    data = bytearray(desk.read_bytes())
    with Library(desk) as library:
        root = library._database.connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'story'"
        ).fetchone()[0]
    size = int.from_bytes(data[16:18])
    data[(root - 1) * size : (root - 1) * size + 8] = b"\xff" * 8
    desk.write_bytes(data)
    with Library(desk, editor="ana") as library:
        assert all(story.damaged for story in library.stories())
        told = []
        assert list(library.tags(told=told.append)) == []
        assert "cannot be read" in told[0]
        with pytest.raises(LibraryError):
            list(library.tags())


def test_what_is_damaged_all_over_is_told_and_the_rest_shown(desk, capsys):
    data = desk.read_bytes()
    size = int.from_bytes(data[16:18])
    desk.write_bytes(data[: len(data) // size * 3 // 4 * size])
    assert run(["list", "--library", str(desk)]) == 3
    assert "the end of the file is missing" in capsys.readouterr().err
    assert run(["tag", "1", "1", "confirmed", "--library", str(desk)]) in {1, 3}
