"""Whether a first frame can be drawn, and drawing it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsreader.config import Config
from newsreader.errors import NewsreaderError
from newsreader.tui.commands import Command
from newsreader.tui.first_frame.held import HeldTerminal
from newsreader.tui.first_frame.ink import Ink, has_true_colour
from newsreader.tui.plain import colours, glyphs
from newsreader.tui.plain.slim_codes import slimmed

if TYPE_CHECKING:
    from newsreader.library import Library
    from newsreader.session import Session

_LEAST, _MOST = (20, 6), (500, 200)
"""Columns and rows of terminals that a first frame is drawn on."""


def show_first(  # noqa: PLR0913  -- what is shown, each by its name
    held: HeldTerminal,
    library: Library,
    session: Session | None,
    *,
    config: Config,
    commands: Sequence[Command],
    now: Callable[[], datetime],
) -> None:
    """Draw the first frame, where that can be done as the program will draw it.

    Args:
        held: the terminal.
        library: open.
        session: of the story that is shown; None for the list.
        config: the settings in force.
        commands: the table of commands with the keys in force.
        now: tells the time, aware.

    Raises:
        UsageError: NEWSREADER_THEME names no theme.
    """
    true_colour, (width, height) = has_true_colour(os.environ), held.size
    if (
        true_colour is None
        or held.slow
        or "NO_COLOR" in os.environ
        or glyphs.plain(config.glyphs, os.environ)
        or not (_LEAST[0] <= width <= _MOST[0] and _LEAST[1] <= height <= _MOST[1])
    ):
        return
    ink = Ink(colours.chosen(config.theme, os.environ), true_colour=true_colour)
    if session is not None:
        from newsreader.tui.first_frame.reader_frame import reader_frame  # noqa: PLC0415  -- the one

        canvas = reader_frame(session, width, height, commands, now)
    else:
        from newsreader.tui.first_frame.list_frame import list_frame  # noqa: PLC0415  -- or the other
        from newsreader.tui.stories.story_feed import StoryFeed  # noqa: PLC0415

        try:
            feed = StoryFeed(library.stretch, total=library.count())
            canvas = list_frame(feed, width, height, commands, now())
        except NewsreaderError:  # the screen itself will say it
            return
    held.show(slimmed(canvas.written(ink)))
