"""The overview over the screen that asked for it: this story, or all stories, and back.

All stories are counted in slices between which keys are served, so that a large library holds up
nobody: the overview can be scrolled or closed at any time.
"""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from functools import partial

from newsreader.errors import NewsreaderError
from newsreader.library import Library
from newsreader.stats.figures import of_all, of_story
from newsreader.stats.overall import Overall
from newsreader.tui.overview.page import OverviewPage
from newsreader.tui.widgets.overlay import Overlay

_SLICE = 0.02
"""Seconds of counting after which keys are served."""


class OverviewScreen(Overlay):
    """Shows figures until it is closed."""

    def __init__(self, library: Library, now: datetime, story: int | None, *, all_: bool) -> None:
        """Show how things stand.

        Args:
            library: whose stories are counted.
            now: the present, in whose zone days and hours are told.
            story: number of the current story, if there is one.
            all_: whether to begin with all stories.
        """
        self._figures = OverviewPage()
        super().__init__(self._figures)
        self._library = library
        self._zone = now.tzinfo
        self._story = story
        self._all = all_ or story is None

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    def action_own_key(self) -> None:
        """The story instead of all, all instead of the story."""
        if self._story is not None:
            self._all = not self._all
            self._count()

    def _count(self) -> None:
        other = "this story" if self._all else "all stories"
        self._figures.other = other if self._story is not None else ""
        self.workers.cancel_node(self)
        if not self._all:
            self._count_story()
        else:
            self._figures.say("counting …")
            self.run_worker(self._count_all())

    def _count_story(self) -> None:
        assert self._story is not None
        try:
            found = [self._library.find(self._story)]
            (stats,) = self._library.stats(found, zone=self._zone)
        except NewsreaderError as error:
            self._figures.say(str(error), loud=True)
        else:
            self._figures.show(partial(of_story, stats))

    async def _count_all(self) -> None:
        overall = Overall()
        begun = time.monotonic()
        try:
            for stats in self._library.stats(zone=self._zone):
                overall.add(stats)
                if time.monotonic() - begun > _SLICE:
                    self._figures.say(f"counting … {overall.tally.stories:,} stories")
                    await asyncio.sleep(0)
                    begun = time.monotonic()
        except NewsreaderError as error:
            self._figures.say(str(error), loud=True)
        else:
            self._figures.show(partial(of_all, overall))
