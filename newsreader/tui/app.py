"""The program on the screen: which screen is shown, leaving, and nothing of what they do.

Must stay true: a tag that could not be saved is never dropped without asking. It is asked for
before the program ends; where a signal ends it, what was lost is told.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.actions import ActionParseResult
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widget import Widget

from newsreader.config import Config, is_served
from newsreader.config.first_run import remember_first_run
from newsreader.library import Library
from newsreader.model.event import Draft
from newsreader.session import Outcome, Session
from newsreader.session.keeping import Sessions
from newsreader.tui import themes
from newsreader.tui.commanding import CommandScreen, bindings, rebind
from newsreader.tui.commands import COMMANDS, Command, shown
from newsreader.tui.commands.keymap import remapped
from newsreader.tui.noticing import Noticing
from newsreader.tui.plain import colours, glyphs
from newsreader.tui.plain.clock import local_now
from newsreader.tui.plain.unsaved import lost_lines, rescued_lines

if TYPE_CHECKING:
    from newsreader.library.accession.background import Background
    from newsreader.session.rescuing import Rescue


class NewsreaderApp(Noticing):
    """The app, over an open library."""

    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = False  # Textual's crashes where it is narrow; ours is palette.py
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(  # noqa: PLR0913  -- what it begins with, each by its name
        self,
        library: Library,
        *,
        story: int | None = None,
        config: Config | None = None,
        welcome: bool = False,
        now: Callable[[], datetime] = local_now,
        sessions: Sessions | None = None,
        session: Session | None = None,
    ) -> None:
        """Make the app.

        Args:
            library: open; stays the caller's to close.
            story: number of the story to begin with; None for the list.
            config: the settings in force; None for the defaults.
            welcome: whether to show the guidance of a first run.
            now: tells the time, aware.
            sessions: what is open already, if anything is.
            session: of the story to begin with, where that is open already.

        Raises:
            NewsreaderError: the story cannot be opened.
            UsageError: two commands have one key, or the settings give keys to no command.
        """
        self.config = config or Config()
        self.commands = remapped(self.config.keys, self.config.origin)
        super().__init__()
        if self.commands is not COMMANDS:
            rebind(self._bindings, "app", self.commands)
            keys = (key for command in self.commands for key in command.keys)
            self.alt_keys = frozenset(key[4:] for key in keys if key.startswith("alt+"))
        self._dress()
        self.library = library
        self.now = now
        self.adding: Background | None = None  # begun once the program is shown
        self._asked_adding = False
        self._first_run = welcome
        self._greeting: Widget | None = None
        self._sessions = sessions or Sessions(library, self.config.advance, self.config.number_keys)
        self._asked: list[Sequence[Draft]] = []  # the unsaved acts that the question was about
        self._first = session if story is None else self._sessions.open(story)

    def _dress(self) -> None:
        """Take the theme and the glyphs of the settings, before anything is drawn."""
        name = colours.chosen(self.config.theme, os.environ)
        self.register_theme(themes.made(name, self.console.color_system))
        self.set_reactive(NewsreaderApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        if glyphs.plain(self.config.glyphs, os.environ):
            from newsreader.tui.widgets.plain_glyphs import PlainGlyphs  # noqa: PLC0415  -- where asked for

            self._filters.append(PlainGlyphs())

    def get_default_screen(self) -> Screen[None]:
        """The story that was asked for, else the list."""
        return self._list() if self._first is None else self._reader(self._first)

    def _list(self) -> Screen[None]:
        from newsreader.tui.stories.list_screen import ListScreen  # noqa: PLC0415  -- where it is shown

        return self._keyed(ListScreen())

    def _reader(self, session: Session) -> Screen[None]:
        from newsreader.tui.reader.screen import ReaderScreen  # noqa: PLC0415  -- where it is shown

        return self._keyed(ReaderScreen(session))

    def _keyed(self, screen: CommandScreen) -> CommandScreen:
        """The screen with the keys in force."""
        return screen if self.commands is COMMANDS else screen.use_keys(self.commands)

    def on_load(self) -> None:
        """Be ready for signals before anything is drawn."""
        self.catch_signals()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While one types, or in an overlay, only leaving counts."""
        screen = self.screen
        free = isinstance(screen, CommandScreen) and not screen.asking
        return free or action not in {"help", "palette", "next_theme"}

    def on_ready(self) -> None:
        """What starting made stays until the end: the collector need not look at it again."""
        gc.freeze()
        gc.enable()
        if self.adding is not None:
            self.adding.start()
        self.begin_noticing()
        if self._first_run and remember_first_run():
            from newsreader.tui.pages.welcome import greet  # noqa: PLC0415  -- once in a lifetime

            self._greeting = greet(self.screen)

    def _taken(self, event: Key | Paste) -> bool:
        """Any key ends the guidance of the first run, and does what it does."""
        if self._greeting is not None:
            self._greeting.remove()
            self._greeting = None
        return super()._taken(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do a command; who does something else in between is asked again before leaving."""
        if action != "quit_now":
            self._asked.clear()
            self._asked_adding = False
        return await super().run_action(action, default_namespace, namespaces)

    # -- stories ---------------------------------------------------------------------------

    def open_story(self, story_id: int, then: Callable[[Session], Outcome] | None = None) -> None:
        """Show a story, on top of the list; ``then`` goes to where it is to be begun."""
        self._sessions.keep_places()
        session = self._sessions.open(story_id)
        if then is not None:
            then(session)
        if _session_of(self.screen) is None or len(self.screen_stack) == 1:
            self.push_screen(self._reader(session))
        else:
            self.switch_screen(self._reader(session))

    def leave(self) -> None:
        """Go back to the list; from there, quit."""
        if _session_of(self.screen) is None:
            self.action_quit_now()
            return
        self._sessions.keep_places()
        below = self.screen_stack[-2:-1]
        if below and _session_of(below[0]) is None:
            self.pop_screen()
        else:  # the story was there first; Textual cannot put another screen in its place
            self.push_screen(self._list())

    # -- what is not saved -----------------------------------------------------------------

    def unsaved(self) -> dict[int, int]:
        """How many acts are not saved, by the number of their story."""
        return self._sessions.unsaved()

    def rescue(self) -> Rescue:
        """All that is not saved, as lines of a file."""
        from newsreader.session.rescuing import rescue  # noqa: PLC0415  -- seldom needed

        return rescue(self._sessions)

    def write_again(self) -> str:
        """Try to write all that is not saved; returns what went wrong, "" for nothing."""
        return self._sessions.write_again()

    def lost(self) -> list[str]:
        """The last try to write, when the program has ended; returns what could not be, told."""
        if self.adding is not None:
            self.adding.stop()
        self.end_following()
        self._sessions.keep_places()
        if self.write_again():
            return [*lost_lines(self._sessions), *rescued_lines(self.rescue(), self.library.path)]
        return []

    # -- commands --------------------------------------------------------------------------

    def action_help(self) -> None:
        """Show the keys that count here."""
        from newsreader.tui.pages.help_screen import HelpScreen  # noqa: PLC0415  -- at first use

        screen = self.screen
        if isinstance(screen, CommandScreen):
            screen.lay_over(HelpScreen(screen.place, screen.offered()), "help")

    def action_palette(self) -> None:
        """Find a command or a story by its name."""
        from newsreader.tui.pages.palette import Palette  # noqa: PLC0415  -- at first use

        screen = self.screen
        if isinstance(screen, CommandScreen):
            self.push_screen(Palette(screen.offered(), self.library.stretch), self._chosen)

    def action_next_theme(self) -> None:
        """Show the next theme, for this run."""
        name = colours.after(self.theme)
        self.register_theme(themes.made(name, self.console.color_system))
        self.theme = name
        screen = self.screen
        if isinstance(screen, CommandScreen):
            screen.say(f'{name} · theme = "{name}" in the settings keeps it')

    async def _chosen(self, choice: Command | int | None) -> None:
        """Do what was chosen in the palette."""
        if isinstance(choice, int):
            with self.telling():
                self.open_story(choice)
        elif choice is not None:
            await self.run_action(choice.action, self if choice.place == "app" else self.screen)

    def action_quit_now(self) -> None:
        """Quit; where something is not saved, ask first."""
        waiting = self._sessions.waiting()
        if waiting and self._asked != waiting:
            self._asked = waiting
            retry, file = self._key("reader.retry"), self._key("reader.rescue")
            leave = self._key("app.quit-now")
            self.tell(f"{len(waiting)} NOT SAVED: {retry} writes, {file} file, {leave} quits")
            return
        if self.adding is not None and self.adding.running and not self._asked_adding:
            self._asked_adding = True
            leave = self._key("app.quit-now")
            self.tell(f"{self.adding.told()} · {leave} again stops it at a whole article")
            return
        self.exit(return_code=0)

    def action_suspend(self) -> None:
        """Stop until the shell goes on with the program, where there is such a shell.

        Not while stories are added: what is stopped keeps its lock on the library.
        """
        if self.adding is not None and self.adding.running:
            self.tell(f"{self.adding.told()} · the shell after that")
        elif is_served() or os.getsid(0) == os.getpgrp():
            self.tell("no shell started the program: nothing would bring it back")
        else:
            self.action_suspend_process()

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press ctrl+c."""
        self.tell(f"{self._key('app.quit-now')} leaves the program")

    def _key(self, name: str) -> str:
        """The first key of the command ``place.id``, as it is written for people."""
        keys = (each.keys[0] for each in self.commands if f"{each.place}.{each.id}" == name)
        return shown(next(keys))

    def tell(self, message: str) -> None:
        """Say something that must not be missed, on the screen that has the line for it."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CommandScreen):
                screen.say(message, loud=True)
                return


def _session_of(screen: Screen[object]) -> Session | None:
    return screen.session if isinstance(screen, CommandScreen) else None
