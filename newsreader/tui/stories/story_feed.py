"""The rows of the list of stories, read from the library page by page; no screen.

The library pages by key, so a page costs the same however deep it lies; of every page only the key
before it is kept, and of the rows only those of the pages used last. So neither memory nor
start-up grows with the library.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from newsreader.library import PAGE
from newsreader.model.story import Story

if TYPE_CHECKING:
    from newsreader.model.filter import Filter

_KEPT = 8  # pages whose rows are kept


class Stories(Protocol):
    """What :meth:`newsreader.library.Library.stories` is."""

    def __call__(
        self, wanted: str | Filter = "", /, *, before: Story | None = None, limit: int | None = None
    ) -> Iterable[Story]:
        """Up to ``limit`` of the stories that are wanted, after ``before``."""


class StoryFeed:
    """The stories that have the words of :attr:`text`, by their place in the list from 0."""

    def __init__(self, stories: Stories, text: str = "") -> None:
        self.text = text
        self._stories = stories
        self._keys: list[Story | None] = [None]  # the story before each page that is known
        self._pages: dict[int, list[Story]] = {}  # the page used last comes last
        self.complete = False
        self.known = 0
        """How many rows are known to be there; all there are, once :attr:`complete`."""

    def __getitem__(self, index: int) -> Story | None:
        """The story in that place; None beyond the end."""
        number, place = divmod(index, PAGE)
        while number >= len(self._keys):
            if self.complete:
                return None
            self._page(len(self._keys) - 1)
        page = self._page(number)
        return page[place] if place < len(page) else None

    def _page(self, number: int) -> list[Story]:
        page = self._pages.pop(number, None)
        if page is None:
            page = list(self._stories(self.text, before=self._keys[number], limit=PAGE))
            self._found(number, page)
        self._pages[number] = page
        while len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        return page

    def _found(self, number: int, page: list[Story]) -> None:
        """Take note of how far the list goes, as a page of it shows."""
        self.known = max(self.known, number * PAGE + len(page))
        if number + 1 == len(self._keys):
            if len(page) < PAGE:
                self.complete = True
            else:
                self._keys.append(page[-1])

    def last(self, far: int) -> int:
        """The place of the last story, or of one about ``far`` further down than is known."""
        goal = self.known + far
        while not self.complete and self.known < goal:
            self[self.known]
        return max(0, self.known - 1)

    def find(self, story: int, near: int) -> int | None:
        """The place of a story by its number, looked for from the top to a page past ``near``."""
        index = 0
        while index <= near + PAGE:
            found = self[index]
            if found is None:
                return None
            if found.id == story:
                return index
            index += 1
        return None
