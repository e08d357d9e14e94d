"""Whether any input makes the reading, splitting or sourcing raise, hang or point outside its text.

    python -m benchmarks.fuzzing [FOLDER …] [--inputs 10000] [--seed 1] [--keep FOLDER]

Inputs are made of the files in the folders (without any: of the samples and fixtures of this
checkout), see ``mutating.py``; each goes the way of one that is added, under one of the names that
tell formats, now and then under a stated format, and its words go through the parsers of small
things (filters, addresses, settings). The reading is done in a process of its own, which is begun
anew where it dies.

An input fails that raises anything but an error of ours, whose error is not one plain line, whose
article has a span outside its text, or that takes more than 2 s of processor time. Prints each
failure with its number; the exit status is 1 if there is any. ``--keep`` writes those inputs to
files. The same folders, seed and number give the same input.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.mutating import Seeds, made, seeds_of
from newsreader.config.loading import read_config
from newsreader.errors import NewsreaderError, SourceError
from newsreader.filtering.parsing import parse as parse_filter
from newsreader.library.accession.preparing import Asked, prepare
from newsreader.library.opening.opened import analyse
from newsreader.reading import parse
from newsreader.reading.fetching.address import parse_address
from newsreader.reading.formats import FORMATS, SUFFIXES
from newsreader.reading.packs import Budget, Opened, unpack
from newsreader.reading.packs.opened import held
from newsreader.reading.raw import Raw
from newsreader.store.texts.ready import Ready
from newsreader.store.texts.validating import validate
from newsreader.visible import visible

SECONDS = 2.0
HANGS = 20  # seconds of computing after which a process is ended

_NAMES = ("s", "s.gz", "s.warc", "s.mbox", *(f"s{suffix}" for suffix in sorted(SUFFIXES)))
_CHECKOUT = Path(__file__).parent.parent
_OWN = (_CHECKOUT / "sample_articles", _CHECKOUT / "tests")


def tried(data: bytes, draw: random.Random) -> None:
    """Let one input go all the ways that inputs go.

    Raises:
        Exception: whatever it makes the program raise, which is a mistake of ours.
    """
    stated = draw.choice(tuple(FORMATS)) if draw.random() < 0.25 else None
    name = draw.choice(_NAMES)
    opened = Opened(name, f"file:///{name}", name, held(data))
    for item in unpack(opened, Budget(len(data))):
        if isinstance(item, SourceError):
            _plain(item)
        else:
            _read(item, stated)
    words = data[:200].decode("utf-8", "replace")
    for small in (
        lambda: parse_filter(words, date(2022, 1, 5)),
        lambda: parse_address("http" + words[draw.randrange(5) :], "x"),
        lambda: read_config(words, Path("x.toml")),
    ):
        try:
            small()
        except NewsreaderError as error:
            _plain(error)


def _read(raw: Raw, stated: str | None) -> None:
    try:
        for article in parse(raw, format=stated):
            validate(analyse(article))
    except SourceError as error:
        _plain(error)
    outcome = prepare(raw, Asked(None, stated))
    assert isinstance(outcome, SourceError) or all(isinstance(each, Ready) for each, _ in outcome)


def _plain(error: NewsreaderError) -> None:
    line = str(error)
    assert line, "an error without a word"
    assert visible(line, one_line=True) == line, f"an error that is no plain line: {line!r}"


def child(seeds: Seeds, seed: int, first: int, last: int, at: int) -> None:
    """Try inputs, and say at which one we are."""
    for number in range(first, last):
        os.pwrite(at, number.to_bytes(8), 0)
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        data = made(seeds, seed, number)
        begun = time.process_time()
        tried(data, random.Random(f"how {seed} {number}"))
        took = time.process_time() - begun
        if took > SECONDS:
            print(f"input {number}: {took:.1f} s for {len(data)} bytes", flush=True)
        signal.setitimer(signal.ITIMER_PROF, 0)


def run(folders: list[Path], seed: int, inputs: range, keep: Path | None) -> int:
    """Try the inputs of those numbers in processes of their own; returns how many failed."""
    failures = 0
    with tempfile.TemporaryFile() as at, tempfile.TemporaryFile("w+") as said:
        first = inputs.start
        while first < inputs.stop:
            command = [sys.executable, "-m", "benchmarks.fuzzing", *map(str, folders)]
            command += ["--seed", str(seed), "--child", f"{first},{inputs.stop},{at.fileno()}"]
            process = subprocess.run(
                command, stderr=said, stdout=subprocess.PIPE, text=True, check=False,
                pass_fds=[at.fileno()], cwd=_CHECKOUT,
            )  # fmt: skip
            slow = process.stdout.splitlines()
            numbers = [int(line.split(":")[0].split()[1]) for line in slow]
            if process.returncode:
                number = int.from_bytes(os.pread(at.fileno(), 8, 0))
                said.seek(0)
                why = said.read().strip().split("\n")[-4:]
                said.seek(0)
                said.truncate()
                slow.append(f"input {number}: status {process.returncode}\n  " + "\n  ".join(why))
                numbers.append(number)
            print(*slow, sep="\n", end="\n" if slow else "", flush=True)
            failures += len(slow)
            for number in numbers if keep is not None else ():
                assert keep is not None
                keep.mkdir(parents=True, exist_ok=True)
                data = made(seeds_of(folders), seed, number)
                (keep / f"{seed}-{number}").write_bytes(data)
            first = number + 1 if process.returncode else inputs.stop
    return failures


def main() -> int:
    """Try, and say what failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", nargs="*", type=Path, default=list(_OWN))
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the inputs that failed into this folder")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    folders = [folder.resolve() for folder in asked.folder]
    if asked.child:
        first, last, at = map(int, asked.child.split(","))
        child(seeds_of(folders), asked.seed, first, last, at)
        return 0
    begun = time.perf_counter()
    inputs = range(asked.first, asked.first + asked.inputs)
    failures = run(folders, asked.seed, inputs, asked.keep)
    took = time.perf_counter() - begun
    print(f"{asked.inputs:,} inputs in {took:.0f} s, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
