"""In a real terminal: whatever is typed into a field is text, in every field that there is.

A field is one row of a table below; who adds a field adds its row.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.tui.commands import COMMANDS
from scripts.terminal import Terminal

STORY = """Ferry Adrift off Port Ellis

Update (1345ET): The ferry has been towed in, the coast guard said.

Nobody was hurt. The harbour is open again.
"""

LETTERS = "".join(dict.fromkeys(key for each in COMMANDS for key in each.keys if len(key) == 1))
"""Every letter, digit and sign that is a command anywhere."""
END = "zz.zz"
"""What is typed last, so that one knows that all was taken."""

LIST_FIELDS = {
    "search": "/",
    "palette": ":",
    "search in help": "?/",
    "filter": "f",
    "since a date": "7",
    "export to": "X",
    "add": "A",
}
READER_FIELDS = {
    "search": "/",
    "note": "m",
    "evidence": "e",
    "palette": ":",
    "search in help": "?/",
    "time of the update": "jE",
}
QUIET = 0.15  # seconds after which nothing more is expected


@pytest.mark.parametrize(
    ("opened", "fields"), [("", LIST_FIELDS), ("ferry.txt", READER_FIELDS)], ids=["list", "reader"]
)
def test_no_key_acts_while_one_types(tmp_path: Path, opened: str, fields: dict[str, str]) -> None:
    story, acks = tmp_path / "ferry.txt", tmp_path / "acks"
    story.write_text(STORY)
    program = [sys.executable, "-m", "newsreader", "--library", str(tmp_path / "desk.library")]
    subprocess.run([*program, "add", str(story)], check=True, capture_output=True)
    terminal = Terminal(
        [*program, *([str(tmp_path / opened)] if opened else [])],
        size=(220, 40),
        env={"NEWSREADER_ACK": str(acks), "NEWSREADER_CONFIG": str(tmp_path / "none")},
    )
    terminal.expect(b"Ferry Adrift")
    terminal.settle(QUIET)
    for keys in fields.values():
        terminal.type(keys + LETTERS + " " + END)
        terminal.expect(END.encode())
        terminal.type("\x1b")
        terminal.settle(QUIET)
        terminal.type("\x1b")  # what was found in the help is given up, then the help
        terminal.settle(QUIET)
        assert not acks.exists(), keys
    terminal.type("Q")
    assert terminal.wait() == 0
    done = subprocess.run([*program, "export"], check=True, capture_output=True)
    assert done.stdout == b""
