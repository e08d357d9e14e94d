"""Step 3: each cue with its source, where the sentence has it.

What must stay true: a cue without a source next to it takes the one of the cue before it (*he
said … and added*) or the first noun phrase of the statement, and never one from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsreader.sourcing.cue_words import DETERMINER, JOINING, LEADS, POSSESSIVE, PREPOSITION
from newsreader.sourcing.cues import Cue
from newsreader.sourcing.heads import REACH, Head, phrase_after, subject_before
from newsreader.sourcing.nouns import WRITINGS
from newsreader.sourcing.words import Words

_MARKS = frozenset(("”", '"', "''", ",", "?", "!", "’", "—", "–", "-", "“"))
_LEANING = JOINING | PREPOSITION | frozenset((",", "then", ""))
_BY = 8  # words behind a passive in which "by" is looked for


class Spoken(NamedTuple):
    """A cue and who it belongs to."""

    cue: Cue
    head: Head | None
    inverted: bool = False  # "said Ann Example"


def find_speakers(words: Words, cues: Sequence[Cue]) -> list[Spoken]:
    """The cues with their sources, in order; a verb that has none anywhere is left out."""
    found: list[Spoken] = []
    for cue in cues:
        spoken = _spoken(words, cue, found)
        if spoken.head is not None or cue.shape == "adverb":
            found.append(spoken)
    return found


def _spoken(words: Words, cue: Cue, found: Sequence[Spoken]) -> Spoken:
    match cue.shape:
        case "according" | "citing":
            return Spoken(cue, _writer(words, phrase_after(words, cue.last + 1)))
        case "adverb":
            return Spoken(cue, None)
        case "noun":
            return Spoken(cue, _owner(words, cue.left))
        case "passive":
            return Spoken(cue, _agent(words, cue))
        case "going":
            return Spoken(cue, _of_participle(words, cue, found))
        case "active":
            return _of_verb(words, cue, found)


def _writer(words: Words, head: Head | None) -> Head | None:
    """*a statement posted on Telegram by the governor*: who wrote it."""
    if head is None or words.low[head.last] not in WRITINGS:
        return head
    for at in range(head.last + 1, min(len(words) - 1, head.last + _BY)):
        if words.low[at] == ",":
            break
        if words.low[at] == "by":
            return phrase_after(words, at + 1) or head
    return head


def _owner(words: Words, at: int) -> Head | None:
    """*his claim*, *the ministry's claim*."""
    return Head(at, at) if words.low[at] in POSSESSIVE else subject_before(words, at)


def _agent(words: Words, cue: Cue) -> Head | None:
    """*was accused by the board of*; who is quoted is for the chains to say."""
    for at in range(cue.last + 1, min(len(words) - 1, cue.last + _BY)):
        if words.low[at] == "by":
            return phrase_after(words, at + 1)
    if cue.lemma in {"quote", "cite"} and cue.left >= 0:
        return subject_before(words, cue.left)
    return None


def _of_participle(words: Words, cue: Cue, found: Sequence[Spoken]) -> Head | None:
    left = words.low[cue.left] if cue.left >= 0 else ""
    if left not in _LEANING:
        return subject_before(words, cue.left)
    if not left:  # "Citing the storm, the board closed the pier"
        comma = next((k for k in range(len(words)) if words.low[k] == ","), None)
        return phrase_after(words, comma + 1) if comma is not None else None
    return _last(words, cue, found)


def _last(words: Words, cue: Cue, found: Sequence[Spoken]) -> Head | None:
    """Who spoke last in the statement, or else its first noun phrase."""
    for spoken in reversed(found):
        if spoken.head is not None and spoken.cue.shape in {"active", "going"}:
            return spoken.head
    return _clause_subject(words, cue.first)


def _of_verb(words: Words, cue: Cue, found: Sequence[Spoken]) -> Spoken:
    left = words.low[cue.left] if cue.left >= 0 else ""
    if not left or left in _MARKS:
        head = _inverted(words, cue)
        if head is not None:
            return Spoken(cue, head, inverted=True)
    if left in JOINING:
        return Spoken(cue, _last(words, cue, found))
    head = subject_before(words, cue.left) if cue.left >= 0 else None
    return Spoken(cue, head if head is not None else _last(words, cue, found))


def _inverted(words: Words, cue: Cue) -> Head | None:
    """*"…," said the mayor*; only behind a quotation, a comma or at the beginning."""
    at = cue.last + 1
    if at >= len(words):
        return None
    low = words.low[at]
    named = words.name_like(at) or low in DETERMINER
    if not named and (not low[0].isalnum() or low in PREPOSITION or low in LEADS):
        return None
    found = phrase_after(words, at)
    if found is None or cue.left < 0:
        return found
    if words.quoted[cue.left] or words.quoted[cue.left - 1]:
        return found
    named = cue.kind == "saying" and words.name_like(found.last)
    sure = named or cue.lemma in {"say", "add"}
    return found if sure and _closes(words, found.last + 1) else None


def _closes(words: Words, at: int) -> bool:
    """Whether the sentence ends at ``at``, or goes on about who has just been named."""
    return at >= len(words) or words.low[at] in {".", ",", ";", "who", "in", "on", "at", "("}


def _clause_subject(words: Words, before: int) -> Head | None:
    """The first noun phrase of the statement, where a cue before word ``before`` has none."""
    at = 0
    if words.quoted and words.quoted[0]:
        while at < before and words.quoted[at]:
            at += 1
    while at < before and words.low[at] in {",", "-", "—", "–", "and", "but", '"', "“"}:
        at += 1
    if at < before and (words.low[at] in PREPOSITION or words.low[at].endswith("ly")):
        comma = next((k for k in range(at, min(before, at + REACH)) if words.low[k] == ","), None)
        if comma is None:
            return None
        at = comma + 1
    return phrase_after(words, at) if at < before else None
