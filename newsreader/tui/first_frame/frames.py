"""The screens as the widgets will show them at first: the list of stories, a story; pure.

What stands on them is said by the same modules that the widgets ask; here is only what the style
sheets say, where each of them stands and on which ground. A test compares every cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.commands import Command, applying, at, keys_of
from newsreader.tui.first_frame.canvas import Area, Canvas
from newsreader.tui.key_line import Said, key_line
from newsreader.tui.parts import tinted_row
from newsreader.tui.reader.arranging import Wanted, arranged
from newsreader.tui.reader.article_lines import ArticleLines
from newsreader.tui.reader.panel_lines import PanelLines
from newsreader.tui.reader.title_line import TitleLine
from newsreader.tui.reader.update_lines import UpdateLines
from newsreader.tui.stories.fitting import fitting
from newsreader.tui.stories.heading_lines import Shelf, heading_lines, height_for
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_lines import Known, nothing, story_lines

_STRIP = 2  # rows of the panel's two lines


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
    _keys(canvas, width, height, Said(offered, None, 0, ""))
    return canvas


def reader_frame(
    session: Session,
    width: int,
    height: int,
    commands: Sequence[Command],
    now: Callable[[], datetime],
) -> Canvas:
    """A story where one left off; the arguments are those of :func:`list_frame`."""
    here = at("reader", commands)
    keys = keys_of(here)
    shown = arranged(width, height, Wanted(), has_updates=bool(session.updates))
    canvas = Canvas(height)
    top = 1 if shown.title else 0
    if shown.title:
        title = TitleLine(session, now).parts(width - 2)
        canvas.put(Area(0, width, 1, [title], "panel", 1, 1))
    body = height - top - 1 - (_STRIP if shown.strip else 0)
    left, right = shown.updates_width, shown.panel_width
    if shown.updates:
        canvas.put(Area(top, left, body, UpdateLines(session).lines(left - 1, body), left=1))
    middle = width - left - right
    article = ArticleLines(session, now)
    article.fit(middle, body)
    canvas.put(Area(top, middle, body, [article.line(y, middle) for y in range(body)]))
    if shown.beside:
        panel = PanelLines(session, now, keys, "beside").lines(right, body)
        canvas.put(Area(top, right, body, panel))
    if shown.strip:
        strip = PanelLines(session, now, keys, "strip").lines(width - 2, _STRIP)
        canvas.put(Area(top + body, width, _STRIP, strip, "surface", 1, 1))
    offered = applying(here, session, unsaved=False)
    _keys(canvas, width, height, Said(offered, session, 0, keys["reload"]))
    return canvas


def _keys(canvas: Canvas, width: int, height: int, said: Said) -> None:
    line = key_line(said, width - 2)
    canvas.put(Area(height - 1, width, 1, [line], "panel", 1, 1))
