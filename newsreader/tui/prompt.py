"""One line at the bottom to type into: a search, a note, evidence.

Line breaks and tabs are shown as their pictures ``␊`` and ``␉`` and come back as what they
are, so that a note of several lines survives being edited on one. While the prompt is there no
command's key counts (see ``commanding.py``). What was typed is handed over as typed; what was
there before and was not changed is handed back exactly, even where its picture differs from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from newsreader.tui.safe import content, line

BREAK = "␊"
"""How a line break looks in the prompt."""

_MEANT = str.maketrans({BREAK: "\n", "␉": "\t"})


class PromptInput(Input):
    """An input of one line that keeps line breaks as pictures."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,alt+enter", "insert_break", "Line break", show=False),
        Binding("escape", "give_up", "Give up", show=False),
    ]

    def action_insert_break(self) -> None:
        """Put a line break where the cursor is."""
        self.insert_text_at_cursor(BREAK)

    def action_give_up(self) -> None:
        """Leave everything as it was."""
        if isinstance(self.parent, Prompt):
            self.parent.close(None)

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of a paste, not only the first."""
        pasted = event.text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
        if pasted:
            self.replace(line(pasted), *self.selection)
        event.stop()
        event.prevent_default()


class Prompt(Horizontal):
    """A question and the line to answer it."""

    DEFAULT_CSS = """
    Prompt {
        dock: bottom;
        height: 1;
        background: $panel;
        & > Static { width: auto; max-width: 50%; padding: 0 1; text-style: bold; }
        & > PromptInput {
            width: 1fr; height: 1; border: none; padding: 0; background: $panel;
            &:focus { border: none; }
        }
    }
    """

    def __init__(
        self,
        question: str,
        value: str,
        answered: Callable[[str | None], None],
        typing: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._question = question
        self._value = value
        self._answered = answered
        self._typing = typing

    def compose(self) -> ComposeResult:
        """The question and the input, with the old text ready to be changed."""
        yield Static(content(self._question))
        yield PromptInput(line(self._value), select_on_focus=False)

    def on_mount(self) -> None:
        """Begin typing at once."""
        self.query_one(PromptInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what has been typed so far."""
        event.stop()
        if self._typing is not None:
            self._typing(self._text(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the text over."""
        event.stop()
        self.close(self._text(event.value))

    def close(self, text: str | None) -> None:
        """Answer with ``text``, None for giving up."""
        self._answered(text)

    def _text(self, value: str) -> str:
        return self._value if value == line(self._value) else value.translate(_MEANT)
