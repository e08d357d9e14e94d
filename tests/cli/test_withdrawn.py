"""A story that its source withdraws: it says so everywhere, and nobody's tag is lost."""

import json

import pytest

from newsreader.cli import run


@pytest.fixture
def newsreader(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "l.db"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")

    def call(*arguments):
        assert run([str(each) for each in arguments]) == 0
        return capsys.readouterr().out

    return call


def item(version, status, headline, body):
    return json.dumps({
        "uri": "urn:x:1", "version": version, "pubstatus": status, "headline": headline,
        "versioncreated": f"2022-01-05T1{version}:00:00Z", "body_text": body,
    })  # fmt: skip


def test_a_withdrawn_story(newsreader, tmp_path):
    source = tmp_path / "mayor.json"
    source.write_text(item(1, "usable", "Mayor quits", "The mayor has quit."))
    newsreader("add", source)
    newsreader("tag", 1, 2, "confirmed")
    source.write_text(item(2, "canceled", "KILL: Mayor quits", ""))
    assert "revised" in newsreader("add", source)
    shown = newsreader("show", 1)
    assert "[advisory] Canceled: withdrawn by its source" in shown
    assert "confirmed · ana" in shown
    exported = json.loads(newsreader("export"))
    assert (exported["text"], exported["state"]) == ("The mayor has quit.", "gone")
    assert exported["title"] == "KILL: Mayor quits"


def test_the_older_version_does_not_bring_it_back(newsreader, tmp_path):
    (tmp_path / "a.json").write_text(item(2, "canceled", "KILL: Mayor quits", ""))
    (tmp_path / "b.json").write_text(item(1, "usable", "Mayor quits", "The mayor has quit."))
    newsreader("add", tmp_path / "a.json")
    assert "unchanged" in newsreader("add", tmp_path / "b.json")
    assert "withdrawn by its source" in newsreader("show", 1)
