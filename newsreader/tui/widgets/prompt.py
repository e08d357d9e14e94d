"""One line at the bottom to type into: a search, a note, evidence.

It is never focused: the app hands every key to the screen in the order in which they were pressed,
and the screen to the prompt, so that nothing typed ahead is lost or, worse, taken for a command.
(An input that gets the focus gets it some milliseconds after the key that asked for it.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsreader.tui.plain.line_editor import LineEditor
from newsreader.tui.plain.measuring import cell_len
from newsreader.tui.plain.parts import Part, Parts, cells, cut, spread
from newsreader.tui.plain.safe import line
from newsreader.tui.widgets.drawing import Drawn


class TypingLine(Drawn):
    """A question and the line to answer it, with a cursor."""

    DEFAULT_CSS = """
    TypingLine { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        hint: str = "",
        typing: Callable[[str], None] | None = None,
    ) -> None:
        """Ask ``question``; ``typing`` is called with the text whenever it changes."""
        super().__init__()
        self.editor = LineEditor(value)
        self._question = line(question)
        self._hint = hint
        self._typing = typing
        self._told = ""

    def tell(self, text: str) -> None:
        """Say something beside what is typed, as how much it finds."""
        self._told = line(text)
        self.redraw()

    def take_paste(self, text: str) -> None:
        """Put pasted text in."""
        self.change(lambda editor: editor.paste(text))

    def change(self, edit: Callable[[LineEditor], object]) -> None:
        """Edit the text, show it, and tell what it is now."""
        before = self.editor.text
        edit(self.editor)
        self.redraw()
        if self._typing is not None and self.editor.text != before:
            self._typing(self.editor.text)

    def lines(self, width: int, height: int) -> Iterable[Parts]:  # noqa: ARG002  one line only
        """The line."""
        question: list[Part] = []
        if width >= 2 * cell_len(self._question) + 4:
            question = [("key", f"{self._question} ")]
        told: list[Part] = []
        beside = width - cells(question) - min(cell_len(line(self.editor.text)), width // 2) - 4
        if self._told and beside >= min(cell_len(self._told), 12):
            told = [("dim", cut(self._told, beside))]
        room = width - cells(question) - cells(told) - (1 if told else 0)
        hint = [] if self.editor.text else [("dim", self._hint)]
        return [spread([*question, *typed(self.editor, room), *hint], told, width)]


def typed(editor: LineEditor, width: int) -> list[Part]:
    """The part of the text around the cursor that fits into ``width`` cells."""
    text, cursor = editor.text, editor.cursor
    at = line(text[cursor : cursor + 1]) or " "
    start, room = cursor, width - cell_len(at)
    while start and (room := room - cell_len(line(text[start - 1]))) >= 0:
        start -= 1
    before = line(text[start:cursor])
    after = line(text[cursor + 1 : cursor + 1 + width])
    return [("", before), ("cursor", at), ("", after)]


class Prompt(TypingLine):
    """The line at the bottom while something is asked for."""

    DEFAULT_CSS = """
    Prompt { dock: bottom; }
    """

    def __init__(
        self,
        question: str,
        value: str,
        answered: Callable[[str | None], None],
        typing: Callable[[str], None] | None = None,
        offered: Sequence[str] = (),
    ) -> None:
        """Ask ``question``; see :meth:`newsreader.tui.commanding.CommandScreen.ask`."""
        super().__init__(question, value, typing=typing, hint=_hint(offered))
        self._answered = answered
        self._offered = ["", *offered]
        self._at = 0  # the offered text shown last

    def take_key(self, key: str, character: str | None) -> None:
        """Do what a key means: Enter answers, Escape gives up, the others edit."""
        if key in {"enter", "ctrl+j"}:  # some programs that press keys send a line feed
            self._answered(self.editor.text)
        elif key in {"escape", "ctrl+c"}:
            self._answered(None)
        elif key in {"up", "down"}:
            self._offer(1 if key == "up" else -1)
        else:
            self.change(lambda editor: editor.key(key, character))

    def _offer(self, by: int) -> None:
        """Put an older (1) or newer (-1) one of the offered texts in the place of what is typed."""
        at = max(0, min(self._at + by, len(self._offered) - 1))
        if at != self._at:
            self._at = at
            self.change(lambda editor: editor.replace(0, len(editor.text), self._offered[at]))


def _hint(offered: Sequence[str]) -> str:
    return f"↑ {line(offered[0])}" if offered else ""
