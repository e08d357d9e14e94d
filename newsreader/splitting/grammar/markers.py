"""What a marker is: the types that the grammar yields, and the pieces that its forms share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsreader.model.article import Span
from newsreader.splitting.grammar.when import When


class Form(StrEnum):
    """The shape of a marker; the weak ones need company of their own shape."""

    TIMED = "timed"  # a word and a time: Update (1345ET):
    WORD = "word"  # a word only: UPDATE -
    ORIGINAL = "original"  # Erstmeldung, ORIGINAL 7:02 PM REPORT:
    EARLIER = "earlier"  # EARLIER: - only beside another marker
    ALONE = "alone"  # a time alone on its line
    DELIMITED = "delimited"  # a time and a delimiter: 3:45 p.m.: ...
    PLUS = "plus"  # +++ 22:09 ...
    FOUR = "four"  # 2350 - ..., where not all of them may be years
    DIGITS = "digits"  # 1541 Well, that ..., on a page that calls itself live
    HOUR = "hour"  # 12 - ..., only among clocks written like it
    CAPITAL = "capital"  # a time and a capital letter: 17.00 We are ...
    SMALL = "small"  # 19.30 and we are off, on a page that calls itself live
    AGO = "ago"  # 32 min ago
    TAGGED = "tagged"  # 16h28 police: a time and a word, only among times alone
    TAILED = "tailed"  # a headline, and "Published at 13:45 GMT 8 March" at its end
    SIGNED = "signed"  # Ann Example 10/22/2013 5:00:03 PM, on a page that calls itself live
    STAMPED = "stamped"  # UPDATED Tuesday, 12:02 p.m., alone: a stamp, or one of many


STRONG = frozenset({Form.TIMED, Form.WORD, Form.ORIGINAL})
"""The forms of which one is enough."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker, or what may be one: where it stands and what it says."""

    line: int  # index into the article's lines
    span: Span
    form: Form
    when: When | None = None
    number: int | None = None
    rest: int = 0  # where the words after the marker begin, the line's end when there are none

    @property
    def timed(self) -> bool:
        """Whether it names a clock time."""
        return self.when is not None and self.when.clock is not None


DELIMITER = re.compile(
    r"[*_]{0,3}\s{0,2}[)\]]{0,2}\s{0,2}(?:(?:[:|]|[–—]|-{2,3}(?!-)|\.?-(?=\s|$)"
    r"|(?<=\s)-(?=[^\W\d_a-zß-öø-ÿ])|(?<=[mM])-(?=[^\W\d_a-zß-öø-ÿ]))[)\]]?(?:\s?(?:[–—]|-{1,3}(?=\s)))?(?:[*_]{2,3}(?=\s|$))?)"
    r"|\s{0,2}[)\]]{1,2}|[*_]{2,3}(?=\s)"
)
"""What closes a marker: colon, dash, bar, bracket, the end of bold type; a single hyphen only
before a space."""

AUTHOR = re.compile(
    r"\s?[,·•|]\s(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,20}\s){1,3}[^\W\d_a-zß-öø-ÿ][\w'’-]{1,20}\s*$"
)
"""Who wrote an entry: ``22:15 , Ann Example``."""

END = re.compile(r"\s*[.]?[*_]{0,3}\s*$")
"""Nothing more on the line."""
