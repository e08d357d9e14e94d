"""Searching in a story: the term, its hits, the one that one is at, and the way back.

A hit is a span of the text, in a statement or not. The cursor goes with the hits: it is on the
hit's statement, or the nearest one. Where the search began is kept until it ends, so that one can
go back there; a new term in a search that is on does not change it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from newsreader.model.article import Span
from newsreader.model.statement import Analysis
from newsreader.session.cursor import Cursor

if TYPE_CHECKING:
    from newsreader.session.finding import Finder

TERMS = 20
"""Terms that are offered again."""


class Hit(NamedTuple):
    """Which hit one is at, counted from 1, and whether one came to it round an end."""

    at: int
    of: int
    wrapped: bool = False


class _Before(NamedTuple):
    """The search as it was before a term was typed."""

    query: str
    n: int
    at: int | None
    began: int


class Searching(Cursor):
    """A cursor that searches."""

    def __init__(self, analysis: Analysis) -> None:
        """Begin without a search."""
        self.query = ""
        self._finder: Finder | None = None
        self.matches: tuple[Span, ...] = ()
        self.terms: list[str] = []  # that were searched for, the latest first
        self._at: int | None = None  # index of the hit one is at
        self._began = 0  # statement that one was at when the search began
        super().__init__(analysis)
        self.start_search()

    def show(self, analysis: Analysis, n: int) -> None:
        """Go to statement ``n`` of another article; the search is done again there."""
        super().show(analysis, n)
        self._finder = None
        self.search(self.query)

    @property
    def hit(self) -> Span | None:
        """The hit that one is at, as long as the cursor is with it."""
        if self._at is None or self._holder(self._at) != self.n:
            return None
        return self.matches[self._at]

    @property
    def count(self) -> Hit | None:
        """Which hit one is at, of how many; None when one is at none."""
        return None if self.hit is None else Hit((self._at or 0) + 1, len(self.matches))

    def search(self, query: str) -> int:
        """Find ``query`` in the whole text; "" ends the search. Returns the number of hits."""
        if not self.query:
            self._began = self.n
        self.query = query.strip()
        self.matches = self._found() if self.query else ()
        self._at = None
        return len(self.matches)

    def _found(self) -> tuple[Span, ...]:
        if self._finder is None:
            from newsreader.session.finding import Finder  # noqa: PLC0415  -- at the first search

            self._finder = Finder(self.analysis.article.text)
        return self._finder.find(self.query)

    def start_search(self) -> None:
        """A term is about to be typed: :meth:`seek` counts from here, :meth:`drop` comes back."""
        self._before = _Before(self.query, self.n, self._at, self._began)

    def seek(self, query: str) -> int:
        """Search and go to the first hit from where the typing began, else back there.

        Returns the number of hits.
        """
        before = self._before
        self.go(before.n)
        self.search(query)
        self._began = before.began if before.query else before.n
        if self.matches and self.statement is not None:
            first = self._first_from_here()
            self._to(first % len(self.matches))
        return len(self.matches)

    def drop(self) -> None:
        """What was typed is given up: all is as it was before."""
        before = self._before
        self.search(before.query)
        self.go(before.n)
        self._at, self._began = before.at, before.began

    def offer(self, term: str) -> None:
        """The term was searched for: offer it again later."""
        self.terms = [term, *(each for each in self.terms if each != term)][:TERMS]

    def end_search(self, *, back: bool) -> bool:
        """Take the marks away; with ``back`` also go to where the search began."""
        began = self._began
        self.search("")
        return back and self.go(began)

    def move_match(self, by: int) -> Hit | None:
        """Go so many hits on or, when negative, back, round the ends; None when there is no hit."""
        if not self.matches or self.statement is None:
            return None
        if self._at is not None and self.hit is not None:
            to = self._at + by
        else:
            to = self._first_from_here() + (by if by < 0 else by - 1)
        count = len(self.matches)
        self._to(to % count)
        return Hit(to % count + 1, count, wrapped=not 0 <= to < count)

    def matching(self) -> tuple[int, ...]:
        """Numbers of the statements that hold a hit, rising."""
        found: dict[int, None] = {}
        for start, _ in self.matches:
            n = bisect_right(self.statements, start, key=lambda each: each.start)
            if n and start < self.statements[n - 1].end:
                found[n] = None
        return tuple(found)

    def _first_from_here(self) -> int:
        """Index of the first hit from the current statement on; the first one has all above it."""
        start = self.statement.start if self.statement is not None and self.n > 1 else 0
        return bisect_left(self.matches, (start, 0))

    def _to(self, at: int) -> None:
        self._at = at
        self.go(self._holder(at))

    def _holder(self, at: int) -> int:
        """The statement that a hit stands in, or the nearest one."""
        start, statements = self.matches[at][0], self.statements
        n = bisect_right(statements, start, key=lambda each: each.start)
        if 0 < n < len(statements) and start >= statements[n - 1].end:
            near = start - statements[n - 1].end < statements[n].start - start
            return n if near else n + 1
        return max(n, 1)
