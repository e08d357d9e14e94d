"""Counting: what a story's tags and acts come to, and what several stories come to together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Protocol

from newsreader.model.event import Act, EventKind, Label, Tag
from newsreader.model.statement import Update
from newsreader.model.story import Story
from newsreader.stats.standing import ONE, Labels, Standings, standings
from newsreader.stats.timeline import Timeline, hour_of, local, timeline
from newsreader.stats.working import Pace, pace


@dataclass(slots=True)
class EditorTally:
    """What one editor did."""

    labels: Labels = field(default_factory=Labels)  # on the words as they stand now
    notes: int = 0
    evidence: int = 0
    left_behind: int = 0  # tags whose words are no longer there, stale ones too
    acts: int = 0  # all that was ever done, undone or not
    undone: int = 0  # of them, what no longer counts because it was undone
    times: list[float] = field(default_factory=list)  # of tags that count, seconds since 1970

    @property
    def pace(self) -> Pace:
        """How fast the tagging went."""
        return pace([self.times])

    def add(self, other: EditorTally) -> None:
        """Count what ``other`` counted, too."""
        self.labels += other.labels
        self.notes += other.notes
        self.evidence += other.evidence
        self.left_behind += other.left_behind
        self.acts += other.acts
        self.undone += other.undone
        self.times += other.times


@dataclass(slots=True)
class Tally:
    """What one story, or several, come to."""

    stories: int = 0
    standings: Standings = field(default_factory=Standings)
    editors: dict[str, EditorTally] = field(default_factory=dict)
    hours: dict[datetime, Labels] = field(default_factory=dict)  # on the wall → labels put then

    @property
    def timeline(self) -> Timeline:
        """When the tags that stand were put."""
        return timeline(self.hours)

    @property
    def pace(self) -> Pace:
        """How fast the tagging went, of all editors."""
        return pace(each.times for each in self.editors.values())

    @property
    def whole(self) -> EditorTally:
        """All editors as one, but for the times, which are each editor's own."""
        sum_ = EditorTally()
        for each in self.editors.values():
            sum_.add(each)
        sum_.times = []
        return sum_

    def add(self, other: Tally) -> None:
        """Count what ``other`` counted, too."""
        self.stories += other.stories
        self.standings += other.standings
        for name, each in other.editors.items():
            self.editors.setdefault(name, EditorTally()).add(each)
        for hour, labels in other.hours.items():
            self.hours[hour] = self.hours.get(hour, Labels()) + labels


@dataclass(frozen=True, slots=True)
class Section:
    """An update, or what stands outside of all, and how its statements stand."""

    update: Update | None
    index: int | None  # of the update in the article
    standings: Standings


@dataclass(frozen=True, slots=True)
class StoryStats:
    """How one story stands, on its newest revision."""

    story: Story
    sections: tuple[Section, ...]  # in reading order; empty where the article has no updates
    tally: Tally


class Countable(Protocol):
    """What of a story is counted."""

    @property
    def updates(self) -> Sequence[Update]:
        """The updates of its newest revision."""

    @property
    def places(self) -> Sequence[int | None]:
        """For each statement, in reading order, the index of the update it stands in."""

    @property
    def tags(self) -> Iterable[Tag]:
        """The tags of all editors, placed on the newest revision."""

    @property
    def acts(self) -> Iterable[Act]:
        """All that was done in the story, and whether it still counts."""


def count(story: Story, found: Countable, zone: tzinfo | None) -> StoryStats:
    """Count one story.

    Args:
        story: which one.
        found: what there is of it.
        zone: in which days and hours are told; None for this machine's.

    Raises:
        ValueError, LookupError: the tags or acts are damaged.
    """
    tally = Tally(stories=1)
    labels: dict[int, set[Label]] = defaultdict(set)
    for tag in found.tags:
        _count_tag(tally, tag, zone)
        if tag.n is not None and tag.label is not None and tag.stands:
            labels[tag.n].add(tag.label)
    done = (act for act in found.acts if act.event.kind is not EventKind.KEEP)
    for act in done:
        _count_act(_editor(tally, act.event.editor), act)
    tally.standings = standings(len(found.places), labels.values())
    tally.editors = dict(sorted(tally.editors.items()))
    return StoryStats(story, _sections(found.updates, found.places, labels), tally)


def _editor(tally: Tally, name: str) -> EditorTally:
    return tally.editors.setdefault(name, EditorTally())


def _count_tag(tally: Tally, tag: Tag, zone: tzinfo | None) -> None:
    editor = _editor(tally, tag.editor)
    if not tag.stands:
        editor.left_behind += 1
        return
    editor.notes += tag.note is not None
    editor.evidence += tag.evidence is not None
    if tag.label is not None:
        one = ONE[tag.label]
        editor.labels += one
        hour = hour_of(local(tag.at, zone))
        tally.hours[hour] = tally.hours.get(hour, Labels()) + one


def _count_act(editor: EditorTally, act: Act) -> None:
    editor.acts += 1
    if not act.active:
        editor.undone += 1
    elif act.event.kind is EventKind.TAG:
        editor.times.append(datetime.fromisoformat(act.event.at).timestamp())


def _sections(
    updates: Sequence[Update], places: Sequence[int | None], labels: Mapping[int, set[Label]]
) -> tuple[Section, ...]:
    """Every update in reading order, and before them what belongs to none."""
    if not updates:
        return ()
    of: dict[int | None, list[int]] = {None: [], **{i: [] for i in range(len(updates))}}
    for n, place in enumerate(places, 1):
        of[place].append(n)
    return tuple(
        Section(
            None if i is None else updates[i],
            i,
            standings(len(numbers), [labels[n] for n in numbers if n in labels]),
        )
        for i, numbers in of.items()
        if numbers or i is not None
    )
