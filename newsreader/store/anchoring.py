"""Where the words of an event stand in the article that is shown.

Exact words only: a look-alike never gets a tag. Words that are not in the article shown are
looked for in the story's other revisions, newest first, so that what was left behind can be
told apart and shown with its last place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from newsreader.model.article import Span
from newsreader.model.event import AnchorState, Place
from newsreader.model.story import Revision
from newsreader.store.articles import Wording

Aligning = Callable[[Sequence[str], Sequence[str]], list[Place]]
"""``revising.align``, handed in because stages do not import each other."""

Worded = Callable[[str], Wording | None]
"""The wording of the article with that hash, None when it is not in the library."""

_Key = tuple[str, int, int, str]


class Placer:
    """Places anchors of one story in one of its articles; remembers what it found."""

    def __init__(
        self, shown: str, revisions: Sequence[Revision], worded: Worded, aligning: Aligning
    ) -> None:
        """Make a placer.

        Args:
            shown: hash of the article that is shown.
            revisions: of the story, oldest first.
            worded: how to get at the words of an article.
            aligning: how two revisions are aligned.
        """
        self._shown = shown
        self._others = [each for each in reversed(revisions) if each.hash != shown]
        self._worded = worded
        self._align = aligning
        self._places: dict[_Key, Place] = {}
        self._here: Wording | None = None  # the article shown, once it was asked for
        self._numbers: dict[Span, int] | None = None  # its statements by their span

    def __call__(self, article: str, start: int, end: int, exact: str) -> Place:
        """Where the words stand; see ``store/folding.py`` for who asks."""
        key = (article, start, end, exact)
        if key not in self._places:
            self.prepare([key])
        return self._places[key]

    def prepare(self, anchors: Iterable[_Key]) -> None:
        """Place many anchors in one walk through the revisions."""
        by_article: dict[str, list[_Key]] = {}
        for key in anchors:
            if key in self._places:
                continue
            if key[0] == self._shown and (n := self._number(key[1:3])) is not None:
                self._places[key] = Place(n, AnchorState.CURRENT)
            else:
                by_article.setdefault(key[0], []).append(key)
        here = self._wording_shown() if by_article else None
        missing = [_Missing(self._worded(article), keys) for article, keys in by_article.items()]
        self._places |= _found(missing, here, self._align)
        self._place_gone(missing)

    def _wording_shown(self) -> Wording | None:
        """The wording of the article shown, fetched once."""
        if self._here is None:
            self._here = self._worded(self._shown)
        return self._here

    def _number(self, span: Span) -> int | None:
        """The statement of the article shown that has exactly this span."""
        if self._numbers is None:
            wording = self._wording_shown()
            spans = wording.spans if wording else ()
            self._numbers = {each: n for n, each in enumerate(spans, start=1)}
        return self._numbers.get(span)

    def _place_gone(self, missing: Sequence[_Missing]) -> None:
        """Note where the words stood last: the newest revision that has them."""
        for revision in self._others:
            if not any(each.keys for each in missing):
                break
            there = _found(missing, self._worded(revision.hash), self._align)
            for key, place in there.items():
                self._places[key] = Place(
                    None, AnchorState.GONE, last_revision=revision.n, last_n=place.n or 0
                )
        for each in missing:
            self._places |= dict.fromkeys(each.keys, Place(None, AnchorState.GONE))


def _found(
    missing: Sequence[_Missing], other: Wording | None, aligning: Aligning
) -> dict[_Key, Place]:
    """The places of those that ``other`` has."""
    if other is None:
        return {}
    present = frozenset(other.words)
    found: dict[_Key, Place] = {}
    for each in missing:
        if any(key[3] in present for key in each.keys):  # spares most alignments
            found |= each.found_in(other, aligning)
    return found


class _Missing:
    """Anchors of one article whose place is not known yet."""

    def __init__(self, wording: Wording | None, keys: Sequence[_Key]) -> None:
        self.keys = list(keys)
        self._wording = wording
        spans = wording.spans if wording else ()
        self._index = {span: i for i, span in enumerate(spans)}

    def found_in(self, other: Wording, aligning: Aligning) -> Mapping[_Key, Place]:
        """The places of those that ``other`` has; they are not missing any more."""
        places = self._aligned(other, aligning)
        found: dict[_Key, Place] = {}
        for key in self.keys:
            i = self._index.get(key[1:3])
            place = places[i] if i is not None else _only(key[3], other)
            if place.n is not None:
                found[key] = place
        self.keys = [key for key in self.keys if key not in found]
        return found

    def _aligned(self, other: Wording, aligning: Aligning) -> Sequence[Place]:
        if self._wording is None or self._wording.words == other.words:
            count = len(other.words)
            return [Place(n, AnchorState.CURRENT) for n in range(1, count + 1)]
        return aligning(self._wording.words, other.words)


def _only(exact: str, wording: Wording) -> Place:
    """The one statement with these words; none when there are several."""
    if wording.words.count(exact) != 1:
        return Place(None, AnchorState.GONE)
    return Place(wording.words.index(exact) + 1, AnchorState.MOVED)
