"""The update sections of an article as editors corrected them: begun, merged, their times set.

Pure. What the splitter gave, and each active correction where its section's head stands in this
article. Sections are first begun and merged, in the order in which that was done; then times are
set, so that a time stays with its section however often that is merged and begun again. A
correction whose head is not there, or heads no section, does nothing until it does.

What must stay true: the sections are ordered and never overlap; merging loses no text but that of
the first section, which then stands before all sections as what has no marker does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime
from operator import attrgetter, itemgetter
from typing import NamedTuple

from newsreader.model.article import Span
from newsreader.model.event import Act, EventKind
from newsreader.model.statement import Update, UpdateKind
from newsreader.store.texts.carrying import Carrier
from newsreader.store.texts.cutting import key_of
from newsreader.store.texts.wording import Wording

Updated = Callable[[str], tuple[Update, ...]]
"""The updates that the splitter gave in the article with that hash."""

_START = attrgetter("start")


class Sections(NamedTuple):
    """The sections of one article for its story."""

    updates: tuple[Update, ...]  # in the order of the text
    base: tuple[Update, ...]  # as the splitter gave them
    spans: tuple[Span, ...]  # of the statements that the splitter gave
    acts: tuple[tuple[Act, int], ...]  # corrections whose heads stand here, and where

    def index_at(self, offset: int) -> int | None:
        """The index of the section that has the character at ``offset``."""
        return _index(self.updates, offset)

    def headed(self, after: int, start: int) -> list[Act]:
        """The corrections of sections whose head stands from ``after`` up to ``start``."""
        return [act for act, at in self.acts if after <= at <= start]


def resection(
    wording: Wording,
    base: tuple[Update, ...],
    acts: Sequence[Act],
    locate: Callable[[Act], int | None],
) -> Sections:
    """The article's sections after all corrections.

    Args:
        wording: the article's statements as the splitter gave them.
        base: its updates as the splitter gave them.
        acts: the story's corrections, in the order in which they were made.
        locate: where the head of an act's section stands in this article.
    """
    here = tuple((act, at) for act in acts if (at := locate(act)) is not None)
    made = _Making(wording, base)
    active = [(act.event, at) for act, at in here if act.active]
    for event, at in active:
        if event.kind is EventKind.SPLIT:
            made.begin(at)
        elif event.kind is EventKind.MERGE:
            made.merge(at)
    for event, at in active:
        if event.kind is EventKind.RETIME:
            made.retime(at, event.body["time"], event.body["zone"])
    return Sections(tuple(made.updates), base, wording.spans, here)


def begins_block(wording: Wording, start: int) -> bool:
    """Whether the statement that begins there is the first one of its block."""
    i = bisect_left(wording.spans, (start, 0))
    if i == len(wording.spans) or wording.spans[i][0] != start:
        return False
    return i == 0 or wording.homes[i - 1][0] != wording.homes[i][0]


class _Making:
    """Sections while they are made."""

    def __init__(self, wording: Wording, base: Sequence[Update]) -> None:
        self._wording = wording
        self._base = base
        self.updates = list(base)
        self._given = {first(wording, each): each for each in base}

    def begin(self, at: int) -> None:
        """Begin a section with the statement at ``at``; what a splitter's section was is back."""
        i = _index(self.updates, at)
        if i is not None and first(self._wording, self.updates[i]) == at:
            return
        if not begins_block(self._wording, at) and at not in self._given:
            return
        given = self._given.get(at) or Update(at, len(self._wording.text), UpdateKind.UPDATE)
        if i is not None:
            begun = given._replace(end=self.updates[i].end)
            self.updates[i : i + 1] = [self.updates[i]._replace(end=given.start), begun]
            return
        place = bisect_right(self.updates, at, key=_START)
        self.updates.insert(place, given._replace(end=self._reach(at, place)))

    def _reach(self, at: int, place: int) -> int:
        """Where a section ends that begins at ``at`` in none, as number ``place`` of all.

        It takes in what is left of the splitter's sections up to the next one that there is.
        """
        last = place == len(self.updates)
        following = len(self._wording.text) if last else self.updates[place].start
        ends = [each.end for each in self._base if each.end > at and each.start < following]
        return min(max(ends, default=following), following)

    def merge(self, at: int) -> None:
        """Put the section whose head stands at ``at`` to what stands before it."""
        i = self._headed(at)
        if i is None:
            return
        merged = self.updates.pop(i)
        if i > 0:
            self.updates[i - 1] = self.updates[i - 1]._replace(end=merged.end)

    def retime(self, at: int, time: str, zone: str) -> None:
        """Set the time of the section whose head stands at ``at``."""
        i = self._headed(at)
        if i is not None:
            known = datetime.fromisoformat(time) if time else None
            self.updates[i] = self.updates[i]._replace(time=known, zone=zone or None, assumed=())

    def _headed(self, at: int) -> int | None:
        i = _index(self.updates, at)
        return i if i is not None and at in heads(self._wording, self.updates[i]) else None


