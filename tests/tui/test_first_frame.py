"""The first frame: Textual's to the cell, without Textual; the terminal is always given back."""

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet

from newsreader.config import Config
from newsreader.library import Library
from newsreader.session.keeping import Sessions
from newsreader.tui.commands import COMMANDS
from newsreader.tui.first_frame import held as holding_module
from newsreader.tui.first_frame.held import ENTER, LEAVE
from newsreader.tui.first_frame.ink import Ink, has_true_colour, nearest
from newsreader.tui.first_frame.showing import show_first
from newsreader.tui.plain import colours
from newsreader.tui.plain.clock import local_now
from newsreader.tui.plain.looks import LOOKS
from scripts.terminal import Terminal

SAMPLE = Path(__file__).parents[2] / "sample_articles" / "calder-dam-breaking.txt"
TAKES_OVER = b"\x1b[?1000h"  # what Textual's driver writes first, once the screen is entered
QUESTIONS = (b"\x1b[>25u", b"\x1b[<u", b"\x1b[?2026$p", b"\x1b[?2048$p")  # pyte prints these


@pytest.fixture
def desk(tmp_path):
    """A folder with a library that has a story, where the program was opened before."""
    (tmp_path / "newsreader-welcomed").touch()
    (tmp_path / "config.toml").write_text("follow = false\n")
    with Library(tmp_path / "desk.library", editor="ana") as library:
        list(library.add(SAMPLE))
    return tmp_path


def opened(desk, *sources, size=(80, 24), **env):
    command = [sys.executable, "-m", "newsreader", "--library", str(desk / "desk.library")]
    return Terminal(
        [*command, "--editor", "ana", *map(str, sources)],
        size=size,
        env={
            "NEWSREADER_CONFIG": str(desk / "config.toml"), "NEWSREADER_THEME": "dark",
            "COLORTERM": "", "LC_ALL": "C.UTF-8", "COLUMNS": "", "LINES": "", **env,
        },
    )  # fmt: skip


class Seen:
    """What a terminal shows of what it was sent."""

    def __init__(self, size):
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)

    def feed(self, data):
        for question in QUESTIONS:
            data = data.replace(question, b"")
        self._stream.feed(data)

    def cells(self):
        """Every cell; of a blank one only what can be seen of it."""
        found = []
        for y in range(self.screen.lines):
            for x in range(self.screen.columns):
                cell = self.screen.buffer[y][x]
                look = (cell.data, cell.bg, cell.underscore, cell.strikethrough, cell.reverse)
                letter = (cell.fg, cell.bold, cell.italics) if cell.data.strip() else ()
                found.append((y, x, *look, *letter))
        return found


@pytest.mark.parametrize(("theme", "colour"), [("dark", ""), ("light", "truecolor")])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("place", ["list", "reader"])
def test_textual_overdraws_the_same_cells(desk, place, size, theme, colour):
    sources = [SAMPLE] if place == "reader" else []
    overdrawn(opened(desk, *sources, size=size, NEWSREADER_THEME=theme, COLORTERM=colour), size)


def test_a_list_longer_than_the_screen_is_overdrawn_by_the_same_cells(desk):
    with Library(desk / "desk.library", editor="ana") as library:
        for n in range(60):
            (desk / f"{n}.txt").write_text(f"Harbour Report {n}\n\nThe quay {n} is shut.\n")
        list(library.add(desk))
        list(library.add(SAMPLE, as_uri="urn:depot:latest"))
    overdrawn(opened(desk, size=(120, 40)), (120, 40))


def overdrawn(terminal, size):
    """The first frame is what Textual draws, and what is seen all the time in between."""
    terminal.expect(TAKES_OVER)
    terminal.settle()
    frame, taken, rest = terminal.output.partition(TAKES_OVER)
    terminal.type("Q")
    assert terminal.wait() == 0

    seen = Seen(size)
    seen.feed(frame)
    assert any("Calder Dam" in line for line in seen.screen.display)
    first, words = seen.cells(), list(seen.screen.display)
    assert ENTER.encode() in frame
    assert b"\x1b[?1049h" not in taken + rest.partition(b"\x1b[?1049l")[0], "it is entered once"
    pieces = rest.split(b"\x1b[?25l")
    for piece in (taken, *(b"\x1b[?25l" + piece for piece in pieces)):
        seen.feed(piece)
        assert seen.screen.display == words, "nothing flickers"
    assert seen.cells() == first


def test_keys_typed_on_the_first_frame_are_obeyed(desk):
    terminal = opened(desk, SAMPLE)
    terminal.expect(b"Calder Dam")
    assert TAKES_OVER not in terminal.output
    terminal.type("cjs")
    terminal.expect(b"2/42")
    terminal.settle()
    terminal.type("Q")
    assert terminal.wait() == 0
    with Library(desk / "desk.library", editor="ana") as library:
        book = library.open(1).book
        labels = [tag.label for n in (1, 2, 3) for tag in book.tags(n)]
    assert labels == ["confirmed", "speculative"]


def test_the_terminal_is_as_it_was(desk):
    terminal = opened(desk)
    terminal.expect(b"Calder Dam")
    terminal.settle()
    during = termios.tcgetattr(terminal.fd)
    terminal.type("Q")
    while terminal.read(0.1):
        pass
    assert not during[3] & (termios.ECHO | termios.ICANON)
    assert terminal.output.count(b"\x1b[?1049l") == 1
    assert terminal.wait() == 0


