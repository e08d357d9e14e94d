"""What stands in a stretch of the text: statements, and everything between them; pure.

Every visible character lands in exactly one :class:`~newsreader.tui.reader.rows.Segment`. What is
not
a statement is told apart (an update's marker, a post's credit, a note of the article about
itself, a byline, a rule) so that it can be shown as what it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newsreader.model.article import Block, BlockKind
from newsreader.model.statement import Analysis, NoteKind, StatementKind
from newsreader.tui.reader.rows import RowKind, Segment

_OF_STATEMENT = {
    StatementKind.HEADLINE: RowKind.TITLE,
    StatementKind.HEADING: RowKind.HEADING,
    StatementKind.CAPTION: RowKind.CAPTION,
}
_OF_BLOCK = {
    BlockKind.BYLINE: RowKind.BYLINE,
    BlockKind.RULE: RowKind.RULE,
    BlockKind.NOTE: RowKind.NOTE,
    BlockKind.CAPTION: RowKind.CAPTION,
}

Piece = tuple[int, int, RowKind, int]
"""Start, end, what it is, and the statement's number or 0."""


class Segments:
    """The segments of one article, found stretch by stretch."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.article.text
        split = analysis.split
        self._statements = split.statements
        self._updates = split.updates
        self._update_starts = [update.start for update in split.updates]
        markers = (update.marker_span for update in split.updates)
        notes = [(note.start, note.end, note.kind) for note in split.notes]
        self._notes = sorted(notes)
        self._note_starts = [start for start, _, _ in self._notes]
        self._specials = sorted(
            [(start, end, RowKind.MARKER) for start, end in filter(None, markers)]
            + [(start, end, _note_row(kind)) for start, end, kind in notes]
        )
        self._special_starts = [start for start, _, _ in self._specials]

    def of(
        self, start: int, end: int, first: int, last: int, block: Block | None
    ) -> Iterator[Segment]:
        """The segments of ``text[start:end]``, in order.

        Args:
            start: first character of the stretch.
            end: the character after its last one.
            first: index of the first statement that stands in it.
            last: index after that of its last statement.
            block: the block that the stretch belongs to, None for text outside of blocks.
        """
        since = start
        for begin, stop, kind, n in self._pieces(start, end, first, last, block):
            yield self._segment(begin, stop, kind, n, since)
            since = stop

    def _pieces(
        self, start: int, end: int, first: int, last: int, block: Block | None
    ) -> Iterator[Piece]:
        at = start
        for statement in self._statements[first:last]:
            yield from self._between(at, statement.start, block)
            kind = _OF_STATEMENT.get(statement.kind, RowKind.TEXT)
            yield statement.start, statement.end, kind, statement.n
            at = statement.end
        yield from self._between(at, end, block)

    def _between(self, start: int, end: int, block: Block | None) -> Iterator[Piece]:
        """What stands between two statements, without stretches of mere white space."""
        usual = RowKind.ASIDE if block is None else _OF_BLOCK.get(block.kind, RowKind.ASIDE)
        at = start
        for begin, stop, kind in self._special(start, end, block):
            begin, stop = max(begin, at), min(stop, end)  # noqa: PLW2901  clipped to the stretch
            if begin < stop:
                yield from self._plain(at, begin, usual)
                yield begin, stop, kind, 0
                at = stop
        yield from self._plain(at, end, usual)

    def _plain(self, start: int, end: int, kind: RowKind) -> Iterator[Piece]:
        """Text of one kind, cut where an update begins."""
        low = bisect_right(self._update_starts, start)
        high = bisect_left(self._update_starts, end)
        at = start
        for stop in (*self._update_starts[low:high], end):
            if self._text[at:stop].strip(" \t\n"):
                yield at, stop, kind, 0
            at = stop

    def _special(self, start: int, end: int, block: Block | None) -> list[tuple[int, int, RowKind]]:
        """Markers, notes and the credit that reach into the stretch, in order."""
        if start >= end:
            return []
        low = max(0, bisect_right(self._special_starts, start) - 1)
        high = bisect_left(self._special_starts, end)
        found = [each for each in self._specials[low:high] if each[1] > start]
        if block is not None and block.post is not None:
            found.append((*block.post.credit, RowKind.CREDIT))
        return sorted(found)

    def _segment(self, start: int, end: int, kind: RowKind, n: int, since: int) -> Segment:
        """A segment, with what begins in it or in the white space since the one before it."""
        starts, notes = self._update_starts, self._note_starts
        begun = range(bisect_left(starts, since), bisect_left(starts, end))
        noted = range(bisect_left(notes, since), bisect_left(notes, end))
        heads = tuple(self._notes[i][2] for i in noted if self._notes[i][2] is not NoteKind.STAMP)
        return Segment(start, end, kind, n, self._update_at(end - 1), tuple(begun), heads)

    def _update_at(self, offset: int) -> int | None:
        i = bisect_right(self._update_starts, offset) - 1
        return i if i >= 0 and offset < self._updates[i].end else None


def _note_row(kind: NoteKind) -> RowKind:
    return RowKind.STAMP if kind is NoteKind.STAMP else RowKind.NOTE
