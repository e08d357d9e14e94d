"""Words of a statement, for comparing: what a change is told in.

What must stay true: the tokens joined are the statement, character for character; one pass.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|[^\W\d_]+(?:['’‑-][^\W\d_]+)*"  # words, with hyphens and apostrophes inside
    r"|\d+(?:[.,:]\d+)*"  # numbers and clock times
    r"|[@#]\w+"
    r"|\s+|[\s\S]"
)
QUOTES = frozenset("\"'“”„‟«»‹›‘’‚‛`´″′")
"""Marks of quotation and apostrophes."""
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that show nothing; as good as white space here."""
_UNQUOTED = str.maketrans(dict.fromkeys((*QUOTES, *UNSEEN)))
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


def tokens(text: str) -> list[str]:
    """The statement cut into words, numbers, white space and single marks."""
    return _TOKEN.findall(text)


def said(text: str) -> list[str]:
    """The tokens that say something: no white space, nothing unseen."""
    return [each for each in tokens(text) if not each.isspace() and each not in UNSEEN]


def low(token: str) -> str:
    """A token in small letters, with one kind of apostrophe."""
    return token.translate(_PLAIN).casefold()


def unquoted(token: str) -> str:
    """A token without quotation marks and apostrophes."""
    return token.translate(_UNQUOTED)


def stem(word: str) -> str:
    """A low word without the ending that makes it somebody's."""
    return word.removesuffix("'s").removesuffix("'")
