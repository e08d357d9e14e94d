"""What could not be saved leaves memory as lines that a batch takes, and only on the same words."""

import json

import pytest

from newsreader.cli import run
from newsreader.errors import WriteError
from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.session.rescuing import rescue
from newsreader.tui.plain import unsaved


@pytest.fixture
def library(tmp_path):
    source = tmp_path / "story.txt"
    source.write_text("The Depot Fire\n\nSix were hurt.\n\nTrains stand still.\n")
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        list(opened.add(source))
        yield opened


def failing(*_):
    raise WriteError("disk full")


def session(library):
    return Session(library.open(1), "ana", failing)


def test_acts_become_lines_that_a_batch_takes(library, tmp_path, capsys):
    here = session(library)
    here.go(2)
    here.tag(Label.CONFIRMED)
    here.go(3)
    here.note("who says?")
    here.evidence("a letter")
    here.go(2)
    here.clear()
    here.go(1)
    here.tag(Label.OPINION)
    rescued = rescue([here])
    assert [json.loads(each).get("label") for each in rescued.lines] == [
        "confirmed", None, None, "clear", "opinion",
    ]  # fmt: skip
    assert rescued.told == "5 acts"
    file = tmp_path / "rescued.jsonl"
    file.write_text("\n".join(rescued.lines))
    assert run(["tag", "--batch", str(file), "--library", str(library.path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    rows = {row.text: (row.label, row.note, row.evidence) for row in library.tags()}
    assert rows == {
        "The Depot Fire": ("opinion", None, None),
        "Trains stand still.": (None, "who says?", "a letter"),
    }


def test_other_words_do_not_get_the_tag(library, tmp_path, capsys):
    here = session(library)
    here.go(2)
    here.tag(Label.CONFIRMED)
    file = tmp_path / "rescued.jsonl"
    file.write_text(rescue([here]).lines[0])
    (tmp_path / "story.txt").write_text("The Depot Fire\n\nNine were hurt.\n\nTrains stand.\n")
    list(library.add(tmp_path / "story.txt"))
    assert run(["tag", "--batch", str(file), "--library", str(library.path)]) == 1
    assert "has other words (meant are: Six were hurt.)" in capsys.readouterr().err
    assert list(library.tags()) == []


def test_what_no_line_can_say_is_counted(library):
    opened = library.open(1)
    fine = Session(opened, "ana", library.record)
    fine.tag(Label.CONFIRMED)
    here = session(library)
    here.undo()
    assert rescue([here]).told == "0 acts (1 others cannot be)"
    assert unsaved.rescued_lines(rescue([here]), library.path) == []


def test_they_are_left_where_a_file_can_be_written(library, tmp_path, monkeypatch):
    here = session(library)
    here.tag(Label.CONFIRMED)
    monkeypatch.setenv("HOME", str(tmp_path))
    (told,) = unsaved.rescued_lines(rescue([here]), tmp_path / "no" / "such.library")
    (file,) = tmp_path.glob("such.library.not-saved-*.jsonl")
    assert str(file) in told
    monkeypatch.setenv("HOME", str(tmp_path / "no"))
    monkeypatch.setattr(unsaved.tempfile, "gettempdir", lambda: str(tmp_path / "no"))
    assert unsaved.rescued_lines(rescue([here]), tmp_path / "no" / "such.library") == []


@pytest.mark.parametrize(
    "line",
    ['{"story": 1, "statement": 2}', '{"story": 1, "statement": 2, "note": "a", "evidence": "b"}'],
)
def test_a_line_without_a_label_needs_one_remark(library, tmp_path, line, capsys):
    file = tmp_path / "batch.jsonl"
    file.write_text(line)
    assert run(["tag", "--batch", str(file), "--library", str(library.path)]) == 1
    assert "no label" in capsys.readouterr().err
