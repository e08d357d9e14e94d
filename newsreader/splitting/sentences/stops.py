"""Finding the places where a statement might end, with what stands on either side.

One compiled expression runs over the block and stops at the few places that can matter (about
one in 120 characters of news); everything else looks at those only. What must stay true: every
look back and every look ahead is bounded, so that no text, however odd, takes more than linear
time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LOOK = 400
"""Characters that any rule may look back or ahead from a stop."""

WORD_LOOK = 40
"""Characters of the word before a stop that are looked at."""

# Python before 3.11.5 errs on possessive groups (gh-106052): a look-ahead, and a reference to what
# it found, do the same.
# One character class comes first, so that the search skips by it; the look-behind after it lets
# a run of marks count as one stop, looked at once.
_STOP = re.compile(
    r"""
    [.!?…。！？｡؟۔।](?<![.!?…。！？｡؟۔।].)
    (?: (?<=\s.) (?= (?P<spaced> (?: \s[.!?…] (?=\s|[”"’')\]]) ){1,8} ) ) (?P=spaced) |
        [.!?…。！？｡؟۔।]*+ )  # spaced dots: . . .
    # closing marks
    (?= (?P<closing> (?: [”’»」』）)\]}*_¹²³⁰⁴-⁹] | ["'“](?![^\W_]) | \[\d{1,3}\]
        | [\ \u00a0\u202f]»(?![^\W_]) )* ) )
    (?P=closing)
    (?: \s++ (?=\S)                                   # what follows stands apart
      | (?= [“„«‘"] [^\W_] )                          # or is glued on: now.“Run
      | (?: (?<= [A-Za-z0-9]{3}[.!?] ) | (?<= [.!?][”)] ) | (?<= \.{4} ) )
        (?= (?! (?: Ru | Com | Net | Org | Info | Ua | By | De | Tv ) \b )
            [A-Z][a-z]++ (?: [\s,] | [’'][a-z] ) )     # so is a word: needed.The
      | (?<= [a-z]{2}[.!?] ) (?= https?:// )
      | (?: (?<= [。！？｡] ) | (?<= [。！？｡][”’」』）] ) ) (?=\S)
    )
    """,
    re.VERBOSE | re.DOTALL,
)


class Stop(NamedTuple):
    """A place where a statement might end."""

    block: str
    begin: int  # where the statement under way begins
    at: int  # of the first mark
    marks: str  # the marks and closing characters, without the white space after them
    next: int  # where what follows begins
    word: str  # what stands before the marks, up to white space
    first: str  # the character at next


def find_stops(block: str) -> Iterator[re.Match[str]]:
    """The places of ``block`` where a statement might end, in order."""
    return _STOP.finditer(block)


def stop_at(block: str, begin: int, match: re.Match[str]) -> Stop:
    """What a rule needs to know of the stop that ``match`` found."""
    at, after = match.span()
    words = block[max(begin, at - WORD_LOOK) : at].rsplit(None, 1)
    word = words[-1] if words and not block[at - 1].isspace() else ""
    marks = block[at:after].rstrip()
    glued = after - at == len(marks) and block[after] == '"'
    if glued and block.count('"', max(begin, at - LOOK), at) % 2:
        marks, after = marks + '"', after + 1  # it closes all the same: "Run."They ran
    return Stop(block, begin, at, marks, after, word, block[after])
