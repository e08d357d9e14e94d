"""Linking a new revision to the one before, while it is added."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.model.event import Event
from newsreader.model.story import Revision
from newsreader.store.file.database import Connection
from newsreader.store.tags.books import Bookkeeper
from newsreader.store.tags.removing import Adder


class Linker:
    """Appends what a new revision did to the old statements; ``done`` are its events."""

    def __init__(
        self, connection: Connection, keeper: Bookkeeper, by: Adder, *, keeps: bool = False
    ) -> None:
        """Work within a write transaction.

        Args:
            connection: with that transaction open.
            keeper: of the library's books.
            by: who adds, and when.
            keeps: whether tags are kept where only the looks of their words changed.
        """
        self._connection = connection
        self._keeper = keeper
        self._by = by
        self._keeps = keeps
        self.done: list[Event] = []

    def __call__(self, uri: str, revisions: Sequence[Revision]) -> None:
        """Link the last of a story's revisions; what that takes is loaded for it."""
        from newsreader.revising.revising import revise  # noqa: PLC0415
        from newsreader.store.tags.carry_over import link  # noqa: PLC0415

        found = uri, revisions
        self.done += link(self._connection, self._keeper, found, revise, self._by)
        if self._keeps:
            from newsreader.revising.comparing import compare  # noqa: PLC0415
            from newsreader.revising.revising import REVISER  # noqa: PLC0415
            from newsreader.store.tags.keeping_by_rule import Rule, keep  # noqa: PLC0415

            rule = Rule("cosmetic", REVISER, lambda old, new: compare(old, new).cosmetic)
            self.done += keep(self._connection, self._keeper, found, rule, self._by)
