"""``newsreader serve``: what it refuses, and what it starts."""

import sys

import pytest

from newsreader.cli import run


@pytest.fixture
def newsreader(tmp_path, monkeypatch, capsys):
    """Runs a command; returns status, standard output and standard error."""
    monkeypatch.setenv("NEWSREADER_LIBRARY", str(tmp_path / "desk.library"))
    monkeypatch.setenv("NEWSREADER_EDITOR", "ana")
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))

    def command(*words):
        status = run([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


@pytest.fixture
def served(monkeypatch):
    """What would have been served."""
    server = pytest.importorskip("newsreader.serving.server")
    calls = []
    monkeypatch.setattr(server, "serve", lambda command, *_: calls.append(command))
    return calls


def test_another_address_is_refused_before_anything(newsreader, tmp_path) -> None:
    status, out, err = newsreader("serve", "--host", "192.168.1.7")
    assert (status, out) == (2, "")
    assert "ssh -L" in err
    assert not (tmp_path / "desk.library").exists()


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_no_such_port(newsreader, port) -> None:
    assert newsreader("serve", f"--port={port}")[0] == 2


def test_without_the_extra_one_line_says_what_to_install(newsreader, monkeypatch) -> None:
    monkeypatch.delitem(sys.modules, "newsreader.serving.server", raising=False)
    monkeypatch.delattr("newsreader.serving.server", raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    status, out, err = newsreader("serve")
    assert (status, out) == (2, "")
    assert err == (
        "newsreader: newsreader serve needs aiohttp, which is not installed "
        '(pip install "newsreader[serve]")\n'
    )


def test_the_same_program_on_the_same_library(newsreader, served, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_text("Ferry Adrift\n\nIt was towed in.\n")
    status, out, err = newsreader("serve", "--port", "0", "list")
    assert (status, err) == (0, "")
    assert out.startswith("http://127.0.0.1:")
    (command,) = served
    assert command[1:3] == ["-m", "newsreader"]
    assert command[3:7] == ["--library", str(tmp_path / "desk.library"), "--editor", "ana"]
    assert command[7:] == [str(tmp_path / "list")]


def test_sources_that_cannot_be_read_are_not_served(newsreader, served) -> None:
    status, out, err = newsreader("serve", "--port", "0", "nothing.txt")
    assert (status, out) == (1, "")
    assert "nothing.txt" in err
    assert not served


def test_standard_input_is_refused(newsreader, served) -> None:
    status, _, err = newsreader("serve", "--port", "0", "-")
    assert status == 2
    assert "standard input" in err
