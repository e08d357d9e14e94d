"""Stories as lists show them: their identity, their revisions, and how far an editor has come.

A story is what an editor follows; a revision is one article in it. Both are numbered from 1 and
never renumbered.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Progress(NamedTuple):
    """How many statements of a story (or update) an editor has tagged, by label."""

    total: int = 0
    confirmed: int = 0
    speculative: int = 0
    opinion: int = 0

    @property
    def tagged(self) -> int:
        """Statements with a label."""
        return self.confirmed + self.speculative + self.opinion

    @property
    def open(self) -> int:
        """Statements without one."""
        return self.total - self.tagged


class Revision(NamedTuple):
    """An article in its story."""

    n: int  # 1, 2, 3 ...
    hash: str  # of the article
    read_at: str  # UTC, ISO 8601
    source: str  # where it was read from


Spot = tuple[Any, int]
"""A place in a list, between two of its stories, that stays where it is when others come or go."""


class Story(NamedTuple):
    """What an editor follows, as a list shows it."""

    id: int  # the number that `list` shows
    uri: str
    title: str
    source: str
    published: str | None
    added_at: str  # UTC, ISO 8601
    changed_at: str  # UTC, when the newest revision was read
    revisions: int
    updates: int
    statements: int
    progress: Progress = Progress()  # the asking editor's
    left_behind: int = 0  # the asking editor's tags whose words are not in the newest revision
    stale: int = 0  # the asking editor's tags whose words changed in the newest revision
    removed: str | None = None  # id of the event that took it off the lists, if one did
    looked: int = 0  # the newest revision that the asking editor had before their eyes, 0 for none
    news: int = 0  # statements that are new or have other words since then
    damaged: bool = False  # its row cannot be read: nothing but number and time is known

    @property
    def waiting(self) -> bool:
        """Whether a revision came since the asking editor looked; False for one never opened."""
        return 0 < self.looked < self.revisions


class Stretch(NamedTuple):
    """Some of a list, one after the other: as many as were found with so much looking."""

    stories: list[Story]
    ends: Spot | None  # where to look on; None where the list ends


ALL_OF_IT = 1 << 62
"""So much looking that a stretch has as many stories as were asked for, if there are as many."""
