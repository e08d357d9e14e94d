"""What the list of stories is asked for: a filter line, words searched for, an order; no screen.

Kept apart because each is changed by its own key: the search on top of the filter, the order on top
of both. Nothing is read before something was asked.
"""

from __future__ import annotations

from typing import NamedTuple

from newsreader.model.filter import Filter, Sort

PLAIN = Filter()
SINCE = "since:"


class Quick(NamedTuple):
    """A filter that one key switches on."""

    command: str  # id of the command of the list that does it
    name: str
    short: str  # where there is little room
    line: str


QUICK = (
    Quick("show-untagged", "untagged", "untagged", "is:untagged"),
    Quick("show-progress", "in progress", "begun", "is:progress"),
    Quick("show-done", "done", "done", "is:done"),
    Quick("show-mine", "mine", "mine", "is:mine"),
    Quick("show-speculative", "speculative", "spec.", "has:speculative"),
    Quick("show-noted", "with a note", "note", "has:note"),
    Quick("show-since", "since …", "since", "since:7d"),
    Quick("show-waiting", "waiting", "news", "is:waiting"),
    Quick("show-stale", "stale", "stale", "is:stale"),
    Quick("show-all", "all", "all", ""),
)
"""The quick filters, in the order shown; that of ``show-since`` only begins one."""


class Asked(NamedTuple):
    """What is asked for."""

    line: str = ""  # the filter line as it was typed
    filter: Filter = PLAIN  # what it says
    words: str = ""  # of the search
    order: Sort | None = None  # chosen after the line

    def filtered(self, line: str) -> Asked:
        """The same search with another filter line.

        Raises:
            UsageError: the line is ill-formed.
        """
        from newsreader.filtering import parse  # noqa: PLC0415  not before something is asked

        line = line.strip()
        made = parse(line) if line else PLAIN
        return self._replace(line=line, filter=made, order=None if made.sort else self.order)

    def searching(self, words: str) -> Asked:
        """The same filter with another search."""
        return self._replace(words=words)

    def next_order(self) -> Asked:
        """The same stories in the next order."""
        orders = [*Sort]
        return self._replace(order=orders[(orders.index(self.sort) + 1) % len(orders)])

    def without(self) -> Asked:
        """One thing less asked for: the search, else the filter, else the order."""
        if self.words:
            return self.searching("")
        return self.filtered("") if self.line else Asked()

    @property
    def sort(self) -> Sort:
        """The order in force."""
        return self.order or self.filter.sort or Sort.CHANGED

    @property
    def narrows(self) -> bool:
        """Whether not all stories are asked for."""
        return bool(self.words.strip() or self.filter.conditions)

    @property
    def wanted(self) -> str | Filter:
        """What to ask the library for: "" for the plain list."""
        if not self.narrows and self.sort is Sort.CHANGED:
            return ""
        return self.filter.and_words(self.words)._replace(sort=self.sort)

    @property
    def shows_hits(self) -> bool:
        """Whether words are looked for, so that it can be shown where they stand."""
        return bool(self.words.strip() or self.filter.words)
