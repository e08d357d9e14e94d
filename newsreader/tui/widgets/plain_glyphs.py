"""The filter on every rendered line by which a screen is drawn with ASCII only."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from newsreader.tui.plain.glyphs import plainly


class PlainGlyphs(LineFilter):
    """Draws signs with ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments, plain."""
        return [
            segment if segment.text.isascii() else segment._replace(text=plainly(segment.text))
            for segment in segments
        ]
