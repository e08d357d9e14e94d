"""The rows of the list of stories, read from the library page by page; no screen.

The library pages by key, so a page costs the same however deep it lies, and from the end of the
list as from its beginning; of every page only where it begins is kept, and of the rows only those
of the pages used last. So neither memory nor start-up grows with the library. Where few of many
stories are wanted, one page takes several stretches of looking: no key waits for more than one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from newsreader.errors import NewsreaderError
from newsreader.model.story import Spot, Story, Stretch
from newsreader.tui.stories.asking import Asked

if TYPE_CHECKING:
    from newsreader.model.filter import Filter

PLAIN = Asked()
"""All stories, the last change first."""

PAGE = 64
"""Stories that are read at a time: more than most screens show."""

END = 1 << 40
"""The place after the last story, counted from the end; places far below it, from the beginning."""

_FROM_END = END >> 1  # places from which on it is counted from the end
_KEPT = 8  # pages whose rows are kept
_LOOKS = 2_000  # rows that are looked at in one stretch
_WORDS = 40  # of text around the hits: more than fit into a line


class Stories(Protocol):
    """What :meth:`newsreader.library.Library.stretch` is."""

    def __call__(
        self,
        wanted: str | Filter = "",
        spot: Spot | None = None,
        limit: int = ...,
        *,
        back: bool = False,
        looks: int = ...,
    ) -> Stretch:
        """Some of the stories that are wanted, from after ``spot``."""


class Contexts(Protocol):
    """What :meth:`newsreader.library.Library.contexts` is."""

    def __call__(self, found: Sequence[Story], wanted: Filter, length: int, /) -> Mapping[int, str]:
        """Where the words stand in the texts of the stories found."""


class _Side:
    """A list from one of its ends, as far as it was read."""

    def __init__(self, stories: Stories, wanted: str | Filter, *, back: bool) -> None:
        self._stories = stories
        self._wanted = wanted
        self._back = back
        self._spots: list[Spot | None] = [None]  # where each page begins
        self._pages: dict[int, list[Story]] = {}  # whole ones; the one used last comes last
        self._last: list[Story] = []  # the page that is not whole yet
        self._at: Spot | None = None  # where looking goes on
        self.known = 0
        self.complete = False
        self.waits = False  # for somebody to look on: a stretch did not make a page

    def __getitem__(self, place: int) -> Story | None:
        """The story in that place; None beyond the end, or where nobody looked yet."""
        while place >= self.known and not self.complete and not self.waits:
            self.look_on()
        if place >= self.known:
            return None
        number, at = divmod(place, PAGE)
        return self._last[at] if number == len(self._spots) - 1 else self._page(number)[at]

    def look_on(self) -> None:
        """Read one more stretch."""
        left = PAGE - len(self._last)
        found = self._stories(self._wanted, self._at, left, back=self._back, looks=_LOOKS)
        self._last += found.stories
        self.known += len(found.stories)
        self.complete, self._at = found.ends is None, found.ends
        self.waits = not self.complete and len(self._last) < PAGE
        if len(self._last) == PAGE and not self.complete:
            self._keep(len(self._spots) - 1, self._last)
            self._spots.append(self._at)
            self._last = []

    def _page(self, number: int) -> list[Story]:
        page = self._pages.pop(number, None)
        if page is None:
            page, spot = [], self._spots[number]
            while len(page) < PAGE:
                found = self._stories(self._wanted, spot, PAGE - len(page), back=self._back)
                page += found.stories
                spot = found.ends
                if spot is None:  # some are gone meanwhile
                    page += [page[-1] if page else self._last[0]] * (PAGE - len(page))
        self._keep(number, page)
        return page

    def _keep(self, number: int, page: list[Story]) -> None:
        self._pages[number] = page
        while len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]


class StoryFeed:
    """The stories that were :attr:`asked` for, by their place in the list from 0.

    Places near :data:`END` are counted from there, for nobody knows how many there are before.
    """

    def __init__(
        self,
        stories: Stories,
        asked: Asked = PLAIN,
        contexts: Contexts | None = None,
        total: int | None = None,
    ) -> None:
        """Read what is asked for.

        Args:
            stories: reads some of the list.
            asked: what is asked for.
            contexts: tells where words stand; None where nobody asks.
            total: how many there are, where that is known.
        """
        self.asked = asked
        self._wanted = asked.wanted
        self._contexts = contexts
        self._pieces: dict[int, str] = {}  # story → some of its text, "" where there are no hits
        self._front = _Side(stories, self._wanted, back=False)
        self._rear = _Side(stories, self._wanted, back=True)
        self._total = total

    @property
    def known(self) -> int:
        """How many rows are known to be there; all there are, once :attr:`complete`."""
        total = self._total if self._total is not None and not self._front.complete else 0
        return max(self._front.known, self._rear.known, total)

    @property
    def complete(self) -> bool:
        """Whether it is known how many there are."""
        return self._total is not None or self._front.complete or self._rear.complete

    @property
    def waits(self) -> bool:
        """Whether there may be more, and nobody looked for them yet."""
        return self._front.waits or self._rear.waits

    def look_on(self) -> None:
        """Read one more stretch where rows are missing."""
        for side in (self._front, self._rear):
            if side.waits:
                side.look_on()

    def __getitem__(self, index: int) -> Story | None:
        """The story in that place; None beyond the end, or where nobody looked yet."""
        if index >= _FROM_END:
            return self._rear[END - 1 - index] if index < END else None
        return self._front[index]

    def pieces(self, shown: Sequence[Story]) -> Mapping[int, str]:
        """Some of the text of each story shown, with the hits; read for those alone."""
        missing = [story for story in shown if story.id not in self._pieces]
        if missing and self._contexts is not None and not isinstance(self._wanted, str):
            found: Mapping[int, str] = {}
            with suppress(NewsreaderError):  # a list without them is still a list
                found = self._contexts(missing, self._wanted, _WORDS)
            self._pieces.update((story.id, found.get(story.id, "")) for story in missing)
        return self._pieces

    def last(self, near: int = 0) -> int:
        """The place of the last story that is known, near a place."""
        return END - 1 if near >= _FROM_END else max(0, self._front.known - 1)

    def end(self) -> int:
        """The place of the last story of all, or of the last one that is known."""
        if self._front.complete or self._rear[0] is None:
            return self.last()
        return self.settled(END - 1)

    def settled(self, index: int) -> int:
        """The same place counted from the beginning, where it is known how far that is."""
        if index < _FROM_END:
            return index
        place = END - 1 - index
        there = self._rear[place] if place >= 0 else None
        if not self._rear.complete or place < self._rear.known - PAGE:
            return index if there is not None or not self._rear.complete else 0
        return max(0, self._rear.known - 1 - place)

    def find(self, story: int, near: int) -> int | None:
        """The place of a story by its number, looked for up to a page past ``near``."""
        if near >= _FROM_END:
            places = range(END - 1, near - PAGE, -1)
        else:
            places = range(max(near + PAGE // 2, PAGE))
        for index in places:
            found = self[index]
            if found is None:
                return None
            if found.id == story:
                return index
        return None
