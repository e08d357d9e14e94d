"""What stands above the stories: how many, what was asked for, the quick filters, the columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.events import Click
from textual.message import Message

from newsreader.model.filter import Sort
from newsreader.session.asking import QUICK, SINCE, Asked, Quick
from newsreader.tui.drawing import Drawn
from newsreader.tui.measuring import cell_len
from newsreader.tui.parts import Parts, cut, spread
from newsreader.tui.safe import line
from newsreader.tui.stories.story_feed import StoryFeed
from newsreader.tui.stories.story_row import heads

ORDERS = {
    Sort.CHANGED: "last changed first",
    Sort.PUBLISHED: "last published first",
    Sort.ADDED: "last added first",
    Sort.TITLE: "by title",
    Sort.OPEN: "most open first",
}
"""What each order is called."""

LOW, NARROW = 12, 60
"""Rows and columns of a screen below which the heading gives up some of its lines."""


class Heading(Drawn):
    """Up to three lines at the top of the list."""

    DEFAULT_CSS = """
    Heading { height: 3; padding: 0 1; background: $panel; }
    Heading.narrow { height: 2; }
    Heading.low { height: 1; }
    """

    class Picked(Message):
        """A quick filter was clicked."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    def __init__(self, feed: StoryFeed, keys: Mapping[str, str]) -> None:
        """Say what ``feed`` shows; ``keys`` of the list's commands by their ids."""
        super().__init__()
        self.feed = feed
        self._keys = keys
        self.marked = 0
        self.adding = ""
        """How far adding is, in words."""
        self.news = ""
        """What came and is not shown yet, in words."""

    def fit_screen(self, width: int, height: int) -> None:
        """Take as many lines as a screen of that size has room for."""
        self.set_class(height < LOW, "low")
        self.set_class(width < NARROW, "narrow")

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The lines."""
        title = self._title(width)
        if height < 2:
            return [title]
        filters = quick_filters(self.feed.asked, width, self._keys)
        quick = [(look, text) for look, text, _ in filters]
        return [title, quick, heads(width)]

    def _title(self, width: int) -> Parts:
        known = self.feed.known
        many = f"{known}{'' if self.feed.complete else '+'} stor{'y' if known == 1 else 'ies'}"
        said = f"{many} found" if self.feed.asked.narrows else many
        said += f" · {self.marked} marked" if self.marked else ""
        said += f" · {line(self.adding)}" if self.adding else ""
        said += f" · {self.news}" if self.news else ""
        asked = cut(what_was_asked(self.feed.asked), width // 2)
        name = [("strong", "newsreader   ")] if width >= NARROW else []
        room = width - cell_len(asked) - 1 - 13 * bool(name)
        return spread([*name, ("dim", cut(said, room))], [("", asked)], width)

    def on_click(self, event: Click) -> None:
        """Tell which quick filter was clicked."""
        place = event.get_content_offset(self)
        if place is None or place.y != 1:
            return
        at = 0
        for _, text, filter_line in quick_filters(
            self.feed.asked, self.content_size.width, self._keys
        ):
            at += cell_len(text)
            if place.x < at:
                if filter_line is not None:
                    self.post_message(self.Picked(filter_line))
                return


def what_was_asked(asked: Asked) -> str:
    """The search, the filter and the order, as far as they are not the usual ones."""
    said = [f"/ {line(asked.words)}"] if asked.words.strip() else []
    said += [line(asked.line)] if asked.line else []
    if asked.sort is not Sort.CHANGED and f"sort:{asked.sort}" not in asked.line:
        said.append(ORDERS[asked.sort])
    return " · ".join(said)


def quick_filters(
    asked: Asked, width: int, keys: Mapping[str, str]
) -> list[tuple[str, str, str | None]]:
    """The quick filters with their keys, the one that is on marked, in ``width`` cells.

    Args:
        asked: what is asked for.
        width: cells.
        keys: of the list's commands by their ids, as written for people.

    Returns:
        Look, text, and the filter line that a click means, if any.
    """
    forms = [([each.name for each in QUICK], 3), ([each.short for each in QUICK], 2)]
    keyed = sum(cell_len(keys[each.command]) + 1 for each in QUICK)
    names, gap = next(
        (form for form in forms if keyed + _together(*form) <= width), (forms[-1][0], 1)
    )
    parts: list[tuple[str, str, str | None]] = []
    for each, name in zip(QUICK, names, strict=True):
        key = f"{keys[each.command]} "
        width -= cell_len(key + name) + (gap if parts else 0)
        if width < 0:
            break
        parts += [("", " " * gap, None)] if parts else []
        parts.append(("key", key, each.line))
        parts.append(("strong" if _is_on(each, asked) else "dim", name, each.line))
    return parts


def _together(names: Sequence[str], gap: int) -> int:
    """Cells of the names with gaps between them."""
    return sum(map(cell_len, names)) + gap * (len(names) - 1)


def _is_on(quick: Quick, asked: Asked) -> bool:
    """Whether a quick filter is what is asked for; that of a day with whatever day was typed."""
    if not quick.line:
        return not asked.narrows
    return quick.line == asked.line or (
        quick.line.startswith(SINCE) and asked.line.startswith(SINCE) and " " not in asked.line
    )
