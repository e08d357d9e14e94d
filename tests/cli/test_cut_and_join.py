"""``newsreader cut`` and ``join``: statements for everybody, from a script."""

import json

import pytest

from newsreader.cli.main import run
from newsreader.cli.tagging import Order, Tagger
from newsreader.library import Library
from newsreader.session.cutting import cut_act

TEXT = "The Depot Fire\n\nSix were hurt, and two died. Police came.\n\nThe port is shut.\n"


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
    return json.loads(desk("show", 1, "--json")[1])["statements"]


@pytest.mark.parametrize("at", ["15", "14", "and two"])
def test_cutting(desk, at):
    status, out, err = desk("cut", 1, 2, at)
    assert (status, err) == (0, "")
    assert out.split("\n") == ["    2  Six were hurt,", "    3  and two died.", ""]
    assert [each["text"] for each in shown(desk)][1:4] == [
        "Six were hurt,", "and two died.", "Police came.",
    ]  # fmt: skip
    assert json.loads(desk("list", "--json")[1])["statements"] == 5
    assert desk("tag", 1, 3, "s")[1] == "speculative: and two died.\n"
    assert desk("check", "--deep")[0] == 0


def test_joining_in_json(desk):
    status, out, _ = desk("join", "1", 2, "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer.pop("event")
    assert answer == {
        "story": "1",
        "statement": 2,
        "statements": [{"n": 2, "text": "Six were hurt, and two died. Police came."}],
    }
    assert len(shown(desk)) == 3


def test_a_tag_on_what_was_cut_is_left_behind(desk):
    desk("tag", 1, 2, "c")
    desk("cut", 1, 2, "and two")
    assert "words that are no statement of this revision any more" in desk("show", 1)[1]
    (gone,) = json.loads(desk("show", 1, "--json")[1])["gone"]
    assert (gone["text"], gone["last_revision"]) == ("Six were hurt, and two died.", 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cut", 1, 2, "999"), "statement 2 cannot be cut at 999"),
        (("cut", 1, 2, "0"), "cannot be cut"),
        (("cut", 1, 2, "e"), "'e' is more than once in statement 2"),
        (("cut", 1, 2, "zebra"), "'zebra' is not in statement 2"),
        (("cut", 1, 99, "x"), "no statement 99"),
        (("cut", 7, 1, "x"), "no such story"),
        (("cut", 1, "x", "x"), "'x' is not a valid integer"),
        (("join", 1, 1), "nothing follows statement 1"),
        (("join", 1, 99), "no statement 99"),
    ],
)
def test_what_is_wrong_is_one_line(desk, words, said):
    status, out, err = desk(*words)
    assert status == 2 or "no such story" in said
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_a_batch_speaks_of_the_statements_of_the_moment(desk, tmp_path):
    """Another program cuts between two lines of a batch."""
    with Library(tmp_path / "desk.library", editor="ana") as library:
        tagger = Tagger(library)
        assert tagger.tag(Order("1", 1, 3, "confirmed"))[1] == "confirmed: Police came."
        with Library(tmp_path / "desk.library", editor="ben") as other:
            opened = other.open(1)
            other.record(opened, [cut_act(opened, 2, 15, "ben")])
        assert tagger.tag(Order("2", 1, 3, "opinion"))[1] == "opinion: and two died."
        assert library.check(deep=True).ok
