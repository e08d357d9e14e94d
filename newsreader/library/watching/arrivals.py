"""What others brought: new stories and revisions that came into a library by another program.

Several programs may follow the same sources; whichever is first has read the new words. Who tells
of what comes has to tell of that, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from newsreader.library.accession.added import Added
from newsreader.model.story import Story
from newsreader.store.adding import carried
from newsreader.store.file.stamps import timestamp

if TYPE_CHECKING:
    from newsreader.library import Library


class Arrivals:
    """The revisions that come from now on and that this program did not bring itself."""

    def __init__(self, library: Library, only: Collection[str] | None) -> None:
        """Be ready to look.

        Args:
            library: open.
            only: the followed sources whose stories count; None for all that are followed.
        """
        self._library = library
        self._only = only
        self._since = timestamp(library.now())
        self._told: dict[int, int] = {}  # story → the last revision that is known of
        library.changed()

    def told(self, added: Added) -> None:
        """Take note of what this program brought."""
        if added.story is not None and added.revision is not None:
            if added.status == "unchanged" and added.story not in self._told:
                return  # another program may have been quicker
            self._told[added.story] = max(self._told.get(added.story, 0), added.revision)

    def look(self) -> Iterator[Added]:
        """The newest revision of each story that another program brought one of."""
        if not self._library.changed():
            return
        found = takewhile(lambda story: story.changed_at >= self._since, self._library.stories())
        for story in list(found):
            self._since = max(self._since, story.changed_at)
            if self._told.get(story.id, 0) < story.revisions and self._counts(story):
                self._told[story.id] = story.revisions
                yield self._added(story)

    def _counts(self, story: Story) -> bool:
        origin = self._library.origin(story.id)
        return (
            origin is not None
            and bool(origin.since)
            and (self._only is None or origin.source in self._only)
        )

    def _added(self, story: Story) -> Added:
        slots = self._library.open(story).book.slots()
        return Added(
            story.source, "added" if story.revisions == 1 else "revised", story.id,
            story.revisions, story.title, story.statements, story.updates,
            carried([tag.state for _, tag in slots]), uri=story.uri,
        )  # fmt: skip
