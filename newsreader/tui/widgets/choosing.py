"""Pages over a screen on which one entry is chosen, with a line to type into where one is needed.

An entry is a few rows that belong together; headings between them cannot be chosen. The chosen one
has the marker and a bar before all its rows, so it is found without colours too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType

from newsreader.tui.plain.marks import MARKER
from newsreader.tui.plain.parts import Parts
from newsreader.tui.widgets.overlay import Overlay, Page
from newsreader.tui.widgets.prompt import Prompt

Key = TypeVar("Key")

LEAD = 2
"""Cells before each row."""


class Entry(NamedTuple, Generic[Key]):
    """Some rows of a page; ``key`` says what is meant where they can be chosen."""

    rows: Sequence[Parts]
    key: Key | None = None


class ChoosingPage(Page, Generic[Key]):
    """Entries of which one is chosen. A subclass says them in :meth:`entries`."""

    says = "j k choose, Enter goes there"

    def __init__(self) -> None:
        super().__init__()
        self._at = 0  # which of those that can be chosen
        self._told = ""
        self._width = 0  # that the rows are for
        self._rows: list[Parts] = []
        self._places: list[tuple[Key, range]] = []  # what can be chosen, and its rows

    def entries(self, width: int) -> Iterable[Entry[Key]]:
        """All entries in ``width`` cells."""
        raise NotImplementedError

    def renew(self) -> None:
        """The entries are others; the chosen one stays chosen by its place."""
        self._width = 0
        self.choose(0)

    def tell(self, message: str) -> None:
        """Say what came of a key, in the place of the keys until another entry is chosen."""
        self._told = message
        self.redraw()

    def ending(self) -> str:
        """What was told, else the keys."""
        return self._told or super().ending()

    @property
    def chosen(self) -> Key | None:
        """What is chosen; None where nothing can be."""
        self._lay_out(self.size.width)
        return self._places[self._at][0] if self._places else None

    def choose(self, by: int) -> None:
        """Choose the so manieth entry from here, and bring it into sight."""
        self._told = ""
        width, height = self.size
        self._lay_out(width)
        self._at = max(0, min(self._at + by, len(self._places) - 1))
        room = max(1, height - 2)
        if not self._places:
            self.scroll_rows(by)
            return
        rows = self._places[self._at][1]
        first = 0 if self._at == 0 else rows.start
        self._top = max(0, min(max(self._top, rows.stop - room), first))
        self.redraw()

    def choose_page(self, by: int) -> None:
        """Choose an entry about ``by`` screenfuls away."""
        if not self._places:
            self.scroll_rows(by * max(1, self.size.height - 3))
            return
        goal = self._places[self._at][1].start + by * max(1, self.size.height - 3)
        nearest = min(range(len(self._places)), key=lambda i: abs(self._places[i][1].start - goal))
        self.choose(nearest - self._at or by)

    def choose_key(self, key: Key) -> None:
        """Choose the entry that means ``key``, if there is one."""
        self._lay_out(self.size.width)
        found = [i for i, (each, _) in enumerate(self._places) if each == key]
        if found:
            self.choose(found[0] - self._at)

    def rows(self, width: int) -> list[Parts]:
        """All rows, the chosen ones marked."""
        self._lay_out(width)
        rows = list(self._rows)
        for i in self._places[self._at][1] if self._places else ():
            first = i == self._places[self._at][1].start
            rows[i] = [("strong", f"{MARKER} " if first else "┃ "), *rows[i][1:]]
        return rows

    def _lay_out(self, width: int) -> None:
        """Make the rows for this width, once."""
        if self._width == width and width:
            return
        self._width, self._rows, self._places = width, [], []
        for entry in self.entries(max(1, width - LEAD)):
            at = len(self._rows)
            self._rows += [[("", " " * LEAD), *row] for row in entry.rows]
            if entry.key is not None:
                self._places.append((entry.key, range(at, len(self._rows))))
        self._at = max(0, min(self._at, len(self._places) - 1))


class ChoosingOverlay(Overlay):
    """Shows a page of entries until one goes to one of them, or leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", show=False),
    ]
    _prompt: Prompt | None = None

    @property
    def list(self) -> ChoosingPage[object]:
        """The page."""
        assert isinstance(self._page, ChoosingPage)
        return self._page

    def on_show(self) -> None:
        """Begin with the chosen entry in sight."""
        self.list.choose(0)

    def action_scroll_rows(self, by: int) -> None:
        """Choose the next or the previous one."""
        self.list.choose(by)

    def action_scroll_page(self, by: int) -> None:
        """Choose one about a screenful away."""
        self.list.choose_page(by)

    def action_go(self) -> None:
        """Close, and go to what is chosen."""
        raise NotImplementedError

    # -- typing ------------------------------------------------------------------------------

    def ask(
        self,
        question: str,
        value: str,
        answered: Callable[[str | None], None],
        typing: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for a text in the last line.

        Args:
            question: what is asked for.
            value: the text to begin with.
            answered: is called once, with the text on Enter, or None on Escape.
            typing: is called with the text whenever it changes.
        """

        def close(text: str | None) -> None:
            prompt, self._prompt = self._prompt, None
            if prompt is not None:
                prompt.remove()
                answered(text)

        self._prompt = Prompt(question, value, close, typing)
        self.mount(self._prompt)

    def take_key(self, key: str, character: str | None) -> bool:
        """Give the key to what is being typed; the key that opened the page closes it."""
        if self._prompt is not None:
            self._prompt.take_key(key, character)
            return True
        return super().take_key(key, character)

    def take_paste(self, text: str) -> None:
        """Put pasted text in, where one types."""
        if self._prompt is not None:
            self._prompt.take_paste(text)
