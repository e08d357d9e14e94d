"""One statement through the revisions of its story: where it stood, its words, who tagged it.

Follows the links that were kept when the revisions were added (``store/tags/linking.py``), so
nothing is compared anew to know which statement is which. Of statements that editors cut or
joined it is the one of the splitter's that counts: that alone is known in all revisions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsreader.library.opening.opened import OpenedStory
from newsreader.model.comparison import Comparison
from newsreader.model.event import Act
from newsreader.model.statement import Statement
from newsreader.revising.comparing import compare
from newsreader.store.tags.folding import ACTS
from newsreader.store.tags.linking import Links

if TYPE_CHECKING:
    from newsreader.library import Library


class Stretch(NamedTuple):
    """Revisions, one after the other, in which a statement had the same words."""

    first: int
    last: int
    read_at: str  # when the first of them was read; UTC, ISO 8601
    numbers: tuple[int, ...]  # its number in each, as the splitter gave it; () where it was gone
    words: str | None  # None where it was gone
    change: Comparison | None  # from the words that it had before; None where it had none
    acts: tuple[Act, ...]  # what anybody did on these words, in the order in which it was done


class _Standing(NamedTuple):
    """A statement in one revision."""

    revision: int
    n: int
    words: str | None
    key: tuple[str, int, int]  # what an act on it says: the article, start, end


class Tracer:
    """Follows statements of a story that is open."""

    def __init__(self, opened: OpenedStory) -> None:
        """Read the links of the story as it is known now."""
        self._opened = opened
        self._links = Links(opened.book.events, opened.kept.revisions)

    def given(self, n: int) -> int:
        """Which of the splitter's statements statement ``n`` of the text shown is, or begins in."""
        start = self._opened.analysis.split.statements[n - 1].start
        return max(1, _at(self._opened.base.split.statements, start))

    def shown(self, revision: int, n: int) -> int | None:
        """Number, in the text shown, of statement ``n`` of a revision; None when it is not there.

        Args:
            revision: counted from 1.
            n: its number there, as the splitter gave it.
        """
        shown = self._opened.revision.n
        at = n if revision == shown else dict(self._links.path(revision, n)).get(shown)
        given = self._opened.base.split.statements
        if at is None or not 1 <= at <= len(given):
            return None
        return max(1, _at(self._opened.analysis.split.statements, given[at - 1].start))

    def stretches(self, library: Library, n: int) -> list[Stretch]:
        """The history of statement ``n`` of the text shown, oldest first; at least one stretch.

        Args:
            library: where the story is.
            n: its number in the text shown.

        Raises:
            LibraryError: the library is damaged or locked.
        """
        shown, given = self._opened.revision.n, self.given(n)
        path = dict(self._links.path(shown, given)) or {shown: given}
        standings = list(self._standings(library, path))
        acts = self._acts({each.key for each in standings}, n)
        found: list[Stretch] = []
        for words, group in groupby(standings, key=lambda each: each.words):
            stretch = self._stretch(words, list(group), acts)
            before = next((each.words for each in reversed(found) if each.words is not None), None)
            if words is not None and before is not None and before != words:
                stretch = stretch._replace(change=compare(before, words))
            found.append(stretch)
        home = next(i for i, each in enumerate(found) if each.first <= shown <= each.last)
        rest = tuple(sorted((act for _, act in acts), key=lambda act: act.event.hlc))
        found[home] = found[home]._replace(acts=(*found[home].acts, *rest))
        return found

    def _standings(self, library: Library, path: dict[int, int]) -> Iterator[_Standing]:
        """The statement in each revision from the first that has it on; gone in between."""
        for each in self._opened.kept.revisions[min(path) - 1 :]:
            n = path.get(each.n, 0)
            stood = library.statement(each.hash, n) if n else None
            if stood is None:
                yield _Standing(each.n, 0, None, (each.hash, 0, 0))
            else:
                (start, end), words = stood
                yield _Standing(each.n, n, words, (each.hash, start, end))

    def _acts(
        self, keys: set[tuple[str, int, int]], n: int
    ) -> list[tuple[tuple[str, int, int], Act]]:
        """What was done on the statement, wherever it stood then."""
        book = self._opened.book
        done = [event for event in book.events if event.kind in ACTS and _key(event.body) in keys]
        acts = [act for event in done if (act := book.act(event.id)) is not None]
        known = {act.event.id for act in acts}
        acts += [act for act in book.history(n) if act.event.id not in known]
        return [(_key(act.event.body), act) for act in acts]

    def _stretch(
        self,
        words: str | None,
        group: Sequence[_Standing],
        acts: list[tuple[tuple[str, int, int], Act]],
    ) -> Stretch:
        """Revisions with the same words; takes the acts that were done on them out of ``acts``."""
        first, last = group[0].revision, group[-1].revision
        keys = {each.key for each in group}
        own = [each for each in acts if each[0] in keys]
        acts[:] = [each for each in acts if each[0] not in keys]
        done = tuple(sorted((act for _, act in own), key=lambda act: act.event.hlc))
        read_at = self._opened.kept.revisions[first - 1].read_at
        numbers = tuple(each.n for each in group if each.n)
        return Stretch(first, last, read_at, numbers, words, None, done)


def _at(statements: Sequence[Statement], start: int) -> int:
    """Number of the statement that begins at an offset, or the last before it; 0 for none."""
    return bisect_right(statements, start, key=lambda each: each.start)


def _key(body: object) -> tuple[str, int, int]:
    """Which article and place an act was about."""
    assert isinstance(body, dict)
    return body["article"], body["start"], body["end"]
