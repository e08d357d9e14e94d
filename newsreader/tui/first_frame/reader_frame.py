"""A story as the widgets will show it at first; pure.

What stands on it is said by the same modules that the widgets ask; here is only what the style
sheets say, where each of them stands and on which ground. A test compares every cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newsreader.session import Session
from newsreader.tui.commands import Command, applying, at, keys_of
from newsreader.tui.first_frame.canvas import Area, Canvas, key_area
from newsreader.tui.plain.key_line import Said
from newsreader.tui.reader.arranging import Wanted, arranged
from newsreader.tui.reader.article_lines import ArticleLines
from newsreader.tui.reader.panel_lines import PanelLines
from newsreader.tui.reader.title_line import TitleLine
from newsreader.tui.reader.update_lines import UpdateLines

_STRIP = 2  # rows of the panel's two lines


def reader_frame(
    session: Session,
    width: int,
    height: int,
    commands: Sequence[Command],
    now: Callable[[], datetime],
) -> Canvas:
    """A story where one left off.

    Args:
        session: of the story.
        width: columns of the screen.
        height: its rows, at least 3.
        commands: the table of commands with the keys in force.
        now: tells the time, aware.
    """
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
    canvas.put(key_area(width, height, Said(offered, session, 0, keys["reload"])))
    return canvas
