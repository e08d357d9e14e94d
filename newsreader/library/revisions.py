"""What a story's revisions did to its statements: between two of them, and in all.

Statements are those that the splitter gave; what editors cut and joined is the same in all
revisions that have the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsreader.errors import LibraryError, UnknownStoryError
from newsreader.model.comparison import Comparison
from newsreader.model.story import Story
from newsreader.model.version import Version
from newsreader.revising.comparing import compare
from newsreader.revising.history import Edit, History

if TYPE_CHECKING:
    from newsreader.library import Library

STATES = ("current", "moved", "stale", "new", "gone")


class Told(NamedTuple):
    """What became of a statement, or that it is new."""

    state: str  # one of STATES
    old: int | None  # its number then
    new: int | None  # its number now
    was: str | None  # its words then
    text: str | None  # its words now
    comparison: Comparison | None = None  # of a stale one


class Difference(NamedTuple):
    """Two revisions of a story, statement by statement, in the order of the new one."""

    story: Story
    old: int
    new: int
    told: tuple[Told, ...]

    def in_place(self) -> list[Told]:
        """The same with what is gone where it stood: after what stood before it."""
        found = [each for each in self.told if each.state != "gone"]
        gone = [each for each in self.told if each.state == "gone"]
        kept = {each.old: i for i, each in enumerate(found) if each.state in {"current", "stale"}}
        numbers = sorted(n for n in kept if n is not None)
        after: dict[int, list[Told]] = {}
        for each in gone:
            before = bisect_left(numbers, each.old or 0) - 1
            after.setdefault(kept[numbers[before]] if before >= 0 else -1, []).append(each)
        placed = [*after.get(-1, ())]
        for i, each in enumerate(found):
            placed += [each, *after.get(i, ())]
        return placed

    def counts(self) -> dict[str, int]:
        """How many statements are in which state."""
        found = Counter(each.state for each in self.told)
        return {state: found[state] for state in STATES}


def difference(
    library: Library, ref: str, old: int | None = None, new: int | None = None
) -> Difference:
    """What changed between two revisions, as the tags put on the old one see it.

    Args:
        library: where the story is.
        ref: its number, URI or path.
        old: the earlier revision; None for the one before ``new``.
        new: the later one; None for the newest.

    Raises:
        UnknownStoryError: no such story, or no such revision.
        LibraryError: the library is damaged or locked.
    """
    story = library.find(ref)
    last = story.revisions if new is None else new
    first = last - 1 if old is None else old
    for each in (first, last):
        if not 1 <= each <= story.revisions:
            raise UnknownStoryError(
                f"{story.uri}: no revision {each}", f"there are {story.revisions}"
            )
    turned = first > last
    first, last = sorted((first, last))
    history = History.of(_versions(library, story, first, last))
    if turned:
        history = History.of(reversed(history.versions))
        first, last = last, first
    return Difference(story, first, last, tuple(_told(history)))


def _told(history: History) -> Iterator[Told]:
    old, new = history.versions[0].words, history.versions[-1].words
    places = {n: history.place(1, n) for n in range(1, len(old) + 1)}
    partners = {place.n: n for n, place in places.items() if place.n is not None}
    for n, text in enumerate(new, 1):
        before = partners.get(n)
        if before is None:
            yield Told("new", None, n, None, text)
            continue
        state, was = places[before].state.value, old[before - 1]
        yield Told(state, before, n, was, text, compare(was, text) if was != text else None)
    for n, place in places.items():
        if place.n is None:
            yield Told("gone", n, None, old[n - 1], None)


def quiet_edits(library: Library, story: Story) -> Iterator[Edit]:
    """The statements of a story that changed or vanished without a new update header.

    Raises:
        LibraryError: the library is damaged or locked.
    """
    if story.revisions > 1:
        yield from History.of(_versions(library, story, 1, story.revisions)).ledger()


def _versions(library: Library, story: Story, first: int, last: int) -> list[Version]:
    """Revisions of a story, oldest first."""
    found = library.versions(story, first, last)
    if len(found) != last - first + 1:
        raise LibraryError(f"{story.uri}: a revision is missing", "newsreader check tells more")
    return found
