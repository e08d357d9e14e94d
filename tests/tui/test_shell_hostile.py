"""The real program on a real pseudo-terminal, with a story that tries everything.

What is read off the terminal is held against the grammar of what Textual itself writes: any other
control byte was written by the news. The words must be on the screen as they are.
"""

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import textwrap
import time
from base64 import b64decode
from fcntl import ioctl

import pytest
from rich.cells import cell_len

from newsreader.library import Library
from newsreader.model.article import BlockKind
from newsreader.model.event import Anchor, Draft, EventKind, Label

ODD = "[sic] [/] [@click=app.quit]x[/] [AP] $x :smile:"
CODES = (
    "\x1b]0;owned\x07 \x1b[2J \x1b[c \x1b]52;c;Y2M=\x1b\\ \x9b6n \x9d0;t\x9c \x1bc \x07\x08\x7f\x00"
)
TRICKS = "\u202egnp\u202c \u2066x\u2069 a\u200bb \ufeff z" + "\u0301" * 40 + " \U000e0041"
HOSTILE = f"{ODD} {CODES} {TRICKS}"
EDITOR = "eve [/] \x1b[2J\x9b6n [red]"
QUIET = 0.15  # seconds without output after which the screen stands still

# All that Textual 8.2 writes that is not text.
OWN = re.compile(
    r"\x1b\[(?:[\d;]*m|\d+;\d+H|\?\d+[hl]|\?(?:2026|2048)\$p|>\d+u|<u|\?2004[hl]|[\d;]*[ABCDGK])"
    r"|\x1b\]22;[a-z-]+(?:\x07|\x1b\\)"  # the shape of the mouse pointer
    r"|\x1b\]52;c;[A-Za-z0-9+/=]+\x07"  # what was copied
    r"|\r?\n|\x07"
)
TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[^a-zA-Z]*[a-zA-Z]|(\r?\n)|([^\x1b\r\n]+)")
PROGRAM = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from newsreader.config import load_config
    from newsreader.library import Library
    from newsreader.tui import run
    config = load_config(Path(sys.argv[1]).with_name("config.toml"))
    with Library(sys.argv[1], editor={editor!r}) as library:
        sys.exit(run(library, story=None, config=config))
    """
).format(editor=EDITOR)


class Terminal:
    """The program in a pty of 150 × 40."""

    def __init__(self, library):
        self.pid, self.fd = pty.fork()
        if not self.pid:  # the child is coverage of another process: not measured here
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 150, 0, 0))
            kept = {name: os.environ[name] for name in os.environ.keys() - {"COLUMNS", "LINES"}}
            env = {**kept, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
            command = [sys.executable, "-c", PROGRAM, str(library)]
            os.execve(sys.executable, command, env)  # noqa: S606
        self.raw = b""
        self.status = None
        self.modes = None  # those of the terminal at the end
        self.drawn = 0  # characters that are on the screen already
        self.cells = [[" "] * 150 for _ in range(40)]
        self.at = (0, 0)

    def read(self, until="", gone="\0", seconds=20.0):
        """Read until the screen has ``until`` and not ``gone``, and stands still; or the end."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.fd], [], [], QUIET)[0]:
                try:
                    data = os.read(self.fd, 65536)
                except OSError:  # the other end is closed
                    return self
                if not data:
                    return self
                self.raw += data
            elif until and until in self.shown and gone not in self.shown:
                return self
        raise AssertionError(f"{until!r} never came:\n" + "\n".join(self.screen()))

    def send(self, keys, until="\0", gone="\0"):
        os.write(self.fd, keys if isinstance(keys, bytes) else keys.encode())
        return self.read(until, gone)

    def end(self):
        _, status = os.waitpid(self.pid, 0)
        self.modes = termios.tcgetattr(self.fd)
        os.close(self.fd)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

    @property
    def text(self):
        return self.raw.decode("utf-8", "ignore")

    @property
    def shown(self):
        return "\n".join(self.screen())

    def screen(self):
        """The rows as they stand, from where the program put its text."""
        cells, (y, x), text = self.cells, self.at, self.text
        for row, column, newline, plain in TOKEN.findall(text, self.drawn):
            if row:
                y, x = int(row) - 1, int(column) - 1
            elif newline:
                y, x = min(y + 1, 39), 0
            for char in plain:
                width = cell_len(char)
                if not width and x:
                    cells[y][min(x, 150) - 1] += char
                elif x < 150:
                    cells[y][x : x + width] = [char, ""][:width]
                    x += width
        self.at, self.drawn = (y, x), len(text)
        return ["".join(row) for row in cells]


