"""``newsreader follow``, ``unfollow``, ``refresh``: a line for each revision, a clean end."""

import json
import os
import signal
import subprocess
import sys

import pytest

from newsreader.cli import run
from newsreader.library import Library
from newsreader.library.watching import pacing
from newsreader.library.watching.follower import Follower
from tests.reading.servers import answer, serving

PAGE = "<!doctype html><h1>Ferry aground</h1><p>" + "All forty passengers are safe. " * 20


@pytest.fixture
def newsreader(tmp_path, monkeypatch, capsys):
    """Runs a command; returns status, standard output and standard error."""
    (tmp_path / "config.toml").write_text('fetch_networks = ["127.0.0.1"]')
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "desk.library"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "config.toml"))

    def command(*words):
        status = run([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


@pytest.fixture
def acting(monkeypatch):
    """Does something before each further look, and does not wait; a signal ends the last."""
    acts = []
    looks = Follower.step
    monkeypatch.setattr(pacing, "LOOK", 0.0)
    monkeypatch.setattr(pacing, "SETTLE", 0.0)
    monkeypatch.setattr(pacing, "SHARE", 0)

    def step(self, patience=0.0):
        yield from looks(self, 0.0)
        while self.fetching:
            yield from looks(self, 5.0)
        if acts:
            acts.pop(0)()
            yield from looks(self, 0.0)  # it is seen to have changed, then to be settled
        else:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Follower, "step", step)
    return acts


def test_a_line_for_each_revision_until_it_is_interrupted(newsreader, acting, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The depot burns.\n\nSix people were hurt.")
    acting += [
        lambda: path.write_text("The depot burns.\n\nSixty people were hurt."),
        lambda: path.write_text(""),
        path.touch,
        lambda: path.write_text("The depot burns.\n\nSixty people were hurt. More soon."),
    ]
    status, out, err = newsreader("follow", path, "--json")
    assert status == 130
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(each["status"], each["revision"]) for each in lines] == [
        ("added", 1), ("revised", 2), ("failed", None), ("revised", 3),
    ]  # fmt: skip
    assert err.splitlines() == [
        "newsreader: following 1 source; Ctrl-C ends it",
        f"newsreader: {path}: empty file",
        f"newsreader: {path}: can be read again",
        "newsreader: interrupted",
    ]


def test_revisions_as_people_read_them(newsreader, acting, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The depot burns.\n\nSix people were hurt.")
    newsreader("add", path)
    newsreader("tag", 1, 2, "c")
    acting += [lambda: path.write_text("The depot burns.\n\nSixty people were hurt.")]
    status, out, _ = newsreader("follow", path)
    assert status == 130
    [line] = out.splitlines()
    assert line[8:] == (
        " revised   1: The depot burns. · revision 2 · 2 statements · 0 updates · tags: 1 stale"
    )


def test_what_is_followed_goes_on_without_being_named(newsreader, acting, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    newsreader("follow", path)
    path.write_text("Other words.")
    status, out, _ = newsreader("follow")
    assert (status, "revised   1" in out) == (130, True)


def test_what_is_followed_is_listed(newsreader, acting, tmp_path):
    (tmp_path / "a.txt").write_text("Words of a.")
    newsreader("follow", tmp_path / "a.txt", tmp_path / "none.txt")
    with serving(answer(status="404 x")) as server:
        address = f"{server.address}/x"
        newsreader("follow", address, "--every", 60, "--as", "desk:x")
    status, out, _ = newsreader("follow", "--list")
    assert status == 0
    lines = out.splitlines()
    assert {str(tmp_path / "a.txt"), str(tmp_path / "none.txt")} <= set(lines)
    assert f"{address} · every 60 s" in lines
    assert any("no such file or directory · since 2" in line for line in lines)
    assert any("404 Not Found · since 2" in line and "asked again at" in line for line in lines)
    status, out, _ = newsreader("follow", "--list", "--json")
    found = {each["source"]: each for each in map(json.loads, out.splitlines())}
    assert found[address]["as"] == "desk:x"
    assert (found[address]["failures"], found[address]["every"]) == (1, 60)
    assert found[address]["problems"][0]["problem"] == "the server answers 404 Not Found"
    assert found[str(tmp_path / "a.txt")]["problems"] == []
    assert newsreader("unfollow", address, tmp_path / "none.txt") == (0, "", "")
    status, out, _ = newsreader("follow", "--list")
    assert out.splitlines() == [str(tmp_path / "a.txt")]


def test_what_is_asked_wrongly(newsreader, tmp_path):
    assert newsreader("follow")[0] == 2
    assert "nothing is followed yet" in newsreader("follow")[2]
    assert newsreader("follow", "a", "b", "--as", "x")[0] == 2
    assert newsreader("follow", "a", "--every", 5)[0] == 2
    status, _, err = newsreader("follow", "-")
    assert (status, "standard input cannot be followed" in err) == (1, True)
    status, _, err = newsreader("unfollow", tmp_path / "x.txt", "ftp://a.example/x")
    assert (status, err.count("\n")) == (1, 2)
    status, _, err = newsreader("refresh", "nothing-of-ours")
    assert (status, "no such story" in err) == (1, True)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "desk.library", editor="ana") as opened:
        yield opened


def test_refreshing_looks_once_whatever_the_time(newsreader, library, tmp_path, monkeypatch):
    monkeypatch.setattr(pacing, "PAUSE", 0.0)
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    with serving(answer(PAGE), answer(PAGE.replace("forty", "fifty"))) as server:
        newsreader("add", path, f"{server.address}/x")
        assert newsreader("refresh") == (0, "", "newsreader: nothing new\n")  # of nothing followed
        library.follow(path)
        library.follow(f"{server.address}/x")
        path.write_text("Other words of a.")
        status, out, err = newsreader("refresh", "--json")
    assert (status, err) == (0, "")
    assert sorted(json.loads(line)["story"] for line in out.splitlines()) == [1, 2]


def test_a_story_is_refreshed_from_where_it_came(newsreader, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    newsreader("add", path, "--as", "desk:a")
    path.write_text("Other words.")
    status, out, _ = newsreader("refresh", "desk:a")
    assert (status, " revised   1" in out) == (0, True)
    path.write_text("More words.")
    status, out, _ = newsreader("refresh", 1)
    assert (status, "revision 3" in out) == (0, True)


def test_a_server_that_asks_for_rest_gets_it_from_refresh_too(newsreader, library):
    with serving(answer(status="503 x", Retry_After="900")) as server:
        address = f"{server.address}/x"
        library.follow(address)
        status, _, err = newsreader("refresh", address)
        assert (status, "503 Service Unavailable" in err) == (1, True)
        status, _, err = newsreader("refresh", address)
        assert (status, "wants to be left alone until 2" in err) == (1, True)
    assert len(server.asked) == 1


def test_a_real_signal_ends_it_at_a_whole_article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words of a.")
    command = [sys.executable, "-m", "newsreader", "follow", str(path), "--json"]
    env = {
        **os.environ,
        "NEWSREADER_LIBRARY": str(tmp_path / "desk.library"),
        "NEWSREADER_CONFIG": str(tmp_path / "none.toml"),
    }
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as process:
        assert json.loads(process.stdout.readline())["status"] == "added"
        path.write_text("Other words.")
        assert json.loads(process.stdout.readline())["revision"] == 2
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (143, "")
    assert err.splitlines()[-1] == "newsreader: interrupted"
