"""The progress line: only where somebody looks, and only when it takes long."""

import io
import sys

import pytest

from newsreader.cli import progress


class Screen(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def look(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Look at standard error; not a fixture, for pytest puts its own there before each test."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress.counted(range(3), "adding")) == [0, 1, 2]
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_nothing_is_shown_of_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look(monkeypatch)
    assert list(progress.counted(range(3), "adding")) == [0, 1, 2]
    assert screen.getvalue() == ""


def test_long_work_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look(monkeypatch)
    monkeypatch.setattr(progress, "SHOW_AFTER", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.counted(range(5), "adding")) == [0, 1, 2, 3, 4]
    assert "adding" in screen.getvalue()
