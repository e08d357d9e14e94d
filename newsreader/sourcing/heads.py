"""Step 2: who a cue's words belong to, found by simple chunks of words beside it.

To the left of a verb stands its subject, perhaps with an apposition between commas or a relative
clause; to the right, where the order is turned round (*said Ann Example*), the same. No parser:
a noun phrase is a run of words that hold no preposition, no auxiliary, no verb of saying and no
mark. What must stay true: every look is bounded (``REACH`` words), so one pass stays linear.
"""

from __future__ import annotations

from typing import NamedTuple

from newsreader.sourcing.cue_words import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    JOINING,
    NO_NAMES,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
)
from newsreader.sourcing.nouns import (
    ABBREVIATED,
    BODIES,
    ON_THE_WEB,
    PAPERS,
    ROLES,
    TITLES,
    WHEN,
    WHEN_AFTER,
)
from newsreader.sourcing.verbs import VERBS
from newsreader.sourcing.words import Words

REACH = 30  # words to either side of a cue in which its source is looked for
_CLAUSE = 8  # words of a relative clause without commas
_CHUNK = 12  # words that a noun phrase may have
_LINKS = frozenset(("of", "de", "del", "della", "for", "and", "&"))
_CARRIES = frozenset(("of", "for", "from", "at", "in", "with", "to", "on", "near"))
_PLACES = frozenset(("in", "at", "from", "near", "on"))
_STOPS = (
    PREPOSITION
    | JOINING
    | AUXILIARY
    | RELATIVE
    | PRONOUN
    | frozenset(("that", "there", "here", "so", "according", "then"))
)

_ARTICLES = DETERMINER - RELATIVE
_CLAUSES = JOINING | RELATIVE
_NOBODY = NO_NAMES | (
    DETERMINER - {"some", "many", "others", "few", "several", "most", "all", "both", "one", "this"}
)


class Head(NamedTuple):
    """The words ``first`` to ``last`` of a statement name a source."""

    first: int
    last: int


def subject_before(words: Words, at: int) -> Head | None:
    """The subject that ends at or before word ``at``, which stands left of a verb group."""
    floor = max(0, at - REACH)
    at = _over_when(words, at, floor)
    if at < floor:
        return None
    low = words.low[at]
    if low == ")":
        at = _opening(words, at, floor) - 1
        if at < floor:
            return None
        low = words.low[at]
    if low in {"--", "—", "–", "-"}:
        return _before_dash(words, at, floor)
    if low in RELATIVE:
        at -= 2 if at > floor and words.low[at - 1] == "," else 1
        return phrase_before(words, at, floor) if at >= floor else None
    if low == ",":
        return _before_apposition(words, at, floor)
    return phrase_before(words, at, floor)


def _over_when(words: Words, at: int, floor: int) -> int:
    """The last word before an expression of time that ends at ``at``."""
    while at >= floor:
        low = words.low[at]
        if low in WHEN and not (
            low in {"may", "march", "april", "june", "august"} and _follows_name(words, at)
        ):
            at -= 1
        elif (
            low in WHEN_AFTER
            and at > floor
            and words.low[at - 1] in {"this", "last", "that", "next"}
        ):
            at -= 2
        elif low == "on" and at + 1 < len(words) and words.low[at + 1] in WHEN:
            at -= 1
        else:
            break
    return at


def _follows_name(words: Words, at: int) -> bool:
    """Whether what may be a month is the last part of a name: *Theresa May*."""
    return at > 0 and words.name_like(at) and words.name_like(at - 1)


def _opening(words: Words, at: int, floor: int) -> int:
    for back in range(at, floor - 1, -1):
        if words.low[back] == "(":
            return back
    return at


def _before_dash(words: Words, dash: int, floor: int) -> Head | None:
    """*Ann Example -- who chairs the board -- said*: the phrase before the first dash."""
    while dash > floor and words.low[dash - 1] == words.low[dash]:
        dash -= 1
    mark = words.low[dash]
    at = next((k for k in range(dash - 2, floor - 1, -1) if words.low[k] == mark), dash)
    while at > floor and words.low[at - 1] == mark:
        at -= 1
    return phrase_before(words, at - 1, floor)


