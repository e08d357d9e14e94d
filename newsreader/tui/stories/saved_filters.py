"""Choosing one of the filters that the settings name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from newsreader.tui.plain.marks import MARKER
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Parts, cut
from newsreader.tui.plain.safe import line
from newsreader.tui.stories.story_row import fixed
from newsreader.tui.widgets.drawing import Drawn
from newsreader.tui.widgets.key_taker import OverScreen
from newsreader.tui.widgets.picking import Rows

_NAME = 24  # cells of the names at most
_AROUND = 4  # rows above and below the names


class Names(Rows):
    """The filters by name, each with its line."""

    DEFAULT_CSS = """
    Names { height: 1fr; padding: 0 2; margin: 1 0; background: $surface; }
    """

    def __init__(self, filters: Mapping[str, str]) -> None:
        super().__init__()
        self.filters = [*filters.items()]

    def has(self, index: int) -> bool:
        """Whether there is a filter in that place."""
        return index < len(self.filters)

    def last(self) -> int:
        """The place of the last one."""
        return max(0, len(self.filters) - 1)

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """As many as fit around the one that is marked."""
        page = self.page(height)
        longest = min(_NAME, max(cell_len(line(name)) for name, _ in self.filters))
        lines: list[Parts] = []
        for i, (name, said) in enumerate(self.filters[page.start : page.stop], page.start):
            lead = f"{MARKER} " if i == self.cursor else "  "
            named = fixed(line(name), max(1, min(longest, width - 2)))
            rest = cut(line(said), width - 4 - longest)
            lines.append([("", lead), ("strong", named), ("dim", f"  {rest}")])
        return lines


class Line(Drawn):
    """One line above or below the filters."""

    DEFAULT_CSS = """
    Line { height: 1; padding: 0 2; background: $surface; }
    """

    def __init__(self, look: str, text: str) -> None:
        super().__init__()
        self._part = look, text

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  one line only
        """The line."""
        look, text = self._part
        return [[(look, cut(text, width))]]


class SavedFilters(OverScreen[str]):
    """The saved filters over the list; Enter takes one."""

    DEFAULT_CSS = """
    SavedFilters {
        align: center top;
        & > Vertical { width: 100%; max-width: 80; max-height: 100%; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("enter,l,right", "take", show=False),
        Binding("q,escape", "own_key", show=False),
    ]

    def __init__(self, filters: Mapping[str, str]) -> None:
        """Offer ``filters``, lines by name; at least one."""
        super().__init__()
        self._names = Names(filters)

    def compose(self) -> ComposeResult:
        """What they are, the names, and which keys count."""
        box = Vertical(
            Line("head", "SAVED FILTERS"),
            self._names,
            Line("dim", "Enter takes one, j k choose, Esc closes"),
        )
        box.styles.height = len(self._names.filters) + _AROUND
        yield box

    def on_rows_picked(self, event: Rows.Picked) -> None:
        """A click takes one."""
        self._names.go(event.index)
        self.action_take()

    def action_move(self, by: int) -> None:
        """Mark another."""
        self._names.move(by)

    def action_take(self) -> None:
        """Take the one that is marked."""
        self.dismiss(self._names.filters[self._names.cursor][1])
