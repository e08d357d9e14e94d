"""What a story's revisions did to its statements: between two of them, and in all.

Statements are those that the splitter gave; what editors cut and joined is the same in all
revisions that have the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsreader.errors import LibraryError, UnknownStoryError
from newsreader.model.story import Story
from newsreader.model.version import Version
from newsreader.revising.comparing import Comparison, compare
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
    history = History.of(_versions(library, story)[first - 1 : last])
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
        yield from History.of(_versions(library, story)).ledger()


def _versions(library: Library, story: Story) -> list[Version]:
    """All revisions of a story, oldest first."""
    found = library.versions(story)
    if len(found) != story.revisions:
        raise LibraryError(f"{story.uri}: a revision is missing", "newsreader check tells more")
    return found
