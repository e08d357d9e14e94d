"""Which words of a statement are said: those behind the cue, or those before the source.

What must stay true: the content is never empty, begins and ends with a word, and leaves out what
only introduces it (*that*, *on Monday*, *in a statement*, *citing Y*).
"""

from __future__ import annotations

from newsreader.model.article import Span
from newsreader.sourcing.cue_words import DETERMINER, PREPOSITION, PRONOUN, RELATIVE
from newsreader.sourcing.cues import Cue
from newsreader.sourcing.heads import Head, phrase_after
from newsreader.sourcing.nouns import WHEN
from newsreader.sourcing.speakers import Spoken
from newsreader.sourcing.words import Words

QUOTES = frozenset(('"', "“", "„", "«", "''", "``", "”", "»"))
"""The marks that open or close a quotation."""

_TAKEN_UP = frozenset(("deny", "confirm", "reject", "dispute"))
_CARRIED = frozenset("carried published posted released issued relayed broadcast aired".split())  # noqa: SIM905
_CLAUSES = RELATIVE | {"citing", "quoting", "without"}
_MARKS = frozenset((",", ".", ":", ";", "—", "–", "-", "?", "!"))


def content_of(words: Words, each: Spoken) -> Span:
    """The words that are said: those before the source, or those behind the cue."""
    cue, head = each.cue, each.head
    if cue.shape == "according":
        if cue.first == 0:
            return trimmed(
                words, _over_clause(words, (head or Head(0, cue.last)).last + 1), len(words)
            )
        return trimmed(words, 0, cue.first)
    if cue.shape == "adverb":
        return trimmed(words, 0, len(words))
    taken_up = cue.shape == "passive" and cue.lemma in _TAKEN_UP  # "was denied by"
    if each.inverted or taken_up:
        return trimmed(words, 0, cue.left + 1 if taken_up else cue.first)
    begin = phrase_start(words, head, cue)
    if begin > 1 and not _has_object(words, cue) and _is_tail(words, begin, cue):
        return trimmed(words, 0, begin)
    return trimmed(words, _behind(words, cue), len(words))


def _has_object(words: Words, cue: Cue) -> bool:
    """*denied involvement*, *urged calm*: a side is taken on what is named behind."""
    low = words.low[cue.last + 1] if cue.last + 1 < len(words) else "."
    takes = cue.kind == "stance" or cue.lemma in {"ruled", "rules"}  # out
    return takes and low[0].isalpha() and low not in PREPOSITION | WHEN | {"that"}


def _over_clause(words: Words, at: int) -> int:
    """Behind *, which cited Y,* or *, citing Y,* where that stands at ``at``."""
    if at + 1 >= len(words) or words.low[at] != ",":
        return at
    if words.low[at + 1] not in _CLAUSES:
        return at
    return next((k for k in range(at + 1, min(at + 20, len(words))) if words.low[k] == ","), at)


def phrase_start(words: Words, head: Head | None, cue: Cue) -> int:
    """Where the phrase with the source begins, its titles and its article with it."""
    if head is None or head.first > cue.first:
        return cue.first
    at = head.first
    while at > 0 and (
        words.low[at - 1][0].isalnum()
        and words.low[at - 1] not in PREPOSITION
        and words.low[at - 1] not in PRONOUN
        and not words.quoted[at - 1]
    ):
        at -= 1
    return at


def _is_tail(words: Words, begin: int, cue: Cue) -> bool:
    """Whether what is said stands before the source: behind a quotation, or nothing follows."""
    before = words.low[begin - 1]
    if words.quoted[begin - 1] and before in QUOTES:
        return True
    if before not in {",", "?", "!", "—", "–"} or words.low[cue.last + 1 : cue.last + 2] == [":"]:
        return False
    if words.quoted[begin - 1] or (begin > 1 and words.low[begin - 2] in QUOTES):
        return True
    at = _over_when(words, cue.last + 1)
    rest = words.low[at : at + 13]
    if rest[:2] in ([",", "citing"], [",", "quoting"]):
        return "," not in rest[2:]
    if _behind(words, cue) >= len(words) - 1:  # nothing but "in a statement on Sunday"
        return True
    return len([each for each in rest[:9] if each[0].isalnum()]) < 4 or rest[:1] == [","]


def _behind(words: Words, cue: Cue) -> int:
    """The first word of what is said behind a cue: not *that*, not *on Monday*."""
    at = cue.last + 1
    if cue.lemma in {"tell", "inform", "remind", "assure"}:
        told = phrase_after(words, at)
        at = told.last + 1 if told is not None and told.last < len(words) - 1 else at
    for _ in range(4):
        low = words.low[at] if at < len(words) else ""
        if _over_when(words, at) != at:
            at = _over_when(words, at)
        elif low in _CARRIED and (by := carrier(words, at)) is not None:
            at = by.last + 1
        elif _over_clause(words, at) != at:
            at = _over_clause(words, at) + 1
        elif low in {"in", "at", "during", "by"} and _stating(words, at):
            at = _stating(words, at)
    return _behind_that(words, at)


def _over_when(words: Words, at: int) -> int:
    """Behind *Sunday* or *on Sunday*, where that stands at ``at``."""
    low = words.low[at : at + 2]
    if low[:1] and low[0] in WHEN:
        return at + 1
    return at + 2 if len(low) > 1 and low[0] in {"on", "late", "early"} and low[1] in WHEN else at


def carrier(words: Words, at: int) -> Head | None:
    """Who carried it, where *carried by* stands at ``at``."""
    if words.low[at] not in _CARRIED or words.low[at + 1 : at + 2] not in (["by"], ["on"]):
        return None
    return phrase_after(words, at + 2)


def _behind_that(words: Words, at: int) -> int:
    """Behind *:*, *, that* or *on Telegram that*, where one of them stands at ``at``."""
    near = words.low[at : at + 5]
    if near[:1] and near[0] in {"on", "in", "at", "to"}:
        at += near.index("that") if "that" in near else 0
    for mark in (",", ":"):
        if at < len(words) - 1 and words.low[at] == mark:
            at += 1
    return at + (at + 1 < len(words) and words.low[at] == "that")


def _stating(words: Words, at: int) -> int:
    """The word behind *in a statement*; 0 if that is not what stands at ``at``."""
    if at + 2 >= len(words) or words.low[at + 1] not in DETERMINER:
        return 0
    for end in range(at + 2, min(at + 6, len(words))):
        if words.low[end] in {
            "statement", "interview", "report", "post", "tweet", "briefing", "conference", "letter",
            "speech", "address", "message", "video", "email", "phone", "release",
        }:  # fmt: skip
            return end + 1
        if not words.low[end][0].isalnum():
            return 0
    return 0


def trimmed(words: Words, first: int, last: int) -> Span:
    """The places of the words ``first`` up to ``last`` without marks around them."""
    while first < last and words.low[first] in _MARKS:
        first += 1
    if first >= last:
        return words.start[0], words.end[-1]
    end = last
    while end > first + 1 and words.low[end - 1] in {",", ":", ";", "—", "–", "-"}:
        end -= 1
    return words.start[first], words.end[end - 1]
