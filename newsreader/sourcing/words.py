"""A statement as words with their places: what all the steps of sourcing look at.

What must stay true: one pass, linear; the places are those in the statement; a token is never
empty, and tokens never overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r"''|``|(?:[A-Z]\.){2,}|[^\W_]+(?:[’'&./@-]?[^\W_]+)*+|@\w+|[^\w\s]|_")
_OPENING = frozenset(('"', "“", "„", "«", "''", "``"))
_CLOSING = frozenset(('"', "”", "»", "''"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one statement; parallel lists."""

    text: str  # the statement
    said: list[str]  # as written
    low: list[str]  # in small letters, with ' for ’
    start: list[int]
    end: list[int]
    quoted: list[bool] = field(repr=False)  # inside quotation marks, the marks too

    def __len__(self) -> int:
        return len(self.said)

    def name_like(self, at: int) -> bool:
        """Whether the word begins with a capital or is a handle."""
        first = self.said[at][0]
        return first.isupper() or first == "@"


def read_words(text: str, *, open_quote: bool = False) -> Words:
    """The words of ``text``, which begins inside a quotation where ``open_quote`` says so."""
    found = list(_TOKEN.finditer(text))
    said = [each[0] for each in found]
    quoted = []
    inside = open_quote
    for word in said:
        if word in _CLOSING and inside:
            quoted.append(True)
            inside = False
            continue
        if word in _OPENING:
            inside = True
        quoted.append(inside)
    return Words(
        text,
        said,
        [each.lower().replace("’", "'") for each in said],
        [each.start() for each in found],
        [each.end() for each in found],
        quoted,
    )
