"""A key on its way from the terminal to what it does, without detours.

Nothing is ever focused here, so a key need not travel from widget to widget: the screen may take
it (while one types), else it is looked up as a command, which runs, and what it changed is painted
at once. A screen that is only just being made gets its keys when it is there, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.events import Event, Key, Paste

from newsreader.errors import NewsreaderError
from newsreader.tui.tty.terminal import SafeApp
from newsreader.tui.widgets.key_taker import KeyTaker
from newsreader.tui.widgets.painting import PaintedScreen


class KeyApp(SafeApp[int]):
    """An app whose keys are obeyed in the order in which they were typed."""

    _on_their_way = 0  # keys that a screen will get when it is there

    async def on_event(self, event: Event) -> None:
        """Obey what was typed now, where that can be; leave all else to Textual."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if (
            self._exit
        ):  # who has left types for what comes next, and the screens are being taken away
            return
        self.app_focus = True
        if isinstance(event, Key) and await self._check_bindings(event.key, priority=True):
            return
        screen = self.screen
        if self._on_their_way or not screen.is_mounted:
            self._on_their_way += 1
            screen._forward_event(event)  # noqa: SLF001  -- as Textual 8.2 does
        elif not self._taken(event) and isinstance(event, Key):
            await self._check_bindings(event.key)

    def on_key(self, event: Key) -> None:
        """Let the screen take a key that had to wait for it, before it is looked up."""
        self._on_their_way -= 1
        if self._taken(event):
            event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Give the screen a paste that had to wait for it; it is never a command."""
        self._on_their_way -= 1
        self._taken(event)

    def _taken(self, event: Key | Paste) -> bool:
        """Whether the screen took what was typed, as text say; a paste it takes or drops."""
        screen, taken = self.screen, True
        with self._painting(), self.telling():
            if not isinstance(screen, KeyTaker):
                taken = isinstance(event, Paste)
            elif isinstance(event, Paste):
                screen.take_paste(event.text)
            else:
                taken = screen.take_key(event.key, event.character)
        return taken

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do a command; what goes wrong and is not a bug is told, whatever the command was."""
        done = True
        with self._painting(), self.telling():
            done = await super().run_action(action, default_namespace, namespaces)
        return done  # noqa: RET504  -- the error may have been told

    @contextmanager
    def _painting(self) -> Iterator[None]:
        """What the screen shown changes meanwhile is painted at once."""
        screen = self.screen
        with screen.painting() if isinstance(screen, PaintedScreen) else nullcontext():
            yield

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What goes wrong meanwhile and is not a bug is told."""
        try:
            yield
        except NewsreaderError as error:
            self.tell(str(error))

    def tell(self, message: str) -> None:
        """Say something that must not be missed."""
        raise NotImplementedError
