"""The figures of one story, or of all, as a page that scrolls; laid out once for each width."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.model.event import Label
from newsreader.stats.charts import Shapes
from newsreader.stats.figures import Drawing
from newsreader.stats.rows import Row
from newsreader.tui.plain.clock import timed_name
from newsreader.tui.plain.marks import OPEN, SHAPE
from newsreader.tui.plain.parts import Parts, wrapped
from newsreader.tui.widgets.overlay import Page

_WIDEST = 164  # cells beyond which a page is no longer taken in at a glance

Figures = Callable[[Drawing], list[Row]]
"""Draws what was counted."""


class OverviewPage(Page):
    """Figures, or what is said as long as there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.other = ""  # what there is besides, "" for nothing
        self._figures: Figures | None = None
        self._said = ""
        self._loud = False
        self._laid_out: tuple[int, list[Parts]] = (0, [])

    def ending(self) -> str:
        """How to close, and how to come to the other figures."""
        closes = "q, Esc closes"
        return f"{closes} · {self.own_key} {self.other}" if self.other else closes

    def show(self, figures: Figures) -> None:
        """Show these from the top."""
        self._figures = figures
        self._top = 0
        self._anew()

    def say(self, words: str, *, loud: bool = False) -> None:
        """Show words instead."""
        self._figures, self._said, self._loud = None, words, loud
        self._anew()

    def _anew(self) -> None:
        self._laid_out = (0, [])
        self.redraw()

    def rows(self, width: int) -> list[Parts]:
        """The figures in ``width`` cells."""
        if self._laid_out[0] != width:
            self._laid_out = (width, self._rows(width))
        return self._laid_out[1]

    def _rows(self, width: int) -> list[Parts]:
        if self._figures is None:
            return [*wrapped("loud" if self._loud else "dim", self._said, width)]
        return [*self._figures(Drawing(min(width, _WIDEST), timed_name, shapes()))]


def shapes() -> Shapes:
    """The shapes of the gutter and the bars, which mean the same everywhere."""
    usual = Shapes()
    return usual._replace(fill="".join([*(SHAPE[each] for each in Label), usual.fill[3], OPEN]))
