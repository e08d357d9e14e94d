"""``newsreader sources``: who speaks, and what has one origin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsreader.cli import run

STORY = """Pier 4 in Karlov collapses

KARLOV (Reuters) - Pier 4 in Karlov collapsed on Monday, the harbour ministry said.

Interfax, citing the harbour ministry, reported that pier 4 in Karlov had collapsed.

“It was loud,” said Tom Varga, a crane driver. “Then it was dark.”
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "pier.txt"
    path.write_text(STORY)
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "desk.library"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    assert run(["add", str(path)]) == 0
    return path


def test_for_people(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["sources", "1"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:4] == [
        "Pier 4 in Karlov collapses",
        "  ! 2 mentions, 1 origin: harbour ministry through Reuters, Interfax · 2, 3",
        "",
        "harbour ministry ← Reuters, Interfax · collective · 2",
    ]
    assert "    5  “Then it was dark.”" in out
    assert "Reuters · 0 · passes on 1" in out


def test_for_programs(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["sources", "1", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert list(shape) == ["story", "uri", "title", "revision", "sources", "single_origin"]
    assert shape["sources"][1] == {
        "name": "Tom Varga", "kind": "named", "statements": [4, 5], "relays": [], "relayed": [],
    }  # fmt: skip
    assert shape["single_origin"] == [
        {
            "origin": "harbour ministry",
            "mentions": 2,
            "statements": [2, 3],
            "relays": ["Reuters", "Interfax"],
        }
    ]


def test_a_pronoun_is_checked_by_the_name_it_stands_for(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = story.with_name("more.txt")
    more.write_text("Quay\n\nAnn Example said the quay was safe. She said the gates were shut.\n")
    assert run(["add", str(more)]) == 0
    capsys.readouterr()
    assert run(["check", "--deep"]) == 0
    assert capsys.readouterr().out.startswith("ok")
