"""Who speaks in an article, how often, and how many of the mentions are really several.

The commonest error in live coverage is a claim that three agencies carry and one official made.
So what tells the same is put together, each mention is followed to its origin, and where several
faces have one origin there is a warning. What must stay true: a pure function of the analysis; who
denies or demands a thing is no witness for it; *reports* and *sources* are nobody's name, and add
no origin where somebody else is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsreader.model.source import SingleOrigin, Source, Sources
from newsreader.model.statement import Analysis, Attribution
from newsreader.sourcing.alike import groups
from newsreader.sourcing.continuing import continued
from newsreader.sourcing.identity import Names, is_nobody, is_paper
from newsreader.sourcing.kinds import kind_of
from newsreader.sourcing.verbs import VERBS


class _Mention(NamedTuple):
    """That statement ``n`` goes back to ``origin``, perhaps through ``relay``."""

    n: int
    origin: str
    relay: str | None
    claims: bool  # and not only denies, demands or thinks


def sources_of(analysis: Analysis) -> Sources:
    """The sources of an article, and the claims that have one origin only.

    Args:
        analysis: the article with its statements and attributions, as cut by whomever.

    Returns:
        The sources with the most statements first; of several mentions with one origin those that
        show more than one face (a relay, another agency), in the order of the text.
    """
    names, mentions = _mentions(analysis)
    going_on = {n: names.of(who) for n, who in continued(analysis).items()}
    return Sources(_sources(mentions, going_on), tuple(_single(analysis, mentions)))


def _mentions(analysis: Analysis) -> tuple[Names, list[_Mention]]:
    said = [
        (statement.n, each)
        for statement, own in zip(analysis.split.statements, analysis.attributions, strict=True)
        for each in own
        if each.origin
    ]
    written = [name for _, each in said for name in (each.origin, each.relay) if name]
    names = Names(written)
    return names, [
        _Mention(
            n,
            names.of(each.origin or ""),
            names.of(each.relay) if each.relay else None,
            _claims(each, analysis.article.text),
        )
        for n, each in said
    ]


def _claims(each: Attribution, text: str) -> bool:
    """Whether the source says that it is so, and not *has not said*."""
    if each.cue_span is not None:
        before = text[max(0, each.cue_span[0] - 24) : each.cue_span[0]].lower().split()[-3:]
        if any(word in {"not", "never"} or word.endswith(("n't", "n’t")) for word in before):
            return False
    words = (each.cue or "").lower().split()
    verb = VERBS.get(words[0]) if words else None
    return verb is None or verb.kind == "saying"


def _sources(mentions: Iterable[_Mention], going_on: dict[int, str]) -> tuple[Source, ...]:
    said: dict[str, set[int]] = defaultdict(set)
    through: dict[str, dict[str, None]] = defaultdict(dict)
    relayed: dict[str, set[int]] = defaultdict(set)
    for each in mentions:
        said[each.origin].add(each.n)
        if each.relay is not None and each.relay != each.origin:
            through[each.origin][each.relay] = None
            relayed[each.relay].add(each.n)
    for n, who in going_on.items():
        said[who].add(n)
    found = [
        Source(
            name,
            kind_of(name),
            tuple(sorted(said[name])),
            tuple(through[name]),
            tuple(sorted(relayed[name])),
        )
        for name in dict.fromkeys((*said, *relayed))
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.statements), -len(each.relayed))))


def _single(analysis: Analysis, mentions: Iterable[_Mention]) -> Iterator[SingleOrigin]:
    """The groups of statements that tell the same, have several faces and one origin."""
    by_statement: dict[int, list[_Mention]] = defaultdict(list)
    for each in mentions:
        if each.claims:
            by_statement[each.n].append(each)
    statements = {each.n: each for each in analysis.split.statements}
    told = {n: analysis.words(statements[n]) for n in by_statement}
    for group in groups(told):
        found = _one_origin([each for n in group for each in by_statement[n]])
        if found is not None:
            yield found


def _one_origin(mentions: list[_Mention]) -> SingleOrigin | None:
    """What several faces of one group go back to; None where there are several origins or faces.

    A paper that says not where it has it from is no second origin beside one that is known.
    """
    ends = _ends(mentions)
    known = {each for each in ends.values() if not is_nobody(each)}
    origins = {each for each in known if not is_paper(each)} or known or set(ends.values())
    if len(origins) != 1:
        return None
    origin = origins.pop()
    own = [each for each in mentions if ends[each.origin] == origin or is_nobody(each.origin)]
    if len(set(_faces(own, origin))) < 2:
        return None
    relays = dict.fromkeys(each.relay for each in own if each.relay)
    return SingleOrigin(origin, tuple(dict.fromkeys(each.n for each in own)), tuple(relays))


def _faces(mentions: Iterable[_Mention], origin: str) -> Iterator[str]:
    """Who a reader would take for a source: not somebody who speaks once more for himself."""
    for each in mentions:
        if each.relay is not None or each.origin != origin or is_paper(origin):
            yield each.relay or each.origin


def _ends(mentions: list[_Mention]) -> dict[str, str]:
    """Where each origin has it from itself, as far as the same group says, to the end."""
    behind = {each.relay: each.origin for each in mentions if each.relay}
    ends: dict[str, str] = {}
    for each in mentions:
        at, seen = each.origin, {each.origin}
        while at in behind and behind[at] not in seen:
            at = behind[at]
            seen.add(at)
        ends[each.origin] = at
    return ends
