"""The stories of a page of the list as lines, or what to do where there is none; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from newsreader.tui.plain.parts import Parts, wrapped
from newsreader.tui.stories.asking import Asked
from newsreader.tui.stories.context import context
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_row import row

_FILES = (
    "FILE is a story, as text, Markdown, a saved page …, or a folder of them; newsreader FILE "
    "adds it and opens it at once."
)
_HIGH = 6  # lines from which a story that was found may take two


class Known(NamedTuple):
    """What is told of the stories shown, beside what the library says."""

    now: datetime  # the present, aware
    unsaved: Mapping[int, int] = {}  # how many acts are not saved, by the number of their story
    marked: Collection[int] = ()  # the numbers of those that are marked
    troubles: Collection[int] = ()  # of those that are followed and cannot be read


def tall(asked: Asked, height: int) -> int:
    """Lines that a story takes in a list so high."""
    return 2 if asked.shows_hits and height >= _HIGH else 1


def story_lines(  # noqa: PLR0913  -- what is shown, each by its name
    feed: StoryFeed, page: range, cursor: int, width: int, known: Known, *, lines: int = 1
) -> list[Parts]:
    """The stories in the places ``page`` of ``feed``, the one at ``cursor`` the current one.

    Args:
        feed: the stories.
        page: which of them.
        cursor: the place of the current one.
        width: cells.
        known: what else is told of them.
        lines: of each story, :func:`tall`.
    """
    shown = [(i, story) for i in page if (story := feed[i]) is not None]
    pieces = feed.pieces([story for _, story in shown]) if lines == 2 else {}
    said: list[Parts] = []
    for i, story in shown:
        said.append(
            row(
                story, width, known.now, known.unsaved.get(story.id, 0),
                here=i == cursor, marked=story.id in known.marked,
                trouble=story.id in known.troubles,
            )
        )  # fmt: skip
        if lines == 2:
            piece, here = pieces.get(story.id, ""), i == cursor
            said.append(context(piece, story.title, width, here=here))
    return said


def nothing(asked: Asked, keys: Mapping[str, str], width: int) -> list[Parts]:
    """What is shown where there are no stories."""
    said: tuple[tuple[str, str], ...]
    if asked.words.strip():
        said = ("", f"No story has “{asked.words}”."), ("dim", "Esc ends the search.")
    elif asked.narrows:
        how = f"Esc or {keys['show-all']} shows all, {keys['filter']} changes the filter."
        said = ("", f"No story fits the filter {asked.line}"), ("dim", how)
    else:
        said = (
            ("strong", "No stories yet."),
            ("", f"{keys['add']} adds a file or a folder; or, before the program is opened:"),
            ("strong", "    newsreader add FILE"),
            ("", _FILES),
        )
    rows: list[Parts] = []
    for look, text in said:
        lead = "  " + text[: len(text) - len(text.lstrip())]
        rows += [[], *([("", lead), *row] for row in wrapped(look, text, min(width - 4, 72)))]
    return rows