def _before_apposition(words: Words, comma: int, floor: int) -> Head | None:
    """*Ann Example, a port worker, said*: the phrase before the first comma of the two."""
    nearest: Head | None = None
    for back in range(comma - 1, floor - 1, -1):
        low = words.low[back]
        if low in {'"', "”", "“", ";", ":", "''"}:
            break
        if low != ",":
            continue
        found = phrase_before(words, back - 1, floor)
        if found is None:
            continue
        opens = words.low[back + 1] if back + 1 < len(words) else ""
        if nearest is None:
            nearest = found
        if _opens_apposition(opens):
            nearest = found
            before = words.low[found.first - 1] if found.first > 0 else ""
            if before not in {",", "and"}:
                break
    return nearest


def _opens_apposition(low: str) -> bool:
    """Whether *, a port worker*, *, who …*, *, 56*, *, of Ashton*, *, R-Utah* begins so."""
    return (
        low in DETERMINER
        or low in RELATIVE
        or low in {"of", "whose", "former", "then"}
        or low.endswith(("ing", "ed"))
        or low[:1].isdigit()
        or low[:2] in {"r-", "d-", "i-"}
    )


def phrase_before(words: Words, last: int, floor: int) -> Head | None:
    """The noun phrase that ends at word ``last``, with what carries it: *a spokesman for X*."""
    if last >= floor and words.low[last] == ")":
        last = _opening(words, last, floor) - 1
    first = _chunk_start(words, last, floor)
    if first is None:
        return None
    near = core(words, first, last)
    if near is None:
        return None
    who = _relative_before(words, first, floor)
    if who is not None:
        return phrase_before(words, who - 1, floor)
    whole = _carried(words, first, floor)
    placed = words.low[first - 1] in _PLACES if first > 0 else False
    named = words.name_like(first - 2) and words.low[first - 2] not in ROLES
    if whole is not None and placed and named:  # "Lena Moor in Karlov"
        return core(words, whole, first - 2)
    return Head(whole, last) if whole is not None else near


def _relative_before(words: Words, first: int, floor: int) -> int | None:
    """Where *who* stands in *a man who works at the depot*, whose last phrase begins at ``first``.

    Not where the phrase itself follows *who*, for then it is the subject of what comes.
    """
    for at in range(first - 1, max(floor, first - _CLAUSE), -1):
        low = words.low[at]
        if not low[0].isalnum() or low in VERBS:
            return None
        if low == "who":
            return at if at < first - 1 else None
    return None


def _chunk_start(words: Words, last: int, floor: int) -> int | None:
    """Where the run of words of one noun phrase begins that ends at ``last``."""
    if last < floor:
        return None
    if words.low[last] in PRONOUN:
        return last
    first = last + 1
    low_limit = max(floor, last - _CHUNK)
    while first > low_limit and _inside(words, first - 1):
        if words.low[first - 1] == "that":
            break
        first -= 1
        if words.low[first] in DETERMINER and not (
            first > low_limit and words.low[first - 1] in DETERMINER
        ):
            break
    return first if first <= last else None


def _inside(words: Words, at: int) -> bool:
    """Whether a word can stand inside a noun phrase."""
    low = words.low[at]
    if not (low[0].isalnum() or low[0] == "@"):
        dotted = (
            low == "."
            and at > 0
            and (words.low[at - 1] in ABBREVIATED or len(words.low[at - 1]) == 1)
        )
        return dotted or low in {"&", "-", "'"}
    if low in DETERMINER:
        return True
    if low in _STOPS or low in ADVERB:
        return False
    verb = VERBS.get(low)
    if verb is None or "past" not in verb.forms or words.said[at][0].isupper():
        return True
    return at > 0 and words.low[at - 1] in _ARTICLES  # "a written statement"


def _carries(words: Words, at: int) -> bool:
    """Whether the preposition at ``at`` belongs to the noun before it: *a study by the school*."""
    low = words.low[at]
    return low in _CARRIES or (low == "by" and words.low[at - 1] in PAPERS)


def _carried(words: Words, first: int, floor: int) -> int | None:
    """Where *a spokesman for*, *officials in* before a phrase begins; None where nothing does."""
    found = None
    at = first
    for _ in range(3):
        if at - 2 < floor or not _carries(words, at - 1):
            break
        begin = _chunk_start(words, at - 2, floor)
        if begin is None or words.low[begin] in PRONOUN:
            return None
        noun = words.low[at - 2]
        role = not ROLES.isdisjoint(words.low[begin : at - 1])
        if noun in WHEN or (
            not role and words.low[begin] not in DETERMINER and not words.name_like(at - 2)
        ):
            break
        at = begin
        found = begin
    if found is None:
        return None
    before = words.low[found - 1] if found > 0 else ""
    if before in PREPOSITION and before not in {
        "as",
        "because",
        "if",
        "when",
        "while",
        "although",
        "though",
        "than",
    }:
        return None
    role = not ROLES.isdisjoint(words.low[found : first - 1])
    if before and before[0].isalpha() and before not in _CLAUSES and not role:
        return None
    return found


