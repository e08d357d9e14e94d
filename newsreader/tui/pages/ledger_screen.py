"""The ledger: statements that changed or vanished and no new update header said so.

It is gathered in the background and fills from the top; what is shown can be narrowed by words and
by kind, written to a file, and gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.errors import NewsreaderError
from newsreader.library.exporting import is_there
from newsreader.library.gathering import Gathering
from newsreader.library.ledger import Entry as Edited
from newsreader.library.ledger import Sort, export_ledger
from newsreader.model.comparison import Comparison, Piece
from newsreader.tui.plain.parts import Parts, cut, wrapped
from newsreader.tui.plain.safe import line
from newsreader.tui.reader.change_lines import alarm_parts, change_lines
from newsreader.tui.widgets.choosing import ChoosingOverlay, ChoosingPage, Entry

MOST = 500
"""Edits that are shown; of more, words typed find the others."""
_LOOK = 0.1  # seconds between two looks at how far the gathering is
_YES = {"y", "yes"}


class LedgerPage(ChoosingPage[Edited]):
    """The edits, by story."""

    says = "j k, / words, f kind, X export, Enter goes there"

    def __init__(self, gathering: Gathering) -> None:
        """Show what ``gathering`` finds."""
        super().__init__()
        self._gathering = gathering
        self._shown = 0  # edits found when the rows were made
        self.sort = Sort.ALL
        self.words = ""

    def found(self) -> list[Edited]:
        """All that fit what is asked for."""
        known = self._gathering.found[: len(self._gathering.found)]
        return [each for each in known if each.fits(self.sort, self.words)]

    def narrow(self, sort: Sort, words: str) -> int:
        """Show only edits of that sort with all these words; returns how many they are."""
        self.sort, self.words = sort, words
        self._at = self._top = 0
        self.renew()
        return len(self.found())

    def look(self) -> None:
        """Show what was found since."""
        if len(self._gathering.found) != self._shown or not self._gathering.running:
            self._shown = len(self._gathering.found)
            self.renew()
        else:
            self.redraw()

    def entries(self, width: int) -> Iterator[Entry[Edited]]:
        """How many, then the edits of each story below its title."""
        found = self.found()
        yield Entry(
            [[("head", cut(f"LEDGER {len(found)}", width))], *self._about(found, width), []]
        )
        story = 0
        for each in found[:MOST]:
            if each.story.id != story:
                story = each.story.id
                yield Entry([[("strong", cut(line(each.story.title), width))]])
            yield Entry([*_rows(each, width)], each)
            yield Entry([[]])
        if len(found) > MOST:
            yield Entry([[("dim", cut(f"… {len(found) - MOST:,} more: / finds them", width))]])

    def _about(self, found: list[Edited], width: int) -> Iterator[Parts]:
        """What is shown, and how far it is."""
        changed = sum(each.edit.kind == "changed" for each in found)
        said = [f"{changed} changed", f"{len(found) - changed} vanished"]
        said += [f"only {self.sort}"] if self.sort is not Sort.ALL else []
        said += [f"with “{line(self.words.strip())}”"] if self.words.strip() else []
        if self._gathering.running:
            said.append(f"looking … {self._gathering.stories:,} stories")
        if self._gathering.wrong:
            yield from wrapped("loud", self._gathering.wrong, width)
        yield from wrapped("dim", " · ".join(said), width)
        if not found and not self._gathering.running:
            yield from wrapped("", "Nothing changed without a new update header.", width)


def _rows(each: Edited, width: int) -> Iterator[Parts]:
    """An edit: between which revisions, what kind, and the words."""
    edit = each.edit
    since = f", since r{edit.first}" if edit.first < edit.last else ""
    back = f" · back in r{edit.back}" if edit.back else ""
    head = f"{edit.kind} after r{edit.last}{since}{back}"
    kinds = alarm_parts(each.change.alarms) if each.change is not None else []
    gap = [("", "  ")] if kinds else []
    yield [("dim", cut(head, width)), *gap, *kinds]
    change = each.change or Comparison((Piece("-", edit.was),), ())
    yield from change_lines(change, width)


class LedgerScreen(ChoosingOverlay):
    """The ledger over the list, or over a story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", show=False),
        Binding("f", "sort", show=False),
        Binding("X", "export", show=False),
    ]

    def __init__(self, gathering: Gathering, go: Callable[[Edited], None]) -> None:
        """Show what ``gathering``, which has not begun, finds; ``go`` goes to an edit."""
        self._ledger = LedgerPage(gathering)
        super().__init__(self._ledger)
        self._gathering = gathering
        self._go = go

    def on_mount(self) -> None:
        """Begin."""
        self._gathering.start()
        self._looking = self.set_interval(_LOOK, self._look)

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._gathering.stop()

    def _look(self) -> None:
        if not self._gathering.running:
            self._looking.stop()
        self._ledger.look()

    def action_find(self) -> None:
        """Narrow by words, as one types; Escape gives them up."""

        def typing(text: str) -> None:
            count = self._ledger.narrow(self._ledger.sort, text)
            if self._prompt is not None:
                self._prompt.tell(f"{count} found")

        def answered(text: str | None) -> None:
            self._ledger.narrow(self._ledger.sort, text or "")

        self.ask("find", self._ledger.words, answered, typing)

    def action_sort(self) -> None:
        """Show the next kind of edits."""
        sorts = [*Sort]
        after = sorts[(sorts.index(self._ledger.sort) + 1) % len(sorts)]
        self._ledger.narrow(after, self._ledger.words)

    def action_export(self) -> None:
        """Write what is shown to a file, once it is all there."""

        def answered(text: str | None) -> None:
            if text and text.strip():
                self._export_to(text.strip())

        if self._gathering.running:
            self._ledger.tell("still looking: export when all is there")
        elif not self._ledger.found():
            self._ledger.tell("nothing to export")
        else:
            self.ask("export to (.jsonl, .csv)", "", answered)

    def _export_to(self, target: str) -> None:
        """Write the file; ask before another one is written over."""

        def answered(text: str | None) -> None:
            if (text or "").strip().casefold() in _YES:
                self._write(target, overwrite=True)
            else:
                self._ledger.tell("not exported")

        if is_there(target):
            self.ask(f"write over {target}? y/n", "", answered)
        else:
            self._write(target)

    def _write(self, target: str, *, overwrite: bool = False) -> None:
        try:
            count = export_ledger(self._ledger.found(), target, overwrite=overwrite)
        except NewsreaderError as error:
            self._ledger.tell(line(str(error)))
        else:
            self._ledger.tell(line(f"{count} edit{'s' * (count != 1)} written to {target}"))

    def action_go(self) -> None:
        """Close, and go to the chosen edit."""
        chosen = self._ledger.chosen
        self.dismiss()
        if chosen is not None:
            self._go(chosen)
