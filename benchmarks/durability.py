"""Kill the program again and again: is every acknowledged tag still there?

    python -m benchmarks.durability [--kills 200] [--screen-kills 50] [--writers 8]

Three parts, each in a library of its own: ``tag --batch`` killed with SIGKILL at random moments;
the program in a pseudo terminal, typing tags, killed likewise; many batches at once on one
library. Exit status 1 when one acknowledged tag is lost, a check fails or a writer gives up.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

from scripts.terminal import Terminal

PROGRAM = (sys.executable, "-m", "newsreader")
STORY = "\n\n".join(["Depot Fire: What We Know", *(f"Line {n} of the story." for n in range(200))])
LABELS = ("confirmed", "speculative", "opinion")


def newsreader(*words: str) -> str:
    """Run a command; returns what it printed."""
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=True).stdout


def new_library(folder: Path) -> Path:
    """A library that holds one story of 201 statements."""
    source, library = folder / "story.txt", folder / "desk.library"
    source.write_text(STORY)
    newsreader("--library", str(library), "add", str(source))
    return library


def kept(library: Path) -> set[str]:
    """The ids of all events, after a deep check that must find nothing."""
    report = json.loads(newsreader("--library", str(library), "check", "--deep", "--json"))
    if not report["ok"]:
        sys.exit(f"check --deep: {report['problems']}")
    with closing(sqlite3.connect(library)) as database:
        return {row[0] for row in database.execute("SELECT id FROM event")}


def orders(seed: int) -> str:
    """An endless batch is not needed: more lines than any run will reach."""
    rng = random.Random(seed)
    rows = (
        {"story": 1, "statement": rng.randint(1, 201), "label": rng.choice(LABELS)}
        for _ in range(20_000)
    )
    return "".join(json.dumps(row) + "\n" for row in rows)


def batch_run(library: Path, batch: Path, seconds: float) -> list[str]:
    """Run a batch and kill it after ``seconds``; returns the acknowledged ids."""
    with subprocess.Popen(
        [*PROGRAM, "--library", str(library), "tag", "--batch", str(batch)],
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        timer = threading.Timer(seconds, writer.kill)
        timer.start()
        assert writer.stdout
        lines = [line for line in writer.stdout if line.endswith("}\n")]
        timer.cancel()
    return [json.loads(line)["event"] for line in lines]


def screen_run(library: Path, acks: Path, seconds: float) -> None:
    """Open the program, type tags and kill it after ``seconds`` of typing."""
    terminal = Terminal(
        [*PROGRAM, "--library", str(library), str(library.parent / "story.txt")],
        env={"NEWSREADER_ACK": str(acks)},
    )
    terminal.expect(b"Depot Fire")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        terminal.type(random.choice("csok"))
        terminal.read(0.02)
    terminal.signal(signal.SIGKILL)
    terminal.wait()


def main() -> int:
    """Run all parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--screen-kills", type=int, default=50)
    parser.add_argument("--writers", type=int, default=8)
    options = parser.parse_args()
    rng = random.Random(1)
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library, batch = new_library(folder), folder / "batch.jsonl"
        batch.write_text(orders(1))
        acknowledged: list[str] = []
        for _ in range(options.kills):
            acknowledged += batch_run(library, batch, rng.uniform(0.1, 0.6))
        lost += report("batch, SIGKILL", options.kills, acknowledged, library)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library, acks = new_library(folder), folder / "acks"
        for _ in range(options.screen_kills):
            screen_run(library, acks, rng.uniform(0.05, 1.0))
        ids = acks.read_text().split("\n")[:-1]
        lost += report("program, SIGKILL", options.screen_kills, ids, library)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = new_library(folder)
        lost += report(
            "writers at once", options.writers, together(library, options.writers), library
        )
    return 1 if lost else 0


def together(library: Path, writers: int) -> list[str]:
    """Many batches of 200 at once; every one must end well."""
    ids: list[str] = []
    running = []
    for seed in range(writers):
        batch = library.parent / f"batch{seed}.jsonl"
        batch.write_text("".join(line + "\n" for line in orders(seed).split("\n")[:200]))
        command = [*PROGRAM, "--library", str(library), "tag", "--batch", str(batch)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    for writer in running:
        out, _ = writer.communicate()
        ids += [json.loads(line)["event"] for line in out.splitlines()]
        if writer.returncode:
            sys.exit(f"a writer gave up with exit status {writer.returncode}")
    return ids


def report(part: str, runs: int, acknowledged: list[str], library: Path) -> int:
    """Print a part's figures; returns how many acknowledged events are lost."""
    lost = len(set(acknowledged) - kept(library))
    print(f"{part:18} {runs:>4} runs · {len(acknowledged):>6} acknowledged · {lost} lost")
    return lost


if __name__ == "__main__":
    sys.exit(main())
