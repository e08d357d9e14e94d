"""What could not be saved, as lines that ``newsreader tag --batch`` takes: the way out of memory.

Pure. Each line says with ``exact`` which words were meant, so that other words never get the tag.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsreader.model.event import Draft, EventKind
from newsreader.session import Session

_LABELLED = (EventKind.TAG, EventKind.CLEAR)
_REMARKS = (EventKind.NOTE, EventKind.EVIDENCE)


class Rescue(NamedTuple):
    """What can be written to a file, and what cannot."""

    lines: tuple[str, ...]  # JSON, ASCII only
    left_out: int  # acts that no such line can say: undone ones, cuts, corrections

    @property
    def told(self) -> str:
        """How many acts there are, in words."""
        count = len(self.lines)
        said = f"{count} act{'s' * (count != 1)}"
        return f"{said} ({self.left_out} others cannot be)" if self.left_out else said


def rescue(sessions: Iterable[Session]) -> Rescue:
    """The acts of these sessions that are not saved, oldest first in each."""
    lines: list[str] = []
    left_out = 0
    for session in sessions:
        for draft, n in session.waiting_acts():
            row = _row(session.opened.story.uri, draft, n)
            if row is None:
                left_out += 1
            else:
                lines.append(json.dumps(row, ensure_ascii=True))
    return Rescue(tuple(lines), left_out)


def _row(story: str, draft: Draft, n: int) -> dict[str, Any] | None:
    if draft.anchor is None or not n or draft.kind not in (*_LABELLED, *_REMARKS):
        return None
    row: dict[str, Any] = {"story": story, "statement": n}
    if draft.kind in _LABELLED:
        row["label"] = draft.label.value if draft.label is not None else "clear"
    row.update(_remarks(draft))
    return {**row, "editor": draft.editor, "exact": draft.anchor.exact}


def _remarks(draft: Draft) -> Iterator[tuple[str, str]]:
    for name, text in (("note", draft.note), ("evidence", draft.evidence)):
        if text is not None:
            yield name, text
