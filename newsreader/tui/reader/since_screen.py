"""What came to the story since the editor looked: new and changed statements, to go to.

A statement is off the list once the cursor was on it, or when all are said to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.session import Session
from newsreader.tui.plain.marks import FRESH
from newsreader.tui.plain.parts import Part, cut, cut_parts
from newsreader.tui.plain.safe import line
from newsreader.tui.reader.change_lines import change_line
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry


class SincePage(ChoosingPage[int]):
    """The statements, a row each."""

    says = "j k choose, Enter goes there, x all seen"

    def __init__(self, session: Session) -> None:
        """Show what is unseen in ``session``."""
        super().__init__()
        self._session = session
        self._found = session.unseen()

    def entries(self, width: int) -> Iterator[Entry[int]]:
        """The counts, then a row for each."""
        changed = sum(1 for was in self._found.values() if was)
        counts = {"new": len(self._found) - changed, "changed": changed}
        told = " · ".join(f"{count} {what}" for what, count in counts.items() if count)
        yield Entry([[("head", cut(f"SINCE YOU LOOKED  {told}", width))], []])
        for n, was in self._found.items():
            yield Entry([cut_parts(self._row(n, was), width)], n)

    def choose_from(self, n: int) -> None:
        """Choose the first from statement ``n`` on, else the last."""
        self.choose_key(
            next((each for each in self._found if each >= n), max(self._found, default=0))
        )

    def _row(self, n: int, was: str) -> list[Part]:
        """The sign, the number, and the words; of a changed one what changed comes first."""
        words = line(" ".join(self._session.words(n).split()))
        begun: list[Part] = [("fresh", FRESH[bool(was)]), ("dim", f"{n:>4} ")]
        if not was:
            return [*begun, ("", words)]
        return [*begun, *change_line(self._session.change(n, was)), ("dim", "  " + words)]


class SinceScreen(ChoosingOverlay):
    """The statements over the story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "seen", show=False),
    ]

    def __init__(
        self, session: Session, go: Callable[[int], None], seen: Callable[[], None]
    ) -> None:
        """Show what is unseen in ``session``; ``go`` goes to one, ``seen`` ends it for all."""
        self._since = SincePage(session)
        self._here = session.n
        self._go = go
        self._seen = seen
        super().__init__(self._since)

    def on_show(self) -> None:
        """Begin at the current statement, or after it."""
        self._since.choose_from(self._here)

    def action_go(self) -> None:
        """Close, and go to the chosen one."""
        chosen = self._since.chosen
        self.dismiss()
        if chosen is not None:
            self._go(chosen)

    def action_seen(self) -> None:
        """Close: all of it was seen."""
        self.dismiss()
        self._seen()
