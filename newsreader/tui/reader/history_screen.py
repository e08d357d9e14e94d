"""The history of a statement: its words over the revisions, and what anybody said of them.

The newest words stand first, each with what changed in them since those before. Enter shows the
revision that had them, at the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from newsreader.library.tracing import Stretch
from newsreader.tui.plain.clock import moment
from newsreader.tui.plain.parts import Parts, cut, wrapped
from newsreader.tui.reader.act_lines import act_line
from newsreader.tui.reader.change_lines import alarm_parts, change_lines
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry

Standing = tuple[int, int]
"""A revision and the number of a statement in it."""


class HistoryPage(ChoosingPage[Standing]):
    """The stretches of revisions in which the statement had the same words, latest first."""

    says = "j k choose, Enter shows that revision"

    def __init__(
        self, n: int, stretches: Sequence[Stretch], editor: str, now: datetime, shown: int
    ) -> None:
        """Show ``stretches``.

        Args:
            n: number of the statement in the text shown.
            stretches: oldest first.
            editor: who is "you".
            now: what "ago" counts from.
            shown: the revision that is shown.
        """
        super().__init__()
        self._n = n
        self._stretches = stretches
        self._editor = editor
        self._now = now
        self._shown = shown

    def entries(self, width: int) -> Iterator[Entry[Standing]]:
        """Head, then each stretch."""
        revisions = self._stretches[-1].last
        count = len({each.words for each in self._stretches if each.words is not None})
        many = (
            f"{count} wording{'s' * (count != 1)} in {revisions} revision{'s' * (revisions != 1)}"
        )
        head: list[Parts] = [
            [("head", f"HISTORY OF STATEMENT {self._n}")],
            [("dim", cut(many, width))],
        ]
        yield Entry([*head, []])
        for stretch in reversed(self._stretches):
            yield Entry([*self._stretch(stretch, width)], self._standing(stretch))
            yield Entry([[]])

    def choose_shown(self) -> None:
        """Choose the words that are shown."""
        shown = (each for each in self._stretches if each.first <= self._shown <= each.last)
        for each in shown:
            standing = self._standing(each)
            assert standing is not None
            self.choose_key(standing)

    def _standing(self, stretch: Stretch) -> Standing | None:
        """Which revision of a stretch to show: the one that is shown, if it is among them."""
        if not stretch.numbers:
            return None
        here = stretch.first <= self._shown <= stretch.last
        revision = self._shown if here else stretch.last
        return revision, stretch.numbers[revision - stretch.first]

    def _stretch(self, stretch: Stretch, width: int) -> Iterator[Parts]:
        yield self._head(stretch, width)
        if stretch.words is None:
            yield [("dim", cut("not in the text", width))]
        elif stretch.change is None:
            yield from wrapped("", stretch.words, width)
        else:
            if stretch.change.alarms:
                yield alarm_parts(stretch.change.alarms)
            yield from change_lines(stretch.change, width)
        for act in reversed(stretch.acts):
            yield act_line(act, self._editor, self._now, width)

    def _head(self, stretch: Stretch, width: int) -> Parts:
        """``r2–4 · 17:40 · 22:40Z (2 h ago) · shown``."""
        span = f"r{stretch.first}"
        span += f"–{stretch.last}" if stretch.last > stretch.first else ""
        here = " · shown" if stretch.first <= self._shown <= stretch.last else ""
        when = f" · since {moment(stretch.read_at, self._now)}{here}"
        return [("strong", span), ("dim", cut(when, width - len(span)))]


class HistoryScreen(ChoosingOverlay):
    """The history of a statement over the story."""

    def __init__(self, page: HistoryPage, go: Callable[[int, int], None]) -> None:
        """Show ``page``; ``go`` shows a revision at one of its statements."""
        super().__init__(page)
        self._history = page
        self._go = go

    def on_show(self) -> None:
        """Begin at the words that are shown."""
        self._history.choose_shown()

    def action_go(self) -> None:
        """Close, and show the chosen revision."""
        chosen = self._history.chosen
        self.dismiss()
        if chosen is not None:
            self._go(*chosen)
