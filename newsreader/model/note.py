"""Notes: what an article says about itself, or its source says about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note about the article is; a note never opens a section."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    EDITORS_NOTE = "editors_note"
    ADVISORY = "advisory"
    STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Note:
    """Something the article says about itself: a correction, an advisory, a time stamp."""

    kind: NoteKind
    start: int
    end: int
