"""Step 4: what is said, and through whom it came: the chain of a claim.

The chain has two links. The **origin** is who says it first, the **relay** who passes it on:
*according to Reuters citing RIA*, *sources told AFP*, *was quoted by the Gazette as saying*,
*…, the ministry said, Interfax reported*. What must stay true: only who is cited, told or named as
a reporter of others is a relay; a relay is never dropped and never made an origin while another
origin stands in the same statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsreader.model.article import Span
from newsreader.sourcing.contents import QUOTES, carrier, content_of, phrase_start, trimmed
from newsreader.sourcing.cue_words import LEADS
from newsreader.sourcing.heads import Head, phrase_after, phrase_before, subject_before
from newsreader.sourcing.nouns import AGENCIES, COLLECTIVE, MEDIA, PAPERS, ROLES
from newsreader.sourcing.speakers import Spoken
from newsreader.sourcing.words import Words

_NEAR = 9  # words behind a cue in which it is said who carried it
_TAIL_MARKS = QUOTES | {","}


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution inside a statement; words by number, content by place."""

    cue: Span  # places in the statement
    content: Span
    origin: Head | None
    relay: Head | None = None
    outer: bool = False  # what it reports holds another claim's words, too
    kind: str = "saying"


def find_claims(words: Words, spoken: Sequence[Spoken]) -> list[Claim]:
    """The claims that a statement makes, the chains joined."""
    claims: list[Claim] = []
    waiting: Spoken | None = None  # "Citing X, the Gazette reported"
    for before, each in zip((None, *spoken), spoken, strict=False):
        if before is not None and claims and _goes_on(words, before, each):
            claims[-1] = _until(words, claims[-1], each)
        if each.cue.shape == "citing":
            if (
                each.head is not None
                and is_somebody(words, each.head)
                and not _cite(each.head, claims)
            ):
                waiting = each
            continue
        claim = _claim(words, each)
        if waiting is not None and claim.relay is None and claim.origin is not None:
            claim = replace(claim, origin=waiting.head, relay=claim.origin)
            waiting = None
        if not _joined(claims, claim):
            claims.append(claim)
    if waiting is not None:
        claims.append(_only_cited(words, waiting))
    return _linked(_asides_joined(claims), words)


def _goes_on(words: Words, before: Spoken, each: Spoken) -> bool:
    """Whether a cue begins what the same speaker adds, or says whom he cites."""
    left = words.low[each.cue.left] if each.cue.left >= 0 else ""
    if each.cue.shape in {"citing", "going"}:
        return left == ","
    return left == "and" and each.head == before.head


def _until(words: Words, claim: Claim, each: Spoken) -> Claim:
    """The claim with what it says ending where the next cue takes over."""
    start, end = claim.content
    cut = words.end[each.cue.left - 1] if each.cue.left > 0 else start
    return replace(claim, content=(start, cut)) if start < cut < end else claim


def _joined(claims: list[Claim], claim: Claim) -> bool:
    """Put the origin of *X, which cited Y,* into the claim that X already makes."""
    if claim.relay is None:
        return False
    for at, each in enumerate(claims):
        if each.origin == claim.relay and each.relay is None:
            claims[at] = replace(each, origin=claim.origin, relay=claim.relay)
            return True
    return False


def _claim(words: Words, each: Spoken) -> Claim:
    cue, head = each.cue, each.head
    places = words.start[cue.first], words.end[cue.last]
    claim = Claim(places, content_of(words, each), head, kind=cue.kind)
    if cue.lemma in {"quote", "cite"} and head is not None:
        return _quoting(words, each, claim)
    if cue.lemma == "tell" and head is not None:
        told = _told(words, cue.last + 1)
        return replace(claim, relay=told) if told else claim
    return replace(claim, relay=_carrier(words, cue.last + 1))


# -- who passed it on ----------------------------------------------------------------------------


def is_media(words: Words, head: Head) -> bool:
    """Whether a source is somebody who passes on what others say."""
    span = range(head.first, head.last + 1)
    return any(words.low[at] in MEDIA or words.said[at] in AGENCIES for at in span)


def _told(words: Words, at: int) -> Head | None:
    """*told AFP*, *told the Gazette*; not *told the court*."""
    found = phrase_after(words, at)
    return found if found is not None and is_media(words, found) else None


def _carrier(words: Words, at: int) -> Head | None:
    """*said in a statement carried by SANA*; not *posted on its website*."""
    for near in range(at, min(at + _NEAR, len(words))):
        found = carrier(words, near)
        if found is not None:
            return found if words.low[near + 1] == "by" and is_media(words, found) else None
    return None


def is_somebody(words: Words, head: Head) -> bool:
    """Whether what is cited can be a source, and is no reason (*citing the weather*)."""
    last = words.low[head.last]
    named = words.name_like(head.last) and head.last > 0
    nouns = words.low[head.first : head.last + 1]
    return named or last in COLLECTIVE or last in PAPERS or not ROLES.isdisjoint(nouns)