@pytest.fixture
def library(tmp_path, made):
    """A library whose only story is hostile in title, text, source, editor, note, evidence."""
    made.block("title", HOSTILE)
    made.update(marker=f"UPDATE 2 {HOSTILE}", number=2)
    made.block(BlockKind.PARAGRAPH, f"First words {HOSTILE}|Second words {HOSTILE}")
    made.says(origin=HOSTILE, relay=HOSTILE, cue=HOSTILE, named=True)
    made.block(BlockKind.POST, f"A post {HOSTILE}", credit=f"— {HOSTILE}", post=(HOSTILE,) * 4)
    analysis = made.analysis()
    path = tmp_path / "desk.library"
    with Library(path, editor=EDITOR) as library:
        article = analysis.article._replace(uri=f"odd:{HOSTILE}", source=HOSTILE, title=HOSTILE)
        library.add_analysis(analysis._replace(article=article))
        opened = library.open(1)
        for editor in (EDITOR, "ana\x1b[c"):
            library.record(opened, list(drafts(opened, editor)))
    return path


def drafts(opened, editor):
    words = opened.analysis.split.statements[1]
    text = opened.analysis.article.text
    anchor = Anchor.of(opened.story.uri, opened.revision.hash, text, words.start, words.end)
    yield Draft(EventKind.TAG, editor, opened.story.uri, anchor, label=Label.OPINION)
    yield Draft(EventKind.NOTE, editor, opened.story.uri, anchor, note=f"note\n{HOSTILE}")
    yield Draft(EventKind.EVIDENCE, editor, opened.story.uri, anchor, evidence=HOSTILE)


@pytest.fixture
def terminal(library):
    program = Terminal(library)
    yield program
    if program.status is None:
        os.kill(program.pid, signal.SIGKILL)
        program.end()


def tags(path):
    with Library(path, editor=EDITOR) as library:
        return library.open(1).book.progress(EDITOR, 99).tagged


def test_every_screen_writes_only_what_the_program_wrote_itself(terminal, library):
    terminal.read(f"▶ {ODD}")  # the list
    terminal.send("?", "closes").send("q", "keys", "closes")
    terminal.send(":", "a command").send("sic", "▶ story").send("\x1b", "keys", "▶ story")
    terminal.send("/[sic\r", "found").send("\\", "keys")
    terminal.send("\r", "First words")
    assert f"First words {ODD}" in terminal.shown  # the reader
    terminal.send("jp", "note").send("p", "First words")
    terminal.send("y", "copied").send("jjl", "LINKS").send("y", "address copied")
    terminal.send("q", "First words").send("kk", "keys")
    terminal.send("m", "note:").send("\x1b", "saved", "note:")
    terminal.send("e", "evidence:").send("\x1b", "saved ✓", "evidence:")
    terminal.send("/\x1b[200~[/]\x1b[2J[b]zz\x1b[201~\r", "not found: [/][2J[b]zz")
    terminal.send("?", "closes").send("q", "First words", "closes")
    terminal.send("t", "UPDATE 2").send("q", "1 story")
    terminal.send("Q")
    assert terminal.end() == 0
    assert foreign(terminal) == []
    assert tags(library) == 1


def foreign(terminal):
    """What was written that is neither the program's own grammar nor text that may be shown."""
    odd = OWN.sub("", terminal.text)
    hidden = set(odd) & set("\u202e\u202c\u2066\u2069\u200b\ufeff\U000e0041\ufdd0")
    flood = ["\u0301" * 5] if "\u0301" * 5 in odd else []
    return [*re.findall(r"[\x00-\x1f\x7f-\x9f].{,9}", odd), *sorted(hidden), *flood]


