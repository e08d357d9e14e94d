"""Which panes of the reader there is room for, and how wide they are; pure."""

from __future__ import annotations

from typing import NamedTuple

WIDE = 110
"""Columns from which the panes stand beside the text."""
NORMAL = 60
"""Columns from which there is a strip below the text."""
BESIDE = 96
"""Columns from which the panel can stand beside the text where it is asked for."""
LOW = 8
"""Rows below which there is nothing but text and keys."""
_TEXT = 84  # columns that the text has use for, with gutter and air
_UPDATES = (20, 46)
_PANEL = (33, 66)


def widths(columns: int, *, updates: bool, panel: bool) -> tuple[int, int]:
    """Columns of the updates and of the panel beside the text.

    The text comes first: the panes share what it does not need, within what suits them.

    Args:
        columns: of the screen.
        updates: whether the updates are shown.
        panel: whether the panel is shown beside the text.
    """
    spare = columns - _TEXT
    share = spare * 2 // 5 if panel else spare
    pane = min(max(share, _UPDATES[0]), _UPDATES[1]) if updates else 0
    return pane, min(max(spare - pane, _PANEL[0]), _PANEL[1]) if panel else 0


class Wanted(NamedTuple):
    """What the editor asked for; None as the width suggests."""

    panel: bool | None = None
    updates: bool | None = None
    below: bool | None = None  # the panel below the text instead of beside it


class Arrangement(NamedTuple):
    """What is shown beside the text, which always is."""

    title: bool
    updates: bool
    beside: bool
    below: bool
    strip: bool
    updates_width: int  # columns, 0 where it is not shown
    panel_width: int  # of the panel beside the text


def arranged(width: int, height: int, wanted: Wanted, *, has_updates: bool) -> Arrangement:
    """What there is room for on a screen of that size.

    Args:
        width: columns.
        height: rows.
        wanted: what the editor asked for.
        has_updates: whether the article has update sections.
    """
    wide = width >= WIDE
    panel = wide if wanted.panel is None else wanted.panel
    below = not wide if wanted.below is None else wanted.below or width < BESIDE
    updates = (wide if wanted.updates is None else wanted.updates) and has_updates
    updates = updates and width >= NORMAL
    beside = panel and not below
    return Arrangement(
        height >= LOW,
        updates,
        beside,
        panel and not beside and height >= LOW,
        NORMAL <= width < WIDE and not panel and height >= 12,
        *widths(width, updates=updates, panel=beside),
    )
