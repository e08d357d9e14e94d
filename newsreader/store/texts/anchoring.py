"""Where the words of an event stand in the article that is shown.

Exact words only: a look-alike never gets a tag. Words are first looked for where their statement
went (``carrying.py``); there they must be a statement, as the article is cut. A statement
that was cut or joined is none any more: its tags are left behind in the same revision, and no part
gets them. Where the words changed, the place is *stale*: a link, found when the revision was added
(``store/tags/linking.py``). Words that are not in the article shown are looked for in the
story's other revisions, newest first, so that what was left behind can be told apart and shown
with its last place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from newsreader.model.article import Span
from newsreader.model.event import AnchorState, Place
from newsreader.model.story import Revision
from newsreader.store.texts.carrying import GONE, Aligning, Carried, Carrier, Key, Worded
from newsreader.store.texts.cutting import Cutting
from newsreader.store.texts.wording import Wording, numbers

Linked = Callable[[str, int, int], int | None]
"""``(article hash, number there, revision shown)`` → number there, under whatever words."""


class Placer:
    """Places anchors of one story in one of its articles; remembers what it found."""

    def __init__(  # noqa: PLR0913, PLR0917  (what one story has)
        self,
        shown: str,
        revisions: Sequence[Revision],
        worded: Worded,
        aligning: Aligning,
        cutting: Cutting | None = None,
        linked: Linked | None = None,
        known: dict[Key, Place] | None = None,
    ) -> None:
        """Make a placer.

        Args:
            shown: hash of the article that is shown.
            revisions: of the story, oldest first.
            worded: how to get at the words of an article.
            aligning: how two revisions are aligned.
            cutting: how the article shown is cut; None where it is as the splitter gave it.
            linked: where a statement went whose words changed; None where nothing is known.
            known: what was found before on the same basis; what is found is added to it.
        """
        self._linked = linked
        self._shown = shown
        self._others = [each for each in reversed(revisions) if each.hash != shown]
        self._revision = max((each.n for each in revisions if each.hash == shown), default=0)
        self._worded = worded
        self._align = aligning
        self._cutting = cutting
        self._places: dict[Key, Place] = {} if known is None else known

    def __call__(self, article: str, start: int, end: int, exact: str) -> Place:
        """Where the words stand; see ``store/tags/folding.py`` for who asks."""
        key = (article, start, end, exact)
        if key not in self._places:
            self.prepare([key])
        return self._places[key]

    def prepare(self, anchors: Iterable[Key]) -> None:
        """Place many anchors in one walk through the revisions."""
        left: list[Key] = []
        for key in anchors:
            if key in self._places:
                continue
            n = self._numbers.get(key[1:3]) if key[0] == self._shown else None
            if n is None:
                left.append(key)
            else:
                self._places[key] = Place(n, AnchorState.CURRENT)
        if left:
            self._walk(left)

    @cached_property
    def _here(self) -> Wording:
        """The wording of the article shown, fetched once; one without a word if it is missing."""
        return self._worded(self._shown) or Wording((), (), "", ())

    @cached_property
    def _numbers(self) -> dict[Span, int]:
        """The statements of the article shown, as it is cut, by their span."""
        spans = self._cutting.spans if self._cutting else self._here.spans
        return {each: n for n, each in enumerate(spans, start=1)}

    @cached_property
    def _by_words(self) -> dict[str, int]:
        """The statements of the article shown, as it is cut, by their words; 0 for several."""
        text = self._here.text
        return numbers([text[start:end] for start, end in self._numbers])

    def _walk(self, left: Sequence[Key]) -> None:
        """Place anchors in the article shown, or where they stood last: the newest that has them.

        Only the articles that they were made on are kept while this goes on.
        """
        sources: dict[str, Wording | None] = {self._shown: self._here}

        def worded(article: str) -> Wording | None:
            if article not in sources:
                sources[article] = self._worded(article)
            return sources[article]

        carrier = Carrier(self._shown, self._here, worded, self._align)
        self._places |= {key: place for key in left if (place := self._placed(key, carrier))}
        left = [key for key in left if key not in self._places]
        whole = {key for key in left if carrier.number(key)}
        for revision in self._others if left else ():
            there = sources.get(revision.hash) or self._worded(revision.hash)
            if there is None:
                continue
            carrier = Carrier(revision.hash, there, worded, self._align)
            likely = (key for key in left if key not in whole or key[3] in there.numbers)
            found = {key: _last(key, carrier, there, revision.n) for key in likely}
            self._places |= {key: place for key, place in found.items() if place}
            left = [key for key in left if key not in self._places]
            if not left:
                break
        for key in left:
            self._places.setdefault(key, GONE)

    def _placed(self, key: Key, carrier: Carrier) -> Place | None:
        """The place in the article shown; None when the words are not there at all."""
        whole = carrier.whole(key) if self._cutting is None else None
        if whole is not None and whole.n is not None:
            return whole
        carried = carrier(key)
        if carried is None:
            n = self._by_words.get(key[3], 0) if carrier.unmistakable(key) else 0
            return Place(n, AnchorState.MOVED) if n else self._changed(key, carrier)
        n = self._numbers.get(carried.span, 0)
        if n:
            return Place(n, carried.state)
        return _gone(self._revision, carried, self._here)  # cut or joined since

    def _changed(self, key: Key, carrier: Carrier) -> Place | None:
        """The place of a statement whose words changed; never that of another one's words."""
        n = carrier.number(key)
        at = self._linked(key[0], n, self._revision) if n and self._linked else None
        if at is None or not 1 <= at <= len(self._here.spans) or at in carrier.taken(key[0]):
            return None
        span = self._here.spans[at - 1]
        shown = self._numbers.get(span) if self._here.words[at - 1] != key[3] else None
        return Place(shown, AnchorState.STALE) if shown else None


def _last(key: Key, carrier: Carrier, there: Wording, revision: int) -> Place | None:
    """The place of words that are gone in one of the revisions that might have had them."""
    if carrier.number(key):  # a whole statement, so only a whole one has its words
        n = carrier.partner(key)
        return Place(None, AnchorState.GONE, last_revision=revision, last_n=n) if n else None
    carried = carrier(key)
    if carried is None and (n := there.numbers.get(key[3], 0)) and carrier.unmistakable(key):
        carried = Carried(there.spans[n - 1], AnchorState.MOVED)
    return _gone(revision, carried, there) if carried else None


def _gone(revision: int, carried: Carried, there: Wording) -> Place:
    """The place of words that are no statement of the article shown, but stood in a revision."""
    span = carried.span
    i = bisect_left(there.spans, span)
    if there.spans[i : i + 1] == (span,):
        return Place(None, AnchorState.GONE, last_revision=revision, last_n=i + 1)
    return Place(None, AnchorState.GONE, last_revision=revision, last_span=span)
