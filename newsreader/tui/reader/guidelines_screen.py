"""The desk's guidelines, beside the text where there is room for both, else over it.

Drawn by the layout of articles. The ordinary keys scroll them; the story stands still meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.events import Resize

from newsreader.model.article import Article, Block, BlockKind
from newsreader.model.statement import Analysis, Order, Split, Statement, StatementKind
from newsreader.tui.plain.parts import Parts
from newsreader.tui.reader.layout import Layout, RowKind
from newsreader.tui.widgets.overlay import Overlay, Page

BESIDE = 110
"""Columns from which the text and the guidelines stand side by side."""
WIDEST = 76
"""Columns that the guidelines take at most beside the text."""

_LOOK = {
    RowKind.TITLE: "title",
    RowKind.HEADING: "strong",
    RowKind.RULE: "line",
    RowKind.CAPTION: "caption",
}


class GuidelinesPage(Page):
    """The guidelines as rows."""

    DEFAULT_CSS = """
    GuidelinesPage { width: 100%; padding: 1 2 0 1; }
    """

    says = "j k Space b scroll"

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._analysis = _readable(article)
        self._layout: Layout | None = None

    def rows(self, width: int) -> list[Parts]:
        """All rows; those of the same width are made once."""
        text = max(1, width - 2)
        if self._layout is None or self._layout.width != text:
            self._layout = Layout(self._analysis, text)
        layout = self._layout
        return [
            [("line", row.lead), (_LOOK.get(row.kind, ""), row.text), ("line", row.tail)]
            for unit in range(len(layout))
            for row in layout.rows(unit)
        ]

    def lines(self, width: int, height: int) -> Iterable[Parts]:
        """The rows in sight, with the line that parts them from the story."""
        return [[("line", "│ "), *parts] for parts in super().lines(width, height)]


class GuidelinesScreen(Overlay):
    """The guidelines over the reader, or beside its text."""

    DEFAULT_CSS = """
    GuidelinesScreen { align-horizontal: right; background: transparent; }
    GuidelinesScreen.-low > GuidelinesPage { padding: 0 2 0 1; }
    """

    def __init__(self, article: Article, room: Callable[[int], int]) -> None:
        """Show ``article``; ``room`` tells the columns beside the text on a screen so wide."""
        self._guide = GuidelinesPage(article)
        self._room = room
        super().__init__(self._guide)

    def on_resize(self, event: Resize) -> None:
        """Leave the story its room, where there is enough for both."""
        width = event.size.width
        beside = min(WIDEST, self._room(width))
        self._guide.styles.width = beside if width >= BESIDE else "100%"


def _readable(article: Article) -> Analysis:
    """The article as the layout of articles takes it: each block that has words one statement."""
    blocks = [(i, block) for i, block in enumerate(article.blocks) if block.kind not in _BARE]
    statements = tuple(
        Statement(n, block.start, block.end, _kind(article, block), None, i)
        for n, (i, block) in enumerate(blocks, 1)
    )
    return Analysis(article, Split((), statements, (), Order.SINGLE), ((),) * len(statements))


_BARE = (BlockKind.RULE, BlockKind.BYLINE)


def _kind(article: Article, block: Block) -> StatementKind:
    if (block.start, block.end) == article.title_span:
        return StatementKind.HEADLINE
    if block.kind is BlockKind.HEADING:
        return StatementKind.HEADING
    return StatementKind.SENTENCE
