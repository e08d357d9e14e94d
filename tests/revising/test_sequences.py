"""Stories of many revisions, tagged along: only what changed is read again."""

from pathlib import Path

import pytest

from newsreader.model.event import AnchorState
from newsreader.model.version import BODY, HEADLINE, Header, Version
from newsreader.revising.history import History

FIXTURES = Path(__file__).parent / "fixtures"
HELD = (AnchorState.CURRENT, AnchorState.MOVED)


class Desk:
    """A story as its desk edits it: the headline, and updates with their sentences."""

    def __init__(self):
        self.headline, self.body, self.updates = "", [], []

    def edit(self, line):
        """Do what a line of the fixture says; the words that a reader has not seen."""
        what, _, rest = line.partition(" ")
        return getattr(self, {"!": "on_headline", "#": "on_below", "|": "on_into"}.get(
            what, f"on_{what}"), lambda _: self.on_append(line))(rest)  # fmt: skip

    def on_headline(self, words):
        self.headline = words
        return [words]

    def on_below(self, marker):
        self.updates.append((marker, []))
        return []

    def on_top(self, marker):
        self.updates.insert(0, (marker, []))
        return []

    def on_into(self, words):
        self.updates[0][1].append(words)
        return [words]

    def on_append(self, words):
        (self.updates[-1][1] if self.updates else self.body).append(words)
        return [words]

    def on_change(self, rest):
        old, new = rest.split(" => ")
        part, at = self.find(old)
        part[at] = new
        return [new]

    def on_drop(self, words):
        part, at = self.find(words)
        del part[at]
        return []

    def on_add(self, rest):
        words, after = rest.split(" after ")
        part, at = self.find(after)
        part.insert(at + 1, words)
        return [words]

    def on_move(self, rest):
        words, after = rest.split(" after ")
        self.on_drop(words)
        self.on_add(f"{words} after {after}")
        return []

    def find(self, words):
        parts = [self.body, *(sentences for _, sentences in self.updates)]
        (found,) = [(part, part.index(words)) for part in parts if words in part]
        return found

    def version(self):
        words, homes = [self.headline, *self.body], [HEADLINE, *[BODY] * len(self.body)]
        headers = []
        for marker, sentences in self.updates:
            time, _, heading = marker.partition(" | ")
            headers.append(Header("update", f"2022-01-05T{time}:00", time, heading))
            words += sentences
            homes += [len(headers) - 1] * len(sentences)
        return Version(tuple(words), tuple(homes), tuple(headers))


def revisions(name):
    """``(version, words nobody has seen)`` of each revision."""
    desk = Desk()
    _, *parts = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").split("\n= ")
    for part in parts:
        fresh = [words for line in part.splitlines()[1:] for words in desk.edit(line)]
        yield desk.version(), fresh


@pytest.mark.parametrize("name", ["ferry", "count", "rumor"])
def test_only_what_changed_is_read_again(name):
    history, tagged, read = None, {}, []
    for revision, (version, fresh) in enumerate(revisions(name), 1):
        if history is None:
            history = History(version)
        else:
            history.take(version)
        held = {}
        for (since, n), words in tagged.items():
            place = history.place(since, n)
            assert (place.state in HELD) == (
                place.n is not None and version.words[place.n - 1] == words
            )
            if place.state in HELD:
                held[place.n] = words
        to_read = [n for n in range(1, len(version.words) + 1) if n not in held]
        unseen = [
            words
            for words in fresh
            if words not in tagged.values() or words == "The count goes on."
        ]
        assert sorted(version.words[n - 1] for n in to_read) == sorted(unseen)
        tagged |= {(revision, n): version.words[n - 1] for n in to_read}
        read.append(len(to_read))
    assert len(read) >= 15
    assert read[1:] == EXPECTED[name]


EXPECTED = {
    "ferry": [2, 1, 3, 1, 1, 1, 2, 0, 2, 1, 0, 2, 2, 0, 2, 1],
    "count": [3, 1, 3, 3, 2, 1, 1, 3, 1, 0, 3, 1, 0, 2, 0, 2],
    "rumor": [1, 1, 1, 0, 1, 1, 2, 0, 1, 1, 1, 1, 1, 0, 2, 1],
}
"""How many statements are to be read again in each revision; of 5 to 23 that there are."""


def test_the_quiet_edits_of_the_rumor():
    history = History.of(version for version, _ in revisions("rumor"))
    told = [(each.kind, each.was, each.first, each.last) for each in history.ledger()]
    assert ("vanished", "The ministry did not comment.", 4, 8) in told
    assert (
        "changed",
        "Interior Minister Carla Veit may resign, a newspaper reported on Monday.",
        2,
        12,
    ) in told
    (brief,) = [
        each for each in history.ledger() if each.was.startswith("Veit took office in 2019")
    ]
    assert (brief.now, brief.back) == ("Veit took office in 2018.", 15)


def test_the_ferry_has_its_quiet_edits_told_and_its_loud_ones_not():
    history = History.of(version for version, _ in revisions("ferry"))
    told = {(each.kind, each.was) for each in history.ledger()}
    assert ("vanished", "Nobody is known to be hurt.") in told
    assert ("changed", "Three people were taken to the clinic with broken bones.") in told
