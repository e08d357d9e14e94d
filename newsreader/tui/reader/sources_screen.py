"""Who speaks in the story: the sources with what each says, and what has a single origin.

The warnings stand first: several mentions that go back to one source look like several sources.
One chooses a statement and goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsreader.model.source import Sources
from newsreader.session import Session
from newsreader.tui.plain.parts import Parts, cut, wrapped
from newsreader.tui.plain.safe import line
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry


class SourcesPage(ChoosingPage[tuple[int, int]]):
    """The sources, each with its statements; what is chosen is a source and one of these."""

    def __init__(self, sources: Sources, words: Callable[[int], str]) -> None:
        """Show ``sources``; ``words`` gives a statement's."""
        super().__init__()
        self._sources = sources
        self._words = words

    def choose_statement(self, n: int) -> None:
        """Choose that statement, where somebody says it; else the first."""
        keys = ((at, n) for at, each in enumerate(self._sources.sources) if n in each.statements)
        found = next(keys, None)
        if found is None:
            self.choose(0)
        else:
            self.choose_key(found)

    def entries(self, width: int) -> Iterator[Entry[tuple[int, int]]]:
        """The warnings, then each source with its statements, a row each."""
        yield Entry([*self._head(width)])
        for at, source in enumerate(self._sources.sources):
            yield Entry([*wrapped("strong", source.told(), width)])
            for n in source.statements:
                yield Entry([self._statement(n, width)], (at, n))
            yield Entry([[]])

    def _head(self, width: int) -> Iterator[Parts]:
        yield [("head", f"SOURCES {len(self._sources.sources)}")]
        yield []
        if not self._sources.sources:
            yield [("dim", "no source recognised")]
        for single in self._sources.single:
            yield from wrapped("mark--alarm", single.told(), width, head="! ")
        if self._sources.single:
            yield []

    def _statement(self, n: int, width: int) -> Parts:
        said = cut(line(" ".join(self._words(n).split())), max(1, width - 5))
        return [("dim", f"{n:>4} "), ("", said)]


class SourcesScreen(ChoosingOverlay):
    """The sources over the story."""

    def __init__(self, session: Session, go: Callable[[int], None]) -> None:
        """Show the sources of the session's article; ``go`` goes to a statement."""
        self._sources = SourcesPage(session.sources(), session.words)
        self._here = session.n
        self._go = go
        super().__init__(self._sources)

    def on_show(self) -> None:
        """Begin at the current statement."""
        self._sources.choose_statement(self._here)

    def action_go(self) -> None:
        """Close, and go to the chosen statement."""
        chosen = self._sources.chosen
        self.dismiss()
        if chosen is not None:
            self._go(chosen[1])
