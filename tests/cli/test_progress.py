"""The progress line: only where somebody looks, and only when it takes long."""

import io
import sys

import pytest

from newsreader.cli import progress
from newsreader.library import Added


class Screen(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def look(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Look at standard error; not a fixture, for pytest puts its own there before each test."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def added(count: int, **more: object) -> list[Added]:
    """What became of some articles, each of a source of its own."""
    return [Added(f"{n}.txt", "added", **more) for n in range(count)]  # type: ignore[arg-type]


def test_nothing_is_shown_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress.watched(added(3), lambda: 3)) == added(3)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_nothing_is_shown_of_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look(monkeypatch)
    assert list(progress.watched(added(3), lambda: 3)) == added(3)
    assert screen.getvalue() == ""


def shown(monkeypatch: pytest.MonkeyPatch, items: list[Added], total: int | None) -> str:
    """What somebody sees who looks from the beginning."""
    screen = look(monkeypatch)
    monkeypatch.setattr(progress, "SHOW_AFTER", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    assert list(progress.watched(items, lambda: total)) == items
    return screen.getvalue()


def test_long_work_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, added(5), 5)
    assert "adding" in said
    assert "5/5" in said
    assert "failed" not in said


def test_failures_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [Added(f"{n}.txt", "failed", error="no") for n in range(2)]
    assert "2 failed" in shown(monkeypatch, [*added(3), *failures], 9)


def test_articles_of_one_input_count_once_and_packs_hold_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feed = [Added("feed.xml", "added")] * 3
    assert "1/1" in shown(monkeypatch, [*feed, Added("other", "failed", skipped=True)], 1)
    assert "4/4" in shown(monkeypatch, added(4), 2)


def test_what_goes_to_a_file_goes_there(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stdout", file)
    screen = look(monkeypatch)
    monkeypatch.setattr(progress, "SHOW_AFTER", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    for item in progress.watched(added(3), lambda: 3):
        sys.stdout.write(f"{item.source}\n")
    assert file.getvalue() == "0.txt\n1.txt\n2.txt\n"
    assert "1.txt" not in screen.getvalue()


def test_anything_may_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = look(monkeypatch)
    monkeypatch.setattr(progress, "SHOW_AFTER", -1.0)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.counted(range(5), "counting")) == [0, 1, 2, 3, 4]
    assert "counting" in screen.getvalue()
