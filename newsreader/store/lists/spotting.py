"""Whether a text has the words that are looked for, told from the text itself.

The search index must gather all that begins with some letters before it can tell the newest: that
takes the longer the more there is. Where many texts have such words it is quicker to look at the
newest ones, and where the words in the index are few to ask it; this is for the former.

What must stay true: a text has the words here if and only if the index finds it by them. So how a
letter is folded, or that it is none, is not written down here: the index's own tokenizer is asked,
once for each letter beyond ASCII.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from newsreader.store.search import TOKENIZER

_LETTER = "0-9a-z\x80-\U0010ffff"  # in a folded text nothing else is part of a word


class _Folded(dict[int, str]):
    """What each letter is folded to; a blank where it is part of no word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = folded = char.lower() if code < 128 else _asked(char)
        return folded


_FOLDED = _Folded()


def _asked(char: str) -> str:
    """How the index folds a letter."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as probe:
        probe.execute(f"CREATE VIRTUAL TABLE one USING fts5(x, {TOKENIZER})")
        probe.execute("CREATE VIRTUAL TABLE words USING fts5vocab(one, 'row')")
        probe.execute("INSERT INTO one VALUES (?)", (f"a{char}b",))
        found = [str(row[0]) for row in probe.execute("SELECT term FROM words")]
    return found[0][1:-1] if len(found) == 1 else " "


def fold(text: str) -> str:
    """The text as the index sees it: letters folded, and between words what is none."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


class Spotter:
    """Looks for words, as :func:`newsreader.store.search.match` has the index look for them."""

    def __init__(self, phrases: Sequence[str], *, goes_on: bool) -> None:
        """Look for all of the phrases, each in its order.

        Args:
            phrases: any texts; those without a letter or digit are passed over.
            goes_on: whether the last one may be the beginning of a longer word.
        """
        patterns = []
        for i, phrase in enumerate(phrases, 1):
            words = re.findall(f"[{_LETTER}]+", fold(phrase))
            if words:
                end = "" if goes_on and i == len(phrases) else f"(?![{_LETTER}])"
                between = f"[^{_LETTER}]+"
                patterns.append(f"(?<![{_LETTER}]){between.join(words)}{end}")
        self._found = [re.compile(each).search for each in patterns]

    def spots(self, title: str | None, text: str) -> bool:
        """Whether each of the phrases stands in the title or in the text."""
        if not self._found:
            return False
        inside = fold(text)
        missing = [found for found in self._found if not found(inside)]
        if not missing or not title:
            return not missing
        above = fold(title)
        return all(found(above) for found in missing)
