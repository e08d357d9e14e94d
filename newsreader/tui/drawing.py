"""Widgets drawn line by line from parts of text: the base of all that the reader shows.

A widget says its lines as parts (a component class and a text); only lines that differ from
those on the screen are drawn anew, so that a key press costs what it changes. All outside text
in a part must have come through :func:`newsreader.tui.safe.line` or the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from newsreader.tui.marks import Part

Parts = Sequence[Part]


class Drawn(Widget):
    """A widget that is its lines. Subclasses say them in :meth:`lines`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._lines: list[tuple[Part, ...]] = []
        self._styles_of: dict[str, Style] = {}

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """What to show in ``width`` × ``height`` cells; longer lines and more of them are cut."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Take the lines anew and draw those that differ."""
        if not self.is_mounted or not self.display:
            return
        width, height = self.size
        new = [tuple(parts) for parts in self.lines(width, height)][:height]
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
        self.resized()

    def resized(self) -> None:
        """Take all lines anew, for a new size."""
        self._lines = []
        width, height = self.size
        self._lines = [tuple(parts) for parts in self.lines(width, height)][:height]
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles when theme or style sheet change."""
        self._styles_of.clear()
        super().notify_style_update()

    def style_of(self, name: str) -> Style:
        """The style of a component class over the widget's own; "" is the widget's own."""
        style = self._styles_of.get(name)
        if style is None:
            own = self.rich_style
            style = self._styles_of[name] = own + self.part_style(name) if name else own
        return style

    def part_style(self, name: str) -> Style:
        """What a component class adds, to be put over other styles.

        Colours with transparency come as they look on the widget.
        """
        key = f"+{name}"
        style = self._styles_of.get(key)
        if style is None:
            own = self.get_component_rich_style(name, partial=True)
            looks = self.get_component_rich_style(name)
            colour = Style(
                color=looks.color if own.color else None,
                bgcolor=looks.bgcolor if own.bgcolor else None,
            )
            style = self._styles_of[key] = own + colour
        return style

    def render_line(self, y: int) -> Strip:
        """One line, cut or filled to the width."""
        parts = self._lines[y] if y < len(self._lines) else ()
        segments = [Segment(text, self.style_of(name)) for name, text in parts if text]
        return Strip(segments).adjust_cell_length(self.size.width, self.style_of(""))


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def cells(parts: Parts) -> int:
    """Cells that the parts take."""
    return sum(cell_len(text) for _, text in parts)


def spread(left: Parts, right: Parts, width: int) -> list[Part]:
    """``left`` and ``right`` at the two ends of a line."""
    gap = max(1, width - cells(left) - cells(right))
    return [*left, ("", " " * gap), *right]
