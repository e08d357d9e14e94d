"""Settings and where they come from."""

import re
from pathlib import Path

import pytest

from newsreader.config import (
    Config,
    Origin,
    config_path,
    default_library,
    editor_name,
    library_path,
    load_config,
)
from newsreader.config.loading import read_config
from newsreader.config.table import settings
from newsreader.config.writing import default_file, settings_page
from newsreader.errors import UsageError
from newsreader.tui.commands.keymap import remapped


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config()


def settings_of(path: Path) -> Config:
    """What a file says, wherever it stands."""
    return load_config(path)._replace(origin=Origin())


def test_all_settings(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('editor = "ana"\nlibrary = "~/desk.library"\nadvance = false\n')
    assert settings_of(path) == Config("ana", "~/desk.library", advance=False)
    path.write_text('advance = "open"\nnumber_keys = "counts"\n')
    assert settings_of(path) == Config(advance="open", number_keys="counts")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\neditr = "ana"\n', ":2: unknown setting 'editr'"),
        ("editor = 3\n", ":1: editor must be a text in quotes"),
        ('editor = "a"\n\nadvance = "yes"\n', ":3: advance must be true or false"),
        ("editor = \n", ":1: invalid value"),
        ("advance = 1\n", ":1: advance must be true or false"),
        ('advance = "no"\n', ':1: advance must be true or false, or "open"'),
        ("advance = []\n", ":1: advance must be true or false"),
        ('number_keys = "all"\n', ':1: number_keys must be one of "both"'),
        ('library = " "\n', ":1: library must be a text"),
        ("\n\nx = [\n", ":3: invalid value"),
        ("a = 1\n\na = 2\n", ":3: cannot overwrite"),
        ('theme = "drak"\n', ':1: theme must be one of "auto", "dark"'),
        ('\nthemes = "dark"\n', ":2: unknown setting 'themes' (did you mean theme?)"),
        ("zzz = 1\n", "known: editor, library"),
        ("keys = 3\n", ":1: keys must be a table"),
        ('[keys]\n\nreader.clear = ["y",\n3]\n', ":3: keys.reader.clear must be a text"),
        ('[keys.reader]\nclear = "y"\n# =\nnote = []\n', ":4: keys.reader.note must be"),
        ('[keys]\nreader = {clear = "y", note = 1}\n', ":2: keys.reader.note must be"),
        ("x = " + "[" * 50_000, "nested too deep"),
        ("x = " + "1" * 5000, "4300 digits"),
        ("# ok" + "." * 200 + "\n" + "a." * 90_000 + "a = 1", ":2: too many dots"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as refused:
        load_config(path)
    assert str(path) in str(refused.value)
    assert says in str(refused.value)


def test_keys_are_named_with_dots_in_quotes_or_in_tables(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    written = (
        '[keys]\nreader.clear = "y"',
        '[keys]\n"reader.clear" = ["y"]',
        '[keys.reader]\nclear = "y"',
        'keys = {reader = {clear = ["y"]}}',
        '\ufeff[ keys . "reader" ]\r\nclear = "y"\r\n',
    )
    for text in written:
        path.write_bytes(text.encode())
        config = load_config(path)
        assert config.keys == {"reader.clear": ("y",)}, text
        line = 1 if text.startswith("keys =") else 2
        assert config.origin.where("keys.reader.clear.0") == f"{path}:{line}"


def test_each_setting_has_a_row_in_the_table() -> None:
    assert set(settings()) == set(Config._fields) - {"origin"}


def test_no_file_is_no_place() -> None:
    assert Config().origin.where("keys.x") == "settings"


def test_a_file_that_is_too_large_is_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"#" * 200_001)
    with pytest.raises(UsageError, match="not a settings file"):
        load_config(path)


def test_the_commented_default_changes_nothing_and_is_right_without_its_signs() -> None:
    path = Path("x.toml")
    assert read_config(default_file(), path)._replace(origin=Origin()) == Config()
    bare = re.sub(r"(?m)^#(?! )", "", default_file())
    said = read_config(bare, path)
    assert set(said.origin.lines) >= set(settings())
    remapped(said.keys, said.origin)
    for name in settings():
        assert f"### `{name}`" in settings_page()


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
    with pytest.raises(UsageError, match="no such home"):
        library_path("~nobody-of-that-name/a", Config())