def test_so_do_settings_file_names_figures_and_what_is_left_behind(library, tmp_path):
    def quoted(text):
        return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'

    desk, guide = tmp_path / "in", tmp_path / "guide.md"
    desk.mkdir()
    (desk / f"aa {ODD[:5]}\x1b[2J\x9b6n\u202e.txt").write_text("Title\n\nSome words.")
    (desk / f"ab {ODD[:5]}\n\r.txt").write_text("Title\n\nSome words.")
    guide.write_text(f"# {HOSTILE}\n\nGuide {HOSTILE}")
    named = f"{quoted(HOSTILE)} = {quoted('has:note ' + CODES)}"
    (tmp_path / "config.toml").write_text(f"guidelines = 'guide.md'\n[filters]\n{named}\n")
    terminal = Terminal(library)
    terminal.read(f"▶ {ODD}").send("%", "closes").send("\x1b", "keys", "closes")
    terminal.send("F", "[sic]").send("\r", "Esc").send("0", "1 story")
    terminal.send("f\x1b[200~has:note \x1b[2J\x9b6n\x1b[201~", "filter").send("\x1b", "keys")
    terminal.send("v", "marked").send(
        f"X{tmp_path}/no\x1b[200~\u202e\x1b[2J\x1b[201~/x.csv\r", "No such"
    )
    terminal.send(f"A{desk}/a\t", "aa [sic]").send("\x1b", "keys", "aa [")
    terminal.send(f"A{desk}\r", "2 added").send("\\", "3 stories").send("G\r", "First words")
    terminal.send("i", "Guide").send("\x1b", "First words", "Guide")
    terminal.send("jo", "opinion").send("k|\r", "cut in two").send("L", "LEFT BEHIND")
    terminal.send("\x1b", "? keys", "LEFT BEHIND").send("%", "closes")
    terminal.send("G\x1b", "? keys", "closes")
    terminal.send("pP", "note").send("vjY", "copied").send("Q")
    assert terminal.end() == 0
    assert foreign(terminal) == []
    clipboard = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", terminal.text)
    assert len(clipboard) == 1
    assert b64decode(clipboard[0]).decode().replace("\n", "").isprintable()


LETTERS = "".join(map(chr, range(33, 127)))


@pytest.mark.parametrize(
    ("key", "field", "gone"),
    [("m", "note:", "note:"), ("e", "evidence:", "evidence:"), ("/", "search", "not found")],
)
def test_no_key_acts_while_one_types_into_the_reader(terminal, library, key, field, gone):
    terminal.read("▶ [sic]").send("\r", "First words").send("jj", "STATEMENT 3")
    terminal.send(key, field)
    terminal.send(LETTERS[::-1] + LETTERS + "END", "END")  # Q, q, x, u, c among them
    terminal.send("\x1b", "saved ✓", gone)
    assert tags(library) == 1
    terminal.send("c", "C1 ")
    assert tags(library) == 2
    terminal.send("Q")
    assert terminal.end() == 0


REPLIES = [
    b"\x1b[?62;4c", b"\x1b[>41;354;0c", b"\x1b]lcccsso\x1b\\", b"\x1b]Lc\x07",
    b"\x1bP1$r0;1c\x1b\\",
    b"\x1b[24;80R", b"\x1b[8;30;100t", b"\x1b]52;c;Y2M=\x07", b"\xff\xe9\x9bc", b"\x1b[?1;2$y",
    b"\x1b[" + b"1;" * 5000 + b"c", b"\x1b_Gi=1;c\x1b\\", b"\x1b[200~c\x1b[201~cs1o2\x1b[201~",
    b"\x1b[200~ccc\x1b[2Js\rc\x1b[201~",
]  # fmt: skip


def test_what_a_terminal_answers_or_pastes_puts_no_tag(terminal, library):
    terminal.read("▶ [sic]").send("\r", "First words")
    terminal.send(b"".join(REPLIES) + b"?", "closes").send("q", "First words")
    assert tags(library) == 1
    terminal.send("g", "First words").send("c", "confirmed")
    assert tags(library) == 2
    terminal.send("Q")
    assert terminal.end() == 0


@pytest.mark.parametrize("typed", ["q7", "Q/x", "\rQm", "\rQc", "Q?:\r", "QA\x1b[200~x\x1b[201~"])
def test_what_is_typed_after_leaving_is_for_nobody(terminal, library, typed):
    terminal.read("▶ [sic]").send(typed)
    assert terminal.end() == 0
    assert "Traceback" not in terminal.text
    assert tags(library) == 1


@pytest.mark.parametrize("sent", [signal.SIGSTOP, signal.SIGTSTP])
def test_who_stops_the_program_goes_on_with_it(terminal, library, sent):
    before = termios.tcgetattr(terminal.fd)
    terminal.read("▶ [sic]").send("\r", "First words").send("m", "Enter saves").send("ab", "ab")
    for _ in range(2):
        os.kill(terminal.pid, sent)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.screen()
        terminal.cells = [[" "] * 150 for _ in range(40)]
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.read("Enter saves")
        terminal.read("First words")  # all is drawn anew
    terminal.send("c\r", "note saved").send("Q")
    assert terminal.end() == 0
    assert terminal.modes == before
    with Library(library, editor=EDITOR) as opened:
        assert opened.open(1).book.own(1, EDITOR).note == "abc"


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_gives_the_terminal_back(terminal, sent, status):
    terminal.read("▶ [sic]")
    os.kill(terminal.pid, sent)
    terminal.read()
    assert terminal.end() == status
    for mode in (1049, 1000, 1003, 2004):
        assert terminal.text.rindex(f"\x1b[?{mode}l") > terminal.text.rindex(f"\x1b[?{mode}h")
