"""A line of text being typed: the text, the cursor, and what each key does to them; pure.

Positions are code points. The text may hold line breaks (from a paste, or put in with
``alt+enter``); it is still edited as one line, in which they are shown as pictures.
"""

from __future__ import annotations

from collections.abc import Callable

Edit = Callable[["LineEditor"], None]


class LineEditor:
    """What is being typed."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)

    def key(self, key: str, character: str | None) -> bool:
        """Do what a key means.

        Args:
            key: its name, as Textual has it.
            character: what it types, if anything.

        Returns:
            Whether it meant anything here.
        """
        edit = _EDITS.get(key)
        if edit is not None:
            edit(self)
            return True
        if character is not None and character.isprintable():
            self.insert(character)
            return True
        return False

    def insert(self, text: str) -> None:
        """Put ``text`` at the cursor."""
        self.replace(self.cursor, self.cursor, text)

    def paste(self, text: str) -> None:
        """Put pasted text at the cursor; what kind of line breaks it has does not matter."""
        self.insert(text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n"))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in the place of ``[start, end)``, and the cursor after it."""
        self.text = self.text[:start] + text + self.text[end:]
        self.cursor = start + len(text)

    def move(self, to: int) -> None:
        """Put the cursor there, or at the nearest end."""
        self.cursor = max(0, min(to, len(self.text)))

    def word_left(self) -> int:
        """Where the word before the cursor begins."""
        before = self.text[: self.cursor].rstrip()
        return max(map(before.rfind, " \n\t")) + 1

    def word_right(self) -> int:
        """Where the word after the cursor ends."""
        at = self.cursor
        while at < len(self.text) and not self.text[at].isalnum():
            at += 1
        while at < len(self.text) and self.text[at].isalnum():
            at += 1
        return at

    def backspace(self) -> None:
        """Take away the character before the cursor."""
        self.replace(max(0, self.cursor - 1), self.cursor, "")

    def delete(self) -> None:
        """Take away the character at the cursor."""
        self.replace(self.cursor, self.cursor + 1, "")


_EDITS: dict[str, Edit] = {
    "left": lambda line: line.move(line.cursor - 1),
    "right": lambda line: line.move(line.cursor + 1),
    "home": lambda line: line.move(0),
    "end": lambda line: line.move(len(line.text)),
    "ctrl+left": lambda line: line.move(line.word_left()),
    "ctrl+right": lambda line: line.move(line.word_right()),
    "backspace": LineEditor.backspace,
    "delete": LineEditor.delete,
    "ctrl+u": lambda line: line.replace(0, line.cursor, ""),
    "ctrl+k": lambda line: line.replace(line.cursor, len(line.text), ""),
    "ctrl+w": lambda line: line.replace(line.word_left(), line.cursor, ""),
    "alt+enter": lambda line: line.insert("\n"),
}
_EDITS |= {
    other: _EDITS[key]
    for other, key in {
        "ctrl+a": "home", "ctrl+e": "end", "ctrl+h": "backspace", "ctrl+d": "delete",
        "ctrl+b": "left", "ctrl+f": "right", "shift+enter": "alt+enter",
    }.items()
}  # fmt: skip
