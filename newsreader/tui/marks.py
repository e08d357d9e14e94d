"""How a statement's standing is shown: a letter, a shape and a colour for each label; pure.

The letter and the shape alone carry the meaning, so that it is read without colours and by
those who do not see them; the colour only adds.
"""

from __future__ import annotations

from newsreader.model.event import LETTER, Label
from newsreader.model.story import Progress
from newsreader.session import Standing
from newsreader.stats.shares import shares

Part = tuple[str, str]
"""A look ("" for none) and the text drawn in it."""

SHAPE = {Label.CONFIRMED: "▓", Label.SPECULATIVE: "▒", Label.OPINION: "░"}
OPEN = "·"
ALARM = "!"


def mark_class(label: Label | None) -> str:
    """The look of a label, or of none."""
    return f"mark--{label.value}" if label is not None else "mark--open"


def gutter(standing: Standing) -> tuple[Part, Part]:
    """The two signs of a statement: the editor's own mark, and what else is to be seen.

    The first is the letter of the editor's label, else that of another editor in lower case,
    else a dot. The second is ``!`` for what is not saved, else the lower-case letter of the
    first other editor who says something else, else of one who agrees.
    """
    own = standing.own.label if standing.own is not None else None
    label = None if standing.unsaved_clear else standing.unsaved or own
    others = [tag.label for tag in standing.others if tag.label is not None]
    if label is not None:
        first = (mark_class(label), LETTER[label])
    elif others:
        first = (mark_class(others[0]), LETTER[others[0]].lower())
        others = others[1:]
    else:
        first = (mark_class(None), OPEN)
    if standing.unsaved is not None or standing.unsaved_clear:
        return first, ("mark--alarm", ALARM)
    other = next((each for each in others if each is not label), others[0] if others else None)
    return first, (mark_class(other), LETTER[other].lower()) if other else ("", " ")


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
