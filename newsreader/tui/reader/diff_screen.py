"""What changed between two revisions of the story: side by side where there is room.

The two revisions are chosen by keys; what stayed is only counted until it is asked for. Enter goes
to the chosen statement: in the text shown where it stands there, else in the revision that has it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from itertools import groupby, zip_longest
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.errors import NewsreaderError
from newsreader.library import Library
from newsreader.library.revisions import Difference, Told, difference
from newsreader.library.since import beside
from newsreader.model.comparison import Comparison, Piece
from newsreader.model.story import Revision
from newsreader.tui.plain.clock import clock
from newsreader.tui.plain.parts import Parts, cells, cut, wrapped
from newsreader.tui.reader.change_lines import alarm_parts, change_lines
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry

BESIDE = 96
"""Cells from which the old words stand beside the new ones."""
NEAR = 3
"""Revisions apart up to which two of them are compared while the key waits."""

_SIGNS = {"new": "+", "gone": "-", "stale": "!", "moved": ">", "current": "="}
_NAMES = {"stale": "changed", "new": "new", "gone": "gone", "moved": "moved", "current": "the same"}
_LOOKS = {"new": "came", "gone": "went", "stale": "mark--alarm", "moved": "dim", "current": "dim"}
_MARGIN = 7  # cells of the number and the sign before the words

Standing = tuple[int, int]
"""A revision and the number of a statement in it."""


class DiffPage(ChoosingPage[Standing]):
    """The statements of two revisions, in the order of the newer one."""

    says = "←→ [ ] { } other revisions, = all, Enter goes there"

    def __init__(self, found: Difference, revisions: Sequence[Revision], now: datetime) -> None:
        """Show ``found``; the story's ``revisions`` say when each was read."""
        super().__init__()
        self.found = found
        self.everything = False
        """Whether statements that stayed the same are shown, too."""
        self._revisions = revisions
        self._now = now

    def show_difference(self, found: Difference) -> None:
        """Show other revisions, from the top."""
        self.found = found
        self._at = self._top = 0
        self.renew()

    def entries(self, width: int) -> Iterator[Entry[Standing]]:
        """Which revisions, what changed in all, and every statement that did."""
        found = self.found
        counts = found.counts()
        said = [f"{counts[state]} {name}" for state, name in _NAMES.items() if counts[state]]
        yield Entry([
            [("head", cut(f"REVISION {found.old} → {found.new} of {len(self._revisions)}", width))],
            [("dim", cut(f"{self._read(found.old)} → {self._read(found.new)}", width))],
            *wrapped("dim", " · ".join(said) or "no statements", width),
            [],
        ])  # fmt: skip
        if not self.everything and len(found.told) == counts["current"]:
            yield Entry([[("", cut("Every statement stayed as it was.", width))]])
            return
        for same, group in groupby(found.in_place(), lambda told: told.state == "current"):
            if same and not self.everything:
                yield Entry([[("dim", cut(f"{'':5}  … {len([*group])} the same", width))], []])
                continue
            for told in group:
                yield Entry([*self._statement(told, width)], self._standing(told))
                yield Entry([[]])

    def _read(self, revision: int) -> str:
        """When a revision was read."""
        return clock(self._revisions[revision - 1].read_at, self._now)

    def _standing(self, told: Told) -> Standing:
        """Where a statement is gone to: in the newer revision, else in the older one."""
        if told.new is not None:
            return self.found.new, told.new
        return self.found.old, told.old or 1

    def _statement(self, told: Told, width: int) -> Iterator[Parts]:
        """A statement: its number, what became of it, its words."""
        look, sign = _LOOKS[told.state], _SIGNS[told.state]
        head: Parts = [("dim", f"{told.new or told.old or 0:>4} "), (look, sign), ("", " ")]
        room = max(1, width - _MARGIN)
        for row in self._words(told, room):
            yield [*head, *row]
            head = [("", " " * _MARGIN)]

    def _words(self, told: Told, room: int) -> Iterator[Parts]:
        change = told.comparison
        if change is not None:
            kinds = alarm_parts(change.alarms)
            if kinds:
                yield kinds
            yield from _beside(change, room) if room >= BESIDE else change_lines(change, room)
        elif told.state == "moved":
            was = f"from {told.old}: "
            yield from wrapped("", told.text or "", room, head=was)
        elif told.state == "current":
            yield from wrapped("dim", told.text or "", room)
        else:
            yield from self._one_sided(told, room)

    def _one_sided(self, told: Told, room: int) -> Iterator[Parts]:
        """What is only in one of the two: on its side, where they stand side by side."""
        new = told.state == "new"
        words = (told.text if new else told.was) or ""
        change = Comparison(_only("+" if new else "-", words), ())
        half = (room - 3) // 2
        if room < BESIDE:
            yield from change_lines(change, room)
        elif new:
            for row in change_lines(change, half):
                yield [("", " " * half), ("line", " │ "), *row]
        else:
            for row in change_lines(change, half):
                yield [*row, ("", " " * (half - cells(row))), ("line", " │ ")]


