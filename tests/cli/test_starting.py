"""What is read without click means what it means there; everything else is left to it."""

import pytest

from newsreader.cli.opening import Common
from newsreader.cli.starting import plain_start


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "depot.txt").write_text("The Depot Fire")
    (tmp_path / "list").write_text("a file with a command's name")
    (tmp_path / "folder").mkdir()
    return "depot.txt"


@pytest.mark.parametrize(
    ("arguments", "library", "editor", "sources"),
    [
        ([], None, None, ()),
        (["--library", "a.db"], "a.db", None, ()),
        (["--editor=ana", "depot.txt", "--library=b"], "b", "ana", ("depot.txt",)),
        (["./list"], None, None, ("./list",)),
    ],
)
def test_plain_lines(story, arguments, library, editor, sources):
    assert plain_start(arguments, {}) == (Common(library, editor), sources)


def test_the_environment_comes_after_the_line():
    said = {"NEWSREADER_LIBRARY": "of.env", "NEWSREADER_EDITOR": ""}
    assert plain_start([], said) == (Common("of.env", None), ())
    assert plain_start(["--library", "of.line"], said) == (Common("of.line", None), ())


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "1"],
        ["--help"],
        ["--version"],
        ["-"],
        ["--"],
        ["folder"],
        ["no-such.txt"],
        ["depot.txt", "depot.txt"],
        ["--library"],
        ["--library", ""],
        ["--library="],
        ["--library", "--editor"],
        ["http://example.org/story.html"],
    ],
)
def test_everything_else_is_for_click(story, arguments):
    assert plain_start(arguments, {}) is None


def test_completion_is_for_click():
    assert plain_start([], {"_NEWSREADER_COMPLETE": "bash_complete"}) is None
