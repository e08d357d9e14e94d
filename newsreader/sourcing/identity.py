"""When two names are one source: *Tom Varga* and *Varga*, *RIA news agency* and *RIA*.

What must stay true: a short form is a full one's only if it fits exactly one of them; words that
name nobody (*officials*, *reports*) are the same words and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsreader.sourcing.kinds import is_body, is_named
from newsreader.sourcing.nouns import AGENCIES, BODIES, MEDIA

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_AGENCY = re.compile(r"\s(?:state\s)?news agency$")
_NOBODY = MEDIA | frozenset(
    """
    report reports source sources official officials insiders
    others people some many they it he she i we you who that which
    """.split()  # noqa: SIM905  (a class of words)
)


class Names:
    """The sources' names of one article, each with the name it goes by."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take all ``names`` as they are written, in the order of the text."""
        bare = dict.fromkeys(bared(name) for name in names)
        self._full = {each.casefold(): self._fullest(each, bare) for each in bare}

    def of(self, name: str) -> str:
        """The name that ``name`` goes by in this article."""
        bare = bared(name)
        return self._full.get(bare.casefold(), bare)

    @staticmethod
    def _fullest(name: str, names: Iterable[str]) -> str:
        """The only longer name that ends (a person, a body) or begins (an agency) with it."""
        low = name.casefold()
        if " " in low:
            first = name.split(maxsplit=1)[0]
            return first if first in AGENCIES and (first.isupper() or first == "Reuters") else name
        last = " " + low
        if not (is_named(name) or low in BODIES):
            return name
        longer = {
            each
            for each in names
            if each.casefold().endswith(last) and is_body(each) == is_body(name)
        }
        return longer.pop() if len(longer) == 1 else name


def bared(name: str) -> str:
    """A name without its article, its line breaks and "news agency" behind it."""
    flat = " ".join(name.split())
    return _AGENCY.sub("", _ARTICLE.sub("", flat, count=1) or flat) or flat


def is_nobody(name: str) -> bool:
    """Whether the words could stand for anybody: *reports*, *local media*, *officials*."""
    return name.casefold().split()[-1] in _NOBODY and not is_named(name)


def is_paper(name: str) -> bool:
    """Whether a source is a paper, an agency or a channel, which has things from others."""
    words = name.split()
    return words[-1].casefold() in MEDIA or not AGENCIES.isdisjoint(words)
