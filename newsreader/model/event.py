"""Events, the truth of a library, and the tags that they add up to.

An event is one thing that an editor did. Events are only ever appended; a tag is what the
events of one editor on one statement add up to (see ``store/tags/folding.py``).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from newsreader.model.article import Span

CONTEXT = 32
"""Code points of context that an anchor keeps on each side (W3C TextQuoteSelector's idea)."""


class Label(StrEnum):
    """What an editor says of a statement."""

    CONFIRMED = "confirmed"
    SPECULATIVE = "speculative"
    OPINION = "opinion"


LETTER = {Label.CONFIRMED: "C", Label.SPECULATIVE: "S", Label.OPINION: "O"}
"""The letter of a label, where there is room for one."""


class EventKind(StrEnum):
    """What an editor did.

    Cuts and joins are of the story, not of an editor: a statement's number means the same to all.
    So are the corrections of its update sections.
    """

    TAG = "tag"  # body: anchor, label, note?, evidence?
    CLEAR = "clear"  # body: anchor
    NOTE = "note"  # body: anchor, note ("" takes it away)
    EVIDENCE = "evidence"  # body: anchor, evidence ("" takes it away)
    CUT = "cut"  # body: anchor of the whole, at: where in it the second part begins
    JOIN = "join"  # body: anchor over two neighbours
    RETIME = "retime"  # body: anchor of an update's head, time (ISO 8601, "" unknown), zone
    SPLIT = "split"  # body: anchor of the statement that a new section begins with
    MERGE = "merge"  # body: anchor of the head of the section that joins the one before
    UNDO = "undo"  # body: story, events: the ids that no longer count
    REDO = "redo"  # body: story, events: the ids that count again
    CARRY = "carry"  # body: article, before, and what model/carryover.py says; nobody's act
    KEEP = "keep"  # body: anchor of the new words, of: the tag's event, rule, version; nobody's act
    REMOVE = "remove"  # body: story; no list shows it any more, until that is undone


class AnchorState(StrEnum):
    """How a tag stands on the newest revision of its story."""

    CURRENT = "current"
    MOVED = "moved"
    STALE = "stale"
    GONE = "gone"


class Anchor(NamedTuple):
    """Which words an act was about; enough to find them again from the event alone."""

    story: str  # the story's URI
    article: str  # SHA-256 of the article's text
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, story: str, article: str, text: str, start: int, end: int) -> Anchor:
        """The anchor of ``text[start:end]`` with its context."""
        return cls(
            story=story,
            article=article,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


class Draft(NamedTuple):
    """An event before the store has given it its place in the log."""

    kind: EventKind
    editor: str
    story: str  # the story's URI
    anchor: Anchor | None = None  # None for what is not about a statement
    label: Label | None = None
    note: str | None = None
    evidence: str | None = None
    events: tuple[str, ...] = ()  # undo and redo: the events meant
    group: str | None = None  # events that one key press made share it, and are undone as one
    at: int | None = None  # cut: code points from the statement's start to the second part
    time: str | None = None  # retime: ISO 8601, without offset where no zone is known, "" unknown
    zone: str | None = None  # retime: IANA name, "" for none
    carry: Mapping[str, object] | None = None  # carry, keep: all else that it says

    def body(self) -> dict[str, Any]:
        """The event's body, ready for JSON."""
        body: dict[str, Any] = {"story": self.story}
        if self.anchor is not None:
            a = self.anchor
            body |= {"article": a.article, "start": a.start, "end": a.end}
            body |= {"exact": a.exact, "prefix": a.prefix, "suffix": a.suffix}
        if self.label is not None:
            body["label"] = self.label.value
        if self.note is not None:
            body["note"] = self.note
        if self.evidence is not None:
            body["evidence"] = self.evidence
        if self.events:
            body["events"] = list(self.events)
        if self.group is not None:
            body["group"] = self.group
        if self.at is not None:
            body["at"] = self.at
        if self.time is not None:
            body["time"] = self.time
        if self.zone is not None:
            body["zone"] = self.zone
        return body | dict(self.carry or {})


class Event(NamedTuple):
    """One entry of the append-only log."""

    id: str  # UUIDv7
    device: str  # the library file it was first written in
    seq: int  # gap-free per device, from 1
    prev: str  # hash of the device's event before this one, "" for the first
    hash: str  # SHA-256 over this event and prev
    hlc: str  # hybrid logical clock, sorts as text
    editor: str
    kind: EventKind
    at: str  # UTC, ISO 8601 with milliseconds and Z
    body: Mapping[str, Any]


class Place(NamedTuple):
    """Where the words of an anchor stand in the article that is shown."""

    n: int | None  # statement number, None when the words are not there
    state: AnchorState
    last_revision: int = 0  # when gone: the newest revision that had the words, 0 when unknown
    last_n: int = 0  # when gone: which of the splitter's statements they were there, 0 for none
    last_span: Span | None = None  # when gone and ``last_n`` is 0: where they stood there


class Tag(NamedTuple):
    """What the events of one editor on one statement add up to.

    ``label`` is None when only a note or evidence was left on the statement.
    """

    editor: str
    label: Label | None
    event: str  # id of the event that set the label (or the last note)
    at: str  # when that event happened
    note: str | None
    evidence: str | None
    state: AnchorState
    n: int | None  # statement number in the article shown, None when gone
    exact: str  # the words it was put on
    article: str  # hash of the article it was put on
    start: int
    end: int
    last_revision: int = 0  # when gone: the newest revision that had the words, 0 when unknown

    @property
    def stands(self) -> bool:
        """Whether it was put on the very words that are there: neither stale nor gone."""
        return self.state in {AnchorState.CURRENT, AnchorState.MOVED}


class Act(NamedTuple):
    """One event as a statement's history shows it; ``active`` is False once undone."""

    event: Event
    active: bool


def new_group() -> str:
    """A name for all that is done as one action: a UUID of version 4.

    Made here, because loading the module that has them takes as long as drawing a frame.
    """
    number = int.from_bytes(os.urandom(16), "big") & ~(0xF << 76) & ~(0x3 << 62)
    digits = f"{number | (0x4 << 76) | (0x2 << 62):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
