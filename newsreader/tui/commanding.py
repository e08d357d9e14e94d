"""The base of all screens with commands: the table becomes bindings, and nothing else does.

A subclass says its ``place``; it gets the bindings of the table's commands for that place, the
predicate of each command decides whether it applies, and the line at the bottom shows them. While
something is typed into the prompt no command applies at all, so that no letter typed can act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, cast

from textual.binding import Binding, BindingsMap

from newsreader.tui.commands import COMMANDS, Command, Offer, Place, applying, at, keys_of
from newsreader.tui.widgets.footer import KeyBar
from newsreader.tui.widgets.key_taker import KeyTaker, OverScreen, Result
from newsreader.tui.widgets.painting import PaintedScreen
from newsreader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from newsreader.config import Config
    from newsreader.library import Library
    from newsreader.library.accession.background import Background
    from newsreader.session import Outcome, Session
    from newsreader.session.rescuing import Rescue


class Desk(Protocol):
    """What a screen asks of the app."""

    adding: Background | None
    """What is being added in the background."""

    @property
    def config(self) -> Config:
        """The settings in force."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The table of commands with the keys in force."""

    @property
    def library(self) -> Library:
        """The library that is open."""

    def now(self) -> datetime:
        """The time, aware."""

    def open_story(self, story_id: int, then: Callable[[Session], Outcome] | None = None) -> None:
        """Show a story; ``then`` goes to where it is to be begun."""

    def unsaved(self) -> Mapping[int, int]:
        """How many acts are not saved, by the number of their story; no story without any."""

    def write_again(self) -> str:
        """Try to write all that is not saved; returns what went wrong, "" for nothing."""

    def rescue(self) -> Rescue:
        """All that is not saved, as lines of a file."""

    def toggle_following(self, story: int) -> str:
        """Follow what a story came from, or follow it no more; what was done, in words."""

    def leave(self) -> None:
        """Go back to what was shown before, or quit where there is nothing."""


def bindings(place: Place, commands: Sequence[Command] = COMMANDS) -> list[Binding]:
    """The bindings of the commands that are defined in ``place``."""
    return [
        Binding(
            _TEXTUAL.get(key, key),
            command.action,
            command.title,
            show=False,
            id=f"{place}.{command.id}",
            # Leaves from everywhere, also while one types.
            priority=command.id == "quit-now" and key.startswith("ctrl+"),
        )
        for command in at(place, commands)
        if command.place == place
        for key in command.keys
    ]


_TEXTUAL = {",": "comma"}  # keys that Textual's bindings write otherwise


def rebind(bound: BindingsMap, place: Place, commands: Sequence[Command]) -> None:
    """Put the keys of ``commands`` in the place of those that the table gives in ``place``."""
    for key, found in list(bound.key_to_bindings.items()):
        kept = [each for each in found if not (each.id or "").startswith(f"{place}.")]
        if kept:
            bound.key_to_bindings[key] = kept
        else:
            del bound.key_to_bindings[key]
    for key, new in BindingsMap(bindings(place, commands)):
        bound.key_to_bindings.setdefault(key, []).insert(0, new)


