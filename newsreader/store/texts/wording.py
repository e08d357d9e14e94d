"""The words of an article's statements, for finding them again in another one.

What is worked out of them is kept with them: placing a story's tags asks for it again and again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Self

from newsreader.model.article import Span
from newsreader.model.statement import Analysis, StatementKind
from newsreader.model.version import BODY, HEADLINE, Header, Version


def numbers(words: Sequence[str]) -> dict[str, int]:
    """Which statement has these words, from 1; 0 where several have them."""
    found: dict[str, int] = {}
    for n, each in enumerate(words, start=1):
        found[each] = 0 if each in found else n
    return found


class _Kept(NamedTuple):
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    text: str
    homes: tuple[tuple[int, int | None], ...]  # the block and the update of each
    headers: tuple[Header, ...] = ()  # what each update is known by
    headlines: frozenset[int] = frozenset()  # which statements (from 0) are the article's own


class Wording(_Kept):
    """The statements of one article, as the splitter gave them."""

    @classmethod
    def of(cls, analysis: Analysis) -> Self:
        """The wording of an article that is in memory."""
        text, statements = analysis.article.text, analysis.split.statements
        return cls(
            tuple((each.start, each.end) for each in statements),
            tuple(text[each.start : each.end] for each in statements),
            text,
            tuple((each.block, each.update) for each in statements),
            tuple(map(Header.of, analysis.split.updates)),
            frozenset(
                i for i, each in enumerate(statements) if each.kind is StatementKind.HEADLINE
            ),
        )

    @cached_property
    def version(self) -> Version:
        """What tells which statement of another revision is which."""
        homes = [BODY if update is None else update for _, update in self.homes]
        for i in self.headlines:
            homes[i] = HEADLINE
        return Version(self.words, tuple(homes), self.headers)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Which statement has these words, from 1; 0 where several have them."""
        return numbers(self.words)

    @cached_property
    def _at(self) -> Mapping[Span, int]:
        return {span: n for n, span in enumerate(self.spans, start=1)}

    def has(self, start: int, end: int, exact: str) -> bool:
        """Whether the article has exactly these words at that place."""
        return 0 <= start < end and self.text[start:end] == exact

    def number(self, start: int, end: int, exact: str) -> int:
        """Number of the statement that stands there with these words; 0 when none does."""
        n = self._at.get((start, end), 0)
        return n if n and self.words[n - 1] == exact else 0
