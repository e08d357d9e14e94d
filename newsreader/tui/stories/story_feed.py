"""The rows of the list of stories, read from the library page by page; no screen.

The library pages by key, so a page costs the same however deep it lies; of every page only the key
before it is kept, and of the rows only those of the pages used last. So neither memory nor
start-up grows with the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from newsreader.errors import NewsreaderError
from newsreader.library import PAGE
from newsreader.model.story import Story
from newsreader.session.asking import Asked

if TYPE_CHECKING:
    from newsreader.model.filter import Filter

PLAIN = Asked()
"""All stories, the last change first."""

_KEPT = 8  # pages whose rows are kept
_WORDS = 40  # of text around the hits: more than fit into a line


class Stories(Protocol):
    """What :meth:`newsreader.library.Library.stories` is."""

    def __call__(
        self, wanted: str | Filter = "", /, *, before: Story | None = None, limit: int | None = None
    ) -> Iterable[Story]:
        """Up to ``limit`` of the stories that are wanted, after ``before``."""


class Contexts(Protocol):
    """What :meth:`newsreader.library.Library.contexts` is."""

    def __call__(self, found: Sequence[Story], wanted: Filter, length: int, /) -> Mapping[int, str]:
        """Where the words stand in the texts of the stories found."""


class StoryFeed:
    """The stories that were :attr:`asked` for, by their place in the list from 0."""

    def __init__(
        self, stories: Stories, asked: Asked = PLAIN, contexts: Contexts | None = None
    ) -> None:
        self.asked = asked
        self._wanted = asked.wanted
        self._stories = stories
        self._contexts = contexts
        self._pieces: dict[int, str] = {}  # story → some of its text, "" where there are no hits
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
            page = list(self._stories(self._wanted, before=self._keys[number], limit=PAGE))
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

    def pieces(self, shown: Sequence[Story]) -> Mapping[int, str]:
        """Some of the text of each story shown, with the hits; read for those alone."""
        missing = [story for story in shown if story.id not in self._pieces]
        if missing and self._contexts is not None and not isinstance(self._wanted, str):
            found: Mapping[int, str] = {}
            with suppress(NewsreaderError):  # a list without them is still a list
                found = self._contexts(missing, self._wanted, _WORDS)
            self._pieces.update((story.id, found.get(story.id, "")) for story in missing)
        return self._pieces

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
