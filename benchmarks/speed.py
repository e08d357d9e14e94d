"""How fast the program starts and answers a key, beside a Textual hello-world, in one run.

    python -m benchmarks.speed [--rounds 9]

Every round starts each program once, in turn, in a pseudo terminal of 120×40, so that what else the
machine does falls on all of them alike; it works on a fresh copy of the library, so that each tag
key writes an event. Printed are medians and the ratio to the hello-world: exec to first paint, CPU
time until then, key to the first answer for a movement and for a durable tag, and the first paint
of a story of 5,000 statements beside one of 50.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.terminal import Terminal

PYTHON = sys.executable
KEYS = 20
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    BINDINGS = [("q", "quit", "Quit"), ("j", "bump", "Bump")]
    n = 0

    def compose(self):
        yield Static("Hello, World! 0", id="s")

    def action_bump(self):
        self.n += 1
        self.query_one("#s", Static).update(f"Hello, World! {self.n}")

Hello().run()
"""


@dataclass
class Case:
    """A program to start, what shows that it is there, and the keys to time."""

    name: str
    command: Sequence[str]
    paint: bytes
    keys: Sequence[str] = ()
    quit: str = "q"
    library: Path | None = None  # laid anew before each start, from the file beside it
    figures: dict[str, list[float]] = field(default_factory=dict)

    def note(self, figure: str, value: float) -> None:
        """Keep one measurement."""
        self.figures.setdefault(figure, []).append(value)

    def median(self, figure: str) -> float:
        """The middle of all measurements."""
        return statistics.median(self.figures[figure])


def run_once(case: Case) -> None:
    """Start the program, time its first paint and its keys, and leave it."""
    if case.library is not None:
        shutil.copyfile(case.library.with_suffix(".made"), case.library)
    terminal = Terminal(case.command)
    case.note("first paint", (terminal.expect(case.paint) - terminal.started) * 1000)
    terminal.settle()
    stat = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(stat[11]) + int(stat[12])  # user and system time, see proc(5)
    case.note("CPU at start", ticks * 1000 / os.sysconf("SC_CLK_TCK"))
    for key in case.keys:
        for _ in range(KEYS):
            terminal.type(key)
            sent = time.perf_counter()
            case.note(f"key {key}", (terminal.expect(b"\x1b") - sent) * 1000)
            terminal.settle(quiet=0.03)
    terminal.type(case.quit)
    terminal.wait()


def story(folder: Path, statements: int) -> Path:
    """A story file of that many statements."""
    path = folder / f"story{statements}.txt"
    lines = (f"Witness {n} said the east quay was closed at noon." for n in range(statements - 1))
    path.write_text("\n\n".join(["Depot Fire: What We Know", *lines]))
    return path


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "desk.library"
        newsreader = [PYTHON, "-m", "newsreader", "--library", str(library)]
        files = [story(folder, count) for count in (50, 5000)]
        subprocess.run([*newsreader, "add", *map(str, files)], check=True, capture_output=True)
        library.rename(library.with_suffix(".made"))
        keys = (b"Depot Fire", ["c", "j"], "Q", library)
        cases = [
            Case("hello-world", [PYTHON, "-c", HELLO], b"Hello", ["j"]),
            Case("50 statements", [*newsreader, str(files[0])], *keys),
            Case("5,000 statements", [*newsreader, str(files[1])], *keys),
        ]
        for _ in range(rounds):
            for case in cases:
                run_once(case)
    show(cases)


def show(cases: Sequence[Case]) -> None:
    """Print the medians, and the ratios to the first case."""
    hello = cases[0]
    print(f"{'':18}{'first paint':>20}{'CPU at start':>20}{'key j':>20}{'key c (durable)':>20}")
    for case in cases:
        cells = []
        for figure in ("first paint", "CPU at start", "key j", "key c"):
            if figure not in case.figures:
                cells.append(f"{'':>20}")
                continue
            value = case.median(figure)
            base = hello.median("key j" if figure.startswith("key") else figure)
            cells.append(f"{value:>10.1f} ms {value / base:>5.2f}×")
        print(f"{case.name:18}" + " ".join(cells))


if __name__ == "__main__":
    main()