@pytest.mark.parametrize(
    "env",
    [{"TERM": "xterm"}, {"NO_COLOR": "1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"first": "yes"}],
    ids=["few-colours", "no-colour", "no-utf-8", "first-run"],
)
def test_where_anything_is_unusual_it_is_left_out(desk, env):
    if env.pop("first", None):
        (desk / "newsreader-welcomed").unlink()
    terminal = opened(desk, **env)
    terminal.expect(TAKES_OVER)
    terminal.settle()
    before = terminal.output.partition(TAKES_OVER)[0]
    terminal.type("q")
    terminal.type("Q")
    assert terminal.wait() == 0
    assert before == b"\x1b[?1049h"


HOLDING = """
import os, signal, sys
from newsreader.tui.first_frame.held import holding
with holding() as held:
    held.show("the frame")
    {between}
"""


@pytest.mark.parametrize(
    ("between", "status"),
    [
        ("raise SystemExit(7)", 7),
        ("import newsreader.no_such_module", 1),
        ("os.kill(os.getpid(), signal.SIGINT)", 130),
        ("os.kill(os.getpid(), signal.SIGTERM)", 143),
        ("os.kill(os.getpid(), signal.SIGHUP)", 129),
    ],
)
def test_the_terminal_is_given_back_whatever_happens_between(between, status):
    code = HOLDING.format(between=between)
    shell = """stty -a >&2; "$0" -c "$1"; echo "left $?"; stty -a"""
    terminal = Terminal(["sh", "-c", shell, sys.executable, code])
    terminal.expect(b"left %d" % status)
    assert terminal.wait() == 0
    before, _, rest = terminal.output.partition(ENTER.encode() + b"the frame")
    shown, _, after = rest.partition(b"left ")
    assert LEAVE.encode() in shown
    assert before == after.partition(b"\r\n")[2], "stty says the same"


def test_a_terminal_that_is_closed_ends_it():
    code = HOLDING.format(between="import time; print(held.size, flush=True); time.sleep(60)")
    terminal = Terminal([sys.executable, "-c", code], env={"COLUMNS": "", "LINES": "40"})
    terminal.expect(b"(120, 40)")
    os.close(terminal.fd)
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) == 129


def test_what_is_no_terminal_is_not_held():
    code = (
        "from newsreader.tui.first_frame.held import holding\nwith holding() as held: print(held)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    assert done.stdout == b"None\n"


class Screen:
    """A terminal that is only told of."""

    def __init__(self, size=(80, 24), *, slow=False):
        self.size, self.slow, self.frame = size, slow, None

    def show(self, frame):
        self.frame = frame


def shown(desk, screen, config=None):
    config = config or Config()
    with Library(desk / "desk.library", editor="ana") as library:
        session = Sessions(library, config.advance, config.number_keys).open(1)
        show_first(screen, library, session, config=config, commands=COMMANDS, now=local_now)
    return screen.frame


@pytest.fixture
def able(monkeypatch):
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_COLOR_SYSTEM", "NEWSREADER_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return monkeypatch


@pytest.mark.parametrize("size", [(20, 6), (39, 9), (60, 12), (96, 24), (110, 8), (240, 80)])
def test_every_row_is_written_to_its_end(desk, able, size):
    frame = shown(desk, Screen(size))
    seen = Seen(size)
    seen.feed(frame.encode())
    assert all(cell[3] != "default" for cell in seen.cells()), "each cell has a ground"


@pytest.mark.parametrize("screen", [Screen(slow=True), Screen((19, 24)), Screen((80, 5))])
def test_odd_terminals_get_none(desk, able, screen):
    assert shown(desk, screen) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("NO_COLOR", ""), ("TERM", "linux"), ("TERM", "xterm"), ("TEXTUAL_COLOR_SYSTEM", "standard")],
)
def test_few_colours_get_none(desk, able, name, value):
    able.setenv(name, value)
    assert shown(desk, Screen()) is None


def test_plain_glyphs_get_none(desk, able):
    assert shown(desk, Screen(), Config(glyphs="plain")) is None


def test_a_terminal_that_cannot_be_set_is_not_held(monkeypatch):
    def fail(*_):
        raise termios.error(5, "Input/output error")

    monkeypatch.setattr(holding_module.os, "isatty", lambda _: True)
    monkeypatch.setattr(holding_module.os, "tcgetpgrp", lambda _: os.getpgrp())
    monkeypatch.setattr(holding_module.termios, "tcgetattr", fail)
    before = signal.getsignal(signal.SIGTERM)
    with holding_module.holding() as held:
        assert held is None
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize("theme", colours.NAMES)
@pytest.mark.parametrize("look", ["", *LOOKS, "here title match", "dim tint"])
def test_all_looks_have_codes(theme, look):
    assert Ink(theme, true_colour=True).code("panel", look).startswith("\x1b[0;")


@given(*[st.integers(0, 255)] * 3)
def test_colours_are_those_that_rich_writes(red, green, blue):
    exact = Color.from_triplet(ColorTriplet(red, green, blue))
    assert nearest(red, green, blue) == exact.downgrade(ColorSystem.EIGHT_BIT).number


@pytest.mark.parametrize(
    ("term", "colour", "true"),
    [
        ("xterm-256color", "", False),
        ("xterm-kitty", "", False),
        ("screen-256color", "TrueColor ", True),
        ("xterm", "24bit", True),
        ("xterm", "", None),
        ("xterm-16color", "", None),
        ("", "", None),
    ],
)
def test_how_many_colours_a_terminal_has(term, colour, true):
    assert has_true_colour({"TERM": term, "COLORTERM": colour}) is true
