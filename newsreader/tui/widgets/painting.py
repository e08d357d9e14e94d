"""What a key changed, on the terminal at once.

Textual draws in its own time: each widget tells its screen, the screen waits for a timer, and the
compositor cuts all lines of all widgets anew. A key that only changed some rows of widgets drawn
line by line needs none of it: their strips are written to where they stand, in one frame. Anything
else (a layout, a screen on top, much at once) is left to Textual, which then draws the same rows.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

FRAME = 1 / 60
"""Seconds between two frames; keys that come faster are drawn together, by Textual."""


class Row(NamedTuple):
    """A strip and the cell of the screen that it begins at."""

    x: int
    y: int
    strip: Strip


class RowsUpdate(CompositorUpdate):
    """Rows to write, as Textual's app takes them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The same for Rich, as the type demands."""
        for x, y, strip in self._rows:
            yield Control.move_to(x, y).segment
            yield from strip

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        return "".join(
            f"{Control.move_to(x, y).segment.text}{strip.render(console)}"
            for x, y, strip in self._rows
        )


class PaintedScreen(Screen[None]):
    """A screen whose drawn widgets can be painted at once."""

    _rows_to_paint: dict[Widget, set[int]] | None = None  # None: Textual is told as ever
    _painted_at = 0.0

    def keep_rows(self, widget: Widget, rows: Iterable[int]) -> bool:
        """Take note of rows of ``widget`` to paint; False when it must tell Textual itself."""
        if self._rows_to_paint is None:
            return False
        self._rows_to_paint.setdefault(widget, set()).update(rows)
        return True

    @contextmanager
    def painting(self) -> Iterator[None]:
        """While this lasts, changed rows are collected; at its end they are on the terminal."""
        if self._rows_to_paint is not None or time.monotonic() - self._painted_at < FRAME:
            yield
            return
        self._rows_to_paint = {}
        try:
            yield
        finally:
            changed, self._rows_to_paint = self._rows_to_paint, None
            rows = self._rows_of(changed) if changed and self._is_still() else None
            if rows:
                self.app._display(self, RowsUpdate(rows))  # noqa: SLF001  -- Textual 8.2
                self._painted_at = time.monotonic()
            elif changed:
                _tell_textual(changed)

    def _is_still(self) -> bool:
        """Whether what stands on the terminal is this screen, as Textual laid it out last."""
        app = self.app
        return (
            app.screen is self
            and self.is_running
            and not (app.is_headless or app.is_inline or app._batch_count)  # noqa: SLF001
            and not (self._layout_required or self._repaint_required or self._recompose_required)
        )

    def _rows_of(self, changed: dict[Widget, set[int]]) -> list[Row] | None:
        """The rows with their places; None when a widget cannot be seen whole."""
        rows: list[Row] = []
        placed = self._compositor.visible_widgets
        for widget, numbers in changed.items():
            if widget not in placed:
                return None
            region, clip = placed[widget]
            if widget.gutter.top or not region or not clip.contains_region(region):
                return None
            for n in sorted(numbers):
                if n < region.height:
                    strip = widget.render_lines(Region(0, n, region.width, 1))[0]
                    rows.append(Row(region.x, region.y + n, strip))
        return rows


def _tell_textual(changed: dict[Widget, set[int]]) -> None:
    """Let Textual draw the rows, at its next frame."""
    for widget, numbers in changed.items():
        width = widget.size.width
        widget.refresh(*(Region(0, n, width, 1) for n in sorted(numbers)))
