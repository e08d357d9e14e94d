"""Linking a new revision to the one before, while it is added."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.event import Event
from newsreader.model.story import Revision
from newsreader.store.books import Bookkeeper
from newsreader.store.database import Connection
from newsreader.store.removing import Adder


class Linker:
    """Appends what a new revision did to the old statements; ``done`` are its events."""

    def __init__(self, connection: Connection, keeper: Bookkeeper, by: Adder) -> None:
        """Work within a write transaction; ``by`` says who adds, and when."""
        self._connection = connection
        self._keeper = keeper
        self._by = by
        self.done: list[Event] = []

    def __call__(self, uri: str, revisions: Sequence[Revision]) -> None:
        """Link the last of a story's revisions; what that takes is loaded for it."""
        from newsreader.revising.revising import revise  # noqa: PLC0415
        from newsreader.store.carry_over import link  # noqa: PLC0415

        self.done += link(self._connection, self._keeper, (uri, revisions), revise, self._by)
