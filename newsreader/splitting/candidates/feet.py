"""Times at the foot of their entries, as on pages that sign each with its author and moment.

Most pages put the time above what it dates. Where every time closes its paragraph instead, white
space follows it and nothing is told after the last, it belongs to what stands above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.article import Article, BlockKind
from newsreader.splitting.grammar.lines import Line, ends_sentence
from newsreader.splitting.grammar.markers import Marker

_FEW = 3  # times are needed to see where they stand
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.POST, BlockKind.LIST_ITEM})


def at_the_foot(
    article: Article, lines: Sequence[Line], markers: Sequence[Marker], first: int | None
) -> list[int] | None:
    """Where the entries begin whose times stand below them; None where they stand above.

    Args:
        article: the article.
        lines: its lines.
        markers: the markers that stand, in order.
        first: where the text above the first marker begins, None where there is none.
    """
    if first is None or len(markers) < _FEW:
        return None
    if not all(_closes(article.text, lines[marker.line], marker) for marker in markers):
        return None
    last = markers[-1].line
    if any(_tells(article.text, line) for line in lines[last + 1 :]):
        return None
    return [first, *(lines[marker.line + 1].start for marker in markers[:-1])]


def _closes(text: str, line: Line, marker: Marker) -> bool:
    """Whether a marker fills its line, right below another one and above white space."""
    above = text[max(0, line.start - 2) : line.start]
    below = text[line.end : line.end + 3].replace(" ", "")
    alone = marker.span[0] == line.start and marker.rest >= line.end
    under = above[-1:] == "\n" and above != "\n\n"
    return alone and under and (below.startswith("\n\n") or not below.strip())


def _tells(text: str, line: Line) -> bool:
    return line.kind in _TEXT and ends_sentence(text, line.start, line.end)
