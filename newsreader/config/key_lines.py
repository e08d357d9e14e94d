"""On which line of a TOML file each key stands: ``tomllib`` does not tell.

Walks over a text that ``tomllib`` has already accepted, so it need only be right about valid TOML:
strings of four kinds, arrays and inline tables over several lines, comments, dotted and quoted
keys, heads of tables. Linear in the length of the text.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:\\.|[^"\\])*"|' r"'[^']*'", re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}\n#]*")


def key_lines(text: str) -> dict[str, int]:
    """The line, from 1, of each key by its dotted name; elements of arrays by their number.

    Args:
        text: valid TOML.
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    """One walk over a text; every method moves :attr:`at` behind what it names."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self._text = text
        self._at = 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def document(self) -> None:
        """All of it."""
        table = ""
        self._skip(_GAP)
        while self._at < len(self._text):
            if self._here() == "[":
                double = self._text.startswith("[[", self._at)
                self._at += 2 if double else 1
                table = self._key("")
                self._at += 2 if double else 1
            else:
                self._pair(table)
            self._skip(_GAP)

    def _here(self) -> str:
        return self._text[self._at]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Go over what ``pattern`` matches; returns it."""
        found = pattern.match(self._text, self._at)
        assert found is not None, "valid TOML"
        self._at = found.end()
        return found.group()

    def _note(self, key: str) -> None:
        """Take down the line of a key, where it stands first."""
        self.lines.setdefault(key, bisect_left(self._breaks, self._at) + 1)

    def _key(self, table: str) -> str:
        """A key, dotted or not; returns its name with the table's before it."""
        name = table
        while True:
            self._skip(_SPACE)
            start = self._at
            if self._here() in "\"'":
                part = tomllib.loads(f"key = {self._skip(_STRING)}")["key"]
            else:
                part = self._skip(_BARE)
            name = f"{name}.{part}" if name else part
            end, self._at = self._at, start
            self._note(name)
            self._at = end
            self._skip(_SPACE)
            if self._here() != ".":
                return name
            self._at += 1

    def _pair(self, table: str) -> None:
        """``key = value``."""
        name = self._key(table)
        self._at += 1
        self._skip(_SPACE)
        self._value(name)

    def _value(self, name: str) -> None:
        here = self._here()
        if here in "\"'":
            self._skip(_STRING)
        elif here == "[":
            self._many(name, "]")
        elif here == "{":
            self._many(name, "}")
        else:
            self._skip(_SCALAR)

    def _many(self, name: str, end: str) -> None:
        """What stands in brackets or braces."""
        self._at += 1
        self._skip(_GAP)
        number = 0
        while self._here() != end:
            if end == "}":
                self._pair(name)
            else:
                self._note(f"{name}.{number}")
                self._value(f"{name}.{number}")
            number += 1
            self._skip(_GAP)
            if self._here() == ",":
                self._at += 1
                self._skip(_GAP)
        self._at += 1