def core(words: Words, first: int, last: int) -> Head | None:
    """The name in a noun phrase without titles, or the phrase as it is."""
    while first < last and words.low[first] in NO_NAMES and words.low[first] not in DETERMINER:
        first += 1
    if words.low[last] in PRONOUN:
        return Head(last, last)
    if words.low[last] in _NOBODY:
        return None
    if not words.name_like(last) or words.low[last] == "tv":  # "state TV"
        return Head(first, last)
    begin = last
    while begin > first and (words.name_like(begin - 1) or words.low[begin - 1] in {".", "&", "-"}):
        begin -= 1
    owner = next((k for k in range(last - 1, begin - 1, -1) if words.low[k].endswith("'s")), None)
    if owner is not None:  # "Russia's RT"
        begin = owner + 1
    begin = _behind_titles(words, begin, last)
    if begin < last and words.low[begin] in NO_NAMES and words.low[begin] not in DETERMINER:
        begin += 1
    if begin > first and words.low[begin - 1] == "the" and begin - 1 == first:
        begin -= 1
    return Head(begin, last)


def _behind_titles(words: Words, begin: int, last: int) -> int:
    """Where the name begins behind *Gen.*, *Defence Minister*; bodies keep all their words."""
    if words.low[last] in BODIES or words.low[last] in TITLES:  # "the Prime Minister"
        return begin
    for at in range(last - 1, begin - 1, -1):
        if words.low[at] in TITLES:
            begin = at + 1
            break
    while begin < last and (words.low[begin] == "." or words.low[begin] in WHEN):
        begin += 1
    return begin


def phrase_after(words: Words, first: int) -> Head | None:
    """The noun phrase that begins at word ``first``: *said the mayor*, *according to X*."""
    ceiling = min(len(words), first + REACH)
    last = _chunk_end(words, first, ceiling)
    if last is None:
        return None
    found = core(words, first, last)
    if found is None:
        return None
    return Head(found.first, _carrying(words, found, ceiling))


def _chunk_end(words: Words, first: int, ceiling: int) -> int | None:
    """Where the run of words of one noun phrase ends that begins at ``first``."""
    if first >= ceiling:
        return None
    if words.low[first] in PRONOUN:
        return first
    at = first
    named = False
    while at < min(ceiling, first + _CHUNK) and _inside(words, at):
        if at > first and _ends_before(words, at, named=named):
            break
        named = named or words.name_like(at)
        at += 1
    while at > first and words.low[at - 1] == "." and not _abbreviated(words.low[at - 2]):
        at -= 1
    return at - 1 if at > first else None


def _ends_before(words: Words, at: int, *, named: bool) -> bool:
    """Whether a noun phrase that could go on ends before word ``at``."""
    low, before = words.low[at], words.low[at - 1]
    late = low in {"late", "early"} and at + 1 < len(words) and words.low[at + 1] == "on"
    if late or low in WHEN or (low in DETERMINER and before not in DETERMINER):
        return True
    if not (low[0].isalpha() and words.said[at][0].islower()) or low in DETERMINER:
        return False
    if named and low not in ROLES and before != ".":  # "Ann Example went"
        return True
    return low.endswith("ed") and before not in DETERMINER and not before.endswith("ly")


def _abbreviated(low: str) -> bool:
    return low in ABBREVIATED or len(low) == 1


def _carrying(words: Words, head: Head, ceiling: int) -> int:
    """The end of *a spokesman for X*, *the University of Y*, *people familiar with Z*."""
    last = head.last
    at = last + 1
    if at >= ceiling:
        return last
    named = words.name_like(last)
    if words.low[at] in {"familiar", "close", "briefed"}:
        at += 1
    elif (named and words.low[at] != "of") or (not named and words.low[at] not in _CARRIES):
        return last
    if at + 1 >= ceiling or words.low[at] not in _CARRIES or words.low[at + 1].endswith("ing"):
        return last
    end = _chunk_end(words, at + 1, ceiling)
    if end is None or (named and not words.name_like(end)) or words.low[end] in PRONOUN:
        return last
    if words.low[at + 1] in WHEN or words.low[end] in ON_THE_WEB:
        return last
    of_what = words.low[end] in {"knowledge", "ties"}  # "people with knowledge of the matter"
    return (_chunk_end(words, end + 2, ceiling) if of_what else None) or end
