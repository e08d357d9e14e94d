"""``newsreader update``: update sections corrected for everybody, from a script."""

import json

import pytest

from newsreader.cli.main import run

TEXT = """The Depot Fire

(update2:01eastern):

Six were hurt, and two died. Police came.

The port is shut.

(update3:15eastern):

The port is open.
"""


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "desk.library"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "depot.txt").write_text(TEXT)

    def newsreader(*words):
        status = run([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    newsreader("add", tmp_path / "depot.txt")
    return newsreader


def shown(desk):
    return json.loads(desk("show", 1, "--json")[1])


def test_the_time_of_an_update(desk):
    status, out, err = desk("update", 1, 2, "--time", "5 Jan 2022 3:15 pm Europe/Moscow")
    assert (status, err) == (0, "")
    assert out == (
        "    2  update · 2022-01-05 15:15+03:00 (12:15Z) Europe/Moscow · (update3:15eastern):\n"
    )
    update = shown(desk)["updates"][1]
    assert (update["time"], update["zone"], update["assumed"]) == (
        "2022-01-05T15:15:00+03:00", "Europe/Moscow", [],
    )  # fmt: skip
    assert list(update) == [
        "start", "end", "kind", "marker", "number", "time", "zone", "assumed", "headline",
    ]  # fmt: skip
    assert desk("update", 1, 2, "--time", "unknown")[0] == 0
    assert shown(desk)["updates"][1]["time"] is None
    assert desk("check", "--deep")[0] == 0


def test_a_new_update_and_merging(desk):
    status, out, _ = desk("update", 1, 1, "--split-at", 4, "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer.pop("event")
    assert [each["marker"] for each in answer.pop("updates")] == [
        "(update2:01eastern):", None, "(update3:15eastern):",
    ]  # fmt: skip
    assert answer == {"story": "1", "update": 1}
    assert json.loads(desk("list", "--json")[1])["updates"] == 3
    assert [each["update"] for each in shown(desk)["statements"]] == [None, 0, 0, 1, 2]
    assert desk("update", 1, 2, "--merge")[0] == 0
    assert desk("update", 1, 1, "--merge")[0] == 0
    assert [each["update"] for each in shown(desk)["statements"]] == [None] * 4 + [0]
    assert desk("update", 1, 0, "--split-at", 2)[0] == 0
    assert [each["update"] for each in shown(desk)["statements"]] == [None, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["1", "1"], "one of --time"),
        (["1", "1", "--merge", "--time", "2 pm"], "one of --time"),
        (["1", "3", "--time", "2 pm"], "no update 3 (there are 2)"),
        (["1", "0", "--merge"], "no update 0"),
        (["1", "1", "--time", "soon"], "no time: soon"),
        (["1", "1", "--split-at", "9"], "no statement 9"),
        (["1", "1", "--split-at", "3"], "inside its paragraph"),
        (["1", "1", "--split-at", "2"], "begins with statement 2 already"),
        (["1", "2", "--split-at", "4"], "statement 4 stands in update 1"),
        (["1", "2", "--split-at", "1"], "statement 1 stands in no update"),
        (["7", "1", "--merge"], "7"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(desk, words, why):
    status, out, err = desk("update", *words)
    assert (status, out) == (2 if words[0] == "1" else status, "")
    assert status
    assert why in err
    assert err.count("\n") == 1
