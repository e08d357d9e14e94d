"""Notes: what an article says about itself, or its source says about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class NoteKind(StrEnum):
    """What a note about the article is; a note never opens a section."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    EDITORS_NOTE = "editors_note"
    ADVISORY = "advisory"
    STAMP = "stamp"


class Note(NamedTuple):
    """Something the article says about itself: a correction, an advisory, a time stamp."""

    kind: NoteKind
    start: int
    end: int
