"""The ledger as a list: found, narrowed, gathered beside, written to a file."""

import csv
import io
import json

import pytest

from newsreader.cli import run
from newsreader.errors import UsageError, WriteError
from newsreader.library.gathering import Gathering
from newsreader.library.ledger import Sort, export_ledger, ledger
from tests.revised_story import LORRIES, QUAY, TRUCKS, desk, put


@pytest.fixture
def library(tmp_path):
    with desk(tmp_path / "desk.library") as opened:
        put(opened, "It rains.", name="rain.txt")
        put(opened, "It’s raining.", "It rains.", name="quotes.txt")
        put(opened, "It's raining.", "It rains.", name="quotes.txt")
        yield opened


@pytest.fixture
def entries(library):
    return list(ledger(library, library.stories()))


def test_all_that_was_not_announced(entries):
    assert [(each.story.id, each.edit.kind, each.edit.last) for each in entries] == [
        (3, "changed", 1),
        (1, "changed", 1),
        (1, "changed", 1),
        (1, "changed", 2),
        (1, "vanished", 2),
        (1, "changed", 3),
        (1, "vanished", 3),
    ]
    assert entries[0].cosmetic
    assert not entries[4].cosmetic


@pytest.mark.parametrize(
    ("sort", "words", "count"),
    [
        (Sort.ALL, "", 7),
        (Sort.CHANGED, "", 5),
        (Sort.VANISHED, "", 2),
        (Sort.AWAY, "", 1),
        (Sort.MEANING, "", 6),
        (Sort.ALL, "QUAY", 1),
        (Sort.ALL, "depot fire witnesses", 3),
        (Sort.VANISHED, "witnesses", 1),
        (Sort.ALL, "hedge", 1),
        (Sort.ALL, "nowhere", 0),
    ],
)
def test_narrowing(entries, sort, words, count):
    assert sum(each.fits(sort, words) for each in entries) == count


def test_json_lines(library, entries, tmp_path):
    target = tmp_path / "quiet.jsonl"
    assert export_ledger(entries, str(target)) == 7
    rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert rows[2] == {
        "story": 1, "uri": library.find(1).uri, "kind": "changed", "was": TRUCKS,
        "now": rows[2]["now"], "first_revision": 1, "last_revision": 1, "back": None,
        "title": "The Depot Fire: What We Know", "alarms": ["hedge"],
    }  # fmt: skip
    assert (rows[4]["was"], rows[4]["now"], rows[4]["back"]) == (QUAY, None, 4)


def test_the_command_line_says_the_same(library, entries, capsys):
    assert run(["--library", str(library.path), "ledger", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["was"] for line in lines] == [each.edit.was for each in entries]


def test_csv(entries, tmp_path):
    target = tmp_path / "quiet.csv"
    export_ledger(entries, str(target))
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8"))))
    assert rows[1]["alarms"] == "number; verb"
    assert rows[6]["was"] == LORRIES
    assert rows[6]["now"] == ""


def test_nothing_is_written_over_unasked(entries, tmp_path):
    target = tmp_path / "quiet.csv"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(WriteError, match="is there already"):
        export_ledger(entries, str(target))
    assert target.read_text("utf-8") == "mine"
    assert export_ledger(entries, str(target), overwrite=True) == 7
    with pytest.raises(UsageError, match="no export format"):
        export_ledger(entries, str(tmp_path / "quiet.xml"))


def test_gathering_beside(library):
    every = Gathering(library, None)
    every.start()
    every.stop()  # waits for the story that is looked through
    assert not every.running
    one = Gathering(library, 1)
    one.start()
    one._thread.join()
    assert [each.edit.last for each in one.found] == [3, 3, 2, 2, 1, 1]
    assert (one.stories, one.wrong, one.running) == (1, "", False)
    lost = Gathering(library, 99)
    lost.start()
    lost._thread.join()
    assert "no such story" in lost.wrong
    lost.stop()
