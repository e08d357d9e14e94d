"""Step 1: the cues of a statement, the words that say that somebody says something.

Every word is looked at once, with a few words on either side; nothing here looks for who it is.
What must stay true: a cue is never a guess from far away. A verb in the past after a noun or a
name is one (*said*, *denied*); a form that may be a noun (*claims*, *plans*) needs a name or a
noun before it and the beginning of a clause behind it; in a quotation only plain saying counts,
for the *I think* of who is quoted is nobody's attribution.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsreader.sourcing.cue_words import (
    ADVERB,
    AUXILIARY,
    BARRED,
    BE,
    DESCRIBING,
    DETERMINER,
    DO,
    HAVE,
    JOINING,
    LEADS,
    MODAL,
    NEEDS,
    NO_SOURCE,
    NOT,
    NOUNS_TOO,
    PHRASES,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORTEDLY,
    SAID_OF,
    SAYING_NOUNS,
)
from newsreader.sourcing.nouns import COLLECTIVE, PAPERS, ROLES, WRITINGS
from newsreader.sourcing.verbs import SHOWING, VERBS, Form, Kind, Verb
from newsreader.sourcing.words import Words

Shape = Literal["active", "passive", "going", "according", "adverb", "noun", "citing"]


CUE_WORDS = frozenset(
    (
        *VERBS,
        *SHOWING,
        *PHRASES,
        *REPORTEDLY,
        *SAYING_NOUNS,
        "citing",
        "quoting",
        "according",
        "per",
    )
)


"""A statement without any of these words has no cue."""


class Cue(NamedTuple):
    """The words ``first`` to ``last`` of a statement say that somebody says something."""

    first: int
    last: int
    shape: Shape
    kind: Kind
    left: int  # the last word before the cue with its auxiliaries and adverbs; -1 if none
    lemma: str = ""


_SPEAKERS = ROLES | COLLECTIVE
_OPENS = frozenset(("“", '"', "‘", ":"))


_BEFORE_NOUNS = DETERMINER | PREPOSITION | MODAL
_ADJECTIVES = ("'s", "ous", "ive", "ful", "less", "ed")


def find_cues(words: Words) -> list[Cue]:
    """All the cues in a statement, in order."""
    found = []
    for at, low in enumerate(words.low):
        if low in CUE_WORDS:
            cue = _at(words, at, low)
            if cue is not None:
                found.append(cue)
    return found


def _at(words: Words, at: int, low: str) -> Cue | None:
    if low in {"citing", "quoting"}:
        if _low(words, at - 1) in {"without", "not"}:
            return None
        return Cue(at, at, "citing", "saying", at - 1, "cite")
    if low in {"according", "per"}:
        return _according(words, at, low)
    if _low(words, at + 1) == "by" and "past" in _forms(low):
        first = _before(words, at)
        if _low(words, first) == "as":  # "as first reported by"
            return Cue(first, at + 1, "according", "saying", first - 1)
    return None if words.quoted[at] else _unquoted(words, at, low)


def _unquoted(words: Words, at: int, low: str) -> Cue | None:
    if low in REPORTEDLY:
        return Cue(at, at, "adverb", "saying", -1)
    if low in PHRASES:
        return _phrase(words, at, low)
    verb = VERBS.get(low)
    if low in SHOWING and (verb is None or verb.kind != "saying"):
        return _showing(words, at, SHOWING[low])
    cue = _verb(words, at, verb) if verb is not None else None
    return cue or _noun(words, at, low)


def _forms(low: str) -> frozenset[Form]:
    verb = VERBS.get(low)
    return verb.forms if verb is not None and verb.kind == "saying" else frozenset()


def _according(words: Words, at: int, low: str) -> Cue | None:
    """*according to the mayor*, *per CNN*; not *according to plan*."""
    if low == "per":
        named = words.said[at] in {"per", "Per"} and _somebody(words, at + 1)
        return Cue(at, at, "according", "saying", at - 1) if named else None
    near = words.low[at + 2 : at + 4]
    if _low(words, at + 1) != "to" or not NO_SOURCE.isdisjoint(near):
        return None
    return Cue(at, at + 1, "according", "saying", at - 1)


def _somebody(words: Words, at: int) -> bool:
    """Whether a name stands at ``at``, or who can speak, perhaps with an article."""
    at += _low(words, at) in {"the", "a", "an"}
    return at < len(words) and (
        words.name_like(at) or not _SPEAKERS.isdisjoint(words.low[at : at + 2])
    )


def _low(words: Words, at: int) -> str:
    return words.low[at] if 0 <= at < len(words) else ""


def is_adverb(low: str) -> bool:
    """Whether a word may stand between who says it and the verb."""
    return low in ADVERB or (len(low) > 4 and low.endswith("ly"))


def _before(words: Words, at: int) -> int:
    """The last word before ``at`` that is no adverb; -1 if there is none."""
    at -= 1
    while at >= 0 and is_adverb(words.low[at]):
        at -= 1
    return at


def _group(words: Words, at: int) -> int:
    """The last word before the auxiliaries and adverbs that end at ``at``."""
    while at >= 0 and (
        is_adverb(words.low[at])
        or words.low[at] in BE
        or words.low[at] in HAVE
        or words.low[at] in DO
        or words.low[at] in MODAL
        or words.low[at] in NOT
    ):
        at -= 1
    return at


def _verb(words: Words, at: int, verb: Verb) -> Cue | None:
    before = _before(words, at)
    if "past" in verb.forms:
        shape = _past(words, at, verb, before)
    elif "going" in verb.forms:
        shape = _going(words, at, verb, before)
    else:
        shape = _present(words, at, verb, before)
    if shape is None:
        return None
    return Cue(at, at, shape, verb.kind, _group(words, at - 1), verb.lemma)


def _past(words: Words, at: int, verb: Verb, before: int) -> Shape | None:
    """*said*, *has said*, *was told*; not *the proposed law* and not *as proposed*."""
    low, after = _low(words, before), _low(words, at + 1)
    if after in AUXILIARY or _is_on_paper(words, verb, before) or _is_told_of(words, verb, at):
        return None
    if not _fits(verb.lemma, after) or _unnamed(words, at):
        return None
    if low in DETERMINER and low not in RELATIVE and before == at - 1:
        return None
    if low in PREPOSITION and low != "when":
        return None
    quoted = low == "," and after == "by" and verb.lemma in {"quote", "cite"}
    if quoted or low in BE or (after == "by" and verb.kind != "saying"):
        return "passive" if verb.lemma in SAID_OF else None
    return "active"


def _is_on_paper(words: Words, verb: Verb, before: int) -> bool:
    """*a statement posted on*: a participle that only tells of the paper."""
    return verb.lemma in {"post", "write", "relay"} and _low(words, before) in WRITINGS


def _unnamed(words: Words, at: int) -> bool:
    """*asked not to be named*, *spoke on condition of anonymity*: about the source, not by it."""
    near = words.low[at + 1 : at + 7]
    return "named" in near or "identified" in near or "anonymity" in near


def _is_told_of(words: Words, verb: Verb, at: int) -> bool:
    """*said to be their leader*: it is said of him, by whomever."""
    return (
        verb.lemma == "say"
        and words.low[at + 1 : at + 2] == ["to"]
        and (_low(words, at + 2) in {"be", "have", "include", "contain", "hold", "own"})
    )


def _fits(lemma: str, after: str) -> bool:
    """Whether a verb with other meanings has behind it what it needs in this one."""
    if lemma in NEEDS:
        return after in NEEDS[lemma]
    return after not in BARRED.get(lemma, ())


def _going(words: Words, at: int, verb: Verb, before: int) -> Shape | None:
    """*…, adding that*, *is calling for*; not *the meeting*."""
    low = _low(words, before)
    if not _fits(verb.lemma, _low(words, at + 1)):
        return None
    if low in BE or low == ",":
        return "going"
    leads = low in PREPOSITION or _low(words, at + 1) in LEADS or _low(words, at + 1) in _OPENS
    if verb.kind == "saying" and low not in DETERMINER and low != "as" and leads:
        return "going"
    return None


def _present(words: Words, at: int, verb: Verb, before: int) -> Shape | None:
    """*says*, *officials say that*, *claims the pier*; not *the claims*, *United States*."""
    low, after = _low(words, before), _low(words, at + 1)
    if verb.lemma == "state" or not _fits(verb.lemma, after):
        return None
    third = "third" in verb.forms
    if _is_plain(words, before, verb, third=third):
        return "active"
    named = before >= 0 and words.name_like(before)
    noun = third and not named and (low in VERBS or low in DESCRIBING)
    if noun or low in _BEFORE_NOUNS or low.endswith(_ADJECTIVES):
        return None
    if (low in {"i", "we", "you"} and verb.kind == "mind") or not _leads(
        words, at + 1, verb, third
    ):
        return None
    if third:
        return "active" if low not in JOINING or verb.kind == "saying" else None
    many = low == "they" or low in COLLECTIVE or low.endswith(("s", "who"))
    return "active" if many or low in DO or low in NOT else None


def _is_plain(words: Words, before: int, verb: Verb, *, third: bool) -> bool:
    """*she says*, *"…," he asks*, *did not respond*: nothing else can be meant."""
    if third and (verb.lemma == "say" or _behind_quotation(words, before - 1)):
        return verb.kind == "saying"
    if verb.lemma == "say" and before >= 0:  # "experts say."
        low = words.low[before]
        return low[0].isalnum() and low != "to" and low not in _BEFORE_NOUNS
    return verb.lemma in {"respond", "comment"} and _low(words, before) in DO


def _leads(words: Words, at: int, verb: Verb, third: bool) -> bool:  # noqa: FBT001  (a form)
    """Whether what is said, or wanted, can begin at word ``at``."""
    after = _low(words, at)
    if verb.kind != "saying" and after in {"to", "for", "on"}:
        return third
    if verb.lemma == "claim" and after == "to" and _low(words, at + 1) in {"have", "be"}:
        return True
    named = at < len(words) and words.name_like(at)
    if "third" in verb.forms and words.low[at - 1] not in NOUNS_TOO:
        return True
    if after == "," and _low(words, at + 1) in {"citing", "quoting"}:
        return True
    if after == "." and verb.kind == "saying" and at > 1 and words.name_like(at - 2):
        return True  # "…, the Harbour Post reports."
    return after in LEADS or after in _OPENS or not after or named


def _behind_quotation(words: Words, at: int) -> bool:
    """Whether a quotation ends at ``at``: *"…," she asks*."""
    return at > 0 and words.quoted[at] and not words.quoted[at + 1]


def _showing(words: Words, at: int, verb: Verb) -> Cue | None:
    """*the poll shows*, *a study found*: of papers only, or with *that*."""
    before = _before(words, at)
    near = words.low[max(0, before - 8) : before + 1]
    if _low(words, before) in MODAL or _low(words, before) == "to":
        return None
    if not PAPERS.isdisjoint(near) or (_low(words, at + 1) in {"that", "how", "why"}):
        return Cue(at, at, "active", "saying", _group(words, at - 1), verb.lemma)
    return None


def _phrase(words: Words, at: int, low: str) -> Cue | None:
    """*pointed out*, *spoke of*, *expressed*."""
    after = PHRASES[low]
    if "*" not in after and _low(words, at + 1) not in after:
        return None
    before = _low(words, _before(words, at))
    if before in DETERMINER or before in MODAL or before in PREPOSITION:
        return None
    shape: Shape = "passive" if before in BE else "active"
    last = at if "*" in after else at + 1
    return Cue(at, last, shape, "saying", _group(words, at - 1), low)


def _noun(words: Words, at: int, low: str) -> Cue | None:
    """*his claim that*, *the ministry's promise to*."""
    if low not in SAYING_NOUNS:
        return None
    before = _low(words, at - 1)
    if before not in POSSESSIVE and not before.endswith("'s"):
        return None
    if _low(words, at + 1) not in {"that", "to", "for", "about", "of", "on"}:
        return None
    return Cue(at, at, "noun", "saying", at - 1)
