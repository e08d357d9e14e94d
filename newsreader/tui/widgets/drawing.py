"""Widgets drawn line by line from parts of text: the base of all that the screens show.

A widget says its lines as parts (a look and a text); only lines that differ from
those on the screen are drawn anew, so that a key press costs what it changes. All outside text
in a part must have come through :func:`newsreader.tui.plain.safe.line` or the layout.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.events import MouseScrollDown, MouseScrollUp
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.plain.looks import LOOKS
from newsreader.tui.plain.parts import Part, Parts
from newsreader.tui.widgets.painting import PaintedScreen

WHEEL = 3
"""Rows that a step of the mouse wheel moves."""


class Drawn(Widget):
    """A widget that is its lines. Subclasses say them in :meth:`lines`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._lines: list[tuple[Part, ...]] = []
        self._styles_of: dict[str, Style] = {}
        self._drawn: dict[int, Strip] = {}  # lines as they are on the screen
        self._drawn_size = Size()  # the one that ``_drawn`` is for
        self._fitted = Size()  # the one that ``_lines`` are for
        self._backdrop: Color | None = None
        self._sieves: tuple[LineFilter, ...] = ()  # the app's filters

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """What to show in ``width`` × ``height`` cells; longer lines and more of them are cut."""
        raise NotImplementedError

    def wheel(self, by: int) -> None:
        """The wheel of the mouse asks for so many rows; what cannot be scrolled stays."""

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Towards the end."""
        event.stop()
        self.wheel(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Towards the beginning."""
        event.stop()
        self.wheel(-WHEEL)

    def redraw(self) -> None:
        """Take the lines anew and draw those that differ."""
        if not self.is_mounted or not self.display or self.size != self._fitted:
            self._fitted = Size()  # they are taken when it is shown
            return
        width, height = self.size
        new = [tuple(parts) for parts in islice(self.lines(width, height), height)]
        old, self._lines = self._lines, new
        span = range(max(len(old), len(new)))
        changed = [y for y in span if y >= len(old) or y >= len(new) or old[y] != new[y]]
        self.refresh_rows(changed)

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Draw these lines of the widget anew."""
        width = self.size.width
        regions = [Region(0, y, width, 1) for y in rows]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """All depends on the size."""
        if self._fit():
            self.refresh()

    def _fit(self) -> bool:
        """Take the lines for the present size; False when they are for it already.

        Textual draws a new widget, or one of a new size, before it tells it of its size: waiting
        for that would make the program's first screen an empty one.
        """
        if self.size == self._fitted:
            return False
        self._fitted = self.size
        self._drawn.clear()
        self.fit()
        return True

    def fit(self) -> None:
        """Take all lines anew, for a new size."""
        width, height = self.size
        self._lines = [tuple(parts) for parts in islice(self.lines(width, height), height)]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew: these regions, or all; at once while a key is obeyed, else soon."""
        rows = [y for region in regions for y in region.line_range]
        if repaint and regions:
            for y in rows:
                self._drawn.pop(y, None)
        elif repaint:
            self._drawn.clear()
        if repaint and not (layout or recompose) and self.is_attached:
            screen = self.screen
            kept = rows if regions else range(self.size.height)
            if isinstance(screen, PaintedScreen) and screen.keep_rows(self, kept):
                return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in ``crop``, those that did not change as they were.

        Textual asks every widget for all its lines whenever anything is drawn. Its own cache
        still filters each of them each time; this one keeps them ready, which makes a key press
        on a full screen several times cheaper. A border or vertical padding is left to Textual.
        """
        self._fit()
        padding, size = self.styles.padding, self.outer_size
        if self.gutter != padding or padding.top or padding.bottom:
            return super().render_lines(crop)
        if size != self._drawn_size:
            self._drawn.clear()
            self._drawn_size = size
        strips = [self._drawn.get(y) or self._draw(y) for y in crop.line_range]
        if crop.x or crop.width != size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _draw(self, y: int) -> Strip:
        """A line with what stands beside it, after the app's filters; one strip, made once."""
        strip, padding = self.render_line(y), self.styles.padding
        segments, length = list(strip), strip.cell_length + padding.left + padding.right
        if padding.left or padding.right:
            own = self.style_of("")
            left = [Segment(" " * padding.left, own)] if padding.left else []
            right = [Segment(" " * padding.right, own)] if padding.right else []
            segments = [*left, *segments, *right]
        if self._backdrop is None:
            self._backdrop = self.background_colors[1]
            self._sieves = tuple(self.get_line_filters())
        for each in self._sieves:
            segments = each.apply(segments, self._backdrop)
        strip = self._drawn[y] = Strip(segments, length)
        return strip

    def notify_style_update(self) -> None:
        """Forget the styles when theme or style sheet change."""
        self._styles_of.clear()
        self._drawn.clear()
        self._backdrop = None
        super().notify_style_update()

    def style_of(self, name: str) -> Style:
        """The look of that name over the widget's own style; "" is the widget's own."""
        style = self._styles_of.get(name)
        if style is None:
            own = self.rich_style
            style = self._styles_of[name] = own + self.part_style(name) if name else own
        return style

    def part_style(self, name: str) -> Style:
        """What a look adds, or several over each other, to be put over other styles.

        Colours with transparency come as they look on the widget.
        """
        key = f"+{name}"
        style = self._styles_of.get(key)
        if style is None:
            style = Style.null()
            for each in name.split():
                style += self._look(LOOKS[each])
            self._styles_of[key] = style
        return style

    def _look(self, look: str) -> Style:
        """A look of :data:`LOOKS` in the present theme."""
        style = Style.null()
        for word in look.split():
            ground, _, variable = word.rpartition("$")
            if word == variable:
                style += Style.parse(word)
                continue
            colour = self._colour(variable).rich_color
            style += Style(bgcolor=colour) if ground else Style(color=colour)
        return style

    def _colour(self, variable: str) -> Color:
        """A colour of the theme, as it looks on the widget."""
        name, _, share = self.app.theme_variables[variable].partition(" ")
        colour = Color.parse(name)
        if share:
            colour = colour.multiply_alpha(float(share.rstrip("%")) / 100)
        if colour.ansi is not None or colour.a == 1:
            return colour
        return self.background_colors[1] + colour

    def render_line(self, y: int) -> Strip:
        """One line, cut or filled to the width."""
        return self.strip(self._lines[y] if y < len(self._lines) else ())

    def strip(self, parts: Parts) -> Strip:
        """The parts as they look on the widget, cut or filled to the width."""
        return Strip(
            merged((text, self.style_of(name)) for name, text in parts)
        ).adjust_cell_length(self.size.width, self.style_of(""))


def merged(parts: Iterable[tuple[str, Style]]) -> list[Segment]:
    """The parts as segments, neighbours of one style as one: fewer bytes for the terminal."""
    segments: list[Segment] = []
    for text, style in parts:
        if not text:
            continue
        if segments and segments[-1].style == style:
            segments[-1] = Segment(segments[-1].text + text, style)
        else:
            segments.append(Segment(text, style))
    return segments
