"""What kind of source a name is, by its words alone.

**Named**: a person, body, agency or paper with a name. **Unnamed**: people who speak and are not
named (*officials*, *a source close to the talks*, *the mayor*). **Collective**: bodies and crowds
that stand for nobody in particular (*police*, *the ministry*, *residents*, *local media*).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from newsreader.model.source import SourceKind
from newsreader.sourcing.cue_words import DETERMINER, PREPOSITION, PRONOUN
from newsreader.sourcing.nouns import ABROAD, AGENCIES, BODIES, COLLECTIVE, ROLES, UNSAID


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REMEMBERED = 4096  # names; the same few come again and again
_ARTICLES = _words("der die das dem den des le la les il lo gli i el los las un une una ein eine")

_BEFORE_NAMES = DETERMINER | _ARTICLES
_NOUNS = ROLES | ABROAD


@lru_cache(_REMEMBERED)
def is_named(who: str) -> bool:
    """Whether ``who`` is called by a name, and not only by what he or it is."""
    words = who.split()
    while len(words) > 1 and words[0].lower() in _BEFORE_NAMES:
        words = words[1:]
    head = words[:1]
    for before, word in pairwise(words):
        if word in PREPOSITION and not (word == "of" and before[0].isupper()):
            break
        head.append(word)
    last = head[-1] if head else ""
    if not (last[:1].isupper() or last[:1] == "@") or last.lower() in COLLECTIVE:
        return False
    alone = len(head) == 1 and last.lower() in _NOUNS and last not in AGENCIES
    return (
        not alone and last.lower() not in PRONOUN and COLLECTIVE.isdisjoint(head[0].lower().split())
    )


@lru_cache(_REMEMBERED)
def kind_of(who: str) -> SourceKind:
    """Named, or one or many without a name.

    Args:
        who: a source as an attribution gives it.
    """
    if is_named(who):
        return "named"
    low = who.lower().split()
    if not UNSAID.isdisjoint(low):
        return "unnamed"
    many = not COLLECTIVE.isdisjoint(low) or not BODIES.isdisjoint(low[-1:])
    return "collective" if many else "unnamed"


@lru_cache(_REMEMBERED)
def is_body(who: str) -> bool:
    """Whether a source is an organisation or a paper rather than a person."""
    words = who.split()
    low = [word.lower() for word in words]
    if low[0] in {"the", "a", "an"} and len(words) > 1 and words[-1][0].isupper():
        return True
    return low[-1] in BODIES or words[-1] in AGENCIES or (who.isupper() and len(words) == 1)


@lru_cache(_REMEMBERED)
def is_many(who: str) -> bool:
    """Whether a source is more than one, so that *they* can stand for it."""
    return kind_of(who) == "collective" or not COLLECTIVE.isdisjoint(who.lower().split())
