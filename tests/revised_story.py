"""A story of four revisions, tagged on the way, for tests of what became of its statements."""

import itertools
from datetime import UTC, datetime, timedelta

from newsreader.library import Library
from newsreader.model.event import EventKind, Label
from newsreader.session import act

NOW = datetime(2022, 1, 5, 22, 54, tzinfo=UTC)
TITLE = "The Depot Fire: What We Know"
SIX = "Six people were hurt in the blast at the depot, the ministry said."
NINE = "Nine people were hurt in the blast at the depot, the ministry confirmed."
AT_LEAST = "At least nine people were hurt in the blast at the depot, the ministry confirmed."
CAUSE = "The cause is not known."
QUAY = "The east quay is closed to all traffic until further notice."
TRUCKS = "Witnesses reportedly saw two trucks leave the yard shortly before the fire broke out."
SEEN = "Witnesses saw two trucks leave the yard shortly before the fire broke out."
LORRIES = "Witnesses saw two lorries leave the yard shortly before the fire broke out."
TRAINS = "Trains to the harbour stand still."
CARGO = "Nobody has said who owned the cargo."
_FIRST = "UPDATE 1: 3:15 p.m. ET"
_SECOND = "UPDATE 2: 4:40 p.m. ET"
REVISIONS = (
    (_FIRST, SIX, f"{CAUSE} {QUAY}", TRUCKS),
    (_SECOND, TRAINS, _FIRST, NINE, f"{CAUSE} {QUAY}", SEEN),
    (_SECOND, f"{TRAINS} {CARGO}", _FIRST, NINE, CAUSE, LORRIES),
    (_SECOND, f"{TRAINS} {CARGO}", _FIRST, AT_LEAST, f"{CAUSE} {QUAY}"),
)


def put(library, *blocks, name="depot.txt"):
    """Make these blocks the next revision of the story in a file."""
    path = library.path.parent / name
    path.write_text("\n\n".join((TITLE, *blocks)) + "\n", encoding="utf-8")
    (done,) = library.add(path)
    assert done.error is None
    return done


def number(opened, words):
    """Which statement has these words."""
    statements = opened.analysis.split.statements
    (n,) = (each.n for each in statements if opened.analysis.words(each) == words)
    return n


def tag(library, words, label=Label.SPECULATIVE, *, editor=None, kind=EventKind.TAG, **more):
    """Put a label on these words of the newest revision; returns the event's id."""
    opened = library.open(1)
    if kind is EventKind.TAG:
        more["label"] = label
    by = editor or library.editor
    draft = act(opened, number(opened, words), kind, by, **more)
    (event,) = library.record(opened, [draft])
    return event.id


def desk(path, *, revisions=REVISIONS):
    """A library with the story: *six* confirmed, the cause and the trucks speculative by ana."""
    ticks = itertools.count()
    library = Library(path, editor="ana", clock=lambda: NOW - timedelta(hours=60 - next(ticks)))
    first, *others = revisions
    put(library, *first)
    tag(library, SIX, Label.CONFIRMED)
    tag(library, CAUSE, note="one origin")
    tag(library, TRUCKS)
    for blocks in others:
        put(library, *blocks)
    return library
