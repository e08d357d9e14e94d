"""What the status line says of an act that is done: what it was, and where. One short line each."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.event import Event, EventKind, Tag
from newsreader.model.story import Progress

_DONE = {EventKind.UNDO: "undone", EventKind.REDO: "redone"}
_NAMES = {
    EventKind.RETIME: "time of the update",
    EventKind.SPLIT: "a new update",
    EventKind.MERGE: "merged updates",
}


def left(progress: Progress) -> str:
    """What is left to do, when the last statement was tagged."""
    if progress.open:
        return f"{progress.open} still open"
    return f"all {progress.total} tagged"


def several(done: str, count: int) -> str:
    """What was done, to how many statements if to more than one."""
    return f"{done} on {count} statements" if count > 1 else done


def cleared(tag: Tag | None) -> str:
    """What clearing took; None when it was a label that was never saved."""
    if tag is None:
        return "cleared label"
    parts = {"label": tag.label, "note": tag.note, "evidence": tag.evidence}
    *most, last = [name for name, value in parts.items() if value]
    return f"cleared {', '.join(most)}{' and ' if most else ''}{last}"


def switched(kind: EventKind, events: Sequence[Event], numbers: Sequence[int]) -> str:
    """What was undone or redone, and on which statement.

    Args:
        kind: undo or redo.
        events: the acts meant, as far as they are on statements shown.
        numbers: of those statements.
    """
    places = tuple(dict.fromkeys(numbers))
    if not places:
        return f"{_DONE[kind]}, on words left behind"
    if len(places) > 1:
        return f"{_DONE[kind]} on {len(places)} statements"
    names = dict.fromkeys(_name(event) for event in events)
    return f"{_DONE[kind]}: {', '.join(names)} on {places[0]}"


def reshaped(kind: EventKind, events: Sequence[Event]) -> str:
    """That a cut, a join or a correction of sections was undone or redone."""
    names = dict.fromkeys(_name(event) for event in events)
    return f"{_DONE[kind]}: {', '.join(names)}"


def _name(event: Event) -> str:
    """What an act is called: by its label, if it put one."""
    return str(event.body.get("label") or _NAMES.get(event.kind, event.kind.value))
