"""The line at the bottom: the keys that count now, or what was said last, and what is saved.

One widget of one line, drawn from the table of commands; Textual's own Footer is many widgets and
costs more at every key. What could not be saved stays in it, loud, until it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from newsreader.tui.commands import Command
from newsreader.tui.plain.key_line import Said, key_line
from newsreader.tui.plain.parts import Parts
from newsreader.tui.plain.safe import line
from newsreader.tui.widgets.drawing import Drawn

if TYPE_CHECKING:
    from newsreader.session import Session


class _Desk(Protocol):
    """What is asked of the app."""

    def unsaved(self) -> Mapping[int, int]: ...


class _Commanded(Protocol):
    """The screen that the line belongs to."""

    @property
    def session(self) -> Session | None: ...

    @property
    def desk(self) -> _Desk: ...

    def applicable(self) -> tuple[Command, ...]: ...

    def key(self, command: str) -> str: ...


class KeyBar(Drawn):
    """The keys that count now on the left, what is saved on the right."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; padding: 0 1; background: $panel; }
    """

    _message = ""
    _loud = False

    def tell(self, message: str = "", *, loud: bool = False) -> None:
        """Show ``message`` instead of the keys, or the keys again; draw anew what is saved."""
        self._message, self._loud = line(message), loud
        self.redraw()

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  one line only
        """The line."""
        screen = cast("_Commanded", self.screen)
        session, unsaved = screen.session, sum(screen.desk.unsaved().values())
        take = screen.key("reload") if session is not None else ""
        said = Said(screen.applicable(), session, unsaved, take, self._message, self._loud)
        return [key_line(said, width)]
