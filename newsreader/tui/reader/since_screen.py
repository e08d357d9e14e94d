"""What came to the story since the editor looked: new and changed statements, to go to.

A statement is off the list once the cursor was on it, or when all are said to be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.session import Session
from newsreader.tui.marks import FRESH
from newsreader.tui.measuring import cell_len
from newsreader.tui.overlay import Overlay, Page
from newsreader.tui.parts import Part, Parts, cells, cut, cut_parts
from newsreader.tui.picking import MARKER
from newsreader.tui.reader.change_lines import change_line
from newsreader.tui.safe import line

_HEAD = 2
"""Rows above the first statement."""


class SincePage(Page):
    """The statements, one of them chosen."""

    says = "j k choose, Enter goes there, x all seen"

    def __init__(self, session: Session) -> None:
        """Show what is unseen in ``session``, from the current statement on."""
        super().__init__()
        self._session = session
        self._found = list(session.unseen().items())
        after = (at for at, (n, _) in enumerate(self._found) if n >= session.n)
        self._chosen = next(after, max(0, len(self._found) - 1))

    @property
    def statement(self) -> int:
        """Number of the chosen one."""
        return self._found[self._chosen][0]

    def choose(self, by: int) -> None:
        """Choose another one and bring it into sight."""
        self._chosen = max(0, min(self._chosen + by, len(self._found) - 1))
        room = max(1, self.size.height - 4)
        at = _HEAD + self._chosen
        first = 0 if self._chosen == 0 else at
        self._top = max(0, min(max(self._top, at + 1 - room), first))
        self.redraw()

    def rows(self, width: int) -> list[Parts]:
        """The counts, then a row for each."""
        changed = sum(1 for _, was in self._found if was)
        counts = {"new": len(self._found) - changed, "changed": changed}
        told = " · ".join(f"{count} {what}" for what, count in counts.items() if count)
        rows: list[Parts] = [[("head", cut(f"SINCE YOU LOOKED  {told}", width))], []]
        for at, (n, was) in enumerate(self._found):
            parts = cut_parts(self._row(n, was), max(1, width - 2))
            if at == self._chosen:
                said = f"{MARKER} " + "".join(text for _, text in parts)
                rows.append([("tint", said + " " * (width - cell_len(said)))])
            else:
                rows.append([("", "  "), *parts, ("", " " * (width - 2 - cells(parts)))])
        return rows

    def _row(self, n: int, was: str) -> list[Part]:
        """The sign, the number, and the words; of a changed one what changed comes first."""
        words = line(" ".join(self._session.words(n).split()))
        begun: list[Part] = [("fresh", FRESH[bool(was)]), ("dim", f"{n:>4} ")]
        if not was:
            return [*begun, ("", words)]
        return [*begun, *change_line(self._session.change(n, was)), ("dim", "  " + words)]


class SinceScreen(Overlay):
    """The statements over the story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False),
        Binding("x", "seen", show=False),
    ]

    def __init__(
        self, session: Session, go: Callable[[int], None], seen: Callable[[], None]
    ) -> None:
        """Show what is unseen in ``session``; ``go`` goes to one, ``seen`` ends it for all."""
        self._list = SincePage(session)
        self._go = go
        self._seen = seen
        super().__init__(self._list)

    def on_show(self) -> None:
        """Begin with the chosen one in sight."""
        self._list.choose(0)

    def action_scroll_rows(self, by: int) -> None:
        """Choose the next or the previous one."""
        self._list.choose(by)

    def action_scroll_page(self, by: int) -> None:
        """Choose one about a screenful away."""
        self._list.choose(by * max(1, self.size.height - 6))

    def action_go(self) -> None:
        """Close, and go to the chosen one."""
        self.dismiss()
        self._go(self._list.statement)

    def action_seen(self) -> None:
        """Close: all of it was seen."""
        self.dismiss()
        self._seen()
