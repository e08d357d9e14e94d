"""Carrying places of the text from one article of a story over to another, by exact words.

The statements of both articles, as the splitter gave them, are aligned; a span goes where its
statement went. So what editors cut and joined goes the same way as the statements themselves, and
nothing depends on who cut what first. Words that are not exactly the same carry nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.model.event import AnchorState, Place
from newsreader.model.version import Version
from newsreader.store.texts.wording import Wording

Aligning = Callable[[Version, Version], list[Place]]
"""``revising.places``, handed in because stages do not import each other."""

Worded = Callable[[str], Wording | None]
"""The wording of the article with that hash, None when it is not in the library."""

Key = tuple[str, int, int, str]
"""What an event's anchor says: article, start, end, exact words."""


GONE = Place(None, AnchorState.GONE)
"""The place of what is nowhere."""


class Carried(NamedTuple):
    """Where a span stands in the other article."""

    span: Span
    state: AnchorState  # current or moved


class Carrier:
    """Carries spans over to one article."""

    def __init__(self, target: str, wording: Wording, worded: Worded, aligning: Aligning) -> None:
        """Make a carrier.

        Args:
            target: hash of the article to carry to.
            wording: of that article.
            worded: how to get at the words of others; it is asked once for each.
            aligning: how two revisions are aligned.
        """
        self._target = target
        self._wording = wording
        self._spans = wording.spans
        self._worded = worded
        self._align = aligning
        self._sources: dict[str, Wording | None] = {target: wording}
        self._aligned: dict[str, Sequence[Place]] = {}
        self._taken: dict[str, frozenset[int]] = {}

    def unmistakable(self, key: Key) -> bool:
        """Whether no other statement of the article that it was made on had the anchor's words."""
        article, start, end, exact = key
        source = self.source(article)
        if source is None or not source.has(start, end, exact):
            return True  # nothing is known of it but its words
        n = source.numbers.get(exact)
        return n is None or (n > 0 and source.spans[n - 1] == (start, end))

    def source(self, article: str) -> Wording | None:
        """The wording of the article that an anchor was made on."""
        if article not in self._sources:
            self._sources[article] = self._worded(article)
        return self._sources[article]

    def __call__(self, key: Key) -> Carried | None:
        """Where the words stand in the target; None when they do not, or it cannot be told."""
        place = self.whole(key)
        if place is not None:
            return None if place.n is None else Carried(self._spans[place.n - 1], place.state)
        article, start, end, exact = key
        source = self.source(article)
        if source is None or not source.has(start, end, exact):
            return None
        if article == self._target:
            return Carried((start, end), AnchorState.CURRENT)
        return self._in_parts(article, source, (start, end))

    def _in_parts(self, article: str, source: Wording, span: Span) -> Carried | None:
        """Where a part of a statement, or several of them, went."""
        start, end = span
        i = bisect_right(source.spans, (start, len(source.text))) - 1
        j = bisect_left(source.spans, (end, 0)) - 1
        if i < 0 or source.spans[i][1] <= start or end > source.spans[j][1]:
            return None  # it begins or ends outside of all statements
        if any(source.words[each] not in self._wording.numbers for each in range(i, j + 1)):
            return None  # spares most alignments
        return self._shifted(source, self._places(article, source)[i : j + 1], i, span)

    def whole(self, key: Key) -> Place | None:
        """Where a statement went that the splitter gave; None when the words are none, or unknown.

        The number is that among the target's statements as the splitter gave them.
        """
        article, exact = key[0], key[3]
        source = self.source(article)
        n = self.number(key)
        if source is None or not n:
            return None
        if article == self._target:
            return Place(n, AnchorState.CURRENT)
        return self._places(article, source)[n - 1] if exact in self._wording.numbers else GONE

    def partner(self, key: Key) -> int:
        """Number of the statement that has the anchor's words in the target; 0 when none has.

        Like :meth:`whole`, but where the words stand once in both articles it needs no alignment.
        """
        source, exact = self.source(key[0]), key[3]
        only = self._wording.numbers.get(exact)
        if only is None or source is None:
            return 0
        if only and self.number(key) == source.numbers.get(exact):
            return only
        place = self.whole(key)
        return 0 if place is None else place.n or 0

    def number(self, key: Key) -> int:
        """Number of the statement that an anchor means in its own article; 0 when it is none."""
        article, start, end, exact = key
        source = self.source(article)
        return 0 if source is None else source.number(start, end, exact)

    def taken(self, article: str) -> frozenset[int]:
        """The target's statements whose exact words the article has, too."""
        if article not in self._taken:
            source = self.source(article)
            places = () if source is None else self._places(article, source)
            self._taken[article] = frozenset(each.n for each in places if each.n is not None)
        return self._taken[article]

    def _places(self, article: str, source: Wording) -> Sequence[Place]:
        if article not in self._aligned:
            self._aligned[article] = self._align(source.version, self._wording.version)
        return self._aligned[article]

    def _shifted(
        self, source: Wording, places: Sequence[Place], i: int, span: Span
    ) -> Carried | None:
        """``span``, which begins in statement ``i``, where ``places`` say its statements went."""
        first = places[0].n
        if first is None or [place.n for place in places] != [*range(first, first + len(places))]:
            return None
        shift = self._wording.spans[first - 1][0] - source.spans[i][0]
        start, end = span[0] + shift, span[1] + shift
        if self._wording.text[start:end] != source.text[span[0] : span[1]]:
            return None
        moved = any(place.state is AnchorState.MOVED for place in places)
        return Carried((start, end), AnchorState.MOVED if moved else AnchorState.CURRENT)
