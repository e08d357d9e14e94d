"""Cutting a statement in two and joining two: where it may be done, and what is recorded.

Pure. Clauses of different standing in one sentence are common in news ("six were hurt, and the
driver must have slept"); each needs a tag of its own. A part is never empty nor mere punctuation,
and no character is torn apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property

from newsreader.errors import UsageError
from newsreader.library import OpenedStory
from newsreader.model.event import Anchor, Draft, EventKind, new_group
from newsreader.model.spans import halves, joinable
from newsreader.model.statement import Statement

_MARKS = frozenset(',;:.!?)]}—–-…”’"»，。；：、！？）」』،؛؟')
"""After one of these a clause is likely to begin."""
_GLUED = frozenset("—–…，。；：、！？）」』")
"""A word may begin right after one of these, without a space."""
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
"""Scripts that write no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_JOINER = "\u200d"


def cut_places(words: str) -> tuple[int, ...]:
    """Where a statement with these words may be cut, in reading order.

    Returns:
        For each place the code points from the statement's start to where the second part would
        begin: the starts of words, and in scripts without spaces of characters.
    """
    solid = [i for i, each in enumerate(words) if each.isalnum()]
    if not solid:
        return ()
    first, last = solid[0], solid[-1]
    return tuple(i for i in range(first + 1, last + 1) if _begins_word(words, i))


def _begins_word(words: str, i: int) -> bool:
    before, here = words[i - 1], words[i]
    if here.isspace() or not whole(words, i):
        return False
    if before.isspace():
        return True
    if before in _GLUED:
        return here not in _MARKS
    return _is_unspaced(before) and _is_unspaced(here)


def _is_unspaced(character: str) -> bool:
    code = ord(character)
    return code >= _UNSPACED[0][0] and any(low <= code <= high for low, high in _UNSPACED)


def whole(words: str, i: int) -> bool:
    """Whether no character that a reader sees is torn apart by a cut before ``words[i]``."""
    here = words[i]
    if _JOINER in words[i - 1 : i + 1] or unicodedata.category(here).startswith("M"):
        return False
    return not "\U0001f3fb" <= here <= "\U0001f3ff"  # a skin tone


def likely(words: str, places: Sequence[int]) -> tuple[int, ...]:
    """Those of the places that stand right after a punctuation mark: a clause may begin there."""
    return tuple(place for place in places if words[:place].rstrip()[-1] in _MARKS)


class Cutter:
    """A cut that is being placed: in which statement, and where in it."""

    def __init__(self, statement: Statement, words: str) -> None:
        """Begin at the likeliest place.

        Args:
            statement: to be cut; :func:`cut_places` of its words must not be empty.
            words: its words.
        """
        self.n = statement.n
        self._start = statement.start
        self._words = words
        self._places = cut_places(words)
        middle = len(words) / 2
        best = min(self._likely or self._places, key=lambda place: abs(place - middle))
        self._i = self._places.index(best)

    @cached_property
    def _likely(self) -> tuple[int, ...]:
        return likely(self._words, self._places)

    @property
    def at(self) -> int:
        """Code points from the statement's start to where the second part begins."""
        return self._places[self._i]

    @property
    def offset(self) -> int:
        """Where in the article's text the second part begins."""
        return self._start + self.at

    def move(self, by: int) -> bool:
        """Move by so many words; False at the ends."""
        i = min(max(self._i + by, 0), len(self._places) - 1)
        moved, self._i = i != self._i, i
        return moved

    def jump(self, by: int) -> bool:
        """Move to the next (1) or previous (-1) place after a punctuation mark, round the ends."""
        places = self._likely
        if not places:
            return False
        beyond = [each for each in places if (each > self.at if by > 0 else each < self.at)]
        to = (beyond or places)[0 if by > 0 else -1]
        moved, self._i = to != self.at, self._places.index(to)
        return moved


def cut_act(opened: OpenedStory, n: int, at: int, editor: str) -> Draft:
    """The cut of a statement, ready for :meth:`Library.record`.

    Args:
        opened: the story.
        n: number of the statement.
        at: code points from its start to where the second part is to begin.
        editor: who cuts.

    Raises:
        UsageError: there is no such statement, or it cannot be cut there.
    """
    statement = _statement(opened, n)
    text, span = opened.analysis.article.text, (statement.start, statement.end)
    parts = halves(text, span, at)
    if parts is None or not whole(text, parts[1][0]):
        size = statement.end - statement.start
        raise UsageError(
            f"statement {n} cannot be cut at {at}",
            f"a place inside its {size} characters, with words on both sides",
        )
    anchor = Anchor.of(opened.story.uri, opened.revision.hash, text, *span)
    group, begins = new_group(), parts[1][0] - statement.start
    return Draft(EventKind.CUT, editor, opened.story.uri, anchor, group=group, at=begins)


def join_act(opened: OpenedStory, n: int, editor: str) -> Draft:
    """The joining of a statement with the one after it, ready for :meth:`Library.record`.

    Args:
        opened: the story.
        n: number of the first of the two.
        editor: who joins.

    Raises:
        UsageError: there are no such statements, or they may not be joined.
    """
    first = _statement(opened, n)
    text = opened.analysis.article.text
    after = opened.analysis.split.statements[n : n + 1]
    if not after or (after[0].block, after[0].update) != (first.block, first.update):
        raise UsageError(
            f"nothing follows statement {n} in its paragraph",
            "only neighbours in one paragraph are joined",
        )
    if not joinable(text, (first.start, first.end), (after[0].start, after[0].end)):
        raise UsageError(f"what is no statement stands between {n} and {n + 1}")
    anchor = Anchor.of(opened.story.uri, opened.revision.hash, text, first.start, after[0].end)
    return Draft(EventKind.JOIN, editor, opened.story.uri, anchor, group=new_group())


def _statement(opened: OpenedStory, n: int) -> Statement:
    statements = opened.analysis.split.statements
    if not 1 <= n <= len(statements):
        raise UsageError(f"no statement {n}", f"there are {len(statements)}")
    return statements[n - 1]