class CommandScreen(PaintedScreen, KeyTaker):
    """A screen whose keys come from the table of commands.

    A subclass composes a :class:`~newsreader.tui.widgets.footer.KeyBar` as its last widget, and
    has a method ``action_<id>`` for each command of its place.
    """

    place: ClassVar[Place]
    AUTO_FOCUS = ""  # nothing is ever focused: keys come in order to the screen itself

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 -- Textual's
        """Make the bindings of the place."""
        if "place" in cls.__dict__:
            cls.BINDINGS = [*bindings(cls.place)]
            cls._here = at(cls.place)
            cls._by_action = {command.action: command for command in cls._here}
        super().__init_subclass__(**kwargs)

    _here: tuple[Command, ...] = ()
    _by_action: Mapping[str, Command] = {}
    _prompt: Prompt | None = None

    def use_keys(self, commands: Sequence[Command]) -> Self:
        """Take the keys of this table instead of the usual ones; before the screen is shown."""
        self._here = at(self.place, commands)
        self._by_action = {command.action: command for command in self._here}
        rebind(self._bindings, self.place, commands)
        return self

    @property
    def session(self) -> Session | None:
        """What the editor is doing in a story, where one is open."""
        return None

    @property
    def asking(self) -> bool:
        """Whether something is being typed into the prompt."""
        return self._prompt is not None

    @property
    def desk(self) -> Desk:
        """The app, as screens know it."""
        return cast("Desk", self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether the command applies now."""
        command = self._by_action.get(action)
        return command is None or (not self.asking and self._applies(command))

    def applicable(self) -> tuple[Command, ...]:
        """The commands that apply now, in the order of the table, named for what they do now."""
        return applying(self._here, self.session, unsaved=bool(self.desk.unsaved()))

    def offered(self) -> tuple[Offer, ...]:
        """All commands of this place, and why each does not apply now; "" where it does."""
        unsaved = bool(self.desk.unsaved())
        return tuple(
            Offer(each.named(self.session), each.why_not(self.session, unsaved=unsaved))
            for each in self._here
        )

    def key(self, command: str) -> str:
        """The first key of a command by its id, as it is written for people; of this place."""
        return self.keys[command]

    @property
    def keys(self) -> dict[str, str]:
        """The first key of each command of this place, by its id, as it is written for people."""
        return keys_of(self._here)

    def lay_over(
        self,
        screen: OverScreen[Result],
        command: str,
        answered: Callable[[Result | None], None] | None = None,
    ) -> None:
        """Show ``screen`` over this one until it is left.

        Args:
            screen: what to show.
            command: id of the command of this place that opens it.
            answered: is called with what was chosen there, if anything can be.
        """
        screen.opened_by(next(each for each in self._here if each.id == command))
        self.app.push_screen(screen, answered)

    def _applies(self, command: Command) -> bool:
        return command.applies(self.session, unsaved=command.waiting and bool(self.desk.unsaved()))

    def take_key(self, key: str, character: str | None) -> bool:
        """Give the key to the prompt, if one is there."""
        if self._prompt is None:
            return False
        self._prompt.take_key(key, character)
        return True

    def take_paste(self, text: str) -> None:
        """Give the paste to the prompt, if one is there."""
        if self._prompt is not None:
            self._prompt.take_paste(text)

    def look_up(self) -> None:
        """Something else changed the library: say what waits; nothing moves."""

    # -- the line at the bottom ------------------------------------------------------------

    @property
    def typed(self) -> str:
        """What is typed into the prompt, "" without one."""
        return self._prompt.editor.text if self._prompt is not None else ""

    def retype(self, text: str) -> None:
        """Put ``text`` in the place of what is typed into the prompt."""
        if self._prompt is not None:
            self._prompt.change(lambda editor: editor.replace(0, len(editor.text), text))

    def tell_typing(self, text: str) -> None:
        """Say ``text`` beside what is being typed."""
        if self._prompt is not None:
            self._prompt.tell(text)

    def say(self, message: str = "", *, loud: bool = False) -> None:
        """Show ``message`` in the line at the bottom ("" shows the keys), and what is saved.

        Args:
            message: any text; it is made safe to show.
            loud: for what must not be missed.
        """
        self.query_one(KeyBar).tell(message, loud=loud)

    def on_screen_suspend(self) -> None:
        """Something else is shown: what was said is old news when one comes back."""
        self.hush()

    def action_rescue(self) -> None:
        """Write what is not saved to a file."""
        from newsreader.library.exporting import write_new  # noqa: PLC0415  -- seldom needed

        def answered(text: str | None) -> None:
            if text and text.strip():
                rescued = self.desk.rescue()
                path = write_new(text.strip(), rescued.lines)
                self.say(f"still NOT SAVED; {rescued.told} written to {path}", loud=True)

        name = f"~/not-saved-{self.desk.now():%Y%m%d-%H%M%S}.jsonl"
        self.ask("write to", name, answered)

    def hush(self) -> None:
        """Say nothing any more."""
        if self.query(KeyBar) and not self.asking:
            self.say()

    def ask(
        self,
        question: str,
        value: str,
        answered: Callable[[str | None], None],
        *,
        typing: Callable[[str], None] | None = None,
        offered: Sequence[str] = (),
    ) -> None:
        """Ask for a text in the line at the bottom.

        Args:
            question: what is asked for, as "note".
            value: the text to begin with.
            answered: is called once, with the text on Enter, or None on Escape.
            typing: is called with the text whenever it changes.
            offered: texts that the up key puts in, the latest first.
        """

        def make(answer: Callable[[str | None], None]) -> Prompt:
            return Prompt(question, value, answer, typing, offered)

        self.begin(make, lambda text, _: answered(text))

    def begin(
        self,
        make: Callable[[Callable[[str | None], None]], Prompt],
        answered: Callable[[str | None, str], None],
    ) -> None:
        """Let something be typed into a prompt, unless something is already.

        Args:
            make: makes the prompt, from what it calls with the text or None when it is left.
            answered: is called once, with the text on Enter or None on Escape, and with what was
                typed in any case.
        """

        def close(text: str | None) -> None:
            prompt, self._prompt = self._prompt, None
            if prompt is not None:
                prompt.remove()
                self.query_one(KeyBar).display = True
                self.say()
                answered(text, prompt.editor.text)

        if self._prompt is None:
            self._prompt = make(close)
            self.query_one(KeyBar).display = False
            self.mount(self._prompt)
