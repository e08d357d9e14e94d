"""Whether hostile and broken inputs are read, or refused, as docs/commands.md promises.

    python -m benchmarks.hostile FOLDER [--trace]
    python -m benchmarks.hostile --own

Every file of the folder goes through ``split --json`` and through ``add --json`` into a library of
its own, each in a process of its own that may take 1 GB of memory. A rule is broken by a traceback,
a status other than 0 and 1, more than 2 s of processor time, output that is not JSON or holds a
control character, or a complaint that is not one line naming the file. With ``--trace`` (Linux,
``strace``) also by any attempt to connect, and by any file opened but the input, the library and
what a harmless input needs. ``--own`` makes the cases of ``tests/reading/hostile_cases.py``
first, and beside them a pipe, a device, and links that leave the folder.

Prints each broken rule, then one line of figures; the exit status is 1 if any rule was broken.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import newsreader

SECONDS = 2.0
MEMORY = 1 << 30
PATIENCE = 300  # seconds of the clock after which a process hangs, however busy the machine is
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OPENED = re.compile(r'open(?:at)?\(.*?"((?:[^"\\]|\\.)*)", (\S+?)[,)].* = \d+')
_CONNECTED = re.compile(r"connect\(\d+, \{sa_family=AF_INET6?")
_SYSTEM = (
    "/proc/",
    "/sys/",
    "/dev/null",
    "/dev/urandom",
    "/lib/",
    "/usr/lib",
    "/usr/share/zoneinfo/",
)
_PACKAGE = str(Path(newsreader.__file__).parent)


class Outcome(NamedTuple):
    """What a process did with one input."""

    status: int
    out: str
    err: str
    seconds: float  # of processor time
    opened: frozenset[str]
    connected: bool


def run(arguments: list[str], folder: Path, *, trace: bool) -> Outcome:
    """Run newsreader on something, within the limits."""
    command = [sys.executable, "-m", "newsreader", *arguments]
    log = folder / "trace"
    if trace:
        calls = "trace=open,openat,connect"
        command = ["strace", "-f", "--seccomp-bpf", "-e", calls, "-o", str(log), *command]
    with (folder / "out").open("wb+") as out, (folder / "err").open("wb+") as err:
        process = subprocess.Popen(  # no threads here that the limits could disturb
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            preexec_fn=_limited,  # noqa: PLW1509
        )
        status, seconds = _waited(process)
        out.seek(0)
        err.seek(0)
        texts = [each.read().decode("utf-8", "replace") for each in (out, err)]
    calls = log.read_text(errors="replace") if trace else ""
    opened = frozenset(found[1] for found in _OPENED.finditer(calls))
    return Outcome(status, *texts, seconds, opened, _CONNECTED.search(calls) is not None)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """The exit status of a process and its seconds; it is ended if it takes far too long."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        done, status, used = os.wait4(process.pid, os.WNOHANG)
        if done:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, used.ru_utime + used.ru_stime
        time.sleep(0.005)
    process.kill()
    process.wait()
    return -9, float(PATIENCE)


def broken(
    source: Path, outcome: Outcome, harmless: frozenset[str], allowed: Path
) -> Iterator[str]:
    """The rules that an outcome breaks."""
    complaints = outcome.err.splitlines()
    if "Traceback" in outcome.err:
        yield f"traceback: {complaints[-1][:200]}"
    if outcome.status not in {0, 1}:
        yield f"status {outcome.status}"
    if outcome.seconds > SECONDS:
        yield f"{outcome.seconds:.1f} s"
    if _CONTROL.search(outcome.out) or _CONTROL.search(outcome.err):
        yield "a control character in the output"
    if outcome.status == 1 and not complaints:
        yield "status 1 without a word"
    yield from (
        f"a complaint that does not name the file: {line[:200]}"
        for line in complaints
        if not (line.startswith("newsreader: ") and source.name[:20].split(".")[0] in line)
    )
    try:
        list(map(json.loads, outcome.out.splitlines()))
    except ValueError as error:
        yield f"output that is not JSON: {error}"
    if outcome.connected:
        yield "an attempt to connect"
    ours = (str(allowed), sys.prefix, sys.base_prefix, _PACKAGE, *_SYSTEM)
    for path in outcome.opened - harmless - {str(source)}:
        if not path.startswith(ours) and not path.endswith((".py", ".pyc", ".so")):
            yield f"a file opened: {path}"


def tried(source: Path, *, trace: bool, harmless: frozenset[str]) -> tuple[list[str], float]:
    """The rules that an input breaks, split and added, and the more of its two seconds."""
    found: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in (
            ["split", "--json", str(source)],
            ["--library", str(folder / "library.db"), "add", "--json", str(source)],
        ):
            outcome = run(command, folder, trace=trace)
            slowest = max(slowest, outcome.seconds)
            each = broken(source, outcome, harmless, folder)
            found += (f"{command[0] if command[0] == 'split' else 'add'}: {rule}" for rule in each)
    return found, slowest


def usual(folder: Path, *, trace: bool) -> frozenset[str]:
    """The files that reading something harmless opens."""
    if not trace:
        return frozenset()
    sample = folder / "harmless.txt"
    sample.write_text("date 2022-01-05 Pier Shut\n\nThe pier is shut.\n")
    opened: frozenset[str] = frozenset()
    for command in (["split", "--json"], ["--library", str(folder / "usual.db"), "add", "--json"]):
        opened |= run([*command, str(sample)], folder, trace=True).opened
    return opened


def own(folder: Path) -> None:
    """Make the cases of our own in a folder."""
    from tests.reading.hostile_cases import write  # noqa: PLC0415  (only in a checkout)

    write(folder)
    made: dict[str, Callable[[Path], None]] = {
        "pipe.txt": os.mkfifo,
        "device.txt": lambda path: path.symlink_to("/dev/zero"),
        "terminal.txt": lambda path: path.symlink_to("/dev/tty"),
        "loop.txt": lambda path: path.symlink_to(path.name),
        "nothing.txt": lambda path: path.symlink_to("no-such-file"),
    }
    for name, make in made.items():
        make(folder / name)
    leaving = folder / "leaving"
    leaving.mkdir()
    (leaving / "one.txt").write_text("Pier Shut\n\nThe pier is shut.\n")
    (leaving / "passwd.txt").symlink_to("/etc/passwd")
    (leaving / "etc").symlink_to("/etc")
    (leaving / "up").symlink_to("..")
    os.mkfifo(leaving / "pipe.txt")


def main() -> int:
    """Try every file of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--own", action="store_true", help="try the cases of our own")
    parser.add_argument("--trace", action="store_true", help="watch for files and connections")
    options = parser.parse_args()
    if options.trace and not shutil.which("strace"):
        parser.error("--trace needs strace")
    if (options.folder is None) != options.own:
        parser.error("either a folder or --own")
    failures = 0
    slowest: list[tuple[float, str]] = []
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        harmless = usual(scratch, trace=options.trace)
        folder = options.folder
        if options.own:
            folder = scratch / "own"
            folder.mkdir()
            own(folder)
        for source in sorted(folder.iterdir()):
            rules, seconds = tried(source, trace=options.trace, harmless=harmless)
            slowest.append((seconds, source.name))
            failures += bool(rules)
            for rule in rules:
                print(f"{source.name}: {rule}", flush=True)
    worst = ", ".join(f"{name} {seconds:.1f} s" for seconds, name in sorted(slowest)[-3:])
    print(f"{len(slowest)} inputs, {failures} with a broken rule; slowest: {worst}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
