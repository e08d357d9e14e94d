"""Whether a story was removed from the lists: what its removals, and their undoing, add up to.

Removing is an event like any other: the text, the tags and the history stay as they are, and
undoing it, by whomever, brings the story back. It hangs on the story, not on a statement, so it is
no step of what undo in the reader goes back through.
"""

from __future__ import annotations

from collections.abc import Iterable


class Removals:
    """The removals of one story, in the order in which they were made."""

    def __init__(self) -> None:
        self._counts: dict[str, bool] = {}  # event id → whether it still counts

    def take(self, event: str) -> None:
        """Add a removal."""
        self._counts[event] = True

    def switch(self, events: Iterable[str], *, on: bool) -> None:
        """Undo those of the events that are removals, or redo them."""
        self._counts.update((each, on) for each in events if each in self._counts)

    @property
    def in_force(self) -> tuple[str, ...]:
        """The events that keep the story off the lists; none when it is shown."""
        return tuple(event for event, counts in self._counts.items() if counts)

    @property
    def last(self) -> str | None:
        """The last one in force."""
        return next(reversed(self.in_force), None)
