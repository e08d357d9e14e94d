"""Finding words in an article: where they stand, and in which statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsreader.model.article import Span
from newsreader.model.statement import Statement

# Characters that show nothing: a reader who searches cannot know that they are there.
_UNSEEN = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"


def find(text: str, query: str) -> tuple[Span, ...]:
    """Where ``query`` stands in ``text``, without regard to case; nowhere when it is empty.

    White space in the query stands for any white space, and characters that show nothing may
    stand between the letters.
    """
    words = query.split()
    if not words:
        return ()
    pattern = r"\s+".join(_UNSEEN.join(map(re.escape, word)) for word in words)
    return tuple(match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def holding(matches: Sequence[Span], statements: Sequence[Statement]) -> tuple[int, ...]:
    """The numbers of the statements that hold a match, rising."""
    starts = [statement.start for statement in statements]
    found: dict[int, None] = {}
    for start, _ in matches:
        n = bisect_right(starts, start)
        if n and start < statements[n - 1].end:
            found[n] = None
    return tuple(found)
