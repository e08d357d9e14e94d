"""Finding what an editor means by a few typed letters, and where exactly it stands in the text.

Accents, kinds of quotation marks and dashes, ligatures and characters that show nothing are
folded away in the text and in what is typed alike, case too unless the term has a capital. What
must stay true: every span that is found is one of the text as it is, never of the folded one;
spans rise and do not overlap; the time is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from newsreader.characters import UNSEEN, table
from newsreader.model.article import Span

_LIKE: dict[int, str] = {
    ord(char): plain
    for plain, chars in {
        "'": "‘’‚‛ʼ′`´", '"': "“”„‟«»″", "-": "‐‑‒–—―−",
        "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "d": "đ", "D": "Đ", "i": "ı",
        "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    }.items()
    for char in chars
}  # fmt: skip
_ACCENT = re.compile("[\u0300-\u036f]+")
_NOTHING = table(None, UNSEEN)


class Finder:
    """One text, ready to be searched again and again, as while one types."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, term: str) -> tuple[Span, ...]:
        """Where ``term`` stands; nowhere when there is nothing in it to look for.

        White space in the term stands for any white space. Case counts when the term has a
        capital letter.
        """
        cased = any(map(str.isupper, term))
        words = [folded for word in term.split() if (folded := _plain(word, cased=cased))]
        if not words:
            return ()
        within = self._cased if cased else self._caseless
        found = re.finditer(r"\s+".join(map(re.escape, words)), within.text)
        return tuple(_apart([within.span(*match.span()) for match in found]))

    @cached_property
    def _cased(self) -> Folded:
        return Folded(self.text, cased=True)

    @cached_property
    def _caseless(self) -> Folded:
        return Folded(self.text, cased=False)


class Folded:
    """A text folded for searching, and the way back from its offsets."""

    def __init__(self, source: str, *, cased: bool) -> None:
        """Fold ``source``; ``cased`` keeps capitals apart."""
        self._source = source
        folds = {char: _fold(char, cased=cased) for char in set(source) if not char.isascii()}
        text = (
            source.translate({ord(char): fold for char, fold in folds.items()}) if folds else source
        )
        self.text = text if cased else text.lower()
        odd = [char for char, folded in folds.items() if len(folded) != 1]
        self._at: list[int] = []  # where in the folded text an odd character begins
        self._from: list[int] = []  # where that is in the source
        self._sizes: list[int] = []  # how many characters it was folded to
        shift = 0
        for match in re.finditer(f"[{re.escape(''.join(odd))}]", source) if odd else ():
            size = len(folds[match[0]])
            self._at.append(match.start() + shift)
            self._from.append(match.start())
            self._sizes.append(size)
            shift += size - 1

    def span(self, start: int, end: int) -> Span:
        """The span of the source that ``text[start:end]`` is made of, with its last accents."""
        after = self._back(end - 1) + 1
        accents = _ACCENT.match(self._source, after)
        return self._back(start), accents.end() if accents else after

    def _back(self, offset: int) -> int:
        """The place in the source of one folded character."""
        i = bisect_right(self._at, offset) - 1
        if i < 0:
            return offset
        past = offset - self._at[i] - self._sizes[i]
        return self._from[i] if past < 0 else self._from[i] + 1 + past


def _plain(word: str, *, cased: bool) -> str:
    """A typed word, folded as the text is."""
    folded = "".join(char if char.isascii() else _fold(char, cased=cased) for char in word)
    return folded if cased else folded.lower()


def _fold(char: str, *, cased: bool) -> str:
    """One character as a searcher means it: none, one or several."""
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", char.translate(_NOTHING)))
    bare = unicodedata.normalize("NFC", bare).translate(_LIKE)
    return bare if cased else bare.casefold()


def _apart(spans: list[Span]) -> list[Span]:
    """The spans but those that share a character with the one before (two halves of a ligature)."""
    return spans[:1] + [span for before, span in pairwise(spans) if span[0] >= before[1]]
