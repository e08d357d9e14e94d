"""How a statement's standing is shown: a letter, a shape and a colour for each label; pure.

The letter and the shape alone carry the meaning, so that it is read without colours and by
those who do not see them; the colour only adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsreader.model.event import LETTER, Label, Tag
from newsreader.model.story import Progress
from newsreader.stats.shares import shares
from newsreader.tui.plain.parts import Part

if TYPE_CHECKING:
    from newsreader.session import Standing

SHAPE = {Label.CONFIRMED: "▓", Label.SPECULATIVE: "▒", Label.OPINION: "░"}
MARKER = "▶"
"""Before the current row of a list."""
OPEN = "·"
ALARM = "!"
NOTE, EVIDENCE, BOTH = "•", "°", ":"
NOTHING: Part = ("", " ")
FRESH = {False: "+", True: "~"}
"""Signs of a new statement, and of one whose words changed, that the editor has not seen yet."""


def mark_class(label: Label | None) -> str:
    """The look of a label, or of none."""
    return f"mark--{label.value}" if label is not None else "mark--open"


class Signs(NamedTuple):
    """What the gutter says of a statement, each in a column of its own."""

    own: Part  # one cell
    other: Part  # one cell
    who: Part  # the initial of whose the other sign is, one cell
    noted: Part  # one cell
    shape: Part  # one cell, repeated beside every row of the statement


def gutter(standing: Standing) -> Signs:
    """The signs of a statement.

    ``own`` is the letter of the editor's label, else that of another editor in lower case, else
    a dot. ``other`` is ``!`` for what is not saved, else the lower-case letter of the first other
    editor who says something else, else of one who agrees. ``who`` names whose lower-case letter
    it is. ``noted`` is ``•`` for a note, ``°`` for evidence, ``:`` for both, whoever wrote them.
    ``shape`` is that of the editor's own label, as in the bars of progress.
    """
    if standing.own is not None and standing.own.label is not None and not standing.own.stands:
        return _stale(standing)
    own = standing.own.label if standing.own is not None else None
    label = None if standing.unsaved_clear else standing.unsaved or own
    others = [tag for tag in standing.others if tag.label is not None and tag.stands]
    shape = (mark_class(label), SHAPE[label]) if label is not None else NOTHING
    who = NOTHING
    if label is not None:
        own_sign = (mark_class(label), LETTER[label])
    elif others:
        own_sign, who = _another(others[0])
        others = others[1:]
    else:
        own_sign = (mark_class(None), OPEN)
    noted = _noted([standing.own, *standing.others])
    if standing.unsaved is not None or standing.unsaved_clear:
        return Signs(own_sign, ("mark--alarm", ALARM), NOTHING, noted, shape)
    other = next((tag for tag in others if tag.label is not label), others[0] if others else None)
    if other is None:
        return Signs(own_sign, NOTHING, who, noted, shape)
    other_sign, other_who = _another(other)
    return Signs(own_sign, other_sign, other_who if who is NOTHING else who, noted, shape)


def _stale(standing: Standing) -> Signs:
    """The signs of a statement whose words changed under the editor's label."""
    assert standing.own is not None
    noted = _noted([standing.own, *standing.others])
    if standing.unsaved is not None or standing.unsaved_clear:
        return gutter(standing._replace(own=None))
    label = standing.own.label
    assert label is not None
    return Signs(
        ("mark--alarm", ALARM), (mark_class(label), LETTER[label]), NOTHING, noted, NOTHING
    )


def _another(tag: Tag) -> tuple[Part, Part]:
    """The sign of another editor's tag, and that editor's initial."""
    letter = LETTER[tag.label].lower() if tag.label is not None else OPEN
    initial = tag.editor[:1]
    plain = initial.isalnum() and initial.isascii()
    return (mark_class(tag.label), letter), ("dim", initial if plain else "?")


def _noted(tags: Sequence[Tag | None]) -> Part:
    """Whether anyone left a note or evidence."""
    note = any(tag is not None and tag.note for tag in tags)
    evidence = any(tag is not None and tag.evidence for tag in tags)
    sign = (" ", NOTE, EVIDENCE, BOTH)[note + 2 * evidence]
    return ("note-mark", sign) if note or evidence else NOTHING


def bar(progress: Progress, width: int) -> list[Part]:
    """A bar of ``width`` cells: confirmed, speculative, opinion, open.

    What there is at least one of has at least one cell, where the width allows.
    """
    amounts = (progress.confirmed, progress.speculative, progress.opinion, progress.open)
    cells = shares(amounts, width) if progress.total else (0, 0, 0, max(0, width))
    labels: tuple[Label | None, ...] = (*Label, None)
    return [
        (mark_class(label), (SHAPE[label] if label is not None else OPEN) * size)
        for label, size in zip(labels, cells, strict=True)
        if size
    ]


def counts(progress: Progress) -> list[Part]:
    """``11/34 C5 S4 O2`` as parts."""
    numbers = (progress.confirmed, progress.speculative, progress.opinion)
    parts: list[Part] = [("", f"{progress.tagged}/{progress.total}")]
    for label, number in zip(Label, numbers, strict=True):
        parts += [("", " "), (mark_class(label), f"{LETTER[label]}{number}")]
    return parts