def _index(updates: Sequence[Update], offset: int) -> int | None:
    i = bisect_right(updates, offset, key=_START) - 1
    return i if i >= 0 and offset < updates[i].end else None


def first(wording: Wording, update: Update) -> int | None:
    """Where a section's first statement begins; None when it has none."""
    i = bisect_left(wording.spans, update.start, key=itemgetter(0))
    start = wording.spans[i][0] if i < len(wording.spans) else update.end
    return start if start < update.end else None


def heads(wording: Wording, update: Update) -> tuple[int | None, int | None]:
    """Where a section's marker and its first statement begin: either is its head."""
    return update.marker_span[0] if update.marker_span else None, first(wording, update)


class Locator:
    """Finds the heads of sections of other revisions in one article.

    A section is the one with the same marker and the same first statement, where there is only
    one; else the one that the first statement went to, by its exact words.
    """

    def __init__(self, target: str, wording: Wording, carrier: Carrier, updated: Updated) -> None:
        """Make a locator.

        Args:
            target: hash of the article to look in.
            wording: of that article.
            carrier: carries statements to it.
            updated: how to get at the updates of articles.
        """
        self._target = target
        self._wording = wording
        self._carrier = carrier
        self._updated = updated
        self._updates: dict[str, tuple[Update, ...]] = {}

    def __call__(self, act: Act) -> int | None:
        """Where the head of the act's section stands in the target; None when it is not there."""
        article, start, end, exact = key = key_of(act)
        source = self._carrier.source(article)
        if source is None or not source.has(start, end, exact):
            return None
        if article == self._target:
            return start
        marked = [each for each in self._of(article) if each.marker_span == (start, end)]
        if not marked:
            return self._carried(key)
        there = self._alike(self._target, self._wording, exact, _opening(source, marked[0]))
        if len(there) == 1 and self._alike(article, source, exact, _opening(source, marked[0])) == [
            start
        ]:
            return there[0]
        at = first(source, marked[0])
        if at is None:
            return None
        end = source.spans[bisect_left(source.spans, (at, 0))][1]
        return self._carried((article, at, end, source.text[at:end]))

    def _of(self, article: str) -> tuple[Update, ...]:
        if article not in self._updates:
            self._updates[article] = self._updated(article)
        return self._updates[article]

    def _alike(self, article: str, wording: Wording, marker: str, opening: str) -> list[int]:
        """The markers of the article's updates with that marker and that first statement."""
        return [
            each.marker_span[0]
            for each in self._of(article)
            if each.marker_span and each.marker == marker and _opening(wording, each) == opening
        ]

    def _carried(self, key: tuple[str, int, int, str]) -> int | None:
        """Where a statement begins in the target, None where its words are not, or several are."""
        carried = self._carrier(key)
        if carried is not None:
            return carried.span[0]
        n = self._wording.numbers.get(key[3], 0)
        return self._wording.spans[n - 1][0] if n and self._carrier.unmistakable(key) else None


def _opening(wording: Wording, update: Update) -> str:
    """The words of a section's first statement, "" when it has none."""
    at = first(wording, update)
    return "" if at is None else wording.words[bisect_left(wording.spans, (at, 0))]
