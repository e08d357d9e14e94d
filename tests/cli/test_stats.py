"""``newsreader stats``: JSON by the contract, figures for people."""

import json
import sys

import pytest

from newsreader.cli import run
from newsreader.cli.colours import encodes, painted, wanted

STORY = """Ferry Adrift off Port Ellis

Update (1345ET): The ferry has been towed in, the coast guard said.

Nobody was hurt. The harbour is open again.

* * *

A ferry with 212 people lost power on Tuesday, according to the harbour master.
"""


@pytest.fixture
def newsreader(tmp_path, monkeypatch, capsys):
    """Runs a command; returns status, standard output and standard error."""
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "desk.library"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("COLUMNS", "80")

    def command(*words):
        status = run([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    for name in ("ferry", "quay"):
        path = tmp_path / f"{name}.txt"
        path.write_text(STORY.replace("Ferry Adrift", f"{name.title()} Adrift"))
        assert command("add", path)[0] == 0
    command("tag", 1, 2, "confirmed", "--note", "seen")
    command("tag", 1, 3, "opinion")
    command("tag", 1, 3, "speculative", "--editor", "ben")
    return command


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_a_line_for_each_story_and_one_for_all(newsreader) -> None:
    status, out, err = newsreader("stats", "--json")
    one, two, both = lines(out)
    assert (status, err) == (0, "")
    assert [each["story"] for each in (one, two, both)] == [1, 2, None]
    assert both["stories"] == 2
    assert both["statements"] == one["statements"] + two["statements"] == 10
    assert one["standing"] == {
        "confirmed": 1, "speculative": 0, "opinion": 0, "disputed": 1, "open": 3,
    }  # fmt: skip
    assert one["tags"] == {"confirmed": 1, "speculative": 1, "opinion": 1}
    assert (one["notes"], one["evidence"], one["acts"], one["undone"]) == (1, 0, 3, 0)
    assert [each["editor"] for each in one["editors"]] == ["ana", "ben"]
    assert [each["open"] for each in one["editors"]] == [3, 4]
    assert [each["kind"] for each in one["updates"]] == [None, "update", "original"]
    assert one["updates"][1]["standing"]["disputed"] == 1
    assert one["over_time"]["zone"] == "UTC"
    assert sum(each["confirmed"] for each in both["over_time"]["slots"]) == 1
    assert set(one["speed"]) == {
        "tags", "stretches", "seconds", "tags_per_minute", "median_seconds",
    }  # fmt: skip


def test_one_story_alone_is_one_line(newsreader) -> None:
    (only,) = lines(newsreader("stats", "--json", "1", "1")[1])
    assert only["story"] == 1
    assert len(lines(newsreader("stats", "--json", "1", "2")[1])) == 3


def test_figures_for_people_are_plain_in_a_pipe(newsreader) -> None:
    status, out, _ = newsreader("stats", "1")
    assert status == 0
    assert out.splitlines()[0] == "Ferry Adrift off Port Ellis"
    assert "BY UPDATE" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert "2 stories" in newsreader("stats")[1].splitlines()[0]


def test_an_unknown_story_is_one_line(newsreader) -> None:
    status, out, err = newsreader("stats", "77")
    assert (status, out) == (1, "")
    assert "77: no such story" in err


class Terminal:
    """A standard output that says what it is."""

    encoding = "utf-8"

    def isatty(self):
        return True


def test_colour_only_where_it_is_seen(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wanted()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wanted()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not wanted()


def test_what_is_painted_says_the_same() -> None:
    parts = [("mark--confirmed", "▓▓"), ("", " C1"), ("unknown", "x"), ("dim", "")]
    assert painted(parts, coloured=False) == "▓▓ C1x"
    assert painted(parts, coloured=True) == "\x1b[32m▓▓\x1b[m C1x"


def test_what_the_encoding_lacks_is_found(monkeypatch) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    assert encodes("▓")
    out.encoding = "ascii"
    assert not encodes("▓")
    out.encoding = "no such encoding"
    assert not encodes("▓")
