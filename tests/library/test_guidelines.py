"""The desk's guidelines: ours, the desk's own, and what is wrong with a file in one line."""

from pathlib import Path

import pytest

from newsreader.config import Config, Origin
from newsreader.errors import UsageError
from newsreader.library.guidelines import LARGEST, OURS, guidelines


def test_ours_come_with_the_program_and_fit_a_page() -> None:
    article = guidelines(Config())
    assert article.title == "What the labels mean here"
    for said in ("Confirmed", "Speculative", "Opinion", "Hard cases"):
        assert said in article.text
    assert len(article.text) < 5000
    assert OURS.suffix == ".md"


def configured(folder: Path, named: str) -> Config:
    return Config(guidelines=named, origin=Origin(folder / "config.toml", {"guidelines": 3}))


def test_a_desk_has_its_own_beside_its_settings(tmp_path: Path) -> None:
    (tmp_path / "ours.md").write_text("# Ours\n\nBe *sure*.\n", encoding="utf-8")
    assert guidelines(configured(tmp_path, "ours.md")).title == "Ours"
    assert guidelines(configured(Path("/"), str(tmp_path / "ours.md"))).title == "Ours"
    assert guidelines(Config(guidelines=str(tmp_path / "ours.md"))).title == "Ours"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("missing.md", None, "no such file"),
        ("empty.md", b"", "empty file"),
        ("large.md", b"a" * (LARGEST + 1), "larger than 200 kB"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0", "picture.md"),
        (".", None, "a folder"),
        ("g" * 300, None, "file name too long"),
    ],
)
def test_what_is_wrong_is_said_with_the_place(
    tmp_path: Path, name: str, data: bytes | None, problem: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError) as error:
        guidelines(configured(tmp_path, name))
    told = str(error.value)
    assert told.startswith(f"{tmp_path}/config.toml:3: guidelines: ")
    assert problem in told
    assert "\n" not in told
