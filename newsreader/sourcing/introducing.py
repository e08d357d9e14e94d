"""Who publishes what a colon introduces: *RT has published the following statement:*.

Three forms, by words alone: somebody publishes a writing (*the board issued this note:*), a
writing is by or from somebody (*a statement from the embassy:*, *was posted by the port:*), a
writing is somebody's (*the mayor's statement in full:*). What must stay true: no writing, no
source; only somebody who can speak or has a name is one; every look is bounded.
"""

from __future__ import annotations

from newsreader.sourcing.cue_words import ADVERB, AUXILIARY, PRONOUN
from newsreader.sourcing.heads import Head, phrase_after, subject_before
from newsreader.sourcing.kinds import is_body
from newsreader.sourcing.nouns import (
    AGENCIES,
    BODIES,
    COLLECTIVE,
    LABELS,
    MEDIA,
    ROLES,
    WHEN,
    WHEN_AFTER,
    WRITINGS,
)
from newsreader.sourcing.words import Words

_PUBLISHING = frozenset(
    """
    publish publishes published publishing issue issues issued issuing release releases released
    releasing post posts posted posting share shares shared sharing put puts send sends sent carry
    carries carried give gave given offer offers offered provide provides provided make made have
    has had read reads circulate circulated distribute distributed tweet tweeted upload uploaded
    """.split()  # noqa: SIM905  (read as prose)
)
_BY = frozenset(("by", "from"))
_BETWEEN = frozenset(("full", "first", "latest", "complete", "official", "written", "entire"))
_NOBODY = WHEN | WHEN_AFTER | PRONOUN | WRITINGS | LABELS
_SPEAKERS = ROLES | BODIES | MEDIA | COLLECTIVE
_REACH = 12  # words between publishing and what is published


def publisher(words: Words) -> Head | None:
    """Who publishes what follows ``words``, a statement that ends with a colon."""
    writing = next((at for at, low in enumerate(words.low) if low in WRITINGS), None)
    if writing is None:
        return None
    return _by(words, writing) or _whose(words, writing) or _publishing(words, writing)


def _by(words: Words, writing: int) -> Head | None:
    """*a statement from the embassy*, *the following note was posted by the port*."""
    for at in range(writing + 1, min(len(words), writing + _REACH)):
        if words.low[at] in _BY:
            return _speaker(words, phrase_after(words, at + 1))
    return None


def _whose(words: Words, writing: int) -> Head | None:
    """*the mayor's full statement*."""
    at = writing - 1
    while at >= 0 and words.low[at] in _BETWEEN:
        at -= 1
    if at < 0 or not words.low[at].endswith(("'s", "s'")):
        return None
    return _speaker(words, subject_before(words, at))


def _publishing(words: Words, writing: int) -> Head | None:
    """*the board has just put out this statement*: the subject of the first such verb."""
    for verb in range(max(1, writing - _REACH), writing):
        if words.low[verb] in _PUBLISHING:
            at = verb - 1
            while at > 0 and words.low[at] in AUXILIARY | ADVERB:
                at -= 1
            head = subject_before(words, at)
            return head if head is not None and words.low[head.last] not in _NOBODY else None
    return None


def _speaker(words: Words, head: Head | None) -> Head | None:
    """``head`` if it can speak."""
    if head is None:
        return None
    low = [words.low[at].removesuffix("'s") for at in range(head.first, head.last + 1)]
    named = any(words.name_like(at) for at in range(head.first, head.last + 1) if at > 0)
    can = named or not _SPEAKERS.isdisjoint(low) or words.said[head.last] in AGENCIES
    if not can and not is_body(words.text[words.start[head.first] : words.end[head.last]]):
        return None
    return head if low[-1] not in _NOBODY else None
