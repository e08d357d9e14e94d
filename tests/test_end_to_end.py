"""The whole program in a real terminal: open a story, tag it by keys, leave, come back."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.terminal import Terminal

STORY = """Ferry Adrift off Port Ellis

Update (1345ET): The ferry has been towed in, the coast guard said.

Nobody was hurt. The harbour is open again.
"""


class Desk:
    """One editor's machine."""

    def __init__(self, folder: Path) -> None:
        self.story = folder / "ferry.txt"
        self.story.write_text(STORY)
        self.acks = folder / "acks"
        self.command = [
            *(sys.executable, "-m", "newsreader"),
            *("--library", str(folder / "desk.library"), "--editor", "ana"),
        ]
        self.env = {"NEWSREADER_ACK": str(self.acks), "NEWSREADER_CONFIG": str(folder / "none")}

    def open(self) -> Terminal:
        terminal = Terminal([*self.command, str(self.story)], env=self.env)
        terminal.expect(b"Ferry Adrift")
        terminal.settle()
        return terminal

    def shown(self) -> Any:
        done = subprocess.run(
            [*self.command, "show", "1", "--json"], capture_output=True, check=True
        )
        return json.loads(done.stdout)

    def labels(self) -> list[str | None]:
        tags = [statement["tags"] for statement in self.shown()["statements"]]
        return [each[0]["label"] if each else None for each in tags]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_tags_are_there_tomorrow(desk: Desk) -> None:
    terminal = desk.open()
    for key in "cso":
        terminal.type(key)
        terminal.settle()
    terminal.type("m")
    terminal.settle()
    terminal.type("jumped Q quay\r")
    terminal.settle()
    terminal.type("Q")
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.output, "the terminal is given back"
    assert desk.labels() == ["confirmed", "speculative", "opinion", None]
    (remark,) = desk.shown()["statements"][3]["remarks"]
    assert remark["note"] == "jumped Q quay"

    terminal = desk.open()
    terminal.type("u")  # the note
    terminal.settle()
    terminal.type("u")  # the opinion
    terminal.settle()
    terminal.type("Q")
    assert terminal.wait() == 0
    assert desk.labels() == ["confirmed", "speculative", None, None]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(desk: Desk, number: signal.Signals) -> None:
    terminal = desk.open()
    terminal.type("c")
    terminal.settle()
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert b"\x1b[?1049l" in terminal.output
    assert desk.labels()[0] == "confirmed"


def test_an_interrupt_ends_it_no_more_than_ctrl_c_does(desk: Desk) -> None:
    terminal = desk.open()
    terminal.signal(signal.SIGINT)
    terminal.expect(b"Q leaves the program")
    terminal.type("c")
    terminal.settle()
    terminal.type("Q")
    assert terminal.wait() == 0
    assert desk.labels()[0] == "confirmed"


def test_the_shell_is_there_for_a_while(desk: Desk) -> None:
    """Ctrl-Z stops the program, and nothing that is typed meanwhile is a key of it."""
    shell = 'set -m; "$0" "$@"; echo "stopped"; read line; fg >/dev/null; echo "ended $?"'
    command = ["bash", "-c", shell, *desk.command, str(desk.story)]
    terminal = Terminal(command, env=desk.env)
    terminal.expect(b"Ferry Adrift")
    terminal.settle()
    terminal.type("\x1a")
    terminal.expect(b"stopped")
    assert terminal.output.count(b"\x1b[?1049l") == 1
    before = len(terminal.output)
    terminal.type("sss\r")
    terminal.settle()
    assert b"Ferry Adrift" in terminal.output[before:], "all is drawn anew"
    terminal.type("c")
    terminal.settle()
    terminal.type("Q")
    terminal.expect(b"ended 0")
    assert terminal.wait() == 0
    assert desk.labels()[:2] == ["confirmed", None]


def test_where_nothing_would_bring_it_back_it_stays(desk: Desk) -> None:
    terminal = desk.open()
    terminal.type("\x1a")
    terminal.expect(b"nothing would bring it back")
    terminal.type("Q")
    assert terminal.wait() == 0


def test_killed_in_mid_stride_nothing_acknowledged_is_lost(desk: Desk) -> None:
    terminal = desk.open()
    terminal.type("csco")
    while not desk.acks.exists():
        assert terminal.read(0.05), "the program ended by itself"
    terminal.signal(signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL
    acknowledged = desk.acks.read_text().splitlines()
    tags = [tag["event"] for each in desk.shown()["statements"] for tag in each["tags"]]
    assert set(acknowledged) <= set(tags)


def test_a_dumb_terminal_is_told_what_works_there(desk: Desk) -> None:
    terminal = Terminal([*desk.command, str(desk.story)], env={**desk.env, "TERM": "dumb"})
    assert terminal.wait() == 2
    assert b"newsreader show" in terminal.output
    assert b"\x1b" not in terminal.output
