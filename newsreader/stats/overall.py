"""Several stories together, story by story, in memory that does not grow with their number."""

from __future__ import annotations

import heapq
from typing import NamedTuple

from newsreader.stats.counting import StoryStats, Tally
from newsreader.stats.standing import Standings

SHOWN = 20
"""Stories that are named, those with most to do."""


class OpenStory(NamedTuple):
    """A story in which something is open."""

    open: int
    order: int  # minus the number: of two, the older one first
    title: str
    standings: Standings

    @property
    def id(self) -> int:
        """The story's number."""
        return -self.order


class Overall:
    """What stories come to together, and which of them have most open."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.with_open = 0
        self._most: list[OpenStory] = []  # a heap, the least on top

    def add(self, stats: StoryStats) -> None:
        """Count one more story."""
        self.tally.add(stats.tally)
        standings = stats.tally.standings
        if not standings.open:
            return
        self.with_open += 1
        entry = OpenStory(standings.open, -stats.story.id, stats.story.title, standings)
        if len(self._most) < SHOWN:
            heapq.heappush(self._most, entry)
        else:
            heapq.heappushpop(self._most, entry)

    def most_open(self) -> list[OpenStory]:
        """The stories with most open, the most first."""
        return sorted(self._most, key=lambda each: each[:2], reverse=True)
