"""The program in a terminal, two hundred tags put by keys while another process rewrites the story.

None lost, none on other words than those that were marked on the screen when the key was pressed.
Nothing here waits for a time to pass: each key follows what the screen shows.
"""

import re
import subprocess
import sys
import textwrap
import time
from codecs import getincrementaldecoder
from collections import Counter

import pytest

from newsreader.library import Library
from newsreader.model.event import EventKind
from scripts.terminal import Terminal

COLUMNS, ROWS = 120, 30
TAGS = 200
TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[[^a-zA-Z]*[a-zA-Z]|(\r?\n)|([^\x1b\r\n]+)")
BEGUN = re.compile(rb"\x1b(\[[0-9;?]*)?\Z")
# The number twice: a row that is half drawn is none.
MARKED = re.compile(r"▶.*?(Report (\d{4}) [^│┃]*? pier \2\.)")
LABELS = {"c": "confirmed", "s": "speculative", "o": "opinion"}

WRITER = textwrap.dedent(
    """
    import random
    import sys
    from pathlib import Path
    from newsreader.library import Library

    chance = random.Random(6)
    path, library = Path(sys.argv[1]), Library(sys.argv[2], editor="desk")
    updates = [[f"Report {n:04} came in, said the office of pier {n:04}."
                for n in range(start, start + 12)] for start in range(0, 264, 12)]
    hours = 0

    def change(words):
        for old, new in (("came in", "did not come in"), ("did not come in", "came in twice"),
                         ("came in twice", "came in"), ("said", "denied"), ("denied", "said")):
            if old in words and chance.random() < 0.6:
                return words.replace(old, new, 1)
        return words.replace("the office", "an office")

    def write():
        text = "Reports From the Quays\\n\\n"
        for k in range(len(updates), 0, -1):
            text += f"Update {k} ({k % 12 + 1}:{k % 60:02} PM ET):\\n\\n"
            text += "\\n".join(updates[len(updates) - k]) + "\\n\\n"
        path.write_text(text)
        return [each.status for each in library.add(path)]

    print(*write(), flush=True)
    for _ in sys.stdin:
        hours += 1
        fresh = [f"Report {9000 + 10 * hours + n:04} is new, said the office of pier "
                 f"{9000 + 10 * hours + n:04}." for n in range(3)]
        updates.insert(0, fresh)
        for each in chance.sample(updates[1:], 6):
            at = chance.randrange(len(each))
            each[at] = change(each[at])
        each = chance.choice(updates[1:])
        if len(each) > 4:
            del each[chance.randrange(len(each))]
        each = chance.choice(updates[1:])
        each.append(each.pop(0))
        print(*write(), flush=True)
    """
)


class Screen:
    """What the terminal shows, from all that the program wrote."""

    def __init__(self, terminal):
        self.terminal = terminal
        self._cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self._at = (0, 0)
        self._taken = 0  # bytes of the output
        self._decoder = getincrementaldecoder("utf-8")()

    def until(self, holds, seconds=60.0):
        """What ``holds`` finds on the screen, once it finds something; what is told in between."""
        end = time.monotonic() + seconds
        while not (found := holds(self.rows())):
            shown = "\n".join(self.rows())
            assert time.monotonic() < end, f"it never came:\n{shown}"
            assert self.terminal.read(1.0), f"the program ended:\n{shown}"
        return found

    def rows(self):
        fresh = self.terminal.output[self._taken :]
        whole = BEGUN.sub(b"", fresh)
        self._taken += len(whole)
        text = self._decoder.decode(whole)
        (y, x), cells = self._at, self._cells
        for row, column, newline, plain in TOKEN.findall(text):
            if row:
                y, x = int(row) - 1, int(column) - 1
            elif newline:
                y, x = min(y + 1, ROWS - 1), 0
            for char in plain:
                if x < COLUMNS:
                    cells[y][x] = char
                    x += 1
        self._at = (y, x)
        return ["".join(row) for row in cells]


def marked(rows):
    """The words of the statement that is marked as the current one; None in mid-drawing."""
    found = [match[1] for row in rows if (match := MARKED.search(row))]
    return found[0] if len(found) == 1 and sum("▶" in row for row in rows) == 1 else None


class Writer:
    """The other process, which rewrites the story's file and adds it when told to."""

    def __init__(self, story, library):
        command = [sys.executable, "-c", WRITER, str(story), str(library)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.statuses = Counter()
        self.done()

    def begin(self):
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def done(self):
        self.statuses[self._process.stdout.readline().strip()] += 1

    def end(self):
        self._process.stdin.close()
        assert self._process.wait(60) == 0
        self._process.stdout.close()


@pytest.fixture
def desk(tmp_path):
    library = tmp_path / "desk.library"
    writer = Writer(tmp_path / "quays.txt", library)
    terminal = Terminal(
        [
            *(sys.executable, "-m", "newsreader", "--library", str(library), "--editor", "ana"),
            str(tmp_path / "quays.txt"),
        ],
        size=(COLUMNS, ROWS),
        env={"NEWSREADER_CONFIG": str(tmp_path / "none"), "LC_ALL": "C.UTF-8"},
    )
    return library, writer, terminal


def test_no_tag_is_lost_or_on_other_words(desk):
    library, writer, terminal = desk
    screen = Screen(terminal)
    screen.until(lambda rows: any("▶" in row for row in rows))
    terminal.type("j")
    put: list[tuple[str, str]] = []
    taken = 0
    while len(put) < TAGS:
        words = screen.until(marked)
        if len(put) % 8 == 0:
            if put:
                writer.done()
            writer.begin()  # while the next keys are pressed
        known = {each for each, _ in put}
        key = "j" if words in known else "cso"[len(put) % 3]
        terminal.type(key)
        if key != "j":
            put.append((words, LABELS[key]))
        screen.until(lambda rows, words=words: (marked(rows) or words) != words)
        if any("r to take" in row for row in screen.rows()):
            words = screen.until(marked)
            terminal.type("r?")  # once the help is seen, all that r changed has been drawn
            screen.until(lambda rows: not any("▶" in row for row in rows))
            terminal.type("?")
            now = screen.until(marked)
            kept = words.split()[1] == now.split()[1]
            taken += 1
            assert kept or words not in library_text(library), "the cursor left its statement"
    writer.done()
    terminal.type("Q")
    assert terminal.wait() == 0
    writer.end()
    assert taken >= 10
    assert writer.statuses["revised"] >= 20
    with Library(library, editor="ana") as opened:
        story = opened.open(1)
        tags = [each for each in story.book.events if each.kind is EventKind.TAG]
        assert [(each.body["exact"], each.body["label"]) for each in tags] == put
        assert opened.check(deep=True).ok
        text = story.analysis.article.text
        stands = [tag for _, tag in story.book.slots() if tag.stands]
        assert stands
        labels = dict(put)
        for tag in stands:
            statement = story.analysis.split.statements[tag.n - 1]
            assert text[statement.start : statement.end] == tag.exact
            assert labels[tag.exact] == tag.label
        assert {tag.exact for _, tag in story.book.slots()} <= set(labels)


def library_text(library):
    with Library(library) as opened:
        return opened.open(1).analysis.article.text
