"""A desk to take pictures of: the sample stories in a library of its own, some of them read.

Must stay true: everything is the same each time it is made (clock, editor, stories, tags), so that
pictures change only when the program does.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from newsreader.library import Library
from newsreader.model.event import Label
from newsreader.session import Session
from newsreader.tui.app import NewsreaderApp

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sample_articles"
NOW = datetime(2023, 2, 14, 21, 54, tzinfo=UTC)
LABELS = {"c": Label.CONFIRMED, "s": Label.SPECULATIVE, "o": Label.OPINION}
READ = (
    ("column-sea-wall.txt", "ocooscooocosoocsoococosoocooocoo"),
    ("rail-tunnel-report.md", "ccscccsccocs"),
    ("port-ansel-strike-wire.txt", "ccsccssoccs"),
    ("the-latest-wildfire.txt", "ccscs"),
    ("bridge-closure-appended.txt", "ccccsccscccocccccsccccsccccc"),
    ("harbour-mouth-storm-live.txt", ""),
)
"""Stories in the order in which they are added, with the labels of their first statements."""
STORY = "calder-dam-breaking.txt"
"""The story that is read in the pictures; it is added last."""


@contextmanager
def desk() -> Iterator[Library]:
    """A library with the sample stories, for as long as it is used."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "desk.library", editor="ana", clock=lambda: NOW)
        for name, labels in (*READ, (STORY, "")):
            (added,) = library.add(str(SAMPLES / name))
            session = Session(library.open(added.story), "ana", library.record)
            for letter in labels:
                session.tag(LABELS[letter])
        yield library
        library.close()


def app_on(library: Library, *, reading: bool) -> NewsreaderApp:
    """The program on the desk, in the list or in the story."""
    return NewsreaderApp(library, story=len(READ) + 1 if reading else None, now=lambda: NOW)
