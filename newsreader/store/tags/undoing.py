"""What each editor can undo and redo in a story, and so which events still count.

Pure. Undo makes the events that it names inactive, redo active again; what one key press did (the
events of one ``group``) is undone as one. Both count only for what the editor's own last actions
were, so that the same undo from two programs is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.event import Act, Event, EventKind

CUTS = frozenset({EventKind.CUT, EventKind.JOIN})
"""What changes which statements there are, for all editors."""

SECTIONS = frozenset({EventKind.RETIME, EventKind.SPLIT, EventKind.MERGE})
"""What changes which update sections there are, and when they were, for all editors."""

SHAPES = CUTS | SECTIONS
"""What is of the story, and of no editor."""

STEPS = SHAPES | {EventKind.TAG, EventKind.CLEAR, EventKind.NOTE, EventKind.EVIDENCE}
"""What undo goes back through."""


class Undoing:
    """What one editor can undo and redo in the story: the ids of each action, last one last."""

    def __init__(self) -> None:
        """Begin where nothing was done yet."""
        self.done: list[tuple[str, ...]] = []
        self.undone: list[tuple[str, ...]] = []
        self.group: str | None = None  # of the last of ``done``

    def act(self, event: Event) -> None:
        """Take note of an act; a new one forgets what could be redone."""
        group = event.body.get("group")
        if group is not None and group == self.group and self.done:
            self.done[-1] = (*self.done[-1], event.id)
        else:
            self.done.append((event.id,))
        self.group = group
        self.undone.clear()

    def shift(self, ids: tuple[str, ...], *, redo: bool) -> bool:
        """Move the action ``ids`` from one side to the other; False when it is not there.

        (It is not when the editor did the same in another program at the same time.)
        """
        here, there = (self.undone, self.done) if redo else (self.done, self.undone)
        if ids not in here:
            return False
        here.reverse()
        here.remove(ids)  # the latest of its kind
        here.reverse()
        there.append(ids)
        self.group = None
        return True


def switched(event: Event) -> tuple[str, ...]:
    """The ids that an undo or redo names; none for other events."""
    return tuple(str(each) for each in event.body.get("events", ()))


def shapes_among(events: Sequence[Event]) -> tuple[Act, ...]:
    """What of a story's events changes statements or sections, in the order in which it was done.

    What was undone and redone keeps its place in that order.
    """
    if not any(event.kind in SHAPES for event in events):
        return ()
    return tuple(act for act in steps_among(events) if act.event.kind in SHAPES)


def steps_among(events: Sequence[Event]) -> tuple[Act, ...]:
    """All that undo goes back through, in the order in which it was done, and what still counts."""
    steps: dict[str, Act] = {}
    undoing: dict[str, Undoing] = {}
    for event in events:
        own = undoing.setdefault(event.editor, Undoing())
        if event.kind in STEPS:
            own.act(event)
            steps[event.id] = Act(event, active=True)
            continue
        ids, redo = switched(event), event.kind is EventKind.REDO
        if own.shift(ids, redo=redo):
            for each in ids:
                steps[each] = Act(steps[each].event, active=redo)
    return tuple(steps.values())