class DiffScreen(ChoosingOverlay):
    """Two revisions over the story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1, -1)", show=False),
        Binding("right,l", "step(1, 1)", show=False),
        Binding("left_square_bracket", "step(-1, 0)", show=False),
        Binding("right_square_bracket", "step(1, 0)", show=False),
        Binding("left_curly_bracket", "step(0, -1)", show=False),
        Binding("right_curly_bracket", "step(0, 1)", show=False),
        Binding("equals_sign", "everything", show=False),
    ]

    def __init__(
        self,
        page: DiffPage,
        last: int,
        library: Library,
        go: Callable[[int, int], None],
    ) -> None:
        """Show ``page``.

        Args:
            page: with the two revisions to begin with.
            last: number of the newest revision.
            library: where the others are.
            go: goes to a statement of a revision.
        """
        super().__init__(page)
        self._diff = page
        self._last = last
        self._library = library
        self._go = go
        self._wanted = page.found.old, page.found.new
        self._asked: tuple[int, int] | None = None  # what is being compared beside

    def action_step(self, old: int, new: int) -> None:
        """Another pair of revisions: so many on."""
        first, last = self._wanted[0] + old, self._wanted[1] + new
        if not (1 <= first < last <= self._last):
            self._diff.tell(_no_further(first, last, self._last))
            return
        self._wanted = first, last
        self._compare()

    def _compare(self) -> None:
        """Compare what is wanted: at once where that is little work, else beside."""
        first, last = self._wanted
        ask = partial(difference, ref=str(self._diff.found.story.id), old=first, new=last)
        if last - first <= NEAR:
            try:
                self._diff.show_difference(ask(self._library))
            except NewsreaderError as error:
                self._diff.tell(str(error))
                self._wanted = self._diff.found.old, self._diff.found.new
            return
        self._diff.tell(f"comparing {first} → {last} …")
        if self._asked is not None:
            return
        self._asked = self._wanted
        loop = asyncio.get_running_loop()

        def done(answer: Difference | None) -> None:
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(self._compared, answer)

        beside(self._library, ask, done)

    def _compared(self, answer: Difference | None) -> None:
        """Show what came of it, unless something else is wanted by now."""
        asked, self._asked = self._asked, None
        if not self.is_attached:
            return
        if asked != self._wanted:
            if self._wanted[1] - self._wanted[0] > NEAR:
                self._compare()
        elif answer is None:
            self._diff.tell("these revisions cannot be compared")
            self._wanted = self._diff.found.old, self._diff.found.new
        else:
            self._diff.show_difference(answer)

    def action_everything(self) -> None:
        """Show or hide what stayed the same."""
        self._diff.everything = not self._diff.everything
        self._diff.renew()

    def action_go(self) -> None:
        """Close, and go to the chosen statement."""
        chosen = self._diff.chosen
        self.dismiss()
        if chosen is not None:
            self._go(*chosen)


def _no_further(first: int, last: int, newest: int) -> str:
    """Why there is no such pair of revisions."""
    if first < 1:
        return "there is no older revision"
    if last > newest:
        return "there is no newer revision"
    return "the older revision stays before the newer one"


def _only(sign: str, words: str) -> tuple[Piece, ...]:
    """A diff of one piece."""
    return (Piece(sign, words),)


def _beside(change: Comparison, room: int) -> Iterator[Parts]:
    """Old words on the left, new ones on the right."""
    half = (room - 3) // 2
    sides = [
        change_lines(Comparison(tuple(each for each in change.diff if each.sign != gone), ()), half)
        for gone in ("+", "-")
    ]
    nothing: Parts = ()
    for left, right in zip_longest(*sides, fillvalue=nothing):
        yield [*left, ("", " " * (half - cells(left))), ("line", " │ "), *right]
