"""How fast the program starts and answers a key, beside a Textual hello-world, in one run.

    python -m benchmarks.speed [--rounds 9] [--size 120x40] [--peers]

Every round starts each program once, in turn, in a pseudo terminal, so that what else the machine
does falls on all of them alike; it works on a fresh copy of the library, so that each tag key
writes an event. Printed are the hello-world's medians and everybody's ratios to them: exec to first
paint, exec to the answer to a key typed as soon as that is there, CPU time until it is still, a
movement (median and 95th of a hundred), a durable tag beside the hello-world's movement, bytes sent
for a movement, resident memory. `--peers` adds those of :mod:`benchmarks.peers` that are installed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.peers import peers
from benchmarks.timed import KEYS, Case, interleaved, show

PYTHON = sys.executable
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
    parser.add_argument("--size", default="120x40", help="columns x rows")
    parser.add_argument("--peers", action="store_true", help="also other programs, where installed")
    options = parser.parse_args()
    columns, _, rows = options.size.partition("x")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = [*ours(folder), *(peers(folder / "story50.txt", folder) if options.peers else [])]
        interleaved(cases, options.rounds, (int(columns), int(rows)))
    show(cases)


def ours(folder: Path) -> list[Case]:
    """The hello-world, the list, and stories of 50 and 5,000 statements that the library has."""
    library = folder / "desk.library"
    newsreader = [PYTHON, "-m", "newsreader", "--library", str(library)]
    files = [story(folder, count) for count in (50, 5000)]
    others = [story(folder, count) for count in range(2, 2 + 2 * KEYS)]  # for the list to go down
    subprocess.run([*newsreader, "add", *map(str, others + files)], check=True, capture_output=True)
    library.rename(library.with_suffix(".made"))
    second = b"STATEMENT 2 of"
    return [
        Case("hello-world", [PYTHON, "-c", HELLO], b"Hello", answer=b"World! 1"),
        Case("the list", newsreader, b"Depot Fire", quit="Q", library=library),
        *(
            Case(
                name,
                [*newsreader, str(file)],
                b"Depot Fire",
                ("c", "j"),
                "Q",
                library,
                second,
            )
            for name, file in zip(("50 statements", "5,000 statements"), files, strict=True)
        ),
    ]


if __name__ == "__main__":
    main()
