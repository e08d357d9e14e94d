"""The list of stories as the widgets will show it at first; pure.

What stands on it is said by the same modules that the widgets ask; here is only what the style
sheets say, where each of them stands and on which ground. A test compares every cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newsreader.tui.commands import Command, applying, at, keys_of
from newsreader.tui.first_frame.canvas import Area, Canvas, key_area
from newsreader.tui.plain.key_line import Said
from newsreader.tui.plain.parts import tinted_row
from newsreader.tui.stories.fitting import fitting
from newsreader.tui.stories.heading_lines import Shelf, heading_lines, height_for
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_lines import Known, nothing, story_lines


def list_frame(
    feed: StoryFeed, width: int, height: int, commands: Sequence[Command], now: datetime
) -> Canvas:
    """The list from its first story on.

    Args:
        feed: the stories.
        width: columns of the screen.
        height: its rows, at least 3.
        commands: the table of commands with the keys in force.
        now: the present, aware.
    """
    here = at("list", commands)
    keys = keys_of(here)
    above, room = height_for(width, height), width - 2
    page = range(max(1, height - above - 1))
    if feed[0] is None:
        rows = nothing(feed.asked, keys, room)
    else:
        rows = story_lines(feed, page, 0, room, Known(now))
        rows[0] = tinted_row(rows[0], room)
    shelf = Shelf(feed.asked, feed.known, feed.complete)
    heading = heading_lines(shelf, room, above, keys)
    offered = fitting(
        applying(here, None, unsaved=False), feed.asked, marked=False, any_=feed[0] is not None
    )
    canvas = Canvas(height)
    canvas.put(Area(0, width, above, heading, "panel", 1, 1))
    canvas.put(Area(above, width, height - above - 1, rows, left=1, right=1))
    canvas.put(key_area(width, height, Said(offered, None, 0, "")))
    return canvas
