"""Programs started in a terminal and timed, in turn, so that what else goes on falls on all."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.terminal import Terminal

KEYS = 20
FIGURES = {
    "first paint": "ms",
    "answers": "ms",
    "CPU at start": "ms",
    "key j": "ms",
    "key j p95": "ms",
    "key c": "ms",
    "bytes a key": "",
    "memory": "MB",
}


@dataclass
class Case:
    """A program to start, what shows that it is there, and the keys to time."""

    name: str
    command: Sequence[str]
    paint: bytes
    keys: Sequence[str] = ("j",)
    quit: str = "q"
    library: Path | None = None  # laid anew before each start, from the file beside it
    answer: bytes = b""  # what the first `j` brings, where that can be told
    env: Mapping[str, str] = field(default_factory=dict)
    figures: dict[str, list[float]] = field(default_factory=dict)

    def note(self, figure: str, value: float) -> None:
        """Keep one measurement."""
        self.figures.setdefault(figure, []).append(value)

    def median(self, figure: str) -> float:
        """The middle of all measurements."""
        return statistics.median(self.figures[figure])


def run_once(case: Case, size: tuple[int, int] = (120, 40)) -> None:
    """Start the program, time its first paint and its keys, and leave it."""
    if case.library is not None:
        shutil.copyfile(case.library.with_suffix(".made"), case.library)
    terminal = Terminal(case.command, size=size, env=case.env)
    case.note("first paint", (terminal.expect(case.paint) - terminal.started) * 1000)
    if case.answer:
        terminal.type("j")
        case.note("answers", (terminal.expect(case.answer) - terminal.started) * 1000)
    terminal.settle()
    process = Path(f"/proc/{terminal.pid}")
    ticks = sum(map(int, (process / "stat").read_text().rpartition(")")[2].split()[11:13]))
    case.note("CPU at start", ticks * 1000 / os.sysconf("SC_CLK_TCK"))  # user and system, proc(5)
    pages = int((process / "statm").read_text().split()[1])
    case.note("memory", pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
    for key in case.keys:
        _time_key(case, terminal, key)
    terminal.type(case.quit)
    terminal.wait()


def _time_key(case: Case, terminal: Terminal, key: str) -> None:
    """Press a key again and again, each after the answer to the one before."""
    took: list[float] = []
    for _ in range(KEYS):
        before = len(terminal.output)
        terminal.type(key)
        sent = time.perf_counter()
        took.append((terminal.expect(b"\x1b") - sent) * 1000)
        terminal.settle(quiet=0.03)
        if key == "j":
            case.note("bytes a key", len(terminal.output) - before)
    for each in took:
        case.note(f"key {key}", each)
    if key == "j":
        case.note("key j p95", sorted(took)[int(KEYS * 0.95) - 1])


def interleaved(cases: Sequence[Case], rounds: int, size: tuple[int, int] = (120, 40)) -> None:
    """Run all cases in turn, ``rounds`` times."""
    for _ in range(rounds):
        for case in cases:
            run_once(case, size)


def show(cases: Sequence[Case]) -> None:
    """Print the medians as ratios to the first case, whose own figures stand above them."""
    base = cases[0]
    figures = [name for name in FIGURES if any(name in case.figures for case in cases)]
    print(f"{'':24}" + "".join(f"{name:>14}" for name in figures))
    plain = (
        f"{base.median(name):.1f} {FIGURES[name]}" if name in base.figures else ""
        for name in figures
    )
    print(f"{base.name:24}" + "".join(f"{cell:>14}" for cell in plain))
    for case in cases[1:]:
        cells = (_ratio(case, base, name) for name in figures)
        print(f"{case.name:24}" + "".join(f"{cell:>14}" for cell in cells))


def _ratio(case: Case, base: Case, figure: str) -> str:
    """How often the first case's figure goes into this; any key is compared with its `j`."""
    of = {"key c": "key j"}.get(figure, figure)
    if figure not in case.figures or of not in base.figures:
        return ""
    return f"{case.median(figure) / base.median(of):.2f}×"