def _cite(cited: Head, claims: list[Claim]) -> bool:
    """*…, citing RIA*: who is cited is the origin of the claim before it, whose source relays."""
    for at in range(len(claims) - 1, -1, -1):
        claim = claims[at]
        if claim.origin is not None and claim.relay is None:
            claims[at] = replace(claim, origin=cited, relay=claim.origin)
            return True
    return False


def _only_cited(words: Words, each: Spoken) -> Claim:
    """*… , RIA citing the ministry*, with no verb beside it."""
    cue = each.cue
    left = cue.left - (cue.left > 0 and words.low[cue.left] == ",")
    relay = phrase_before(words, left, 0) if left >= 0 else None
    places = words.start[cue.first], words.end[cue.last]
    return Claim(places, trimmed(words, 0, len(words)), each.head, relay)


def _quoting(words: Words, each: Spoken, claim: Claim) -> Claim:
    """*the report quoted P as saying*, *P was quoted as saying by Y*, *P was quoted by Y*."""
    cue, head = each.cue, each.head
    after = words.low[cue.last + 1] if cue.last + 1 < len(words) else ""
    if cue.shape == "passive":
        by = next(
            (
                k
                for k in range(cue.last + 1, min(cue.last + 6, len(words) - 1))
                if words.low[k] == "by"
            ),
            None,
        )
        left = cue.left - (words.low[cue.left] == ",")  # "the ministry, quoted by Interfax, said"
        quoted = subject_before(words, left) if left >= 0 else None
        relay = phrase_after(words, by + 1) if by is not None else None
        content = _after_saying(words, cue.last + 1)
        if quoted is not None and _tail_of(words, quoted):
            content = trimmed(words, 0, phrase_start(words, quoted, cue))
        return replace(claim, origin=quoted, relay=relay, content=content)
    cited = phrase_after(words, cue.last + 1)
    if cited is None or not is_somebody(words, cited) or after in LEADS & {"what", "how"}:
        return claim
    content = _after_saying(words, cited.last + 1)
    if head is not None and words.low[-2:-1] == ["saying"] and _tail_of(words, head):
        content = trimmed(words, 0, phrase_start(words, head, cue))
    return replace(claim, origin=cited, relay=head, content=content)


def _tail_of(words: Words, head: Head) -> bool:
    begin = head.first
    while begin > 0 and words.low[begin - 1][0].isalnum():
        begin -= 1
    return begin > 2 and words.low[begin - 1] in _TAIL_MARKS


def _after_saying(words: Words, at: int) -> Span:
    """What stands behind *as saying*, or behind the names where that is not said."""
    saying = next(
        (k for k in range(at, min(at + 12, len(words) - 1)) if words.low[k] == "saying"), at
    )
    first = saying + (words.low[saying] == "saying") if saying < len(words) else saying
    if first < len(words) and words.low[first] == "by":
        relay = phrase_after(words, first + 1)
        first = relay.last + 1 if relay is not None else first
    if first < len(words) - 1 and words.low[first] == "that":
        first += 1
    return trimmed(words, first, len(words))


def _asides_joined(claims: Sequence[Claim]) -> list[Claim]:
    """*The ministry, quoted by Interfax, said …* is one claim: who quotes is its relay."""
    found = list(claims)
    for aside, claim in pairwise(claims):
        same = aside.origin is not None and aside.origin == claim.origin
        within = aside.content[0] <= claim.cue[0] < aside.content[1]
        if same and within and aside.relay is not None and claim.relay is None:
            found[found.index(claim)] = replace(claim, relay=aside.relay)
            found.remove(aside)
    return found


def _linked(claims: Sequence[Claim], words: Words) -> list[Claim]:
    """One claim told by another: *the mayor said it is shut, Reuters reported*.

    A paper or an agency whose words hold another's claim is that claim's relay.
    """
    found = list(claims)
    for outer in claims:  # a statement on paper speaks for whoever it quotes
        paper = outer.origin is not None and words.low[outer.origin.last] == "statement"
        inner = next((each for each in found if _holds(outer, each)), None) if paper else None
        if inner is not None:
            found[found.index(inner)] = replace(inner, content=_within(inner, outer))
            found.remove(outer)
    for outer in claims:
        if (
            outer not in found
            or outer.origin is None
            or outer.relay is not None
            or outer.kind != "saying"
        ):
            continue
        if not is_media(words, outer.origin):
            continue
        inner = next((each for each in found if _holds(outer, each)), None)
        if inner is not None:
            content = _within(inner, outer)
            found[found.index(inner)] = replace(inner, relay=outer.origin, content=content)
            found.remove(outer)
    return found


def _within(inner: Claim, outer: Claim) -> Span:
    """What the inner claim says, without the words that name the outer one."""
    start, end = inner.content
    cut = min(end, outer.content[1])
    return (start, cut) if start < cut else inner.content


def _holds(outer: Claim, inner: Claim) -> bool:
    return (
        inner is not outer
        and inner.kind == "saying"
        and inner.origin is not None
        and inner.origin != outer.origin
        and inner.relay is None
        and outer.content[0] <= inner.cue[0] < outer.content[1]
    )
