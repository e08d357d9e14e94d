"""The list of stories, drawn line by line from a feed; no widget for a row, no row kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from newsreader.model.followed import Trouble
from newsreader.model.story import Story
from newsreader.session.asking import Asked
from newsreader.tui.parts import Parts, wrapped
from newsreader.tui.picking import Rows
from newsreader.tui.stories.context import context
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_row import row

_FAR = 10_000  # rows that one jump to the end may read
_FILES = (
    "FILE is a story, as text, Markdown, a saved page …, or a folder of them; newsreader FILE "
    "adds it and opens it at once."
)
_HIGH = 6  # lines from which a story that was found may take two


class StoryList(Rows):
    """The stories, the current one marked; those that were found with their text below."""

    DEFAULT_CSS = """
    StoryList { height: 1fr; padding: 0 1; }
    """

    def __init__(
        self, feed: StoryFeed, now: datetime, unsaved: Mapping[int, int], keys: Mapping[str, str]
    ) -> None:
        """Show the stories of ``feed``.

        Args:
            feed: which ones.
            now: the present, aware.
            unsaved: how many acts are not saved, by the number of their story.
            keys: of the list's commands by their ids, as written for people.
        """
        super().__init__()
        self.feed = feed
        self.now = now
        self.unsaved = unsaved
        self._keys = keys
        self.troubles: Mapping[int, Trouble] = {}
        """What is wrong with the source of a story that is followed, by the story's number."""
        self.marked: dict[int, Story] = {}
        """Those that are chosen for what is done with several, in the order of choosing."""

    @property
    def story(self) -> Story | None:
        """The current story."""
        return self.feed[self.cursor]

    def show(self, feed: StoryFeed, cursor: int = 0) -> None:
        """Show other rows."""
        self.feed, self.cursor, self._top = feed, cursor, min(self._top, cursor)
        self.redraw()

    def has(self, index: int) -> bool:
        """Whether there is a story in that place."""
        return self.feed[index] is not None

    def last(self) -> int:
        """The place of the last story that is known."""
        return self.feed.last(0)

    def move_page(self, by: int) -> None:
        """Move by that many screenfuls."""
        self.move(by * max(1, self.size.height // self.tall - 1))

    def go_last(self) -> None:
        """Go to the last row, as far as one jump reaches."""
        self.go(self.feed.last(_FAR))

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows around the current one, or what to do when there is none."""
        self.tall = 2 if self.feed.asked.shows_hits and height >= _HIGH else 1
        if self.feed[0] is None:
            return _nothing(self.feed.asked, self._keys, width)
        page = self.page(height)
        shown = [story for i in page if (story := self.feed[i]) is not None]
        pieces = self.feed.pieces(shown) if self.tall == 2 else {}
        lines: list[Parts] = []
        for i, story in enumerate(shown, page.start):
            lines.append(
                row(
                    story, width, self.now, self.unsaved.get(story.id, 0),
                    here=i == self.cursor, marked=story.id in self.marked,
                    trouble=story.id in self.troubles,
                )
            )  # fmt: skip
            if self.tall == 2:
                piece, here = pieces.get(story.id, ""), i == self.cursor
                lines.append(context(piece, story.title, width, here=here))
        return lines


def _nothing(asked: Asked, keys: Mapping[str, str], width: int) -> list[Parts]:
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
