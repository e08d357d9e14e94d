"""A statement as words with their places: what all the steps of sourcing look at.

What must stay true: one pass, linear; the places are those in the statement; a token is never
empty, and tokens never overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

_TOKEN = re.compile(r"(''|``|(?:[A-Z]\.){2,}|[^\W_]+(?:[’'&./@-]?[^\W_]+)*+|@\w+|[^\w\s]|_)")
_LETTERS = re.compile(r"[^\W\d_]+")
_CURLY = re.compile("[“”„]")
_MARKS = re.compile(r"[\"“”„«»]|''|``")
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
    shouted: bool = False  # all in capitals, which then tell nothing

    def __len__(self) -> int:
        return len(self.said)

    def name_like(self, at: int) -> bool:
        """Whether the word begins with a capital or is a handle."""
        first = self.said[at][0]
        return (first.isupper() and not self.shouted) or first == "@"


def vocabulary(text: str) -> set[str]:
    """The words of ``text`` in small letters, as a set: what a quick look needs."""
    return set(_LETTERS.findall(text.lower()))


def read_words(text: str, *, open_quote: bool = False) -> Words:
    """The words of ``text``, which begins inside a quotation where ``open_quote`` says so."""
    parts = _TOKEN.split(text)  # a word, and what stands between, in turn
    edges = list(accumulate(map(len, parts)))
    said, starts, ends = parts[1::2], edges[:-1:2], edges[1::2]
    small = text.lower().replace("’", "'")
    if len(small) == len(text):
        low = [small[start:end] for start, end in zip(starts, ends, strict=True)]
    else:  # some capitals are two small letters
        low = [each.lower().replace("’", "'") for each in said]
    return Words(
        text, said, low, starts, ends, _quoted(said, text, inside=open_quote), text.isupper()
    )


def _quoted(said: list[str], text: str, *, inside: bool) -> list[bool]:
    """Which of the words stand inside quotation marks."""
    if _MARKS.search(text) is None:
        return [inside] * len(said)
    quoted = []
    first = _CURLY.search(text)
    inside = inside or (first is not None and first[0] == "”")  # begun in a statement before
    for word in said:
        if word in _CLOSING and inside:
            quoted.append(True)
            inside = False
            continue
        inside = inside or word in _OPENING
        quoted.append(inside)
    return quoted
