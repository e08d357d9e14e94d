"""Who speaks in the story: the sources with what each says, and what has a single origin.

The warnings stand first: several mentions that go back to one source look like several sources.
One chooses a statement and goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from newsreader.model.source import Sources
from newsreader.session import Session
from newsreader.tui.measuring import cell_len
from newsreader.tui.overlay import Overlay, Page
from newsreader.tui.parts import Parts, cut, wrapped
from newsreader.tui.picking import MARKER
from newsreader.tui.safe import line


class _Entry(NamedTuple):
    """One row of the page, or the first of several; ``n`` where it stands for a statement."""

    parts: Parts
    n: int = 0


class SourcesPage(Page):
    """The sources, one of their statements chosen."""

    says = "j k choose, Enter goes there"

    def __init__(self, sources: Sources, words: Callable[[int], str], here: int) -> None:
        """Show ``sources``; ``words`` gives a statement's, ``here`` is the current one."""
        super().__init__()
        self._sources = sources
        self._words = words
        stands = [n for source in sources.sources for n in source.statements]
        self._chosen = stands.index(here) if here in stands else 0
        self._count = len(stands)

    def statement(self, width: int) -> int | None:
        """Number of the chosen statement; None where no source says anything."""
        numbers = [entry.n for entry in self._entries(width) if entry.n]
        return numbers[self._chosen] if numbers else None

    def choose(self, by: int) -> None:
        """Choose another statement and bring it into sight."""
        if not self._count:
            self.scroll_rows(by)
            return
        self._chosen = max(0, min(self._chosen + by, self._count - 1))
        width, height = self.size
        room = max(1, height - 2)
        at = [row for row, entry in enumerate(self._entries(width)) if entry.n][self._chosen]
        first = 0 if self._chosen == 0 else at - 1  # with the name above it
        self._top = max(0, min(max(self._top, at + 1 - room), first))
        self.redraw()

    def rows(self, width: int) -> list[Parts]:
        """The warnings, then each source with its statements, a row each."""
        rows: list[Parts] = []
        numbers = 0
        for entry in self._entries(width):
            chosen = bool(entry.n) and numbers == self._chosen
            numbers += bool(entry.n)
            if chosen:
                said = f"{MARKER} " + "".join(text for _, text in entry.parts)
                rows.append([("tint", said + " " * (width - cell_len(said)))])
            else:
                rows.append([("", "  "), *entry.parts] if entry.n else entry.parts)
        return rows

    def _entries(self, width: int) -> Iterator[_Entry]:
        yield _Entry([("head", f"SOURCES {len(self._sources.sources)}")])
        yield _Entry([])
        if not self._sources.sources:
            yield _Entry([("dim", "no source recognised")])
        for single in self._sources.single:
            for row in wrapped("mark--alarm", single.told(), width, head="! "):
                yield _Entry(row)
        if self._sources.single:
            yield _Entry([])
        for source in self._sources.sources:
            for row in wrapped("strong", source.told(), width):
                yield _Entry(row)
            for n in source.statements:
                said = cut(line(" ".join(self._words(n).split())), max(1, width - 7))
                yield _Entry([("dim", f"{n:>4} "), ("", said)], n)
            yield _Entry([])


class SourcesScreen(Overlay):
    """The sources over the story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False),
    ]

    def __init__(self, session: Session, go: Callable[[int], None]) -> None:
        """Show the sources of the session's article; ``go`` goes to a statement."""
        self._list = SourcesPage(session.sources(), session.words, session.n)
        self._go = go
        super().__init__(self._list)

    def on_show(self) -> None:
        """Begin with the chosen statement in sight."""
        self._list.choose(0)

    def action_scroll_rows(self, by: int) -> None:
        """Choose the next or the previous statement."""
        self._list.choose(by)

    def action_scroll_page(self, by: int) -> None:
        """Choose one about a screenful away."""
        self._list.choose(by * max(1, self.size.height - 6))

    def action_go(self) -> None:
        """Close, and go to the chosen statement."""
        n = self._list.statement(self._list.size.width)
        self.dismiss()
        if n is not None:
            self._go(n)
