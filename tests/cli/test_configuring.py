"""``newsreader config``: what is in force and who says so, a first file, a check."""

import tomllib
from pathlib import Path

import pytest

from newsreader.cli import run


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NEWSREADER_LIBRARY", "NEWSREADER_EDITOR", "NEWSREADER_THEME"):
        monkeypatch.delenv(name, raising=False)
    found = tmp_path / "folder" / "config.toml"
    monkeypatch.setenv("NEWSREADER_CONFIG", str(found))
    return found


def test_without_a_file_it_says_so_and_shows_the_defaults(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["config", "--editor", "eve"]) == 0
    told = capsys.readouterr().out
    assert f"# {path}: not there; newsreader config --init writes it" in told
    assert 'editor = "eve"  # the command line' in told
    assert "newsreader.library" in told
    values = tomllib.loads(told)
    assert values["advance"] is True
    assert values["theme"] == "auto"
    assert run(["config", "--check"]) == 0
    assert "no such file" in capsys.readouterr().out


def test_a_first_file_is_written_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["config", "--init"]) == 0
    first = path.read_text("utf-8")
    assert "#advance = true" in first
    assert run(["config", "--check"]) == 0
    assert "ok: " in capsys.readouterr().out
    path.write_text("advance = false\n", "utf-8")
    assert run(["config", "--init"]) == 2
    assert "never overwritten" in capsys.readouterr().err
    assert path.read_text("utf-8") == "advance = false\n"


def test_a_first_file_that_cannot_be_written_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.write_text("a file where the folder would be")
    assert run(["config", "--init"]) == 4
    assert "Traceback" not in capsys.readouterr().err


def test_a_name_that_is_too_long_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSREADER_CONFIG", str(path.with_name("c" * 300)))
    assert run(["config", "--init"]) == 4
    assert "ccc: File name too long" in capsys.readouterr().err


def test_who_says_what(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.write_text('# mine\nadvance = false\nlibrary = "x"\n[keys]\nreader.clear = "W"\n', "utf-8")
    monkeypatch.setenv("NEWSREADER_THEME", "light")
    assert run(["config"]) == 0
    told = capsys.readouterr().out
    assert f"advance = false  # {path}:2" in told
    assert f'library = "x"  # {path}:3' in told
    assert 'theme = "light"  # NEWSREADER_THEME' in told
    assert f'reader.clear = ["W"]  # {path}:5' in told
    assert "# the login name" in told
    assert run(["config", "--library", "z"]) == 0
    assert 'library = "z"  # the command line' in capsys.readouterr().out


@pytest.mark.parametrize("words", [["config"], ["config", "--check"]])
def test_keys_that_clash_are_told_with_both_commands(
    path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    path.parent.mkdir()
    path.write_text('[keys]\nreader.clear = "u"\n', "utf-8")
    assert run(words) == 2
    told = capsys.readouterr().err
    assert f"{path}:2: keys: 'u' stands for two commands: reader.clear and reader.undo" in told
    assert told.count("\n") == 1
