"""The links of a statement: each with its whole address and what should be known of it.

An address is opened only from here, by a key, when all of it stands on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from newsreader.session.addresses import Address, examine
from newsreader.session.linking import FoundLink
from newsreader.tui.plain.parts import Parts, wrapped
from newsreader.tui.plain.safe import line
from newsreader.tui.reader.copying import MOST
from newsreader.tui.widgets.overlay import Overlay, Page


class LinksPage(Page):
    """The links, one of them chosen."""

    says = "Enter opens, y copies, j k choose"
    _told = ""  # of the chosen link

    def __init__(self, links: Sequence[FoundLink]) -> None:
        super().__init__()
        self._links = [(link.words, examine(link.url)) for link in links]
        self._chosen = 0

    @property
    def address(self) -> Address:
        """The one that is chosen."""
        return self._links[self._chosen][1]

    def choose(self, by: int) -> None:
        """Choose another link and bring the whole of it into sight; scroll in one too long."""
        width, height = self.size
        room = max(1, height - 2)
        first, last = self._place(width)
        to = self._chosen + by
        hidden = last > self._top + room if by > 0 else first < self._top
        if hidden or not 0 <= to < len(self._links):
            self.scroll_rows(by)
            return
        self._chosen, self._told = to, ""
        first, last = self._place(width)
        self._top = max(0, min(max(self._top, last - room), first))
        self.redraw()

    def whole(self) -> bool:
        """Whether the chosen address stands on the screen from its first to its last row."""
        width, height = self.size
        first, last = self._place(width)
        return first >= self._top and last <= self._top + max(1, height - 2)

    def tell(self, message: str) -> None:
        """Say what came of a key, in the place of the keys until another link is chosen."""
        self._told = message
        self.redraw()

    def ending(self) -> str:
        """What was told, else the keys."""
        return self._told or super().ending()

    def _place(self, width: int) -> tuple[int, int]:
        """First row of the chosen link, and the one after its last."""
        sizes = [len([*self._link(i, width)]) for i in range(self._chosen + 1)]
        last = 2 + sum(sizes)
        return last - sizes[-1], last

    def rows(self, width: int) -> list[Parts]:
        """All of every address."""
        said: list[Parts] = [[("head", f"LINKS {len(self._links)}")], []]
        for i in range(len(self._links)):
            said += self._link(i, width)
        return said

    def _link(self, i: int, width: int) -> Iterator[Parts]:
        words, address = self._links[i]
        here = i == self._chosen
        mark = "▶ " if here else "  "
        yield from wrapped("dim", words or "in the text", width - 2, head=mark)
        look = "strong" if here else ""
        for row in wrapped(look, address.url, width - 2):
            yield [("", "  "), *row]
        told = [address.refused and f"not opened: {address.refused}", *address.warnings]
        for each in filter(None, told):
            yield from wrapped("mark--alarm", each, width - 2, head="  ! ")
        yield []


class LinksScreen(Overlay):
    """The links over the story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "open", show=False),
        Binding("y", "copy", show=False),
    ]

    def __init__(self, links: Sequence[FoundLink], opener: Callable[[str], str]) -> None:
        """Show ``links``, at least one; ``opener`` opens an address and says what went wrong."""
        self._list = LinksPage(links)
        self._opener = opener
        super().__init__(self._list)

    def action_scroll_rows(self, by: int) -> None:
        """Choose the next or the previous one."""
        self._list.choose(by)

    def action_open(self) -> None:
        """Open the chosen one, if all of it is to be seen."""
        address = self._list.address
        if address.refused:
            self._list.tell(f"not opened: {address.refused}")
        elif not self._list.whole():
            self._list.tell(
                "not opened: scroll until you see all of the address, or copy it with y"
            )
        else:
            self._list.tell(self._opener(address.url) or "handed to your browser")

    def action_copy(self) -> None:
        """Copy the chosen address, if a clipboard takes all of it."""
        url = line(self._list.address.url)
        if len(url.encode()) > MOST:
            self._list.tell("too much for a clipboard")
            return
        self.app.copy_to_clipboard(url)
        self._list.tell("address copied")
