"""Settings and where they come from."""

from pathlib import Path

import pytest

from newsreader.config import (
    Config,
    config_path,
    default_library,
    editor_name,
    library_path,
    load_config,
)
from newsreader.errors import UsageError


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config()


def test_all_settings(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('editor = "ana"\nlibrary = "~/desk.library"\nadvance = false\n')
    assert load_config(path) == Config("ana", "~/desk.library", advance=False)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\neditr = "ana"\n', ":2: unknown setting 'editr'"),
        ("editor = 3\n", ":1: editor must be a text in quotes"),
        ('editor = "a"\n\nadvance = "yes"\n', ":3: advance must be true or false"),
        ("editor = \n", "line 1"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as refused:
        load_config(path)
    assert str(path) in str(refused.value)
    assert says in str(refused.value)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError):
        load_config(path)


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load_config(tmp_path)


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "x.toml"))
    assert config_path() == tmp_path / "x.toml"
    monkeypatch.delenv("NEWSREADER_CONFIG")
    assert config_path().name == "config.toml"


def test_who_edits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert editor_name("ana", Config("bo")) == "ana"
    assert editor_name(None, Config("bo")) == "bo"
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert editor_name(" ", Config()) == "login"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert editor_name(None, Config()) == "editor"


def test_where_the_library_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert library_path("~/a", Config()) == Path("/home/ana/a")
    assert library_path(None, Config(library="b")) == Path("b")
    assert library_path(None, Config()) is None
    assert default_library().name == "newsreader.library"
